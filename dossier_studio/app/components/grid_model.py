"""The rows of a grid: cells by column, what is wrong with them, and an empty row for a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from dossier_studio.app.language import day, say
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Words
from dossier_studio.law.fact import Value
from dossier_studio.law.table import Column, ColumnType, Table

Index = QModelIndex | QPersistentModelIndex
Rows = Sequence[Mapping[str, str]]
_NOWHERE = QModelIndex()
_SIDE = Qt.AlignmentFlag.AlignVCenter


class GridModel(QAbstractTableModel):
    """Rows of cells by column; the last, empty row takes a new one.

    A cell that cannot be stored keeps what was typed, and `trouble` says what is wrong with it.
    Cells under other names than the columns' are kept with their row and not shown.
    """

    edited = Signal()

    def __init__(self, table: Table, parent: QObject) -> None:
        super().__init__(parent)
        self.table = table
        self._rows: list[dict[str, str]] = []
        self._troubles: dict[tuple[int, str], Words] = {}

    @property
    def rows(self) -> tuple[Mapping[str, str], ...]:
        """The rows as they stand; an empty one is none."""
        return tuple(dict(row) for row in self._rows if any(row.values()))

    @property
    def trouble(self) -> Words | None:
        """What is wrong with the first cell that cannot be stored."""
        return next(iter(self._troubles.values()), None)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows, telling nobody."""
        self.beginResetModel()
        self._rows = [dict(row) for row in rows]
        self._judge()
        self.endResetModel()

    def put(self, start: int, rows: Rows) -> None:
        """Write cells over those from a row on."""
        self.beginResetModel()
        for number, cells in enumerate(rows, start=start):
            while len(self._rows) <= number:
                self._rows.append({})
            self._rows[number] |= {name: self._stored(name, said) for name, said in cells.items()}
        self._judge()
        self.endResetModel()
        self.edited.emit()

    def remove(self, numbers: Iterable[int]) -> None:
        """Take rows out."""
        gone = set(numbers)
        self.beginResetModel()
        self._rows = [row for number, row in enumerate(self._rows) if number not in gone]
        self._judge()
        self.endResetModel()
        self.edited.emit()

    def column(self, index: Index) -> Column:
        """Return the column of a cell."""
        return self.table.columns[index.column()]

    def values(self, index: Index) -> tuple[Value, ...]:
        """Return what a cell of a choice may hold."""
        return self.column(index).values

    def stored(self, index: Index) -> str:
        """Return what a cell holds."""
        row = self._rows[index.row()] if index.row() < len(self._rows) else {}
        return row.get(self.column(index).id, "")

    def trouble_of(self, index: Index) -> Words | None:
        """Return what is wrong with a cell."""
        return self._troubles.get((index.row(), self.column(index).id))

    def tick(self, index: Index) -> None:
        """Turn a yes into a no, and anything else into a yes."""
        self.setData(index, "no" if self.stored(index) == "yes" else "yes")

    def retranslate(self) -> None:
        """Say heads and cells anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )

    def _stored(self, name: str, said: str) -> str:
        column = self.table.column(name)
        if column is None:
            return said
        try:
            return column.canonical(said)
        except WrongUse:
            return said

    def _judge(self) -> None:
        found = self.table.troubles(self._rows)
        self._troubles = {(one.row, one.column): one.message for one in found if one.refused}

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return say(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(column.help or column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_SIDE | side_of(column))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, stored = self.column(index), self.stored(index)
        if role == Qt.ItemDataRole.EditRole:
            return stored
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.type is ColumnType.YES_NO else self._shown(column, stored)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(column.title)}: {self._shown(column, stored)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            trouble = self.trouble_of(index)
            return say(trouble) if trouble else self._shown(column, stored)
        return None

    def _shown(self, column: Column, stored: str) -> str:
        try:
            if column.type is ColumnType.DATE and stored:
                return day(date.fromisoformat(stored))
            return ", ".join(say(one) for one in column.shown(stored))
        except ValueError:
            return stored

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.stored(index):
            return False
        number, name = index.row(), self.column(index).id
        if number == len(self._rows):
            self.beginInsertRows(QModelIndex(), number + 1, number + 1)
            self._rows.append({})
            self.endInsertRows()
        self._rows[number][name] = self._stored(name, str(value))
        self._judge()
        last = self.index(number, self.columnCount() - 1)
        self.dataChanged.emit(self.index(number, 0), last)
        self.edited.emit()
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or self.column(index).type is ColumnType.YES_NO:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable


def side_of(column: Column) -> Qt.AlignmentFlag:
    """Return the side on which a column's words stand."""
    if column.type is ColumnType.YES_NO:
        return Qt.AlignmentFlag.AlignHCenter
    number = column.type is ColumnType.DECIMAL
    return Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
