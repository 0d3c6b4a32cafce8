"""What another answer would change, worked out before it is taken."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.app import overview
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Document
from dossier_studio.law.checklist import Checklist, Line, checklist
from dossier_studio.law.rulebook import Need


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two checklists of one dossier: as it is, and as it would be."""

    fact: str
    value: str
    before: Checklist
    after: Checklist
    added: tuple[Line, ...]
    dropped: tuple[Line, ...]
    orphans: tuple[Document, ...]


def compare(session: Session, fact: str, value: str) -> Comparison:
    """Return what answering this way ("" takes the answer back) would change."""
    answers = {name: said for name, said in session.dossier.answers.items() if name != fact}
    if value:
        answers[fact] = value
    before = session.checklist
    after = checklist(session.rulebook, answers, session.dossier)
    needed, needed_then = _asked(before), _asked(after)
    dropped = tuple(line for name, line in needed.items() if name not in needed_then)
    kept = {key for line in needed_then.values() for key in line.documents}
    losing = {key for line in dropped for key in line.documents} - kept
    return Comparison(
        fact,
        value,
        before,
        after,
        tuple(line for name, line in needed_then.items() if name not in needed),
        dropped,
        tuple(one for one in session.dossier.documents if one.key in losing),
    )


def _asked(made: Checklist) -> dict[str, Line]:
    return {line.id: line for line in overview.rows(made) if line.need is not Need.NOT_NEEDED}
