"""The tree of the outline: rows that are painted, and what can be dropped on them."""

from __future__ import annotations

from PySide6.QtCore import (
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
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)
from typing_extensions import override

from dossier_studio.app import icons, outcome, theme
from dossier_studio.app.components.drop_zone import document_in, files_in
from dossier_studio.app.components.progress import draw_bar
from dossier_studio.app.language import say
from dossier_studio.app.screens.documents.nodes import Node
from dossier_studio.app.screens.documents.outline_model import OutlineModel

Index = QModelIndex | QPersistentModelIndex
_INDENT = 16
_TITLE = 100
"""Where titles begin, so that those of one depth stand in a line with their neighbours."""
_WITH_BAR = 330


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row: status, code, title, count."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(26, QFontMetrics(theme.font(theme.BODY)).height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        tree = self.parent()
        assert isinstance(tree, OutlineTree)  # made by it
        node = tree.node(index)
        if node is None:
            return
        painter.save()
        box = QRect(option.rect)
        right = self._count(painter, box, node)
        left = box.left() + 2
        if node.parent or not node.asked:
            spot = QRectF(left, box.center().y() - 7, 15, 15)
            icons.draw(painter, spot, node.look.icon, node.look.tone)
            left += 23
        left = self._code(painter, box, node, left)
        self._title(painter, QRect(left, box.top(), right - left - 8, box.height()), node)
        painter.restore()

    def _code(self, painter: QPainter, box: QRect, node: Node, left: int) -> int:
        tree = self.parent()
        assert isinstance(tree, OutlineTree)  # made by it
        if not node.parent or tree.brief:
            return left
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("text_3"))
        width = QFontMetrics(painter.font()).horizontalAdvance(node.code)
        code = QRect(left, box.top(), width + 2, box.height())
        painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, node.code)
        return max(_TITLE, left + width + 8)

    def _title(self, painter: QPainter, box: QRect, node: Node) -> None:
        painter.setFont(theme.font(theme.BODY, strong=not node.parent and node.asked))
        painter.setPen(theme.colour("text" if node.asked else "text_3"))
        words = say(node.title)
        tree = self.parent()
        assert isinstance(tree, OutlineTree)  # made by it
        if not node.parent and tree.brief:
            words = self.tr("Part {code}").format(code=node.section)
        elif not node.parent:
            words = self.tr("Part {code} · {title}").format(code=node.section, title=words)
        if not node.asked and not node.parent:
            words = self.tr("Part {code} · not asked for").format(code=node.section)
        metrics = QFontMetrics(painter.font())
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)

    def _count(self, painter: QPainter, box: QRect, node: Node) -> int:
        right = box.right() - 10
        if not node.share.asked or (node.parent and node.share.asked == 1):
            if node.look is outcome.UNDECIDED and node.parent:
                return self._words(painter, box, self.tr("to answer"))
            return right
        count = f"{node.share.settled}/{node.share.asked}"
        left = self._words(painter, box, count)
        if node.parent:
            return left
        if box.width() < _WITH_BAR:
            return left
        bar = QRectF(left - 52, box.center().y() - 1, 44, 4)
        tone = "ok" if node.share.settled == node.share.asked else "accent"
        draw_bar(painter, bar, node.share.fraction or 0, tone)
        return left - 58

    def _words(self, painter: QPainter, box: QRect, words: str) -> int:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("text_3"))
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        left = box.right() - 10 - width
        painter.drawText(QRect(left, box.top(), width + 4, box.height()),
                         Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
        return left


class OutlineTree(QTreeView):
    """The tree itself; `chosen` carries the section of the current row.

    Files and documents can be dropped on a row: `dropped` and `carried` name its section.
    `menu_asked` carries a row's section and where the menu is to open.
    """

    chosen = Signal(str)
    dropped = Signal(str, list)
    carried = Signal(str, str)
    menu_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.model_of_sections = OutlineModel()
        self.setModel(self.model_of_sections)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.brief = False
        self._over = QPersistentModelIndex()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentChanged.connect(self._tell)

    def node(self, index: Index) -> Node | None:
        """Return the node of a row of the tree."""
        return self.model_of_sections.node(index)

    def show_section(self, section: str) -> None:
        """Make a section's row the current one; what hides it is opened."""
        number = self.model_of_sections.number_of(section)
        index = self.model_of_sections.index_of(number)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _tell(self, current: QModelIndex) -> None:
        node = self.node(current)
        if node is not None:
            self.chosen.emit(node.section)

    def _ask_menu(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if not index.isValid():  # asked for by key
            index = self.currentIndex()
            spot = self.visualRect(index).bottomLeft() + QPoint(24, 0)
        node = self.node(index)
        if node is not None:
            self.menu_asked.emit(node.section, self.viewport().mapToGlobal(spot))

    # --- what is dropped on a row ----------------------------------------------------------------

    def _drag_to(self, index: QModelIndex) -> None:
        self._over = QPersistentModelIndex(index)
        self.viewport().update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, and documents of the dossier."""
        if document_in(event.mimeData()) or files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on which row it would land."""
        super().dragMoveEvent(event)  # it scrolls near the edge
        index = self.indexAt(event.position().toPoint())
        self._drag_to(index)
        event.setAccepted(index.isValid())

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stand as before."""
        super().dragLeaveEvent(event)
        self._drag_to(QModelIndex())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped, with the row's section."""
        self._drag_to(QModelIndex())
        node = self.node(self.indexAt(event.position().toPoint()))
        if node is None:
            return
        event.acceptProposedAction()
        document, files = document_in(event.mimeData()), files_in(event.mimeData())
        if document:
            self.carried.emit(document, node.section)
        elif files:
            self.dropped.emit(node.section, files)

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground across the whole row first."""
        box = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        if self.selectionModel().isSelected(index):
            painter.fillRect(box, theme.colour("accent_soft"))
            painter.fillRect(QRect(0, box.top(), 3, box.height()), theme.colour("accent"))
        elif options.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        super().drawRow(painter, options, index)
        if self._over.isValid() and self._over == index:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the small arrow of a row that has rows beneath it."""
        if not self.model().hasChildren(index):
            return
        icon = "chevron-down" if self.isExpanded(index) else "chevron-right"
        spot = QRectF(rect.right() - 14, rect.center().y() - 6, 14, 14)
        icons.draw(painter, spot, icon, "text_2")
