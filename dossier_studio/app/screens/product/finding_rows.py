"""The rows of a helper: one easy question each, and at the end what they lead to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    line,
    margins,
)
from dossier_studio.app.language import say
from dossier_studio.core.text import Language
from dossier_studio.host import messages
from dossier_studio.law.fact import Fact
from dossier_studio.law.finder import Ask, Option, Outcome

_BESIDE = 14
_SHORT = 40
"""Letters of all options together: beside the question, beneath it in a row, else in lines."""


class OptionLine(QPushButton):
    """A long option: a line that wraps, with a mark when it is chosen."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setProperty("key", key)
        self.setCheckable(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark, self._words = Glyph("chevron-right", "text_3", 15), label(wraps=True)
        row = QHBoxLayout(self)
        margins(row, 6, 4, 6, 4, gap=8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        for child in (self._mark, self._words):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, question: str, words: str) -> None:
        """Write the option."""
        self._words.setText(words)
        self.setAccessibleName(f"{question}: {words}")

    def show_chosen(self, *, chosen: bool) -> None:
        """Mark the option, or take the mark away."""
        self.setChecked(chosen)
        self._words.setProperty("role", "strong" if chosen else "")
        self._words.style().polish(self._words)
        if chosen:
            self._mark.show_icon("circle-check", "accent")
        else:
            self._mark.show_icon("chevron-right", "text_3")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._words.heightForWidth(width - 35) + 8

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))


class OptionLines(QWidget):
    """Long options one beneath the other; once one is chosen, it alone stays in sight."""

    chosen = Signal(str)

    def __init__(self, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.lines = {one.key: OptionLine(one.key) for one in options}
        self._value = ""
        column = QVBoxLayout(self)
        margins(column, gap=0)
        for made in self.lines.values():
            made.clicked.connect(self._clicked)
            column.addWidget(made)

    def choose(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self._value = key
        for one, made in self.lines.items():
            made.show_chosen(chosen=one == key)
            made.setVisible(not key or one == key)

    def _clicked(self) -> None:
        key = str(self.sender().property("key"))
        self.choose("" if key == self._value else key)
        self.chosen.emit(self._value)


class AskRow(Worded):
    """One question with its options, and its help as a line beneath."""

    answered = Signal(str, str)

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self._question, self._help = label(wraps=True), label("caption", wraps=True)
        self._help.setVisible(ask.help is not None)
        letters = max(sum(len(_said(one, speech)) for one in ask.options) for speech in Language)
        few = letters <= _SHORT
        keys = [one.key for one in ask.options]
        self._options = Segments(keys) if few else OptionLines(ask.options)
        self._options.chosen.connect(self._tell)
        top = QHBoxLayout()
        margins(top, gap=8)
        top.addWidget(self._question, 1)
        column = QVBoxLayout(self)
        margins(column, gap=3)
        column.addLayout(top)
        if letters <= _BESIDE:
            top.addWidget(self._options)
        else:
            column.addWidget(self._options)
        column.addWidget(self._help)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        question = say(self._ask.title)
        self._question.setText(question)
        self._help.setText(say(self._ask.help) if self._ask.help else "")
        words = [_began(say(one.title)) for one in self._ask.options]
        if isinstance(self._options, Segments):
            self._options.say(question, words)
            return
        for made, word in zip(self._options.lines.values(), words, strict=True):
            made.say(question, word)

    def show_chosen(self, key: str) -> None:
        """Show which option was taken, "" for none yet."""
        self._options.choose(key)

    def take_focus(self) -> None:
        """Put the focus on the first option."""
        first = next(iter(self._options.findChildren(QPushButton)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, key: str) -> None:
        self.answered.emit(self._ask.id, key)


class Found(Worded):
    """Where the answers lead: the value, why, on what it rests, and one button to use it."""

    used = Signal(str)

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._fact = fact
        self._outcome = Outcome(())
        self._chosen = ""
        self._title, self._because = label("strong", wraps=True), label("small", wraps=True)
        self._source = label("caption", wraps=True)
        self._now: QLabel = label("caption", wraps=True)
        self._mark = QVBoxLayout()
        margins(self._mark)
        self._use = button("primary", "check")
        self._use.clicked.connect(self._tell)
        cited = QHBoxLayout()
        margins(cited, gap=6)
        cited.addWidget(Glyph("book-open-text", "text_3", 14), 0, Qt.AlignmentFlag.AlignTop)
        cited.addWidget(self._source, 1)
        foot = QHBoxLayout()
        margins(foot, gap=10)
        foot.addLayout(self._mark)
        foot.addStretch()
        foot.addWidget(self._use)
        column = QVBoxLayout(self)
        margins(column, gap=6)
        for one in (line(), self._title, self._because):
            column.addWidget(one)
        column.addLayout(cited)
        column.addWidget(self._now)
        column.addLayout(foot)
        self.hide()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show where the answers lead; nothing as long as a question is open."""
        self._outcome = outcome
        self.setVisible(bool(outcome.value))
        empty(self._mark)
        if outcome.value:
            self._mark.addWidget(ConfidenceMark(outcome.confidence))
        self.retranslate()

    def show_chosen(self, value: str) -> None:
        """Say which answer the dossier has now."""
        self._chosen = value
        self.retranslate()

    @override
    def retranslate(self) -> None:
        value, because = self._outcome.value, self._outcome.because
        if not value:
            return
        self._title.setText(say(self._fact.title_of(value)))
        self._because.setText(say(because) if because else "")
        self._because.setVisible(because is not None)
        self._source.setText(say(self._outcome.source))
        same = self._chosen == value
        other = say(self._fact.title_of(self._chosen)) if self._chosen and not same else ""
        self._now.setText(self.tr("The dossier says now: {answer}").format(answer=other))
        self._now.setVisible(bool(other))
        self._use.setEnabled(not same)
        words = self.tr("{value} is chosen") if same else self.tr("Use {value}")
        self._use.setText(words.format(value=value))

    def _tell(self) -> None:
        self.used.emit(self._outcome.value)


def _began(words: str) -> str:
    """Return words as a choice begins them: the law's plain yes and no are small."""
    return words[:1].upper() + words[1:]


def _said(option: Option, language: Language) -> str:
    return messages.say(option.title, language)
