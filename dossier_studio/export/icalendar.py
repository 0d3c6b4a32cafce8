"""Days as an iCalendar file (RFC 5545); the same days, the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

OCTETS = 75
"""Longest line in octets, its end not counted (RFC 5545, 3.1)."""

PRODUCT = "-//Dossier Studio//Dates//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A whole day with its title and description.

    `key` names it for ever, so that a calendar that takes the file again moves it instead of
    doubling it; `stamp` is when what it rests on was last written (UTC).
    """

    key: str
    day: date
    title: str
    description: str
    stamp: datetime


def icalendar(appointments: Sequence[Appointment], *, name: str) -> bytes:
    """Return a calendar of whole-day events that leave the person free."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for one in appointments:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return b"".join(piece for line in lines for piece in _folded(line))


def _event(one: Appointment) -> list[str]:
    uid = hashlib.sha256(one.key.encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@dossier-studio",
        f"DTSTAMP:{one.stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_day(one.day)}",
        f"DTEND;VALUE=DATE:{_day(one.day + timedelta(1))}",
        f"SUMMARY:{_text(one.title)}",
        *([f"DESCRIPTION:{_text(one.description)}"] if one.description else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """Return words as a TEXT value; what no calendar can hold is left out."""
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", words.replace("\r\n", "\n"))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """Yield the octets of a line, folded between letters and never within one."""
    piece, begun = b"", b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(begun) + len(piece) + len(octets) > OCTETS:
            yield begun + piece + b"\r\n"
            piece, begun = b"", b" "
        piece += octets
    yield begun + piece + b"\r\n"
