"""Reads the validation rules of a rulebook."""

from __future__ import annotations

from dossier_studio.core.finding import Confidence, Severity
from dossier_studio.core.text import Text
from dossier_studio.law import source
from dossier_studio.law.reader import Reader
from dossier_studio.law.rulebook import Check
from dossier_studio.law.source import Element

FACT_KINDS = {"unanswered", "pattern", "window"}
LIMITS = ("months", "opens-months", "closes-months")


def checks_of(root: Element, reader: Reader) -> tuple[Check, ...]:
    """Return the validation rules in the order of the file."""
    requirements = {one.get("id", "") for one in root.iterfind("requirements//*[@id]")}
    return tuple(_check(one, reader, requirements) for one in root.iterfind("checks/check"))


def _check(one: Element, reader: Reader, requirements: set[str]) -> Check:
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
        limits={name: int(one.get(name, "0")) for name in LIMITS if one.get(name)},
        citations=reader.citations(one),
    )
