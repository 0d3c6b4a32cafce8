"""Findings as rows of a list: icon, place, sentence, and the way to the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons, outcome, theme
from dossier_studio.app.components.confidence import draw_bars, word
from dossier_studio.app.language import say
from dossier_studio.app.mends import Mend
from dossier_studio.core.finding import Finding, Severity

_WAY = 156
"""Room for a mend, so that what stands before it is in a line."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Band:
    """A heading between findings: the severity, what it is called, and what it means."""

    severity: Severity
    title: str
    hint: str


def place_of(finding: Finding) -> str:
    """Return the place of a finding as a row shows it."""
    return finding.section or finding.requirement or "–"


class FindingsModel(QAbstractListModel):
    """Findings in the order given, with bands between them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Finding | Band, ...] = ()
        self._known: dict[int, tuple[Mend, ...]] = {}
        self.mends: Callable[[Finding], tuple[Mend, ...]] = _none
        """Says what would mend a finding, the plainest first; asked when a row is seen."""

    def show_rows(self, rows: Iterable[Finding | Band]) -> None:
        """Show other rows; equal ones keep selection and place."""
        new = tuple(rows)
        self._known = {}
        if len(new) == len(self._rows):
            self._rows = new
            self.retranslate()
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def retranslate(self) -> None:
        """Say all rows anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def at(self, index: Index) -> Finding | Band | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def mends_at(self, index: Index) -> tuple[Mend, ...]:
        """Return what would mend the finding in a row."""
        row = self.at(index)
        if not isinstance(row, Finding):
            return ()
        if index.row() not in self._known:
            self._known[index.row()] = self.mends(row)
        return self._known[index.row()]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, Band) else say(row.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(f"{one.label}: {one.preview}" for one in self.mends_at(index)[:1])
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            ways = [f"{one.label}: {one.preview}" for one in self.mends_at(index)]
            return "\n".join([say(row.message), say(row.mend), *ways])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.at(index), Band):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _none(_: Finding) -> tuple[Mend, ...]:
    return ()


def _spoken(row: Finding | Band) -> str:
    if isinstance(row, Band):
        return f"{row.title}, {row.hint}"
    severity = outcome.SEVERITY[row.severity].say()
    return f"{severity}, {place_of(row)}: {say(row.message)} {say(row.mend)}"


