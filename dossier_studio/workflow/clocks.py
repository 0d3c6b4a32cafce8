"""The clocks that run from a filing: payment, evaluation with its standstills, additional data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dossier_studio.core.dossier import Dossier, Receipt
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.law.calendar import Calendar, Holiday, Week, calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock, Deadlines, due
from dossier_studio.law.evaluation import StagePath, evaluation, paths_of
from dossier_studio.law.examined import FILING_DATE, cited
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.law.timeline import Event, timeline

_PAYMENT = {"id.bpom.drug": "DL-40", "id.bpom.traditional": "DL-33"}
_DATA = {
    ("id.bpom.drug", "pre-registration"): ("DL-38",),
    ("id.bpom.drug", "registration"): ("DL-39",),
    ("id.bpom.traditional", ""): ("DL-30", "DL-31"),
}
"""Which deadline of the rules a step of the filing starts; rounds beyond the last take the last."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """Days on which the authority's clock does not run; `end` None while nothing is answered."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One clock: what it is, from when to when, and on what that rests.

    `soft` where a range begins before `due`; `done` the day on which it was kept; `assumed`:
    the rule does not say working or calendar days. `paused` are its standstills; `about` names the
    row of the rules. `ours` where the applicant has to act, not the authority.
    """

    title: Words
    detail: Words
    start: date
    due: date
    unit: str
    confidence: Confidence
    source: Text
    about: Text | None = None
    soft: date | None = None
    done: date | None = None
    provisional: bool = False
    assumed: bool = False
    paused: tuple[Standstill, ...] = ()
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Clocks:
    """All lanes, from where they count, and the calendar that they count by.

    `planned`: nothing has been received yet, so all counts from the planned filing date.
    `events` are the other days that follow, certificates that expire among them.
    """

    lanes: tuple[Lane, ...]
    events: tuple[Event, ...]
    start: date | None
    planned: bool
    days: Calendar
    week: Week

    @property
    def provisional(self) -> bool:
        """Whether a count runs through a year whose calendar is not decreed."""
        return any(one.provisional for one in self.lanes)

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Return the days off between two days, that would be worked otherwise."""
        return tuple(
            one
            for day, found in self.days.holidays.items()
            if first <= day <= last and day.isoweekday() in self.week.works
            for one in found[:1]
            if one.kind in self.week.keeps
        )


def clocks(rulebook: Rulebook, dossier: Dossier) -> Clocks:
    """Return the clocks of the sequence filed last, or planned."""
    rules, days = deadlines(), calendar()
    clock = Clock(days, days.week(rules.week))
    receipt = _receipt(dossier)
    start, planned = _start(dossier, receipt)
    lanes: list[Lane] = []
    try:
        lanes += _payment(rulebook, rules, receipt, clock)
        if start is not None:
            lanes += _evaluation(rulebook, dossier, start, clock)
        lanes += _data(rulebook, dossier, rules, clock)
    except WrongUse:
        pass  # a date beyond the calendar has no deadline to show
    events = _events(rulebook, dossier, rules, clock)
    return Clocks(tuple(lanes), events, start, planned, days, clock.week)


def _events(
    rulebook: Rulebook, dossier: Dossier, rules: Deadlines, clock: Clock
) -> tuple[Event, ...]:
    """Return the days that no lane tells already."""
    told = {"clocks.event.filing", "clocks.event.evaluated"}
    return tuple(
        one
        for one in timeline(rulebook, dossier, rules, clock)
        if not (isinstance(one.what, Message) and one.what.key in told)
    )


def filed(dossier: Dossier) -> str:
    """Return the sequence that began what runs now; the one being prepared where none is sent."""
    begun = [one.number for one in dossier.sequences if one.type != "additional-data"]
    return begun[-1] if begun else dossier.next_sequence


def _receipt(dossier: Dossier) -> Receipt:
    return dossier.receipt(filed(dossier))


def _start(dossier: Dossier, receipt: Receipt) -> tuple[date | None, bool]:
    if receipt.received is not None:
        return receipt.received, False
    sent = next((one for one in dossier.sequences if one.number == receipt.sequence), None)
    if sent is not None:
        return sent.filed, False
    answer = dossier.answers.get(FILING_DATE)
    return (date.fromisoformat(answer) if answer else None), True


def _payment(
    rulebook: Rulebook, rules: Deadlines, receipt: Receipt, clock: Clock
) -> Iterator[Lane]:
    row = _PAYMENT.get(rulebook.id)
    if row is None or receipt.ordered is None:
        return
    found = due(rules.row(row), receipt.ordered, clock)
    yield Lane(
        title=Message("workflow.clocks.payment"),
        detail=_span(found.deadline.span.to if found.deadline.span else 0, found.unit),
        start=receipt.ordered,
        due=found.due,
        unit=found.unit,
        confidence=found.deadline.confidence,
        source=cited(found.deadline.citations),
        done=receipt.paid,
        provisional=found.provisional,
        assumed=found.deadline.assumed,
    )


def _evaluation(
    rulebook: Rulebook, dossier: Dossier, start: date, clock: Clock
) -> Iterator[Lane]:
    try:
        paths = paths_of(rulebook)
    except WrongUse:
        return
    stage = dossier.answers.get(rulebook.stage_fact, "")
    found: tuple[StagePath, ...] = evaluation(paths, rulebook, dossier.answers, clock.calendar)
    path = next((one.path for one in found if one.stage == stage and one.path), None)
    if path is None or path.days is None:
        return
    pauses = tuple(Standstill(one.asked, one.answered) for one in dossier.rounds)
    stood = sum(_worked(clock, one) for one in pauses)
    last = clock.calendar.count(start, path.days + stood, clock.week)
    first = clock.calendar.count(start, path.least + stood, clock.week) if path.least else None
    yield Lane(
        title=Message("workflow.clocks.evaluation"),
        detail=_span(path.days, "WD", least=path.least),
        about=path.title,
        start=start,
        due=last.day,
        unit="WD",
        confidence=path.confidence,
        source=cited(path.citations),
        soft=first.day if first else None,
        provisional=last.provisional,
        paused=pauses,
        ours=False,
    )


def _worked(clock: Clock, stop: Standstill) -> int:
    """Return the working days of a standstill, which the authority's clock leaves out."""
    if stop.end is None:
        return 0
    days = (stop.start + timedelta(one) for one in range(1, (stop.end - stop.start).days + 1))
    return sum(clock.calendar.works(day, clock.week) for day in days)


def _data(
    rulebook: Rulebook, dossier: Dossier, rules: Deadlines, clock: Clock
) -> Iterator[Lane]:
    stage = dossier.answers.get(rulebook.stage_fact, "")
    rows = _DATA.get((rulebook.id, stage)) or _DATA.get((rulebook.id, ""), ())
    for one in dossier.rounds if rows else ():
        found = due(rules.row(rows[min(one.number, len(rows)) - 1]), one.asked, clock)
        yield Lane(
            title=Message("workflow.clocks.data", {"number": one.number}),
            detail=_span(found.deadline.span.to if found.deadline.span else 0, found.unit),
            start=one.asked,
            due=found.due,
            unit=found.unit,
            confidence=found.deadline.confidence,
            source=cited(found.deadline.citations),
            done=one.answered,
            provisional=found.provisional,
            assumed=found.deadline.assumed,
        )


def _span(count: int, unit: str, *, least: int | None = None) -> Message:
    days = Message(f"clocks.unit.{unit}")
    if least is None:
        return Message("workflow.clocks.span", {"count": count, "unit": days})
    return Message("workflow.clocks.range", {"least": least, "count": count, "unit": days})
