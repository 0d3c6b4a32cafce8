"""The days that follow a dossier: deadlines, certificates that expire, its evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dossier_studio.core.dossier import Document, Dossier
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Message, Parameter, Text, Words
from dossier_studio.law import beside, grammar
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.deadlines import Clock, Deadline, Deadlines, Due, Watch, due
from dossier_studio.law.evaluation import StagePath, evaluation, paths_of
from dossier_studio.law.examined import cited
from dossier_studio.law.fact import typed
from dossier_studio.law.rulebook import Need, Rulebook

MONTHS = 12
YEARS = 5
"""For how long a deadline that falls due every year is told where nothing ends it."""

NO_SOURCE = Text("", "")


@dataclass(frozen=True, slots=True)
class Event:
    """One day of a dossier, or the last day of a window that opens on `opens`.

    `rule` is the deadline behind it, `place` and `document` what it concerns ("" for none).
    """

    day: date
    what: Words
    opens: date | None = None
    rule: str = ""
    place: str = ""
    document: str = ""
    missed: Words | None = None
    provisional: bool = False
    confidence: Confidence = Confidence.HIGH
    source: Text = NO_SOURCE
    notes: tuple[Words, ...] = ()


def timeline(book: Rulebook, dossier: Dossier, rules: Deadlines, clock: Clock) -> tuple[Event, ...]:
    """Return the days of a dossier in their order, each once."""
    made = _Maker(book, dossier, rules, clock)
    told = (*made.evaluation(), *made.certificates(), *made.watched())
    once = {(one.day, one.rule, one.document, repr(one.what)): one for one in told}
    return tuple(once[key] for key in sorted(once))


class _Maker:
    def __init__(self, book: Rulebook, dossier: Dossier, rules: Deadlines, clock: Clock) -> None:
        self._book = book
        self._dossier = dossier
        self._rules = rules
        self._clock = clock
        self._said = {k: v for k, v in dossier.answers.items() if k in book.facts}
        self._answers = typed(book.facts, self._said)
        self._checklist: Checklist = checklist(book, dossier.answers, dossier)

    def evaluation(self) -> Iterator[Event]:
        """Yield the planned filing, and the end of the evaluation that it begins."""
        filing = self._answers.get("filing_date")
        if isinstance(filing, date):
            yield Event(filing, Message("clocks.event.filing"))
        for stage in self._stages():
            if stage.ends and stage.path:
                title = self._book.facts[self._book.stage_fact].title_of(stage.stage)
                said: dict[str, Parameter] = {"stage": title, "days": stage.path.days or 0}
                yield Event(
                    stage.ends.day,
                    Message("clocks.event.evaluated", said),
                    provisional=stage.ends.provisional,
                    confidence=stage.path.confidence,
                    source=cited(stage.path.citations),
                    notes=(Message("clocks.deadline.pauses"),),
                )

    def _stages(self) -> tuple[StagePath, ...]:
        if beside.file_of("paths", self._book.id) is None:
            return ()
        return evaluation(paths_of(self._book), self._book, self._said, self._clock.calendar)

    def certificates(self) -> Iterator[Event]:
        """Yield the day on which each certificate expires."""
        filing = self._answers.get("filing_date")
        ends = max((one.ends.day for one in self._stages() if one.ends), default=None)
        for line in self._checklist.lines:
            if line.branch or line.need is Need.NOT_NEEDED:
                continue
            for document in self._papers(line.id):
                noted = document.certificate
                if noted is None or noted.expires is None:
                    continue
                said: dict[str, Parameter] = {"requirement": line.title, "file": document.name}
                within = isinstance(filing, date) and ends and filing <= noted.expires <= ends
                note = (Message("clocks.event.within"),) if within else ()
                what = Message("clocks.event.expires", said)
                yield Event(noted.expires, what, place=line.id, document=document.key, notes=note)

    def watched(self) -> Iterator[Event]:
        """Yield the deadlines that the dossier's dates start."""
        for watch in self._rules.watches:
            if watch.rulebook == self._book.id and self._counts(watch):
                for start, document in self._starts(watch):
                    for event in self._of(watch, start):
                        place = watch.certificate or watch.expiring
                        yield replace(event, place=place, document=document)

    def _counts(self, watch: Watch) -> bool:
        if not watch.when:
            return True
        named = {name: one.expression for name, one in self._book.conditions.items()}
        expression = grammar.parse(watch.when, self._book.facts, named)
        return expression.judge(self._answers).truth is not False

    def _starts(self, watch: Watch) -> Iterator[tuple[date, str]]:
        answer = self._answers.get(watch.fact)
        if isinstance(answer, date):
            yield answer, ""
        place = watch.certificate or watch.expiring
        for document in self._papers(place) if place else ():
            noted = document.certificate
            day = noted and (noted.issued if watch.certificate else noted.expires)
            if day:
                yield day, document.key

    def _papers(self, name: str) -> Iterator[Document]:
        line = self._checklist.line(name)
        for key in line.documents if line else ():
            document = self._dossier.document(key)
            if document:
                yield document

    def _of(self, watch: Watch, start: date) -> Iterator[Event]:
        row = self._rules.rows[watch.deadline]
        if row.months:
            yield from self._yearly(row, start, self._answers.get(watch.until))
            return
        if watch.due:
            yield _event(row, start)
            return
        try:
            found = due(row, start, self._clock)
            yield _fallen(found)
            if watch.then:
                yield _fallen(due(self._rules.rows[watch.then], found.due, self._clock))
        except WrongUse:
            return  # a row without a duration, or a date beyond all calendars: no day to tell

    def _later(self, start: date) -> date:
        """Return the day some years on, the end of time where there is none."""
        try:
            return self._clock.reached(start, YEARS, "Y").day
        except WrongUse:
            return date.max

    def _yearly(self, row: Deadline, start: date, until: object) -> Iterator[Event]:
        """Yield a window of a month, the same months every year."""
        end = until if isinstance(until, date) else self._later(start)
        for year in range(start.year, min(end.year, date.max.year - 1) + 1):
            for month in row.months:
                opens = date(year, month, 1)
                last = date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(1)
                if start < opens <= end:
                    yield _event(row, last, opens)


def _told(row: Deadline) -> Message:
    return Message("clocks.event.deadline", {"what": row.what, "start": row.start})


def _fallen(found: Due) -> Event:
    return Event(
        day=found.due,
        what=_told(found.deadline),
        opens=found.due_from,
        rule=found.deadline.id,
        missed=found.deadline.missed,
        provisional=found.provisional,
        confidence=found.deadline.confidence,
        source=cited(found.deadline.citations),
        notes=found.notices,
    )


def _event(row: Deadline, day: date, opens: date | None = None) -> Event:
    return Event(
        day=day,
        what=_told(row),
        opens=opens,
        rule=row.id,
        missed=row.missed,
        confidence=row.confidence,
        source=cited(row.citations),
        notes=(row.note,) if row.note else (),
    )
