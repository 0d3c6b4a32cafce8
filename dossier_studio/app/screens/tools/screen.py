"""The tools screen: the list of tools at the left, the chosen one at the right."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.tools.tool import Tool
from dossier_studio.app.screens.tools.tool_list import ToolList
from dossier_studio.app.session import Session
from dossier_studio.app.toolbox import NAMES

_HOMES = {
    "local-content": ("local_content", "LocalContentTool"),
    "fees": ("fees", "FeesTool"),
    "shelf-life": ("shelf_life", "ShelfLifeTool"),
    "certificates": ("certificates", "CertificatesTool"),
    "shipments": ("shipments", "ShipmentsTool"),
    "authorisation": ("authorisation", "AuthorisationTool"),
    "variations": ("variations", "VariationsTool"),
    "deadlines": ("deadlines", "DeadlinesTool"),
}
"""Module and class of each tool; a tool is imported when it is first shown."""

_WIDE, _NARROW = 250, 200
_ROOM = 1180


class ToolsScreen(Screen):
    """Calculators and registers; they work without an open dossier too."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self.list = ToolList()
        self.list.chosen.connect(self._show)
        self._heading = label("heading")
        self.back = button("flat", "arrow-left")
        self.back.clicked.connect(self._go_back)
        self._tools: dict[str, Tool] = {}
        self._stack = QStackedWidget()
        self._side = self._made_side()
        whole = QHBoxLayout(self)
        margins(whole, gap=0)
        whole.addWidget(self._side)
        whole.addWidget(self._stack, 1)
        self.retranslate()
        self._show(NAMES[0].key)

    def _made_side(self) -> QWidget:
        side = Worded()
        side.setObjectName("side")
        side.setProperty("edge", "right")
        column = QVBoxLayout(side)
        margins(column, 0, 10, 1, 8, gap=6)
        head = QHBoxLayout()
        margins(head, 16, 0, 8, 0)
        head.addWidget(self._heading, 1)
        foot = QHBoxLayout()
        margins(foot, 8, 0, 8, 0)
        foot.addWidget(self.back)
        foot.addStretch()
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        return side

    @property
    def tool(self) -> Tool:
        """The tool that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Tool)  # the stack holds nothing else
        return shown

    def tool_of(self, key: str) -> Tool:
        """Return a tool, made when it is first asked for."""
        if key not in self._tools:
            module, name = _HOMES[key]
            home = import_module(f"dossier_studio.app.screens.tools.{module}")
            made = getattr(home, name)(self.session)
            assert isinstance(made, Tool)  # as the table above says
            made.asked.connect(self._act)
            self._tools[key] = made
            self._stack.addWidget(made)
            made.retranslate()
        return self._tools[key]

    @override
    def show_place(self, place: str) -> None:
        """Show the tool of a key."""
        if place in _HOMES:
            self.list.choose(place)
            self._show(place)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self._stack)

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Tools"))
        self.list.setAccessibleName(self.tr("Tools"))
        self.back.setText(self.tr("All dossiers"))
        self.list.say_again()
        super().retranslate()

    @override
    def fill(self) -> None:
        self.back.setVisible(self.session.folder is None)
        self.tool.fill()

    def _show(self, key: str) -> None:
        made = self.tool_of(key)
        self._stack.setCurrentWidget(made)
        if self.isVisible():
            made.fill()

    def _act(self, name: str) -> None:
        self.actions_by_name[name].trigger()

    def _go_back(self) -> None:
        self.session.sought.emit("start", "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list slim where there is little room."""
        super().resizeEvent(event)
        brief = event.size().width() < _ROOM
        self.list.shorten(brief=brief)
        self._side.setFixedWidth(max(_NARROW if brief else _WIDE, self.list.sizeHint().width()))

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
