"""A ring that fills: how much of a Part is there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import icons, theme


def draw_ring(painter: QPainter, box: QRectF, thickness: float, fraction: float | None) -> None:
    """Draw a ring into a square: accent while it fills, green when full, dashed for None."""
    inner = box.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if fraction is None:
        pen = QPen(theme.colour("border_strong"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    painter.setPen(QPen(theme.colour("border"), thickness))
    painter.drawEllipse(inner)
    tone = "ok" if fraction >= 1 else "accent"
    pen = QPen(theme.colour(tone), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if fraction > 0:
        painter.drawArc(inner, 90 * 16, round(-360 * 16 * min(fraction, 1)))


class Ring(QWidget):
    """A ring with a figure in it; words beside it are the screen's."""

    def __init__(self, side: int = 54, thickness: float = 6) -> None:
        super().__init__()
        self._side = side
        self._thickness = thickness
        self._fraction: float | None = None
        self._figure = ""
        self._below = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, fraction: float | None, figure: str, below: str = "") -> None:
        """Fill to a fraction (None: not asked for) around a figure and a small line."""
        self._fraction, self._figure, self._below = fraction, figure, below
        self.update()

    def say(self, words: str) -> None:
        """Name the ring for a screen reader."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, figure and line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, self._side - 2, self._side - 2)
        draw_ring(painter, box, self._thickness, self._fraction)
        if self._fraction is not None and self._fraction >= 1 and not self._below:
            side = self._side / 3
            spot = QRectF((self._side - side) / 2, (self._side - side) / 2, side, side)
            icons.draw(painter, spot, "check", "ok")
            return
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setPen(theme.colour("text"))
        figure = theme.TITLE if self._below else theme.CAPTION
        painter.setFont(theme.font(figure, strong=True))
        middle = Qt.AlignmentFlag.AlignCenter
        if not self._below:
            painter.drawText(self.rect(), middle, self._figure)
            return
        painter.drawText(self.rect().adjusted(0, 0, 0, -self._side // 5), middle, self._figure)
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour("text_3"))
        painter.drawText(self.rect().adjusted(0, self._side // 3, 0, 0), middle, self._below)
