"""The dossiers opened last, each with how far its Parts have come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.components.ring import draw_ring
from dossier_studio.app.language import day, say
from dossier_studio.app.recent import Recent

Index = QModelIndex | QPersistentModelIndex
ROW = 72
_PARTS_LEFT = 540
"""How far from the right edge the rings begin."""

NARROW = 800
"""Below this width rings and outcome stand beneath the name."""

_BENEATH = 26


class RecentsModel(QAbstractListModel):
    """Recent dossiers, the last one first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Recent] = []

    def show_rows(self, rows: Iterable[Recent]) -> None:
        """Show other dossiers."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_one(self, recent: Recent) -> None:
        """Show what became known of one of the dossiers."""
        for place, row in enumerate(self._rows):
            if row.path == recent.path:
                self._rows[place] = recent
                self.dataChanged.emit(self.index(place), self.index(place))

    def retranslate(self) -> None:
        """Say all rows anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def at(self, index: Index) -> Recent:
        """Return what stands in a row."""
        return self._rows[index.row()]

    def spoken(self, recent: Recent) -> str:
        """Return a row in words."""
        parts = [recent.name, self.line_of(recent)]
        for part, share in recent.shares or ():
            if share.asked:
                words = self.tr("Part {part}: {settled} of {asked}")
                parts.append(words.format(part=part, settled=share.settled, asked=share.asked))
        parts.extend(words for words, _, _ in self.outcome_of(recent))
        return ", ".join(words for words in parts if words)

    def line_of(self, recent: Recent) -> str:
        """Return the line under the name."""
        if recent.trouble:
            return say(recent.trouble)
        words = [say(text) for text in recent.kind] or [str(recent.path)]
        if recent.holder:
            words.append(self.tr("opened by {name}").format(name=recent.holder))
        return " · ".join(words)

    def outcome_of(self, recent: Recent) -> tuple[tuple[str, str, str], ...]:
        """Return words, icon and tone of what the check says."""
        if recent.shares is None:
            return ()
        if recent.ready:
            return ((self.tr("Ready to pack"), "circle-check", "ok"),)
        counts = ((recent.errors, "circle-x", "error"), (recent.warnings, "triangle-alert", "warn"))
        return tuple((str(count), icon, tone) for count, icon, tone in counts if count)

    def when_of(self, recent: Recent) -> str:
        """Return when the dossier was changed last."""
        if recent.changed is None:
            return ""
        today = date.today()  # shown on this machine's calendar
        clock = f"{recent.changed:%H.%M}"
        if recent.changed.date() == today:
            return self.tr("today {time}").format(time=clock)
        if recent.changed.date() == today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=clock)
        return day(recent.changed.date())

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        recent = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return recent.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(recent)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(recent.path)
        return None


