"""Reads PDF objects that may be anything: what is not as it should be reads as None."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pikepdf

from dossier_studio.intake.limits import Limits
from dossier_studio.intake.notes import Notes

Mark = tuple[int, int]
"""Object and generation number; NO_MARK for an object that has none."""

NO_MARK: Mark = (0, 0)

_LARGEST = 1e9


@dataclass(frozen=True, slots=True)
class Opened:
    """An open PDF and what each look at it needs; `numbers` gives a page's 1-based number."""

    pdf: pikepdf.Pdf
    root: object
    pages: tuple[pikepdf.Object, ...]
    numbers: dict[Mark, int]
    notes: Notes
    limits: Limits


def entry(thing: object, key: str) -> object:
    """Return the value under a key, None where there is none or `thing` holds no keys."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return None
    try:
        return thing.get(key)
    except (pikepdf.PdfError, ValueError):
        return None


def entries(thing: object, most: int) -> Iterator[tuple[str, object]]:
    """Yield at most `most` keys with their values."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    for count, key in enumerate(sorted(thing.keys())):
        if count >= most:
            return
        yield key, entry(thing, key)


def elements(thing: object, most: int) -> Iterator[object]:
    """Yield at most `most` elements of an array; nothing when it is none."""
    if not isinstance(thing, pikepdf.Array):
        return
    for index in range(min(len(thing), most)):
        try:
            yield thing[index]
        except (pikepdf.PdfError, ValueError):
            yield None


def mark(thing: object) -> Mark:
    """Return what tells one indirect object from another."""
    return thing.objgen if isinstance(thing, pikepdf.Object) else NO_MARK


def name(thing: object) -> str:
    """Return a name with its slash, "" for anything else."""
    return str(thing) if isinstance(thing, pikepdf.Name) else ""


def words(thing: object) -> str:
    """Return a string or name as text, "" for anything else."""
    if not isinstance(thing, pikepdf.String | pikepdf.Name):
        return ""
    try:
        return str(thing)
    except (UnicodeDecodeError, ValueError):
        return bytes(thing).decode("latin-1") if isinstance(thing, pikepdf.String) else ""


def number(thing: object) -> float | None:
    """Return a finite number, None for anything else (a truth value is none)."""
    if isinstance(thing, bool) or not isinstance(thing, int | float | Decimal):
        return None
    value = float(thing)
    return value if abs(value) < _LARGEST else None


def tree(opened: Opened, root: object, children: str) -> Iterator[object]:
    """Yield the nodes of a tree, parents first; loops, depth and count are bounded."""
    waiting = [(root, 0)]
    seen: set[Mark] = set()
    count = 0
    while waiting and count < opened.limits.items:
        node, depth = waiting.pop()
        here = mark(node)
        if here in seen or depth > opened.limits.depth:
            continue
        if here != NO_MARK:
            seen.add(here)
        count += 1
        yield node
        below = list(elements(entry(node, children), opened.limits.items - count))
        waiting.extend((child, depth + 1) for child in reversed(below))


def pairs(opened: Opened, root: object) -> Iterator[tuple[bytes, object]]:
    """Yield key and value of each leaf of a name tree."""
    for node in tree(opened, root, "/Kids"):
        key: bytes | None = None
        for element in elements(entry(node, "/Names"), 2 * opened.limits.items):
            if key is None:
                key = bytes(element) if isinstance(element, pikepdf.String) else b""
            else:
                yield key, element
                key = None
