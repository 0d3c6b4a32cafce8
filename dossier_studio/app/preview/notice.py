"""What stands where there are no pages: a sentence, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, label, margins


class Notice(Worded):
    """Icon, sentence, and a button where it is stuck."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Glyph("file-text", "text_3", 28)
        self._words = label("muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = button("plain", "external-link")
        self._button.clicked.connect(self.asked)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        margins(column, 24, 24, 24, 24, gap=12)
        column.addStretch()
        column.addWidget(self._icon, 0, middle)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, middle)
        column.addStretch()

    def say(self, icon: str, words: str, *, action: str = "") -> None:
        """Show a sentence, and a button where there is something to do."""
        self._icon.show_icon(icon, "text_3")
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
