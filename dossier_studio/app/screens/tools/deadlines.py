"""Deadlines: a rule and a day give the day it falls due, and why; and the dossier's own dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.field import DateField
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import button, empty, label, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools import exporting
from dossier_studio.app.screens.tools.dates import DossierDates
from dossier_studio.app.screens.tools.rule_list import RuleList
from dossier_studio.app.screens.tools.tool import Page, Tool, card, scrolled
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message, Parameter
from dossier_studio.export.icalendar import Appointment, icalendar
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock, Due, due
from dossier_studio.law.examined import cited


class DeadlinesTool(Tool):
    """The list of rules at the left, the day and its reason at the right."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, scrolls=False)
        self._rules, self._days = deadlines(), calendar()
        self._rule = next(iter(self._rules.rows))
        self._start, self._week = date.today(), self._rules.week  # a day to begin with
        self._found: Due | None = None
        self.rules = RuleList(self._rules.rows.values())
        self.rules.setMinimumWidth(210)
        self.rules.chosen.connect(self._choose)
        self.day = DateField()
        self.day.entered.connect(self._take_day)
        self.week = Segments(tuple(self._days.weeks), may_clear=False)
        self.week.chosen.connect(self._take_week)
        self._what, self._event = label("heading", wraps=True), label("small", wraps=True)
        self.due, self._range = label("display"), label("strong", wraps=True)
        self.provisional = Pill("warn", "triangle-alert")
        self._refusal = Banner("advice")
        self._counted = label("small", wraps=True)
        self._lines = QVBoxLayout()
        margins(self._lines, gap=6)
        self._sure = QHBoxLayout()
        margins(self._sure)
        self._export = button("plain", "calendar-plus")
        self._export.clicked.connect(self._to_calendar)
        self._done = label("small", wraps=True)
        self.dates = DossierDates(session)
        self._lay_out()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        margins(asked, gap=12)
        asked.addWidget(self.day)
        asked.addWidget(self.week, 0, Qt.AlignmentFlag.AlignBottom)
        asked.addStretch()
        shown = QHBoxLayout()
        margins(shown, gap=12)
        shown.addWidget(self.due)
        shown.addWidget(self.provisional)
        shown.addStretch()
        foot = QHBoxLayout()
        margins(foot, gap=12)
        foot.addWidget(self._export)
        foot.addWidget(self._done, 1)
        answer, column = card()
        column.addWidget(self._what)
        column.addWidget(self._event)
        column.addLayout(asked)
        column.addWidget(self._refusal)
        column.addLayout(shown)
        column.addWidget(self._range)
        column.addWidget(self._counted)
        column.addLayout(self._sure)
        column.addLayout(self._lines)
        column.addLayout(foot)
        inside = Page()
        side = QVBoxLayout(inside)
        margins(side, gap=12)
        side.addWidget(answer)
        side.addWidget(self.dates)
        side.addStretch(1)
        across = QHBoxLayout()
        margins(across, gap=12)
        across.addWidget(self.rules, 2)
        across.addWidget(scrolled(inside), 3)
        self.body.addLayout(across, 1)

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Deadlines"))
        self.purpose.setText(self.tr("When something falls due, counted from the day it begins."))
        self.day.show_day(self._start)
        self.week.say(
            self.tr("Whose working days"),
            [say(Message(f"tools.week.{name}")) for name in self._days.weeks],
        )
        self.week.name_each([say(one.title) for one in self._days.weeks.values()])
        self.week.choose(self._week)
        self.provisional.say(self.tr("provisional calendar"))
        self._export.setText(self.tr("To calendar…"))
        self.rules.choose(self._rule)
        self.dates.fill()
        self._answer()

    def _choose(self, name: str) -> None:
        self._rule = name
        self._answer()

    def _take_day(self, when: date | None) -> None:
        self._start = when or self._start
        self.day.show_day(self._start)
        self._answer()

    def _take_week(self, name: str) -> None:
        self._week = name
        self._answer()

    # --- the answer ------------------------------------------------------------------------------

    def _answer(self) -> None:
        row = self._rules.row(self._rule)
        self._what.setText(say(row.what))
        words = self.tr("{rule} · {actor} · from: {event}")
        self._event.setText(
            words.format(rule=row.id, actor=say(row.actor.title), event=say(row.start))
        )
        self.day.name(self.tr("Day of the event"))
        self._done.setText("")
        self._found = None
        refusal = ""
        try:
            clock = Clock(self._days, self._days.week(self._week))
            self._found = due(row, self._start, clock)
        except StudioError as trouble:
            refusal = say(trouble.message)
        self._refusal.say(refusal)
        self._refusal.setVisible(bool(refusal))
        self._say(self._found)

    def _say(self, found: Due | None) -> None:
        for one in (self.due, self._counted, self._export):
            one.setVisible(found is not None)
        self.provisional.setVisible(found is not None and found.provisional)
        self._range.setVisible(found is not None and bool(found.due_from or found.also))
        empty(self._lines)
        empty(self._sure)
        self.week.setVisible(found is not None and _by_working_days(found))
        if found is None:
            return
        row = found.deadline
        self.due.setText(day(found.due))
        self._range.setText(self._beside(found))
        said: dict[str, Parameter] = {
            "start": found.start, "event": row.start, "actor": row.actor.title,
            "unit": Message(f"clocks.unit.{found.unit}"),
        }  # fmt: skip
        self._counted.setText(say(Message("tools.deadline.counted", said)))
        self._sure.addWidget(ConfidenceMark(row.confidence), 0, Qt.AlignmentFlag.AlignTop)
        self._sure.addSpacing(12)
        self._sure.addWidget(label("small", wraps=True, text=say(cited(row.citations))), 1)
        for words in self._notes(found):
            self._lines.addWidget(label("small", wraps=True, text=words))

    def _beside(self, found: Due) -> str:
        words = []
        if found.due_from:
            words.append(
                self.tr("from {first} until {last}").format(
                    first=day(found.due_from), last=day(found.due)
                )
            )
        if found.also and found.deadline.also:
            unit = Message(f"clocks.unit.{found.deadline.also.unit}")
            words.append(say(Message("clocks.deadline.also", {"unit": unit, "due": found.also})))
        return " · ".join(words)

    def _notes(self, found: Due) -> list[str]:
        words = [say(one) for one in found.notices]
        if found.deadline.missed:
            said = {"missed": found.deadline.missed}
            words.insert(0, say(Message("clocks.deadline.missed", said)))
        if found.provisional:
            year = {"year": str(self._days.last_decreed)}
            words.append(say(Message("clocks.deadline.provisional", year)))
        if found.estimated:
            days = {"days": tuple(one.day for one in found.estimated)}
            words.append(say(Message("clocks.deadline.estimated", days)))
        return words

    def _to_calendar(self) -> None:
        if self._found is None:
            return
        row = self._found.deadline
        title, begun = say(row.what), self._found.start
        appointment = Appointment(
            key=f"{row.id}|{begun}",
            day=self._found.due,
            title=title,
            description=self._counted.text(),
            stamp=datetime(begun.year, begun.month, begun.day, tzinfo=UTC),
        )
        data = icalendar([appointment], name="Dossier Studio")
        self._done.setText(exporting.to_calendar(self, row.id, data))


def _by_working_days(found: Due) -> bool:
    spans = (found.deadline.span, found.deadline.also)
    return any(one is not None and one.unit == "WD" for one in spans)
