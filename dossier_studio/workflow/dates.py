"""The days of one dossier or of several, in one list, and as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dossier_studio.core.dossier import Identity
from dossier_studio.core.text import Language, Message, Parameter, Words
from dossier_studio.export.icalendar import Appointment, icalendar
from dossier_studio.host.messages import say
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock
from dossier_studio.law.timeline import Event, timeline
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow.dossiers import UNNAMED, rulebook_of


@dataclass(frozen=True, slots=True)
class Dated:
    """One day of one dossier.

    `folder` is where the dossier lies, `origin` names it for ever, `stamp` is its last edit.
    """

    folder: Path
    dossier: str
    origin: str
    stamp: datetime
    event: Event


def dates(
    folders: Sequence[Path], *, first: date | None = None, last: date | None = None
) -> tuple[Dated, ...]:
    """Return the days of dossiers by date, between two days where they are given.

    Raises Unreadable for a folder that holds no dossier.
    """
    rules, days = deadlines(), calendar()
    clock = Clock(days, days.week(rules.week))
    found = []
    for folder in dict.fromkeys(folders):
        with DossierFolder.open(folder, write=False, by=UNNAMED) as opened:
            dossier = opened.dossier
            entries = list(opened.journal())
        identity: Identity = dossier.identity
        for event in timeline(rulebook_of(dossier), dossier, rules, clock):
            found.append(Dated(folder, identity.name, entries[0].hash, entries[-1].when, event))
    kept = [
        one
        for one in found
        if (first is None or one.event.day >= first) and (last is None or one.event.day <= last)
    ]
    return tuple(sorted(kept, key=lambda one: (one.event.day, one.dossier)))


def as_calendar(found: Sequence[Dated], language: Language) -> bytes:
    """Return days as an iCalendar file; a window has its first day and its last."""
    appointments = [appointment for one in found for appointment in _appointments(one, language)]
    ordered = sorted(appointments, key=lambda one: (one.day, one.title, one.key))
    return icalendar(ordered, name=say(Message("clocks.event.calendar"), language))


def _appointments(one: Dated, language: Language) -> list[Appointment]:
    event = one.event
    titles: list[tuple[date, str, Words]] = [(event.day, "last", event.what)]
    if event.opens:
        opens = Message("clocks.event.opens", {"what": event.what})
        titles.insert(0, (event.opens, "first", opens))
    return [
        Appointment(
            key=_key(one, which),
            day=day,
            title=f"{one.dossier}: {say(words, language)}",
            description="\n".join(_described(event, language)),
            stamp=one.stamp,
        )
        for day, which, words in titles
    ]


def _key(one: Dated, which: str) -> str:
    """Name a day by what it concerns, so that it stays the same day when its date moves.

    A month that comes every year is another day each time.
    """
    event = one.event
    opens = event.opens
    month = f"{opens:%Y-%m}" if opens and (opens.year, opens.month) == _month(event.day) else ""
    words = event.what.key if isinstance(event.what, Message) else ""
    return "|".join((one.origin, event.rule, event.place, event.document, words, month, which))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _described(event: Event, language: Language) -> list[str]:
    said: list[Words] = []
    if event.opens:
        said.append(Message("clocks.event.window", {"first": event.opens, "last": event.day}))
    if event.missed:
        said.append(Message("clocks.deadline.missed", {"missed": event.missed}))
    if event.provisional:
        said.append(Message("clocks.event.provisional"))
    said += event.notes
    if event.rule:
        grounds: dict[str, Parameter] = {"rule": event.rule, "source": event.source}
        said.append(Message("clocks.event.ground", grounds))
    return [say(words, language) for words in said]
