"""What the portal gives back: registration number, day of receipt, payment order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.worded import Worded, label, margins
from dossier_studio.core.dossier import Receipt


class ReceiptCard(Worded):
    """Fields that commit when they are left; `written` carries the receipt as it is then."""

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._receipt = Receipt("0000")
        self._title = label("heading")
        self.number, self.order = QLineEdit(), QLineEdit()
        self._number, self._order = Field(self.number), Field(self.order)
        self.received, self.ordered, self.paid = DateField(), DateField(), DateField()
        self.number.editingFinished.connect(self._write)
        self.order.editingFinished.connect(self._write)
        self.received.entered.connect(self._take_received)
        self.ordered.entered.connect(self._take_ordered)
        self.paid.entered.connect(self._take_paid)
        grid = QGridLayout()
        margins(grid, gap=10)
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(self.received, 0, 1)
        grid.addWidget(self._order, 1, 0)
        grid.addWidget(self.ordered, 1, 1)
        grid.addWidget(self.paid, 2, 1)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=10)
        column.addWidget(self._title)
        column.addLayout(grid)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Receipt of {number}").format(number=self._receipt.sequence))
        self._number.name(self.tr("Registration number"))
        self.number.setPlaceholderText(self.tr("from the portal"))
        self.received.name(self.tr("Received on"))
        self._order.name(self.tr("Payment order (SPB)"))
        self.ordered.name(self.tr("Issued on"))
        self.paid.name(self.tr("Paid on"))

    def show_receipt(self, receipt: Receipt, *, editable: bool) -> None:
        """Show a receipt; what is being typed stays."""
        self._receipt = receipt
        for line, words in ((self.number, receipt.number), (self.order, receipt.order)):
            if not line.isModified() or line.text() == words:
                line.setText(words)
        for field, when in (
            (self.received, receipt.received),
            (self.ordered, receipt.ordered),
            (self.paid, receipt.paid),
        ):
            if not field.line.hasFocus():
                field.show_day(when)
        for editor in (
            self.number, self.order, self.received.line, self.ordered.line, self.paid.line,
        ):  # fmt: skip
            editor.setEnabled(editable)
        self.retranslate()

    def _write(self) -> None:
        self._send(number=self.number.text().strip(), order=self.order.text().strip())

    def _take_received(self, when: date | None) -> None:
        self._send(received=when)

    def _take_ordered(self, when: date | None) -> None:
        self._send(ordered=when)

    def _take_paid(self, when: date | None) -> None:
        self._send(paid=when)

    def _send(self, **said: str | date | None) -> None:
        self.number.setModified(False)
        self.order.setModified(False)
        receipt = replace(self._receipt, **said)  # type: ignore[arg-type]  # each by its name
        if receipt != self._receipt:
            self.written.emit(receipt)
