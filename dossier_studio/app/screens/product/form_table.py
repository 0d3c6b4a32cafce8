"""A table of the registration form: rows that are typed, pasted, put in order and copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.grid import Grid
from dossier_studio.app.components.worded import (
    Worded,
    button,
    label,
    margins,
    name,
    restyle,
    tool,
)
from dossier_studio.app.language import current, say
from dossier_studio.core.text import Message
from dossier_studio.law.table import Column, ColumnType, Table
from dossier_studio.workflow import tables

_MOST_ROWS = 10
"""Rows in sight before the table scrolls by itself."""

_WIDTHS = {
    ColumnType.DECIMAL: 84,
    ColumnType.DATE: 104,
    ColumnType.YES_NO: 64,
    ColumnType.CHOICE: 124,
    ColumnType.CHOICES: 150,
}

_LONG = frozenset({"name", "address", "producer", "function", "dosage_form"})
"""Columns of words; other texts are codes, units and countries."""


class FormTable(Worded):
    """A card with one table; an empty one is folded. `edited` carries its id and its rows.

    Rows with a cell that cannot be stored are not told until it is mended; what is only odd is.
    """

    edited = Signal(str, object)

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.table = table
        self._refusal: Message | None = None
        self._turned: bool | None = None
        self._heading, self._count = label("heading"), label("caption")
        self._help = label("caption", wraps=True)
        self._fold = button("flat")
        self._fold.clicked.connect(self._turn)
        self.grid = Grid(table)
        self.grid.share_width({one.id: _width(one) for one in table.columns})
        self.grid.cells.edited.connect(self._edited)
        self.grid.refused.connect(self._refuse)
        self._add, self._copy = button("plain", "plus", small=True), button("flat", "copy")
        self._paste = button("flat", "table-2")
        self._up, self._down, self._remove = tool("arrow-up"), tool("arrow-down"), tool("x")
        self._add.clicked.connect(self._begin_row)
        self._copy.clicked.connect(self._copy_all)
        self._paste.clicked.connect(self._paste_below)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove.clicked.connect(self.grid.remove_chosen)
        self._mark, self._trouble = Glyph("info", "advice", 14), label("small", wraps=True)
        self._body, self._note = QWidget(), QWidget()
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, gap=10)
        head.addWidget(self._heading)
        head.addWidget(self._count, 1)
        head.addWidget(self._fold)
        note = QHBoxLayout(self._note)
        margins(note, gap=6)
        note.addWidget(self._mark)
        note.addWidget(self._trouble, 1)
        tools = QHBoxLayout()
        margins(tools, gap=6)
        for made in (self._add, self._up, self._down, self._remove):
            tools.addWidget(made)
        tools.addStretch()
        tools.addWidget(self._paste)
        tools.addWidget(self._copy)
        inner = QVBoxLayout(self._body)
        margins(inner, gap=8)
        inner.addWidget(self._help)
        inner.addWidget(self.grid)
        inner.addWidget(self._note)
        inner.addLayout(tools)
        column = QVBoxLayout(self)
        margins(column, 16, 10, 16, 12, gap=8)
        column.addLayout(head)
        column.addWidget(self._body)

    @override
    def retranslate(self) -> None:
        title = say(self.table.title)
        self._heading.setText(title)
        self._help.setText(say(self.table.help) if self.table.help else "")
        self._help.setVisible(self.table.help is not None)
        self.grid.setAccessibleName(title)
        self.grid.retranslate()
        self._add.setText(self.tr("Add a row"))
        self._add.setAccessibleName(self.tr("Add a row: {table}").format(table=title))
        self._copy.setText(self.tr("Copy the table"))
        self._copy.setToolTip(self.tr("To paste it into a spreadsheet"))
        self._paste.setText(self.tr("Paste rows"))
        self._paste.setToolTip(self.tr("Rows copied from a spreadsheet, beneath these"))
        name(self._up, self.tr("Move the row up"))
        name(self._down, self.tr("Move the row down"))
        name(self._remove, self.tr("Remove the row"))
        self._say()

    def show_rows(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Show the stored rows; what is being typed stays as long as it says the same."""
        if list(self.grid.cells.rows) != list(rows):
            self.grid.cells.show_rows(rows)
        self._refusal = None
        self._show()

    def unfold(self) -> None:
        """Show the rows, empty or not."""
        self._turned = True
        self._show()

    def _turn(self) -> None:
        self._turned = self._body.isHidden()
        self._show()

    def _show(self) -> None:
        count = len(self.grid.cells.rows)
        self._body.setVisible(bool(count) if self._turned is None else self._turned)
        head = self.grid.horizontalHeader().sizeHint().height()
        shown = min(self.grid.cells.rowCount(), _MOST_ROWS)
        row = self.grid.verticalHeader().defaultSectionSize()
        self.grid.setFixedHeight(head + shown * row + 16)
        self.retranslate()

    def _say(self) -> None:
        count = len(self.grid.cells.rows)
        words = self.tr("%n row(s)", "", count) if count else self.tr("not filled in")
        self._count.setText(words)
        shown = not self._body.isHidden()
        self._fold.setIcon(icons.icon("chevron-up" if shown else "chevron-down", "accent"))
        self._fold.setText(self.tr("Fold") if shown else self.tr("Show"))
        self._fold.setAccessibleName(f"{say(self.table.title)}: {self._fold.text()}")
        self._say_trouble()

    def _say_trouble(self) -> None:
        found = self.table.troubles(self.grid.cells.rows)
        first = next((one for one in found if one.refused), next(iter(found), None))
        refused = self._refusal is not None or (first is not None and first.refused)
        self._note.setVisible(self._refusal is not None or first is not None)
        if self._refusal is not None:
            self._trouble.setText(say(self._refusal))
        elif first is not None:
            words = Message(
                "workflow.table.row", {"row": first.row + 1, "trouble": first.message}
            )
            self._trouble.setText(say(words))
        self._mark.show_icon("circle-x" if refused else "info", "error" if refused else "advice")
        restyle(self._trouble, tone="error" if refused else "")

    def _refuse(self, message: Message) -> None:
        self._refusal = message
        self._say()

    def _edited(self) -> None:
        self._refusal = None
        if self._turned is None:
            self._turned = True
        self._show()
        if self.grid.cells.trouble is None:
            self.edited.emit(self.table.id, self.grid.cells.rows)

    def _begin_row(self) -> None:
        cells = self.grid.cells
        here = cells.index(cells.rowCount() - 1, 0)
        self.grid.setFocus()
        self.grid.setCurrentIndex(here)
        self.grid.edit(here)

    def _copy_all(self) -> None:
        text = tables.copied(self.table, self.grid.cells.rows, current())
        QGuiApplication.clipboard().setText(text)

    def _paste_below(self) -> None:
        self.grid.clearSelection()
        self.grid.selectionModel().setCurrentIndex(
            QModelIndex(), self.grid.selectionModel().SelectionFlag.NoUpdate
        )
        self.grid.paste()

    def _move(self, step: int) -> None:
        here, rows = self.grid.currentIndex(), list(self.grid.cells.rows)
        place = here.row() + step
        if not (here.isValid() and here.row() < len(rows) and 0 <= place < len(rows)):
            return
        rows.insert(place, rows.pop(here.row()))
        self.grid.cells.show_rows(rows)
        self.grid.setCurrentIndex(self.grid.cells.index(place, here.column()))
        self._edited()


def _width(column: Column) -> int:
    return _WIDTHS.get(column.type, 170 if column.id in _LONG else 92)
