"""Sizes of pages as a reader sees them."""

from __future__ import annotations

from dossier_studio.core.file import PageSize
from dossier_studio.intake.pdf.objects import Opened, elements, entry, number

A4 = (595.276, 841.89)
LETTER = (612.0, 792.0)
A3 = (841.89, 1190.551)
TOLERANCE = 5.0
"""Points by which a page may differ from A4 or Letter (PF-15)."""

_CORNERS = 4
_QUARTER_TURN = 90
_Box = tuple[float, float, float, float]


def page_sizes(opened: Opened) -> tuple[PageSize, ...]:
    """Return the distinct sizes in the order of their first page, and note PF-15.

    Drawings of A3 and larger are meant to be large and are left in peace.
    """
    sizes: dict[PageSize, None] = {}
    for index, page in enumerate(opened.pages):
        size = _size(page)
        sizes[size] = None
        if not _usual(size):
            detail = f"{size.width:g} × {size.height:g} pt"
            opened.notes.add("PF-15", page=index + 1, detail=detail)
    return tuple(sizes)


def _size(page: object) -> PageSize:
    """CropBox within MediaBox, times UserUnit, turned by Rotate (ISO 32000-1, 14.11.2, table 30).

    Inherited values were pushed down to the page when the file was opened. Readers show a page
    without a usable MediaBox as Letter.
    """
    media = _box(entry(page, "/MediaBox")) or (0.0, 0.0, *LETTER)
    crop = _box(entry(page, "/CropBox"))
    seen = (_common(media, crop) if crop else None) or media
    unit = number(entry(page, "/UserUnit")) or 1.0
    width, height = ((seen[i + 2] - seen[i]) * unit for i in (0, 1))
    turned = number(entry(page, "/Rotate")) or 0.0
    if turned / _QUARTER_TURN % 2 == 1:
        width, height = height, width
    return PageSize(round(width, 2), round(height, 2))


def _box(thing: object) -> _Box | None:
    corners = [number(element) for element in elements(thing, _CORNERS + 1)]
    known = [corner for corner in corners if corner is not None]
    if len(corners) != _CORNERS or len(known) != _CORNERS:
        return None
    left, right = sorted((known[0], known[2]))
    bottom, top = sorted((known[1], known[3]))
    return (left, bottom, right, top) if right > left and top > bottom else None


def _common(one: _Box, other: _Box) -> _Box | None:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if right > left and top > bottom else None


def _usual(size: PageSize) -> bool:
    short, long = sorted((size.width, size.height))
    if short >= A3[0] - TOLERANCE and long >= A3[1] - TOLERANCE:
        return True
    return any(
        abs(short - sheet[0]) <= TOLERANCE and abs(long - sheet[1]) <= TOLERANCE
        for sheet in (A4, LETTER)
    )
