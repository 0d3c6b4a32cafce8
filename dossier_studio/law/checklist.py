"""The checklist: what this product needs, why, how sure we are, and where each line stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.core.dossier import Decision, DocumentKey
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Text, Words
from dossier_studio.law.rulebook import Citation, Need, Stop


class Standing(StrEnum):
    """Where a requirement stands (design section 6)."""

    MET = "met"
    UNMET = "unmet"
    DEFERRED = "deferred"
    EXCUSED = "excused"
    TO_BE_JUDGED = "to-be-judged"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement, part of a set (`parent` names the set), or instance in a named branch.

    `asks` are the facts whose answers would decide an undecided line; an undecided line that asks
    nothing waits for a person's judgement. `standing` is None where there is no dossier.
    """

    id: str
    parent: str
    title: Text
    sections: tuple[str, ...]
    need: Need
    standing: Standing | None
    because: Words
    asks: tuple[str, ...]
    confidence: Confidence
    citations: tuple[Citation, ...] = ()
    documents: tuple[DocumentKey, ...] = ()
    branch: str = ""
    certificate: bool = False
    deferrable: bool = False
    generated: str = ""
    decision: Decision | None = None

    @property
    def judgement_due(self) -> bool:
        """Whether only a person can say if it is needed."""
        return self.need is Need.UNDECIDED and not self.asks


@dataclass(frozen=True, slots=True)
class Checklist:
    """All lines of a rulebook for one set of answers, in the rulebook's order."""

    rulebook: str
    version: str
    answers: Mapping[str, str]
    notices: tuple[Text, ...]
    lines: tuple[Line, ...]
    stops: tuple[Stop, ...]
