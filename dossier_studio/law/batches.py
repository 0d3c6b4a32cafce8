"""Checks that the batches of a shipment have shelf life enough on the day they come in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Coverage, Finding, Severity
from dossier_studio.core.text import Message, Parameter, Sentence, Words
from dossier_studio.law import shelf_life
from dossier_studio.law.examined import Examined, Observed, cited
from dossier_studio.law.rulebook import Check
from dossier_studio.law.shelf_life import Batch

COLUMNS = ("batch", "made", "expires")
"""The columns that a table of batches has."""


def shelf_life_of(case: Examined, check: Check) -> Observed:
    """Judge every row of the rule's table on the day that its target fact names."""
    target = check.targets[0]
    arrival = case.answers.get(target)
    if not isinstance(arrival, date):
        question = case.rulebook.facts[target].title
        return _not_run(check, "law.check.unanswered", "law.check.unanswered-mend", question)
    rows = [dict(row.values) for row in case.dossier.rows if row.table == check.table]
    if not rows:
        title = case.rulebook.tables[check.table].title
        return _not_run(check, "clocks.shelf.no-batches", "clocks.shelf.no-batches-mend", title)
    observed = Observed((), Coverage())
    for number, row in enumerate(rows, start=1):
        one = _judged(row, number, arrival, check)
        observed = Observed((*observed.findings, *one.findings), observed.coverage + one.coverage)
    return observed


def _judged(row: Mapping[str, str], number: int, arrival: date, check: Check) -> Observed:
    name, made, expires = (row.get(column, "") for column in COLUMNS)
    name = name or str(number)
    if not expires:
        return _not_run(check, "clocks.shelf.no-dates", "clocks.shelf.no-dates-mend", name)
    batch = Batch(name, date.fromisoformat(made) if made else None, date.fromisoformat(expires))
    rule = shelf_life.rules().rule(check.rule)
    try:
        found = shelf_life.remaining(batch, arrival, rule)
    except WrongUse as refusal:
        return Observed((_finding(check, refusal.message, check.severity),), Coverage(failed=1))
    if found.last is None:
        return _not_run(check, "clocks.shelf.no-dates", "clocks.shelf.no-dates-mend", name)
    if found.passes:
        return Observed((), Coverage(passed=1))
    said: dict[str, Parameter] = {"batch": name, "arrival": arrival, "last": found.last}
    finding = _finding(check, Sentence(check.message, said), check.severity)
    return Observed((finding,), Coverage(failed=1))


def _not_run(check: Check, message: str, mend: str, about: Words | str) -> Observed:
    said: dict[str, Parameter] = {"questions": about, "batch": about, "table": about}
    finding = _finding(check, Message(message, said), Severity.WARNING, Message(mend, said))
    return Observed((finding,), Coverage(not_run=1))


def _finding(
    check: Check, message: Words, severity: Severity, mend: Words | None = None
) -> Finding:
    return Finding(
        code=check.id,
        severity=severity,
        message=message,
        mend=mend or check.mend,
        source=cited(check.citations),
        confidence=check.confidence,
    )
