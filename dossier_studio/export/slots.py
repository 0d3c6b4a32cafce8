"""What each upload slot of the portal holds, and under which names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.assembly.entry import Entry, Plan
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.file import Kind
from dossier_studio.export import names
from dossier_studio.law.placement import slot_of
from dossier_studio.law.rulebook import Rulebook, Slot

_EXTENSIONS = {Kind.JPEG: "jpg", Kind.TEXT: "txt", Kind.TIFF: "tif", Kind.EMPTY: "bin"} | {
    Kind.UNKNOWN: "bin"
}
"""Extensions for names that have none, where the kind's own name is not one."""


class Form(StrEnum):
    """How a slot is sent: its only document, an archive of originals, or one bound PDF."""

    FILE = "file"
    ZIP = "zip"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """One slot that holds something.

    `names` are those of the originals within it, in the order of `entries`; `bound` says of each
    whether it goes out as pages of the slot's bound PDF instead of as itself. `file` is the path
    of what is uploaded, from the package's own folder on.
    """

    slot: Slot
    form: Form
    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    bound: tuple[bool, ...]
    file: str

    @property
    def archived(self) -> bool:
        """Whether what is uploaded is an archive of ours."""
        return self.form is Form.ZIP or (self.form is Form.BOUND and not all(self.bound))

    @property
    def bound_name(self) -> str:
        """The name of the bound PDF, within the archive where there is one."""
        return names.slot_file(self.slot.name, "pdf")


def slot_plans(rulebook: Rulebook, dossier: Dossier, plan: Plan) -> tuple[SlotPlan, ...]:
    """Return the slots that hold something, in the portal's order."""
    held: dict[str, list[Entry]] = {}
    found: dict[str, Slot] = {}
    for entry in plan.uploaded:
        slot = slot_of(rulebook, entry.document.place)
        found[slot.id] = slot
        held.setdefault(slot.id, []).append(entry)
    ordered = sorted(found.values(), key=lambda slot: (slot.number, slot.id))
    return tuple(_slot_plan(dossier, slot, tuple(held[slot.id])) for slot in ordered)


def _slot_plan(dossier: Dossier, slot: Slot, entries: tuple[Entry, ...]) -> SlotPlan:
    folder = f"data/slots/{names.slot_folder(slot.number, slot.name)}"
    safe = [names.file_name(one.document.name, extension=_extension(one)) for one in entries]
    if len(entries) == 1:
        return SlotPlan(slot, Form.FILE, entries, tuple(safe), (False,), f"{folder}/{safe[0]}")
    if dossier.slot_form(slot.id) != Form.BOUND or not any(map(_bindable, entries)):
        file = f"{folder}/{names.slot_file(slot.name, 'zip')}"
        bound = (False,) * len(entries)
        return SlotPlan(slot, Form.ZIP, entries, names.unique(safe), bound, file)
    bound = tuple(map(_bindable, entries))
    pdf = names.slot_file(slot.name, "pdf")
    # The bound PDF comes first and keeps its name, whatever the originals are called.
    distinct = names.unique((pdf, *safe))[1:]
    file = f"{folder}/{names.slot_file(slot.name, 'pdf' if all(bound) else 'zip')}"
    return SlotPlan(slot, Form.BOUND, entries, distinct, bound, file)


def _bindable(entry: Entry) -> bool:
    """Return whether pages can stand for the original: neither a slip nor a broken signature."""
    return entry.slip is None and not entry.flattened


def _extension(entry: Entry) -> str:
    return _EXTENSIONS.get(entry.facts.kind, entry.facts.kind.value)
