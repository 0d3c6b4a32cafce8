"""What stands written on the pages in sight: its letters, what is selected, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from dossier_studio.app.preview import lettering, paper
from dossier_studio.intake.viewing.questions import Hit, Letters

_PAGES = 64
"""Pages whose letters are kept."""


class Writing:
    """Letters by page (from 0); points are those of the page, from its upper left corner."""

    def __init__(self) -> None:
        self._letters: dict[int, Letters] = {}
        self._selected: tuple[int, int, int] | None = None
        self._from = 0
        self._hits: dict[int, list[Hit]] = {}
        self.hit: Hit | None = None

    def __contains__(self, page: int) -> bool:
        return page in self._letters

    def take(self, page: int, letters: Letters) -> None:
        """Keep the letters of a page; those of the page read first make room."""
        self._letters[page] = letters
        while len(self._letters) > _PAGES:
            self._letters.pop(next(iter(self._letters)))

    def text(self, page: int) -> str:
        """Return what a page says, "" while that is unknown."""
        return self._letters[page].text if page in self._letters else ""

    # --- selecting -------------------------------------------------------------------------------

    @property
    def selecting(self) -> int | None:
        """The page on which something is selected or about to be."""
        return self._selected[0] if self._selected else None

    def begin(self, page: int, point: QPointF) -> None:
        """Select from here on."""
        self._selected = None
        if page in self._letters:
            self._from = lettering.at(self._letters[page], point)
            self._selected = (page, self._from, self._from)

    def extend(self, point: QPointF) -> None:
        """Select up to here."""
        if self._selected is not None:
            page = self._selected[0]
            end = lettering.at(self._letters[page], point)
            self._selected = (page, min(self._from, end), max(self._from, end))

    def select_word(self, page: int, point: QPointF) -> None:
        """Select the word at a point."""
        letters = self._letters.get(page)
        if letters is not None:
            place = lettering.at(letters, point)
            self.select(page, *lettering.word(letters, place))

    def select(self, page: int, start: int, end: int) -> None:
        """Select letters of a page."""
        self._selected = (page, start, end) if start < end else None

    def selected(self) -> str:
        """Return what is selected, "" for nothing."""
        if self._selected is None or self._selected[0] not in self._letters:
            return ""
        page, start, end = self._selected
        return lettering.said(self._letters[page], start, end)

    def under(self, page: int, point: QPointF) -> bool:
        """Whether a point lies on a letter."""
        letters = self._letters.get(page)
        return letters is not None and lettering.on_letter(letters, point)

    # --- hits ------------------------------------------------------------------------------------

    def mark(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what was found, and the hit that one is at."""
        self._hits, self.hit = {}, current
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)

    def line_of(self, hit: Hit) -> QRectF | None:
        """Return the first line of a hit, None while the letters are unknown."""
        letters = self._letters.get(hit.page)
        return next(lettering.bands(letters, hit.start, hit.end), None) if letters else None

    def draw(self, painter: QPainter, page: int, origin: QPointF, scale: float) -> None:
        """Draw hits and selection over a page that begins at `origin`."""
        letters = self._letters.get(page)
        if letters is None:
            return
        for hit in self._hits.get(page, ()):
            bands = tuple(lettering.bands(letters, hit.start, hit.end))
            paper.draw_marks(painter, origin, scale, bands, tone="warn")
            if hit == self.hit:
                paper.draw_frame(painter, origin, scale, bands)
        if self._selected and self._selected[0] == page:
            chosen = tuple(lettering.bands(letters, *self._selected[1:]))
            paper.draw_marks(painter, origin, scale, chosen, tone="accent")
