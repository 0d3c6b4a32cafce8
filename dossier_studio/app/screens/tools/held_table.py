"""The certificate register as a table, sorted by any of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools.held import Held, look_of, word_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = (
    QT_TRANSLATE_NOOP("Held", "Valid until"),
    QT_TRANSLATE_NOOP("Held", "Status"),
    QT_TRANSLATE_NOOP("Held", "Certificate"),
    QT_TRANSLATE_NOOP("Held", "Number"),
    QT_TRANSLATE_NOOP("Held", "Asked for by"),
    QT_TRANSLATE_NOOP("Held", "Dossier"),
)
EXPIRES, STATUS, TITLE, NUMBER, REQUIREMENT, DOSSIER = range(len(_HEADS))
_ROOM = 760


class HeldModel(QAbstractTableModel):
    """Certificates; the one that expires first comes first, until another order is wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Held] = []
        self._by, self._order = EXPIRES, Qt.SortOrder.AscendingOrder

    def show_rows(self, rows: Sequence[Held]) -> None:
        """Show other certificates, in the order that is wanted now."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort()
        self.endResetModel()

    def at(self, index: Index) -> Held:
        """Return the certificate of a row."""
        return self._rows[index.row()]

    def retranslate(self) -> None:
        """Say heads and rows anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        self.layoutAboutToBeChanged.emit()
        self._by, self._order = column, order
        self._sort()
        self.layoutChanged.emit()

    def _sort(self) -> None:
        down = self._order is Qt.SortOrder.DescendingOrder
        self._rows.sort(key=self._key, reverse=down)

    def _key(self, one: Held) -> tuple[date | str, str]:
        if self._by == EXPIRES:
            return one.expires or date.max, one.dossier
        return self._words(one)[self._by].casefold(), str(one.expires or "9")

    def _words(self, one: Held) -> tuple[str, ...]:
        return (
            day(one.expires) if one.expires else "–",
            word_of(one.standing),
            say(one.title),
            one.number or "–",
            one.requirement,
            one.dossier,
        )

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
            return QCoreApplication.translate("Held", str(_HEADS[section]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        words = self._words(self._rows[index.row()])[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = QCoreApplication.translate("Held", str(_HEADS[index.column()]))
            return f"{head}: {words}"
        return None


class _Delegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strong = QFontMetrics(theme.font(theme.SMALL, strong=True))
        icon = 20 if index.column() == STATUS else 0
        width = strong.horizontalAdvance(str(index.data())) + 20 + icon
        return QSize(width, max(28, strong.height() + 10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the status has icon, word and colour."""
        model = index.model()
        assert isinstance(model, HeldModel)
        shown = look_of(model.at(index).standing)
        painter.save()
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
        inner = box.adjusted(8, 0, -8, 0)
        strong = index.column() in {EXPIRES, STATUS}
        pen = {STATUS: shown.tone, EXPIRES: "text", TITLE: "text"}.get(index.column(), "text_2")
        if index.column() == STATUS:
            spot = QRectF(inner.left(), inner.center().y() - 7, 14, 14)
            icons.draw(painter, spot, shown.icon, shown.tone)
            inner.adjust(20, 0, 0, 0)
        painter.setPen(theme.colour(pen))
        painter.setFont(theme.font(theme.SMALL, strong=strong))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class HeldTable(QTableView):
    """The table; `chosen` carries the certificate that was entered or clicked twice."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cells = HeldModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(60)
        height = max(28, QFontMetrics(theme.font(theme.SMALL)).height() + 10)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setSortingEnabled(True)
        self.sortByColumn(EXPIRES, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._choose)

    def show_dossiers(self, *, several: bool) -> None:
        """Show to which dossier a certificate belongs, or leave it out for one alone."""
        self.setColumnHidden(DOSSIER, not several)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the number to the dossier where there is little room."""
        super().resizeEvent(event)
        self.setColumnHidden(NUMBER, event.size().width() < _ROOM)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.cells.at(index))
