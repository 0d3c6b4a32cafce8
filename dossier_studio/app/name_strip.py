"""Asks once who works here; the journal signs every edit with that name."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.session import Session


class NameStrip(Worded):
    """A line above the screen, there while a dossier is edited and nobody has given a name."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._put_away = False
        frame = Worded()
        frame.setProperty("kind", "banner")
        frame.setProperty("tone", "advice")
        self._words, self._line = label(wraps=True), QLineEdit()
        self._keep, self._later = button(small=True), button("flat", small=True)
        self._line.setMaximumWidth(260)
        self._line.returnPressed.connect(self._take)
        self._keep.clicked.connect(self._take)
        self._later.clicked.connect(self._leave)
        row = QHBoxLayout(frame)
        margins(row, 10, 6, 8, 6, gap=10)
        row.addWidget(Glyph("info", "advice"))
        row.addWidget(self._words, 1)
        for widget in (self._line, self._keep, self._later):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        margins(column, 16, 10, 16, 0)
        column.addWidget(frame)
        session.opened.connect(self.follow)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._words.setText(self.tr("Who is working? The journal signs every change with a name."))
        self._line.setPlaceholderText(self.tr("Your name"))
        self._line.setAccessibleName(self.tr("Your name"))
        self._keep.setText(self.tr("Keep"))
        self._later.setText(self.tr("Not now"))

    def follow(self) -> None:
        """Show the line where a name is needed."""
        session = self._session
        wanted = session.writable and not session.settings.name and not self._put_away
        self.setVisible(wanted)

    def _take(self) -> None:
        if self._line.text().strip():
            self._session.name_person(self._line.text())
            self.follow()

    def _leave(self) -> None:
        self._put_away = True
        self.follow()
