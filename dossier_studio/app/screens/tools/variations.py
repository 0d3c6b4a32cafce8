"""Variations: tick what changes, and see the category and the documents that go with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.worded import button, empty, label, line, margins
from dossier_studio.app.language import say
from dossier_studio.app.overview import rows
from dossier_studio.app.screens.tools.change_list import ChangeList
from dossier_studio.app.screens.tools.tool import Page, Tool, card, scrolled
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.law.examined import cited
from dossier_studio.law.load import known, rulebook
from dossier_studio.law.rulebook import Need, Rulebook
from dossier_studio.law.variations import Filing, Variation, variation


class VariationsTool(Tool):
    """The open dossier's own codes are ticked first; ticking here changes nothing there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, scrolls=False)
        self._book: Rulebook | None = None
        self._found: Variation | None = None
        self._category = ""
        self.changes = ChangeList()
        self.changes.setMinimumWidth(210)
        self.changes.chosen.connect(self._choose)
        self._nothing = label("muted", wraps=True)
        self._refusal = Banner("warn")
        self.category, self._files_as = label("title", wraps=True), label("small", wraps=True)
        self._ways = Combo()
        self._ways.activated.connect(self._take_way)
        self._copy = button("flat", "copy")
        self._copy.clicked.connect(self._copy_codes)
        self._touched = QVBoxLayout()
        margins(self._touched, gap=8)
        self._touched_heading, self._documents_heading = label("heading"), label("heading")
        self._documents = QVBoxLayout()
        margins(self._documents, gap=6)
        self._parts: tuple[QWidget, ...] = ()
        self._lay_out()
        session.opened.connect(self._begin)
        self._begin()

    def _lay_out(self) -> None:
        verdict, top = card()
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(self._files_as, 1)
        head.addWidget(self._copy)
        top.addWidget(self._nothing)
        top.addWidget(self._refusal)
        top.addLayout(head)
        top.addWidget(self.category)
        top.addWidget(self._ways)
        touched, inside = card()
        inside.addWidget(self._touched_heading)
        inside.addLayout(self._touched)
        asked, below = card()
        below.addWidget(self._documents_heading)
        below.addLayout(self._documents)
        self._parts = (touched, asked)
        side = Page()
        column = QVBoxLayout(side)
        margins(column, gap=12)
        for one in (verdict, touched, asked):
            column.addWidget(one)
        column.addStretch(1)
        across = QHBoxLayout()
        margins(across, gap=12)
        across.addWidget(self.changes, 2)
        across.addWidget(scrolled(side), 3)
        self.body.addLayout(across, 1)

    def _begin(self) -> None:
        book = self.session.rulebook if self.session.folder is not None else None
        self._book = book if book is not None and book.ladders else _first_with_changes()
        ticked = self._answers().get("changes", "").split(",") if book is self._book else ()
        self.changes.show_changes(self._book.changes.values() if self._book else (), ticked)
        self._judge()

    def _answers(self) -> Mapping[str, str]:
        """Return what the open dossier says of the product, asked for registration."""
        book, session = self._book, self.session
        if book is None:
            return {}
        answers: dict[str, str] = {}
        if session.folder is not None and session.dossier.identity.rulebook == book.id:
            answers = dict(session.dossier.answers)
        return answers | {book.stage_fact: book.stages[-1]}

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Variations"))
        self.purpose.setText(self.tr("Tick what changes in an approved product."))
        self._nothing.setText(
            self.tr("Tick one or more changes at the left; category and documents appear here.")
        )
        self._files_as.setText(self.tr("To be filed as"))
        self._ways.setAccessibleName(self.tr("Category in which it is filed"))
        self._copy.setText(self.tr("Copy the codes"))
        self._touched_heading.setText(self.tr("What the changes reach"))
        self._documents_heading.setText(self.tr("Documents"))
        self._judge()

    # --- what it comes to ------------------------------------------------------------------------

    def _choose(self) -> None:
        self._category = ""
        self._judge()

    def _take_way(self) -> None:
        self._category = str(self._ways.currentData())
        self._say()

    def _judge(self) -> None:
        codes, self._found, refusal = self.changes.codes, None, ""
        if codes and self._book is not None:
            answers = self._answers()
            try:
                fact = variation(self._book, ",".join(codes), {}).fact
                others = {name: said for name, said in answers.items() if name != fact}
                self._found = variation(self._book, ",".join(codes), others)
            except StudioError as trouble:
                refusal = say(trouble.message)
        self._refusal.say(refusal)
        self._refusal.setVisible(bool(refusal))
        self._nothing.setVisible(not codes)
        self._say()

    @property
    def filing(self) -> Filing | None:
        """The category that is shown, with its checklist."""
        filings = self._found.filings if self._found else ()
        chosen = [one for one in filings if one.category == self._category]
        return next(iter((*chosen, *filings)), None)

    def _say(self) -> None:
        filing, found = self.filing, self._found
        for one in (self.category, self._files_as, self._copy, *self._parts):
            one.setVisible(filing is not None)
        empty(self._touched)
        empty(self._documents)
        several = found is not None and len(found.filings) > 1
        self._ways.setVisible(several)
        if filing is None or found is None or self._book is None:
            return
        fact = self._book.facts[found.fact]
        self.category.setText(say(fact.title_of(filing.category)))
        self.category.setVisible(not several)
        self._ways.clear()
        for way in found.filings:
            self._ways.addItem(say(fact.title_of(way.category)), way.category)
        self._ways.setCurrentIndex(self._ways.findData(filing.category))
        self._say_touched(found)
        self._say_documents(filing)

    def _say_touched(self, found: Variation) -> None:
        assert self._book is not None  # a variation was found by it
        sections = self._book.outline.sections
        for number, change in enumerate(found.changes):
            if number:
                self._touched.addWidget(line())
            self._touched.addWidget(
                label("strong", wraps=True, text=f"{change.code}  {say(change.title)}")
            )
            names = [
                f"{one} {say(sections[one].title)}" if one in sections else one
                for one in change.touches
            ]
            words = "; ".join(names)
            if not change.known:
                words = self.tr("What it reaches was not found in a source; judge it yourself.")
            self._touched.addWidget(label("small", wraps=True, text=words))
            ground = QHBoxLayout()
            margins(ground, gap=12)
            ground.addWidget(ConfidenceMark(change.confidence), 0, Qt.AlignmentFlag.AlignTop)
            ground.addWidget(label("small", wraps=True, text=say(cited(change.citations))), 1)
            self._touched.addLayout(ground)

    def _say_documents(self, filing: Filing) -> None:
        asked = [one for one in rows(filing.checklist) if one.need is not Need.NOT_NEEDED]
        asked.sort(key=lambda one: one.need is not Need.REQUIRED)
        for one in asked:
            made = QHBoxLayout()
            margins(made, gap=8)
            needed = one.need is Need.REQUIRED
            look = outcome.UNDECIDED
            icon, tone = ("file-text", "accent") if needed else (look.icon, look.tone)
            top = Qt.AlignmentFlag.AlignTop
            made.addWidget(Glyph(icon, tone, 15), 0, top)
            code = label("caption", text=one.id)
            code.setMinimumWidth(34)
            made.addWidget(code, 0, top)
            made.addWidget(label("", wraps=True, text=say(one.title)), 1)
            word = self.tr("needed") if needed else self.tr("to be settled")
            made.addWidget(label("caption", text=word), 0, top)
            self._documents.addLayout(made)

    def _copy_codes(self) -> None:
        QGuiApplication.clipboard().setText(",".join(self.changes.codes))


def _first_with_changes() -> Rulebook | None:
    for name in known():
        try:
            book = rulebook(name)
        except StudioError:
            continue  # the form of a new dossier says what is wrong with it
        if book.ladders:
            return book
    return None
