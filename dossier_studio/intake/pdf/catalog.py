"""What a PDF says of itself as a whole: version, form, signatures, attachments, first view."""

from __future__ import annotations

import re

import pikepdf

from dossier_studio.intake.pdf import scripts
from dossier_studio.intake.pdf.destinations import ZOOM
from dossier_studio.intake.pdf.objects import (
    NO_MARK,
    Mark,
    Opened,
    elements,
    entry,
    mark,
    name,
    pairs,
    tree,
)

ACCEPTED = ("1.4", "1.5", "1.6", "1.7")
"""Versions that the field takes (PF-04)."""

_VERSION = re.compile(r"^/?(\d)\.(\d)$")


def version(opened: Opened) -> str:
    """Return the version in force: the later of header and catalog (ISO 32000-1, 7.5.2)."""
    header = opened.pdf.pdf_version
    stated = name(entry(opened.root, "/Version")).removeprefix("/")
    later = max(header, stated, key=_order)
    if later not in ACCEPTED:
        opened.notes.add("PF-04", detail=later)
    return later


def _order(text: str) -> tuple[int, int]:
    match = _VERSION.match(text)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def first_view(opened: Opened) -> None:
    """Note PF-12: the bookmark panel opens when there are bookmarks, and no zoom is forced."""
    outline = entry(entry(opened.root, "/Outlines"), "/First") is not None
    mode = name(entry(opened.root, "/PageMode")) or "/UseNone"
    if mode != ("/UseOutlines" if outline else "/UseNone"):
        opened.notes.add("PF-12", detail=mode.removeprefix("/"))
    action = entry(opened.root, "/OpenAction")
    place = list(elements(entry(action, "/D") or action, 5))
    if len(place) > 1 and (name(place[1]) != "/XYZ" or any(place[ZOOM : ZOOM + 1])):
        opened.notes.add("PF-12", detail=name(place[1]).removeprefix("/"))


def plug_ins(opened: Opened) -> None:
    """Note PF-13: a form that only one program shows, or a portfolio."""
    if entry(entry(opened.root, "/AcroForm"), "/XFA") is not None:
        opened.notes.add("PF-13", detail="XFA")
    if entry(opened.root, "/Collection") is not None:
        opened.notes.add("PF-13", detail="Collection")


def embedded_files(opened: Opened, attached: list[object]) -> int:
    """Return how many files are inside, each counted once, and note PF-08.

    They stand in a name tree, in attachment annotations, or are associated with the file (/AF).
    """
    listed = entry(entry(opened.root, "/Names"), "/EmbeddedFiles")
    files = [value for _, value in pairs(opened, listed)]
    files += attached
    files += elements(entry(opened.root, "/AF"), opened.limits.items)
    marks: set[Mark] = {mark(file) for file in files}
    unmarked = sum(mark(file) == NO_MARK for file in files)
    count = len(marks - {NO_MARK}) + unmarked
    if count:
        opened.notes.add("PF-08", detail=str(count))
    return count


def fields(opened: Opened) -> bool:
    """Note scripts of form fields; return whether a signature field is signed, noting PF-14."""
    signed = False
    form = entry(opened.root, "/AcroForm")
    for top in elements(entry(form, "/Fields"), opened.limits.items):
        for field in tree(opened, top, "/Kids"):
            if scripts.react(field, opened.limits) or scripts.runs(
                entry(field, "/A"), opened.limits
            ):
                opened.notes.add("PF-07", detail="field")
            signed = signed or _is_signature(entry(field, "/V"))
    if signed:
        opened.notes.add("PF-14")
    return signed


def _is_signature(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and entry(value, "/ByteRange") is not None
