"""What the cards of a section show."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.app import overview
from dossier_studio.app.mends import Mend, mends_of
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Document, bare, branch_of
from dossier_studio.core.file import FileFacts
from dossier_studio.core.finding import Finding
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Line
from dossier_studio.law.rulebook import Need


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a card shows of its line; `mends` are those of `findings`."""

    line: Line
    title: Text
    documents: tuple[Document, ...]
    facts: tuple[FileFacts | None, ...]
    findings: tuple[Finding, ...]
    mends: tuple[tuple[Mend, ...], ...]
    note: Text | None
    gathers: bool
    writable: bool


def of_section(session: Session, place: str) -> tuple[Content, ...]:
    """Return the cards of a section (of one branch of it), or of all beneath it.

    What lies beneath is shown where the section has no requirement of its own.
    """
    section = bare(place)
    lines = _lines(session, {section}, branch_of(place))
    if not lines:
        beneath = {one.id for one in session.rulebook.outline.below(section)}
        lines = _lines(session, beneath, branch_of(place))
    shown = [line for line in lines if line.need is not Need.NOT_NEEDED or line.documents]
    gathering = {line.parent for line in session.checklist.lines if line.parent}
    return tuple(_content(session, line, gathers=line.id in gathering) for line in shown or lines)


def share_of(session: Session, place: str) -> tuple[int, int]:
    """Return how many of a section's requirements are settled, of how many."""
    beneath = {one.id for one in session.rulebook.outline.below(bare(place))}
    lines = _lines(session, beneath, branch_of(place))
    share = overview.share_of(line for line in lines if line.branch or not line.parent)
    return share.settled, share.asked


def _lines(session: Session, sections: set[str], branch: str) -> list[Line]:
    """Return the lines of sections; a set comes along with those of its parts that lie there."""
    lines = session.checklist.lines
    own = [
        line
        for line in lines
        if sections.intersection(line.sections) and (not branch or line.branch in {"", branch})
    ]
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
        title=title_of(session, line),
        documents=documents,
        facts=tuple(session.facts.get(one.sha256) for one in documents),
        findings=found,
        mends=tuple(mends_of(session, one)[:1] for one in found),
        note=requirement.note if requirement else None,
        gathers=gathers,
        writable=session.writable,
    )


def title_of(session: Session, line: Line) -> Text:
    """Return the title of a line, with that of its branch."""
    if not line.branch:
        return line.title
    titles = (one.title for one in session.dossier.branches if one.name == line.branch)
    branch = next(titles, line.branch)
    return Text(f"{line.title.id} · {branch}", f"{line.title.en} · {branch}")
