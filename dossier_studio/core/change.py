"""One edit: what it replaced, for undo, disk, redraw and journal alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier_studio.core.dossier import Dossier, Key, Record
from dossier_studio.core.text import Message


@dataclass(frozen=True, slots=True)
class Change:
    """Records before and after, None where there is nothing; `label` names it for undo.

    `reason` is what the person gave for it, where the edit asks one.
    """

    label: Message
    before: Mapping[Key, Record | None]
    after: Mapping[Key, Record | None]
    reason: str = ""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The records that it touches, sorted."""
        return tuple(sorted(self.after))

    @property
    def empty(self) -> bool:
        """Whether it changes nothing."""
        return all(self.before[key] == self.after[key] for key in self.after)

    def undone(self) -> Change:
        """Return the edit that takes this one back."""
        return Change(
            Message("core.change.undo", {"label": self.label}), self.after, self.before, self.reason
        )

    def redone(self) -> Change:
        """Return the edit that does this one again after it was undone."""
        return Change(
            Message("core.change.redo", {"label": self.label}), self.before, self.after, self.reason
        )


def edit(
    dossier: Dossier, label: Message, after: Mapping[Key, Record | None], reason: str = ""
) -> Change:
    """Return the change that sets these records (None removes one)."""
    before = {key: dossier.records.get(key) for key in after}
    return Change(label, before, dict(after), reason)


def apply(dossier: Dossier, change: Change) -> Dossier:
    """Return the dossier after a change.

    Raises ValueError when the change was made against another state: an edit never
    overwrites what somebody else has written meanwhile.
    """
    stale = [key for key in change.before if dossier.records.get(key) != change.before[key]]
    if stale:
        message = f"the change does not fit: {stale[0]}"
        raise ValueError(message)
    records = {key: record for key, record in dossier.records.items() if key not in change.after}
    records.update({key: record for key, record in change.after.items() if record is not None})
    return Dossier(records)


def merged(label: Message, changes: Iterable[Change]) -> Change:
    """Return several changes made one after another as a single one."""
    before: dict[Key, Record | None] = {}
    after: dict[Key, Record | None] = {}
    for change in changes:
        for key in change.after:
            before.setdefault(key, change.before[key])
            after[key] = change.after[key]
    return Change(label, before, after)
