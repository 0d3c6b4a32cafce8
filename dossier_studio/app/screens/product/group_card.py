"""A card of questions that an officer thinks of together; what nobody waits for is folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import say
from dossier_studio.app.screens.product.finding import Sought
from dossier_studio.app.screens.product.question import Question, question_for
from dossier_studio.law.fact import Fact, FactType, Group
from dossier_studio.law.rulebook import Rulebook


class GroupCard(Worded):
    """Questions of one group."""

    answered = Signal(str, str)

    def __init__(self, group: Group, facts: Sequence[Fact], book: Rulebook) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._group = group
        self._heading = label("heading")
        self._column = QVBoxLayout(self)
        margins(self._column, 16, 12, 16, 14, gap=9)
        self._column.addWidget(self._heading)
        self.questions = {fact.id: _question(fact, book) for fact in facts}
        for question in self.questions.values():
            question.answered.connect(self.answered)
        self._folded: list[str] = []
        self._open = False
        self._fold = button("flat")
        self._fold.setProperty("weight", "strong")
        self._fold.clicked.connect(self._turn)
        for row in self._rows():
            self._column.addWidget(row)
        self._column.addWidget(self._fold)
        self._column.addStretch()
        self.retranslate()

    def _rows(self) -> Iterator[QWidget]:
        waiting: Question | None = None
        for question in self.questions.values():
            if question.wide:
                if waiting:
                    yield waiting
                    waiting = None
                yield question
            elif waiting:
                yield _pair(waiting, question)
                waiting = None
            else:
                waiting = question
        if waiting:
            yield waiting

    @override
    def retranslate(self) -> None:
        self._heading.setText(say(self._group.title))
        self._say_fold()

    def show_answers(self, answers: Mapping[str, str], asked: frozenset[str]) -> None:
        """Show the answers, and which questions documents wait for."""
        for name, question in self.questions.items():
            question.show_answer(answers.get(name, ""), asked=name in asked)
            if isinstance(question, Sought):
                question.show_answers(answers)
        self._folded = [
            name
            for name, question in self.questions.items()
            if _foldable(question.fact) and name not in asked and name not in answers
        ]
        self._show_fold()

    def bring(self, name: str) -> Question:
        """Unfold a question if need be, and return it."""
        if name in self._folded:
            self._open = True
            self._show_fold()
        return self.questions[name]

    def _turn(self) -> None:
        self._open = not self._open
        self._show_fold()

    def _show_fold(self) -> None:
        for name, question in self.questions.items():
            if _foldable(question.fact):
                question.setVisible(self._open or name not in self._folded)
        self._fold.setVisible(bool(self._folded))
        self._say_fold()

    def _say_fold(self) -> None:
        count = len(self._folded)
        self._fold.setIcon(icons.icon("chevron-up" if self._open else "chevron-down", "accent"))
        self._fold.setText(self.tr("%n question(s) that this product does not need", "", count))


def _foldable(fact: Fact) -> bool:
    """What the form asks of everybody, and choices that most products need, are in sight."""
    usual = fact.type in {FactType.YES_NO, FactType.CODES, FactType.DECIMAL}
    return fact.rare or (usual and not fact.field)


def _question(fact: Fact, book: Rulebook) -> Question:
    made, finder = question_for(fact), book.finders.get(fact.id)
    if finder is None:
        return made
    return Sought(made, finder, [book.facts[name] for name in book.finders if name != fact.id])


def _pair(left: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    margins(row, gap=12)
    row.addWidget(left, 3)
    row.addWidget(right, 2)
    return holder
