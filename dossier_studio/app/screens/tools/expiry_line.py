"""Certificates along the years: one lane a dossier, a dot for each last day, the filing marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.worded import Worded
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools.held import Held, Shelf, Standing, look_of, word_of

_LANE, _AXIS, _FOOT, _DOT, _NAME = 34, 24, 22, 5.5, 168
_FAR = 6
"""Years ahead that the line shows; what lies beyond stands at its end."""


def draw_dot(painter: QPainter, spot: QPointF, tone: str, *, filled: bool) -> None:
    """Draw the sign of a last day."""
    painter.setPen(QPen(theme.colour(tone), 2))
    painter.setBrush(theme.colour(tone if filled else "surface"))
    painter.drawEllipse(spot, _DOT, _DOT)


def draw_filing(painter: QPainter, spot: QPointF) -> None:
    """Draw the sign of a filing."""
    side = _DOT + 2.5
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.setBrush(theme.colour("accent"))
    painter.drawPolygon([
        spot + QPointF(0, -side), spot + QPointF(side, 0),
        spot + QPointF(0, side), spot + QPointF(-side, 0),
    ])  # fmt: skip


class Sign(QWidget):
    """A sign of the timeline, for its legend."""

    def __init__(self, tone: str, *, filled: bool = True, filing: bool = False) -> None:
        super().__init__()
        self._tone, self._filled, self._filing = tone, filled, filing
        self.setFixedSize(18, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._filing:
            draw_filing(painter, QPointF(9, 9))
        else:
            draw_dot(painter, QPointF(9, 9), self._tone, filled=self._filled)


class ExpiryLine(Worded):
    """Painted; the table below holds the same facts for a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._shelves: tuple[Shelf, ...] = ()
        self._today = date.today()  # the line begins where one stands
        self._spots: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_shelves(self, shelves: Sequence[Shelf]) -> None:
        """Show the certificates of these dossiers."""
        self._shelves = tuple(one for one in shelves if one.held or one.filing)
        self.updateGeometry()
        self.retranslate()
        self.update()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline of expiry"))
        words = [self._spoken(one) for shelf in self._shelves for one in shelf.held if one.expires]
        words += [self._filing(one) for one in self._shelves if one.filing]
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def _spoken(self, one: Held) -> str:
        when = day(one.expires) if one.expires else "–"
        return f"{say(one.title)}: {when}, {word_of(one.standing)}"

    def _filing(self, shelf: Shelf) -> str:
        when = day(shelf.filing) if shelf.filing else "–"
        return self.tr("{dossier}: filing on {day}").format(dossier=shelf.dossier, day=when)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        lane = max(_LANE, metrics.height() + 16)
        axis = max(_AXIS, metrics.height() + 8)
        return QSize(400, lane * max(len(self._shelves), 1) + axis + _FOOT)

    # --- where a day stands ----------------------------------------------------------------------

    def _span(self) -> tuple[date, date]:
        days = [one.expires for shelf in self._shelves for one in shelf.held if one.expires]
        days += [shelf.filing for shelf in self._shelves if shelf.filing]
        first = date(min([self._today, *days]).year, 1, 1)
        first = max(first, date(self._today.year - 2, 1, 1))
        last = min(max([self._today, *days]).year + 1, self._today.year + _FAR)
        return first, date(max(last, first.year + 2), 1, 1)

    def _left(self) -> float:
        return _NAME if len(self._shelves) > 1 else 8.0

    def _place(self, when: date) -> float:
        first, last = self._span()
        share = (when - first).days / max((last - first).days, 1)
        left = self._left() + _DOT
        return left + min(max(share, 0.0), 1.0) * (self.width() - left - _DOT - 10)

    # --- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw years, lanes, dots, filings and today."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._spots = []
        lanes = max(len(self._shelves), 1)
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        axis = max(_AXIS, metrics.height() + 8)
        lane = (self.height() - axis - _FOOT) / lanes
        self._years(painter, axis)
        for number, shelf in enumerate(self._shelves):
            middle = axis + lane * (number + 0.5)
            self._lane(painter, shelf, middle)
        self._now(painter, axis)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _years(self, painter: QPainter, axis: float) -> None:
        first, last = self._span()
        painter.setFont(theme.font(theme.CAPTION))
        for year in range(first.year, last.year + 1):
            left = self._place(date(year, 1, 1))
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(left, axis - 4), QPointF(left, self.height() - _FOOT))
            if year < last.year:
                painter.setPen(theme.colour("text_3"))
                painter.drawText(QRectF(left + 4, 0, 60, axis - 4),
                                 Qt.AlignmentFlag.AlignVCenter, str(year))  # fmt: skip

    def _lane(self, painter: QPainter, shelf: Shelf, middle: float) -> None:
        if len(self._shelves) > 1:
            font = theme.font(theme.SMALL)
            painter.setFont(font)
            painter.setPen(theme.colour("text_2"))
            words = QFontMetrics(font).elidedText(
                shelf.dossier, Qt.TextElideMode.ElideMiddle, _NAME - 16
            )
            painter.drawText(QRectF(2, middle - 12, _NAME - 12, 24),
                             Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QPointF(self._left(), middle), QPointF(self.width() - 8.0, middle))
        if shelf.filing and shelf.ends and shelf.ends > shelf.filing:
            band = QRectF(self._place(shelf.filing), middle - 4, 0, 8)
            band.setRight(self._place(shelf.ends))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(band, 4, 4)
        for one in shelf.held:
            if one.expires:
                self._dot(painter, one, one.expires, middle)
        if shelf.filing:
            self._diamond(painter, shelf, shelf.filing, middle)

    def _dot(self, painter: QPainter, one: Held, when: date, middle: float) -> None:
        tone = look_of(one.standing).tone
        spot = QPointF(self._place(when), middle)
        draw_dot(painter, spot, tone, filled=one.standing is not Standing.VALID)
        self._spots.append((QRectF(spot.x() - 8, middle - 8, 16, 16), self._spoken(one)))

    def _diamond(self, painter: QPainter, shelf: Shelf, when: date, middle: float) -> None:
        spot = QPointF(self._place(when), middle)
        draw_filing(painter, spot)
        self._spots.append((QRectF(spot.x() - 8, middle - 8, 16, 16), self._filing(shelf)))

    def _now(self, painter: QPainter, axis: float) -> None:
        left, font = self._place(self._today), theme.font(theme.CAPTION, strong=True)
        metrics, words = QFontMetrics(font), self.tr("today")
        pill = QRectF(0, 0, metrics.horizontalAdvance(words) + 16, metrics.height() + 2)
        pill.moveCenter(QPointF(left, self.height() - _FOOT / 2))
        pill.moveLeft(min(max(pill.left(), 0.0), self.width() - pill.width()))
        painter.setPen(QPen(theme.colour("text"), 1.5))
        painter.drawLine(QPointF(left, axis - 4), QPointF(left, pill.top()))
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.colour("surface"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    @override
    def event(self, event: QEvent) -> bool:
        """Say what stands under the pointer."""
        if isinstance(event, QHelpEvent):
            here = QPointF(event.pos())
            words = "\n".join(words for box, words in self._spots if box.contains(here))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
