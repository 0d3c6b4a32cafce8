"""A requirement as a card: what, why, by which clause, how sure, where it stands, and its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import icons, outcome
from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.drop_zone import DropLine, DropTarget
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    margins,
    name,
    restyle,
    tool,
)
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.documents.certificate import CertificateForm
from dossier_studio.app.screens.documents.decision import Decisions
from dossier_studio.app.screens.documents.files import FileRow, Files
from dossier_studio.core.dossier import Document
from dossier_studio.core.file import FileFacts
from dossier_studio.core.finding import Finding, Severity
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Line
from dossier_studio.law.rulebook import Need

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.ADVICE: "advice"}
_MOST_BANNERS = 3


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a card shows of its line."""

    line: Line
    title: Text
    documents: tuple[Document, ...]
    facts: tuple[FileFacts | None, ...]
    findings: tuple[Finding, ...]
    note: Text | None
    gathers: bool
    writable: bool


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
    decided = Signal(str, str, str)
    withdrawn = Signal(str)
    answer_asked = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)
    document_chosen = Signal(str)

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.content = content
        self._open = False
        self._body: Body | None = None
        self._head = CardHead()
        self._head.pressed.connect(self._turn)
        self._column = QVBoxLayout(self)
        margins(self._column, 1, 1, 1, 1, gap=0)
        self._column.addWidget(self._head)
        self.dropped.connect(self._attach)
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
            self._body = Body(self)
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        restyle(self, state="open" if opened else "")
        self.show_content(self.content)

    def take_focus(self) -> None:
        """Put the focus on the card's head."""
        self._head.turn.setFocus(Qt.FocusReason.TabFocusReason)

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


class Body(Worded):
    """What an open card shows."""

    def __init__(self, card: RequirementCard) -> None:
        super().__init__()
        self._card = card
        self._content = card.content
        self._because, self._note = label("muted", wraps=True), label("caption", wraps=True)
        self._source, self._sure = label("small", wraps=True), QHBoxLayout()
        self._banners = QVBoxLayout()
        self._files, self._drop = Files(), DropLine()
        self._certificate, self._decisions = CertificateForm(), Decisions()
        self._answer = button("primary", "circle-question-mark", small=True)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        margins(self._banners, gap=6)
        margins(self._sure)
        law = QHBoxLayout()
        margins(law, gap=6)
        law.addWidget(Glyph("book-open-text", "text_2", 14), 0, Qt.AlignmentFlag.AlignTop)
        law.addWidget(self._source, 1)
        law.addLayout(self._sure)
        answer = QHBoxLayout()
        margins(answer)
        answer.addWidget(self._answer)
        answer.addStretch()
        column = QVBoxLayout(self)
        margins(column, 34, 0, 14, 12, gap=8)
        column.addWidget(self._because)
        column.addWidget(self._note)
        column.addLayout(law)
        column.addLayout(self._banners)
        column.addLayout(answer)
        column.addWidget(self._files)
        column.addWidget(self._drop)
        column.addWidget(self._certificate)
        column.addWidget(self._decisions)

    def _wire(self) -> None:
        card = self._card
        self._files.chosen.connect(card.document_chosen)
        self._files.removed.connect(card.removed)
        self._files.moved.connect(card.moved)
        self._drop.asked.connect(self._ask_files)
        self._drop.dropped.connect(self._attach)
        self._certificate.entered.connect(card.certified)
        self._decisions.decided.connect(self._decide)
        self._decisions.withdrawn.connect(self._withdraw)
        self._answer.clicked.connect(self._ask_answer)

    @override
    def retranslate(self) -> None:
        self.show_content(self._content)

    def show_content(self, content: Content) -> None:
        """Show the line anew; what is being typed stays."""
        self._content = content
        line = content.line
        self._because.setText(say(line.because))
        self._note.setVisible(content.note is not None or content.gathers)
        if content.gathers:
            self._note.setText(self.tr("A set: each of its documents has a card of its own below."))
        elif content.note is not None:
            self._note.setText(say(content.note))
        sources = [say(citation.words) for citation in line.citations]
        self._source.setText("; ".join(dict.fromkeys(sources)) or self.tr("No source named"))
        empty(self._sure)
        self._sure.addWidget(ConfidenceMark(line.confidence))
        self._show_banners(content)
        self._show_files(content)
        self._drop.setVisible(content.writable and not content.gathers)
        self._decisions.show_line(line, writable=content.writable)
        self._answer.setVisible(bool(line.asks) and line.need is Need.UNDECIDED)
        self._answer.setText(self.tr("Answer the question"))

    def _show_banners(self, content: Content) -> None:
        empty(self._banners)
        decision = content.line.decision
        if decision is not None:
            words = self.tr("{name}: {reason}").format(name=decision.by, reason=decision.reason)
            self._add_banner(words, "advice")
        shown = [
            one
            for one in content.findings
            if one.severity is not Severity.ADVICE and (one.document or content.documents)
        ]
        for finding in shown[:_MOST_BANNERS]:
            words = f"{say(finding.message)} {say(finding.mend)}"
            self._add_banner(words, _TONES[finding.severity])

    def _add_banner(self, words: str, tone: str) -> None:
        banner = Banner(tone)
        banner.say(words)
        self._banners.addWidget(banner)

    def _show_files(self, content: Content) -> None:
        rows = []
        for document, facts in zip(content.documents, content.facts, strict=True):
            row = FileRow(document, facts, writable=content.writable)
            worst = [one for one in content.findings if one.document == document.key]
            row.show_finding(min(worst, key=lambda one: one.severity.rank, default=None))
            rows.append(row)
        self._files.show_rows(rows)
        wanted = content.line.certificate and bool(content.documents)
        self._certificate.setVisible(wanted)
        if wanted:
            self._certificate.show_document(content.documents[0], writable=content.writable)

    def _attach(self, files: Sequence[Path]) -> None:
        self._card.attached.emit(self._content.line.id, list(files))

    def _ask_files(self) -> None:
        self._card.files_asked.emit(self._content.line.id)

    def _ask_answer(self) -> None:
        self._card.answer_asked.emit(self._content.line.asks[0])

    def _decide(self, kind: str, reason: str) -> None:
        self._card.decided.emit(self._content.line.id, kind, reason)

    def _withdraw(self) -> None:
        self._card.withdrawn.emit(self._content.line.id)


