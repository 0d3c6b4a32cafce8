"""Volumes to bind, without a dossier folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pikepdf

from dossier_studio.assembly.binder import BoundPart, bind
from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.joining.shelf import Shelf
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.core.dossier import Document, DocumentKey, Place
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.text import Language, Message, Text
from dossier_studio.core.work import finish

ABOUT = Particulars(
    dossier="Parasetamol Contoh",
    product="Parasetamol Contoh 500 mg",
    form="Tablet",
    applicant="PT Contoh Farma",
    address="Jl. Contoh 1, Bandung",
    city="Bandung",
    signatory="apt. Sari",
    letter="",
    stage=Text("Registrasi", "Registration"),
    filed=date(2026, 3, 16),
    sequence="0000",
    rulebook=Text("Registrasi obat BPOM", "BPOM drug registration"),
    languages=(Language.ID,),
)

PART = Message("assembly.part", {"part": "II"})


def entry(
    path: Path, title: str = "", *, slip: Message | None = None, flattened: bool = False
) -> Entry:
    data = path.read_bytes()
    digest = Digest(hashlib.sha256(data).hexdigest())
    document = Document(
        DocumentKey(path.stem), Place("II.C"), 0, path.name, digest, len(data), title
    )
    facts = FileFacts(digest, "", len(data), Kind.PDF, pages=pages_in(path))
    shown = title or path.stem
    return Entry(document, "II.C", "", "", Text(shown, shown), facts, slip, flattened)


def pages_in(path: Path) -> int | None:
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return None


def part(entries: Sequence[Entry]) -> PartPlan:
    heads = (
        Heading("II", "", Text("II Dokumen Mutu", "II Quality"), 0),
        Heading("II.C", "", Text("C Data Mutu", "C Body of Data"), 1),
    )
    title = Text("Dokumen Mutu", "Quality")
    return PartPlan("II", title, PART, Message("assembly.contents"), (*heads, *entries))


def bound(
    target: Path,
    sources: Sequence[Path] | Mapping[Path, Entry],
    about: Particulars = ABOUT,
    *,
    processes: int = 0,
    shelf: Shelf | None = None,
) -> BoundPart:
    """Bind sources into one Part at `target`."""
    entries = (
        [entry(path) for path in sources]
        if not isinstance(sources, Mapping)
        else list(sources.values())
    )
    paths = {one.document.sha256: path for one, path in zip(entries, sources, strict=True)}
    work = bind(
        part(entries), paths.__getitem__, target, about=about, processes=processes, shelf=shelf
    )
    return finish(work)
