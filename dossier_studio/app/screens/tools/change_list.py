"""The kinds of change that a rulebook knows, to be ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
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
from dossier_studio.law.rulebook import VariationChange

Index = QModelIndex | QPersistentModelIndex
_CODE = Qt.ItemDataRole.UserRole
_SOUGHT = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.CheckStateRole
_WORDS = 42
"""Where words begin: right of the tick."""


class _Delegate(QStyledItemDelegate):
    """A tick, the code, and the title in as many lines as it needs."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QListView) else 240
        small = QFontMetrics(theme.font(theme.CAPTION)).height()
        room = QRect(0, 0, max(width - _WORDS - 10, 60), 1000)
        words = QFontMetrics(theme.font(theme.BODY)).boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(0, small + words.height() + 16)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a change."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, ticked = QRect(option.rect), _ticked(index)
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if ticked or over:
            painter.fillRect(box, theme.colour("accent_soft" if ticked else "hover"))
        if here:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        spot = QRect(box.left() + 14, box.top() + 9, 16, 16)
        painter.setPen(QPen(theme.colour("accent" if ticked else "border_strong"), 1))
        painter.setBrush(theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(spot, 3, 3)
        if ticked:
            icons.draw(painter, spot.adjusted(2, 2, -2, -2), "check", "on_accent")
        small = theme.font(theme.CAPTION, strong=ticked)
        height = QFontMetrics(small).height()
        words = box.adjusted(_WORDS, 7, -10, 0)
        painter.setFont(small)
        painter.setPen(theme.colour("text_2"))
        code = QRect(words.left(), words.top(), words.width(), height)
        painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, str(index.data(_CODE)))
        painter.setFont(theme.font(theme.BODY))
        painter.setPen(theme.colour("text"))
        title = words.adjusted(0, height + 1, 0, 0)
        painter.drawText(title, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick by a click anywhere in the row, by space and by Enter."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        pressed = isinstance(event, QKeyEvent) and event.key() in keys
        if pressed or event.type() is QEvent.Type.MouseButtonRelease:
            unticked = Qt.CheckState.Unchecked if _ticked(index) else Qt.CheckState.Checked
            return model.setData(_plain(model, index), unticked, _STATE)
        return False


def _ticked(index: Index) -> bool:
    return bool(Qt.CheckState(index.data(_STATE)) is Qt.CheckState.Checked)


def _plain(model: QAbstractItemModel, index: Index) -> QModelIndex:
    return model.index(index.row(), index.column())


class ChangeList(Worded):
    """A field above the list; `chosen` tells that other changes are ticked."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._changes: tuple[VariationChange, ...] = ()
        self.field = QLineEdit()
        self.field.setProperty("kind", "search")
        self.field.addAction(
            icons.icon("list-filter", "text_3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.setClearButtonEnabled(True)
        self._items = QStandardItemModel(self)
        self._items.itemChanged.connect(self._tell)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._items)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterRole(_SOUGHT)
        self.field.textChanged.connect(self._shown.setFilterFixedString)
        self.view = QListView()
        self.view.setModel(self._shown)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._count = label("caption")
        self._count.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(self)
        margins(column, 1, 1, 1, 8, gap=4)
        top = QVBoxLayout()
        margins(top, 10, 10, 10, 4)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._count)
        self._quiet = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are ticked, in the rulebook's order."""
        items = (self._items.item(number) for number in range(self._items.rowCount()))
        return tuple(
            str(one.data(_CODE)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    def show_changes(self, changes: Iterable[VariationChange], ticked: Iterable[str]) -> None:
        """Show the changes of a rulebook, some of them ticked."""
        self._changes, known = tuple(changes), set(ticked)
        self._quiet = True
        self._items.clear()
        for one in self._changes:
            item = QStandardItem()
            item.setEditable(False)
            item.setCheckable(True)
            state = Qt.CheckState.Checked if one.code in known else Qt.CheckState.Unchecked
            item.setCheckState(state)
            item.setData(one.code, _CODE)
            self._items.appendRow(item)
        self._quiet = False
        self.retranslate()

    def tick(self, code: str, *, yes: bool = True) -> None:
        """Tick a change, or take its tick away."""
        for number in range(self._items.rowCount()):
            item = self._items.item(number)
            if item.data(_CODE) == code:
                item.setCheckState(Qt.CheckState.Checked if yes else Qt.CheckState.Unchecked)

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Narrow the list"))
        self.field.setAccessibleName(self.tr("Narrow the list"))
        self.view.setAccessibleName(self.tr("Kinds of change"))
        self._quiet = True
        for number, one in enumerate(self._changes):
            item = self._items.item(number)
            item.setText(say(one.title))
            item.setToolTip(f"{one.code}: {say(one.title)}")
            spoken = f"{one.code}: {say(one.title)}"
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            item.setData(f"{one.code} {one.title.id} {one.title.en}", _SOUGHT)
        self._quiet = False
        self._say_count()

    def _say_count(self) -> None:
        words = self.tr("{chosen} of {all} chosen")
        self._count.setText(words.format(chosen=len(self.codes), all=len(self._changes)))

    def _tell(self) -> None:
        if not self._quiet:
            self._say_count()
            self.chosen.emit()
