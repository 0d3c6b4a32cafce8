"""Small pictures of all pages, in a column at the left of the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.preview import paper
from dossier_studio.app.preview.stock import Stock
from dossier_studio.core.file import PageSize
from dossier_studio.intake.viewing.questions import AskPicture

Index = QModelIndex | QPersistentModelIndex
WIDTH, HEIGHT = 44, 62
ROOM = 74


class _Pages(QAbstractListModel):
    def __init__(self, view: Thumbs) -> None:
        super().__init__(view)
        self._view = view
        self.count = 0

    def show_count(self, count: int) -> None:
        self.beginResetModel()
        self.count = count
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._view.words_of(index.row())
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: Thumbs) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(theme.font(theme.CAPTION)).height()
        return QSize(WIDTH + 16, HEIGHT + line + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture, frame, sign and number."""
        painter.save()
        row, box = QRectF(option.rect), self._view.box_of(index.row())
        box.moveTop(row.top() + 4)
        box.moveLeft(row.left() + (row.width() - box.width()) / 2)
        paper.draw_page(painter, box, self._view.image_of(index.row()), sharp=False)
        current = index.row() == self._view.current
        if current:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box)
        if sign := self._view.signs.get(index.row()):
            paper.draw_badge(painter, paper.badge_box(box, 18), sign[0], sign[1])
        painter.setFont(theme.font(theme.CAPTION, strong=current))
        painter.setPen(theme.colour("text" if current else "text_2"))
        below = QRectF(row.left(), box.bottom() + 3, row.width(), row.bottom() - box.bottom() - 2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags, str(index.row() + 1))
        painter.restore()


class Thumbs(QListView):
    """The pages, small; `chosen` carries the page (from 0) that was clicked or entered."""

    chosen = Signal(int)
    lacking = Signal()

    def __init__(self, stock: Stock) -> None:
        super().__init__()
        self._stock = stock
        self._path = Path()
        self._sizes: tuple[PageSize, ...] = ()
        self.signs: Mapping[int, tuple[str, str, str]] = {}
        self.current = 0
        self._pages = _Pages(self)
        self._page_words = "{page}"
        self.setObjectName("thumbs")
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(ROOM)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.lacking)
        self.selectionModel().currentChanged.connect(self._tell)

    def say(self, words: str, page: str) -> None:
        """Name the list, and each of its pages with a blank {page}."""
        self.setAccessibleName(words)
        self._page_words = page

    def words_of(self, page: int) -> str:
        """Return what a screen reader says of a page."""
        words = self._page_words.format(page=page + 1)
        sign = self.signs.get(page)
        return f"{words}: {sign[2]}" if sign else words

    def show_file(self, path: Path, sizes: Sequence[PageSize]) -> None:
        """Show the pages of another file."""
        self._path, self._sizes, self.current, self.signs = path, tuple(sizes), 0, {}
        self._pages.show_count(len(self._sizes))
        self.scrollToTop()

    def show_signs(self, signs: Mapping[int, tuple[str, str, str]]) -> None:
        """Mark pages (from 0) with an icon, a tone and words."""
        self.signs = signs
        self.viewport().update()

    def show_current(self, page: int) -> None:
        """Mark the page that one looks at."""
        self.current = page
        index = self._pages.index(page)
        if index.isValid():
            before = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(before)
            self.scrollTo(index)
        self.viewport().update()
        self.lacking.emit()

    def wanted(self) -> list[AskPicture]:
        """Return pictures that are lacking, in the order seen."""
        if not self.isVisible() or not self._sizes:
            return []
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        last = len(self._sizes) - 1 if last < 0 else last
        asked = [self._question(page) for page in range(max(first, 0), last + 1)]
        return [one for one in asked if self._stock.get(one) is None]

    def box_of(self, page: int) -> QRectF:
        """Return how large a page is here."""
        size = self._sizes[page]
        factor = min(WIDTH / size.width, HEIGHT / size.height)
        return QRectF(0, 0, size.width * factor, size.height * factor)

    def image_of(self, page: int) -> QImage | None:
        """Return a page's picture, or one of another scale, or None."""
        question = self._question(page)
        return self._stock.get(question) or self._stock.nearest(question)

    def _question(self, page: int) -> AskPicture:
        size = self._sizes[page]
        exact = self.box_of(page).width() / size.width * self.devicePixelRatioF()
        return AskPicture(self._path, page, 2 * exact)  # drawn smaller, fine lines stay fine

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
