"""The upload slots in the portal's order: tick, path, and which one is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.gathering import SlotRow
from dossier_studio.app.language import say, size
from dossier_studio.core.dossier import Upload

Index = QModelIndex | QPersistentModelIndex
_TICK = 46
_NARROW = 620


@dataclass(frozen=True, slots=True)
class UploadRow:
    """A slot, and who ticked it when."""

    slot: SlotRow
    upload: Upload | None

    @property
    def time(self) -> str:
        """When it was ticked, on this machine's clock; with the day where that is another one."""
        if self.upload is None:
            return ""
        when = datetime.fromisoformat(self.upload.when)
        local = (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone()
        today = local.date() == datetime.now().astimezone().date()
        return f"{local:%H.%M}" if today else f"{local:%d-%m-%Y %H.%M}"


class UploadsModel(QAbstractListModel):
    """Slots with their ticks; `turned` carries a slot and whether it is to be ticked."""

    turned = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[UploadRow, ...] = ()
        self.editable = True

    def show_rows(self, slots: Sequence[SlotRow], uploads: Mapping[str, Upload]) -> None:
        """Show slots; the same ones keep selection and place."""
        rows = tuple(UploadRow(one, uploads.get(one.id)) for one in slots)
        if [one.slot.id for one in rows] == [one.slot.id for one in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.upload else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{say(row.slot.title)}\n{row.slot.file}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = f"{row.slot.number:02} {say(row.slot.title)}, {row.slot.file}"
            state = self.tr("uploaded {time}").format(time=row.time) if row.upload else ""
            return f"{words}, {state}" if state else words
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.editable:
            return False
        row = self.rows[index.row()]
        self.turned.emit(row.slot.id, row.upload is None)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if self.editable else plain


class UploadDelegate(QStyledItemDelegate):
    """Paints a slot; clicks on the box tick, clicks on *Copy path* copy."""

    def __init__(self, view: UploadList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(theme.font(theme.BODY)).height()
        current = index.row() == self._view.currentIndex().row()
        return QSize(0, max(38, line + 18) if current else max(28, line + 10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a slot."""
        row = self._view.uploads.rows[index.row()]
        box = QRectF(option.rect)
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        if current:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("border"))
        focused = current and self._view.hasFocus()
        _draw_tick(painter, box, checked=row.upload is not None, focused=focused)
        right = self._state(painter, box, row, current=current)
        self._words(painter, box, row, right, strong=current)
        painter.restore()

    def _words(
        self, painter: QPainter, box: QRectF, row: UploadRow, right: float, *, strong: bool
    ) -> None:
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text_3"))
        painter.setFont(theme.font(theme.SMALL))
        left = box.left() + _TICK
        painter.drawText(QRectF(left, box.top(), 28, box.height()), centre, f"{row.slot.number:02}")
        left += 32
        wide = box.width() >= _NARROW
        if wide:
            weight = size(row.slot.bytes)
            painter.drawText(QRectF(right - 88, box.top(), 76, box.height()),
                             centre | Qt.AlignmentFlag.AlignRight, weight)  # fmt: skip
            right -= 92
        title = QRectF(left, box.top(), (right - left) * (0.55 if wide else 1) - 12, box.height())
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(theme.BODY, strong=strong))
        _draw_elided(painter, title, say(row.slot.title), Qt.TextElideMode.ElideRight)
        if wide:
            painter.setPen(theme.colour("text_2"))
            painter.setFont(theme.font(theme.SMALL))
            file = QRectF(title.right() + 12, box.top(), right - title.right() - 24, box.height())
            _draw_elided(painter, file, row.slot.file, Qt.TextElideMode.ElideMiddle)

    def _state(
        self, painter: QPainter, box: QRectF, row: UploadRow, *, current: bool
    ) -> float:
        """Draw what stands at the right, and return where it begins."""
        if row.upload is not None:
            words = self.tr("uploaded {time}").format(time=row.time)
            place = self._place(box, words)
            icons.draw(painter, QRectF(place.left() - 20, box.center().y() - 7, 14, 14),
                       "check", "ok")  # fmt: skip
            painter.setPen(theme.colour("ok"))
        else:
            words = self.tr("Copy path")
            place = self._place(box, words)
            able = self._view.can_copy
            tone = ("on_accent" if current else "accent") if able else "text_3"
            if current and able:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent"))
                ground = place.adjusted(-30, 0, 10, 0)
                ground.setHeight(28)
                ground.moveTop(box.center().y() - 14)
                painter.drawRoundedRect(ground, 5, 5)
            icons.draw(painter, QRectF(place.left() - 21, box.center().y() - 7, 14, 14),
                       "copy", tone)  # fmt: skip
            painter.setPen(theme.colour(tone))
        painter.setFont(theme.font(theme.BODY, strong=current and row.upload is None))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return place.left() - 32

    def _place(self, box: QRectF, words: str) -> QRectF:
        width = QFontMetrics(theme.font(theme.BODY, strong=True)).horizontalAdvance(words) + 4
        return QRectF(box.right() - width - 20, box.top(), width, box.height())

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick, or copy, by what lies under the pointer."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        box, x = QRectF(option.rect), event.position().x()
        if x < box.left() + _TICK:
            return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        row = self._view.uploads.rows[index.row()]
        if row.upload is None and x > self._place(box, self.tr("Copy path")).left() - 30:
            self._view.copy(index)
        return True


def _draw_tick(painter: QPainter, box: QRectF, *, checked: bool, focused: bool) -> None:
    spot = QRectF(box.left() + 17, box.center().y() - 8, 16, 16)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if checked or focused else "border_strong"),
                        2 if focused else 1))  # fmt: skip
    painter.setBrush(theme.colour("accent" if checked else "surface"))
    painter.drawRoundedRect(spot, 3, 3)
    if checked:
        icons.draw(painter, spot.adjusted(2, 2, -2, -2), "check", "on_accent")


def _draw_elided(painter: QPainter, box: QRectF, words: str, mode: Qt.TextElideMode) -> None:
    elided = painter.fontMetrics().elidedText(words, mode, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class UploadList(QListView):
    """The slots; `copied` carries the one whose path is wanted."""

    copied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.uploads = UploadsModel()
        self.can_copy = False
        self.setModel(self.uploads)
        self.setItemDelegate(UploadDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, slots: Sequence[SlotRow], uploads: Mapping[str, Upload]) -> None:
        """Show slots; the first that is not uploaded yet becomes the current one."""
        done = [one.upload is not None for one in self.uploads.rows]
        self.uploads.show_rows(slots, uploads)
        here = self.currentIndex().row()
        rows = self.uploads.rows
        just = 0 <= here < min(len(done), len(rows)) and rows[here].upload and not done[here]
        if just or not 0 <= here < len(rows):
            self.go_to_next()

    def go_to_next(self) -> None:
        """Make the next slot that is not uploaded the current one."""
        rows, here = self.uploads.rows, max(self.currentIndex().row(), 0)
        order = [*range(here, len(rows)), *range(here)]
        following = next((row for row in order if rows[row].upload is None), None)
        if following is not None:
            self.setCurrentIndex(self.uploads.index(following))
            self.scrollTo(self.currentIndex())

    def copy(self, index: Index) -> None:
        """Ask for the path of a slot's file."""
        if self.can_copy and index.isValid():
            self.copied.emit(self.uploads.rows[index.row()].slot)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()  # the current row is taller

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter or Ctrl+C copies the path."""
        wanted = event.matches(QKeySequence.StandardKey.Copy)
        if wanted or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.copy(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.uploads.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)
