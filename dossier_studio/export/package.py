"""The package: everything that is sent, built aside and put in its place at the very end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier_studio.assembly import plan as planning
from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import PartPlan, Plan
from dossier_studio.assembly.papers import letterhead
from dossier_studio.core.dossier import DocumentKey, bare
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export import packing, place, volumes
from dossier_studio.export.contents import Contents, PackedDocument, PackedPart, Role, Sending
from dossier_studio.export.operations import Operations, operations
from dossier_studio.export.payload import Payload
from dossier_studio.export.reports import write_reports
from dossier_studio.export.request import Request
from dossier_studio.export.sealing import seal, zip_folder
from dossier_studio.export.slots import slot_plans
from dossier_studio.host import files
from dossier_studio.law.checklist import Checklist

__all__ = ["Package", "Request", "export"]

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
        plan = planning.plan(
            request.rulebook,
            request.dossier,
            request.checklist,
            request.facts,
            letterhead=letterhead.read(request.dossier, request.blob),
        )
        place.free_to_take(parent, name, zip_too=request.zip)
        with place.parent_folder(parent):
            place.room(parent, _room(plan, zip_too=request.zip))
            with place.work_folder(parent, name) as work:
                package = yield from _built(request, plan, work / name)
                place.take(work, parent, name)
    return package


def _room(plan: Plan, *, zip_too: bool) -> int:
    """Return how many bytes a package may take at its widest.

    Originals and reading copies; besides, while binding, as much as is bound, or at the end all
    of it once more in the zip.
    """
    originals = sum(entry.document.bytes for entry in plan.entries)
    pages = sum(entry.document.bytes for entry in plan.entries if entry.slip is None)
    package = originals + pages + _ROOM_FOR_EACH * len(plan.entries)
    return package + (max(pages, package) if zip_too else pages)


def _built(request: Request, plan: Plan, root: Path) -> Work[Package]:
    """Write a package's folder from first file to last, and its zip beside it where asked."""
    payload = Payload(root)
    plan, bound = yield from volumes.bind_parts(request, payload, plan)
    slots = slot_plans(request.rulebook, request.dossier, plan)
    sendings: dict[DocumentKey, Sending] = {}
    for slot in slots:
        found = yield from packing.fill_slot(request, payload, slot)
        keys = (entry.document.key for entry in slot.entries)
        sendings.update(zip(keys, found, strict=True))
    changes = operations((one.document for one in plan.uploaded), request.dossier.sequences)
    parts = tuple(_part(request, *pair) for pair in zip(plan.parts, bound, strict=True))
    documents = tuple(_documents(request, zip(plan.parts, bound, strict=True), sendings, changes))
    if request.with_journal:
        payload.write(JOURNAL, Role.JOURNAL, request.journal())
    contents = Contents(
        rulebook=request.rulebook,
        dossier=request.dossier,
        head=request.head,
        parts=parts,
        slots=slots,
        documents=documents,
        deleted=changes.deleted,
        earlier=changes.earlier,
    )
    yield from write_reports(request, payload, contents)
    yield Step(Message("export.step.index"))
    members = seal(payload, contents)
    if request.zip:
        yield from zip_folder(root, members, root.with_name(f"{root.name}.zip"))
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


def _documents(
    request: Request,
    bound_parts: Iterable[tuple[PartPlan, BoundPart]],
    sendings: Mapping[DocumentKey, Sending],
    changes: Operations,
) -> Iterator[PackedDocument]:
    satisfied = _requirements(request.checklist)
    for part, bound in bound_parts:
        for entry in (one for one in part.entries if one.uploaded):
            key = entry.document.key
            yield PackedDocument(
                entry=entry,
                requirement=entry.requirement or satisfied.get(key, ""),
                sending=sendings[key],
                fate=changes.fates[key],
                part=part.part,
                first_page=bound.first_page_of.get(key),
            )


def _requirements(checklist: Checklist) -> dict[DocumentKey, str]:
    """Return which requirement each document satisfies; a part of a set says more than the set."""
    return {key: bare(line.id) for line in checklist.lines for key in line.documents}
