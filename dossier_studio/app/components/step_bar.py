"""The way through a dossier: five steps, each of which says where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.components.ring import draw_ring
from dossier_studio.app.components.worded import margins

_CIRCLE = 24
_GAP = 10
_MARK = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a status line: words, before them an icon in a tone or a ring (share)."""

    words: str
    icon: str = ""
    tone: str = "text_3"
    share: float | None = None

    @property
    def drawn(self) -> bool:
        """Whether something stands before the words."""
        return bool(self.icon) or self.share is not None


class StepButton(QAbstractButton):
    """One step: circle, name, status line; the current one has a line beneath."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._marks: tuple[Mark, ...] = ()
        self._done = False
        self._brief, self._named = False, True
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, name: str, marks: Sequence[Mark], *, done: bool) -> None:
        """Show the name and where the step stands."""
        self.setText(name)
        self._marks, self._done = tuple(marks), done
        status = ", ".join(mark.words for mark in marks)
        self.setAccessibleName(f"{self._number}. {name}")
        self.setAccessibleDescription(status)
        self.setToolTip(f"{name}: {status}" if status else name)
        self.updateGeometry()
        self.update()

    def shorten(self, *, brief: bool, named: bool = True) -> None:
        """Leave the status line out, or show it; and so with the name, which stays spoken."""
        self._brief, self._named = brief, named
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        name = QFontMetrics(theme.font(theme.BODY, strong=True)).horizontalAdvance(self.text())
        status = 0 if self._brief else self._status_width()
        if not self._named:
            return QSize(_CIRCLE + 2, 44)
        return QSize(_CIRCLE + _GAP + max(name, status) + 2, 44 if self._brief else 55)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _status_width(self) -> int:
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        return sum(
            metrics.horizontalAdvance(mark.words) + (_MARK + 4 if mark.drawn else 0) + 10
            for mark in self._marks
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, name, status and the line of the current step."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_circle(painter)
        painter.setFont(theme.font(theme.BODY, strong=True))
        painter.setPen(theme.colour("text" if self.isChecked() else "text_2"))
        left = _CIRCLE + _GAP
        half = self.height() // 2
        name = self.rect().adjusted(left, 0, 0, 0)
        if not self._brief:
            name = self.rect().adjusted(left, 8, 0, -half + 2)
            self._draw_status(painter, QRectF(left, half, self.width() - left, half - 8))
        if self._named:
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            line = QRectF(0, self.height() - 3, self.width(), 3)
            painter.fillRect(line, theme.colour("accent"))

    def _draw_circle(self, painter: QPainter) -> None:
        box = QRectF(1, (self.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE).adjusted(1, 1, -1, -1)
        current, done = self.isChecked(), self._done
        frame = "accent" if current else "ok" if done else "border_strong"
        ground = "accent" if current else "ok_soft" if done else "surface"
        painter.setPen(QPen(theme.colour(frame), 1.4))
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(box)
        if done and not current:
            icons.draw(painter, QRectF(box.center().x() - 7, box.center().y() - 7, 14, 14),
                       "check", "ok")  # fmt: skip
            return
        painter.setFont(theme.font(theme.CAPTION, strong=True))
        painter.setPen(theme.colour("on_accent" if current else "text_2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _draw_status(self, painter: QPainter, box: QRectF) -> None:
        font = theme.font(theme.CAPTION)
        metrics = QFontMetrics(font)
        painter.save()
        left = box.left()
        for mark in self._marks:
            if mark.drawn:
                spot = QRectF(left, box.center().y() - _MARK / 2, _MARK, _MARK)
                if mark.icon:
                    icons.draw(painter, spot, mark.icon, mark.tone)
                else:
                    draw_ring(painter, spot, 2.5, mark.share)
                left += _MARK + 4
            painter.setFont(font)
            painter.setPen(theme.colour(mark.tone))
            width = metrics.horizontalAdvance(mark.words)
            words = QRectF(left, box.top(), width + 2, box.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, mark.words)
            left += width + 10
        painter.restore()


class Chevron(QWidget):
    """The small arrow between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(14, 14)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow."""
        del event
        spot = QRectF(0, (self.height() - 14) / 2, 14, 14)
        icons.draw(QPainter(self), spot, "chevron-right", "text_3")


class Show(Enum):
    """For which steps something is shown."""

    ALL = 1
    CURRENT = 2
    NONE = 3


_TALL = 50
"""A bar that is lower has no room for status lines."""

_LEVELS = (
    (Show.ALL, True, Show.ALL),
    (Show.CURRENT, True, Show.ALL),
    (Show.CURRENT, False, Show.ALL),
    (Show.NONE, True, Show.ALL),
    (Show.NONE, False, Show.ALL),
    (Show.NONE, False, Show.CURRENT),
    (Show.NONE, False, Show.NONE),
)
"""From roomy to cramped: which steps show their status, whether arrows stand between, names."""


class StepBar(QWidget):
    """The steps in a row; `chosen` carries the place of the one pressed, from 0."""

    chosen = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._row = QHBoxLayout(self)
        margins(self._row, gap=12)
        self.steps = [StepButton(number + 1) for number in range(count)]
        self._arrows = [Chevron() for _ in self.steps[1:]]
        for place, step in enumerate(self.steps):
            if place:
                self._row.addWidget(self._arrows[place - 1])
            step.clicked.connect(self._clicked)
            self._row.addWidget(step)
        self._row.addStretch()

    def show_current(self, place: int) -> None:
        """Mark one step as the current one."""
        for number, step in enumerate(self.steps):
            step.setChecked(number == place)
        self.fit()

    def fit(self, room: int | None = None, height: int | None = None) -> None:
        """Leave status lines out, then the arrows, then names, as far as the room asks for it.

        The name of the current step is the last to go.
        """
        room = self.width() if room is None else room
        low = (self.height() if height is None else height) < _TALL
        for brief, arrows, named in _LEVELS[3:] if low else _LEVELS:
            for arrow in self._arrows:
                arrow.setVisible(arrows)
            self._row.setSpacing(12 if arrows else 16)
            for step in self.steps:
                current = step.isChecked()
                step.shorten(
                    brief=brief is Show.NONE or (brief is Show.CURRENT and not current),
                    named=named is Show.ALL or (named is Show.CURRENT and current),
                )
            self._row.invalidate()
            if self._row.sizeHint().width() <= room:
                return

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 44)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the steps into the new width."""
        super().resizeEvent(event)
        self.fit(event.size().width(), event.size().height())

    def _clicked(self) -> None:
        pressed = self.sender()
        for place, step in enumerate(self.steps):
            if step is pressed:
                self.show_current(place)
                self.chosen.emit(place)
