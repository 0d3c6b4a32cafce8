"""Fills a package's data folder: upload slots, reading copies and reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dossier_studio.assembly import binder, plan, wording
from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import Entry, PartPlan
from dossier_studio.core.work import Work
from dossier_studio.export.contents import Role, Sending, Sent
from dossier_studio.export.payload import Original, Payload
from dossier_studio.export.request import Request
from dossier_studio.export.slots import Form, SlotPlan


def fill_slot(request: Request, payload: Payload, slot: SlotPlan) -> Work[tuple[Sending, ...]]:
    """Write what one slot uploads; return how each of its documents goes out, in their order."""
    originals = [original_of(request, entry) for entry in slot.entries]
    if slot.form is Form.FILE:
        checksum = yield from payload.copy(slot.file, originals[0], slot.entries[0].facts.pages)
        return (Sending(slot, checksum, Sent.FILE),)
    if not slot.archived:
        found = yield from _bound(request, slot, payload.place(slot.file))
        yield from payload.record(slot.file, Role.SLOT, found.pages)
    else:
        yield from _fill_archive(request, payload, slot, originals)
    sendings = []
    for name, original, bound in zip(slot.names, originals, slot.bound, strict=True):
        meter = yield from original.measured()
        if bound:
            member = slot.bound_name if slot.archived else ""
            sendings.append(Sending(slot, meter.checksum, Sent.PAGES, member))
        else:
            sendings.append(Sending(slot, meter.checksum, Sent.MEMBER, name))
    return tuple(sendings)


def _fill_archive(
    request: Request, payload: Payload, slot: SlotPlan, originals: Sequence[Original]
) -> Work[None]:
    """Write a slot's archive: what is not bound as it came, and the bound PDF if there is one."""
    named = zip(slot.names, originals, slot.bound, strict=True)
    members = {name: original for name, original, bound in named if not bound}
    if slot.form is Form.BOUND:
        scratch = payload.root.with_name(f"slot-{slot.slot.number:02}.pdf")
        yield from _bound(request, slot, scratch)
        members[slot.bound_name] = Original(slot.bound_name, scratch)
    yield from payload.pack(slot.file, members)


def part_file(number: int) -> str:
    """Return the path of the reading copy of the Part with this number."""
    return f"data/part-{number}.pdf"


def bind_part(request: Request, payload: Payload, part: PartPlan, file: str) -> Work[BoundPart]:
    """Bind the reading copy of one Part."""
    bound = yield from _bind(request, part, payload.place(file))
    yield from payload.record(file, Role.PART, bound.pages)
    return bound


def original_of(request: Request, entry: Entry) -> Original:
    """Return the untouched file behind a document."""
    document = entry.document
    if entry.content is not None:
        return Original(document.name, Path(document.name), document.sha256, entry.content)
    return Original(document.name, request.blob(document.sha256), document.sha256)


def _bound(request: Request, slot: SlotPlan, target: Path) -> Work[BoundPart]:
    """Bind the documents of a slot that go out as pages, with contents of their own."""
    entries = [entry for entry, bound in zip(slot.entries, slot.bound, strict=True) if bound]
    volume = plan.volume(
        request.rulebook, request.dossier, entries, title=slot.slot.title, mark=slot.slot.title
    )
    return (yield from _bind(request, volume, target))


def _bind(request: Request, part: PartPlan, target: Path) -> Work[BoundPart]:
    languages = wording.languages_of(request.dossier.answers)
    return (yield from binder.bind(part, request.blob, target, languages=languages))
