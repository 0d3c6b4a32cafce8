"""What is assessed and by whom: the few words that the sheet carries."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from dossier_studio.app.components.field import Field
from dossier_studio.app.components.worded import Worded, margins
from dossier_studio.app.language import say
from dossier_studio.law.load import rulebook

APPLICATION = "id.kemenperin.tkdn"
"""The rulebook of the application, whose questions these are."""

FIELDS = ("product_name", "applicant", "responsible_person")


class ProductFields(Worded):
    """Fields side by side; `edited` tells that one was left with other words."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        facts = rulebook(APPLICATION).facts
        self._titles = {name: facts[name].title for name in FIELDS if name in facts}
        self._said: dict[str, str] = {}
        self._lines = {name: QLineEdit() for name in self._titles}
        self._fields = {name: Field(line) for name, line in self._lines.items()}
        row = QHBoxLayout(self)
        margins(row, 12, 4, 12, 4, gap=12)
        for name, line in self._lines.items():
            line.editingFinished.connect(self._take)
            row.addWidget(self._fields[name], 1)
        self.retranslate()

    @property
    def said(self) -> Mapping[str, str]:
        """What is written, and what a file said beside it."""
        return {name: words for name, words in self._said.items() if words}

    def show_product(self, said: Mapping[str, str]) -> None:
        """Show what a file says."""
        self._said = dict(said)
        for name, line in self._lines.items():
            line.setText(self._said.get(name, ""))

    @override
    def retranslate(self) -> None:
        for name, field in self._fields.items():
            field.name(say(self._titles[name]))

    def _take(self) -> None:
        before = dict(self._said)
        self._said |= {name: line.text().strip() for name, line in self._lines.items()}
        if self._said != before:
            self.edited.emit()
