"""What the cards of a section show."""

from __future__ import annotations

from dossier_studio.app import overview
from dossier_studio.app.screens.documents.card import Content
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import bare
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Line
from dossier_studio.law.rulebook import Need


def of_section(session: Session, section: str) -> tuple[Content, ...]:
    """Return the cards of a section, or of all beneath it where it has none of its own."""
    lines = _lines(session, {section})
    if not lines:
        beneath = {one.id for one in session.rulebook.outline.below(section)}
        lines = _lines(session, beneath)
    shown = [line for line in lines if line.need is not Need.NOT_NEEDED or line.documents]
    gathering = {line.parent for line in session.checklist.lines if line.parent}
    return tuple(_content(session, line, gathers=line.id in gathering) for line in shown or lines)


def share_of(session: Session, section: str) -> tuple[int, int]:
    """Return how many of a section's requirements are settled, of how many."""
    beneath = {one.id for one in session.rulebook.outline.below(section)}
    rows = [line for line in _lines(session, beneath) if not line.parent and not line.branch]
    share = overview.share_of(rows)
    return share.settled, share.asked


def _lines(session: Session, sections: set[str]) -> list[Line]:
    """Return the lines of sections; a set comes along with those of its parts that lie there."""
    lines = session.checklist.lines
    own = [line for line in lines if sections.intersection(line.sections)]
    parents = {line.parent for line in own if line.parent}
    children = {line.id for line in own}
    branched = {bare(line.id) for line in own if line.branch}
    return [
        line
        for line in lines
        if (line.id in children or line.id in parents) and line.id not in branched
    ]


def _content(session: Session, line: Line, *, gathers: bool) -> Content:
    dossier = session.dossier
    held = [dossier.document(key) for key in line.documents]
    documents = tuple(one for one in held if one is not None)
    keys = {one.key for one in documents}
    found = tuple(
        one
        for one in session.report.findings
        if one.requirement == line.id or one.document in keys
    )
    requirement = session.rulebook.requirements.get(bare(line.id))
    return Content(
        line=line,
        title=_title(session, line),
        documents=documents,
        facts=tuple(session.facts.get(one.sha256) for one in documents),
        findings=found,
        note=requirement.note if requirement else None,
        gathers=gathers,
        writable=session.writable,
    )


def _title(session: Session, line: Line) -> Text:
    if not line.branch:
        return line.title
    titles = (one.title for one in session.dossier.branches if one.name == line.branch)
    branch = next(titles, line.branch)
    return Text(f"{line.title.id} · {branch}", f"{line.title.en} · {branch}")
