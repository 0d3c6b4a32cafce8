"""A small dossier with a bit of everything, made by code, and packages of it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from dossier_studio.core.change import edit
from dossier_studio.core.dossier import (
    Answer,
    Document,
    DocumentKey,
    Identity,
    Key,
    Place,
    Record,
    RecordKind,
    SlotChoice,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.text import Message
from dossier_studio.core.work import finish
from dossier_studio.export.package import Package, export
from dossier_studio.export.request import Request
from dossier_studio.law.check import check
from dossier_studio.law.checklist import checklist
from dossier_studio.law.load import rulebook
from dossier_studio.store import journal
from dossier_studio.store.folder import DossierFolder

LABEL = Message("export.step.index")
ANSWERS = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "filing_date": "2027-01-18",
    "package_language": "id",
}


def pdf(text: str, pages: int = 1) -> bytes:
    """Return a PDF that says something on each page."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    for page in range(1, pages + 1):
        canvas.drawString(90, 700, f"{text}, {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


FILES: tuple[tuple[str, str, bytes, int | None], ...] = (
    ("A01", "Surat pengantar.pdf", pdf("Surat pengantar"), 1),
    ("A08", "Sertifikat CPOB – tablet (2).PDF", pdf("CPOB", 3), 3),
    ("A09", "sertifikat cpob - tablet (2).pdf", pdf("Lagi", 2), 2),
    ("II.P5", "Spesifikasi <obat> & metode.pdf", pdf("Spesifikasi", 2), 2),
    ("II.P5", "metode\u202e.pdf", pdf("Metode", 6), 6),
    ("II.P8", "Stabilitas.docx", b"PK\3\4 no real Word file", None),
    ("II.P8", "Stabilitas.pdf", pdf("Stabilitas", 4), 4),
)
"""Where each file hangs, what it is called, its bytes and its pages."""


def facts_of(content: bytes, pages: int | None) -> FileFacts:
    """Return what an inspection would say of a harmless file."""
    return FileFacts(
        Digest(hashlib.sha256(content).hexdigest()),
        hashlib.md5(content, usedforsecurity=False).hexdigest(),
        len(content),
        Kind.PDF if pages else Kind.DOCX,
        pages=pages,
        encrypted=False if pages else None,
        signed=False if pages else None,
    )


def records(folder: DossierFolder) -> Mapping[Key, Record | None]:
    """Return the dossier's records, its files kept in the folder."""
    found: dict[Key, Record | None] = {
        Key(RecordKind.ANSWER, fact): Answer(value) for fact, value in ANSWERS.items()
    }
    for order, (place, name, content, _) in enumerate(FILES):
        key = DocumentKey(f"d{order}")
        document = Document(
            key, Place(place), order, name, folder.keep_bytes(content), len(content)
        )
        found[Key(RecordKind.DOCUMENT, key)] = document
    found[Key(RecordKind.SLOT, "P.5")] = SlotChoice("bound")
    found[Key(RecordKind.SLOT, "P.8")] = SlotChoice("bound")
    return found


@dataclass(frozen=True)
class Bench:
    """A dossier on the disk, and what one asks of it here."""

    folder: DossierFolder

    def put(self, changes: Mapping[Key, Record | None]) -> None:
        self.folder.commit(edit(self.folder.dossier, LABEL, changes), "Sari")

    def request(self, parent: Path) -> Request:
        law, dossier = rulebook("id.bpom.drug"), self.folder.dossier
        facts = {one.sha256: one for one in (facts_of(*file[2:]) for file in FILES)}
        return Request(
            rulebook=law,
            dossier=dossier,
            checklist=checklist(law, dossier.answers, dossier),
            report=check(law, dossier, facts),
            facts=facts,
            blob=self.folder.blob,
            head=self.folder.head,
            parent=parent,
            journal=lambda: journal.lines(self.folder),
            zip=True,
            with_journal=True,
        )

    def export(self, parent: Path) -> Package:
        return finish(export(self.request(parent)))


def bench_in(path: Path) -> Bench:
    """Make the dossier in a folder, always with the same journal."""
    hour = datetime(2026, 11, 22, 8, tzinfo=UTC)
    identity = Identity("Parasetamol Contoh 500 mg", "id.bpom.drug", "2026.1")
    folder = DossierFolder.create(path, identity, by="Sari", label=LABEL, now=lambda: hour)
    bench = Bench(folder)
    bench.put(records(folder))
    return bench
