"""What the palette finds: screens, questions, sections, requirements, files, commands, dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dossier_studio.app import toolbox
from dossier_studio.app.actions import Actions
from dossier_studio.app.language import say
from dossier_studio.app.palette.matching import NO_WORDS, Fit, fit, fold, rate
from dossier_studio.app.session import Session
from dossier_studio.core.text import Language, Message, Text

translate = QCoreApplication.translate

_MOST = 60

STEPS = (
    ("product", QT_TRANSLATE_NOOP("Standing", "Product")),
    ("documents", QT_TRANSLATE_NOOP("Standing", "Documents")),
    ("check", QT_TRANSLATE_NOOP("Standing", "Check")),
    ("package", QT_TRANSLATE_NOOP("Standing", "Package")),
    ("filing", QT_TRANSLATE_NOOP("Standing", "Filing")),
)


class Sort(StrEnum):
    """What an entry leads to."""

    PLACE = "place"
    COMMAND = "command"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    `names` are the name on screen and the one in the other language, `where` says where it lives
    or by which keys it comes; `target` is an action, a folder, or a screen and `place` on it.
    `weight` puts one before another of the same fit.
    """

    sort: Sort
    icon: str
    names: tuple[str, str]
    where: str
    target: str
    place: str = ""
    weight: int = 0
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits, and the letters of which name were meant."""

    entry: Entry
    fit: Fit
    other: bool


def matching(words: str, entries: Sequence[Entry]) -> tuple[Match, ...]:
    """Return the best entries first; without words, what leads somewhere from anywhere."""
    wanted = fold(words).strip()
    if not wanted:
        plain = [one for one in entries if one.sort is not Sort.PLACE or not one.place]
        return tuple(Match(one, NO_WORDS, other=False) for one in plain[:_MOST])
    rated = _rated(tuple(wanted.split()), entries)
    chosen = nsmallest(_MOST, rated, key=lambda one: one[:2]) if rated else [
        (0, 0, one) for one in entries
    ]  # fmt: skip
    found = [match for *_, one in chosen if (match := _matched(wanted, one)) is not None]
    found.sort(key=lambda one: (-one.fit.score - one.entry.weight, len(one.entry.names[0])))
    return tuple(found[:_MOST])


def _rated(words: tuple[str, ...], entries: Sequence[Entry]) -> list[tuple[int, int, Entry]]:
    """Return entries in which all words stand as they are typed; the best have the least rate."""
    found = []
    for entry in entries:
        best = max(rate(words, name) for name in entry.folded)
        if best:
            found.append((-best - entry.weight, len(entry.names[0]), entry))
    return found


def _matched(wanted: str, entry: Entry) -> Match | None:
    own, other, where = entry.folded
    found = fit(wanted, own)
    foreign = fit(wanted, other) if other != own else None
    if found is not None and (foreign is None or found.score >= foreign.score):
        return Match(entry, found, other=False)
    if foreign is not None:
        return Match(entry, foreign, other=True)
    beside = fit(wanted, where)
    return Match(entry, Fit(beside.score, frozenset()), other=False) if beside else None


def entries_of(session: Session, actions: Actions, language: Language) -> tuple[Entry, ...]:
    """Return everything that can be found now."""
    there = session.folder is not None
    found: list[Entry] = []
    if there:
        found += _screens()
    found += _commands(session, actions)
    found += _tools()
    found += _recent(session)
    if there:
        found += _requirements(session, language)
        found += _sections(session, language)
        found += _documents(session)
        found += _questions(session, language)
    return tuple(found)


def _entry(  # every field by its name
    sort: Sort, icon: str, names: tuple[str, str], *, where: str, target: str,
    place: str = "", weight: int = 0,
) -> Entry:  # fmt: skip
    folded = tuple(fold(name) for name in (*names, where))
    return Entry(sort, icon, names, where, target, place, weight, folded)


def _both(title: Text, language: Language) -> tuple[str, str]:
    other = Language.EN if language is Language.ID else Language.ID
    return title.say(language), title.say(other)


def _screens() -> Iterator[Entry]:
    where = translate("Palette", "step")
    for number, (name, words) in enumerate(STEPS, start=1):
        said = translate("Standing", str(words))
        yield _entry(
            Sort.PLACE, "chevron-right", (said, str(words)), where=f"{where} {number}",
            target=name, weight=6,
        )  # fmt: skip


_COMMANDS = {
    "new": "file-plus", "open": "folder-open", "sample": "flask-conical", "home": "house",
    "undo": "undo-2", "redo": "redo-2", "next_missing": "arrow-down",
    "previous_missing": "arrow-up", "findings": "panel-bottom-close",
    "preview": "panel-right-close", "language": "arrow-right", "appearance": "eye",
    "make": "file-stack", "tools": "calculator", "help": "circle-question-mark",
}  # fmt: skip


def _commands(session: Session, actions: Actions) -> Iterator[Entry]:
    moves = dict(zip(("undo", "redo"), session.moves, strict=True))
    for name, icon in _COMMANDS.items():
        action = actions[name]
        if action.isEnabled():
            words, english = action.text(), actions.source(name)
            if moves.get(name):
                words = say(Message(f"core.change.{name}", {"label": words}))
            yield _entry(
                Sort.COMMAND, icon, (words, english), where=actions.key(name), target=name,
                weight=3,
            )  # fmt: skip


def _tools() -> Iterator[Entry]:
    where = translate("Palette", "tool")
    for one in toolbox.NAMES:
        yield _entry(
            Sort.PLACE, one.icon, (one.say(), one.name), where=where, target="tools",
            place=one.key, weight=2,
        )  # fmt: skip


def _recent(session: Session) -> Iterator[Entry]:
    here = str(session.folder.path.absolute()) if session.folder else ""
    where = translate("Palette", "recent dossier")
    for folder in session.settings.recent:
        if folder != here:
            name = Path(folder).name
            yield _entry(
                Sort.DOSSIER, "folder-open", (name, name), where=where, target=folder
            )


def _requirements(session: Session, language: Language) -> Iterator[Entry]:
    for line in session.checklist.lines:
        section = line.sections[0] if line.sections else ""
        icon = "file-badge" if line.certificate else "circle-check"
        yield _entry(
            Sort.PLACE, icon, _both(line.title, language), where=f"{section} · {line.id}",
            target="documents", place=line.id, weight=2,
        )  # fmt: skip


def _sections(session: Session, language: Language) -> Iterator[Entry]:
    for section in session.rulebook.outline.sections.values():
        yield _entry(
            Sort.PLACE, "list-tree", _both(section.title, language), where=section.id,
            target="documents", place=section.id,
        )  # fmt: skip


def _documents(session: Session) -> Iterator[Entry]:
    where = translate("Palette", "file")
    for document in session.dossier.documents:
        yield _entry(
            Sort.PLACE, "file-text", (document.name, document.title or document.name),
            where=f"{where} · {document.place}", target="documents", place=document.key, weight=1,
        )  # fmt: skip


def _questions(session: Session, language: Language) -> Iterator[Entry]:
    where = translate("Palette", "question")
    for fact in session.rulebook.facts.values():
        if not fact.derived:
            yield _entry(
                Sort.PLACE, "circle-question-mark", _both(fact.title, language), where=where,
                target="product", place=fact.id,
            )  # fmt: skip
