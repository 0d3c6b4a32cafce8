"""Bound PDFs of a package: the reading copies of the Parts, and slots that go out bound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dossier_studio.assembly import binder, plan
from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import Entry, Heading, PartPlan, Plan
from dossier_studio.assembly.joining.shelf import Shelf
from dossier_studio.assembly.particulars import particulars
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.text import Message, Text
from dossier_studio.core.work import Work
from dossier_studio.export import proofs
from dossier_studio.export.contents import Role
from dossier_studio.export.payload import Payload
from dossier_studio.export.request import Request
from dossier_studio.export.slots import SlotPlan, slot_plans
from dossier_studio.host import messages

_DATA = "data/"


def bind_parts(
    request: Request, payload: Payload, planned: Plan
) -> Work[tuple[Plan, tuple[BoundPart, ...]]]:
    """Bind the reading copies of all Parts; return the plan as it came out, and what was bound.

    A document that only now turns out to be unreadable gets a slip sheet, and may go to its slot
    in another way than planned, which its slip sheet names: then all is bound once more.
    """
    while True:
        originals = _originals(slot_plans(request.rulebook, request.dossier, planned))
        bound = []
        for part in planned.parts:
            target = payload.place(part_file(request, part))
            bound.append((yield from _bind(request, part, target, originals)))
        corrected = _slipped(planned, bound)
        if corrected is None:
            break
        planned = corrected
    for part, one in zip(planned.parts, bound, strict=True):
        proof = yield from proofs.proven(request, part, one)
        payload.proofs.append(proofs.ProvenVolume(part_file(request, part), "", proof))
        yield from payload.record(part_file(request, part), Role.PART, one.pages)
    return planned, tuple(bound)


def bind_slot(
    request: Request, payload: Payload, slot: SlotPlan, target: Path
) -> Work[BoundPart]:
    """Bind the documents of a slot that go out as pages, with contents of their own."""
    entries = [entry for entry, bound in zip(slot.entries, slot.bound, strict=True) if bound]
    mark = Text(slot.slot.id, slot.slot.id)
    volume = plan.volume(
        request.rulebook, request.dossier, entries, title=slot.slot.title, mark=mark
    )
    bound = yield from _bind(request, volume, target, {})
    proof = yield from proofs.proven(request, volume, bound)
    member = slot.bound_name if slot.archived else ""
    payload.proofs.append(proofs.ProvenVolume(slot.file, member, proof))
    return bound


def part_file(request: Request, part: PartPlan) -> str:
    """Return the path of the reading copy of a Part, numbered as in the outline."""
    parts = [one.id for one in request.rulebook.outline.parts]
    return f"{_DATA}part-{parts.index(part.part) + 1}.pdf"


def label_of(part: PartPlan) -> Text:
    """Return number and title of a Part, as people call it."""
    mark = messages.both(part.mark)
    return Text(f"{mark.id} – {part.title.id}", f"{mark.en} – {part.title.en}")


def _bind(
    request: Request, part: PartPlan, target: Path, originals: Mapping[DocumentKey, str]
) -> Work[BoundPart]:
    about = particulars(request.rulebook, request.dossier)
    shelf = Shelf(request.shelf) if request.shelf else None
    return (
        yield from binder.bind(
            part, request.blob, target, about=about, originals=originals, shelf=shelf
        )
    )


def _originals(slots: Iterable[SlotPlan]) -> dict[DocumentKey, str]:
    """Return where the package holds each document untouched, as slip sheets name it."""
    found = {}
    for slot in slots:
        place = slot.file.removeprefix(_DATA)
        for entry, name in zip(slot.entries, slot.names, strict=True):
            found[entry.document.key] = f"{place}/{name}" if slot.archived else place
    return found


def _slipped(planned: Plan, bound: Iterable[BoundPart]) -> Plan | None:
    """Return the plan with the slips that binding has found, None when it knew them all."""
    late: dict[DocumentKey, Message] = {}
    for one in bound:
        late.update(one.slips)
    known = {entry.document.key for entry in planned.entries if entry.slip is not None}
    if late.keys() <= known:
        return None

    def corrected(row: Heading | Entry) -> Heading | Entry:
        if isinstance(row, Heading) or row.document.key not in late:
            return row
        return replace(row, slip=late[row.document.key], flattened=False)

    return Plan(
        tuple(replace(part, rows=tuple(map(corrected, part.rows))) for part in planned.parts)
    )
