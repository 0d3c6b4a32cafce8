"""What expires next, and what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import overview
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, empty, label, line, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.session import Session
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Line
from dossier_studio.law.examined import FILING_DATE

_MOST = 6


@dataclass(frozen=True, slots=True)
class Expiry:
    """A certificate's last day, or the filing itself."""

    when: date
    title: Text
    filing: bool = False


class Ahead(Worded):
    """Expiries in their order, the filing among them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._heading, self._nothing = label("heading"), label("muted", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=8)
        self._expiries: list[Expiry] = []
        self._filing: date | None = None
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=10)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)

    def show_dossier(self, session: Session) -> None:
        """Show the certificates of the dossier."""
        said = session.dossier.answers.get(FILING_DATE)
        self._filing = date.fromisoformat(said) if said else None
        titles = {key: one.title for one in session.checklist.lines for key in one.documents}
        self._expiries = [
            Expiry(one.certificate.expires, titles.get(one.key, Text(one.name, one.name)))
            for one in session.dossier.documents
            if one.certificate and one.certificate.expires
        ]
        if self._filing:
            filing = session.rulebook.facts[FILING_DATE].title
            self._expiries.append(Expiry(self._filing, filing, filing=True))
        self._expiries.sort(key=lambda one: (one.when, one.title.id))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("What expires next"))
        self._nothing.setText(self.tr("No certificate with a date of expiry yet."))
        self._nothing.setVisible(not any(not one.filing for one in self._expiries))
        empty(self._rows)
        for one in self._expiries[:_MOST]:
            self._add(one)

    def _add(self, one: Expiry) -> None:
        early = self._filing is not None and not one.filing and one.when < self._filing
        icon = "circle-x" if early else "calendar-days"
        row = QHBoxLayout()
        margins(row, gap=10)
        tone = "error" if early else "accent" if one.filing else "text_3"
        row.addWidget(Glyph(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addWidget(label("strong" if early or one.filing else "", wraps=True,
                              text=say(one.title)))  # fmt: skip
        when = label("caption", text=day(one.when))
        if early:
            when.setText(self.tr("{date}, before the filing").format(date=day(one.when)))
            when.setProperty("tone", "error")
        words.addWidget(when)
        row.addLayout(words, 1)
        self._rows.addLayout(row)


class OpenDecisions(Worded):
    """Lines that wait for an answer or a judgement."""

    sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._heading, self._nothing = label("heading"), label("muted", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=2)
        self._lines: tuple[Line, ...] = ()
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=8)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)

    def show_dossier(self, session: Session) -> None:
        """Show what is open."""
        self._lines = overview.open_lines(session.checklist)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Needs your decision"))
        self._nothing.setText(self.tr("Nothing is open."))
        self._nothing.setVisible(not self._lines)
        empty(self._rows)
        for one in self._lines[:_MOST]:
            row = QHBoxLayout()
            margins(row, gap=8)
            row.addWidget(Glyph("circle-question-mark", "open", 15), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label("", wraps=True, text=say(one.title)), 1)
            go = button("flat", small=True)
            go.setText(self.tr("Show"))
            go.setAccessibleName(f"{self.tr('Show')}: {say(one.title)}")
            go.setProperty("line", one.id)
            go.clicked.connect(self._go)
            row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addLayout(row)
            self._rows.addWidget(line())

    def _go(self) -> None:
        self.sought.emit(str(self.sender().property("line")))
