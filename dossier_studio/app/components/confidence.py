"""How sure we are of what the law asks: three bars and a word."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.core.finding import Confidence

_BARS = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}
_SHORT = {
    Confidence.HIGH: QT_TRANSLATE_NOOP("Confidence", "high"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("Confidence", "medium"),
    Confidence.LOW: QT_TRANSLATE_NOOP("Confidence", "low"),
}
_LONG = {
    Confidence.HIGH: QT_TRANSLATE_NOOP("Confidence", "High confidence"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("Confidence", "Medium confidence"),
    Confidence.LOW: QT_TRANSLATE_NOOP("Confidence", "Low confidence, to be confirmed"),
}
WIDTH = 13
HEIGHT = 11


def word(confidence: Confidence, *, long: bool = False) -> str:
    """Return the confidence in a word, or in a few."""
    words = (_LONG if long else _SHORT)[confidence]
    return QCoreApplication.translate("Confidence", str(words))


def draw_bars(painter: QPainter, left: float, bottom: float, confidence: Confidence) -> None:
    """Draw the three bars standing on a line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for place, height in enumerate((5, 8, 11)):
        token = "text_2" if place < _BARS[confidence] else "border"
        painter.fillRect(QRectF(left + 5 * place, bottom - height, 3, height), theme.colour(token))


class ConfidenceMark(QWidget):
    """Bars and words in a layout."""

    def __init__(self, confidence: Confidence = Confidence.HIGH, *, long: bool = True) -> None:
        super().__init__()
        self._confidence = confidence
        self._long = long
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the word anew."""
        self.setAccessibleName(word(self._confidence, long=True))
        self.updateGeometry()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        words = word(self._confidence, long=self._long)
        return QSize(metrics.horizontalAdvance(words) + WIDTH + 8, max(18, metrics.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and word."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        draw_bars(painter, 0, middle + HEIGHT / 2, self._confidence)
        painter.setPen(theme.colour("text_2"))
        painter.setFont(theme.font(theme.SMALL))
        words = word(self._confidence, long=self._long)
        left = self.rect().adjusted(WIDTH + 6, 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, words)
