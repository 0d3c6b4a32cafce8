"""One question of the rulebook as an editor; a new fact needs no code here."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, label, margins, name, tool
from dossier_studio.app.language import say
from dossier_studio.core.errors import WrongUse
from dossier_studio.law.fact import Fact, FactType

_FEW = 4
_SHORT = 46
"""A choice of few and short words is shown side by side, any other as a list."""

_PAUSE = 700
"""Milliseconds without a key after which what was typed is looked at."""


class Question(Worded):
    """Base: shows an answer, and tells the one that a person gives ("" takes it back)."""

    answered = Signal(str, str)

    wide = True
    """Whether it takes the whole width of a card."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self.asked = False

    def show_answer(self, value: str, *, asked: bool) -> None:
        """Show the stored answer, and whether a document waits for it."""

    def _tell(self, value: str) -> None:
        self.answered.emit(self.fact.id, value)


class Help(Worded):
    """The help of a question: folded into a small button, opened beneath the question."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._fact = fact
        self.button = tool("info")
        self.button.setCheckable(True)
        self.button.setVisible(fact.help is not None)
        self._words = label("caption", wraps=True)
        column = QVBoxLayout(self)
        margins(column)
        column.addWidget(self._words)
        self.button.toggled.connect(self.setVisible)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        name(self.button, self.tr("Help: {question}").format(question=say(self._fact.title)))
        if self._fact.help:
            self._words.setText(say(self._fact.help))
            self.button.setToolTip(say(self._fact.help))


class YesNo(Question):
    """The question at the left, yes and no at the right; an open one has a mark."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._question = label(wraps=True)
        self._mark = Glyph("circle-question-mark", "open", 16)
        keep = self._mark.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._mark.setSizePolicy(keep)
        self._choice = Segments(("yes", "no"))
        self._choice.chosen.connect(self._tell)
        self._help = Help(fact)
        row = QHBoxLayout()
        margins(row, gap=6)
        row.addWidget(self._question, 1)
        row.addWidget(self._help.button)
        row.addWidget(self._mark)
        row.addWidget(self._choice)
        column = QVBoxLayout(self)
        margins(column, gap=2)
        column.addLayout(row)
        column.addWidget(self._help)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        question = say(self.fact.title)
        self._question.setText(question)
        self._choice.say(question, [self.tr("Yes"), self.tr("No")])
        self._mark.setToolTip(self.tr("A document waits for this answer"))

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._mark.setVisible(self.asked)
        self._choice.choose(value)


class FewChoices(Question):
    """A label above, and the choices side by side."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._choice = Segments([value.key for value in fact.values])
        self._choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choice.chosen.connect(self._tell)
        self._field = Field(self._choice)
        self._help = Help(fact)
        column = QVBoxLayout(self)
        margins(column, gap=2)
        column.addWidget(self._field)
        column.addWidget(self._help)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._field.name(say(self.fact.title))
        self._choice.say(say(self.fact.title), [say(one.title) for one in self.fact.values])

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._choice.choose(value)


class ManyChoices(Question):
    """A label above a list to choose from; the first line takes the answer back."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._list = Combo()
        self._list.activated.connect(self._chosen)
        self._field = Field(self._list)
        column = QVBoxLayout(self)
        margins(column)
        column.addWidget(self._field)
        self._value = ""
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._field.name(say(self.fact.title))
        self._list.clear()
        self._list.addItem(self.tr("Not answered"), "")
        for value in self.fact.values:
            self._list.addItem(say(value.title), value.key)
        self._show()
        if self.fact.help:
            self._list.setToolTip(say(self.fact.help))

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._value = value
        self._show()

    def _show(self) -> None:
        self._list.setCurrentIndex(max(0, self._list.findData(self._value)))

    def _chosen(self) -> None:
        value = str(self._list.currentData())
        if value != self._value:
            self._value = value
            self._tell(value)


