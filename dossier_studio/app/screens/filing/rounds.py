"""Additional data: when they were asked for, and when they were given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.field import DateField
from dossier_studio.app.components.worded import Worded, button, empty, label, margins, name, tool
from dossier_studio.app.language import day
from dossier_studio.core.dossier import Round


class RoundLine(Worded):
    """One round: asked on, answered on."""

    answered = Signal(int, object)
    withdrawn = Signal(int)

    def __init__(self, one: Round, *, last: bool, editable: bool) -> None:
        super().__init__()
        self._round = one
        self._words = label(wraps=True)
        self.field = DateField()
        self.field.show_day(one.answered)
        self.field.line.setEnabled(editable)
        self.field.entered.connect(self._answer)
        self._away = tool("x")
        self._away.setVisible(last and editable)
        self._away.clicked.connect(self._withdraw)
        row = QHBoxLayout(self)
        margins(row)
        row.addWidget(self._words, 1)
        row.addWidget(self.field)
        row.addWidget(self._away)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        words = self.tr("Round {number}, asked on {day}")
        self._words.setText(words.format(number=self._round.number, day=day(self._round.asked)))
        self.field.name(self.tr("Answered on"))
        name(self._away, self.tr("Remove this round"))

    def _answer(self, when: date | None) -> None:
        self.answered.emit(self._round.number, when)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self._round.number)


class RoundsCard(Worded):
    """Rounds, and a field for the day on which another one was asked for."""

    asked = Signal(object)
    answered = Signal(int, object)
    withdrawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title, self._words = label("heading"), label("small", wraps=True)
        self._lines = QVBoxLayout()
        margins(self._lines, gap=8)
        self.field = DateField()
        self.field.entered.connect(self._take)
        self._when: date | None = None
        self.add = button("plain")
        self.add.clicked.connect(self._ask)
        self._foot = Worded()
        row = QHBoxLayout(self._foot)
        margins(row)
        row.addWidget(self.field)
        row.addWidget(self.add)
        row.addStretch()
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(self._lines)
        column.addWidget(self._foot)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Additional data"))
        self._words.setText(
            self.tr("While data are asked for, the authority's clock stands still and yours runs.")
        )
        self.field.name(self.tr("Asked for on"))
        self.add.setText(self.tr("Note the request"))

    def show_rounds(self, rounds: Sequence[Round], *, editable: bool) -> None:
        """Show rounds, first one first; a new one is possible once the last is answered."""
        empty(self._lines)
        for one in rounds:
            line = RoundLine(one, last=one is rounds[-1], editable=editable)
            line.answered.connect(self.answered)
            line.withdrawn.connect(self.withdrawn)
            self._lines.addWidget(line)
        self._foot.setVisible(editable and (not rounds or rounds[-1].answered is not None))

    def _take(self, when: date | None) -> None:
        self._when = when

    def _ask(self) -> None:
        if self._when is None:
            self.field.complain(self.tr("Write the day first."))
            return
        when, self._when = self._when, None
        self.field.show_day(None)
        self.asked.emit(when)
