"""Dates for the person's own calendar, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dossier_studio.core.text import Language, Message
from dossier_studio.host.messages import say
from dossier_studio.workflow.clocks import Lane

_WIDTH = 75
"""Octets of a line before it goes on in the next one."""


def ics(dossier: str, lanes: Sequence[Lane], language: Language) -> bytes:
    """Return the days on which clocks end that nobody has kept yet; the same each time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier Studio//Filing//EN"]
    for lane in lanes:
        if lane.done is None:
            lines += _event(dossier, lane, language)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(dossier: str, lane: Lane, language: Language) -> list[str]:
    title = say(lane.title, language)
    said = {"title": lane.title, "dossier": dossier}
    summary = say(Message("workflow.clocks.event", said), language)
    about = f"{say(lane.detail, language)}\n{say(lane.source, language)}"
    name = "".join(letter for letter in f"{dossier}-{title}".lower() if letter.isalnum())
    return [
        "BEGIN:VEVENT",
        f"UID:{name}-{lane.start:%Y%m%d}@dossier-studio",
        f"DTSTAMP:{lane.start:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{lane.due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{lane.due + timedelta(1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(about)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 octets, no letter torn apart."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _WIDTH:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