class FindingsDelegate(QStyledItemDelegate):
    """Paints rows; `ample` gives blockers a second line and shows how sure we are."""

    def __init__(self, parent: QWidget, *, ample: bool) -> None:
        super().__init__(parent)
        self._ample = ample

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _model(index).at(index)
        line = QFontMetrics(theme.font(theme.BODY)).height()
        if isinstance(row, Band):
            return QSize(0, max(28, line + 10))
        if not self._ample:
            return QSize(0, max(27, line + 9))
        tall = isinstance(row, Finding) and row.severity is Severity.ERROR
        return QSize(0, max(50, 2 * line + 14) if tall else max(36, line + 18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = _model(index).at(index)
        painter.save()
        box = QRect(option.rect)
        if isinstance(row, Band):
            self._band(painter, box, row)
        elif row is not None:
            state = option.state
            self._ground(painter, box, state)
            self._finding(painter, box, row, _model(index).mends_at(index))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()),
                                 theme.colour("accent"))  # fmt: skip
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        if self._ample:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1),
                             theme.colour("border"))  # fmt: skip

    def _band(self, painter: QPainter, box: QRect, band: Band) -> None:
        look = outcome.SEVERITY[band.severity]
        painter.fillRect(box, theme.colour(f"{look.tone}_soft"))
        middle = box.center().y()
        icons.draw(painter, QRectF(box.left() + 14, middle - 7, 15, 15), look.icon, look.tone)
        painter.setPen(theme.colour("text"))
        bold = theme.font(theme.BODY, strong=True)
        painter.setFont(bold)
        words = box.adjusted(36, 0, -12, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, band.title)
        left = QFontMetrics(bold).horizontalAdvance(band.title) + 9
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour("text_2"))
        painter.drawText(words.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, band.hint)

    def _finding(
        self, painter: QPainter, box: QRect, finding: Finding, mends: tuple[Mend, ...]
    ) -> None:
        look = outcome.SEVERITY[finding.severity]
        side = 17 if self._ample else 15
        middle = box.center().y()
        icons.draw(painter, QRectF(box.left() + 15, middle - side / 2, side, side),
                   look.icon, look.tone)  # fmt: skip
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("text_3"))
        place = QRect(box.left() + 44, box.top(), 74, box.height())
        centre = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(painter.font())
        short = metrics.elidedText(place_of(finding), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, centre, short)
        right = self._way(painter, box, finding, mends)
        if self._ample:
            right = self._confidence(painter, box, finding, right)
        words = QRect(box.left() + 124, box.top(), right - box.left() - 136, box.height())
        self._sentence(painter, words, finding)

    def _sentence(self, painter: QPainter, box: QRect, finding: Finding) -> None:
        tall = self._ample and finding.severity is Severity.ERROR
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(theme.BODY, strong=tall))
        metrics = QFontMetrics(painter.font())
        elide = Qt.TextElideMode.ElideRight
        sentence = metrics.elidedText(say(finding.message), elide, box.width())
        if not tall:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, sentence)
            return
        upper = box.adjusted(0, 6, 0, -box.height() // 2)
        lower = box.adjusted(0, box.height() // 2, 0, -5)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, sentence)
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour("text_2"))
        mend = QFontMetrics(painter.font()).elidedText(say(finding.mend), elide, box.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, mend)

    def way_of(self, box: QRect, finding: Finding, mends: tuple[Mend, ...]) -> QRect:
        """Return where the mend stands in a row, or where it says that one can go there."""
        font = theme.font(theme.BODY, strong=not self._ample)
        width = QFontMetrics(font).horizontalAdvance(self._words(mends))
        framed = self._framed(finding, mends)
        reach = width + (24 if framed else 36)
        area = QRect(box.right() - reach - 8, box.top(), reach, box.height())
        if framed:
            area.adjust(0, (box.height() - 30) // 2, 0, -((box.height() - 30) // 2))
        return area

    def _framed(self, finding: Finding, mends: tuple[Mend, ...]) -> bool:
        return self._ample and bool(mends) and finding.severity is Severity.ERROR

    def _words(self, mends: tuple[Mend, ...]) -> str:
        return mends[0].label if mends else self.tr("Show")

    def _way(
        self, painter: QPainter, box: QRect, finding: Finding, mends: tuple[Mend, ...]
    ) -> int:
        area = self.way_of(box, finding, mends)
        painter.setFont(theme.font(theme.BODY, strong=not self._ample))
        if self._framed(finding, mends):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(theme.colour("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words(mends))
            return area.left()
        painter.setPen(theme.colour("accent"))
        words = area.adjusted(8, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words(mends))
        spot = QRectF(area.right() - 17, area.center().y() - 7, 15, 15)
        icons.draw(painter, spot, "chevron-right", "accent")
        return area.left()

    def _confidence(self, painter: QPainter, box: QRect, finding: Finding, right: int) -> int:
        painter.setFont(theme.font(theme.SMALL))
        words = word(finding.confidence)
        left = min(right, box.right() - _WAY) - 106
        draw_bars(painter, left, box.center().y() + 6, finding.confidence)
        painter.setPen(theme.colour("text_2"))
        painter.drawText(QRect(left + 19, box.top(), 84, box.height()),
                         Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
        return left


def _model(index: Index) -> FindingsModel:
    model = index.model()
    assert isinstance(model, FindingsModel)
    return model


class FindingsList(QListView):
    """A list of findings; `sought` carries the one to go to, `mend_asked` what is to be done."""

    sought = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, *, ample: bool) -> None:
        super().__init__()
        self.rows = FindingsModel()
        self.setModel(self.rows)
        self._delegate = FindingsDelegate(self, ample=ample)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(not ample)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pressed = QPoint()
        self.clicked.connect(self._click)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place, with Shift it mends what is there."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._mend(self.currentIndex())
            else:
                self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where the click was: on the mend, or elsewhere in the row."""
        self._pressed = event.position().toPoint()
        super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer every way to mend a finding."""
        spot = event.pos()
        index = self.indexAt(spot)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            spot = self.visualRect(index).bottomLeft() + QPoint(44, 0)
        menu = self.menu_at(index)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(spot))

    def menu_at(self, index: Index) -> QMenu:
        """Return the menu of a row: going there, and each way to mend it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        row = self.rows.at(index)
        if isinstance(row, Finding):
            show = menu.addAction(self.tr("Show its place"))
            show.triggered.connect(lambda: self.sought.emit(row))
            for mend in self.rows.mends_at(index):
                act = menu.addAction(mend.label)
                act.setToolTip(mend.preview)
                act.triggered.connect(lambda _=False, mend=mend: self.mend_asked.emit(mend))
        return menu

    def _click(self, index: Index) -> None:
        row, mends = self.rows.at(index), self.rows.mends_at(index)
        if isinstance(row, Finding) and mends:
            way = self._delegate.way_of(self.visualRect(index), row, mends)
            if way.contains(self._pressed):
                self._mend(index)
                return
        self._go(index)

    def _mend(self, index: Index) -> None:
        mends = self.rows.mends_at(index)
        if mends:
            self.mend_asked.emit(mends[0])
        else:
            self._go(index)

    def _go(self, index: Index) -> None:
        row = self.rows.at(index)
        if isinstance(row, Finding):
            self.sought.emit(row)
