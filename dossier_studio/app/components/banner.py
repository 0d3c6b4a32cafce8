"""A sentence on a quiet ground that stays until its cause is gone or it has been read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.worded import Worded, button, label, margins, name, tool

_ICONS = {
    "error": "circle-x",
    "warn": "triangle-alert",
    "ok": "circle-check",
    "advice": "info",
    "open": "circle-question-mark",
    "none": "circle-minus",
}


class Glyph(QWidget):
    """An icon in a layout."""

    def __init__(self, icon: str, token: str = "text", side: int = 16) -> None:
        super().__init__()
        self._icon, self._token, self._side = icon, token, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon, or another colour."""
        self._icon, self._token = icon, token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        icons.draw(QPainter(self), self.rect(), self._icon, self._token)


class Banner(Worded):
    """One sentence, what one can do about it, and a way to put it away."""

    closed = Signal()

    def __init__(self, tone: str = "error", *, closes: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("tone", tone)
        self._icon = Glyph(_ICONS[tone], tone, 16)
        self._words = label(wraps=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        margins(self._row, 10, 8, 8, 8, gap=10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._close = tool("x")
        self._close.clicked.connect(self.put_away)
        self._close.setVisible(closes)
        self._row.addWidget(self._close)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        name(self._close, self.tr("Put away"))

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)

    def add_action(self, kind: str = "plain") -> QPushButton:
        """Return a new button at the right; the caller words and connects it."""
        made = button(kind, small=True)
        self._row.insertWidget(self._row.count() - 1, made)
        return made

    def put_away(self) -> None:
        """Put the sentence away; it has been read."""
        self.hide()
        self.closed.emit()
