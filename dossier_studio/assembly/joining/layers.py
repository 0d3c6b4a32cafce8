"""Reads the layers (optional content) of a source, with the states they open in."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from dossier_studio.assembly.joining.attached import text_of
from dossier_studio.assembly.joining.segment import Layers, Order

Keep = Callable[[Object], int]
DEEPEST = 20


def read(pdf: pikepdf.Pdf, keep: Keep) -> Layers | None:
    """Return the layers of a source as its default configuration shows them."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return None
    reader = _Reader(properties, keep)
    if not reader.numbers:
        return None
    default = properties.get("/D")
    return reader.layers(default if isinstance(default, Dictionary) else Dictionary())


class _Reader:
    def __init__(self, properties: Dictionary, keep: Keep) -> None:
        self.numbers = {
            group.objgen: keep(group)
            for group in _members(properties.get("/OCGs"))
            if isinstance(group, Dictionary) and group.is_indirect
        }

    def layers(self, default: Dictionary) -> Layers:
        if default.get("/BaseState") == Name.OFF:
            lit = self._groups(default.get("/ON"))
            off = tuple(one for one in self.numbers.values() if one not in lit)
        else:
            off = self._groups(default.get("/OFF"))
        return Layers(
            groups=tuple(self.numbers.values()),
            off=off,
            locked=self._groups(default.get("/Locked")),
            order=self._order(default.get("/Order"), 0),
            radio=tuple(self._groups(one) for one in _members(default.get("/RBGroups"))),
            usage=tuple(
                (
                    str(one.get("/Event", Name.View)),
                    self._groups(one.get("/OCGs")),
                    tuple(str(name) for name in _members(one.get("/Category"))),
                )
                for one in _members(default.get("/AS"))
                if isinstance(one, Dictionary)
            ),
        )

    def _groups(self, listed: object) -> tuple[int, ...]:
        return tuple(
            self.numbers[one.objgen]
            for one in _members(listed)
            if isinstance(one, Dictionary) and one.objgen in self.numbers
        )

    def _order(self, listed: object, depth: int) -> Order:
        found: list[int | str | Order] = []
        for one in _members(listed):
            if isinstance(one, Array) and depth < DEEPEST:
                found.append(self._order(one, depth + 1))
            elif isinstance(one, String):
                found.append(text_of(one))
            elif isinstance(one, Dictionary) and one.objgen in self.numbers:
                found.append(self.numbers[one.objgen])
        return tuple(found)


def _members(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, Array) else ()
