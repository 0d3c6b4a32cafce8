"""A table that is filled in like a spreadsheet: typed, ticked, pasted and copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.grid_cells import GridDelegate
from dossier_studio.app.components.grid_model import GridModel
from dossier_studio.app.language import current, say
from dossier_studio.core.errors import StudioError
from dossier_studio.law.table import ColumnType, Table
from dossier_studio.workflow import tables


class Grid(QTableView):
    """The view: arrows move, Enter or typing edits, space ticks, Tab leaves."""

    refused = Signal(object)

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.cells = GridModel(table, self)
        self.setModel(self.cells)
        self.setItemDelegate(GridDelegate(self.cells, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
            | trigger.SelectedClicked
        )  # fmt: skip
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        self._widths: dict[str, int] = {}
        height = max(28, QFontMetrics(theme.font(theme.BODY)).height() + 10)
        self.verticalHeader().setDefaultSectionSize(height)

    def share_width(self, wide: Mapping[str, int]) -> None:
        """Give the columns of these names their width in pixels; the last takes what is left."""
        self._widths = dict(wide)
        self.horizontalHeader().setStretchLastSection(False)
        self._share()

    def _share(self) -> None:
        head, columns = self.horizontalHeader(), self.cells.table.columns
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        left = self.viewport().width()
        for place, column in enumerate(columns):
            wanted = self._widths.get(column.id, 0)
            width = max(wanted, metrics.horizontalAdvance(say(column.title)) + 22)
            if column is columns[-1]:
                width = max(width, left)
            head.resizeSection(place, width)
            left -= width

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the last column what is left."""
        super().resizeEvent(event)
        if self._widths:
            self._share()

    def retranslate(self) -> None:
        """Say heads and cells anew."""
        self.cells.retranslate()
        if self._widths:
            self._share()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, clear, tick, edit."""
        here = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has left over
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._begin(here)
        else:
            super().keyPressEvent(event)

    def _begin(self, here: QModelIndex) -> None:
        if not here.isValid():
            return
        if self.cells.column(here).type is ColumnType.YES_NO:
            self.cells.tick(here)
        else:
            self.edit(here)

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if index.row() < self.cells.rowCount() - 1:
                self.cells.setData(index, "")

    def copy(self) -> None:
        """Put what is selected on the clipboard; without a selection the whole table."""
        chosen = self.selectedIndexes()
        columns = self.cells.table.columns
        taken = sorted({one.column() for one in chosen}) or list(range(len(columns)))
        numbers = {one.row() for one in chosen}
        rows = [row for number, row in enumerate(self.cells.rows)
                if not numbers or number in numbers]  # fmt: skip
        part = replace(self.cells.table, columns=tuple(columns[one] for one in taken))
        text = tables.copied(part, rows, current())
        if len(taken) < len(columns):
            text = text.partition("\n")[2]
        QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Write the clipboard's cells from the current cell on; a head of names says where."""
        here = self.currentIndex()
        column = here.column() if here.isValid() else 0
        row = here.row() if here.isValid() else self.cells.rowCount() - 1
        text = QGuiApplication.clipboard().text()
        table = self.cells.table
        try:
            found = tables.pasted(table, text, first=table.columns[column].id)
        except StudioError as refusal:
            self.refused.emit(refusal.message)
            return
        if found:
            self.cells.put(row, found)

    def remove_chosen(self) -> None:
        """Take the rows out in which something is selected."""
        numbers = {one.row() for one in self.selectedIndexes()}
        if self.currentIndex().isValid():
            numbers.add(self.currentIndex().row())
        if numbers:
            self.cells.remove(numbers)