class Day(Question):
    """A date."""

    wide = False

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._field = DateField()
        self._field.entered.connect(self._entered)
        column = QVBoxLayout(self)
        margins(column)
        column.addWidget(self._field)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._field.name(say(self.fact.title))
        if self.fact.help:
            self._field.line.setToolTip(say(self.fact.help))

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._field.show_day(date.fromisoformat(value) if value else None)

    def _entered(self, day: date | None) -> None:
        self._tell(day.isoformat() if day else "")


class Line(Question):
    """One line of text, a number, or codes; commits when it is left.

    A form that is unusual is doubted in a quiet line once one pauses, and never refused.
    """

    wide = False

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._line = QLineEdit()
        self._line.editingFinished.connect(self._entered)
        self._field = Field(self._line)
        self._value = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._line.textEdited.connect(self._typed)
        self._doubt, self._doubted = QWidget(), label("caption", wraps=True)
        beneath = QHBoxLayout(self._doubt)
        margins(beneath, gap=5)
        beneath.addWidget(Glyph("info", "advice", 14), 0, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(self._doubted, 1)
        self._doubt.hide()
        column = QVBoxLayout(self)
        margins(column, gap=3)
        column.addWidget(self._field)
        column.addWidget(self._doubt)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._field.name(say(self.fact.title))
        if self.fact.help:
            self._line.setToolTip(say(self.fact.help))
        usual = say(self.fact.help) if self.fact.help else ""
        self._doubted.setText(
            self.tr("An unusual form; kept all the same. {help}").format(help=usual).strip()
        )
        self._advise(self._line.text().strip())

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        self._value = value
        if not self._line.isModified():
            self._line.setText(value)
            self._line.setCursorPosition(0)
        self._advise(value)

    def _entered(self) -> None:
        self._pause.stop()
        text = self._line.text().strip()
        try:
            value = self.fact.canonical(text) if text else ""
        except WrongUse as refusal:
            self._field.complain(say(refusal.message))
            return
        self._line.setModified(False)
        self._advise(value)
        if value != self._value:
            self._value = value
            self._tell(value)

    def _typed(self) -> None:
        """Take back at once what no longer holds; wait for a pause before anything is said."""
        self._field.complain("")
        if not self._odd(self._line.text().strip()):
            self._doubt.hide()
        self._pause.start()

    def _look(self) -> None:
        """Say what is wrong with what stands there now."""
        text = self._line.text().strip()
        try:
            value = self.fact.canonical(text) if text else ""
        except WrongUse as refusal:
            self._field.complain(say(refusal.message))
            return
        self._advise(value)

    def _advise(self, value: str) -> None:
        self._field.complain("")
        self._doubt.setVisible(self._odd(value))

    def _odd(self, value: str) -> bool:
        return bool(value and self.fact.pattern and not re.search(self.fact.pattern, value))


class Lines(Question):
    """Several lines of text; commits when it is left."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._text = _Text()
        self._text.left.connect(self._entered)
        self._field = Field(self._text)
        self._value = ""
        column = QVBoxLayout(self)
        margins(column)
        column.addWidget(self._field)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._field.name(say(self.fact.title))

    @override
    def show_answer(self, value: str, *, asked: bool) -> None:
        self.asked = asked and not value
        if value != self._value:
            self._value = value
            self._text.setPlainText(value)

    def _entered(self) -> None:
        value = self._text.toPlainText().strip()
        if value != self._value:
            self._value = value
            self._tell(value)


class _Text(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 18)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


def question_for(fact: Fact) -> Question:
    """Return the editor for a fact, by the kind of its answer."""
    match fact.type:
        case FactType.YES_NO:
            return YesNo(fact)
        case FactType.CHOICE:
            return FewChoices(fact) if _brief(fact) else ManyChoices(fact)
        case FactType.DATE:
            return Day(fact)
        case FactType.TEXT if fact.multiline:
            return Lines(fact)
        case _:
            return Line(fact)


def _brief(fact: Fact) -> bool:
    titles = [max(len(value.title.id), len(value.title.en)) for value in fact.values]
    return len(titles) <= _FEW and sum(titles) <= _SHORT
