"""Reads the outline of a file as a flat list."""

from __future__ import annotations

from pikepdf import Dictionary, Object

from dossier_studio.assembly.proof.account import Mark
from dossier_studio.assembly.proof.objects import words
from dossier_studio.assembly.proof.places import Places, jump

DEEPEST = 100
MOST = 200_000
"""An outline deeper or longer than these is no person's work, and is cut there."""


def marks(root: Object, places: Places, *, most: int = MOST) -> tuple[Mark, ...]:
    """Return all bookmarks in reading order; an outline that comes back to itself ends there."""
    outlines = root.get("/Outlines")
    first = outlines.get("/First") if isinstance(outlines, Dictionary) else None
    return marks_from(first, places, most=most)


def marks_from(first: object, places: Places, *, most: int = MOST) -> tuple[Mark, ...]:
    """Return a bookmark, those beneath it and those after it, in reading order."""
    found: list[Mark] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(first, 0)]
    while waiting and len(found) < most:
        item, level = waiting.pop()
        if not isinstance(item, Dictionary) or level >= DEEPEST or item.objgen in seen:
            continue
        seen.add(item.objgen)
        found.append(Mark(level, words(item.get("/Title")), places.goal(jump(item))))
        waiting.append((item.get("/Next"), level))
        waiting.append((item.get("/First"), level + 1))
    return tuple(found)
