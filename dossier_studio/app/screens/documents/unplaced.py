"""Files that meet nothing yet: they wait for a choice, or an answer took their place away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Document, bare, branch_of
from dossier_studio.core.file import FileFacts
from dossier_studio.core.text import Text
from dossier_studio.law import placement
from dossier_studio.law.checklist import Line
from dossier_studio.law.rulebook import Need


class Reason(Enum):
    """Why a file meets nothing."""

    SECTION = 1
    SET = 2
    BRANCH = 3
    ORPHAN = 4


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A file that waits: where it lies (`section` with its branch), and what it may meet."""

    document: Document
    facts: FileFacts | None
    section: str
    title: Text
    reason: Reason
    choices: tuple[Line, ...]
    writable: bool


def unplaced(session: Session) -> tuple[Unplaced, ...]:
    """Return every file that meets nothing, in the order of the dossier."""
    lines = session.checklist.lines
    holders = {line.parent for line in lines if line.parent}
    counted = {
        key
        for line in lines
        if line.id not in holders and line.need is not Need.NOT_NEEDED
        for key in line.documents
    }
    waiting = [one for one in session.dossier.documents if one.key not in counted]
    if not waiting:
        return ()
    named = placement.named_sections(session.rulebook)
    return tuple(_judged(session, one, named) for one in waiting)


def leaves(session: Session) -> tuple[Line, ...]:
    """Return the lines that a file can be attached to: no sets, no line that has branches."""
    lines = session.checklist.lines
    holders = {line.parent for line in lines if line.parent}
    return tuple(
        line for line in lines if line.id not in holders and line.need is not Need.NOT_NEEDED
    )


def _judged(session: Session, document: Document, named: frozenset[str]) -> Unplaced:
    book = session.rulebook
    section = placement.section_of(book, document.place)
    reason, choices = _choices(session, document, named)
    found = placement.requirement_of(book, document.place)
    if found is None:
        title = book.outline.sections[section].title
    else:
        title = found[1].title if found[1] else found[0].title
    return Unplaced(
        document=document,
        facts=session.facts.get(document.sha256),
        section=section,
        title=title,
        reason=reason,
        choices=choices,
        writable=session.writable,
    )


def _choices(
    session: Session, document: Document, named: frozenset[str]
) -> tuple[Reason, tuple[Line, ...]]:
    book, place = session.rulebook, bare(document.place)
    open_lines = leaves(session)
    if place in book.outline.sections:
        section = placement.governing(book, place, named)
        branch = branch_of(document.place)
        here = [
            line for line in open_lines if section in line.sections and line.branch in {"", branch}
        ]
        return Reason.SECTION if here else Reason.ORPHAN, tuple(here)
    beneath = tuple(line for line in open_lines if line.parent == place)
    if not beneath:
        return Reason.ORPHAN, ()
    return Reason.BRANCH if beneath[0].branch else Reason.SET, beneath
