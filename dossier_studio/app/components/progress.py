"""A bar that grows; the count always stands beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import theme


def draw_bar(painter: QPainter, box: QRectF, fraction: float, token: str = "accent") -> None:
    """Draw a rounded bar filled to a fraction."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(theme.colour("border"))
    painter.drawRoundedRect(box, radius, radius)
    if fraction <= 0:
        return
    filled = QRectF(box)
    filled.setWidth(max(box.height() / 2, box.width() * min(fraction, 1)))
    painter.setBrush(theme.colour(token))
    painter.drawRoundedRect(filled, radius, radius)


class Bar(QWidget):
    """How far work has come; unknown length shows no bar at all."""

    def __init__(self, height: int = 6, width: int = 132) -> None:
        super().__init__()
        self._size = QSize(width, height)
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, total: int) -> None:
        """Fill to done of total."""
        self._fraction = done / total if total else 0.0
        self.setVisible(total > 0)
        self.update()

    def say(self, words: str) -> None:
        """Name the bar for a screen reader."""
        self.setAccessibleName(words)

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        painter = QPainter(self)
        draw_bar(painter, QRectF(self.rect()), self._fraction)
