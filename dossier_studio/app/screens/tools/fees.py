"""State fees: by rulebook and answers, with confidence and source, and the person's own amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.field import Field
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.worded import empty, label, margins
from dossier_studio.app.language import say
from dossier_studio.app.screens.tools.fee_row import FeeRow
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.law import beside, own_fees
from dossier_studio.law.fact import Fact, FactType
from dossier_studio.law.fees import Schedule, charges, schedule
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook

_ASKED = (FactType.CHOICE, FactType.YES_NO)


class FeesTool(Tool):
    """Answers begin with those of the open dossier; changing them here changes nothing there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._books = beside.rulebooks("fees")
        self._book = ""
        self._answers: dict[str, str] = {}
        self.books = Combo()
        self._choosing = Field(self.books)
        self.books.activated.connect(self._choose_book)
        self._questions = QHBoxLayout()
        margins(self._questions, gap=12)
        self._asking: dict[str, Field] = {}
        self._note = Banner("advice")
        self._trouble = Banner("error", closes=True)
        self._trouble.hide()
        self._nothing = label("muted", wraps=True)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self.rows: list[FeeRow] = []
        self._column = QVBoxLayout()
        margins(self._column, gap=0)
        asked = QHBoxLayout()
        margins(asked, gap=12)
        asked.addWidget(self._choosing, 1)
        asked.addLayout(self._questions, 2)
        top, column = card()
        column.addLayout(asked)
        listed, inside = card(gap=0)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addLayout(self._column)
        inside.addWidget(self._nothing)
        for one in (top, self._trouble, listed, self._note):
            self.body.addWidget(one)
        self.body.addStretch(1)
        self._begin()
        session.opened.connect(self._begin)

    def _begin(self) -> None:
        """Take rulebook and answers of the open dossier, where there is one."""
        self._answers = {}
        self._book = self._book or next(iter(self._books), "")
        if self.session.folder is not None:
            identity = self.session.dossier.identity
            if identity.rulebook in self._books:
                self._book = identity.rulebook
                self._answers = dict(self.session.dossier.answers)
        if self.isVisible():
            self.fill()

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Fees"))
        self.purpose.setText(
            self.tr("State fees that are or may be due. They never keep a package from being made.")
        )
        self._choosing.name(self.tr("Rulebook"))
        self.books.clear()
        for name in self._books:
            self.books.addItem(say(rulebook(name).title), name)
        self.books.setCurrentIndex(self.books.findData(self._book))
        found = schedule(self._book) if self._book else None
        self._ask(found)
        self._list(found)

    def _ask(self, found: Schedule | None) -> None:
        empty(self._questions)
        self._asking = {}
        if found is None:
            return
        book = rulebook(self._book)
        for fact in _questions(found, book):
            choice = Combo()
            choice.addItem(self.tr("not answered"), "")
            for key, words in _choices(fact):
                choice.addItem(words, key)
            choice.setCurrentIndex(max(choice.findData(self._answers.get(fact.id, "")), 0))
            choice.setProperty("fact", fact.id)
            choice.activated.connect(self._answer)
            field = Field(choice)
            field.name(say(fact.title))
            self._asking[fact.id] = field
            self._questions.addWidget(field, 1)

    def _list(self, found: Schedule | None) -> None:
        empty(self._column)
        self.rows = []
        book = rulebook(self._book) if found else None
        if found is not None and book is not None:
            for charge in charges(found, book, self._known(book)):
                made = FeeRow(charge, own_fees.shipped(found.rulebook, charge.fee.id), book)
                made.entered.connect(self._keep)
                self.rows.append(made)
                self._column.addWidget(made)
        self._nothing.setText(self.tr("No fee is known for these answers."))
        self._nothing.setVisible(not self.rows)
        note = found.note if found else None
        self._note.say(say(note) if note else "")
        self._note.setVisible(note is not None)

    def _known(self, book: Rulebook) -> Mapping[str, str]:
        return {name: said for name, said in self._answers.items() if name in book.facts}

    def _choose_book(self) -> None:
        self._book = str(self.books.currentData())
        own = self.session.folder and self.session.dossier.identity.rulebook == self._book
        self._answers = dict(self.session.dossier.answers) if own else {}
        self.fill()

    def _answer(self) -> None:
        choice = self.sender()
        if isinstance(choice, Combo):
            self._answers[str(choice.property("fact"))] = str(choice.currentData())
            self._answers = {name: said for name, said in self._answers.items() if said}
            self._list(schedule(self._book))

    def _keep(self, fee: str, idr: object) -> None:
        amount = idr if isinstance(idr, int) else None
        try:
            own_fees.set_amount(self._book, fee, amount)
        except StudioError as refusal:
            self._trouble.say(say(refusal.message))
            self._trouble.show()
            return
        self._trouble.hide()
        self._list(schedule(self._book))


def _questions(found: Schedule, book: Rulebook) -> Iterable[Fact]:
    """Return the questions on which it depends which fees are due, in the rulebook's order."""
    asked = {name for one in charges(found, book, {}) for name in one.asks}
    return (one for one in book.facts.values() if one.id in asked and one.type in _ASKED)


def _choices(fact: Fact) -> Iterable[tuple[str, str]]:
    if fact.type is FactType.YES_NO:
        return ((key, say(Message(f"law.answer.{key}"))) for key in ("yes", "no"))
    return ((one.key, say(one.title)) for one in fact.values)
