"""The clocks as bars over the months: solid binds, pale is up to, dashed rests on little."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.language import current, day, say
from dossier_studio.core.finding import Confidence
from dossier_studio.host.messages import MONTHS
from dossier_studio.workflow.clocks import Clocks, Lane, Standstill

_LEFT, _RIGHT, _TOP, _FOOT = 176, 24, 22, 26
_LANE = 42
_BAR = 18
_FEW_PIXELS = 46
"""Width below which a month is not named; then every third one is."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days on a line of so many pixels."""

    first: date
    last: date
    left: float
    width: float

    def x(self, when: date) -> float:
        """Return where a day begins."""
        span = max((self.last - self.first).days, 1)
        return self.left + self.width * (when - self.first).days / span

    def months(self) -> list[date]:
        """Return the first days of the months that begin on the line."""
        found, month = [], self.first.replace(day=1)
        while month <= self.last:
            if month >= self.first:
                found.append(month)
            month = (month + timedelta(32)).replace(day=1)
        return found


class Timeline(QWidget):
    """Paints lanes; a screen reader gets the same in words, and the table beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._clocks: Clocks | None = None
        self._today = date.today()  # the line "today" is about this machine's day
        self._words = ("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, today: str, start: str, stands: str) -> None:
        """Name today, the day from which is counted, and a clock that stands still."""
        self._words = (today, start, stands)
        self.update()

    def show_clocks(self, clocks: Clocks) -> None:
        """Show other clocks."""
        self._clocks = clocks
        self.setAccessibleDescription("; ".join(_spoken(one) for one in clocks.lanes))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        lanes = len(self._clocks.lanes) if self._clocks else 1
        return QSize(600, _TOP + _FOOT + _LANE * max(lanes, 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def _axis(self, clocks: Clocks) -> Axis:
        days = [one.start for one in clocks.lanes] + [one.due for one in clocks.lanes]
        days += [one.done for one in clocks.lanes if one.done]
        if min(days) - timedelta(60) < self._today < max(days):
            days.append(self._today)
        first = (min(days) - timedelta(7)).replace(day=1)
        last = max(days) + timedelta(max(12, (max(days) - first).days // 8))
        return Axis(first, last, _LEFT, self.width() - _LEFT - _RIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw holidays, months, lanes and today."""
        del event
        if self._clocks is None or not self._clocks.lanes:
            return
        painter = QPainter(self)
        axis = self._axis(self._clocks)
        self._draw_holidays(painter, axis, self._clocks)
        self._draw_months(painter, axis)
        for place, lane in enumerate(self._clocks.lanes):
            self._draw_lane(painter, axis, lane, _TOP + place * _LANE)
        self._draw_today(painter, axis)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _draw_holidays(self, painter: QPainter, axis: Axis, clocks: Clocks) -> None:
        bottom = self.height() - _FOOT
        for one in clocks.holidays(axis.first, axis.last):
            width = max(axis.x(one.day + timedelta(1)) - axis.x(one.day), 3.0)
            column = QRectF(axis.x(one.day), _TOP - 2, width, bottom - _TOP + 4)
            painter.fillRect(column, theme.colour("warn_soft"))

    def _draw_months(self, painter: QPainter, axis: Axis) -> None:
        painter.setFont(theme.font(theme.CAPTION))
        months = axis.months()
        crowded = axis.width / max(len(months), 1) < _FEW_PIXELS
        for month in months:
            x = axis.x(month)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(x, _TOP - 2), QPointF(x, self.height() - _FOOT + 2))
            if crowded and month.month % 3 != 1:
                continue
            words = MONTHS[current()][month.month - 1]
            if month is months[0] or month.month == 1:
                words = f"{words} {month.year}"
            painter.setPen(theme.colour("text_2"))
            painter.drawText(QRectF(x + 3, 0, 90, _TOP - 4), Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_lane(self, painter: QPainter, axis: Axis, lane: Lane, top: float) -> None:
        painter.setFont(theme.font(theme.BODY, strong=True))
        painter.setPen(theme.colour("text"))
        upper = QRectF(0, top + 2, _LEFT - 12, _LANE / 2 - 1)
        elide = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(say(lane.title), elide, int(upper.width()))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour("text_2"))
        lower = QRectF(0, top + _LANE / 2 - 1, _LEFT - 12, _LANE / 2 - 4)
        detail = painter.fontMetrics().elidedText(say(lane.detail), elide, int(lower.width()))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, detail)
        self._draw_bar(painter, axis, lane, top + (_LANE - _BAR) / 2)

    def _draw_bar(self, painter: QPainter, axis: Axis, lane: Lane, top: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = axis.x(lane.start), axis.x(lane.due + timedelta(1))
        solid = axis.x(lane.soft) if lane.soft else end
        bar = QRectF(start, top, max(end - start, 3), _BAR)
        if lane.done is not None:
            self._draw_done(painter, axis, lane, bar)
            return
        sure = lane.confidence is not Confidence.LOW and not lane.assumed
        style = Qt.PenStyle.SolidLine if sure else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour("accent" if sure else "border_strong"), 1, style))
        painter.setBrush(theme.colour("accent_soft" if sure else "surface"))
        painter.drawRoundedRect(bar, 4, 4)
        if sure and lane.confidence is Confidence.HIGH:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(start, top, max(solid - start, 3), _BAR), 4, 4)
        for stop in lane.paused:
            self._draw_stop(painter, axis, stop, bar)
        stands = any(stop.end is None for stop in lane.paused)
        self._label(painter, bar, self._words[2] if stands else day(lane.due), "text")

    def _draw_done(self, painter: QPainter, axis: Axis, lane: Lane, bar: QRectF) -> None:
        """Draw a clock that was kept: until then green, and how much was left of it."""
        assert lane.done is not None
        late = lane.done > lane.due
        tone = "error" if late else "ok"
        end = axis.x(lane.done + timedelta(1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone))
        kept = QRectF(bar.left(), bar.top(), max(end - bar.left(), 3), _BAR)
        painter.drawRoundedRect(kept, 4, 4)
        if not late:
            painter.setPen(QPen(theme.colour("ok"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(end, bar.center().y()), QPointF(bar.right(), bar.center().y()))
        self._label(painter, bar.united(kept), day(lane.done), tone)

    def _draw_stop(self, painter: QPainter, axis: Axis, stop: Standstill, bar: QRectF) -> None:
        """Hatch the days on which the authority's clock stood still."""
        right = axis.x(stop.end) if stop.end else bar.right()
        gap = QRectF(axis.x(stop.start), bar.top(), right - axis.x(stop.start), _BAR)
        painter.fillRect(gap.intersected(bar), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(QBrush(theme.colour("accent"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(gap.intersected(bar))

    def _label(self, painter: QPainter, bar: QRectF, words: str, tone: str) -> None:
        painter.setFont(theme.font(theme.SMALL, strong=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        place = QRectF(bar.right() + 8, bar.top() - 2, width + 4, _BAR + 4)
        if place.right() > self.width():
            place.moveRight(min(bar.left() - 8, self.width()))
        painter.setPen(theme.colour(tone))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_today(self, painter: QPainter, axis: Axis) -> None:
        clocks = self._clocks
        assert clocks is not None
        marks = [(self._today, self._words[0], True)]
        if clocks.start and clocks.start != self._today:
            marks.append((clocks.start, self._words[1], False))
        for when, words, dark in marks:
            if axis.first <= when <= axis.last:
                self._draw_mark(painter, axis.x(when), words, dark=dark)

    def _draw_mark(self, painter: QPainter, x: float, words: str, *, dark: bool) -> None:
        bottom = self.height() - _FOOT
        painter.setPen(QPen(theme.colour("text" if dark else "accent"), 1.5))
        painter.drawLine(QPointF(x, _TOP), QPointF(x, bottom + 4))
        painter.setFont(theme.font(theme.CAPTION, strong=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 16
        pill = QRectF(max(_LEFT - 40, x - width / 2), bottom + 4, width, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text" if dark else "accent_soft"))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(theme.colour("surface" if dark else "accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _spoken(lane: Lane) -> str:
    end = day(lane.done or lane.due)
    return f"{say(lane.title)}, {say(lane.detail)}: {day(lane.start)} – {end}"
