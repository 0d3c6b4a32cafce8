"""The outline at the left: filter, tree, and where each section stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.inputs import Tick
from dossier_studio.app.components.worded import Worded, button, label, line, margins
from dossier_studio.app.language import locale
from dossier_studio.app.screens.documents.nodes import Node
from dossier_studio.app.screens.documents.outline_tree import OutlineTree

_DELAY = 150
"""Milliseconds after the last key before the tree is filtered."""


class Outline(Worded):
    """Filter, tree, and at the foot the tray; `tray_asked` opens it."""

    tray_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("edge", "right")
        self.tree = OutlineTree()
        self._waiting = 0
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(84)
        self._search.addAction(
            QAction(icons.icon("list-filter", "text_3"), "", self._search),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._missing = Tick()
        self._tray = button("tray", "inbox")
        self._tray.clicked.connect(self.tray_asked)
        self._count = label("caption")
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
        self._foot = self._made_foot()
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        column.addWidget(self._foot)
        self.retranslate()

    def _made_foot(self) -> QWidget:
        foot = QWidget()
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self._tray)
        margins(inside, 12, 0, 12, 0)
        inside.addStretch()
        inside.addWidget(self._count)
        column = QVBoxLayout(foot)
        margins(column, gap=0)
        column.addWidget(line())
        column.addWidget(self._tray)
        foot.hide()
        return foot

    @override
    def retranslate(self) -> None:
        brief = self.tree.brief
        self._search.setPlaceholderText(self.tr("Filter") if brief else self.tr("Filter sections"))
        self._search.setAccessibleName(self.tr("Filter sections"))
        self._missing.setText(self.tr("Missing"))
        self.tree.setAccessibleName(self.tr("Sections"))
        self._tray.setText("  " + (self.tr("Tray") if brief else self.tr("Tray: not placed yet")))
        self.retranslate_tray()
        self.tree.model_of_sections.retranslate()
        self.tree.viewport().update()

    def shorten(self, *, brief: bool) -> None:
        """Leave codes and bars out, or show them."""
        if brief != self.tree.brief:
            self.tree.brief = brief
            self.retranslate()

    def show_waiting(self, count: int) -> None:
        """Say how many files have no place; the tray is gone when there are none."""
        self._waiting = count
        self._foot.setVisible(count > 0)
        self.retranslate_tray()

    def retranslate_tray(self) -> None:
        """Say the count anew."""
        self._tray.setAccessibleName(self.tr("Tray: %n file(s) not placed yet", "", self._waiting))
        self._count.setText(locale().toString(self._waiting))

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Show where the sections stand."""
        first = self.tree.model_of_sections.rowCount() == 0
        self.tree.model_of_sections.show_nodes(nodes)
        if first:
            self._expand()

    def _expand(self) -> None:
        """Open what is asked for; Parts that are not asked for stay one line."""
        model = self.tree.model_of_sections
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            node = self.tree.node(index)
            if node is not None and node.asked:
                self.tree.expandRecursively(index)

    def _begin(self) -> None:
        self._wait.start()

    def _narrow(self) -> None:
        words = self._search.text()
        self.tree.model_of_sections.narrow(words, missing=self._missing.isChecked())
        self._expand()
        if words:
            self.tree.expandAll()
