"""Bookmarks: how many, how deep, and where they lead (NV-01 to NV-10)."""

from __future__ import annotations

from collections.abc import Iterator

from dossier_studio.intake.pdf import scripts
from dossier_studio.intake.pdf.destinations import Destinations, Fault
from dossier_studio.intake.pdf.objects import NO_MARK, Mark, Opened, entry, mark, words

PAGES_WITHOUT = 5
"""A longer document wants bookmarks (NV-01)."""

LEVELS = 4
"""More levels than these are hard to use (NV-02)."""

_CODES = {
    Fault.OTHER_FILE: "NV-03",
    Fault.MISSING: "NV-05",
    Fault.SEVERAL: "NV-06",
    Fault.EXTERNAL: "NV-07",
    Fault.INACTIVE: "NV-08",
    Fault.ABSOLUTE: "NV-09",
    Fault.ZOOM: "NV-10",
}


def bookmarks(opened: Opened, destinations: Destinations) -> tuple[int, int]:
    """Return the number of bookmarks and how many of them lead nowhere, noting their problems."""
    count = broken = deepest = 0
    for item, depth in _items(opened):
        count += 1
        deepest = max(deepest, depth)
        for judged in destinations.judge(item):
            broken += judged.fault is Fault.MISSING
            opened.notes.add(_CODES[judged.fault], detail=_detail(item, judged.detail))
        if scripts.runs(entry(item, "/A"), opened.limits):
            opened.notes.add("PF-07", detail="bookmark")
    if deepest > LEVELS:
        opened.notes.add("NV-02", detail=str(deepest))
    if not count and len(opened.pages) > PAGES_WITHOUT:
        opened.notes.add("NV-01", detail=str(len(opened.pages)))
    return count, broken


def _detail(item: object, target: str) -> str:
    title = words(entry(item, "/Title"))
    return f"“{title}” → {target}" if target else f"“{title}”"


def _items(opened: Opened) -> Iterator[tuple[object, int]]:
    """Yield each bookmark with its level, in the order of the panel.

    An outline is a list of lists by pointers: a loop ends where it comes back, and a level deeper
    than the limit is not entered; both are noted as damage.
    """
    seen: set[Mark] = set()
    waiting = [(entry(entry(opened.root, "/Outlines"), "/First"), 1)]
    count = 0
    while waiting:
        item, depth = waiting.pop()
        if item is None:
            continue
        here = mark(item)
        if here == NO_MARK or here in seen:
            opened.notes.add("PF-20", detail="outline-loop")
            continue
        if count >= opened.limits.items or depth > opened.limits.depth:
            opened.notes.add("PF-20", detail="outline-size")
            continue
        seen.add(here)
        count += 1
        yield item, depth
        waiting.append((entry(item, "/Next"), depth))
        waiting.append((entry(item, "/First"), depth + 1))
