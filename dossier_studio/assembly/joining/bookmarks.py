"""Reads the bookmarks of a source, however its outline is made."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from dossier_studio.assembly.joining.actions import settled
from dossier_studio.assembly.joining.segment import Bookmark, Spot
from dossier_studio.assembly.joining.targets import Targets, number

DEEPEST = 100
MOST = 200_000

Keep = Callable[[Dictionary], int]
"""Takes an action into the segment and returns its number there."""


def read(pdf: pikepdf.Pdf, targets: Targets, keep: Keep) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a source; a cyclic outline is cut where it comes back to itself."""
    outlines = pdf.Root.get("/Outlines")
    if not isinstance(outlines, Dictionary):
        return ()
    return _Reader(targets, keep).level(outlines.get("/First"), 0)


class _Reader:
    def __init__(self, targets: Targets, keep: Keep) -> None:
        self._targets = targets
        self._keep = keep
        self._seen: set[tuple[int, int]] = set()

    def level(self, item: object, depth: int) -> tuple[Bookmark, ...]:
        found = []
        while isinstance(item, Dictionary) and depth < DEEPEST and len(self._seen) < MOST:
            if item.objgen in self._seen:
                break
            self._seen.add(item.objgen)
            found.append(self._bookmark(item, depth))
            item = item.get("/Next")
        return tuple(found)

    def _bookmark(self, item: Dictionary, depth: int) -> Bookmark:
        spot, action = self._leads(item)
        color = item.get("/C")
        count = number(item.get("/Count"))
        return Bookmark(
            title=title_of(item.get("/Title")),
            spot=spot,
            action=action,
            color=_color(color) if isinstance(color, Array) else (),
            flags=int(number(item.get("/F")) or 0) & 3,
            open=count is not None and count > 0,
            children=self.level(item.get("/First"), depth + 1),
        )

    def _leads(self, item: Dictionary) -> tuple[Spot | None, int | None]:
        if "/Dest" in item:
            return self._targets.spot(item.get("/Dest")), None
        action = item.get("/A")
        if not isinstance(action, Dictionary):
            return None, None
        if action.get("/S") == Name.GoTo:
            return self._targets.spot(action.get("/D")), None
        return None, self._keep(action) if settled(action, self._targets) else None


def title_of(value: object) -> str:
    """Return a bookmark's words, as far as they can be read."""
    if not isinstance(value, String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def _color(color: Array) -> tuple[float, ...]:
    match [number(part) for part in color]:
        case [Decimal() as red, Decimal() as green, Decimal() as blue]:
            return float(red), float(green), float(blue)
        case _:
            return ()
