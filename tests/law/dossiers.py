"""Dossiers as values: answers, documents with certificates, decisions; no disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Branch,
    Certificate,
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
    Row,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.finding import Finding, Report
from dossier_studio.law.check import check
from dossier_studio.law.checklist import Checklist, Need, checklist
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook

BOOK = rulebook("id.bpom.drug")
NOTED = Certificate(number="1", issuer="BPOM", country="ID", issued=None, expires=None)

# The facts of the design, answered for a local generic without bioequivalence study.
GENERIC = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "conventional_form": "yes",
    "dispensing": "B",
    "substance_class": "none",
    "patent": "none",
    "deferral": "none",
    "filing_date": "2027-01-18",
    "package_language": "id",
    **dict.fromkeys(
        "export_only orphan life_threatening programme essential reliance affiliate study_waiver"
        " human_animal_excipient novel_excipient similar_product_approved smf_recent"
        " self_administered literature_ii literature_iv be_bridging renewal_with_variation".split(),
        "no",
    ),
}
# Questions beyond those, which some lines ask.
REST = dict.fromkeys(
    "foreign_making_step dmf_cep comparative_dissolution samples_requested ba_be_studies"
    " new_studies_needed same_as_own_product active_source_changed change_alters_risk"
    " change_needs_nonclinical foreign_site_changed substance_file_approved".split(),
    "no",
)
ANSWERED = {**GENERIC, **REST}


@dataclass(frozen=True)
class Filed:
    """A dossier under construction, and the facts of its files."""

    dossier: Dossier = field(
        default_factory=lambda: Dossier({IDENTITY: Identity("Contoh", BOOK.id, BOOK.version)})
    )
    facts: Mapping[Digest, FileFacts] = field(default_factory=dict)
    book: Rulebook = BOOK

    def answer(self, answers: Mapping[str, str]) -> Filed:
        return self._with({Key(RecordKind.ANSWER, k): Answer(v) for k, v in answers.items()})

    def without(self, *facts: str) -> Filed:
        keys = {Key(RecordKind.ANSWER, fact) for fact in facts}
        kept = {k: v for k, v in self.dossier.records.items() if k not in keys}
        return replace(self, dossier=Dossier(kept))

    def add(
        self, place: str, certificate: Certificate | None = None, *, name: str = "", size: int = 900
    ) -> Filed:
        key = DocumentKey(f"d{len(self.dossier.documents):03}")
        name = name or f"{key}.pdf"
        digest = Digest(sha256(f"{key}{name}".encode()).hexdigest())
        document = Document(key, Place(place), 0, name, digest, size, "", certificate)
        one = FileFacts(digest, "0" * 32, size, Kind.PDF, pages=1)
        done = self._with({Key(RecordKind.DOCUMENT, key): document})
        return replace(done, facts={**self.facts, digest: one})

    def remove(self, place: str) -> Filed:
        kept = {
            key: record
            for key, record in self.dossier.records.items()
            if not (isinstance(record, Document) and record.place == place)
        }
        return replace(self, dossier=Dossier(kept))

    def decide(self, place: str, kind: DecisionKind) -> Filed:
        decision = Decision(kind, "alasan", "Ratna", "2026-11-20T03:00:00Z")
        return self._with({Key(RecordKind.DECISION, place): decision})

    def row(self, table: str, order: int = 0, **cells: str) -> Filed:
        row = Row(table, order, tuple(cells.items()))
        return self._with({Key(RecordKind.ROW, f"{table}/{order:03}"): row})

    def branch(self, axis: str, name: str, order: int = 0) -> Filed:
        return self._with(
            {Key(RecordKind.BRANCH, f"{axis}/{name}"): Branch(axis, name, name, order)}
        )

    def completed(self) -> Filed:
        """Give every required line a document, and judge what only a person can settle."""
        done = self
        for line in self.checklist().lines:
            if line.judgement_due:
                done = done.decide(line.id, DecisionKind.NOT_NEEDED)
        lines = done.checklist().lines
        sets = {line.parent for line in lines}
        for line in lines:
            asked = line.need is Need.REQUIRED and line.id not in sets
            if asked and not line.generated and not line.documents:
                done = done.add(line.id)
        return done

    def checklist(self) -> Checklist:
        return checklist(self.book, self.dossier.answers, self.dossier)

    def check(self) -> Report:
        return check(self.book, self.dossier, self.facts)

    def findings(self, code: str) -> list[Finding]:
        return [finding for finding in self.check().findings if finding.code == code]

    def _with(self, records: Mapping[Key, Record]) -> Filed:
        return replace(self, dossier=Dossier({**self.dossier.records, **records}))


def filed(answers: Mapping[str, str] | None = None, **changes: str) -> Filed:
    """Return a dossier with these answers (those of the generic when none are given)."""
    return Filed().answer({**(ANSWERED if answers is None else answers), **changes})
