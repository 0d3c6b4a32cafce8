"""What the answers mean: how many documents, which wait for an answer, and because of what."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import overview
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    line,
    margins,
)
from dossier_studio.app.language import say
from dossier_studio.app.session import Session
from dossier_studio.core.text import Message, Text
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.rulebook import Need, Rulebook

_MOST_REASONS = 7
_MOST_QUESTIONS = 4


class PartRow(Worded):
    """One Part: its title, and how many documents it asks for."""

    def __init__(self, title: str, count: int) -> None:
        super().__init__()
        self._count = count
        tone = "text_2" if count else "text_3"
        words = Elided("" if count else "faint", middle=False)
        words.say(title)
        self._number = label("strong" if count else "faint")
        row = QHBoxLayout(self)
        margins(row, 0, 5, 0, 5, gap=8)
        row.addWidget(Glyph("file-stack" if count else "minus", tone, 15))
        row.addWidget(words, 1)
        row.addWidget(self._number)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._number.setText(str(self._count) if self._count else self.tr("not asked for"))


class OpenNotice(Worded):
    """Documents that wait for an answer, and the way to the first question."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("tone", "open")
        self._count = 0
        self._title, self._words = label("strong", wraps=True), label("muted", wraps=True)
        self._go = button("flat")
        self._go.setProperty("weight", "strong")
        self._go.clicked.connect(self.asked)
        words = QVBoxLayout()
        margins(words, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        margins(row, 10, 8, 10, 6, gap=10)
        row.addWidget(Glyph("circle-question-mark", "open"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_open(self, waiting: tuple[Line, ...], book: Rulebook) -> None:
        """Show what waits, and which questions would settle it."""
        self._count = len(waiting)
        self.setVisible(bool(waiting))
        names = dict.fromkeys(name for one in waiting for name in one.asks if name in book.facts)
        questions = [say(book.facts[name].title) for name in names][:_MOST_QUESTIONS]
        self._words.setText("\n".join(f"· {question}" for question in questions))
        self._words.setVisible(bool(questions))
        self._go.setVisible(bool(names))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("%n document(s) wait for a decision", "", self._count))
        self._go.setText(self.tr("Answer now"))


class Consequence(Worded):
    """The panel at the right of the questions."""

    answer_asked = Signal()
    onward_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._caption, self._number = label("caption"), label("display")
        self._unit = label("heading")
        self._parts = QVBoxLayout()
        margins(self._parts, gap=0)
        self._open = OpenNotice()
        self._open.asked.connect(self.answer_asked)
        self._stops = QVBoxLayout()
        margins(self._stops, gap=6)
        self._because, self._reasons = label("strong"), QGridLayout()
        margins(self._reasons, gap=6)
        self._reasons.setHorizontalSpacing(12)
        self._reasons.setColumnStretch(0, 1)
        self._onward = button("plain", "arrow-right")
        self._onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._onward.clicked.connect(self.onward_asked)
        self._lay_out()
        self._count = 0
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("side")
        column = QVBoxLayout(inside)
        margins(column, 20, 16, 20, 12, gap=10)
        total = QHBoxLayout()
        margins(total, gap=10)
        total.addWidget(self._number)
        total.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self._caption)
        column.addLayout(total)
        column.addLayout(self._parts)
        column.addLayout(self._stops)
        column.addWidget(self._open)
        column.addWidget(self._because)
        column.addLayout(self._reasons)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("side")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addWidget(scroll, 1)
        foot = QVBoxLayout()
        margins(foot, 20, 8, 20, 14)
        foot.addWidget(self._onward)
        outer.addLayout(foot)

    @override
    def retranslate(self) -> None:
        self._caption.setText(self.tr("What this means for the dossier"))
        self._unit.setText(self.tr("document(s) asked for", "", self._count))
        self._because.setText(self.tr("Because of your answers"))
        self._onward.setText(self.tr("On to the documents"))

    def show_dossier(self, session: Session) -> None:
        """Show what the answers come to now."""
        checklist, book = session.checklist, session.rulebook
        shares = overview.shares(book.outline, checklist)
        self._count = sum(share.asked for share in shares.values())
        self._number.setText(str(self._count))
        empty(self._parts)
        self._parts.addWidget(line())
        for part, share in shares.items():
            title = say(book.outline.sections[part].label)
            self._parts.addWidget(PartRow(title, share.asked))
            self._parts.addWidget(line())
        self._show_stops(checklist)
        self._open.show_open(overview.open_lines(checklist), book)
        self._show_reasons(checklist)
        self.retranslate()

    def _show_stops(self, checklist: Checklist) -> None:
        empty(self._stops)
        sentences = [(say(stop.title), "error", "circle-x") for stop in checklist.stops]
        sentences += [(say(notice), "advice", "info") for notice in checklist.notices]
        for sentence, tone, icon in sentences:
            holder = Worded()
            holder.setProperty("kind", "banner")
            holder.setProperty("tone", tone)
            row = QHBoxLayout(holder)
            margins(row, 10, 8, 10, 8, gap=10)
            row.addWidget(Glyph(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(wraps=True, text=sentence), 1)
            self._stops.addWidget(holder)

    def _show_reasons(self, checklist: Checklist) -> None:
        empty(self._reasons)
        asked = [one for one in overview.rows(checklist) if one.need is Need.REQUIRED]
        counted = Counter(reason for one in asked for reason in _reasons(one))
        for row, (reason, count) in enumerate(counted.most_common(_MOST_REASONS)):
            self._reasons.addWidget(label("small", wraps=True, text=reason), row, 0)
            number = label("caption", text=self.tr("%n document(s)", "", count))
            top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._reasons.addWidget(number, row, 1, top)
        self._because.setVisible(bool(counted))


def _reasons(line: Line) -> list[str]:
    """Return the answers that a line is asked for by, each in words."""
    reasons = line.because.parameters.get("reasons") if isinstance(line.because, Message) else None
    if not isinstance(reasons, tuple):
        return []
    return [say(one) for one in reasons if isinstance(one, Message | Text)]
