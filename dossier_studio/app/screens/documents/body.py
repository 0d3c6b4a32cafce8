"""What an open card shows: why, by which clause, what is wrong, files, fields, decisions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.drop_zone import DropLine
from dossier_studio.app.components.worded import Worded, button, empty, label, margins
from dossier_studio.app.language import say
from dossier_studio.app.mends import Mend, Way
from dossier_studio.app.screens.documents.certificate import CertificateForm, Details
from dossier_studio.app.screens.documents.contents import Content
from dossier_studio.app.screens.documents.decision import Decisions
from dossier_studio.app.screens.documents.files import FileRow, Files
from dossier_studio.core.dossier import DecisionKind, Document
from dossier_studio.core.finding import Severity
from dossier_studio.law.rulebook import Need

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.ADVICE: "advice"}
_MOST_BANNERS = 3
_WORTH_A_BUTTON = {Way.REPLACE, Way.REMOVE, Way.INSPECT, Way.DATE}


class Body(Worded):
    """Built when a card is first opened; its signals say what a person wants done."""

    attached = Signal(list)
    files_asked = Signal()
    certified = Signal(str, object)
    signed = Signal(str, str, str)
    decided = Signal(str, str)
    withdrawn = Signal()
    answer_asked = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)
    document_chosen = Signal(str)
    mend_asked = Signal(object)

    def __init__(self, content: Content, *, brief: bool) -> None:
        super().__init__()
        self._content, self._brief = content, brief
        self._chosen = ""
        self._because, self._note = label("muted", wraps=True), label("caption", wraps=True)
        self._source, self._sure = label("small", wraps=True), QHBoxLayout()
        self._banners = QVBoxLayout()
        self._files, self._drop = Files(), DropLine()
        self._of_file = label("caption")
        self._certificate, self._details = CertificateForm(), Details()
        self._decisions = Decisions()
        self._answer = button("primary", "circle-question-mark", small=True)
        self._add = button("flat", small=True)
        self._lay_out()
        self._wire()
        self.show_content(content)

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
        acts = QHBoxLayout()
        margins(acts, gap=8)
        acts.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        acts.addWidget(self._decisions, 1)
        column = QVBoxLayout(self)
        margins(column, 34, 0, 14, 12, gap=8)
        for widget in (self._because, self._note):
            column.addWidget(widget)
        for layout in (law, self._banners, answer):
            column.addLayout(layout)
        for part in (self._files, self._drop, self._of_file, self._certificate, self._details):
            column.addWidget(part)
        column.addLayout(acts)

    def _wire(self) -> None:
        self._files.chosen.connect(self._choose_file)
        self._files.removed.connect(self.removed)
        self._files.moved.connect(self.moved)
        self._drop.asked.connect(self.files_asked)
        self._drop.dropped.connect(self.attached)
        self._add.clicked.connect(self.files_asked)
        for form in (self._certificate, self._details):
            form.entered.connect(self.certified)
        self._details.signed.connect(self.signed)
        self._decisions.decided.connect(self.decided)
        self._decisions.withdrawn.connect(self.withdrawn)
        self._answer.clicked.connect(self._ask_answer)

    @override
    def retranslate(self) -> None:
        self.show_content(self._content)

    def shorten(self, *, brief: bool) -> None:
        """Leave the line for dropping out where there is little room; a button adds files."""
        self._brief = brief
        self._decisions.shorten(brief=brief)
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
        takes = content.writable and not content.gathers
        self._drop.setVisible(takes and not self._brief)
        self._add.setVisible(takes and self._brief)
        self._add.setText(self.tr("Add…"))
        self._decisions.show_line(line, writable=content.writable)
        self._answer.setVisible(bool(line.asks) and line.need is Need.UNDECIDED)
        self._answer.setText(self.tr("Answer the question"))

    def _show_banners(self, content: Content) -> None:
        empty(self._banners)
        decision = content.line.decision
        if decision is not None:
            words = self.tr("{name}: {reason}").format(name=decision.by, reason=decision.reason)
            self._add_banner(words, "advice", ())
        shown = [
            (one, mends)
            for one, mends in zip(content.findings, content.mends, strict=True)
            if one.severity is not Severity.ADVICE and (one.document or content.documents)
        ]
        for finding, mends in shown[:_MOST_BANNERS]:
            words = f"{say(finding.message)} {say(finding.mend)}"
            self._add_banner(words, _TONES[finding.severity], mends)

    def _add_banner(self, words: str, tone: str, mends: tuple[Mend, ...]) -> None:
        banner = Banner(tone)
        banner.say(words)
        for mend in mends:
            if mend.way in _WORTH_A_BUTTON:
                act = banner.add_action()
                act.setText(mend.label)
                act.setToolTip(mend.preview)
                act.setAccessibleDescription(mend.preview)
                act.setProperty("mend", mend)
                act.clicked.connect(self._mend)
        self._banners.addWidget(banner)

    def _mend(self) -> None:
        self.mend_asked.emit(self.sender().property("mend"))

    def _show_files(self, content: Content) -> None:
        rows = []
        for document, facts in zip(content.documents, content.facts, strict=True):
            row = FileRow(document, facts, writable=content.writable)
            worst = [one for one in content.findings if one.document == document.key]
            row.show_finding(min(worst, key=lambda one: one.severity.rank, default=None))
            rows.append(row)
        self._files.show_rows(rows)
        self._show_fields()

    def _document(self) -> Document | None:
        held = self._content.documents
        chosen = (one for one in held if one.key == self._chosen)
        return next(chosen, held[0] if held else None)

    def _show_fields(self) -> None:
        """Show what is noted of the chosen document; several are told apart by name."""
        document, line = self._document(), self._content.line
        self._certificate.setVisible(document is not None and line.certificate)
        self._details.setVisible(document is not None)
        self._of_file.setVisible(document is not None and len(self._content.documents) > 1)
        if document is None:
            return
        writable = self._content.writable
        self._of_file.setText(self.tr("Noted of {file}").format(file=document.name))
        self._certificate.show_document(document, writable=writable)
        self._details.show_document(document, certificate=line.certificate, writable=writable)

    def choose(self, document: str) -> None:
        """Show the fields of one of the documents."""
        self._chosen = document
        self._show_fields()

    def open_at(self, at: str) -> None:
        """Put the focus on a field, or open the line for a decision's reason."""
        if at in tuple(DecisionKind):
            self._decisions.ask(DecisionKind(at))
        elif not self._certificate.isHidden():
            self._certificate.focus_field(at)

    def _choose_file(self, document: str) -> None:
        self.choose(document)
        self.document_chosen.emit(document)

    def _ask_answer(self) -> None:
        self.answer_asked.emit(self._content.line.asks[0])
