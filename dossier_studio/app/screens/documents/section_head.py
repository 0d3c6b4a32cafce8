"""The head of a section: its name, how much of it is met, and the way to the next gap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import (
    Worded,
    button,
    key_hint,
    label,
    margins,
    name,
    tool,
)
from dossier_studio.app.language import current, say
from dossier_studio.core.text import Language, Text


class SectionHead(Worded):
    """`menu_asked` says where the menu of a branch is to open."""

    menu_asked = Signal(object)
    outline_asked = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._code, self._title, self._share = "", Text("", ""), (0, 0)
        self._brief, self._missing = False, True
        self._heading, self._line = label("heading", wraps=True), label("caption", wraps=True)
        self._outline = tool("list-tree")
        self._outline.clicked.connect(self.outline_asked)
        self._outline.hide()
        self._menu = tool("ellipsis")
        self._menu.clicked.connect(self._ask_menu)
        self._up = tool("arrow-up")
        self._up.clicked.connect(actions["previous_missing"].trigger)
        self._next = button("plain", "arrow-down")
        self._next.clicked.connect(actions["next_missing"].trigger)
        self._key = key_hint()
        self._preview = button("plain", "panel-right-close")
        self._preview.clicked.connect(actions["preview"].trigger)
        self._preview.hide()
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addWidget(self._heading)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        margins(row, 16, 10, 16, 8, gap=6)
        row.addWidget(self._outline, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for widget in (self._menu, self._up, self._next, self._key, self._preview):
            row.addWidget(widget)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        name(self._outline, self.tr("Show the outline"))
        name(self._menu, self.tr("Branches of this section"))
        self._preview.setText(self.tr("Preview"))
        self._key.setText(self._actions.key("next_missing"))
        self._next.setText(self._actions["next_missing"].text())
        self.show_missing(there=self._missing)
        self._say()

    def _say(self) -> None:
        code = self._code.partition("[")[0]
        title = say(self._title) if code else self.tr("Tray: not placed yet")
        self._heading.setText(f"{code}  {title}".strip())
        english = current() is Language.EN
        other = self._title.id if english else self._title.en
        settled, asked = self._share
        count = self.tr("{settled} of {asked} met").format(settled=settled, asked=asked)
        words = [other] if other != say(self._title) else []
        self._line.setText(" · ".join([*words, count] if asked else words))
        self._line.setVisible(not self._brief and bool(self._line.text()))

    def show_section(self, code: str, title: Text, share: tuple[int, int], *, axis: str) -> None:
        """Show another section; one that repeats has a menu."""
        self._code, self._title, self._share = code, title, share
        self._menu.setVisible(bool(axis))
        self._say()

    def show_missing(self, *, there: bool) -> None:
        """Say whether anything is missing anywhere."""
        self._missing = there
        for widget, action in ((self._up, "previous_missing"), (self._next, "next_missing")):
            words = self._actions[action].text()
            self._actions[action].setEnabled(there)
            widget.setEnabled(there)
            widget.setAccessibleName(words)
            widget.setToolTip(words if there else self.tr("Nothing is missing any more."))

    def shorten(self, *, brief: bool) -> None:
        """Leave the second line and the hints out."""
        self._brief = brief
        self._up.setVisible(not brief)
        self._key.setVisible(not brief)
        self._say()

    def offer(self, *, outline: bool, preview: bool) -> None:
        """Offer the panes for which there is no room beside the section."""
        self._outline.setVisible(outline)
        self._preview.setVisible(preview)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height())))