class RecentsDelegate(QStyledItemDelegate):
    """Paints a dossier: tile, name and kind, rings, outcome, date."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(theme.font(theme.HEADING)).height() * 2
        view = self.parent()
        narrow = isinstance(view, QListView) and view.viewport().width() < NARROW
        return QSize(0, max(ROW, lines + 28) + (_BENEATH if narrow else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model = index.model()
        assert isinstance(model, RecentsModel)
        recent = model.at(index)
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(box, theme.colour("accent_soft" if chosen else "hover"))
        if index.row() + 1 < model.rowCount():
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1),
                             theme.colour("border"))  # fmt: skip
        if box.width() < NARROW:
            self._paint_narrow(painter, box, recent, model, chosen=chosen)
        else:
            self._tile(painter, box, recent, chosen=chosen)
            self._names(painter, box, recent, model)
            self._rings(painter, box, recent, box.right() - _PARTS_LEFT)
            self._outcome(painter, box, recent, model, start=box.right() - 262)
            self._when(painter, box, recent, model)
        painter.restore()

    def _paint_narrow(
        self, painter: QPainter, box: QRect, recent: Recent, model: RecentsModel, *, chosen: bool
    ) -> None:
        """Draw a row in two stories: name and date, then rings and outcome."""
        upper = box.adjusted(0, 0, 0, -_BENEATH)
        lower = QRect(box.left(), upper.bottom() - 8, box.width(), _BENEATH)
        self._tile(painter, box, recent, chosen=chosen)
        self._names(painter, upper, recent, model)
        self._when(painter, upper.adjusted(0, 8, 0, -upper.height() // 2), recent, model)
        self._rings(painter, lower, recent, box.left() + 66)
        parts = len(recent.shares or ())
        self._outcome(painter, lower, recent, model, start=box.left() + 74 + 58 * parts)

    def _tile(self, painter: QPainter, box: QRect, recent: Recent, *, chosen: bool) -> None:
        tile = QRectF(box.left() + 16, box.center().y() - 20, 34, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface" if chosen else "accent_soft"))
        painter.drawRoundedRect(tile, 5, 5)
        icon = "lock" if recent.holder else "file-warning" if recent.trouble else "tablets"
        spot = QRectF(tile.center().x() - 9, tile.center().y() - 9, 18, 18)
        icons.draw(painter, spot, icon, "accent")

    def _names(self, painter: QPainter, box: QRect, recent: Recent, model: RecentsModel) -> None:
        left = box.left() + 66
        room = max(120, box.width() - _PARTS_LEFT - 66 - 16)
        if box.width() < NARROW:
            room = box.width() - 66 - 132
        if recent.shares is None:
            room = box.width() - 66 - 16
        half = box.height() // 2
        name = QRect(left, box.top() + 8, room, half - 8)
        line = QRect(left, box.top() + half, room, half - 10)
        painter.setPen(theme.colour("text"))
        _write(painter, name, recent.name, theme.font(theme.BODY + 0.75, strong=True))
        painter.setPen(theme.colour("text_2"))
        _write(painter, line, model.line_of(recent), theme.font(theme.SMALL))

    def _rings(self, painter: QPainter, box: QRect, recent: Recent, left: int) -> None:
        painter.setFont(theme.font(theme.CAPTION))
        for part, share in recent.shares or ():
            spot = QRectF(left, box.center().y() - 8, 16, 16)
            if share.fraction is None:
                painter.setPen(QPen(theme.colour("text_3"), 1.5))
                middle = spot.center().y()
                painter.drawLine(round(spot.left()) + 3, round(middle), round(spot.left()) + 13,
                                 round(middle))  # fmt: skip
            else:
                draw_ring(painter, spot, 2.5, share.fraction)
            painter.setPen(theme.colour("text_2"))
            words = QRect(left + 23, box.top(), 36, box.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, part)
            left += 58

    def _outcome(
        self, painter: QPainter, box: QRect, recent: Recent, model: RecentsModel, *, start: int
    ) -> None:
        left = float(start)
        bold = theme.font(theme.SMALL, strong=True)
        for words, icon, tone in model.outcome_of(recent):
            icons.draw(painter, QRectF(left, box.center().y() - 7, 14, 14), icon, tone)
            painter.setFont(bold)
            painter.setPen(theme.colour(tone))
            width = QFontMetrics(bold).horizontalAdvance(words)
            painter.drawText(QRectF(left + 18, box.top(), width + 4, box.height()),
                             Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
            left += width + 36

    def _when(self, painter: QPainter, box: QRect, recent: Recent, model: RecentsModel) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("text_2"))
        right = QRect(box.right() - 136, box.top(), 120, box.height())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, side, model.when_of(recent))


def _write(painter: QPainter, box: QRect, words: str, font: QFont) -> None:
    painter.setFont(font)
    elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class RecentsList(QListView):
    """The list; `chosen` carries the folder that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RecentsModel()
        self.setModel(self.rows)
        self.setItemDelegate(RecentsDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)
        self.rows.modelReset.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """As high as its rows; it scrolls where the window is lower."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        return QSize(super().sizeHint().width(), rows + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, ROW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows their height for the new width."""
        super().resizeEvent(event)
        if (event.oldSize().width() < NARROW) is not (event.size().width() < NARROW):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.at(index).path)
