"""Draws pages of a source and of the result with a second reader, and compares what is seen.

pypdfium2 is not safe in threads: this runs in worker processes only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from dossier_studio.assembly.proof.account import Difference, Mismatch

Drawn: TypeAlias = Any
"""Something of PDFium's, which has no types of its own."""

FOOT = 25.0
"""Points at the foot and at the head of each page that belong to the stamp."""

LARGEST = 4000.0
"""Points; a page that is longer is drawn smaller."""


@contextmanager
def drawable(file: Path | BinaryIO) -> Iterator[Drawn]:
    """Open a file for drawing, its form fields included."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def pages_in(path: Path) -> int:
    """Return how many pages the second reader finds in a file."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class View:
    """A source and the result side by side; its pages begin at `first` (0) of the result.

    `fields` False leaves out what lies on the page, such as form fields.
    """

    source: Drawn
    result: Drawn
    first: int
    fields: bool = True


def differences(view: View, pages: tuple[int, ...]) -> tuple[Mismatch, ...]:
    """Return which pages (from 0) look or read otherwise than those of the result."""
    found = []
    for page in pages:
        ours = _seen(view.source, page, fields=view.fields)
        theirs = _seen(view.result, view.first + page, fields=view.fields)
        if ours[:2] != theirs[:2]:
            found.append(Mismatch(Difference.PICTURE, page + 1))
        if not _reads_on(ours[2], theirs[2]):
            found.append(Mismatch(Difference.TEXT, page + 1))
    return tuple(found)


def _reads_on(words: str, others: str) -> bool:
    """Return whether words are all still there in their order, a stamp before or among them."""
    lines = iter(others.splitlines())
    return words in others or all(line in lines for line in words.splitlines())


def _seen(document: Drawn, index: int, *, fields: bool) -> tuple[tuple[int, int], bytes, str]:
    """Return size in pixels, pixels between head and foot, and words of a page."""
    page = document[index]
    try:
        scale = min(1.0, LARGEST / max(page.get_size()))
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=fields, draw_annots=fields)
        strip = int(FOOT * scale + 1)
        rows = slice(strip * bitmap.stride, max(0, bitmap.height - strip) * bitmap.stride)
        pixels = bytes(memoryview(bitmap.buffer)[rows])
        text = page.get_textpage()
        said = str(text.get_text_bounded()).rstrip()
        text.close()
        return (bitmap.width, bitmap.height), pixels, said
    finally:
        page.close()
