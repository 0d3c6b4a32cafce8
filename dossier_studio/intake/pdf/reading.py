"""Opens a PDF with two parsers and gathers its facts, one look at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from pikepdf.settings import set_qpdf_limits

from dossier_studio.core.file import RECONSTRUCTED, FileFacts
from dossier_studio.intake.limits import Limits
from dossier_studio.intake.notes import Notes
from dossier_studio.intake.pdf import catalog, fonts, outline, scripts, sizes
from dossier_studio.intake.pdf.annotations import Annotations
from dossier_studio.intake.pdf.content import PLENTY, Contents
from dossier_studio.intake.pdf.destinations import Destinations
from dossier_studio.intake.pdf.objects import NO_MARK, Opened, mark
from dossier_studio.intake.pdf.text import Reader

FEW = 10
"""A page with a picture and fewer characters than these is a scan that cannot be searched."""

_REBUILT = re.compile("file is damaged|reconstruct|recovering damaged")
_TOO_LARGE = "content-size"


@dataclass(frozen=True, slots=True)
class _Text:
    """Pages (from 1) that have no character at all; None when pdfium could not be asked."""

    without: tuple[int, ...] | None


def read(seen: FileFacts, path: Path, limits: Limits) -> FileFacts:
    """Return the facts of a PDF; `seen` holds its fingerprint."""
    notes = Notes()
    set_qpdf_limits(
        flate_max_memory=limits.decoded,
        run_length_max_memory=limits.decoded,
        png_max_memory=limits.decoded,
        tiff_max_memory=limits.decoded,
    )
    # A file of the size of the worker's memory cannot be mapped into it.
    mode = pikepdf.AccessMode.stream if seen.bytes > limits.memory // 4 else None
    try:
        with (
            pikepdf.open(path, access_mode=mode or pikepdf.AccessMode.default) as pdf,
            Reader(path) as reader,
        ):
            return _facts(seen, pdf, reader, (notes, limits))
    except pikepdf.PasswordError:
        notes.add("PF-02")
        return replace(seen, encrypted=True, problems=notes.problems())
    except pikepdf.PdfError as error:
        if "no pages found" in str(error):  # qpdf gives up so when it repairs a file without any
            notes.add("PF-17")
            return replace(seen, pages=0, problems=notes.problems())
        notes.add("PF-01", detail="qpdf")
        return replace(seen, problems=notes.problems())


def _facts(
    seen: FileFacts, pdf: pikepdf.Pdf, reader: Reader, around: tuple[Notes, Limits]
) -> FileFacts:
    notes, limits = around
    pages = notes.attempt("pages", lambda: tuple(page.obj for page in pdf.pages))
    if pages is None:
        notes.add("PF-01", detail="page-tree")
        return replace(seen, encrypted=pdf.is_encrypted, problems=notes.problems())
    numbers = {mark(page): index + 1 for index, page in enumerate(pages)}
    numbers.pop(NO_MARK, None)
    opened = Opened(pdf, pdf.Root, pages, numbers, notes, limits)
    _agree(opened, reader)
    facts = _structure(replace(seen, pages=len(pages), encrypted=pdf.is_encrypted), opened)
    text = notes.attempt("text", _read_text, opened, reader)
    _warnings(opened)
    problems = notes.problems()
    return replace(
        facts,
        pages_without_text=text.without if text else None,
        javascript=any(problem.code == "PF-07" for problem in problems),
        problems=problems,
    )


def _agree(opened: Opened, reader: Reader) -> None:
    """Note PF-01 when the parsers see different files, PF-17 when there is no page, PF-03."""
    count = len(opened.pages)
    if not count:
        opened.notes.add("PF-17")
    elif reader.pages is None:
        opened.notes.add("PF-01", detail="pdfium")
    elif reader.pages != count:
        opened.notes.add("PF-01", detail=f"qpdf {count}, pdfium {reader.pages}")
    if opened.pdf.is_encrypted:
        opened.notes.add("PF-03")
    if not opened.pdf.is_linearized:
        opened.notes.add("PF-11")


def _structure(seen: FileFacts, opened: Opened) -> FileFacts:
    """Add what pikepdf alone can tell; each look that fails leaves its fact unknown."""
    attempt = opened.notes.attempt
    destinations = Destinations(opened)
    annotations = Annotations(opened, destinations)
    marks = attempt("outline", outline.bookmarks, opened, destinations)
    attempt("annotations", annotations.look)
    attempt("scripts", scripts.of_document, opened)
    attempt("first-view", catalog.first_view, opened)
    attempt("plug-ins", catalog.plug_ins, opened)
    return replace(
        seen,
        pdf_version=attempt("version", catalog.version, opened),
        signed=attempt("form", catalog.fields, opened),
        embedded_files=attempt(
            "attachments", catalog.embedded_files, opened, annotations.attachments
        ),
        fonts_missing=attempt("fonts", fonts.fonts_missing, opened),
        page_sizes=attempt("page-sizes", sizes.page_sizes, opened),
        bookmarks=marks[0] if marks else None,
        links_broken=marks[1] + annotations.broken if marks else None,
    )


def _read_text(opened: Opened, reader: Reader) -> _Text:
    """Find pages without text, and note scans (PF-06) and files that are blank throughout."""
    contents = Contents(opened)
    without: list[int] = []
    painted = known = False
    for index, page in enumerate(opened.pages):
        drawn = contents.drawn(page)
        painted = painted or drawn.paint or drawn.image or not drawn.readable
        if not drawn.readable:
            opened.notes.add("PF-20", page=index + 1, detail=_TOO_LARGE)
            continue
        characters = drawn.shown if drawn.shown >= PLENTY else reader.characters(index)
        known = known or characters is not None
        if characters == 0:
            without.append(index + 1)
        if drawn.image and characters is not None and characters < FEW:
            opened.notes.add("PF-06", page=index + 1)
    if opened.pages and known and not painted and len(without) == len(opened.pages):
        opened.notes.add("PF-17-blank")
    return _Text(tuple(without) if known or not opened.pages else None)


def _warnings(opened: Opened) -> None:
    """Note PF-20: a file that was rebuilt while it was read, else other damage, by its kind."""
    warnings = [text for text in opened.pdf.get_warnings() if "limit exceeded" not in text]
    if any(_REBUILT.search(text) for text in warnings):
        opened.notes.add("PF-20", detail=RECONSTRUCTED)
        return
    for text in warnings:
        opened.notes.add("PF-20", detail="stream" if "stream" in text else "syntax")
