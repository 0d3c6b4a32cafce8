"""How a cell of a grid is painted and edited, by what its column holds."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.components.grid_model import GridModel
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.language import say
from dossier_studio.law.table import ColumnType

Index = QModelIndex | QPersistentModelIndex
_TICK = 16


class GridDelegate(QStyledItemDelegate):
    """Paints words, ticks and what is wrong; edits words in a line and choices in a list."""

    def __init__(self, cells: GridModel, grid: QWidget) -> None:
        super().__init__(grid)
        self._cells = cells

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        painter.save()
        box = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
        if self._cells.column(index).type is ColumnType.YES_NO:
            self._tick(painter, box, index)
        else:
            self._write(painter, box, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _tick(self, painter: QPainter, box: QRect, index: Index) -> None:
        stored = self._cells.stored(index)
        empty = index.row() == self._cells.rowCount() - 1
        spot = QRect(0, 0, _TICK, _TICK)
        spot.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yes = stored == "yes"
        frame = "accent" if yes else "border" if empty else "border_strong"
        painter.setPen(QPen(theme.colour(frame), 1))
        painter.setBrush(theme.colour("accent" if yes else "surface"))
        painter.drawRoundedRect(spot, 3, 3)
        if yes:
            icons.draw(painter, spot.adjusted(2, 2, -2, -2), "check", "on_accent")
        elif not stored and not empty and self._cells.column(index).required:
            icons.draw(painter, spot.adjusted(2, 2, -2, -2), "minus", "text_3")

    def _write(self, painter: QPainter, box: QRect, index: Index) -> None:
        wrong = self._cells.trouble_of(index) is not None
        inner = box.adjusted(8, 0, -8, 0)
        if wrong:
            spot = QRect(inner.right() - 13, inner.center().y() - 7, 14, 14)
            icons.draw(painter, spot, "circle-x", "error")
            inner.adjust(0, 0, -20, 0)
        painter.setFont(theme.font(theme.BODY))
        painter.setPen(theme.colour("error" if wrong else "text"))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        number = self._cells.column(index).type is ColumnType.DECIMAL
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), words)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick where it was clicked."""
        column = self._cells.column(index)
        left = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton
        if column.type is ColumnType.YES_NO and left:
            if event.type() is QEvent.Type.MouseButtonRelease:
                self._cells.tick(index)
                return True
            return False
        return super().editorEvent(event, model, option, index)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        column = self._cells.column(index)
        editor: QWidget
        if column.type is ColumnType.CHOICE and not column.open:
            editor = Combo(parent)
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(say(column.title))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.addItem("", "")
            for one in self._cells.values(index):
                editor.addItem(say(one.title), one.key)
            editor.setCurrentIndex(max(editor.findData(self._cells.stored(index)), 0))
            editor.activated.connect(self._take)
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(self._cells.stored(index))
            editor.selectAll()

    def _take(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            self._cells.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            self._cells.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(QRect(option.rect))
