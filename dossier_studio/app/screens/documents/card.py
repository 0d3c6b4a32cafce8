"""A requirement as a card: what, why, by which clause, how sure, where it stands, and its files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import icons, outcome
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.drop_zone import DropTarget
from dossier_studio.app.components.worded import Worded, label, margins, name, restyle, tool
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.documents.body import Body
from dossier_studio.app.screens.documents.contents import Content
from dossier_studio.law.checklist import Line


class CardHead(Worded):
    """The line that folds and unfolds: status, title, and a summary at the right."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.turn = tool("chevron-right")
        self.turn.clicked.connect(self.pressed)
        self._status = Glyph("circle-minus", "none", 17)
        self._title, self._word = label("strong", wraps=True), label("strong")
        self._summary = label("muted")
        row = QHBoxLayout(self)
        margins(row, 8, 5, 14, 5, gap=6)
        row.addWidget(self.turn)
        row.addWidget(self._status)
        row.addSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(self._word)
        row.addWidget(self._summary)

    def show_content(self, content: Content, summary: str, *, opened: bool) -> None:
        """Show where the line stands."""
        look = outcome.of_line(content.line)
        title = say(content.title)
        self.turn.setIcon(icons.icon("chevron-down" if opened else "chevron-right", "text_2"))
        name(self.turn, f"{title}, {look.say()}")
        self._status.show_icon(look.icon, look.tone)
        self._title.setText(title)
        restyle(self._title, role="heading" if opened else "strong")
        self._word.setText(look.say() if opened else "")
        restyle(self._word, tone=look.tone)
        self._word.setVisible(opened)
        self._summary.setText(content.line.id if opened else summary)
        plain = opened or bool(content.documents) or look.rank <= outcome.DEFERRED.rank
        restyle(self._summary, role="caption" if opened else "", tone="" if plain else look.tone)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class RequirementCard(DropTarget):
    """One card. The body is built when it is first opened."""

    opened = Signal(str)
    attached = Signal(str, list)
    files_asked = Signal(str)
    certified = Signal(str, object)
    signed = Signal(str, str, str)
    decided = Signal(str, str, str)
    withdrawn = Signal(str)
    answer_asked = Signal(str)
    removed = Signal(str)
    placed = Signal(str, str, int)
    """Document, requirement, position there (-1: last)."""
    document_chosen = Signal(str)
    mend_asked = Signal(object)

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.content = content
        self.takes_documents = True
        self._open, self._brief = False, False
        self._body: Body | None = None
        self._head = CardHead()
        self._head.pressed.connect(self._turn)
        self._column = QVBoxLayout(self)
        margins(self._column, 1, 1, 1, 1, gap=0)
        self._column.addWidget(self._head)
        self.dropped.connect(self._attach)
        self.carried.connect(self._take_in)
        self.show_content(content)

    @property
    def line(self) -> Line:
        """The line of the checklist."""
        return self.content.line

    @override
    def retranslate(self) -> None:
        self.show_content(self.content)

    def show_content(self, content: Content) -> None:
        """Show where the line stands now."""
        self.content = content
        self.setAcceptDrops(content.writable and not content.gathers)
        self._head.show_content(content, self._summary(), opened=self._open)
        if self._body is not None:
            self._body.show_content(content)

    def unfold(self, *, opened: bool) -> None:
        """Open or fold the card."""
        self._open = opened
        if opened and self._body is None:
            self._body = Body(self.content, brief=self._brief)
            self._wire_body(self._body)
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        restyle(self, state="open" if opened else "")
        self.show_content(self.content)

    def _wire_body(self, body: Body) -> None:
        body.certified.connect(self.certified)
        body.signed.connect(self.signed)
        body.answer_asked.connect(self.answer_asked)
        body.removed.connect(self.removed)
        body.document_chosen.connect(self.document_chosen)
        body.mend_asked.connect(self.mend_asked)
        body.attached.connect(self._attach)
        body.files_asked.connect(self._ask_files)
        body.decided.connect(self._decide)
        body.withdrawn.connect(self._withdraw)
        body.moved.connect(self._move)

    def take_focus(self, at: str = "") -> None:
        """Put the focus on the card's head, or on what `at` names: a field, a decision."""
        self._head.turn.setFocus(Qt.FocusReason.TabFocusReason)
        if at and self._body is not None:
            self._body.open_at(at)

    def choose(self, document: str) -> None:
        """Show the fields of one of the card's documents."""
        if self._body is not None:
            self._body.choose(document)

    def shorten(self, *, brief: bool) -> None:
        """Take less room, or as much as there is."""
        self._brief = brief
        if self._body is not None:
            self._body.shorten(brief=brief)

    def _summary(self) -> str:
        content = self.content
        dates = [
            one.certificate.expires
            for one in content.documents
            if one.certificate and one.certificate.expires
        ]
        words = []
        if content.documents:
            words.append(self.tr("%n file(s)", "", len(content.documents)))
        if dates:
            words.append(self.tr("until {date}").format(date=day(min(dates))))
        elif pages := sum((one.pages or 0) for one in content.facts if one):
            words.append(self.tr("%n page(s)", "", pages))
        return " · ".join(words) or outcome.of_line(content.line).say()

    def _turn(self) -> None:
        self.unfold(opened=not self._open)
        self.take_focus()
        if self._open:
            self.opened.emit(self.line.id)

    def _attach(self, files: list[Path]) -> None:
        self.attached.emit(self.line.id, files)

    def _take_in(self, document: str) -> None:
        if document not in self.line.documents:
            self.placed.emit(document, self.line.id, -1)

    def _move(self, document: str, position: int) -> None:
        self.placed.emit(document, self.line.id, position)

    def _ask_files(self) -> None:
        self.files_asked.emit(self.line.id)

    def _decide(self, kind: str, reason: str) -> None:
        self.decided.emit(self.line.id, kind, reason)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self.line.id)
