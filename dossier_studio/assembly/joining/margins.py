"""Chooses where the stamps of a document stand, so that they cover nothing they can avoid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier_studio.assembly.joining.ink import Area, all_above, ink_of

BAND = 24.0
"""Height of the strip at the foot, and at the head, that a stamp may stand in."""

_TALL = (11.0, 23.0)
"""Between these heights above the edge of the strip a stamp has its letters."""

_WIDE = 190.0
"""Points that a stamp is held to be wide."""

EDGE = 24.0
"""Points between a stamp that is not centred and the page's edge."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place for stamps: at the foot or the head, to the left (-1), centred (0), right (1)."""

    side: int = 0
    head: bool = False


ZONES = (
    *(Zone(side) for side in (0, 1, -1)),
    *(Zone(side, head=True) for side in (1, 0, -1)),
)
"""In the order in which they are wanted."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as its reader sees it: the matrix of its lower left corner, and its size."""

    matrix: tuple[float, ...]
    width: float
    height: float


def looked_at(pages: int) -> tuple[int, ...]:
    """Return the pages (from 0) that speak for a document: first, middle and last."""
    return tuple(sorted({0, pages // 2, pages - 1})) if pages else ()


def chosen(pages: Iterable[tuple[Sheet, bytes]]) -> Zone:
    """Return the first zone that is free on all pages, or at least on most of them."""
    taken = dict.fromkeys(ZONES, 0)
    for sheet, content in pages:
        if upright(sheet) and all_above(content, sheet.matrix[5] + 2 * BAND):
            continue  # then the first zone is free, which is all that matters here
        areas = [_seen(sheet, area) for area in ink_of(content)]
        ink = [area for area in areas if not _covers(sheet, area)]
        for zone in ZONES:
            if any(_meet(_room(sheet, zone), area) for area in ink):
                taken[zone] += 1
    return min(ZONES, key=lambda zone: taken[zone])


def upright(sheet: Sheet) -> bool:
    """Whether the page is shown as it is drawn."""
    return sheet.matrix[:4] == (1.0, 0.0, 0.0, 1.0)


def _room(sheet: Sheet, zone: Zone) -> Area:
    wide = min(_WIDE, sheet.width * 0.9)
    left = {
        -1: min(EDGE, (sheet.width - wide) / 2),
        0: (sheet.width - wide) / 2,
        1: sheet.width - wide - min(EDGE, (sheet.width - wide) / 2),
    }[zone.side]
    base = sheet.height - BAND if zone.head else 0.0
    return left, base + _TALL[0], left + wide, base + _TALL[1]


def _seen(sheet: Sheet, area: Area) -> Area:
    """An area in points from the lower left corner as seen."""
    a, b, c, d, e, f = sheet.matrix
    scale = a * d - b * c
    corners = [
        ((d * (x - e) - c * (y - f)) / scale, (a * (y - f) - b * (x - e)) / scale)
        for x in (area[0], area[2])
        for y in (area[1], area[3])
    ]
    across, up = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return across[0], up[0], across[-1], up[-1]


def _covers(sheet: Sheet, area: Area) -> bool:
    """Whether an area is the page's ground: a scan, a background, a frame around it all."""
    wide = min(area[2], sheet.width) - max(area[0], 0)
    high = min(area[3], sheet.height) - max(area[1], 0)
    return wide > 0.8 * sheet.width and high > 0.8 * sheet.height


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] <= other[3] and other[1] <= one[3]
