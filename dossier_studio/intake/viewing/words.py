"""Finds words in the text of a page: case, accents and line ends do not matter."""

from __future__ import annotations

import unicodedata
from functools import cache

_HYPHEN = "\x02"
"""What pdfium writes for a hyphen at the end of a line, where a word goes on in the next one."""


@cache
def plain(letter: str) -> str:
    """Return one letter without case and accent; always exactly one, so that places are kept."""
    if letter == _HYPHEN:
        return "-"
    if letter.isspace() or letter == "\0":
        return " "
    bare = unicodedata.normalize("NFKD", letter)[0].casefold()
    return bare[0] if bare else letter


def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return text as it is compared, and of each of its letters the place in the text given.

    Runs of spaces and line ends become one space.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        one = plain(letter)
        if one == " " and (not letters or letters[-1] == " "):
            continue
        letters.append(one)
        places.append(place)
    return "".join(letters), tuple(places)


def found(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where words stand in a text, as places of the first letter and after the last."""
    wanted = folded(words)[0].strip()
    if not wanted:
        return ()
    compared, places = folded(text)
    hits, start = [], compared.find(wanted)
    while start >= 0:
        hits.append((places[start], places[start + len(wanted) - 1] + 1))
        start = compared.find(wanted, start + len(wanted))
    return tuple(hits)
