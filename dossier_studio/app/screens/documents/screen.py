"""The documents screen: outline, cards, the pages of a file, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.drop_zone import files_in
from dossier_studio.app.components.worded import margins
from dossier_studio.app.language import say
from dossier_studio.app.mends import AT, Mend, mends_of
from dossier_studio.app.preview.pages import Fit
from dossier_studio.app.preview.preview import Preview
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.documents import contents, rooms
from dossier_studio.app.screens.documents.branching import Branches
from dossier_studio.app.screens.documents.card import RequirementCard
from dossier_studio.app.screens.documents.editing import Editing
from dossier_studio.app.screens.documents.findings_panel import FindingsPanel
from dossier_studio.app.screens.documents.nodes import Numbers, nodes_of
from dossier_studio.app.screens.documents.outline import Outline
from dossier_studio.app.screens.documents.section_view import SectionView, Shown
from dossier_studio.app.screens.documents.unplaced import Unplaced, leaves, unplaced
from dossier_studio.app.screens.documents.waiting import WaitingCard
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Branch, bare, branch_of, within
from dossier_studio.core.finding import Finding
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Checklist, Line

TRAY = "tray"
"""The place of files that have none."""


class DocumentsScreen(Screen):
    """Where files meet what is asked for."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._section = ""
        self._chosen = ""
        self._numbers = Numbers()
        self._unplaced: tuple[Unplaced, ...] = ()
        self._outlined: Checklist | None = None
        self.editing, self.branches = Editing(session, self), Branches(session, self)
        self.outline, self.cards = Outline(), SectionView(actions)
        self.preview, self.findings = Preview(), FindingsPanel()
        self.findings.list.rows.mends = self._mends
        self._rooms = rooms.Rooms()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setObjectName("documents-pages")
        middle.addWidget(self.cards)
        middle.addWidget(self.preview)
        middle.setStretchFactor(0, 1)
        middle.setSizes([740, 324])
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        margins(column, gap=0)
        column.addWidget(middle, 1)
        column.addWidget(self.findings)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setObjectName("documents-outline")
        whole.addWidget(self.outline)
        whole.addWidget(self._right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([290, 1076])
        for splitter in (middle, whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addWidget(whole)

    def _wire(self) -> None:
        tree = self.outline.tree
        tree.chosen.connect(self._show_section)
        tree.dropped.connect(self._drop_on_section)
        tree.carried.connect(self._carry_to_section)
        tree.menu_asked.connect(self._open_menu)
        self.outline.tray_asked.connect(self._show_tray)
        self.cards.made.connect(self._wire_card)
        self.cards.head.menu_asked.connect(self._open_own_menu)
        self.cards.head.outline_asked.connect(self._turn_outline)
        self.cards.branch_form.named.connect(self._name_branch)
        self.branches.name_asked.connect(self._ask_branch)
        self.findings.sought.connect(self._go_to)
        self.findings.mend_asked.connect(self.session.mend_asked)
        actions = self.actions_by_name
        actions["next_missing"].triggered.connect(self.next_missing)
        actions["previous_missing"].triggered.connect(self.previous_missing)
        actions["paste"].triggered.connect(self._paste)
        actions["findings"].triggered.connect(self.findings.turn)
        actions["preview"].triggered.connect(self._turn_preview)
        self.preview.folded.connect(self._turn_preview)
        if self.session.settings.zoom:
            self.preview.pages.zoom_to(self.session.settings.zoom / 100)
        self.preview.pages.zoomed.connect(self._keep_zoom)

    def _wire_card(self, card: RequirementCard | WaitingCard) -> None:
        card.removed.connect(self.editing.remove)
        card.document_chosen.connect(self._choose_document)
        card.placed.connect(self.editing.place)
        if isinstance(card, WaitingCard):
            return
        card.attached.connect(self.session.attach)
        card.files_asked.connect(self.editing.choose_files)
        card.certified.connect(self.editing.certify)
        card.signed.connect(self.editing.sign)
        card.decided.connect(self.editing.decide)
        card.withdrawn.connect(self.editing.withdraw)
        card.answer_asked.connect(self._answer)
        card.opened.connect(self._follow_card)
        card.mend_asked.connect(self.session.mend_asked)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.outline.tree, self.cards, self.preview, self.findings.list)

    # --- what is shown ---------------------------------------------------------------------------

    @override
    def fill(self) -> None:
        session = self.session
        if session.folder is None:
            return
        if self._outlined is not session.checklist:  # another language changes none of this
            self._outlined = session.checklist
            self._fill_outline()
        self._fill_section()

    def _fill_outline(self) -> None:
        session = self.session
        nodes = nodes_of(session.rulebook, session.checklist, session.dossier, self._numbers)
        self._unplaced = unplaced(session)
        self.outline.show_nodes(nodes)
        self.outline.show_waiting(len(self._unplaced))
        self.cards.head.show_missing(there=bool(self._missing_lines()))
        places = {node.section for node in nodes}
        if self._section not in places and self._section != TRAY:
            self._begin_at(nodes[0].section)

    def _begin_at(self, first: str) -> None:
        """Begin where something is missing, else at the first section."""
        missing = self._missing_lines()
        line = missing[0] if missing else None
        self._section = within(line.sections[0], line.branch) if line else first
        self.outline.tree.show_section(self._section)

    def _fill_section(self) -> None:
        session = self.session
        self.cards.show_section(self._shown())
        self.findings.show_findings(session.report.findings, bare(self._section))
        self._fill_preview()

    def _shown(self) -> Shown:
        session = self.session
        if self._section == TRAY:
            places = self._places() if self._unplaced else {}
            return Shown("", Text("", ""), (0, 0), (), self._unplaced, places)
        outline = session.rulebook.outline
        section = outline.sections[bare(self._section)]
        beneath = {one.id for one in outline.below(section.id)}
        branch = branch_of(self._section)
        waiting = tuple(
            one
            for one in self._unplaced
            if one.section in beneath and branch_of(one.document.place) in {"", branch}
        )
        return Shown(
            code=self._section,
            title=section.title,
            share=contents.share_of(session, self._section),
            contents=contents.of_section(session, self._section),
            waiting=waiting,
            places=self._places() if waiting else {},
            axis=outline.axis(section.id) if session.writable else "",
            branch=branch,
        )

    def _places(self) -> dict[str, Text]:
        """Return every place that a file may have, with its title."""
        session = self.session
        return {line.id: contents.title_of(session, line) for line in leaves(session)}

    def _fill_preview(self) -> None:
        session = self.session
        if self.preview.isHidden() or session.folder is None:
            return
        document = session.dossier.document(self._chosen)
        if document is None:
            here = self.cards.open_line
            cards = sorted(self.cards.cards, key=lambda card: card.line.id != here)
            held = [one for card in cards for one in card.content.documents]
            held += [card.waiting.document for card in self.cards.waiting_cards]
            document = held[0] if held else None
        if document is None:
            self.preview.clear()
            return
        found = [one for one in session.report.findings if one.document == document.key]
        facts = session.facts.get(document.sha256)
        self.preview.show_document(session.folder.blob(document.sha256), document, facts, found)

    def _show_section(self, section: str) -> None:
        if section != self._section:
            self._section, self._chosen = section, ""
            self._rooms.settle()
            self._fit()
            self._fill_section()
            self.moved.emit()

    def _show_tray(self) -> None:
        self.outline.tree.clearSelection()
        self.outline.tree.setCurrentIndex(self.outline.tree.model_of_sections.index_of(0))
        self._show_section(TRAY)

    # --- going to a place ------------------------------------------------------------------------

    @property
    @override
    def place(self) -> str:
        return self.cards.open_line or self._section

    @override
    def show_place(self, place: str) -> None:
        place, _, at = place.partition(AT)
        if place == TRAY:
            self._show_tray()
            return
        document = self.session.dossier.document(place)
        line = self._line_of(place)
        section = self._section_of(place, line)
        if bare(section) not in self.session.rulebook.outline.sections:
            return
        self._section, self._chosen = section, place if document else ""
        self._rooms.settle()
        self._fit()
        self.outline.tree.show_section(section)
        self._fill_section()
        if document is not None and self.cards.bring_waiting(place):
            return
        if line is not None:
            self.cards.bring(line.id, at)
            if document is not None:
                self._choose_in_card(line.id, document.key)
            self._fill_preview()

    def _line_of(self, place: str) -> Line | None:
        """Return the line of a place, or the one for which a document counts."""
        document = self.session.dossier.document(place)
        if document is None:
            return self.session.checklist.line(place)
        counted = (line for line in leaves(self.session) if document.key in line.documents)
        return next(counted, self.session.checklist.line(document.place))

    def _section_of(self, place: str, line: Line | None) -> str:
        if line is not None:
            return within(line.sections[0], line.branch) if line.sections else ""
        document = self.session.dossier.document(place)
        return str(document.place if document else place)

    def _choose_in_card(self, line: str, document: str) -> None:
        for card in self.cards.cards:
            if card.line.id == line:
                card.choose(document)

    def _go_to(self, finding: Finding) -> None:
        place = finding.document or finding.requirement or finding.section
        if place:
            self.show_place(place)
            return
        for mend in mends_of(self.session, finding)[:1]:
            self.session.mend_asked.emit(mend)

    def _mends(self, finding: Finding) -> tuple[Mend, ...]:
        return mends_of(self.session, finding) if self.session.folder else ()

    def _missing_lines(self) -> list[Line]:
        return [
            line
            for line in self._all_leaves()
            if outcome.of_line(line).rank >= outcome.MISSING_RANK and line.sections
        ]

    def _all_leaves(self) -> Iterator[Line]:
        lines = self.session.checklist.lines
        gathering = {line.parent for line in lines if line.parent}
        return (line for line in lines if line.id not in gathering)

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

    def _answer(self, fact: str) -> None:
        self.session.sought.emit("product", fact)

    def _choose_document(self, key: str) -> None:
        self._chosen = key
        self._fill_preview()

    def _follow_card(self, line: str) -> None:
        """Show a file of the card that was opened, unless one of it is shown already."""
        card = next((one for one in self.cards.cards if one.line.id == line), None)
        keys = [one.key for one in card.content.documents] if card else []
        if keys and self._chosen not in keys:
            self._choose_document(keys[0])
        self.moved.emit()

    # --- files and branches ----------------------------------------------------------------------

    def _paste(self) -> None:
        files = files_in(QGuiApplication.clipboard().mimeData())
        if files and self.cards.open_line and self.isVisible():
            self.session.attach(self.cards.open_line, files)

    def _drop_on_section(self, section: str, files: list[Path]) -> None:
        self.session.attach(self.editing.place_of_section(section), files)
        self.outline.tree.show_section(section)

    def _carry_to_section(self, document: str, section: str) -> None:
        self.editing.place(document, self.editing.place_of_section(section))
        self.show_place(document)

    def _open_own_menu(self, spot: QPoint) -> None:
        self._open_menu(self._section, spot)

    def _open_menu(self, section: str, spot: QPoint) -> None:
        menu = self.branches.menu_of(section, self)
        if not menu.isEmpty():
            menu.popup(spot)

    def _ask_branch(self, section: str, axis: str, branch: object) -> None:
        self.show_place(section)
        self.cards.branch_form.begin(axis, branch if isinstance(branch, Branch) else None)

    def _name_branch(self, axis: str, old: str, new: str, title: str) -> None:
        if old and branch_of(self._section) == old:
            self._section = within(bare(self._section), new)
        refusal = self.branches.name(axis, old, new, title)
        if refusal is not None:
            self.cards.branch_form.refuse(say(refusal))

    # --- room ------------------------------------------------------------------------------------

    def _turn_preview(self) -> None:
        self._rooms.turn_preview()
        self._fit()
        self._fill_preview()
        shown = self.preview if self.cards.isHidden() else self.cards
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_zoom(self, zoom: float) -> None:
        free = self.preview.pages.fit is Fit.FREE
        chosen = replace(self.session.settings, zoom=round(100 * zoom) if free else 0)
        self.session.note(chosen)

    def _turn_outline(self) -> None:
        self._rooms.turn_outline()
        self._fit()

    def _fit(self) -> None:
        room = self._rooms.of(self.width(), self.window().height())
        self.outline.setVisible(room.outline)
        self._right.setVisible(room.cards or room.preview)
        self.cards.setVisible(room.cards)
        self.preview.setVisible(room.preview)
        self.outline.shorten(brief=room.brief)
        self.cards.shorten(brief=room.brief)
        self.findings.shorten(brief=room.brief)
        self.cards.head.offer(outline=not room.outline, preview=not room.preview)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
