"""The list of tools: icon, name, and a line on what each answers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.toolbox import NAMES

Index = QModelIndex | QPersistentModelIndex
_LEFT = 44


class _Delegate(QStyledItemDelegate):
    brief = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        name = QFontMetrics(theme.font(theme.BODY, strong=True))
        lines = name.height()
        if not self.brief:
            lines += QFontMetrics(theme.font(theme.CAPTION)).height() + 2
        width = name.horizontalAdvance(NAMES[index.row()].say()) + _LEFT + 14
        return QSize(width, max(34, lines + 18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a tool."""
        painter.save()
        box, one = QRect(option.rect), NAMES[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("accent_soft" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        spot = QRectF(box.left() + 16, box.center().y() - 8, 17, 17)
        icons.draw(painter, spot, one.icon, "accent" if chosen else "text_2")
        self._write(painter, box.adjusted(_LEFT, 0, -8, 0), index.row(), chosen=chosen)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, number: int, *, chosen: bool) -> None:
        one, middle = NAMES[number], Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("accent" if chosen else "text"))
        painter.setFont(theme.font(theme.BODY, strong=chosen))
        if self.brief:
            painter.drawText(room, middle, one.say())
            return
        name = QFontMetrics(painter.font()).height()
        line = QFontMetrics(theme.font(theme.CAPTION))
        top = room.top() + (room.height() - name - line.height() - 2) // 2
        painter.drawText(QRect(room.left(), top, room.width(), name), middle, one.say())
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour("text_2" if chosen else "text_3"))
        under = QRect(room.left(), top + name + 2, room.width(), line.height())
        words = line.elidedText(one.explain(), Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, middle, words)


class ToolList(QListView):
    """The list; `chosen` carries the key of the tool one has moved to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tools")
        self._items = QStandardItemModel(self)
        for one in NAMES:
            item = QStandardItem()
            item.setEditable(False)
            item.setData(one.key, Qt.ItemDataRole.UserRole)
            self._items.appendRow(item)
        self.setModel(self._items)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCurrentIndex(self._items.index(0, 0))
        self.selectionModel().currentChanged.connect(self._moved)

    def choose(self, key: str) -> None:
        """Show which tool is shown, telling nobody."""
        before = self.blockSignals(True)
        for number, one in enumerate(NAMES):
            if one.key == key:
                self.setCurrentIndex(self._items.index(number, 0))
        self.blockSignals(before)

    def shorten(self, *, brief: bool) -> None:
        """Leave the lines out, or show them."""
        if brief != self._delegate.brief:
            self._delegate.brief = brief
            self.scheduleDelayedItemsLayout()

    def say_again(self) -> None:
        """Say all names in the language on screen."""
        for number, one in enumerate(NAMES):
            item = self._items.item(number)
            item.setText(one.say())
            item.setToolTip(one.explain())
            item.setData(f"{one.say()}: {one.explain()}", Qt.ItemDataRole.AccessibleTextRole)
        self.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self) -> QSize:
        bold = QFontMetrics(theme.font(theme.BODY, strong=True))
        widest = max(bold.horizontalAdvance(one.say()) for one in NAMES)
        return QSize(widest + _LEFT + 14, 200)

    def _moved(self, index: Index) -> None:
        self.chosen.emit(str(index.data(Qt.ItemDataRole.UserRole)))
