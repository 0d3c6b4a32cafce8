"""The documents screen: outline, cards, the pages of a file, findings."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.drop_zone import files_in
from dossier_studio.app.components.worded import margins
from dossier_studio.app.preview.preview import Preview
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.documents import contents
from dossier_studio.app.screens.documents.card import RequirementCard
from dossier_studio.app.screens.documents.findings_panel import FindingsPanel
from dossier_studio.app.screens.documents.nodes import nodes_of
from dossier_studio.app.screens.documents.outline import Outline
from dossier_studio.app.screens.documents.section_view import SectionView
from dossier_studio.app.session import Session
from dossier_studio.core.change import Change
from dossier_studio.core.dossier import Certificate, DecisionKind
from dossier_studio.core.finding import Finding
from dossier_studio.law.checklist import Line
from dossier_studio.workflow import decisions, edits

_WITH_PREVIEW = 1180
_WITH_OUTLINE = 700


class DocumentsScreen(Screen):
    """Where files meet what is asked for."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._section = ""
        self._chosen = ""
        self._preview_wanted, self._preview_over = True, False
        self.outline, self.cards = Outline(), SectionView(actions)
        self.preview, self.findings = Preview(), FindingsPanel()
        self._lay_out()
        self._wire()
        self._target = ""

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.addWidget(self.cards)
        middle.addWidget(self.preview)
        middle.setStretchFactor(0, 1)
        middle.setSizes([740, 324])
        right = QWidget()
        column = QVBoxLayout(right)
        margins(column, gap=0)
        column.addWidget(middle, 1)
        column.addWidget(self.findings)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self.outline)
        whole.addWidget(right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([290, 1076])
        for splitter in (middle, whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addWidget(whole)

    def _wire(self) -> None:
        self.outline.tree.chosen.connect(self._show_section)
        self.cards.made.connect(self._wire_card)
        self.findings.sought.connect(self._go_to)
        actions = self.actions_by_name
        actions["next_missing"].triggered.connect(self.next_missing)
        actions["previous_missing"].triggered.connect(self.previous_missing)
        actions["paste"].triggered.connect(self._paste)
        actions["findings"].triggered.connect(self.findings.turn)
        actions["preview"].triggered.connect(self._turn_preview)
        self.preview.folded.connect(self._turn_preview)

    def _wire_card(self, card: RequirementCard) -> None:
        card.attached.connect(self.session.attach)
        card.files_asked.connect(self._choose_files)
        card.certified.connect(self._certify)
        card.decided.connect(self._decide)
        card.withdrawn.connect(self._withdraw)
        card.answer_asked.connect(self._answer)
        card.removed.connect(self._remove)
        card.moved.connect(self._move)
        card.document_chosen.connect(self._choose_document)
        card.opened.connect(self._follow_card)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.outline.tree, self.cards, self.preview, self.findings.list)

    @override
    def fill(self) -> None:
        session = self.session
        if session.folder is None:
            return
        nodes = nodes_of(session.rulebook, session.checklist, session.dossier)
        self.outline.show_nodes(nodes)
        if self._section not in session.rulebook.outline.sections:
            self._section = ""
        if not self._section:
            missing = self._missing_lines()
            self._section = missing[0].sections[0] if missing else nodes[0].section
            self.outline.tree.show_section(self._section)
        self._fill_section()

    def _fill_section(self) -> None:
        session = self.session
        section = session.rulebook.outline.sections[self._section]
        shown = contents.of_section(session, section.id)
        share = contents.share_of(session, section.id)
        self.cards.show_section(section.id, section.title, share, shown)
        self.findings.show_findings(session.report.findings, section.id)
        self._fill_preview()

    def _fill_preview(self) -> None:
        session = self.session
        document = session.dossier.document(self._chosen)
        if document is None:
            here = self.cards.open_line
            cards = sorted(self.cards.cards, key=lambda card: card.line.id != here)
            held = [one for card in cards for one in card.content.documents]
            document = held[0] if held else None
        facts = session.facts.get(document.sha256) if document else None
        found = [
            one for one in session.report.findings if document and one.document == document.key
        ]
        if document is None or session.folder is None:
            self.preview.clear()
        else:
            path = session.folder.blob(document.sha256)
            self.preview.show_document(path, document, facts, found)

    def _show_section(self, section: str) -> None:
        if section != self._section:
            self._section, self._chosen = section, ""
            self._fill_section()

    # --- going to a place ------------------------------------------------------------------------

    @override
    def show_place(self, place: str) -> None:
        session = self.session
        document = session.dossier.document(place)
        wanted = document.place if document else place
        line = session.checklist.line(wanted)
        self._chosen = place if document else ""
        section = line.sections[0] if line else wanted
        if section not in session.rulebook.outline.sections:
            return
        self._section = section
        self.outline.tree.show_section(section)
        self._fill_section()
        if line is not None:
            self.cards.bring(line.id)
            self._fill_preview()

    def _go_to(self, finding: Finding) -> None:
        place = finding.document or finding.requirement or finding.section
        if place in self.session.rulebook.facts:
            self.session.sought.emit("product", place)
        else:
            self.show_place(place)

    def _missing_lines(self) -> list[Line]:
        lines = self.session.checklist.lines
        gathering = {line.parent for line in lines if line.parent}
        return [
            line
            for line in lines
            if line.id not in gathering
            and outcome.of_line(line).rank >= outcome.MISSING_RANK
            and line.sections
        ]

    def next_missing(self) -> None:
        """Go to the next line that waits for somebody."""
        self._step(1)

    def previous_missing(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.session.folder is None or not self.isVisible():
            return
        missing = [line.id for line in self._missing_lines()]
        if not missing:
            return
        here = self.cards.open_line
        place = missing.index(here) + step if here in missing else 0
        self.show_place(missing[place % len(missing)])

    # --- edits -----------------------------------------------------------------------------------


    def _choose_files(self, place: str) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"))
        if chosen:
            self.session.attach(place, [Path(one) for one in chosen])

    def _paste(self) -> None:
        files = files_in(QGuiApplication.clipboard().mimeData())
        if files and self.cards.open_line and self.isVisible():
            self.session.attach(self.cards.open_line, files)

    def _choose_document(self, key: str) -> None:
        self._chosen = key
        self._fill_preview()

    def _follow_card(self, line: str) -> None:
        """Show a file of the card that was opened, unless one of it is shown already."""
        card = next((one for one in self.cards.cards if one.line.id == line), None)
        keys = [one.key for one in card.content.documents] if card else []
        if keys and self._chosen not in keys:
            self._choose_document(keys[0])

    def _certify(self, key: str, said: Certificate) -> None:
        dossier = self.session.dossier
        if not self.session.edit(lambda: edits.certificate(dossier, key, said)):
            self._fill_section()

    def _decide(self, place: str, kind: str, reason: str) -> None:
        session = self.session
        book, dossier = session.rulebook, session.dossier
        when = datetime.now(UTC).isoformat(timespec="seconds")
        word = decisions.Word(session.settings.name, reason, when)

        def made() -> Change:
            match DecisionKind(kind):
                case DecisionKind.EXCUSED:
                    return decisions.excuse(book, dossier, place, word)
                case DecisionKind.DEFERRED:
                    return decisions.defer(book, dossier, place, word)
                case judged:
                    return decisions.judge(book, dossier, place, kind=judged, word=word)

        session.edit(made)

    def _withdraw(self, place: str) -> None:
        book, dossier = self.session.rulebook, self.session.dossier
        self.session.edit(lambda: decisions.withdraw(book, dossier, place))

    def _answer(self, fact: str) -> None:
        self.session.sought.emit("product", fact)

    def _remove(self, key: str) -> None:
        dossier = self.session.dossier
        self.session.edit(lambda: edits.remove(dossier, [key]))

    def _move(self, key: str, position: int) -> None:
        book, dossier = self.session.rulebook, self.session.dossier
        document = dossier.document(key)
        if document is not None:
            place = document.place
            self.session.edit(lambda: edits.move(book, dossier, key, place, position=position))

    # --- room ------------------------------------------------------------------------------------

    def _turn_preview(self) -> None:
        """Show or fold the preview; where there is no room beside the cards, in their place."""
        if self.width() >= _WITH_PREVIEW:
            self._preview_wanted = not self._preview_wanted
        else:
            self._preview_over = not self._preview_over
        self._fit()
        (self.preview if self._preview_over else self.cards).setFocus()

    def _fit(self) -> None:
        wide = self.width() >= _WITH_PREVIEW
        if wide:
            self._preview_over = False
        self.preview.setVisible(self._preview_wanted if wide else self._preview_over)
        self.cards.setVisible(not self._preview_over)
        self.cards.offer_preview(offered=not self.preview.isVisibleTo(self))
        self.outline.setVisible(self.width() >= _WITH_OUTLINE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as there is room for."""
        super().resizeEvent(event)
        self._fit()
