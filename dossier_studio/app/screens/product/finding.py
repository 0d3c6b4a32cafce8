"""Help with a hard question: easier ones in place beneath it, that lead to its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import (
    Worded,
    button,
    label,
    margins,
    name,
    tool,
)
from dossier_studio.app.language import say
from dossier_studio.app.screens.product.finding_rows import AskRow, Found
from dossier_studio.app.screens.product.question import Question
from dossier_studio.law.fact import Fact
from dossier_studio.law.finder import Finder


class FindingFrame(Worded):
    """The questions of a finder, as far as they are answered, and what they lead to.

    `others` are facts that sort the same product by another scheme; the frame says their answers.
    """

    used = Signal(str)
    left = Signal()

    def __init__(self, finder: Finder, fact: Fact, others: Sequence[Fact]) -> None:
        super().__init__()
        self.setProperty("kind", "inner")
        self._finder, self._fact, self._others = finder, fact, tuple(others)
        self._given: dict[str, str] = {}
        self._answers: Mapping[str, str] = {}
        self._rows: dict[str, AskRow] = {}
        self._title, self._which = label("strong", wraps=True), label("caption", wraps=True)
        self._which.setVisible(bool(others))
        self._again, self._close = tool("undo-2"), tool("x")
        self._again.clicked.connect(self._begin)
        self._close.clicked.connect(self.left)
        self._asks = QVBoxLayout()
        margins(self._asks, gap=8)
        self._found = Found(fact)
        self._found.used.connect(self.used)
        self._other = label("caption", wraps=True)
        self._lay_out()
        self._show()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, gap=8)
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addWidget(self._title)
        words.addWidget(self._which)
        head.addWidget(Glyph("list-tree", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        margins(column, 12, 10, 12, 12, gap=10)
        column.addLayout(head)
        column.addLayout(self._asks)
        column.addWidget(self._found)
        column.addWidget(self._other)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Help me find the category"))
        self._which.setText(say(self._finder.title))
        name(self._again, self.tr("Begin again"))
        name(self._close, self.tr("Close"))
        lines = [
            self.tr("Under the other scheme, {question}: {answer}").format(
                question=say(one.title), answer=self._answer_of(one)
            )
            for one in self._others
        ]
        self._other.setText("\n".join(lines))
        self._other.setVisible(bool(lines))

    def _answer_of(self, fact: Fact) -> str:
        stored = self._answers.get(fact.id, "")
        return say(fact.title_of(stored)) if stored else self.tr("not answered yet")

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show what is answered now, by this scheme and by the other."""
        self._answers = answers
        self._found.show_chosen(answers.get(self._fact.id, ""))
        self.retranslate()

    def begin(self) -> None:
        """Put the focus where the next answer is due."""
        ask = self._finder.follow(self._given).ask
        if ask is not None:
            self._rows[ask.id].take_focus()

    def _begin(self) -> None:
        self._given.clear()
        self._show()
        self.begin()

    def _answered(self, ask: str, option: str) -> None:
        if option:
            self._given[ask] = option
        else:
            self._given.pop(ask, None)
        self._show()

    def _show(self) -> None:
        outcome = self._finder.follow(self._given)
        chosen = {ask.id: option.key for ask, option in outcome.taken}
        self._given = dict(chosen)  # what lies on another way is asked again
        shown = [ask for ask, _ in outcome.taken] + ([outcome.ask] if outcome.ask else [])
        for ask in shown:
            if ask.id not in self._rows:
                row = self._rows[ask.id] = AskRow(ask)
                row.answered.connect(self._answered)
            self._asks.removeWidget(self._rows[ask.id])
            self._asks.addWidget(self._rows[ask.id])
        on_the_way = {ask.id for ask in shown}
        for key, row in self._rows.items():
            row.show_chosen(chosen.get(key, ""))
            row.setVisible(key in on_the_way)
        self._again.setEnabled(bool(chosen))
        self._found.show_outcome(outcome)


class Sought(Question):
    """A question with help: a button beside it, the frame beneath."""

    def __init__(self, inner: Question, finder: Finder, others: Sequence[Fact]) -> None:
        super().__init__(inner.fact)
        self._inner = inner
        inner.answered.connect(self.answered)
        self._help = button("plain", "list-tree")
        self._help.setCheckable(True)
        self._frame = FindingFrame(finder, inner.fact, others)
        self._frame.hide()
        self._frame.used.connect(self._use)
        self._frame.left.connect(self._leave)
        self._help.toggled.connect(self._turn)
        beside = QVBoxLayout()
        margins(beside)
        beside.addStretch()
        beside.addWidget(self._help)
        row = QHBoxLayout()
        margins(row, gap=8)
        row.addWidget(inner, 1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        margins(column, gap=8)
        column.addLayout(row)
        column.addWidget(self._frame)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._help.setText(self.tr("Help me find…"))
        question = say(self.fact.title)
        self._help.setAccessibleName(self.tr("Help me find: {question}").format(question=question))

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._inner.show_answer(value, asked=asked)

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show what the frame compares with."""
        self._frame.show_answers(answers)

    def _turn(self, shown: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._frame.setVisible(shown)
        if shown:
            self._frame.begin()

    def _leave(self) -> None:
        self._help.setChecked(False)
        self._help.setFocus()

    def _use(self, value: str) -> None:
        self._leave()
        self._tell(value)
