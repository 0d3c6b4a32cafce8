"""Remaining shelf life at import: batches with their dates, and what the rule says of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.grid import Grid
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.worded import (
    button,
    empty,
    label,
    line,
    margins,
)
from dossier_studio.app.language import day, locale, say
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message, Words
from dossier_studio.host import files, paths
from dossier_studio.host.messages import both
from dossier_studio.law.examined import cited
from dossier_studio.law.shelf_life import Batch, Remaining, remaining, rules
from dossier_studio.law.table import Column, ColumnType, Table

_LOOKS = {
    True: ("circle-check", "ok"),
    False: ("circle-x", "error"),
    None: ("circle-question-mark", "open"),
}


def _table() -> Table:
    kinds = {"batch": ColumnType.TEXT, "made": ColumnType.DATE, "expires": ColumnType.DATE}
    columns = tuple(
        Column(name, kind, both(Message(f"tools.shelf.{name}"))) for name, kind in kinds.items()
    )
    return Table("batches", both(Message("tools.shelf.title")), "", columns)


class ShelfLifeTool(Tool):
    """Batches are kept at once, and are there again at the next start."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rules = rules()
        self._rule, self._arrival = self._rules.usual, date.today()  # the machine's own day
        self.grid = Grid(_table())
        self.grid.share_width({"batch": 170, "made": 120, "expires": 130})
        self.grid.setMinimumHeight(200)
        self.arrival, self._choice = DateField(), Combo()
        self._choosing = Field(self._choice)
        self._trouble = Banner("warn")
        self._trouble.hide()
        self._batches, self._verdicts = label("heading"), label("heading")
        self._paste, self._remove = button("flat"), button("flat", "circle-minus")
        self._ground, self._note = label("small", wraps=True), label("small", wraps=True)
        self._empty = label("muted", wraps=True)
        self._confidence = QHBoxLayout()
        self._rows = QVBoxLayout()
        margins(self._rows, gap=8)
        self._lay_out()
        self.arrival.entered.connect(self._take_day)
        self._choice.activated.connect(self._choose)
        self.grid.cells.edited.connect(self._edited)
        self.grid.refused.connect(self._complain)
        self._paste.clicked.connect(self.grid.paste)
        self._remove.clicked.connect(self.grid.remove_chosen)
        self._restore()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        margins(fields, gap=12)
        fields.addWidget(self.arrival)
        fields.addWidget(self._choosing, 1)
        left, column = card()
        column.addLayout(fields)
        head = QHBoxLayout()
        margins(head, gap=4)
        head.addWidget(self._batches, 1)
        head.addWidget(self._paste)
        head.addWidget(self._remove)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        right, verdict = card()
        verdict.addWidget(self._verdicts)
        verdict.addWidget(self._trouble)
        verdict.addWidget(self._empty)
        verdict.addLayout(self._rows)
        verdict.addWidget(line())
        verdict.addWidget(self._ground)
        margins(self._confidence)
        verdict.addLayout(self._confidence)
        verdict.addWidget(self._note)
        verdict.addStretch(1)
        across = QHBoxLayout()
        margins(across, gap=12)
        across.addWidget(left, 1)
        across.addWidget(right, 1)
        self.body.addLayout(across, 1)
        self.folds(across)

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Shelf life left at import"))
        self.purpose.setText(self.tr("Whether batches may still come in on the day they arrive."))
        self.arrival.name(self.tr("Planned day of import"))
        self.arrival.show_day(self._arrival)
        self._choosing.name(self.tr("Rule"))
        self._choice.clear()
        for one in self._rules.rules.values():
            self._choice.addItem(say(one.title), one.id)
        self._choice.setCurrentIndex(self._choice.findData(self._rule))
        self._batches.setText(self.tr("Batches"))
        self.grid.setAccessibleName(self.tr("Batches"))
        self._verdicts.setText(self.tr("What the rule says"))
        self._paste.setText(self.tr("Paste"))
        self._remove.setText(self.tr("Remove lines"))
        self._empty.setText(
            self.tr("Write or paste the batches at the left: number, made on, expires on.")
        )
        rule = self._rules.rule(self._rule)
        self._ground.setText(say(cited(rule.citations)))
        empty(self._confidence)
        self._confidence.addWidget(ConfidenceMark(rule.confidence))
        self._confidence.addStretch()
        self._note.setText(say(rule.note) if rule.note else "")
        self._note.setVisible(rule.note is not None)
        self.grid.retranslate()
        self._judge()

    def _take_day(self, when: date | None) -> None:
        self._arrival = when or date.today()  # an emptied field means the machine's own day
        self.fill()

    def _choose(self) -> None:
        self._rule = str(self._choice.currentData())
        self.fill()

    def _complain(self, words: Words) -> None:
        self._trouble.say(say(words))
        self._trouble.show()

    # --- what it comes to ------------------------------------------------------------------------

    def _judge(self) -> None:
        empty(self._rows)
        trouble = self.grid.cells.trouble
        self._trouble.setVisible(trouble is not None)
        if trouble is not None:
            self._complain(trouble)
        shown = 0
        for row in self.grid.cells.rows:
            shown += 1
            self._say_batch(row)
        self._empty.setVisible(shown == 0)

    def _say_batch(self, row: Mapping[str, str]) -> None:
        rule = self._rules.rule(self._rule)
        name = row.get("batch") or "–"
        try:
            made, expires = _day(row.get("made", "")), _day(row.get("expires", ""))
            if expires is None:
                words = self.tr("Batch {batch}: write the day it expires.").format(batch=name)
                self._add_row(("info", "advice"), words, ())
                return
            found = remaining(Batch(name, made, expires), self._arrival, rule)
        except StudioError as refusal:
            self._add_row(("circle-x", "error"), say(refusal.message), ())
        except ValueError:
            return  # the banner says which cell is no date
        else:
            icon, tone = _LOOKS[found.passes]
            self._add_row((icon, tone), self._verdict(found), tuple(self._reasons(found)), found)

    def _verdict(self, found: Remaining) -> str:
        name = found.batch.name
        if found.passes is None:
            return self.tr("Batch {batch} cannot be judged yet").format(batch=name)
        if found.passes:
            return self.tr("Batch {batch} may come in").format(batch=name)
        return self.tr("Batch {batch} is too old on that day").format(batch=name)

    def _reasons(self, found: Remaining) -> Iterator[str]:
        number = locale().toString
        if found.whole is not None:
            yield self.tr("{left} of {whole} days are left on {day}.").format(
                left=number(max(found.left, 0)), whole=number(found.whole), day=day(self._arrival)
            )
        if found.last is not None:
            yield self._border(found.last)
        if found.passes is None:
            yield self.tr("Write the day it was made: the rule asks for a part of the whole life.")
        elif found.notice is not None:
            yield say(found.notice)

    def _border(self, last: date) -> str:
        away = (last - self._arrival).days
        if away == 0:
            return self.tr("This is exactly the border: {day} is the last day.").format(
                day=day(last)
            )
        if away > 0:
            words = self.tr("It may come in until {day}, %n day(s) later.", "", away)
        else:
            words = self.tr("The last day was {day}, %n day(s) earlier.", "", -away)
        return words.format(day=day(last))

    def _add_row(
        self,
        look: tuple[str, str],
        words: str,
        reasons: tuple[str, ...],
        found: Remaining | None = None,
    ) -> None:
        made = QHBoxLayout()
        margins(made, gap=10)
        made.addWidget(Glyph(look[0], look[1], 17), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        margins(said, gap=2)
        said.addWidget(label("strong" if reasons else "", wraps=True, text=words))
        if found is not None and found.whole:
            bar = Bar(4, 120)
            bar.show_share(max(found.left, 0), found.whole)
            bar.say(reasons[0])
            said.addWidget(bar)
        for reason in reasons:
            said.addWidget(label("small", wraps=True, text=reason))
        made.addLayout(said, 1)
        self._rows.addLayout(made)

    # --- kept ------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._judge()
        rows = [dict(row) for row in self.grid.cells.rows]
        text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        try:
            with files.writing(_draft().parent):
                _draft().parent.mkdir(parents=True, exist_ok=True)
                files.write_aside(_draft(), text.encode())
        except StudioError as refusal:
            self._complain(refusal.message)

    def _restore(self) -> None:
        try:
            rows = json.loads(_draft().read_text(encoding="utf-8"))
            names = {one.id for one in self.grid.cells.table.columns}
            self.grid.cells.show_rows(
                [{name: str(row[name]) for name in names & row.keys()} for row in rows]
            )
        except (OSError, ValueError, TypeError, AttributeError):
            self.grid.cells.show_rows(())


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _draft() -> Path:
    return paths.data_folder() / "tools" / "batches.json"
