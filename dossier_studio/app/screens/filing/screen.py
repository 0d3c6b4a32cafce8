"""The filing screen: note that a sequence was sent, and see those sent before."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    line,
    margins,
)
from dossier_studio.app.language import day, say
from dossier_studio.app.screen import Screen
from dossier_studio.app.session import Session
from dossier_studio.law.examined import FILING_DATE
from dossier_studio.workflow import filing


class FilingScreen(Screen):
    """Closing a sequence."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._filed: date | None = None
        self._title, self._words = label("title"), label("muted", wraps=True)
        self._day, self._note = DateField(), Field(QLineEdit())
        self._day.entered.connect(self._take_day)
        self._close = button("primary")
        self._close.clicked.connect(self._close_sequence)
        self._heading, self._nothing = label("heading"), label("muted", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=8)
        row = QHBoxLayout(self)
        margins(row, 16, 12, 16, 12, gap=12)
        row.addWidget(self._sent_card(), 1)
        row.addWidget(self._note_card(), 1)
        self.retranslate()

    def _note_card(self) -> QWidget:
        card, column = _card()
        dates = QHBoxLayout()
        margins(dates, gap=12)
        dates.addWidget(self._day)
        dates.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(dates)
        column.addLayout(buttons)
        column.addStretch()
        return card

    def _sent_card(self) -> QWidget:
        card, column = _card()
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)
        column.addStretch()
        return card

    @override
    def retranslate(self) -> None:
        self._words.setText(
            self.tr(
                "You upload the files yourself in the authority's portal, slot by slot. Once that"
                " is done, note it here: the sequence is closed, and the next one begins."
            )
        )
        self._day.name(self.tr("Sent on"))
        self._note.name(self.tr("Receipt or note"))
        self._heading.setText(self.tr("Sent so far"))
        self._nothing.setText(self.tr("Nothing has been sent yet."))
        self._say()
        super().retranslate()

    @override
    def fill(self) -> None:
        session = self.session
        if session.folder is None:
            return
        if self._filed is None:
            planned = session.dossier.answers.get(FILING_DATE)
            self._filed = date.fromisoformat(planned) if planned else None
            self._day.show_day(self._filed)
        self._close.setEnabled(session.writable)
        self._say()

    def _say(self) -> None:
        if self.session.folder is None:
            return
        number = self.session.dossier.next_sequence
        self._title.setText(self.tr("Note sequence {number} as sent").format(number=number))
        self._close.setText(self.tr("Close sequence {number}").format(number=number))
        empty(self._rows)
        book = self.session.rulebook
        for one in self.session.dossier.sequences:
            stage = say(book.facts[book.stage_fact].title_of(one.stage))
            row = QHBoxLayout()
            margins(row, gap=8)
            row.addWidget(Glyph("circle-check", "ok"))
            row.addWidget(label("strong", text=one.number))
            words = " · ".join(part for part in (stage, one.by, one.note) if part)
            row.addWidget(label("muted", wraps=True, text=words), 1)
            row.addWidget(label("small", text=day(one.filed)))
            self._rows.addLayout(row)
            self._rows.addWidget(line())
        self._nothing.setVisible(not self.session.dossier.sequences)

    def _take_day(self, when: date | None) -> None:
        self._filed = when

    def _close_sequence(self) -> None:
        session, filed = self.session, self._filed
        book, dossier = session.rulebook, session.dossier
        editor = self._note.editor
        assert isinstance(editor, QLineEdit)  # made in __init__
        note = editor.text().strip()
        closed = session.edit(
            lambda: filing.close_sequence(
                book, dossier, by=session.person, filed=filed, note=note
            )
        )
        if closed:
            editor.clear()
            self._filed = None
            self.refresh()


def _card() -> tuple[QWidget, QVBoxLayout]:
    card = Worded()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    margins(column, 20, 16, 20, 16, gap=12)
    return card, column
