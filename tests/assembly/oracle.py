"""What a strange reader (PDFium) sees in a PDF: links, bookmarks, pictures of pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

Handle: TypeAlias = Any
"""Something of PDFium's, which has no types of its own."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where something leads: page from 0, and the point there as far as it is named."""

    page: int
    left: float | None
    top: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: level from 0, title, goal (None: it leads to no page)."""

    level: int
    title: str
    goal: Goal | None


@contextmanager
def opened(path: Path) -> Iterator[Handle]:
    document = pdfium.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def links(path: Path) -> list[tuple[int, Goal]]:
    """Every link that leads to a page of the file: its own page from 0, and its goal."""
    found = []
    with opened(path) as document:
        for index in range(len(document)):
            page = document[index]
            start, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, start, link):
                goal = _goal(document, raw.FPDFLink_GetDest(document, link))
                if goal is not None:
                    found.append((index, goal))
            page.close()
    return found


def bookmarks(path: Path) -> list[Mark]:
    """Every bookmark in reading order."""
    with opened(path) as document:
        return list(_level(document, None, 0))


def picture(path: Path, index: int, scale: float = 1.0) -> tuple[int, int, bytes]:
    """A page as it is drawn, forms included: width, height, grey bytes row by row."""
    with opened(path) as document:
        document.init_forms()
        page = document[index]
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        page.close()
    return (
        width,
        height,
        b"".join(rows[row * stride : row * stride + width] for row in range(height)),
    )


def text(path: Path, index: int) -> str:
    with opened(path) as document:
        page = document[index]
        words = page.get_textpage()
        said = str(words.get_text_range())
        words.close()
        page.close()
    return said


def _level(document: Handle, parent: Handle, level: int) -> Iterator[Mark]:
    item = raw.FPDFBookmark_GetFirstChild(document, parent)
    while item:
        size = raw.FPDFBookmark_GetTitle(item, None, 0)
        title = ctypes.create_string_buffer(size)
        raw.FPDFBookmark_GetTitle(item, title, size)
        goal = _goal(document, raw.FPDFBookmark_GetDest(document, item))
        yield Mark(level, title.raw[:-2].decode("utf-16-le"), goal)
        yield from _level(document, item, level + 1)
        item = raw.FPDFBookmark_GetNextSibling(document, item)


def _goal(document: Handle, destination: Handle) -> Goal | None:
    if not destination:
        return None
    page = raw.FPDFDest_GetDestPageIndex(document, destination)
    if page < 0:
        return None
    has_x, has_y, has_zoom = (raw.FPDF_BOOL(0) for _ in range(3))
    x, y, zoom = (raw.FS_FLOAT(0) for _ in range(3))
    raw.FPDFDest_GetLocationInPage(destination, has_x, has_y, has_zoom, x, y, zoom)
    return Goal(
        page,
        round(x.value, 2) if has_x.value else None,
        round(y.value, 2) if has_y.value else None,
    )
