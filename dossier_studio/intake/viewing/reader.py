"""What runs in the viewing process: pdfium answers one question after another."""

from __future__ import annotations

import contextlib
import ctypes
import math
import sys
from array import array
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dossier_studio.core.file import PageSize
from dossier_studio.intake.limits import MEBIBYTE, Limits
from dossier_studio.intake.viewing import words
from dossier_studio.intake.viewing.questions import (
    Answer,
    AskHits,
    AskLetters,
    AskPicture,
    AskShape,
    Failure,
    Hit,
    Hits,
    Letters,
    Picture,
    Question,
    Shape,
    Trouble,
    answer_sent,
    question_of,
)
from dossier_studio.intake.worker import confine

KEPT = 64 * MEBIBYTE
"""A file up to this size is kept in memory; a larger one is opened for each question anew.

Either way no file stays open: Windows would refuse to move or remove it.
"""

MOST_PIXELS = 40_000_000
MOST_LETTERS = 200_000
_HALVES = range(0xD800, 0xE000)
_FINE = 100
"""Parts of a point in which a letter's place is worked out."""


def serve(pipe: Connection, limits: Limits) -> None:
    """Answer until the pipe closes."""
    confine(limits)
    reader = Reader(limits)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            question = question_of(pipe.recv_bytes())
            head, body = answer_sent(reader.answer(question))
            pipe.send_bytes(head)
            pipe.send_bytes(body)


class Reader:
    """Reads PDF files; the one asked about last is at hand."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._path = Path()
        self._kept: Any = None

    def answer(self, question: Question) -> Answer:
        """Return what is asked, or why that cannot be told."""
        try:
            with self._opened(question.path) as pdf:
                return _answered(pdf, question, self._limits)
        except OSError:
            return Failure(Trouble.LOST)
        except pypdfium2.PdfiumError:
            return Failure(_why())

    @contextlib.contextmanager
    def _opened(self, path: Path) -> Iterator[Any]:
        if path != self._path:
            self._forget()
        if self._kept is not None:
            yield self._kept
            return
        if path.stat().st_size <= KEPT:
            self._kept = _document(path.read_bytes())
            self._path = path
            yield self._kept
            return
        pdf = _document(path)
        try:
            yield pdf
        finally:
            pdf.close()

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._kept, self._path = None, Path()


def _document(source: bytes | Path) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    pdf = pypdfium2.PdfDocument(source)
    with contextlib.suppress(pypdfium2.PdfiumError):
        pdf.init_forms()  # what has been typed into a form is seen as well
    return pdf


def _why() -> Trouble:
    locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
    return Trouble.LOCKED if locked else Trouble.DAMAGED


def _answered(pdf: Any, question: Question, limits: Limits) -> Answer:  # noqa: ANN401  # no types
    match question:
        case AskShape():
            count = min(len(pdf), limits.items)
            return Shape(tuple(_size(pdf, page) for page in range(count)))
        case AskPicture(page=page, scale=scale):
            return _picture(pdf, page, scale)
        case AskLetters(page=page):
            return _letters(pdf, page)
        case AskHits(words=said, first=first, last=last):
            pages = range(first, min(last, len(pdf)))
            return Hits(tuple(hit for page in pages for hit in _hits(pdf, page, said)))


def _size(pdf: Any, page: int) -> PageSize:  # noqa: ANN401  # no types
    try:
        width, height = pdf.get_page_size(page)
    except pypdfium2.PdfiumError:
        width, height = 595.0, 842.0  # an unreadable page keeps its place, on A4
    return PageSize(max(float(width), 1.0), max(float(height), 1.0))


def _picture(pdf: Any, index: int, scale: float) -> Picture:  # noqa: ANN401  # no types
    page = pdf[index]
    try:
        width, height = page.get_size()
        largest = math.sqrt(MOST_PIXELS / max(width * height, 1.0))
        bitmap = page.render(
            scale=min(scale, largest), rev_byteorder=False, prefer_bgrx=True,
            fill_color=(255, 255, 255, 255), draw_annots=True,
        )  # fmt: skip
        pixels = bytes(bitmap.buffer)
        row = 4 * bitmap.width
        if bitmap.stride != row:
            rows = range(bitmap.height)
            pixels = b"".join(pixels[bitmap.stride * y :][:row] for y in rows)
        return Picture(bitmap.width, bitmap.height, pixels)
    finally:
        page.close()


def _hits(pdf: Any, page: int, said: str) -> Iterator[Hit]:  # noqa: ANN401  # no types
    try:
        text = _letters(pdf, page, placed=False).text
    except pypdfium2.PdfiumError:
        return  # a page that does not load says nothing; the others are searched
    for start, end in words.found(text, said):
        yield Hit(page, start, end)


def _letters(pdf: Any, index: int, *, placed: bool = True) -> Letters:  # noqa: ANN401  # no types
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            count = min(max(text.count_chars(), 0), MOST_LETTERS)
            said = "".join(_letter(text, place) for place in range(count))
            return Letters(said, _boxes(page, text, count) if placed else ())
        finally:
            text.close()
    finally:
        page.close()


def _letter(text: Any, place: int) -> str:  # noqa: ANN401  # no types
    code = pdfium.FPDFText_GetUnicode(text, place)
    return "\ufffd" if code in _HALVES or code > sys.maxunicode else chr(code)


def _boxes(page: Any, text: Any, count: int) -> array[float]:  # noqa: ANN401  # no types
    place = _placing(page)
    boxes = array("f")
    for letter in range(count):
        try:
            left, bottom, right, top = text.get_charbox(letter, loose=True)
        except pypdfium2.PdfiumError:
            boxes.extend((0, 0, 0, 0))
            continue
        (x1, y1), (x2, y2) = place(left, top), place(right, bottom)
        boxes.extend((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return boxes


def _placing(page: Any) -> Any:  # noqa: ANN401  # no types
    """Return what turns a point of the page's own space into one as the page is seen.

    pdfium tells three points through all rotation and cropping; the rest follows from them.
    """
    width, height = page.get_size()
    far = 1000.0

    def seen(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(
            page, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down
        )
        return across.value / _FINE, down.value / _FINE

    (x0, y0), (x1, y1), (x2, y2) = seen(0, 0), seen(far, 0), seen(0, far)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            x0 + (x1 - x0) * x / far + (x2 - x0) * y / far,
            y0 + (y1 - y0) * x / far + (y2 - y0) * y / far,
        )

    return place
