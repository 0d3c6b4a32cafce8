"""Dossiers with documents in them, and the facts of these."""

from __future__ import annotations

from collections.abc import Mapping

from dossier_studio.assembly.plan import Plan, plan
from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Branch,
    Decision,
    DecisionKind,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    Record,
    RecordKind,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.law.checklist import checklist
from dossier_studio.law.load import rulebook

DRUG = "id.bpom.drug"
ANSWERS = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "product_name": "Parasetamol Contoh",
    "strength": "500 mg",
    "applicant": "PT Contoh Farma",
    "applicant_city": "Bandung",
    "filing_date": "2026-03-16",
    "package_language": "id",
}


class Desk:
    """Puts a dossier together record by record."""

    def __init__(self, **answers: str) -> None:
        self.records: dict[Key, Record] = {
            IDENTITY: Identity("Parasetamol Contoh", DRUG, rulebook(DRUG).version)
        }
        for name, value in {**ANSWERS, **answers}.items():
            self.records[Key(RecordKind.ANSWER, name)] = Answer(value)
        self.facts: dict[Digest, FileFacts] = {}

    def branch(self, axis: str, name: str, title: str, order: int) -> None:
        self.records[Key(RecordKind.BRANCH, f"{axis}/{name}")] = Branch(axis, name, title, order)

    def excuse(self, place: str, reason: str) -> None:
        decision = Decision(DecisionKind.EXCUSED, reason, "Sari", "2026-03-10T02:00:00Z")
        self.records[Key(RecordKind.DECISION, place)] = decision

    def add(self, key: str, place: str, *, title: str = "", order: int = 0) -> Digest:
        digest = Digest(key.encode().hex().rjust(64, "0"))
        document = Document(
            DocumentKey(key), Place(place), order, f"{key}.pdf", digest, 1000, title
        )
        self.records[Key(RecordKind.DOCUMENT, key)] = document
        self.facts[digest] = FileFacts(digest, "", 1000, Kind.PDF, pages=3, encrypted=False)
        return digest

    @property
    def dossier(self) -> Dossier:
        return Dossier(self.records)

    def plan(self, facts: Mapping[Digest, FileFacts] | None = None) -> Plan:
        dossier = self.dossier
        book = rulebook(DRUG)
        asked = checklist(book, dossier.answers, dossier)
        return plan(book, dossier, asked, self.facts if facts is None else facts)
