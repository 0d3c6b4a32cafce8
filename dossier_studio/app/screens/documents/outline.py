"""The outline at the left: filter, tree, and where each section stands."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons, outcome, theme
from dossier_studio.app.components.inputs import Tick
from dossier_studio.app.components.progress import draw_bar
from dossier_studio.app.components.worded import Worded, margins
from dossier_studio.app.language import say
from dossier_studio.app.screens.documents.nodes import Node
from dossier_studio.app.screens.documents.outline_model import OutlineFilter, OutlineModel

Index = QModelIndex | QPersistentModelIndex
_INDENT = 16
_CODE = 58
_TITLE = 100
"""Where titles begin, so that those of one depth stand in a line with their neighbours."""
_WITH_BAR = 330
_DELAY = 150
"""Milliseconds after the last key before the tree is filtered."""


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
        if not node.parent or box.width() < 3 * _CODE:
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
        if not node.parent:
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
    """The tree itself; `chosen` carries the section of the current row."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.model_of_sections = OutlineModel()
        self.filter = OutlineFilter(self.model_of_sections, self)
        self.setModel(self.filter)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def node(self, index: Index) -> Node | None:
        """Return the node of a row of the tree."""
        plain = QModelIndex(index)  # type: ignore[arg-type]  # a persistent one is taken as well
        return self.model_of_sections.node(self.filter.mapToSource(plain))

    def show_section(self, section: str) -> None:
        """Make a section's row the current one; what hides it is opened."""
        number = self.model_of_sections.number_of(section)
        index = self.filter.mapFromSource(self.model_of_sections.index_of(number))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _tell(self, current: QModelIndex) -> None:
        node = self.node(current)
        if node is not None:
            self.chosen.emit(node.section)

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

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the small arrow of a row that has rows beneath it."""
        if not self.model().hasChildren(index):
            return
        icon = "chevron-down" if self.isExpanded(index) else "chevron-right"
        spot = QRectF(rect.right() - 14, rect.center().y() - 6, 14, 14)
        icons.draw(painter, spot, icon, "text_2")


class Outline(Worded):
    """Filter and tree."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("edge", "right")
        self.tree = OutlineTree()
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            QAction(icons.icon("list-filter", "text_3"), "", self._search),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._missing = Tick()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY)
        self._wait.timeout.connect(self._narrow)
        self._search.textChanged.connect(self._begin)
        self._missing.toggled.connect(self._narrow)
        row = QHBoxLayout()
        margins(row, 12, 8, 10, 6)
        row.addWidget(self._search, 1)
        row.addWidget(self._missing)
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Filter sections"))
        self._search.setAccessibleName(self.tr("Filter sections"))
        self._missing.setText(self.tr("Missing"))
        self.tree.setAccessibleName(self.tr("Sections"))
        self.tree.model_of_sections.retranslate()

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Show where the sections stand."""
        first = self.tree.model_of_sections.rowCount() == 0
        self.tree.model_of_sections.show_nodes(nodes)
        if first:
            self._expand()

    def _expand(self) -> None:
        """Open what is asked for; Parts that are not asked for stay one line."""
        for row in range(self.tree.filter.rowCount()):
            index = self.tree.filter.index(row, 0)
            node = self.tree.node(index)
            if node is not None and node.asked:
                self.tree.expandRecursively(index)

    def _begin(self) -> None:
        self._wait.start()

    def _narrow(self) -> None:
        words = self._search.text()
        self.tree.filter.narrow(words, missing=self._missing.isChecked())
        self._expand()
        if words:
            self.tree.expandAll()

    def focus_target(self) -> QWidget:
        """Return what takes the focus when one comes here."""
        return self.tree
