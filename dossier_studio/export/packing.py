"""Fills the upload slots of a package: files as they came, archives of them, bound PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dossier_studio.assembly.entry import Entry
from dossier_studio.core.work import Work
from dossier_studio.export import volumes
from dossier_studio.export.checksum import Checksum
from dossier_studio.export.contents import Role, Sending, Sent
from dossier_studio.export.payload import Original, Payload
from dossier_studio.export.request import Request
from dossier_studio.export.slots import Form, SlotPlan


def fill_slot(request: Request, payload: Payload, slot: SlotPlan) -> Work[tuple[Sending, ...]]:
    """Write what one slot uploads; return how each of its documents goes out, in their order."""
    originals = [_original(request, entry) for entry in slot.entries]
    if slot.form is Form.FILE:
        checksum = yield from payload.copy(slot.file, originals[0], slot.entries[0].facts.pages)
        return (Sending(slot, checksum, Sent.FILE),)
    sums: Mapping[str, Checksum] = {}
    if slot.archived:
        sums = yield from _fill_archive(request, payload, slot, originals)
    else:
        bound = yield from volumes.bind_slot(request, payload, slot, payload.place(slot.file))
        yield from payload.record(slot.file, Role.SLOT, bound.pages)
    sendings = []
    for name, original, as_pages in zip(slot.names, originals, slot.bound, strict=True):
        if as_pages:
            meter = yield from original.measured()
            member = slot.bound_name if slot.archived else ""
            sendings.append(Sending(slot, meter.checksum, Sent.PAGES, member))
        else:
            sendings.append(Sending(slot, sums[name], Sent.MEMBER, name))
    return tuple(sendings)


def _fill_archive(
    request: Request, payload: Payload, slot: SlotPlan, originals: Sequence[Original]
) -> Work[Mapping[str, Checksum]]:
    """Write a slot's archive: what is not bound as it came, and the bound PDF if there is one.

    Returns the checksums of its members by name.
    """
    named = zip(slot.names, originals, slot.bound, strict=True)
    members = {name: original for name, original, as_pages in named if not as_pages}
    if slot.form is Form.BOUND:
        scratch = payload.root.with_name(f"slot-{slot.slot.number:02}.pdf")
        yield from volumes.bind_slot(request, payload, slot, scratch)
        members[slot.bound_name] = Original(slot.bound_name, scratch)
    return (yield from payload.pack(slot.file, members))


def _original(request: Request, entry: Entry) -> Original:
    """Return the untouched file behind a document."""
    document = entry.document
    if entry.content is not None:
        return Original(document.name, Path(document.name), document.sha256, entry.content)
    return Original(document.name, request.blob(document.sha256), document.sha256)
