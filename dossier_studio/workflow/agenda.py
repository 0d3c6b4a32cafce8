"""The open days of a filing for the person's own calendar."""

from __future__ import annotations

from collections.abc import Iterator

from dossier_studio.core.text import Language
from dossier_studio.law.timeline import Event
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow.clocks import Clocks, Lane
from dossier_studio.workflow.dates import Dated, as_calendar


def ics(folder: DossierFolder, found: Clocks, language: Language) -> bytes:
    """Return clocks that nobody has kept yet, and the days that follow, as an iCalendar file."""
    entries = list(folder.journal())
    name, origin, stamp = folder.dossier.identity.name, entries[0].hash, entries[-1].when
    return as_calendar(
        [Dated(folder.path, name, origin, stamp, event) for event in _events(found)], language
    )


def _events(found: Clocks) -> Iterator[Event]:
    for place, lane in enumerate(found.lanes):
        if lane.done is None:
            yield _event(lane, f"clock-{place}")
    yield from found.events


def _event(lane: Lane, place: str) -> Event:
    return Event(
        day=lane.due,
        what=lane.title,
        opens=lane.soft,
        place=place,
        provisional=lane.provisional,
        confidence=lane.confidence,
        source=lane.source,
        notes=(lane.detail,),
    )
