"""The pages of a file beneath one another: sharp at any zoom, with text that can be selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.preview import paper
from dossier_studio.app.preview.column import DOTS, GAP, Column, fitting
from dossier_studio.app.preview.stock import Stock
from dossier_studio.app.preview.writing import Writing
from dossier_studio.core.file import PageSize
from dossier_studio.intake.viewing.questions import AskLetters, AskPicture, Hit, Letters

_LINE = 40
_STEP = 1.25
_SAME = 1e-9


class Fit(StrEnum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PageView(QAbstractScrollArea):
    """Shows a file that was shaped already; asks for what it needs with `lacking`.

    `moved` carries the page (from 0) that one looks at; `zoomed` the zoom in use.
    """

    lacking = Signal()
    moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, stock: Stock) -> None:
        super().__init__()
        self._stock = stock
        self._path = Path()
        self._sizes: tuple[PageSize, ...] = ()
        self._column = Column()
        self._fit, self._zoom = Fit.WIDTH, 1.0
        self._page = 0
        self._writing = Writing()
        self._signs: Mapping[int, tuple[str, str, str]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown ---------------------------------------------------------------------------

    def show_file(self, path: Path, sizes: Sequence[PageSize]) -> None:
        """Show another file from its first page on; no sizes: nothing."""
        self._path, self._sizes = path, tuple(sizes)
        self._writing, self._signs, self._page = Writing(), {}, 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def show_signs(self, signs: Mapping[int, tuple[str, str, str]]) -> None:
        """Mark pages (from 0) with an icon, a tone and words."""
        self._signs = signs
        self.viewport().update()

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what was found, and go to the hit one is at."""
        self._writing.mark(hits, current)
        if current is not None:
            self._bring(current)
        self.viewport().update()
        self.lacking.emit()

    def take_letters(self, page: int, letters: Letters) -> None:
        """Keep the letters of a page."""
        self._writing.take(page, letters)
        hit = self._writing.hit
        if hit is not None and hit.page == page:
            self._bring(hit)
        if page == self._page:
            self.setAccessibleDescription(" ".join(letters.text.split())[:2000])
        self.viewport().update()

    def wanted(self) -> tuple[list[AskPicture], list[AskLetters]]:
        """Return pictures and letters that are lacking, most wanted first."""
        pages = self._visible()
        if not pages:
            return [], []
        around = [*pages, pages[-1] + 1, pages[0] - 1]
        asked = [self.picture_of(page) for page in around if 0 <= page < len(self._sizes)]
        pictures = [one for one in asked if self._stock.get(one) is None]
        letters = [AskLetters(self._path, page) for page in pages if page not in self._writing]
        return pictures, letters

    def picture_of(self, page: int) -> AskPicture:
        """Return what asks for a page at the zoom and the device pixels of now."""
        return AskPicture(self._path, page, self._column.scale)

    def is_sharp(self, page: int) -> bool:
        """Whether a page can be drawn pixel for pixel."""
        return self._stock.get(self.picture_of(page)) is not None

    @property
    def page(self) -> int:
        """The page (from 0) that one looks at."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """The zoom in use; 1 is 100 %."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    # --- going and zooming -----------------------------------------------------------------------

    def go(self, page: int) -> None:
        """Bring a page (from 0) to the top."""
        if not self._sizes:
            return
        page = max(0, min(page, len(self._sizes) - 1))
        self.verticalScrollBar().setValue(int(self._column.top(page) - GAP))
        self._look_at(page)

    def zoom_to(self, zoom: float) -> None:
        """Zoom freely, keeping the place that one looks at."""
        self._fit, self._zoom = Fit.FREE, min(max(zoom, 0.1), 8.0)
        self._rearrange()

    def zoom_by(self, steps: int) -> None:
        """Zoom in (out, when negative) by so many steps."""
        self.zoom_to(self._zoom * _STEP**steps)

    def zoom_to_fit(self, fit: Fit) -> None:
        """Let the zoom follow the room there is."""
        self._fit = fit
        self._rearrange()

    def _rearrange(self) -> None:
        bar = self.verticalScrollBar()
        before = self._column
        page = before.at(bar.value()) if len(before) else 0
        share = (bar.value() - before.top(page)) / before.scale if len(before) else 0.0
        self._arrange()
        if len(self._column):
            bar.setValue(round(self._column.top(page) + share * self._column.scale))

    def _arrange(self) -> None:
        ratio = self.devicePixelRatioF()
        whole = self._fit is Fit.PAGE
        if self._fit is not Fit.FREE:
            room = self.maximumViewportSize()
            self._zoom = fitting(self._sizes, room.width(), room.height(), whole=whole)
            column = Column(self._sizes, self._zoom, ratio)
            if column.height > room.height():
                width = room.width() - self.verticalScrollBar().sizeHint().width()
                self._zoom = fitting(self._sizes, width, room.height(), whole=whole)
        self._column = Column(self._sizes, self._zoom, ratio)
        self._set_bars()
        self.zoomed.emit(self._zoom)
        self.viewport().update()
        self.lacking.emit()

    def _set_bars(self) -> None:
        room: QSize = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._column.height, room.height()),
            (self.horizontalScrollBar(), self._column.width, room.width()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)
            bar.setRange(0, max(0, round(whole) - seen))

    def _scrolled(self) -> None:
        if self._sizes:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 3
            at_end = self.verticalScrollBar().value() == self.verticalScrollBar().maximum()
            last = at_end and self.verticalScrollBar().maximum() > 0
            self._look_at(len(self._sizes) - 1 if last else self._column.at(middle))
        self.viewport().update()
        self.lacking.emit()

    def _look_at(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.moved.emit(page)

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        return self._column.between(top, top + self.viewport().height())

    def _box(self, page: int) -> QRectF:
        box = self._column.box(page, self.viewport().width())
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return box.translated(-left, -top)

    def _bring(self, hit: Hit) -> None:
        """Bring a hit into view: its page at once, its line when the letters are there."""
        band = self._writing.line_of(hit)
        if band is None:
            if hit.page not in self._visible():
                self.go(hit.page)
            return
        top = self._column.top(hit.page) + band.top() * self._zoom * DOTS
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + _LINE <= top <= bar.value() + height - 2 * _LINE:
            bar.setValue(round(top - height / 3))

    # --- text ------------------------------------------------------------------------------------

    def selected_text(self) -> str:
        """Return what is selected, "" for nothing."""
        return self._writing.selected()

    def select_page(self) -> None:
        """Select all letters of the page that one looks at."""
        self._writing.select(self._page, 0, len(self._writing.text(self._page)))
        self.viewport().update()

    def copy(self) -> None:
        """Put what is selected onto the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def _under(self, spot: QPointF, page: int | None = None) -> tuple[int, QPointF]:
        """Return the page at a spot of the viewport, and the point of it in points."""
        if page is None:
            page = self._column.at(spot.y() + self.verticalScrollBar().value())
        box = self._box(page)
        return page, (spot - box.topLeft()) / (self._zoom * DOTS)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        self.setFocus()
        if event.button() != Qt.MouseButton.LeftButton or not self._sizes:
            return
        self._writing.begin(*self._under(event.position()))
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to here; without a button, show whether text lies under the pointer."""
        if not self._sizes:
            return
        page = self._writing.selecting
        if event.buttons() & Qt.MouseButton.LeftButton and page is not None:
            self._writing.extend(self._under(event.position(), page)[1])
            self.viewport().update()
            return
        text = self._writing.under(*self._under(event.position()))
        shape = Qt.CursorShape.IBeamCursor if text else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if self._sizes:
            self._writing.select_word(*self._under(event.position()))
            self.viewport().update()

    # --- keyboard, wheel, room -------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages by page keys, lines by arrows, views by space."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        goals = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._sizes) - 1,
        }
        if key in goals:
            self.go(goals[key])
        elif key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - _LINE))
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._rearrange()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say what was found where the pointer rests on a sign."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for page in self._visible():
                box = paper.badge_box(self._box(page))
                if page in self._signs and box.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), self._signs[page][2], self)
                    return True
        return super().viewportEvent(event)

    # --- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("preview"))
        if abs(self._column.scale - self._zoom * DOTS * self.devicePixelRatioF()) > _SAME:
            self._rearrange()  # the window was moved to a screen of another sharpness
        for page in self._visible():
            self._draw_page(painter, page)

    def _draw_page(self, painter: QPainter, page: int) -> None:
        box, question = self._box(page), self.picture_of(page)
        image: QImage | None = self._stock.get(question)
        sharp = image is not None
        if image is None:
            image = self._stock.nearest(question)
        else:
            image.setDevicePixelRatio(self.devicePixelRatioF())
        paper.draw_page(painter, box, image, sharp=sharp)
        self._writing.draw(painter, page, box.topLeft(), self._zoom * DOTS)
        if page in self._signs:
            icon, tone, _ = self._signs[page]
            paper.draw_badge(painter, paper.badge_box(box), icon, tone)
