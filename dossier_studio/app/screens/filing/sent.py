"""The sequences sent so far, and the one that is closed next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    line,
    margins,
    restyle,
)
from dossier_studio.app.language import day, say
from dossier_studio.core.dossier import Dossier
from dossier_studio.law.rulebook import Rulebook


class SentCard(Worded):
    """Closing a sequence; `closed` carries the day on which it was sent, and a note."""

    closed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._dossier: Dossier | None = None
        self._book: Rulebook | None = None
        self._filed: date | None = None
        self._number = ""
        self._title, self._words = label("heading"), label("small", wraps=True)
        self.day, self._note = DateField(), Field(QLineEdit())
        self.day.entered.connect(self._take_day)
        self.close_button = button("plain")
        self.close_button.clicked.connect(self._close_sequence)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=8)
        fields = QHBoxLayout()
        margins(fields, gap=12)
        fields.addWidget(self.day)
        fields.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=10)
        for part in (self._title, self._words):
            column.addWidget(part)
        column.addLayout(fields)
        column.addLayout(buttons)
        column.addLayout(self._rows)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._words.setText(
            self.tr("Once all is uploaded, close the sequence: what was sent is kept as it was.")
        )
        self.day.name(self.tr("Sent on"))
        self._note.name(self.tr("Note"))
        self._title.setText(self.tr("Sequence {number}").format(number=self._number))
        self.close_button.setText(self.tr("Close sequence {number}").format(number=self._number))
        empty(self._rows)
        if self._dossier is None or self._book is None:
            return
        for one in reversed(self._dossier.sequences):
            stage = say(self._book.facts[self._book.stage_fact].title_of(one.stage))
            row = QHBoxLayout()
            margins(row, gap=8)
            row.addWidget(Glyph("circle-check", "ok"))
            row.addWidget(label("strong", text=one.number))
            words = " · ".join(part for part in (stage, one.by, one.note) if part)
            row.addWidget(label("small", wraps=True, text=words), 1)
            row.addWidget(label("small", text=day(one.filed)))
            self._rows.addWidget(line())
            self._rows.addLayout(row)

    def show_dossier(
        self, book: Rulebook, dossier: Dossier, planned: date | None, *, editable: bool, done: bool
    ) -> None:
        """Show where a dossier stands; `done`: every slot is ticked, closing comes next."""
        self._book, self._dossier = book, dossier
        if self._number != dossier.next_sequence:
            self._number, self._filed = dossier.next_sequence, planned
            self.day.show_day(planned)
        self.close_button.setEnabled(editable)
        restyle(self.close_button, kind="primary" if done else "plain")
        self.retranslate()

    def _take_day(self, when: date | None) -> None:
        self._filed = when

    def _close_sequence(self) -> None:
        if self._filed is None:
            self.day.complain(self.tr("Write the day on which it was sent."))
            return
        editor = self._note.editor
        assert isinstance(editor, QLineEdit)  # made in __init__
        note = editor.text().strip()
        editor.clear()
        self.closed.emit(self._filed, note)
