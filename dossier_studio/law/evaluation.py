"""How long an authority may take: the evaluation path of an application, computed and explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as File

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Message, Text, Words
from dossier_studio.law import beside, papers, source
from dossier_studio.law.calendar import Calendar, Reached
from dossier_studio.law.condition import Expression
from dossier_studio.law.conditions import condition_of
from dossier_studio.law.fact import describe, typed
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Citation, Rulebook, Source
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes

DAY_IN_HOURS = 24


@dataclass(frozen=True, slots=True)
class Path:
    """One limit: working days (`least` where it is a range) or hours, and for whom it holds."""

    id: str
    stage: str
    title: Text
    note: Text | None
    days: int | None
    least: int | None
    hours: int | None
    condition: Expression
    valid_from: str
    valid_to: str
    confidence: Confidence
    citations: tuple[Citation, ...]

    @property
    def length(self) -> int:
        """Sort key: hours, however few, before days."""
        return self.days * DAY_IN_HOURS if self.days is not None else self.hours or 0


@dataclass(frozen=True, slots=True)
class Paths:
    """The limits of one rulebook, current and former, and the week by which they count."""

    rulebook: str
    title: Text
    note: Text | None
    week: str
    current: tuple[Path, ...]
    former: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Possible:
    """A shorter path that unanswered questions leave open."""

    path: Path
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StagePath:
    """The path of one stage: the shortest that holds, why, and the shorter ones still open.

    `path` is None while nothing is certain; `exempt` says why a stage is not held at all.
    `ends` is the last day when the application goes in on its filing date.
    """

    stage: str
    path: Path | None
    because: Words
    others: tuple[Path, ...]
    shorter: tuple[Possible, ...]
    former: tuple[Path, ...]
    exempt: Text | None
    ends: Reached | None = None


def evaluation(
    paths: Paths, book: Rulebook, answers: Mapping[str, str], calendar: Calendar
) -> tuple[StagePath, ...]:
    """Return the path of each stage; one without any limit is left out.

    The end is counted from the `filing_date` answer, for the stage that the answers name.
    """
    said = {name: text for name, text in answers.items() if name in book.facts}
    found = []
    for stage in book.stages:
        one = _stage(paths, book, said, stage)
        if one.path or one.shorter or one.exempt or one.former:
            found.append(one)
    return tuple(_ending(one, paths, book, said, calendar=calendar) for one in found)


def _stage(paths: Paths, book: Rulebook, said: Mapping[str, str], stage: str) -> StagePath:
    answers = typed(book.facts, said)
    certain: list[tuple[Path, tuple[str, ...]]] = []
    possible: list[Possible] = []
    for path in paths.current:
        if path.stage == stage:
            verdict = path.condition.judge(answers)
            if verdict.truth:
                certain.append((path, verdict.because))
            elif verdict.truth is None:
                possible.append(Possible(path, verdict.asks))
    certain.sort(key=lambda one: one[0].length)
    possible.sort(key=lambda one: one.path.length)
    chosen, because = certain[0] if certain else (None, ())
    former = tuple(
        one for one in paths.former if one.stage == stage and one.condition.judge(answers).truth
    )
    exempt = _exempt(book, said, stage)
    if exempt:
        return StagePath(stage, None, exempt, (), (), former, exempt)
    return StagePath(
        stage=stage,
        path=chosen,
        because=_because(book, said, chosen, because),
        others=tuple(path for path, _ in certain[1:]),
        shorter=tuple(one for one in possible if chosen is None or one.path.length < chosen.length),
        former=former,
        exempt=None,
    )


def _because(
    book: Rulebook, said: Mapping[str, str], path: Path | None, facts: tuple[str, ...]
) -> Words:
    if path is None:
        return Message("clocks.path.open")
    reasons = tuple(describe(book.facts[name], said[name]) for name in facts if name in said)
    return Message("clocks.path.because", {"title": path.title, "reasons": reasons})


def _exempt(book: Rulebook, said: Mapping[str, str], stage: str) -> Text | None:
    answers = typed(book.facts, said)
    for one in book.exemptions:
        if one.stage in {"", stage} and one.condition.judge(answers).truth:
            return one.notice
    return None


def _ending(
    found: StagePath, paths: Paths, book: Rulebook, said: Mapping[str, str], *, calendar: Calendar
) -> StagePath:
    filed = typed(book.facts, said).get("filing_date")
    here = said.get(book.stage_fact, found.stage) == found.stage
    if found.path is None or found.path.days is None or not isinstance(filed, date) or not here:
        return found
    try:
        ends = calendar.count(filed, found.path.days, calendar.week(paths.week))
    except WrongUse:
        return found  # a date at the end of time has no end of the evaluation
    return replace(found, ends=ends)


def paths_of(book: Rulebook) -> Paths:
    """Return the limits that go with a rulebook; raises WrongUse where no file gives any."""
    file = beside.file_of("paths", book.id)
    if file is None:
        known = Choice(beside.rulebooks("paths"))
        raise WrongUse("clocks.path.none", rulebook=book.id, known=known)
    return papers.kept(file, load)


def load(file: File) -> Paths:
    """Return the limits of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: File) -> tuple[Paths | None, tuple[Mistake, ...]]:
    """Return the limits and all mistakes of their file."""
    opened = source.opened(file, "paths")
    if opened.mistakes:
        return None, opened.mistakes
    root, notes = opened.root, Notes([])
    book = rulebook(root.get("rulebook", ""))
    sources = papers.sources_of(root)
    found = Paths(
        rulebook=book.id,
        title=source.title_of(root),
        note=source.words_of(root, "note"),
        week=root.get("calendar", ""),
        current=tuple(_path(one, book, sources, notes) for one in root.iterfind("path")),
        former=tuple(_path(one, book, sources, notes) for one in root.iterfind("former")),
    )
    return found, tuple(sorted(notes.found, key=lambda one: one.line))


def _path(element: Element, book: Rulebook, sources: Mapping[str, Source], notes: Notes) -> Path:
    stage = element.get("stage", "")
    if stage not in book.stages:
        notes.add(element, "law.load.no-stage", stage=stage)
    days, hours = _number(element, "days"), _number(element, "hours")
    if (days is None) == (hours is None):
        notes.add(element, "clocks.path.length", path=element.get("id", ""))
    return Path(
        id=element.get("id", ""),
        stage=stage,
        title=source.title_of(element),
        note=source.words_of(element, "note"),
        days=days,
        least=_number(element, "from"),
        hours=hours,
        condition=condition_of(element, book, notes),
        valid_from=element.get("valid-from", ""),
        valid_to=element.get("valid-to", ""),
        confidence=Confidence(element.get("confidence", "low")),
        citations=papers.citations_of(element, sources),
    )


def _number(element: Element, attribute: str) -> int | None:
    text = element.get(attribute)
    return None if text is None else int(text)
