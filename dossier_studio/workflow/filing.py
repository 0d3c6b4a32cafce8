"""Closing a sequence: what was sent, when, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dossier_studio.assembly.generated import Sheet, letters
from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import Dossier, Key, Leaf, RecordKind, Sequence
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message
from dossier_studio.law.checklist import checklist
from dossier_studio.law.examined import FILING_DATE
from dossier_studio.law.rulebook import Rulebook

TYPES = ("initial", "additional-data", "variation", "renewal")


def close_sequence(
    rulebook: Rulebook,
    dossier: Dossier,
    *,
    by: str,
    filed: date | None = None,
    kind: str = "",
    note: str = "",
    letterhead: bytes | None = None,
) -> Change:
    """Close the sequence that is being prepared; the next one begins.

    `filed` defaults to the planned filing date, `kind` to "initial" for the first sequence and
    "additional-data" for later ones; `letterhead` is the image on the letters that went along
    (papers.letterhead_of). Raises WrongUse without a date or a stage.
    """
    planned = dossier.answers.get(FILING_DATE)
    day = filed or (date.fromisoformat(planned) if planned else None)
    if day is None:
        raise WrongUse("workflow.filing.no-date")
    stage = dossier.answers.get(rulebook.stage_fact, "")
    if not stage:
        raise WrongUse("workflow.filing.no-stage")
    number = dossier.next_sequence
    kind = kind or (TYPES[0] if number == "0000" else TYPES[1])
    written = _letters(rulebook, dossier, letterhead)
    sent = [*dossier.documents, *(sheet.document for sheet in written)]
    leaves = tuple(Leaf(document.key, document.place, document.sha256) for document in sent)
    sequence = Sequence(number, stage, kind, day, by, note, leaves)
    label = Message("workflow.filing.close", {"number": number})
    return edit(dossier, label, {Key(RecordKind.SEQUENCE, number): sequence}, note)


def _letters(
    rulebook: Rulebook, dossier: Dossier, letterhead: bytes | None
) -> Iterable[Sheet]:
    """Return the letters of justification that went along."""
    asked = checklist(rulebook, dossier.answers, dossier)
    return letters(rulebook, dossier, asked, letterhead)
