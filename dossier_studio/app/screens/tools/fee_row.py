"""One fee: what it is for, how much, how sure, from where, and the person's own amount."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.field import Field
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import Worded, button, label, line, margins
from dossier_studio.app.language import current, say
from dossier_studio.host.messages import number
from dossier_studio.law.examined import cited
from dossier_studio.law.fees import Charge
from dossier_studio.law.own_fees import Amounts
from dossier_studio.law.rulebook import Rulebook


class FeeRow(Worded):
    """A row; `entered` carries the fee and its new amount (None: not known), or the shipped one."""

    entered = Signal(str, object)

    def __init__(self, charge: Charge, shipped: Amounts, book: Rulebook) -> None:
        super().__init__()
        self._charge, self._shipped, self._book = charge, shipped, book
        self._title, self._amount = label("strong", wraps=True), label("heading")
        self._source = label("small", wraps=True)
        self._notes, self._asks = label("small", wraps=True), label("small", wraps=True)
        self._own = Pill("advice", "info")
        self._change, self._back = button("flat", small=True), button("flat", small=True)
        self._take, self._leave = button("plain", small=True), button("flat", small=True)
        self._line = QLineEdit()
        self._field = Field(self._line)
        self._editor = QWidget()
        self._change.clicked.connect(self._begin)
        self._back.clicked.connect(self._restore)
        self._take.clicked.connect(self._enter)
        self._leave.clicked.connect(self._end)
        self._line.returnPressed.connect(self._enter)
        self._lay_out()
        self._editor.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        margins(top, gap=12)
        words = QVBoxLayout()
        margins(words, gap=2)
        words.addWidget(self._title)
        ground = QHBoxLayout()
        margins(ground, gap=12)
        ground.addWidget(ConfidenceMark(self._charge.confidence), 0, Qt.AlignmentFlag.AlignTop)
        ground.addWidget(self._source, 1)
        words.addLayout(ground)
        words.addWidget(self._notes)
        asks = QHBoxLayout()
        margins(asks, gap=6)
        glyph = Glyph("circle-question-mark", "open", 14)
        glyph.setVisible(bool(self._charge.asks))
        asks.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        asks.addWidget(self._asks, 1)
        words.addLayout(asks)
        side = QVBoxLayout()
        margins(side, gap=4)
        right = Qt.AlignmentFlag.AlignRight
        side.addWidget(self._amount, 0, right)
        side.addWidget(self._own, 0, right)
        side.addWidget(self._change, 0, right)
        side.addWidget(self._back, 0, right)
        side.addStretch()
        top.addLayout(words, 1)
        top.addLayout(side)
        edit = QHBoxLayout(self._editor)
        margins(edit, gap=6)
        edit.addWidget(self._field)
        edit.addWidget(self._take, 0, Qt.AlignmentFlag.AlignBottom)
        edit.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignBottom)
        edit.addStretch()
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 0, gap=8)
        column.addLayout(top)
        column.addWidget(self._editor)
        column.addWidget(line())

    @property
    def own(self) -> bool:
        """Whether the amount is the person's own."""
        return self._shipped.known and self._shipped.idr != self._charge.fee.idr

    @property
    def amount(self) -> str:
        """The amount as it is shown."""
        return self._amount.text()

    @override
    def retranslate(self) -> None:
        charge, fee = self._charge, self._charge.fee
        self._title.setText(say(fee.label))
        known = fee.idr is not None
        words = self.tr("Rp {amount}").format(amount=number(fee.idr or 0, current()))
        self._amount.setText(words if known else self.tr("not found"))
        self._amount.setProperty("role", "heading" if known else "muted")
        self._source.setText(say(cited(fee.citations)))
        notes = [say(one) for one in charge.notes]
        if fee.inferred:
            notes.insert(0, self.tr("The amount is our reading of the source."))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        asked = ", ".join(say(self._book.facts[one].title) for one in charge.asks)
        words = self.tr("May be due; it depends on: {questions}")
        self._asks.setText(words.format(questions=asked))
        self._asks.setVisible(bool(asked))
        self._own.say(self.tr("your amount"))
        self._own.setVisible(self.own)
        self._change.setText(self.tr("Change…") if known else self.tr("Enter the amount…"))
        self._change.setAccessibleName(f"{self._change.text()} {say(fee.label)}")
        self._back.setText(self.tr("Back to the source"))
        self._back.setVisible(self.own)
        self._field.name(self.tr("Amount in rupiah, empty for unknown"))
        self._take.setText(self.tr("Keep"))
        self._leave.setText(self.tr("Cancel"))

    def _begin(self) -> None:
        fee = self._charge.fee
        self._line.setText("" if fee.idr is None else number(fee.idr, current()))
        self._field.complain("")
        self._editor.show()
        self._line.setFocus()
        self._line.selectAll()

    def _end(self) -> None:
        self._editor.hide()
        self._change.setFocus()

    def _enter(self) -> None:
        said = re.sub(r"(?i)^(rp|idr)|[\s.,]", "", self._line.text().strip())
        if said and not said.isdecimal():
            self._field.complain(self.tr("Write whole rupiah, such as 30.000.000."))
            return
        self.entered.emit(self._charge.fee.id, int(said) if said else None)

    def _restore(self) -> None:
        self.entered.emit(self._charge.fee.id, self._shipped.idr)

    def complain(self, sentence: str) -> None:
        """Say why an amount was not kept."""
        self._field.complain(sentence)
