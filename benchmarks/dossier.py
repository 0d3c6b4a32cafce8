"""Dossiers made of a corpus: one bound Part for the binder, a whole folder for the export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.particulars import Particulars
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
)
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.text import Language, Message, Text
from dossier_studio.core.work import finish
from dossier_studio.export.request import Request
from dossier_studio.intake import wire
from dossier_studio.intake.inspect import inspect
from dossier_studio.law.check import check
from dossier_studio.law.checklist import checklist
from dossier_studio.law.load import rulebook
from dossier_studio.law.placement import axis_of
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder

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
    filed=date(2027, 1, 18),
    sequence="0000",
    rulebook=Text("Registrasi obat BPOM", "BPOM drug registration"),
    languages=(Language.ID,),
)

RULES = "id.bpom.drug"
IN_SECTION = 20
SAID = Message("export.step.index")
ANSWERS = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "product_name": "Parasetamol Contoh",
    "filing_date": "2027-01-18",
    "package_language": "id",
}

Sources = Mapping[Digest, Path]


def known(files: Sequence[Path], cache: Path) -> tuple[FileFacts, ...]:
    """Return the facts of files, as importing them has found them once."""
    kept = cache / "facts.jsonl"
    if not kept.exists():
        found = finish(inspect(files))
        kept.write_bytes(b"\n".join(map(wire.packed, found)))
    return tuple(map(wire.unpacked, kept.read_bytes().split(b"\n")))


def part_of(files: Sequence[Path], facts: Sequence[FileFacts]) -> tuple[PartPlan, Sources]:
    """Return a Part with a section for every twenty files; encrypted ones get a slip sheet."""
    rows: list[Heading | Entry] = [Heading("II", "", Text("II Mutu", "II Quality"), 0)]
    for index, (path, found) in enumerate(zip(files, facts, strict=True)):
        if index % IN_SECTION == 0:
            name = f"{index // IN_SECTION + 1} Bagian"
            rows.append(Heading(f"II.{index}", "", Text(name, name), 1))
        document = Document(
            DocumentKey(f"D{index:04}"), Place("II"), index, path.name, found.sha256, found.bytes
        )
        title = Text(f"Dokumen {index + 1}", f"Document {index + 1}")
        slip = None if found.bindable else Message("assembly.slip.encrypted")
        rows.append(Entry(document, "II", "", "", title, found, slip))
    mark = Message("assembly.part", {"part": "II"})
    plan = PartPlan("II", Text("Mutu", "Quality"), mark, Message("assembly.contents"), tuple(rows))
    sources = {found.sha256: path for path, found in zip(files, facts, strict=True)}
    return plan, sources


@contextmanager
def folder_of(
    files: Sequence[Path], facts: Sequence[FileFacts], cache: Path
) -> Iterator[DossierFolder]:
    """Open the dossier of a corpus; it is made once."""
    path = cache / "dossier"
    if not (path / "made").exists():
        shutil.rmtree(path, ignore_errors=True)
        _make(path, files, facts)
        (path / "made").touch()
    with DossierFolder.open(path, write=False, by="Sari") as folder:
        yield folder


def _make(path: Path, files: Sequence[Path], facts: Sequence[FileFacts]) -> None:
    rules = rulebook(RULES)
    places = _places(rules)
    identity = Identity("Parasetamol Contoh 500 mg", rules.id, rules.version)
    hour = datetime(2026, 11, 22, 8, tzinfo=UTC)
    with DossierFolder.create(path, identity, by="Sari", label=SAID, now=lambda: hour) as folder:
        records: dict[Key, Record | None] = {
            Key(RecordKind.ANSWER, fact): Answer(value) for fact, value in ANSWERS.items()
        }
        for index, (file, found) in enumerate(zip(files, facts, strict=True)):
            digest = finish(folder.keep(file))
            key = DocumentKey(f"D{index:04}")
            place = Place(places[index * len(places) // len(files)])
            records[Key(RecordKind.DOCUMENT, key)] = Document(
                key, place, index, file.name, digest, found.bytes
            )
        folder.commit(edit(folder.dossier, SAID, records), "Sari")


def _places(rules: Rulebook) -> list[str]:
    """Return requirements that take files without a branch."""
    wholes = [one.id for one in rules.requirements.values() if not one.parts]
    return [name for name in wholes if not axis_of(rules, name)]


def request(folder: DossierFolder, facts: Sequence[FileFacts], parent: Path) -> Request:
    """Return what an export of a dossier needs, its facts being known."""
    rules, dossier = rulebook(RULES), folder.dossier
    by_digest = {one.sha256: one for one in facts}
    return Request(
        rulebook=rules,
        dossier=dossier,
        checklist=checklist(rules, dossier.answers, dossier),
        report=check(rules, dossier, by_digest),
        facts=by_digest,
        blob=folder.blob,
        head=folder.head,
        parent=parent,
        zip=True,
    )


def replaced(wanted: Request, file: Path, facts: FileFacts) -> Request:
    """Return the same request with the document in the middle replaced by another file."""
    documents = wanted.dossier.documents
    one = documents[len(documents) // 2]
    new = replace(one, sha256=facts.sha256, bytes=facts.bytes)
    records = dict(wanted.dossier.records) | {Key(RecordKind.DOCUMENT, one.key): new}
    return replace(
        wanted,
        dossier=replace(wanted.dossier, records=records),
        facts={**wanted.facts, facts.sha256: facts},
        blob=lambda digest: file if digest == facts.sha256 else wanted.blob(digest),
    )
