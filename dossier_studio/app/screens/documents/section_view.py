"""The middle of the screen: one section, its requirements as cards, and the way to the next gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    key_hint,
    label,
    margins,
    name,
    tool,
)
from dossier_studio.app.language import current, say
from dossier_studio.app.screens.documents.card import Content, RequirementCard
from dossier_studio.core.text import Language, Text


class SectionView(Worded):
    """Head with the section's name; beneath it the cards, of which at most one is open."""

    made = Signal(object)
    """A card that was made, for the screen to wire."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._code, self._title, self._share = "", Text("", ""), (0, 0)
        self._heading, self._line = label("heading", wraps=True), label("caption", wraps=True)
        self._up = tool("arrow-up")
        self._up.clicked.connect(actions["previous_missing"].trigger)
        self._next = button("plain", "arrow-down")
        self._next.clicked.connect(actions["next_missing"].trigger)
        self._key = key_hint()
        self._peek = button("plain", "panel-right-close")
        self._peek.clicked.connect(actions["preview"].trigger)
        self._peek.hide()
        self._cards = QVBoxLayout()
        margins(self._cards, gap=8)
        self._nothing = label("muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cards: list[RequirementCard] = []
        self._target: RequirementCard | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addWidget(self._heading)
        words.addWidget(self._line)
        head = QHBoxLayout()
        margins(head, 16, 10, 16, 8, gap=6)
        head.addLayout(words, 1)
        head.addWidget(self._up)
        head.addWidget(self._next)
        head.addWidget(self._key)
        head.addWidget(self._peek)
        inside = QWidget()
        inside.setObjectName("page")
        middle = QVBoxLayout(inside)
        margins(middle, 16, 2, 16, 12, gap=8)
        middle.addLayout(self._cards)
        middle.addWidget(self._nothing)
        middle.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    @override
    def retranslate(self) -> None:
        name(self._up, self._actions["previous_missing"].text())
        self._next.setText(self._actions["next_missing"].text())
        self._key.setText(self._actions.key("next_missing"))
        self._peek.setText(self.tr("Preview"))
        self._nothing.setText(self.tr("Nothing is asked for here."))
        self._say_head()

    def offer_preview(self, *, offered: bool) -> None:
        """Show a button that opens the preview, where it is folded."""
        self._peek.setVisible(offered)

    def _say_head(self) -> None:
        self._heading.setText(f"{self._code}  {say(self._title)}".strip())
        english = current() is Language.EN
        other = self._title.id if english else self._title.en
        settled, asked = self._share
        count = self.tr("{settled} of {asked} met").format(settled=settled, asked=asked)
        words = [other] if other != say(self._title) else []
        self._line.setText(" · ".join([*words, count] if asked else words))

    def show_section(
        self, code: str, title: Text, share: tuple[int, int], contents: Sequence[Content]
    ) -> None:
        """Show a section; cards that stay keep what is open and what is typed."""
        self._code, self._title, self._share = code, title, share
        self._say_head()
        names = [content.line.id for content in contents]
        if [card.line.id for card in self.cards] == names:
            for card, content in zip(self.cards, contents, strict=True):
                card.show_content(content)
            return
        empty(self._cards)
        self.cards = []
        for content in contents:
            card = RequirementCard(content)
            card.opened.connect(self._only)
            self.made.emit(card)
            self._cards.addWidget(card)
            self.cards.append(card)
        self._nothing.setVisible(not contents)
        self._open_first()
        self._scroll.verticalScrollBar().setValue(0)

    def _open_first(self) -> None:
        waiting = [one for one in self.cards if outcome.of_line(one.line).rank]
        if waiting or self.cards:
            (waiting or self.cards)[0].unfold(opened=True)

    def _only(self, line: str) -> None:
        for card in self.cards:
            if card.line.id != line:
                card.unfold(opened=False)

    def bring(self, line: str) -> bool:
        """Open the card of a line and bring it into view; False when it is not here."""
        card = next((one for one in self.cards if one.line.id == line), None)
        if card is None:
            return False
        self._only(line)
        card.unfold(opened=True)
        self._target = card
        QTimer.singleShot(0, self._look)
        return True

    def _look(self) -> None:
        if self._target in self.cards and self._target is not None:
            self._target.take_focus()
            self._scroll.ensureWidgetVisible(self._target, 0, 20)

    @property
    def open_line(self) -> str:
        """The line whose card is open, "" for none."""
        opened = (one for one in self.cards if one.property("state") == "open")
        return next((one.line.id for one in opened), "")
