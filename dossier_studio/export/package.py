"""The package: everything that is sent, built aside and put in its place at the very end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dossier_studio.assembly import plan as planning
from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import PartPlan, Plan
from dossier_studio.core.dossier import DocumentKey, bare
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export import archive, bag, packing, place, volumes
from dossier_studio.export.agreement import INDEX
from dossier_studio.export.archive import Member
from dossier_studio.export.contents import Contents, PackedDocument, PackedPart, Role, Sending
from dossier_studio.export.index import index
from dossier_studio.export.operations import operations
from dossier_studio.export.page import page
from dossier_studio.export.payload import Original, Payload
from dossier_studio.export.reports import write_reports
from dossier_studio.export.request import Request
from dossier_studio.export.slots import slot_plans
from dossier_studio.host import files
from dossier_studio.law.checklist import Checklist

__all__ = ["Package", "Request", "export"]

PAGE = "data/index.html"
JOURNAL = "data/journal.jsonl"

_ROOM_FOR_EACH = 1 << 16
"""Bytes of index, contents and slip sheets that a document may come to."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package in its place; `zip` None where none was asked for.

    `documents` counts what was sent, `pages` those of the reading copies, `bytes` the payload's.
    """

    path: Path
    zip: Path | None
    sequence: str
    documents: int
    pages: int
    bytes: int


def export(request: Request) -> Work[Package]:
    """Make the package of a dossier in `request.parent`, replacing the one of the same name whole.

    Whether the dossier is ready is the caller's question. Cancelled or failed, nothing is left and
    what stood there before stands as it was. Raises StudioError: no room, a name that something
    else has, a blob that is not what it was, a disk that cannot be written.
    """
    name, parent = request.name, request.parent
    with files.writing(parent):
        plan = planning.plan(request.rulebook, request.dossier, request.checklist, request.facts)
        place.free_to_take(parent, name)
        place.room(parent, _room(plan, zip_too=request.zip))
        with place.work_folder(parent, name) as work:
            package = yield from _built(request, plan, work / name)
            made, stale = [name], [f"{name}.zip"]
            if request.zip:
                yield from _zip(work / name, work / f"{name}.zip")
                made, stale = [*made, *stale], []
            place.take(work, parent, tuple(made), tuple(stale))
    return package


def _room(plan: Plan, *, zip_too: bool) -> int:
    """Return how many bytes a package may take: originals, reading copies, and all again zipped."""
    originals = sum(entry.document.bytes for entry in plan.entries)
    pages = sum(entry.document.bytes for entry in plan.entries if entry.slip is None)
    package = originals + pages + _ROOM_FOR_EACH * len(plan.entries)
    return package * 2 if zip_too else package


def _built(request: Request, plan: Plan, root: Path) -> Work[Package]:
    """Write a package's folder from first file to last."""
    payload = Payload(root)
    plan, bound = yield from volumes.bind_parts(request, payload, plan)
    slots = slot_plans(request.rulebook, request.dossier, plan)
    sendings: dict[DocumentKey, Sending] = {}
    for slot in slots:
        found = yield from packing.fill_slot(request, payload, slot)
        keys = (entry.document.key for entry in slot.entries)
        sendings.update(zip(keys, found, strict=True))
    changes = operations((one.document for one in plan.entries), request.dossier.sequences)
    parts = tuple(_part(request, *pair) for pair in zip(plan.parts, bound, strict=True))
    firsts = {key: page for one in bound for key, page in one.first_page_of.items()}
    satisfied = _requirements(request.checklist)
    documents = tuple(
        PackedDocument(
            entry=entry,
            requirement=entry.requirement or satisfied.get(entry.document.key, ""),
            sending=sendings[entry.document.key],
            fate=changes.fates[entry.document.key],
            part=part.part,
            first_page=firsts.get(entry.document.key),
        )
        for part in plan.parts
        for entry in part.entries
    )
    yield from write_reports(request, payload, plan)
    if request.with_journal:
        payload.write(JOURNAL, Role.JOURNAL, request.journal())
    yield Step(Message("export.step.index"))
    contents = Contents(
        rulebook=request.rulebook,
        dossier=request.dossier,
        head=request.head,
        parts=parts,
        slots=slots,
        files=payload.files,
        documents=documents,
        deleted=changes.deleted,
        earlier=changes.earlier,
    )
    _seal(payload, contents)
    return Package(
        path=request.parent / request.name,
        zip=request.parent / f"{request.name}.zip" if request.zip else None,
        sequence=request.dossier.next_sequence,
        documents=len(documents),
        pages=sum(part.pages for part in parts),
        bytes=sum(one.checksum.bytes for one in payload.files),
    )


def _part(request: Request, part: PartPlan, bound: BoundPart) -> PackedPart:
    file = volumes.part_file(request, part)
    return PackedPart(part.part, part.title, volumes.label_of(part), file, bound.pages)


def _requirements(checklist: Checklist) -> dict[DocumentKey, str]:
    """Return which requirement each document satisfies; a part of a set says more than the set."""
    return {key: bare(line.id) for line in checklist.lines for key in line.documents}


def _seal(payload: Payload, contents: Contents) -> None:
    """Write page and index, then the bag's tag files about everything."""
    payload.write(PAGE, Role.PAGE, (page(contents),))
    content, fields = index(replace(contents, files=payload.files))
    payload.write(INDEX, Role.PAGE, (content,))
    sums = {one.path: one.checksum for one in payload.files}
    tags = {
        bag.BAGIT: bag.DECLARATION,
        bag.INFO: bag.info(fields, {path: one.bytes for path, one in sums.items()}),
        bag.MANIFEST: bag.manifest({path: one.sha256 for path, one in sums.items()}),
    }
    tags[bag.TAG_MANIFEST] = bag.tag_manifest(tags)
    for name, text in tags.items():
        payload.place(name).write_bytes(text)


def _zip(folder: Path, target: Path) -> Work[None]:
    """Write a package's folder as a zip with that folder as its only root."""
    found = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path
        for path in folder.rglob("*")
        if path.is_file()
    }
    members = []
    for name, path in sorted(found.items()):
        meter = yield from Original(path.name, path).measured()
        members.append(Member(name, meter.checksum.bytes, meter.crc))
    total, done = sum(member.size for member in members), 0
    with files.long(target).open("xb") as stream:
        for chunk in archive.stream(members, lambda name: files.long(found[name]).open("rb")):
            stream.write(chunk)
            done += len(chunk)
            yield Step(Message("export.step.zip"), min(done, total), total)
