"""Reads the validation rules of a rulebook."""

from __future__ import annotations

import re

from dossier_studio.core.finding import Confidence, Severity
from dossier_studio.core.text import Text
from dossier_studio.law import shelf_life, source
from dossier_studio.law.batches import COLUMNS
from dossier_studio.law.fact import FactType
from dossier_studio.law.reader import Reader
from dossier_studio.law.rulebook import Check
from dossier_studio.law.source import Element

FACT_KINDS = {"unanswered", "pattern", "window", "shelf-life"}
LIMITS = ("months", "opens-months", "closes-months")
NEEDED = {
    "older": ("months",),
    "expiring": ("months",),
    "window": ("opens-months", "closes-months"),
}
"""The limits without which a rule of a kind says nothing."""

BLANKS = {
    "missing": {"requirement"},
    "deferred": {"requirement"},
    "older": {"requirement", "file"},
    "expired": {"requirement", "file", "date", "filing"},
    "expiring": {"requirement", "file", "date", "filing"},
    "form": {"requirement", "file", "form"},
    "unexpected": {"file"},
    "pattern": {"value"},
    "window": {"filing", "opens", "closes"},
    "blank": {"requirement", "fields"},
    "shelf-life": {"batch", "arrival", "last"},
}
"""The blanks that a rule of a kind fills in its sentences; kinds that are not here fill none."""


def checks_of(root: Element, reader: Reader) -> tuple[Check, ...]:
    """Return the validation rules in the order of the file."""
    requirements = {one.get("id", "") for one in root.iterfind("requirements//*[@id]")}
    return tuple(_check(one, reader, requirements, root) for one in root.iterfind("checks/check"))


def _check(one: Element, reader: Reader, requirements: set[str], root: Element) -> Check:
    kind = one.get("kind", "")
    targets = source.listed(one, "targets")
    known = requirements | set(reader.outline.sections) | set(reader.facts)
    if kind in FACT_KINDS:
        known = set(reader.facts)
    for target in targets:
        if target not in known:
            reader.notes.add(one, "law.load.no-target", check=one.get("id", ""), target=target)
    if kind != "fact" and not targets:
        reader.notes.add(one, "law.load.no-targets", check=one.get("id", ""))
    if kind == "fact" and not one.get("when"):
        reader.notes.add(one, "law.load.no-condition", check=one.get("id", ""))
    for limit in NEEDED.get(kind, ()):
        if not one.get(limit):
            reader.notes.add(one, "law.load.no-limit", check=one.get("id", ""), limit=limit)
    _batches(one, reader, root)
    _types(one, reader, targets)
    _blanks(one, reader, targets)
    return Check(
        id=one.get("id", ""),
        kind=kind,
        severity=Severity(one.get("severity", "advice")),
        confidence=Confidence(one.get("confidence", "low")),
        message=source.words_of(one, "message") or Text("", ""),
        mend=source.words_of(one, "mend") or Text("", ""),
        applies=reader.parsed(one, "applies"),
        condition=reader.parsed(one, "when"),
        fires_unanswered=source.yes(one, "fires-unanswered"),
        passes_unanswered=source.yes(one, "passes-unanswered"),
        targets=targets,
        apart=reader.sections(one, "except"),
        table=one.get("table", ""),
        rule=one.get("rule", ""),
        limits={name: int(one.get(name, "0")) for name in LIMITS if one.get(name)},
        citations=reader.citations(one),
    )


def _batches(one: Element, reader: Reader, root: Element) -> None:
    """Note a rule on shelf life that does not exist, or a table that holds no batches."""
    if one.get("kind") != "shelf-life":
        return
    if one.get("rule", "") not in shelf_life.rules().rules:
        reader.notes.add(one, "clocks.shelf.no-rule", rule=one.get("rule", ""))
    name = one.get("table", "")
    columns = {cell.get("id") for cell in root.iterfind(f"tables/table[@id='{name}']/column")}
    if not set(COLUMNS) <= columns:
        reader.notes.add(one, "clocks.shelf.no-table", table=name, columns=COLUMNS)


def _types(one: Element, reader: Reader, targets: tuple[str, ...]) -> None:
    """Note a target fact of a type that the rule's kind cannot judge."""
    kind = one.get("kind", "")
    for fact in (reader.facts[name] for name in targets if name in reader.facts):
        dated = kind in {"window", "older", "shelf-life"} and fact.type is not FactType.DATE
        if dated or (kind == "pattern" and not fact.pattern):
            reader.notes.add(one, "law.load.wrong-fact", check=one.get("id", ""), fact=fact.id)


def _blanks(one: Element, reader: Reader, targets: tuple[str, ...]) -> None:
    """Note a blank that nothing would ever fill; a rule on a fact knows no file."""
    allowed = BLANKS.get(one.get("kind", ""), set())
    if one.get("kind") == "older" and set(targets) & set(reader.facts):
        allowed = set()
    for child in one:
        for blank in re.findall(r"\{(\w*)\}", child.text or ""):
            if blank not in allowed:
                reader.notes.add(child, "law.load.no-blank", check=one.get("id", ""), blank=blank)
