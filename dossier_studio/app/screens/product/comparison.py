"""The panel that shows a change before it is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from dossier_studio.app.what_if import Comparison
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.fact import Fact, FactType
from dossier_studio.law.rulebook import Need

_MOST = 8


class ComparisonPanel(Worded):
    """Totals, what is added, what is no longer asked for, and which files lose their place."""

    taken = Signal(str, str)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Comparison | None = None
        self._fact: Fact | None = None
        self._title, self._line = label("heading", wraps=True), label("muted", wraps=True)
        self._asked = label("strong", wraps=True)
        self._body = QVBoxLayout()
        margins(self._body, gap=6)
        self._note = label("caption", wraps=True)
        self._keep, self._take = button(), button("primary")
        self._keep.clicked.connect(self.kept)
        self._take.clicked.connect(self._took)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("side")
        column = QVBoxLayout(inside)
        margins(column, 20, 16, 20, 12, gap=8)
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(Glyph("git-compare-arrows", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self._asked)
        column.addWidget(self._line)
        column.addLayout(self._body)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("side")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        foot = QVBoxLayout()
        margins(foot, 20, 8, 20, 14, gap=8)
        foot.addWidget(line())
        foot.addWidget(self._note)
        foot.addWidget(self._take)
        foot.addWidget(self._keep)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    def show_comparison(self, comparison: Comparison, fact: Fact) -> None:
        """Show a change of one answer."""
        self._shown, self._fact = comparison, fact
        self.retranslate()
        self._keep.setFocus()

    @override
    def retranslate(self) -> None:
        if self._shown is None or self._fact is None:
            return
        fact, shown = self._fact, self._shown
        now = self._answer(shown.before.answers.get(fact.id, ""))
        then = self._answer(shown.value)
        question = say(fact.short or fact.title)
        self._title.setText(self.tr("Before you change: {question}").format(question=question))
        self._asked.setText(f"{now}  →  {then}")
        self._line.setText(self.tr("Nothing has changed yet. Nothing attached is ever dropped."))
        self._note.setText(self.tr("Can be undone with Ctrl+Z"))
        self._keep.setText(self.tr("Keep: {answer}").format(answer=now))
        self._take.setText(self.tr("Change to: {answer}").format(answer=then))
        empty(self._body)
        self._add_totals(shown)
        self._add_lines("circle-plus", "accent", self.tr("Added"), shown.added)
        self._add_lines("circle-minus", "none", self.tr("No longer asked for"), shown.dropped)
        self._add_orphans(shown)

    def _answer(self, value: str) -> str:
        assert self._fact is not None  # said only while a comparison is shown
        if not value:
            return self.tr("no answer")
        if self._fact.type is FactType.YES_NO:
            return self.tr("yes") if value == "yes" else self.tr("no")
        return say(self._fact.title_of(value))

    def _add_totals(self, shown: Comparison) -> None:
        self._body.addWidget(line())
        grid = QGridLayout()
        margins(grid, 0, 4, 0, 4, gap=2)
        rows = (
            (self.tr("Documents"), _required(shown.before), _required(shown.after)),
            (self.tr("Undecided"), _open(shown.before), _open(shown.after)),
        )
        for column, (words, before, after) in enumerate(rows):
            grid.addWidget(label("caption", text=words), 0, column)
            grid.addWidget(label("heading", text=f"{before} → {after}"), 1, column)
        self._body.addLayout(grid)

    def _add_head(self, icon: str, tone: str, words: str, count: int) -> None:
        self._body.addWidget(line())
        row = QHBoxLayout()
        margins(row, 0, 4, 0, 0, gap=8)
        row.addWidget(Glyph(icon, tone))
        row.addWidget(label("strong", text=words), 1)
        row.addWidget(label("strong", text=str(count)))
        self._body.addLayout(row)

    def _add_lines(self, icon: str, tone: str, words: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        self._add_head(icon, tone, words, len(lines))
        for one in lines[:_MOST]:
            self._add_row(say(one.title), say(one.because), one.id)
        if len(lines) > _MOST:
            more = self.tr("and %n more", "", len(lines) - _MOST)
            self._add_row("", more, "")

    def _add_orphans(self, shown: Comparison) -> None:
        if not shown.orphans:
            return
        self._add_head("inbox", "warn", self.tr("Losing their place"), len(shown.orphans))
        for document in shown.orphans[:_MOST]:
            kept = self.tr("Kept in the dossier; you can place it again.")
            self._add_row(document.name, kept, "")

    def _add_row(self, words: str, beneath: str, code: str) -> None:
        row = QVBoxLayout()
        margins(row, 24, 0, 0, 2, gap=0)
        head = QHBoxLayout()
        title = Elided()
        title.say(words)
        title.setVisible(bool(words))
        head.addWidget(title, 1)
        head.addWidget(label("caption", text=code))
        row.addLayout(head)
        row.addWidget(label("caption", wraps=True, text=beneath))
        self._body.addLayout(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the answer as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
            return
        super().keyPressEvent(event)

    def _took(self) -> None:
        if self._shown is not None:
            self.taken.emit(self._shown.fact, self._shown.value)


def _required(made: Checklist) -> int:
    return sum(one.need is Need.REQUIRED for one in overview.rows(made))


def _open(made: Checklist) -> int:
    return len(overview.open_lines(made))


