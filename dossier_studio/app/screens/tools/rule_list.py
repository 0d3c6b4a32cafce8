"""All deadlines of the law as a list that can be narrowed by a few letters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.components.worded import Worded, label, margins
from dossier_studio.app.language import say
from dossier_studio.law.deadlines import Deadline

_KEY = Qt.ItemDataRole.UserRole
_SOUGHT = Qt.ItemDataRole.UserRole + 1
_FROM = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Two lines: what falls due, and from what it is counted."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(theme.font(theme.BODY)).height()
        return QSize(0, lines + QFontMetrics(theme.font(theme.CAPTION)).height() + 12)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a deadline."""
        painter.save()
        box = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("accent_soft" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        small, body = theme.font(theme.CAPTION), theme.font(theme.BODY, strong=chosen)
        name = QFontMetrics(small).horizontalAdvance("DL-000b") + 20
        painter.setFont(small)
        painter.setPen(theme.colour("text_2" if chosen else "text_3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        upper = QRect(box.left() + 12, box.top() + 5, box.width() - 20, QFontMetrics(body).height())
        painter.drawText(upper, middle, str(index.data(_KEY)))
        upper.setLeft(box.left() + name)
        lower = QRect(upper.left(), upper.bottom() + 2, upper.width(), QFontMetrics(small).height())
        _write(painter, lower, str(index.data(_FROM)))
        painter.setFont(body)
        painter.setPen(theme.colour("text"))
        _write(painter, upper, str(index.data()))
        painter.restore()


def _write(painter: QPainter, box: QRect, words: str) -> None:
    metrics = painter.fontMetrics()
    elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class RuleList(Worded):
    """A field above the list; `chosen` carries the id of the deadline one has moved to."""

    chosen = Signal(str)

    def __init__(self, rows: Iterable[Deadline]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._rows = {one.id: one for one in rows}
        self.field = QLineEdit()
        self.field.setProperty("kind", "search")
        self.field.addAction(
            icons.icon("list-filter", "text_3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.setClearButtonEnabled(True)
        self._items = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._items)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterRole(_SOUGHT)
        self.field.textChanged.connect(self._shown.setFilterFixedString)
        self.field.textChanged.connect(self._count)
        self.view = QListView()
        self.view.setModel(self._shown)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setMouseTracking(True)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self._nothing = label("muted", wraps=True)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        margins(column, 1, 1, 1, 6, gap=4)
        top = QVBoxLayout()
        margins(top, 10, 10, 10, 4)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing)
        for name in self._rows:
            item = QStandardItem()
            item.setEditable(False)
            item.setData(name, _KEY)
            self._items.appendRow(item)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Narrow the list"))
        self.field.setAccessibleName(self.tr("Narrow the list"))
        self.view.setAccessibleName(self.tr("Deadlines"))
        self._nothing.setText(self.tr("No deadline has these words."))
        for number, one in enumerate(self._rows.values()):
            item = self._items.item(number)
            item.setText(say(one.what))
            item.setData(self.tr("from: {event}").format(event=say(one.start)), _FROM)
            item.setToolTip(f"{say(one.actor.title)}: {say(one.start)} → {say(one.what)}")
            spoken = f"{one.id}: {say(one.start)} → {say(one.what)}"
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            texts = (one.what, one.start, one.actor.title)
            item.setData(" ".join((one.id, *(w for t in texts for w in (t.id, t.en)))), _SOUGHT)
        self._count()

    def choose(self, name: str) -> None:
        """Show which deadline is shown."""
        for number, known in enumerate(self._rows):
            if known == name:
                index = self._shown.mapFromSource(self._items.index(number, 0))
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)

    def _count(self) -> None:
        there = self._shown.rowCount() > 0
        self.view.setVisible(there)
        self._nothing.setVisible(not there)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(_KEY)))
