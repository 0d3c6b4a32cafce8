"""The calendar file, read back by a small parser that knows RFC 5545 and nothing of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.export.icalendar import Appointment, icalendar

STAMP = datetime(2026, 11, 22, 9, 0, 5, tzinfo=UTC)

Event = dict[str, str]


def parsed(data: bytes) -> tuple[dict[str, str], list[Event]]:
    """Return the properties of a calendar and of its events; fails where RFC 5545 would."""
    assert data.endswith(b"\r\n")
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\n" not in octets and b"\r" not in octets for octets in raw)
    assert all(len(octets) <= 75 for octets in raw)
    for octets in raw:
        octets.decode("utf-8")  # folded between letters
    unfolded: list[str] = []
    for line in data.decode("utf-8").removesuffix("\r\n").split("\r\n"):
        if line.startswith((" ", "\t")):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    calendar: dict[str, str] = {}
    events: list[Event] = []
    stack: list[str] = []
    for line in unfolded:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        else:
            target = events[-1] if stack[-1] == "VEVENT" else calendar
            assert name not in target
            target[name] = value
    assert stack == []
    return calendar, events


def unescaped(text: str) -> str:
    out, letters = "", iter(text)
    for letter in letters:
        if letter == "\\":
            out += {"n": "\n", "N": "\n"}.get(escaped := next(letters), escaped)
        else:
            assert letter not in ";,"
            out += letter
    return out


def one(**changes: object) -> Appointment:
    said: dict[str, object] = {
        "key": "a",
        "day": date(2026, 12, 31),
        "title": "Jamu, impor; 1\\2",
        "description": "Baris satu\nbaris dua",
        "stamp": STAMP,
        **changes,
    }
    return Appointment(**said)  # type: ignore[arg-type]  # the fields above


def test_a_day_lasts_until_the_next() -> None:
    calendar, (event,) = parsed(icalendar([one()], name="Tanggal"))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar["X-WR-CALNAME"] == "Tanggal"
    assert event["DTSTART;VALUE=DATE"] == "20261231"
    assert event["DTEND;VALUE=DATE"] == "20270101"
    assert event["DTSTAMP"] == "20261122T090005Z"
    assert unescaped(event["SUMMARY"]) == "Jamu, impor; 1\\2"
    assert unescaped(event["DESCRIPTION"]) == "Baris satu\nbaris dua"
    assert event["TRANSP"] == "TRANSPARENT"


def test_events_are_named_for_ever() -> None:
    _, first = parsed(icalendar([one(), one(key="b")], name="x"))
    _, moved = parsed(icalendar([one(day=date(2027, 1, 5))], name="x"))
    assert first[0]["UID"] == moved[0]["UID"] != first[1]["UID"]
    assert icalendar([one()], name="x") == icalendar([one()], name="x")


@given(st.text(max_size=200))
def test_any_words_come_back_whole(words: str) -> None:
    data = icalendar([one(title=words, description="")], name="x")
    _, (event,) = parsed(data)
    plain = "".join(
        letter for letter in words.replace("\r\n", "\n")
        if letter == "\n" or not (letter < "\x20" or letter == "\x7f") or letter == "\t"
    )  # fmt: skip
    assert unescaped(event["SUMMARY"]) == plain.encode("utf-8", "replace").decode()
    assert "DESCRIPTION" not in event
