"""JavaScript, wherever a PDF may hide it (PF-07)."""

from __future__ import annotations

import pikepdf

from dossier_studio.intake.limits import Limits
from dossier_studio.intake.pdf.objects import (
    NO_MARK,
    Mark,
    Opened,
    elements,
    entries,
    entry,
    mark,
    name,
    pairs,
)

_MOST_EVENTS = 64


def runs(action: object, limits: Limits) -> bool:
    """Whether an action, or one that follows it, is a script."""
    waiting = [action]
    seen: set[Mark] = set()
    for _ in range(limits.items):
        if not waiting:
            return False
        step = waiting.pop()
        here = mark(step)
        if not isinstance(step, pikepdf.Dictionary) or here in seen:
            continue
        if here != NO_MARK:
            seen.add(here)
        if name(entry(step, "/S")) == "/JavaScript" or entry(step, "/JS") is not None:
            return True
        following = entry(step, "/Next")
        waiting.extend(elements(following, limits.items))
        waiting.append(following)
    return False


def react(holder: object, limits: Limits) -> bool:
    """Whether something that happens to a page, annotation, field or file (/AA) runs a script."""
    return any(runs(action, limits) for _, action in entries(entry(holder, "/AA"), _MOST_EVENTS))


def of_document(opened: Opened) -> None:
    """Note the scripts of the catalog and of the pages; links and fields have their own looks."""
    if runs(entry(opened.root, "/OpenAction"), opened.limits):
        opened.notes.add("PF-07", detail="open-action")
    if react(opened.root, opened.limits):
        opened.notes.add("PF-07", detail="document-actions")
    tree = entry(entry(opened.root, "/Names"), "/JavaScript")
    if any(True for _ in pairs(opened, tree)):
        opened.notes.add("PF-07", detail="document")
    for index, page in enumerate(opened.pages):
        if react(page, opened.limits):
            opened.notes.add("PF-07", page=index + 1, detail="page")
