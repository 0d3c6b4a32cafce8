"""The command that lists the days of dossiers, and writes them as a calendar."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dossier_studio.cli.edits import day
from dossier_studio.cli.face import Face
from dossier_studio.core.text import Message
from dossier_studio.host.files import write_aside
from dossier_studio.host.messages import both
from dossier_studio.workflow.dates import Dated, as_calendar
from dossier_studio.workflow.dates import dates as gathered


def dates(said: Namespace, face: Face) -> int:
    """List the days of one dossier or of several."""
    first = day(said.first) if said.first else None
    last = day(said.last) if said.last else None
    found = gathered([Path(folder) for folder in said.dirs], first=first, last=last)
    if said.ics:
        write_aside(Path(said.ics), as_calendar(found, face.language))
    if face.json:
        face.data({"dates": [_shape(one, face) for one in found], "ics": said.ics})
    else:
        _print(found, said.ics, face)
    return 0


def _shape(one: Dated, face: Face) -> dict[str, object]:
    event = one.event
    return {
        "date": str(event.day),
        "opens": str(event.opens) if event.opens else None,
        "dossier": one.dossier,
        "folder": str(one.folder),
        "what": both(event.what).both(),
        "rule": event.rule or None,
        "requirement": event.place or None,
        "missed": both(event.missed).both() if event.missed else None,
        "provisional": event.provisional,
        "confidence": event.confidence,
        "source": event.source.say(face.language),
        "notes": [both(note).both() for note in event.notes],
    }


def _print(found: tuple[Dated, ...], ics: str | None, face: Face) -> None:
    for one in found:
        event = one.event
        rule = f" ({event.rule})" if event.rule else ""
        opens = f"{event.opens} – " if event.opens else ""
        face.line(f"{opens}{event.day}  {one.dossier}: {face.words(event.what)}{rule}")
        missed = event.missed
        if missed:
            said = Message("clocks.deadline.missed", {"missed": missed})
            face.line(f"    {face.words(said)}")
        for note in event.notes:
            face.line(f"    {face.words(note)}")
        if event.provisional:
            face.line(f"    {face.words(Message('clocks.event.provisional'))}")
    if not found:
        face.say("clocks.event.none")
    if ics:
        face.say("clocks.event.written", file=ics)
