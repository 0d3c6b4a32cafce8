"""Shelf life on import: how much a batch has left, and until when it may still come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Message, Text, Words
from dossier_studio.law import papers, source
from dossier_studio.law.dates import months_before
from dossier_studio.law.rulebook import Citation
from dossier_studio.law.source import LawInvalid, Mistake, Notes

FILE = "rules/bpom/shelf-life.xml"


@dataclass(frozen=True, slots=True)
class Rule:
    """How much must be left: a part of the whole (`part`), or whole months."""

    id: str
    title: Text
    note: Text | None
    part: tuple[int, int] | None
    months: int
    confidence: Confidence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and the one that counts unless another is named."""

    usual: str
    rules: Mapping[str, Rule]

    def rule(self, name: str) -> Rule:
        """Return a rule by id; raises WrongUse naming those there are."""
        if name not in self.rules:
            raise WrongUse("clocks.shelf.unknown", rule=name, known=Choice(tuple(self.rules)))
        return self.rules[name]


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch; `made` is None where nobody has said so."""

    name: str
    made: date | None
    expires: date


@dataclass(frozen=True, slots=True)
class Remaining:
    """What a batch has left on a day, in days; `passes` is None where it cannot be judged.

    `last` is the last day on which it may still come in.
    """

    batch: Batch
    left: int
    whole: int | None
    passes: bool | None
    last: date | None
    notice: Words | None


def remaining(batch: Batch, arrival: date, rule: Rule) -> Remaining:
    """Judge a batch on the day of its import; exactly the part that the rule asks passes.

    Raises WrongUse when it would expire before it was made.
    """
    if batch.made is not None and batch.expires <= batch.made:
        raise WrongUse(
            "clocks.shelf.backwards", batch=batch.name, made=batch.made, expires=batch.expires
        )
    left = (batch.expires - arrival).days
    whole = (batch.expires - batch.made).days if batch.made else None
    last = _last(batch, rule, whole)
    if last is None:
        notice: Words | None = Message("clocks.shelf.no-made", {"batch": batch.name})
        return Remaining(batch, left, whole, None, None, notice)
    early = batch.made is not None and arrival < batch.made
    notice = Message("clocks.shelf.early", {"batch": batch.name}) if early else None
    return Remaining(batch, left, whole, arrival <= last, last, notice)


def _last(batch: Batch, rule: Rule, whole: int | None) -> date | None:
    if rule.part is None:
        return months_before(batch.expires, rule.months)
    if whole is None:
        return None
    numerator, denominator = rule.part
    needed = -(-whole * numerator // denominator)  # a part of a day is a day
    return batch.expires - timedelta(needed)


def rules() -> Rules:
    """Return the rules: the person's own copy where there is one."""
    return papers.kept(papers.edition(FILE), load)


def load(file: Path) -> Rules:
    """Return the rules of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: Path) -> tuple[Rules | None, tuple[Mistake, ...]]:
    """Return the rules and all mistakes of their file."""
    opened = source.opened(file, "shelf-life")
    if opened.mistakes:
        return None, opened.mistakes
    root, notes = opened.root, Notes([])
    sources = papers.sources_of(root)
    found: dict[str, Rule] = {}
    for one in root.iterfind("rule"):
        numerator, denominator = one.get("numerator"), one.get("denominator")
        months = int(one.get("months", "0"))
        part = (int(numerator), int(denominator)) if numerator and denominator else None
        if (part is None) == (months == 0) or (part and part[0] > part[1]):
            notes.add(one, "clocks.shelf.measure", rule=one.get("id", ""))
        found[one.get("id", "")] = Rule(
            id=one.get("id", ""),
            title=source.title_of(one),
            note=source.words_of(one, "note"),
            part=part,
            months=months,
            confidence=Confidence(one.get("confidence", "low")),
            citations=papers.citations_of(one, sources),
        )
    return Rules(root.get("usual", ""), found), tuple(notes.found)
