"""Dates as people write them: 18-01-2027, 18/1/27, 18 Jan 2027, 2027-01-18."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan januari january", "feb februari february pebruari", "mar maret march",
            "apr april", "mei may", "jun juni june", "jul juli july",
            "agu agustus aug august ags agt", "sep september sept", "okt oktober oct october",
            "nov november nopember", "des desember dec december",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip

_CENTURY = 2000
_SHORT_YEAR = 100


class NoSuchDay(ValueError):
    """The text has a day, a month and a year, but the calendar has no such day."""


def read(text: str) -> date | None:
    """Return the date that a text means, None for an empty one.

    Raises NoSuchDay where the parts are clear but name no day, ValueError where they are not.
    """
    words = [word for word in re.split(r"[\s,./-]+", text.strip().lower()) if word]
    if not words:
        return None
    if len(words) == 1 and re.fullmatch(r"\d{8}", words[0]):
        words = _packed(words[0])
    first, month, last = (_number(word) for word in _three(words))
    day, year = (last, first) if first >= _SHORT_YEAR else (first, last)
    year += _CENTURY if year < _SHORT_YEAR else 0
    try:
        return date(year, month, day)
    except ValueError as trouble:
        raise NoSuchDay(text) from trouble


def shown(day: date | None) -> str:
    """Return a date as its field shows it, dd-MM-yyyy."""
    return f"{day:%d-%m-%Y}" if day else ""


def _packed(digits: str) -> list[str]:
    if digits.startswith(("19", "20")) and int(digits[4:6]) <= len(set(_MONTHS.values())):
        return [digits[:4], digits[4:6], digits[6:]]
    return [digits[:2], digits[2:4], digits[4:]]


def _three(words: list[str]) -> tuple[str, str, str]:
    first, month, last = words  # ValueError when they are not three
    return first, month, last


def _number(word: str) -> int:
    return _MONTHS[word] if word in _MONTHS else int(word)
