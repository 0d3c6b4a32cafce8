"""What is remembered of a document never stands in the way of what is true."""

from __future__ import annotations

from dataclasses import replace

from dossier_studio.core.dossier import (
    Answer,
    Document,
    DocumentKey,
    Dossier,
    Key,
    Place,
    Record,
    RecordKind,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.law import documents
from dossier_studio.law.checklist import checklist
from dossier_studio.law.examined import Examined, Observed
from dossier_studio.law.load import rulebook


def test_what_is_remembered_of_a_document_is_judged_anew_when_its_grounds_change() -> None:
    book = rulebook("id.bpom.drug")
    place, digest = Place("A08"), Digest("a" * 64)
    record = Document(DocumentKey("D0001"), place, 0, "cpob.pdf", digest, 100)
    key = Key(RecordKind.DOCUMENT, "D0001")
    known: dict[str, tuple[tuple[object, ...], Observed]] = {}

    def codes(dossier: Dossier, facts: dict[Digest, FileFacts]) -> set[str]:
        made = checklist(book, dossier.answers, dossier)
        with_memory = documents.observe(Examined(book, dossier, made, facts, known))
        without = documents.observe(Examined(book, dossier, made, facts))
        assert with_memory == without
        return {one.code for one in with_memory.findings}

    said = {"stage": "registration", "category": "2X", "origin": "own"}
    asked: dict[Key, Record] = {
        Key(RecordKind.ANSWER, name): Answer(value) for name, value in said.items()
    }
    dossier = Dossier({key: record, **asked})
    facts = {digest: FileFacts(digest, "0" * 32, 100, Kind.PDF, pages=2)}
    assert "NOT-INSPECTED" in codes(dossier, {})
    assert "NOT-INSPECTED" not in codes(dossier, facts)
    assert "NOT-ASKED" not in codes(dossier, facts)
    imported = {**asked, Key(RecordKind.ANSWER, "origin"): Answer("import")}
    assert "NOT-ASKED" in codes(Dossier({key: record, **imported}), facts)
    waits: dict[Key, Record] = {key: replace(record, place=Place("I.C.3")), **asked}
    assert "WAITS" in codes(Dossier(waits), facts)
