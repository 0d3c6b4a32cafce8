"""State fees that go with a rulebook: dated, with source and confidence, never a blocker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Text
from dossier_studio.law import beside, papers, source
from dossier_studio.law.condition import Expression
from dossier_studio.law.conditions import condition_of
from dossier_studio.law.fact import typed
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Citation, Rulebook, Source
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes


@dataclass(frozen=True, slots=True)
class Doubt:
    """Answers for which we are less sure of a fee, and why."""

    condition: Expression
    confidence: Confidence
    note: Text


@dataclass(frozen=True, slots=True)
class Fee:
    """One fee; `idr` is None when its amount was not found."""

    id: str
    label: Text
    idr: int | None
    condition: Expression
    inferred: bool
    note: Text | None
    doubts: tuple[Doubt, ...]
    valid_from: str
    valid_to: str
    confidence: Confidence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The fees of one rulebook."""

    rulebook: str
    title: Text
    note: Text | None
    fees: tuple[Fee, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """A fee for one product; `asks` are the questions whose answer would settle that it is due."""

    fee: Fee
    confidence: Confidence
    notes: tuple[Text, ...]
    asks: tuple[str, ...]


def charges(schedule: Schedule, book: Rulebook, answers: Mapping[str, str]) -> tuple[Charge, ...]:
    """Return the fees that are or may be due; an unknown answer never hides one."""
    said = typed(book.facts, answers)
    found = []
    for fee in schedule.fees:
        verdict = fee.condition.judge(said)
        if verdict.truth is False:
            continue
        doubts = [one for one in fee.doubts if one.condition.judge(said).truth]
        ranks = [fee.confidence, *(one.confidence for one in doubts)]
        notes = [note for note in (fee.note, *(one.note for one in doubts)) if note]
        found.append(
            Charge(fee, max(ranks, key=list(Confidence).index), tuple(notes), verdict.asks)
        )
    return tuple(found)


def schedule(name: str) -> Schedule | None:
    """Return the fees of a rulebook, None where no file gives any; the person's own file wins."""
    file = beside.file_of("fees", name)
    return papers.kept(file, load) if file else None


def load(file: Path) -> Schedule:
    """Return the fees of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: Path) -> tuple[Schedule | None, tuple[Mistake, ...]]:
    """Return the fees and all mistakes of their file."""
    opened = source.opened(file, "fees")
    if opened.mistakes:
        return None, opened.mistakes
    root, notes = opened.root, Notes([])
    book = rulebook(root.get("rulebook", ""))
    sources = papers.sources_of(root)
    found = Schedule(
        rulebook=book.id,
        title=source.title_of(root),
        note=source.words_of(root, "note"),
        fees=tuple(_fee(one, book, sources, notes) for one in root.iterfind("fee")),
    )
    return found, tuple(sorted(notes.found, key=lambda one: one.line))


def _fee(element: Element, book: Rulebook, sources: Mapping[str, Source], notes: Notes) -> Fee:
    amount = element.get("idr")
    return Fee(
        id=element.get("id", ""),
        label=source.title_of(element),
        idr=None if amount is None else int(amount),
        condition=condition_of(element, book, notes),
        inferred=source.yes(element, "inferred"),
        note=source.words_of(element, "note"),
        doubts=tuple(
            Doubt(
                condition_of(one, book, notes),
                Confidence(one.get("confidence", "low")),
                source.words_of(one, "note") or Text("", ""),
            )
            for one in element.iterfind("doubt")
        ),
        valid_from=element.get("valid-from", ""),
        valid_to=element.get("valid-to", ""),
        confidence=Confidence(element.get("confidence", "low")),
        citations=papers.citations_of(element, sources),
    )
