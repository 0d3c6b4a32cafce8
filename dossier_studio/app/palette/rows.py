"""The rows of the palette: icon, name with the letters that were meant, and where it lives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.palette.entries import Match

Index = QModelIndex | QPersistentModelIndex
_ICON = 16


class Rows(QAbstractListModel):
    """Matches, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._matches: tuple[Match, ...] = ()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show other matches."""
        self.beginResetModel()
        self._matches = tuple(matches)
        self.endResetModel()

    def at(self, row: int) -> Match | None:
        """Return the match in a row."""
        return self._matches[row] if 0 <= row < len(self._matches) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._matches)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match = self.at(index.row())
        if match is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return match.entry.names[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (match.entry.names[0], match.entry.where)))
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetricsF(theme.font(theme.BODY)).height()
        return QSize(0, max(32, round(line) + 12))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw icon, name and place."""
        rows = index.model()
        match = rows.at(index.row()) if isinstance(rows, Rows) else None
        if match is None:
            return
        painter.save()
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        spot = QRectF(box.left() + 14, box.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, spot, match.entry.icon, "accent" if chosen else "text_2")
        right = _draw_where(painter, box, match.entry.where)
        name = QRectF(box.left() + 42, box.top(), right - box.left() - 54, box.height())
        _draw_name(painter, name, match)
        painter.restore()


def _draw_where(painter: QPainter, box: QRectF, where: str) -> float:
    painter.setFont(theme.font(theme.CAPTION))
    painter.setPen(theme.colour("text_3"))
    metrics = QFontMetricsF(painter.font())
    where = metrics.elidedText(where, Qt.TextElideMode.ElideRight, box.width() * 0.4)
    width = metrics.horizontalAdvance(where)
    place = QRectF(box.right() - 14 - width, box.top(), width + 2, box.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, where)
    return place.left()


def _draw_name(painter: QPainter, box: QRectF, match: Match) -> None:
    """Draw the name; letters that were meant stand in bold, be it in the other language's name."""
    own, other = match.entry.names
    painter.setPen(theme.colour("text"))
    left = box.left()
    if not match.other:
        _draw_letters(painter, box, own, match.fit.letters)
        return
    left += _draw_letters(painter, box, own, frozenset())
    painter.setPen(theme.colour("text_3"))
    rest = QRectF(left, box.top(), box.right() - left, box.height())
    left += _draw_letters(painter, rest, " · ", frozenset())
    rest.setLeft(left)
    _draw_letters(painter, rest, other, match.fit.letters)


def _draw_letters(
    painter: QPainter, box: QRectF, name: str, meant: frozenset[int]
) -> float:
    """Draw runs of plain and bold letters as far as there is room; return their width."""
    left, place = box.left(), 0
    while place < len(name) and left < box.right() - 12:
        strong = place in meant
        end = place
        while end < len(name) and (end in meant) == strong:
            end += 1
        font = theme.font(theme.BODY, strong=strong)
        metrics = QFontMetricsF(font)
        run = metrics.elidedText(name[place:end], Qt.TextElideMode.ElideRight, box.right() - left)
        painter.setFont(font)
        width = metrics.horizontalAdvance(run)
        painter.drawText(
            QRectF(left, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, run
        )
        left, place = left + width, end
    return left - box.left()
