"""The text of one letter, in both languages: a person's own, or the program's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import current
from dossier_studio.core.text import Language


class PaperText(Worded):
    """An editor; `kept` carries the language and the words, "" for the program's own."""

    kept = Signal(object, str)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "inner")
        self._hint = label("caption", wraps=True)
        self._languages = Segments([one.value for one in Language], may_clear=False)
        self._languages.choose(current().value)
        self._languages.chosen.connect(self._ask)
        self._words = QPlainTextEdit()
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(240)
        self._keep, self._usual = button(), button("flat")
        self._keep.clicked.connect(self._tell)
        self._usual.clicked.connect(self._back)
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(self._hint, 1)
        head.addWidget(self._languages)
        foot = QHBoxLayout()
        margins(foot, gap=8)
        foot.addWidget(self._keep)
        foot.addWidget(self._usual)
        foot.addStretch()
        column = QVBoxLayout(self)
        margins(column, 12, 10, 12, 10, gap=8)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(foot)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._hint.setText(self.tr("Names in braces are filled in from the answers."))
        self._languages.say(self.tr("Language of the letter"), [one.upper() for one in Language])
        self._words.setAccessibleName(self.tr("Text of the letter"))
        self._keep.setText(self.tr("Keep this text"))
        self._usual.setText(self.tr("Back to the program's text"))

    @property
    def language(self) -> Language:
        """The language whose text is shown."""
        return Language(self._languages.value)

    def show_words(self, words: str) -> None:
        """Show the text of the language that is chosen."""
        if words != self._words.toPlainText():
            self._words.setPlainText(words)

    def _ask(self) -> None:
        self.asked.emit(self.language)

    def _tell(self) -> None:
        self.kept.emit(self.language, self._words.toPlainText())

    def _back(self) -> None:
        self.kept.emit(self.language, "")
