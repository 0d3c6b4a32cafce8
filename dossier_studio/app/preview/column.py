"""Where the pages stand, one beneath the other, at a zoom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF

from dossier_studio.core.file import PageSize

GAP = 12
"""Logical pixels around and between pages."""

DOTS = 96 / 72
"""Logical pixels to the point at 100 %."""


class Column:
    """Pages at whole device pixels, so that a picture is never stretched."""

    def __init__(
        self, sizes: Sequence[PageSize] = (), zoom: float = 1.0, ratio: float = 1.0
    ) -> None:
        self.scale = zoom * DOTS * ratio
        self._ratio = ratio
        self._widths = [round(size.width * self.scale) / ratio for size in sizes]
        self._heights = [round(size.height * self.scale) / ratio for size in sizes]
        self._tops: list[float] = []
        top = float(GAP)
        for height in self._heights:
            self._tops.append(top)
            top += height + GAP
        self.height = top if sizes else 0.0
        self.width = max(self._widths, default=0.0) + 2 * GAP

    def __len__(self) -> int:
        return len(self._tops)

    def top(self, page: int) -> float:
        """Return where a page (from 0) begins."""
        return self._tops[page]

    def box(self, page: int, room: float) -> QRectF:
        """Return where a page stands in a column of so much room."""
        width = self._widths[page]
        left = max(GAP, (max(room, self.width) - width) / 2)
        left = round(left * self._ratio) / self._ratio
        return QRectF(left, self._tops[page], width, self._heights[page])

    def at(self, y: float) -> int:
        """Return the page at a height, or the one above the gap there."""
        return max(0, min(len(self) - 1, bisect_right(self._tops, y) - 1))

    def between(self, top: float, bottom: float) -> range:
        """Return the pages of which something stands between two heights."""
        if not self._tops:
            return range(0)
        first = self.at(top)
        if self._tops[first] + self._heights[first] < top and first + 1 < len(self):
            first += 1
        return range(first, self.at(bottom) + 1)


def fitting(sizes: Sequence[PageSize], width: float, height: float, *, whole: bool) -> float:
    """Return the zoom at which the widest page fills the width, or the tallest fits as well."""
    widest = max((size.width for size in sizes), default=595.0) * DOTS
    zoom = (width - 2 * GAP) / widest
    if whole:
        tallest = max((size.height for size in sizes), default=842.0) * DOTS
        zoom = min(zoom, (height - 2 * GAP) / tallest)
    return min(max(zoom, 0.05), 8.0)
