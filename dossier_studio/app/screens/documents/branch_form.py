"""Names a branch that repeats: a substance of a manufacturer, a product, an indication."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.field import Field
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.core.dossier import Branch
from dossier_studio.workflow.branches import spelled

SUBSTANCE = "substance"


class BranchForm(Worded):
    """A line or two within the page; `named` carries axis, old name, new name and title.

    The old name is "" for a new branch.
    """

    named = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "inner")
        self._axis, self._branch = "", ""
        self._title, self._hint = label("strong", wraps=True), label("caption", wraps=True)
        self._what, self._maker = QLineEdit(), QLineEdit()
        self._first, self._second = Field(self._what), Field(self._maker)
        self._do, self._leave = button("primary", small=True), button("flat", small=True)
        self._do.clicked.connect(self._name)
        self._leave.clicked.connect(self.hide)
        for text in (self._what, self._maker):
            text.returnPressed.connect(self._name)
        fields = QHBoxLayout()
        margins(fields, gap=12)
        fields.addWidget(self._first, 1)
        fields.addWidget(self._second, 1)
        buttons = QHBoxLayout()
        margins(buttons)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._do)
        column = QVBoxLayout(self)
        margins(column, 12, 10, 12, 10, gap=8)
        column.addWidget(self._title)
        column.addLayout(fields)
        column.addLayout(buttons)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        what = {
            SUBSTANCE: self.tr("Drug substance"),
            "product": self.tr("Product"),
            "indication": self.tr("Indication"),
        }
        self._first.name(what.get(self._axis, self.tr("Name")))
        self._second.name(self.tr("Manufacturer"))
        titles = {
            SUBSTANCE: self.tr("Name a drug substance and who makes it"),
            "product": self.tr("Name a product"),
            "indication": self.tr("Name an indication"),
        }
        self._title.setText(titles.get(self._axis, self.tr("Name a branch")))
        self._hint.setText(self.tr("Its sections stand in the outline under this name."))
        self._leave.setText(self.tr("Not now"))
        self._do.setText(self.tr("Keep the name"))

    def begin(self, axis: str, branch: Branch | None = None) -> None:
        """Ask for the name of a new branch, or for another name of one."""
        self._axis, self._branch = axis, branch.name if branch else ""
        title = branch.title if branch else ""
        what, _, maker = title.partition(", ") if axis == SUBSTANCE else (title, "", "")
        self._what.setText(what)
        self._maker.setText(maker)
        self._second.setVisible(axis == SUBSTANCE)
        self._first.complain("")
        self.retranslate()
        self.show()
        self._what.setFocus()
        self._what.selectAll()

    def refuse(self, sentence: str) -> None:
        """Say beneath the field why the name was not taken."""
        self._first.complain(sentence)
        self.show()

    def _name(self) -> None:
        what, maker = self._what.text().strip(), self._maker.text().strip()
        if self._axis != SUBSTANCE:
            maker = ""
        pieces = [one for one in (what, maker) if spelled(one)]
        name = spelled("@".join(pieces))
        if not spelled(what):
            self._first.complain(self.tr("Write a name with letters or digits."))
            return
        self._first.complain("")
        self.hide()
        self.named.emit(self._axis, self._branch, name, ", ".join(pieces))
