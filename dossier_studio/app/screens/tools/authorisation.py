"""The authorisation after approval: its number and days, what follows from them, what was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import button, empty, label, line, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools import exporting
from dossier_studio.app.screens.tools.reading import Reader, Seen, look, recent
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock
from dossier_studio.law.fact import Fact, FactType
from dossier_studio.law.load import rulebook
from dossier_studio.law.timeline import Event, timeline
from dossier_studio.workflow import edits
from dossier_studio.workflow.half_year import half_year_report

NUMBER, GRANTED, EXPIRES = "ma_number", "ma_date", "ma_expiry"
"""The facts that make an authorisation, in every rulebook that knows one."""


@dataclass(frozen=True, slots=True)
class Authorised:
    """A dossier with an authorisation, and the days that follow from it."""

    path: Path
    name: str
    number: str
    granted: date | None
    expires: date | None
    events: tuple[Event, ...]


def authorised(seen: Seen) -> Authorised | None:
    """Return the authorisation that a dossier holds, None where nobody has entered one."""
    answers = seen.dossier.answers
    if not any(answers.get(name) for name in (NUMBER, GRANTED, EXPIRES)):
        return None
    rules, days = deadlines(), calendar()
    book = rulebook(seen.dossier.identity.rulebook)
    begun = {one.deadline for one in rules.watches if one.fact in {GRANTED, EXPIRES}}
    clock = Clock(days, days.week(rules.week))
    events = timeline(book, seen.dossier, rules, clock)
    return Authorised(
        seen.path,
        seen.dossier.identity.name,
        answers.get(NUMBER, ""),
        _day(answers.get(GRANTED, "")),
        _day(answers.get(EXPIRES, "")),
        tuple(one for one in events if one.rule in begun),
    )


def _half_yearly(event: Event) -> bool:
    """Whether an event is a report that comes in the same months every year."""
    row = deadlines().rows.get(event.rule)
    return row is not None and bool(row.months)


def _day(said: str) -> date | None:
    return date.fromisoformat(said) if said else None


class AuthorisationTool(Tool):
    """Of the open dossier, to be filled in; of all dossiers opened lately, to be seen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: tuple[Authorised, ...] = ()
        self._reader = Reader(session, self)
        self._reader.read.connect(self._looked)
        self._number = QLineEdit()
        self.number = Field(self._number)
        self._number.editingFinished.connect(self._take_number)
        self.granted, self.expires = DateField(), DateField()
        self.granted.entered.connect(self._take_granted)
        self.expires.entered.connect(self._take_expires)
        self._nothing = Banner("advice")
        self._mine, self._follows, self._all = (label("heading") for _ in range(3))
        self._filed, self._quiet, self._none = (label("muted", wraps=True) for _ in range(3))
        self._variation = button("flat", "git-compare-arrows")
        self._variation.clicked.connect(self._to_variations)
        self._events, self._others, self._sent = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for rows in (self._events, self._others, self._sent):
            margins(rows, gap=8)
        self._sent_heading, self._drafted = label("heading"), label("small", wraps=True)
        self._drafted.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._own, column = card()
        fields = QHBoxLayout()
        margins(fields, gap=12)
        fields.addWidget(self.number, 2)
        fields.addWidget(self.granted, 1)
        fields.addWidget(self.expires, 1)
        column.addWidget(self._mine)
        column.addLayout(fields)
        self._after, below = card()
        below.addWidget(self._follows)
        below.addWidget(self._quiet)
        below.addWidget(self._drafted)
        below.addLayout(self._events)
        self._history, sent = card()
        head = QHBoxLayout()
        margins(head)
        head.addWidget(self._sent_heading, 1)
        head.addWidget(self._variation)
        sent.addLayout(head)
        sent.addWidget(self._filed)
        sent.addLayout(self._sent)
        across = QHBoxLayout()
        margins(across, gap=12)
        across.addWidget(self._after, 3)
        across.addWidget(self._history, 2)
        self.folds(across)
        every, inside = card()
        inside.addWidget(self._all)
        inside.addWidget(self._none)
        inside.addLayout(self._others)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._own)
        self.body.addLayout(across)
        self.body.addWidget(every)
        self.body.addStretch(1)

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Authorisation and reports"))
        self.purpose.setText(
            self.tr("After approval: renewal window, half-year reports, variations.")
        )
        self._mine.setText(self.tr("Authorisation of this dossier"))
        self._follows.setText(self.tr("What follows from it"))
        self._quiet.setText(self.tr("Write the day it was granted and its last day."))
        self._sent_heading.setText(self.tr("Filed so far"))
        self._filed.setText(self.tr("Nothing has been filed yet."))
        self._variation.setText(self.tr("Variations…"))
        self._all.setText(self.tr("Authorisations of all recent dossiers"))
        self._none.setText(self.tr("No dossier holds an authorisation yet."))
        self._nothing.say(
            self.tr("Open the dossier of an approved product to note its authorisation here.")
        )
        self._show_own()
        self._show_others()
        folders = recent(self.session)
        if folders:
            title = Message("app.job.recent")
            self._reader.begin(lambda: look(folders, authorised), title)

    # --- of this dossier -------------------------------------------------------------------------

    def _facts(self) -> dict[str, Fact]:
        if self.session.folder is None:
            return {}
        facts = self.session.rulebook.facts
        return {name: facts[name] for name in (NUMBER, GRANTED, EXPIRES) if name in facts}

    def _show_own(self) -> None:
        facts = self._facts()
        there = facts.keys() >= {NUMBER, GRANTED, EXPIRES}
        self._nothing.setVisible(not there)
        for shown in (self._own, self._after, self._history):
            shown.setVisible(there)
        if not there:
            return
        answers = self.session.dossier.answers
        self.number.name(say(facts[NUMBER].title))
        self._number.setText(answers.get(NUMBER, ""))
        self._doubt(answers.get(NUMBER, ""), facts[NUMBER])
        for field, name in ((self.granted, GRANTED), (self.expires, EXPIRES)):
            field.name(say(facts[name].title))
            field.show_day(_day(answers.get(name, "")))
        for one in (self.number, self.granted, self.expires):
            one.editor.setEnabled(self.session.writable)
        empty(self._events)
        self._drafted.hide()
        assert self.session.folder is not None  # it has the facts of an authorisation
        held = authorised(Seen(self.session.folder.path, self.session.dossier))
        for event in held.events if held else ():
            self._add_event(event)
        self._quiet.setVisible(not (held and held.events))
        self._show_sent()

    def _doubt(self, said: str, fact: Fact) -> None:
        odd = said and fact.pattern and not re.fullmatch(fact.pattern, said)
        words = self.tr("This does not look like an authorisation number; it is kept as it is.")
        self.number.complain(words if odd else "")

    def _add_event(self, event: Event) -> None:
        row = QHBoxLayout()
        margins(row, gap=10)
        top = Qt.AlignmentFlag.AlignTop
        past = event.day < date.today()  # what lies behind depends on the day one looks
        row.addWidget(Glyph("calendar-range" if event.opens else "calendar-days",
                            "text_3" if past else "accent", 16), 0, top)  # fmt: skip
        words = QVBoxLayout()
        margins(words, gap=1)
        when = self.tr("{first} to {last}").format(
            first=day(event.opens) if event.opens else "", last=day(event.day)
        )
        words.addWidget(label("strong", text=when if event.opens else day(event.day)))
        words.addWidget(label("", wraps=True, text=say(event.what)))
        for one in self._remarks(event):
            words.addWidget(label("caption", wraps=True, text=one))
        if _half_yearly(event):
            draft = button("flat", "file-text")
            draft.setText(self.tr("Draft the half-year report…"))
            draft.setAccessibleName(f"{draft.text()} {when}")
            draft.setProperty("month", event.day.isoformat())
            draft.clicked.connect(self._draft)
            beside = QHBoxLayout()
            margins(beside)
            beside.addWidget(draft)
            beside.addStretch()
            words.addLayout(beside)
        row.addLayout(words, 1)
        if event.provisional:
            pill = Pill("warn", "triangle-alert")
            pill.say(self.tr("provisional"))
            row.addWidget(pill, 0, top)
        self._events.addLayout(row)

    def _remarks(self, event: Event) -> Iterator[str]:
        if event.missed:
            yield say(Message("clocks.deadline.missed", {"missed": event.missed}))
        yield f"{event.rule} · {say(event.source)}"

    def _show_sent(self) -> None:
        empty(self._sent)
        sequences = self.session.dossier.sequences
        self._filed.setVisible(not sequences)
        for one in sequences:
            row = QHBoxLayout()
            margins(row, gap=10)
            row.addWidget(Glyph("circle-check", "ok", 15))
            row.addWidget(label("strong", text=one.number))
            kind = say(Message(f"tools.sequence.{one.type}"))
            row.addWidget(label("small", wraps=True, text=" · ".join((kind, one.note))
                                if one.note else kind), 1)  # fmt: skip
            row.addWidget(label("small", text=day(one.filed)))
            self._sent.addLayout(row)

    def _draft(self) -> None:
        month = date.fromisoformat(str(self.sender().property("month")))
        title = self.tr("Save the draft")
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"{month:%Y-%m}.pdf", "PDF (*.pdf)")
        if chosen:
            self.draft(month, Path(chosen))

    def draft(self, month: date, place: Path) -> None:
        """Write the draft of the report that is due in a month."""
        try:
            words = exporting.save(place, half_year_report(self.session.dossier, month))
        except StudioError as refusal:
            words = say(refusal.message)
        self._drafted.setText(words)
        self._drafted.show()

    def _take_number(self) -> None:
        self._answer(NUMBER, self._number.text().strip())

    def _take_granted(self, when: date | None) -> None:
        self._answer(GRANTED, when.isoformat() if when else "")

    def _take_expires(self, when: date | None) -> None:
        self._answer(EXPIRES, when.isoformat() if when else "")

    def _answer(self, name: str, said: str) -> None:
        session, facts = self.session, self._facts()
        if name not in facts or session.dossier.answers.get(name, "") == said:
            return
        assert facts[name].type in {FactType.TEXT, FactType.DATE}  # as every rulebook has them
        book, dossier = session.rulebook, session.dossier
        session.edit(lambda: edits.answer(book, dossier, {name: said}))

    def _to_variations(self) -> None:
        self.session.sought.emit("tools", "variations")

    # --- of all dossiers -------------------------------------------------------------------------

    def _looked(self, found: tuple[Authorised, ...]) -> None:
        self._found = tuple(sorted(found, key=lambda one: (one.expires or date.max, one.name)))
        self._show_others()

    def _show_others(self) -> None:
        empty(self._others)
        self._none.setVisible(not self._found)
        today = date.today()  # the next day depends on the day one looks
        for number, one in enumerate(self._found):
            if number:
                self._others.addWidget(line())
            row = QHBoxLayout()
            margins(row, gap=12)
            row.addWidget(Glyph("badge-check", "accent", 17), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            margins(words, gap=1)
            title = " · ".join(part for part in (one.name, one.number) if part)
            words.addWidget(label("strong", wraps=True, text=title))
            ahead = [event for event in one.events if event.day >= today]
            if ahead:
                said = self.tr("Next: {what}, by {day}")
                words.addWidget(
                    label("small", wraps=True,
                          text=said.format(what=say(ahead[0].what), day=day(ahead[0].day)))
                )  # fmt: skip
            row.addLayout(words, 1)
            until = self.tr("valid until {day}").format(day=day(one.expires)) if one.expires else ""
            row.addWidget(label("small", text=until), 0, Qt.AlignmentFlag.AlignTop)
            self._others.addLayout(row)
