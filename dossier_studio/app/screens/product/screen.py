"""The product screen: questions at the left, what they mean at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import margins
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.product.comparison import ComparisonPanel
from dossier_studio.app.screens.product.consequence import Consequence
from dossier_studio.app.screens.product.form_table import FormTable
from dossier_studio.app.screens.product.group_card import GroupCard
from dossier_studio.app.screens.product.papers_card import PapersCard
from dossier_studio.app.screens.product.summary_line import SummaryLine
from dossier_studio.app.session import Session
from dossier_studio.app.what_if import compare
from dossier_studio.workflow import edits, tables

_TWO_COLUMNS = 960
_WIDE = 1600


class ProductScreen(Screen):
    """Questions from the rulebook's facts, with the live consequence beside them."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._book = ""
        self._cards: list[GroupCard] = []
        self._tables: list[FormTable] = []
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        self._count = 0
        self._sought: QWidget = self
        self._papers = PapersCard(session)
        self._questions = self._made_questions()
        self._consequence, self._comparison = Consequence(), ComparisonPanel()
        self._consequence.answer_asked.connect(self._answer_first)
        self._consequence.onward_asked.connect(self._onward)
        self._comparison.taken.connect(self._take)
        self._comparison.kept.connect(self._keep)
        self._side = QStackedWidget()
        self._side.setObjectName("side")
        self._side.setProperty("edge", "left")
        self._side.addWidget(self._consequence)
        self._side.addWidget(self._comparison)
        self._line = SummaryLine()
        self._line.button.toggled.connect(self._show_side)
        self._beside = QHBoxLayout()
        margins(self._beside, gap=0)
        self._beside.addWidget(self._questions, 1)
        self._beside.addWidget(self._side)
        whole = QVBoxLayout(self)
        margins(whole, gap=0)
        whole.addLayout(self._beside, 1)
        whole.addWidget(self._line)
        self._line.hide()

    def _made_questions(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        self._row, self._below = QHBoxLayout(), QVBoxLayout()
        margins(self._row, gap=12)
        margins(self._below, gap=12)
        for column in self._columns:
            margins(column, gap=12)
            self._row.addLayout(column, 1)
        all_of_it = QVBoxLayout(inside)
        margins(all_of_it, 16, 12, 16, 12, gap=12)
        all_of_it.addLayout(self._row)
        all_of_it.addLayout(self._below)
        all_of_it.addWidget(self._papers)
        all_of_it.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (*self._cards, *self._tables, self._papers, self._side, self._line)

    @override
    def fill(self) -> None:
        if self.session.folder is None:
            return
        book = self.session.rulebook
        if self._book != book.digest:
            self._book = book.digest
            self._build()
        asked = frozenset(
            name for line in self.session.checklist.lines for name in line.asks
        )
        for card in self._cards:
            card.show_answers(self.session.dossier.answers, asked)
            card.setEnabled(self.session.writable)
        for made in self._tables:
            made.show_rows(tables.rows_of(self.session.dossier, made.table.id))
            made.setEnabled(self.session.writable)
        self._consequence.show_dossier(self.session)
        self._papers.fill()
        self._line.show_dossier(self.session)
        self._side.setCurrentWidget(self._consequence)
        self._fit()

    def _build(self) -> None:
        for old in (*self._cards, *self._tables):
            old.deleteLater()
        self._cards, self._tables = [], []
        self._count = 0
        book = self.session.rulebook
        for group in book.groups:
            facts = [
                fact for fact in book.facts.values() if fact.group == group.id and not fact.derived
            ]
            if facts:
                card = GroupCard(group, facts, book)
                card.answered.connect(self._answer)
                self._cards.append(card)
        for table in book.tables.values():
            made = FormTable(table)
            made.edited.connect(self._set_rows)
            self._below.addWidget(made)
            self._tables.append(made)

    def _fit(self) -> None:
        """Put the cards into as many columns as there is room for, in their order."""
        width = self.width()
        self._side.setFixedWidth(400 if width >= _WIDE else min(336, width))
        self._place_side(narrow=width < _TWO_COLUMNS)
        count = 2 if width >= _TWO_COLUMNS else 1
        if count == self._count:
            return
        self._count = count
        self._row.setStretch(1, count - 1)
        self._row.setSpacing(12 * (count - 1))
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        heights = [0] * count
        for card in self._cards:
            place = heights.index(min(heights))
            self._columns[place].addWidget(card)
            heights[place] += card.sizeHint().height()
        for column in self._columns:
            column.addStretch()

    def _place_side(self, *, narrow: bool) -> None:
        """Put the panel beside the questions, or over them once the line at the foot is pressed."""
        self._line.setVisible(narrow)
        if narrow:
            self._beside.removeWidget(self._side)
            foot = self._line.sizeHint().height()
            width = self._side.width()
            self._side.setGeometry(self.width() - width, 0, width, self.height() - foot)
            self._side.raise_()
        elif self._beside.indexOf(self._side) < 0:
            self._beside.addWidget(self._side)
        self._show_side()

    def _show_side(self) -> None:
        over = not self._line.isHidden()
        self._side.setVisible(not over or self._line.button.isChecked())
        if over and self._side.isVisible():
            self._side.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds what lies over the page."""
        if event.key() == Qt.Key.Key_Escape and self._line.button.isChecked():
            self._fold()
            return
        super().keyPressEvent(event)

    def _fold(self) -> None:
        if self._line.button.isChecked():
            self._line.button.setChecked(False)
            self._line.button.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._fit()

    @override
    def show_place(self, place: str) -> None:
        for card in self._cards:
            if place in card.questions:
                self._sought = card.bring(place)
                QTimer.singleShot(0, self._look)
        for made in self._tables:
            if place == made.table.id:
                made.unfold()
                self._sought = made
                QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        """Bring the question that was sought into view, once it is laid out, and into focus."""
        question = self._sought
        self._questions.ensureWidgetVisible(question, 0, 60)
        target = question.nextInFocusChain()
        while target is not None and target.focusPolicy() is Qt.FocusPolicy.NoFocus:
            target = target.nextInFocusChain()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self, fact: str, value: str) -> None:
        comparison = compare(self.session, fact, value)
        if comparison.orphans:
            self._line.button.setChecked(True)
            self._side.setCurrentWidget(self._comparison)
            self._comparison.show_comparison(comparison, self.session.rulebook.facts[fact])
            return
        self._take(fact, value)

    def _take(self, fact: str, value: str) -> None:
        self._line.button.setChecked(False)
        book, dossier = self.session.rulebook, self.session.dossier
        if not self.session.edit(lambda: edits.answer(book, dossier, {fact: value})):
            self.fill()

    def _set_rows(self, table: str, rows: tuple[Mapping[str, str], ...]) -> None:
        book, dossier = self.session.rulebook, self.session.dossier
        if rows != tables.rows_of(dossier, table):
            self.session.edit(lambda: tables.set_rows(book, dossier, table, rows))

    def _keep(self) -> None:
        self._line.button.setChecked(False)
        self.fill()

    def _answer_first(self) -> None:
        book = self.session.rulebook
        asked = {name for line in self.session.checklist.lines for name in line.asks}
        first = next((name for name in book.facts if name in asked), "")
        if first:
            self._line.button.setChecked(False)
            self.show_place(first)

    def _onward(self) -> None:
        self.session.sought.emit("documents", "")
