"""Working days: which days an authority or a company works, counted forward and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Text
from dossier_studio.law import papers, source
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes

FILE = "calendars/id.xml"
FURTHEST = 4_000
"""Days that a count may go; far more than any deadline of the law."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off: its kind, its name, and whether its date is only estimated."""

    day: date
    kind: str
    name: Text
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Whose days are counted: the weekdays worked (Monday is 1) and the kinds of holiday kept."""

    id: str
    title: Text
    works: frozenset[int]
    keeps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reached:
    """A counted day; `provisional` when the count ran through a year that no decree has fixed.

    `estimated` are the holidays on the way whose date is only estimated.
    """

    day: date
    provisional: bool = False
    estimated: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays of a country, with what is known of each year."""

    id: str
    title: Text
    source: Text
    weeks: Mapping[str, Week]
    kinds: Mapping[str, Text]
    holidays: Mapping[date, tuple[Holiday, ...]]
    years: frozenset[int]
    decreed: frozenset[int]

    @property
    def last_decreed(self) -> int:
        """The last year whose joint leave is known from its decree."""
        return max(self.decreed, default=0)

    def week(self, name: str) -> Week:
        """Return whose days are counted; raises WrongUse naming those there are."""
        if name not in self.weeks:
            raise WrongUse("clocks.calendar.unknown", name=name, known=Choice(tuple(self.weeks)))
        return self.weeks[name]

    def works(self, day: date, week: Week) -> bool:
        """Return whether a day is worked."""
        if day.isoweekday() not in week.works:
            return False
        return not any(one.kind in week.keeps for one in self.holidays.get(day, ()))

    def working_days(self, year: int, week: Week) -> int:
        """Return how many days of a year are worked."""
        first = date(year, 1, 1)
        days = (first + timedelta(one) for one in range((date(year, 12, 31) - first).days + 1))
        return sum(self.works(day, week) for day in days)

    def count(self, start: date, days: int, week: Week) -> Reached:
        """Return the working day so many after a day (before it, when negative).

        The day itself is day 0, whether it is worked or not.
        """
        if abs(days) > FURTHEST:
            raise WrongUse("clocks.calendar.too-far", days=days, limit=FURTHEST)
        step = timedelta(1 if days > 0 else -1)
        day, left = start, abs(days)
        years, guessed = {start.year}, []
        while left:
            try:
                day += step
            except OverflowError:
                raise WrongUse("clocks.calendar.end-of-time", date=str(start)) from None
            years.add(day.year)
            guessed += self._estimated(day, week)
            left -= self.works(day, week)
        return Reached(day, not years <= self.decreed, tuple(guessed))

    def _estimated(self, day: date, week: Week) -> list[Holiday]:
        listed = self.holidays.get(day, ())
        return [one for one in listed if one.estimated and one.kind in week.keeps]


def calendar() -> Calendar:
    """Return the calendar: the person's own copy where there is one."""
    return papers.kept(papers.edition(FILE), load)


def load(file: Path) -> Calendar:
    """Return the calendar of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: Path) -> tuple[Calendar | None, tuple[Mistake, ...]]:
    """Return a calendar and all mistakes of its file."""
    opened = source.opened(file, "calendar")
    if opened.mistakes:
        return None, opened.mistakes
    notes = Notes([])
    return _calendar(opened.root, notes), tuple(notes.found)


def _calendar(root: Element, notes: Notes) -> Calendar:
    years = {int(one.get("number", "0")): one for one in root.iterfind("year")}
    names = {one.get("id", ""): source.title_of(one) for one in root.iterfind("holiday")}
    holidays: dict[date, tuple[Holiday, ...]] = {}
    for year, element in years.items():
        for one in element.iterfind("day"):
            found = _holiday(one, names)
            if found.day.year != year:
                notes.add(one, "clocks.calendar.other-year", date=found.day, year=str(year))
            holidays[found.day] = (*holidays.get(found.day, ()), found)
    kinds = {one.get("id", ""): source.title_of(one) for one in root.iterfind("kind")}
    return Calendar(
        id=root.get("id", ""),
        title=source.title_of(root),
        source=papers.sources_of(root)[root.get("source", "")].title,
        weeks={one.get("id", ""): _week(one, kinds, notes) for one in root.iterfind("week")},
        kinds=kinds,
        holidays=dict(sorted(holidays.items())),
        years=frozenset(years),
        decreed=frozenset(year for year, one in years.items() if source.yes(one, "decreed")),
    )


def _holiday(element: Element, names: Mapping[str, Text]) -> Holiday:
    return Holiday(
        day=date.fromisoformat(element.get("date", "")),
        kind=element.get("kind", ""),
        name=names[element.get("name", "")],
        estimated=source.yes(element, "estimated"),
    )


def _week(element: Element, kinds: Mapping[str, Text], notes: Notes) -> Week:
    keeps = source.listed(element, "keeps")
    for kind in keeps:
        if kind not in kinds:
            notes.add(element, "clocks.calendar.no-kind", kind=kind)
    return Week(
        id=element.get("id", ""),
        title=source.title_of(element),
        works=frozenset(int(one) for one in source.listed(element, "works")),
        keeps=frozenset(keeps),
    )
