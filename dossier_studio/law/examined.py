"""A dossier under examination: what every kind of check looks at, and what one brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dossier_studio.core.dossier import Document, Dossier
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Coverage, Finding
from dossier_studio.core.text import Text
from dossier_studio.law import placement
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.fact import FILING_DATE, Answered, typed
from dossier_studio.law.rulebook import Citation, Rulebook

__all__ = ["FILING_DATE", "Examined", "Observed", "cited"]

NOTHING = Coverage()


@dataclass(frozen=True, slots=True)
class Observed:
    """Findings, and how many checks they came from."""

    findings: tuple[Finding, ...] = ()
    coverage: Coverage = NOTHING


@dataclass(frozen=True)
class Examined:
    """Rulebook, dossier, its checklist, and the facts of its files.

    `known` keeps what was said of each document for the next examination of the same dossier:
    whoever examines again and again hands the same one in.
    """

    rulebook: Rulebook
    dossier: Dossier
    checklist: Checklist
    facts: Mapping[Digest, FileFacts]
    known: dict[str, tuple[tuple[object, ...], Observed]] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(init=False)

    def __post_init__(self) -> None:
        known = {k: v for k, v in self.dossier.answers.items() if k in self.rulebook.facts}
        object.__setattr__(self, "answers", typed(self.rulebook.facts, known))

    @property
    def filing_date(self) -> date | None:
        """The planned filing date, None while it is unanswered."""
        value = self.answers.get(FILING_DATE)
        return value if isinstance(value, date) else None

    def section_of(self, document: Document) -> str:
        """Return the section of a document."""
        return placement.section_of(self.rulebook, document.place)

    def documents_of(self, line: Line) -> tuple[Document, ...]:
        """Return the documents that count for a line."""
        found = (self.dossier.document(key) for key in line.documents)
        return tuple(document for document in found if document)

    def title_of(self, place: str) -> Text:
        """Return the title of a place: requirement, part or section."""
        found = placement.requirement_of(self.rulebook, place)
        if found:
            return found[1].title if found[1] else found[0].title
        return self.rulebook.outline.sections[placement.section_of(self.rulebook, place)].title


def cited(citations: tuple[Citation, ...]) -> Text:
    """Return sources and clauses in one text, empty where there are none."""
    words = [citation.words for citation in citations]
    return Text("; ".join(one.id for one in words), "; ".join(one.en for one in words))
