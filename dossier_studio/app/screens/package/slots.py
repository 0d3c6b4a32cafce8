"""The upload slots as a table: what goes where, how many pages, how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.progress import draw_bar
from dossier_studio.app.gathering import SlotRow
from dossier_studio.app.language import locale, say, size

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = (
    QT_TRANSLATE_NOOP("Slots", "Slot"),
    QT_TRANSLATE_NOOP("Slots", "Section"),
    QT_TRANSLATE_NOOP("Slots", "Contents"),
    QT_TRANSLATE_NOOP("Slots", "File"),
    QT_TRANSLATE_NOOP("Slots", "Doc."),
    QT_TRANSLATE_NOOP("Slots", "Pages"),
    QT_TRANSLATE_NOOP("Slots", "Size"),
    QT_TRANSLATE_NOOP("Slots", "of the limit"),
)
_FIRST_NUMBER, _BAR = 4, 7
_NEAR = 0.75
_NARROW = 620


class SlotsModel(QAbstractTableModel):
    """Rows in the portal's order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SlotRow, ...] = ()

    def show_rows(self, rows: Sequence[SlotRow]) -> None:
        """Show other slots."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say heads and rows anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, index: Index) -> SlotRow:
        """Return the slot of a row."""
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Slots", str(_HEADS[section]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = QCoreApplication.translate("Slots", str(_HEADS[index.column()]))
            return f"{head}: {self._words(self._rows[index.row()])[index.column()]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(self._rows[index.row()])[index.column()]
        return None

    def _words(self, row: SlotRow) -> tuple[str, ...]:
        percent = f"{locale().toString(round(100 * row.share))} %"
        return (
            f"{row.number:02}",
            row.id,
            say(row.title),
            row.file,
            locale().toString(row.documents),
            locale().toString(row.pages),
            size(row.bytes),
            percent,
        )


def _side(column: int) -> int:
    right = _FIRST_NUMBER <= column < _BAR
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class SlotsDelegate(QStyledItemDelegate):
    """Paints a cell; the last column is a bar that turns amber near the limit."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        width = metrics.horizontalAdvance(str(index.data())) + 20
        return QSize(width, max(26, metrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model = index.model()
        assert isinstance(model, SlotsModel)
        row = model.row(index)
        painter.save()
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
        tone = "error" if row.share > 1 else "warn" if row.share >= _NEAR else "accent"
        if index.column() == _BAR:
            bar = QRectF(box.left() + 8, box.center().y() - 1, 66, 4)
            draw_bar(painter, bar, min(max(row.share, 0.01), 1), tone)
            if row.share >= _NEAR:
                painter.setFont(theme.font(theme.CAPTION, strong=True))
                painter.setPen(theme.colour(tone))
                words = box.adjusted(80, 0, 0, 0)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            self._write(painter, box, index, tone=tone)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, index: Index, *, tone: str) -> None:
        strong = tone != "accent" and index.column() == _BAR - 1
        painter.setFont(theme.font(theme.SMALL, strong=strong))
        quiet = index.column() in {0, 1, 3, _FIRST_NUMBER, _FIRST_NUMBER + 1}
        painter.setPen(theme.colour(tone if strong else "text_2" if quiet else "text"))
        inner = box.adjusted(8, 0, -8, 0)
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, _side(index.column()), words)


class SlotsTable(QTableView):
    """The table; words get the room, numbers only what they need. `chosen` carries a SlotRow."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.slots = SlotsModel()
        self.setModel(self.slots)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.setItemDelegate(SlotsDelegate(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_BAR, 124)
        height = max(26, QFontMetrics(theme.font(theme.SMALL)).height() + 8)
        self.verticalHeader().setDefaultSectionSize(height)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.slots.row(current))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is only comfortable where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        for column in (1, 3):
            self.setColumnHidden(column, narrow)
