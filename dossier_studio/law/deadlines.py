"""Deadlines as the data gives them, and the days on which they fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Message, Text, Words
from dossier_studio.law.calendar import Calendar, Holiday, Reached, Week
from dossier_studio.law.dates import months_after
from dossier_studio.law.rulebook import Citation

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Actor:
    """Who has to act."""

    id: str
    title: Text
    authority: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A count from a day: to its last day, and in a range from its first; negative is before."""

    unit: str
    to: int
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One row of the deadlines.

    `span` is None for a row without a duration: it falls `on` a fixed day, or `reason` says why
    nothing can be counted. `also` is a second count that the source gives beside it. `assumed`:
    the source says "days" and no more. `months` are those of each year in which it falls due.
    `group` is the row whose alternative this is, or "".
    """

    id: str
    group: str
    actor: Actor
    start: Text
    what: Text
    missed: Text | None
    reason: Text | None
    note: Text | None
    span: Span | None
    also: Span | None
    on: date | None
    assumed: bool
    months: tuple[int, ...]
    extensions: int
    pauses: bool
    superseded_by: str
    valid_from: str
    valid_to: str
    confidence: Confidence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """A date that a dossier holds and the deadline it starts.

    The date is that of an answer (`fact`), of a certificate's issue (`certificate`) or of its
    expiry (`expiring`); `due` says that it is the deadline's last day itself. `then` is the
    deadline that starts on the last day of this one. `until` is the fact with whose date a
    deadline ends that falls due every year.
    """

    rulebook: str
    fact: str
    certificate: str
    expiring: str
    deadline: str
    due: bool
    until: str
    then: str
    when: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """All deadlines, the week by which working days count, and the dates to watch in dossiers."""

    version: str
    week: str
    rows: Mapping[str, Deadline]
    watches: tuple[Watch, ...]

    def row(self, name: str) -> Deadline:
        """Return a deadline by id.

        Raises WrongUse when there is none, or when the id stands for several alternatives.
        """
        if name in self.rows:
            return self.rows[name]
        alternatives = tuple(one.id for one in self.rows.values() if name and one.group == name)
        if alternatives:
            raise WrongUse("clocks.deadline.choose", rule=name, choices=Choice(alternatives))
        raise WrongUse("clocks.deadline.unknown", rule=name)


@dataclass(frozen=True, slots=True)
class Due:
    """The day on which a deadline falls; `due_from` is the first day of a range.

    `also` is the day by the second count. `provisional`: a year on the way has no decreed
    calendar. `estimated` are holidays on the way whose date is only estimated.
    """

    deadline: Deadline
    start: date
    due: date
    due_from: date | None
    also: date | None
    provisional: bool
    estimated: tuple[Holiday, ...]
    notices: tuple[Words, ...]

    @property
    def unit(self) -> str:
        """What was counted: WD, CD, M or Y; "date" for a fixed day."""
        return self.deadline.span.unit if self.deadline.span else "date"


@dataclass(frozen=True, slots=True)
class Clock:
    """Counts days, months and years; working days by one week of a calendar."""

    calendar: Calendar
    week: Week

    def reached(self, start: date, count: int, unit: str) -> Reached:
        """Return the day so many units after a day; raises WrongUse beyond the year 9999."""
        try:
            match unit:
                case "WD":
                    return self.calendar.count(start, count, self.week)
                case "CD":
                    return Reached(start + timedelta(count))
                case "M":
                    return Reached(months_after(start, count))
                case _:
                    return Reached(months_after(start, count * MONTHS_OF_A_YEAR))
        except (OverflowError, ValueError):
            raise WrongUse("clocks.calendar.end-of-time", date=str(start)) from None


def due(deadline: Deadline, start: date, clock: Clock) -> Due:
    """Return when a deadline falls that starts on a day, which is day 0.

    Raises WrongUse for a row without a duration, with its reason, and beyond the year 9999.
    """
    span = deadline.span
    if deadline.on is not None:
        return Due(
            deadline, start, deadline.on, None, None,
            provisional=False, estimated=(), notices=_notices(deadline),
        )  # fmt: skip
    if span is None:
        reason = deadline.reason or deadline.what
        raise WrongUse("clocks.deadline.no-duration", rule=deadline.id, reason=reason)
    last = clock.reached(start, span.to, span.unit)
    first = None if span.start is None else clock.reached(start, span.start, span.unit)
    second = deadline.also
    also = clock.reached(start, second.to, second.unit) if second else None
    counted = [one for one in (last, first, also) if one is not None]
    return Due(
        deadline=deadline,
        start=start,
        due=last.day,
        due_from=first.day if first else None,
        also=also.day if also else None,
        provisional=any(one.provisional for one in counted),
        estimated=_by_day(day for one in counted for day in one.estimated),
        notices=_notices(deadline),
    )


def _by_day(holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
    return tuple(sorted(dict.fromkeys(holidays), key=lambda one: one.day))


def _notices(deadline: Deadline) -> tuple[Words, ...]:
    found: list[Words] = []
    if deadline.assumed:
        kind = "authority" if deadline.actor.authority else "applicant"
        found.append(Message(f"clocks.deadline.assumed-{kind}", {"actor": deadline.actor.title}))
    if deadline.superseded_by:
        said = {"rule": deadline.id, "by": deadline.superseded_by}
        found.append(Message("clocks.deadline.superseded", said))
    if deadline.extensions:
        found.append(Message("clocks.deadline.extensions", {"count": deadline.extensions}))
    if deadline.pauses and deadline.actor.authority:
        found.append(Message("clocks.deadline.pauses"))
    if deadline.note:
        found.append(deadline.note)
    return tuple(found)
