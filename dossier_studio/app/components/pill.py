"""An outcome in a pill: icon, word and colour. It is read, never clicked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import icons, theme

_HEIGHT = 20
_ICON = 12


def draw_pill(painter: QPainter, box: QRectF, words: str, *, tone: str, icon: str) -> None:
    """Draw a pill into a box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_soft"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    spot = QRectF(box.x() + 7, box.center().y() - _ICON / 2, _ICON, _ICON)
    icons.draw(painter, spot, icon, tone)
    painter.setPen(theme.colour(tone))
    painter.setFont(theme.font(theme.CAPTION, strong=True))
    painter.drawText(box.adjusted(23, 0, -9, 0), Qt.AlignmentFlag.AlignVCenter, words)


def pill_size(words: str) -> QSize:
    """Return how large a pill with these words is."""
    metrics = QFontMetrics(theme.font(theme.CAPTION, strong=True))
    height = max(_HEIGHT, metrics.height() + 4)
    return QSize(metrics.horizontalAdvance(words) + 33, height)


class Pill(QWidget):
    """A pill that stands in a layout."""

    def __init__(self, tone: str = "none", icon: str = "circle-minus") -> None:
        super().__init__()
        self._tone, self._icon, self._words = tone, icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tone: str = "", icon: str = "") -> None:
        """Show words, and another tone and icon where they are given."""
        self._words = words
        self._tone, self._icon = tone or self._tone, icon or self._icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return pill_size(self._words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        del event
        painter = QPainter(self)
        draw_pill(painter, QRectF(self.rect()), self._words, tone=self._tone, icon=self._icon)
