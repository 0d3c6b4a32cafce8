"""Reads the deadlines from resources/rules/deadlines.xml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Text
from dossier_studio.law import papers, source
from dossier_studio.law.deadlines import Actor, Deadline, Deadlines, Span, Watch
from dossier_studio.law.rulebook import Source
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes

FILE = "rules/deadlines.xml"


def deadlines() -> Deadlines:
    """Return all deadlines: the person's own copy where there is one."""
    return papers.kept(papers.edition(FILE), load)


def load(file: Path) -> Deadlines:
    """Return the deadlines of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: Path) -> tuple[Deadlines | None, tuple[Mistake, ...]]:
    """Return the deadlines and all mistakes of their file."""
    opened = source.opened(file, "deadlines")
    if opened.mistakes:
        return None, opened.mistakes
    root, notes = opened.root, Notes([])
    sources = papers.sources_of(root)
    actors = {one.get("id", ""): _actor(one) for one in root.iterfind("actor")}
    rows = {
        one.get("id", ""): _deadline(one, actors, sources, notes)
        for one in root.iterfind("deadline")
    }
    known = rows.keys() | {row.group for row in rows.values()}
    for one in root.iterfind("deadline"):
        by = one.get("superseded-by")
        if by and by not in known:
            notes.add(one, "clocks.deadline.no-successor", rule=one.get("id", ""), by=by)
    found = Deadlines(
        version=root.get("version", ""),
        week=root.get("calendar", ""),
        rows=rows,
        watches=tuple(_watch(one, notes) for one in root.iterfind("watch")),
    )
    return found, tuple(sorted(notes.found, key=lambda one: one.line))


def _actor(element: Element) -> Actor:
    title = source.title_of(element)
    return Actor(element.get("id", ""), title, source.yes(element, "authority"))


def _deadline(
    element: Element, actors: Mapping[str, Actor], sources: Mapping[str, Source], notes: Notes
) -> Deadline:
    span = _span(element, "unit", "to", notes)
    on = source.day(element, "on")
    reason = source.words_of(element, "reason")
    if span is None and on is None and reason is None:
        notes.add(element, "clocks.deadline.no-reason", rule=element.get("id", ""))
    return Deadline(
        id=element.get("id", ""),
        group=element.get("of", ""),
        actor=actors[element.get("actor", "")],
        start=source.words_of(element, "start") or Text("", ""),
        what=source.words_of(element, "what") or Text("", ""),
        missed=source.words_of(element, "missed"),
        reason=reason,
        note=source.words_of(element, "note"),
        span=span,
        also=_span(element, "also-unit", "also-to", notes),
        on=on,
        assumed=source.yes(element, "assumed"),
        months=tuple(int(one) for one in source.listed(element, "months")),
        extensions=int(element.get("extensions", "0")),
        pauses=source.yes(element, "pauses"),
        superseded_by=element.get("superseded-by", ""),
        valid_from=element.get("valid-from", ""),
        valid_to=element.get("valid-to", ""),
        confidence=Confidence(element.get("confidence", "low")),
        citations=papers.citations_of(element, sources),
    )


def _span(element: Element, unit: str, to: str, notes: Notes) -> Span | None:
    counted = element.get(unit), element.get(to)
    if counted == (None, None):
        return None
    if None in counted:
        notes.add(element, "clocks.deadline.half", first=unit, second=to)
        return None
    first = element.get("from") if to == "to" else None
    return Span(counted[0] or "", int(counted[1] or "0"), None if first is None else int(first))


def _watch(element: Element, notes: Notes) -> Watch:
    dates = [element.get(name, "") for name in ("fact", "certificate", "expiring")]
    if sum(map(bool, dates)) != 1:
        notes.add(element, "clocks.deadline.watch-one")
    return Watch(
        rulebook=element.get("rulebook", ""),
        fact=dates[0],
        certificate=dates[1],
        expiring=dates[2],
        due=source.yes(element, "due"),
        until=element.get("until", ""),
        deadline=element.get("deadline", ""),
        then=element.get("then", ""),
        when=element.get("when", ""),
    )
