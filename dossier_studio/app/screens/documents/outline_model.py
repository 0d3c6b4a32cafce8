"""The outline as Qt sees it: a model over numbers, never over Python objects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from dossier_studio.app.language import say
from dossier_studio.app.screens.documents.nodes import Node

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Sections by number; a new dossier state moves rows, it never resets the tree."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Node, ...] = ()
        self._nodes: dict[int, Node] = {}
        self._children: dict[int, list[int]] = {0: []}
        self._row: dict[int, int] = {}
        self._words, self._missing = "", False

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show another state: changed rows are told apart, expansion and selection stay."""
        self._all = tuple(nodes)
        self._take(self._shown())

    def narrow(self, words: str, *, missing: bool) -> None:
        """Show only what fits, and what stands above it."""
        self._words, self._missing = words.strip().lower(), missing
        self._take(self._shown())

    def _shown(self) -> list[Node]:
        known = {node.number: node for node in self._all}
        shown: set[int] = set()
        for node in self._all:
            if self._fits(node):
                number = node.number
                while number and number not in shown:
                    shown.add(number)
                    number = known[number].parent
        return [node for node in self._all if node.number in shown]

    def _fits(self, node: Node) -> bool:
        if self._missing and not node.missing:
            return False
        if self._words:
            return self._words in f"{node.section} {node.title.id} {node.title.en}".lower()
        return node.asked or node.parent == 0

    def _take(self, nodes: Sequence[Node]) -> None:
        new = {node.number: node for node in nodes}
        same = [(n.number, n.parent) for n in self._nodes.values()] == [
            (n.number, n.parent) for n in nodes
        ]
        if not same:
            self._move(new)
            return
        changed = [number for number, node in new.items() if self._nodes[number] != node]
        self._nodes = new
        for number in changed:
            index = self.index_of(number)
            self.dataChanged.emit(index, index)

    def _move(self, new: dict[int, Node]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._nodes = new
        self._children = {0: []}
        for node in new.values():
            self._children.setdefault(node.parent, []).append(node.number)
        self._row = {
            number: row for rows in self._children.values() for row, number in enumerate(rows)
        }
        after = [self.index_of(index.internalId()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Say all rows anew; a view asks for those that it shows, so one word of it is enough."""
        if self._nodes:
            self.dataChanged.emit(QModelIndex(), QModelIndex())

    def node(self, index: Index) -> Node | None:
        """Return the node of a row."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the place of a node; an invalid index for one that is not shown."""
        if number not in self._row or number not in self._nodes:
            return QModelIndex()
        return self.createIndex(self._row[number], 0, number)

    def number_of(self, section: str) -> int:
        """Return the number of a section that is shown, else 0."""
        return next((n.number for n in self._nodes.values() if n.section == section), 0)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        rows = self._children.get(parent.internalId() if parent.isValid() else 0, [])
        if column != 0 or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    @override
    def parent(  # type: ignore[override]  # QObject.parent() shares the name
        self, index: Index
    ) -> QModelIndex:
        node = self.node(index)
        return self.index_of(node.parent) if node else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._children.get(parent.internalId() if parent.isValid() else 0, []))

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(node.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{node.section}  {say(node.title)}\n{node.look.say()}"
        return None

    def spoken(self, node: Node) -> str:
        """Return a row in words."""
        words = f"{node.section} {say(node.title)}, {node.look.say()}"
        if node.share.asked:
            count = self.tr("{settled} of {asked}")
            words += ", " + count.format(settled=node.share.settled, asked=node.share.asked)
        return words
