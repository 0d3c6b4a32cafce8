"""What can be undone and redone, as the journal tells it; so it outlives a restart."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.core.text import Message


@dataclass(frozen=True, slots=True)
class Move:
    """An entry that can be taken back, and the label of the edit that it stands for."""

    number: int
    label: Message


class History:
    """Moves done and undone, the last one last."""

    def __init__(self) -> None:
        self.done: list[Move] = []
        self.undone: list[Move] = []

    def add(self, number: int, label: Message, undoes: int | None) -> None:
        """Learn of one more entry.

        An ordinary edit ends redoing; an undo moves an edit over, and its own undo moves it back.
        """
        if undoes is None:
            self.done.append(Move(number, label))
            self.undone.clear()
        elif self.done and self.done[-1].number == undoes:
            self.undone.append(Move(number, self.done.pop().label))
        elif self.undone and self.undone[-1].number == undoes:
            self.done.append(Move(number, self.undone.pop().label))
