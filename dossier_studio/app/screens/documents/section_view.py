"""The middle of the screen: one section, its requirements as cards, and the way to the next gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.screens.documents.branch_form import BranchForm
from dossier_studio.app.screens.documents.card import RequirementCard
from dossier_studio.app.screens.documents.contents import Content
from dossier_studio.app.screens.documents.section_head import SectionHead
from dossier_studio.app.screens.documents.unplaced import Unplaced
from dossier_studio.app.screens.documents.waiting import WaitingCard
from dossier_studio.core.text import Text

_MOST_WAITING = 40
"""So many files of the tray are shown at a time; the others follow as these find their places."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the middle shows: a section (`code`), or the tray (no code)."""

    code: str
    title: Text
    share: tuple[int, int]
    contents: tuple[Content, ...]
    waiting: tuple[Unplaced, ...]
    places: Mapping[str, Text]
    axis: str = ""
    branch: str = ""


class SectionView(Worded):
    """Head with the section's name; beneath it the cards, of which at most one is open."""

    made = Signal(object)
    """A card that was made, for the screen to wire."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.head = SectionHead(actions)
        self.branch_form = BranchForm()
        self._waiting, self._cards = QVBoxLayout(), QVBoxLayout()
        for column in (self._waiting, self._cards):
            margins(column, gap=8)
        self._nothing, self._more = label("muted", wraps=True), label("caption", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cards: list[RequirementCard] = []
        self.waiting_cards: list[WaitingCard] = []
        self._shown = Shown("", Text("", ""), (0, 0), (), (), {})
        self._brief = False
        self._target: tuple[RequirementCard | WaitingCard, str] | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        middle = QVBoxLayout(inside)
        margins(middle, 16, 2, 16, 12, gap=8)
        middle.addWidget(self.branch_form)
        middle.addLayout(self._waiting)
        middle.addWidget(self._more)
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
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)

    @override
    def retranslate(self) -> None:
        shown = self._shown
        empty_tray = not shown.code and not shown.waiting
        self._nothing.setText(
            self.tr("Every file has its place.") if empty_tray
            else self.tr("Nothing is asked for here.")
        )  # fmt: skip
        self._nothing.setVisible(not shown.contents and not shown.waiting)
        left = len(shown.waiting) - _MOST_WAITING
        self._more.setText(self.tr("and %n more file(s)", "", max(left, 0)))
        self._more.setVisible(left > 0)

    def show_section(self, shown: Shown) -> None:
        """Show a section or the tray; cards that stay keep what is open and what is typed."""
        elsewhere = (shown.code, shown.branch) != (self._shown.code, self._shown.branch)
        self._shown = shown
        self.head.show_section(shown.code, shown.title, shown.share, axis=shown.axis)
        self._show_waiting()
        self._show_cards(shown.contents)
        if elsewhere:
            self.branch_form.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self.retranslate()

    def _show_waiting(self) -> None:
        wanted = self._shown.waiting[:_MOST_WAITING]
        if [card.waiting for card in self.waiting_cards] == list(wanted):
            return
        empty(self._waiting)
        self.waiting_cards = []
        for one in wanted:
            card = WaitingCard(one, self._shown.places)
            self.made.emit(card)
            self._waiting.addWidget(card)
            self.waiting_cards.append(card)

    def _show_cards(self, contents: Sequence[Content]) -> None:
        names = [content.line.id for content in contents]
        if [card.line.id for card in self.cards] == names:
            for card, content in zip(self.cards, contents, strict=True):
                if card.content != content:
                    card.show_content(content)
            return
        empty(self._cards)
        self.cards = []
        for content in contents:
            card = RequirementCard(content)
            card.shorten(brief=self._brief)
            card.opened.connect(self._only)
            self.made.emit(card)
            self._cards.addWidget(card)
            self.cards.append(card)
        self._open_first()

    def _open_first(self) -> None:
        waiting = [one for one in self.cards if outcome.of_line(one.line).rank]
        if waiting or self.cards:
            (waiting or self.cards)[0].unfold(opened=True)

    def _only(self, line: str) -> None:
        for card in self.cards:
            if card.line.id != line:
                card.unfold(opened=False)

    def shorten(self, *, brief: bool) -> None:
        """Take less room."""
        if brief != self._brief:
            self._brief = brief
            self.head.shorten(brief=brief)
            for card in self.cards:
                card.shorten(brief=brief)

    def bring(self, line: str, at: str = "") -> bool:
        """Open the card of a line and bring it into view; False when it is not here."""
        card = next((one for one in self.cards if one.line.id == line), None)
        if card is None:
            return False
        self._only(line)
        card.unfold(opened=True)
        self._look_at(card, at)
        return True

    def bring_waiting(self, document: str) -> bool:
        """Bring the card of a waiting file into view; False when it does not wait here."""
        waiting = (one for one in self.waiting_cards if one.waiting.document.key == document)
        card = next(waiting, None)
        if card is not None:
            self._look_at(card, "")
        return card is not None

    def _look_at(self, card: RequirementCard | WaitingCard, at: str) -> None:
        self._target = (card, at)
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        if self._target is None:
            return
        card, at = self._target
        if isinstance(card, RequirementCard) and card in self.cards:
            card.take_focus(at)
        elif isinstance(card, WaitingCard) and card in self.waiting_cards:
            card.take_focus()
        else:
            return
        self._scroll.ensureWidgetVisible(card, 0, 20)
        if card.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(card.y() - 4)
        focused = card.focusWidget() if at else None
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused, 0, 40)

    @property
    def open_line(self) -> str:
        """The line whose card is open, "" for none."""
        opened = (one for one in self.cards if one.property("state") == "open")
        return next((one.line.id for one in opened), "")
