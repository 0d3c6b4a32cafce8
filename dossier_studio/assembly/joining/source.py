"""Opens a source and makes each of its pages stand for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Object

from dossier_studio.assembly.joining.segment import Loss, Note
from dossier_studio.assembly.joining.targets import DEEPEST

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """Open a source, which is never written; raises pikepdf.PdfError when it cannot be read."""
    with pikepdf.open(path, suppress_warnings=True) as pdf:
        yield pdf


def pages_of(pdf: pikepdf.Pdf) -> tuple[list[Dictionary], list[Note]]:
    """Return the pages in order, each with what it inherited, and what they cannot keep."""
    pages: list[Dictionary] = []
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        leaf = page.obj
        if leaf.objgen in seen:  # one object may be a page only once
            leaf = pdf.make_indirect(Dictionary(dict(leaf.items())))
        seen.add(leaf.objgen)
        pages.append(leaf)
    notes = []
    for index, leaf in enumerate(pages, 1):
        _bring_down(pdf, leaf)
        if "/B" in leaf:  # a thread leads through the pages of its own document only
            del leaf["/B"]
            notes.append(Note(Loss.THREADS, index))
    return pages, notes


def _bring_down(pdf: pikepdf.Pdf, page: Object) -> None:
    missing = [key for key in INHERITED if key not in page]
    above = page.get("/Parent") if missing else None
    for _ in range(DEEPEST):
        if not missing or not isinstance(above, Dictionary):
            return
        for key in [key for key in missing if key in above]:
            page[key] = _shareable(pdf, above, key)
            missing.remove(key)
        above = above.get("/Parent")


def _shareable(pdf: pikepdf.Pdf, holder: Dictionary, key: str) -> object:
    """A direct dictionary would be written once for every page, so it gets a number first."""
    value = holder[key]
    if isinstance(value, Dictionary) and not value.is_indirect:
        holder[key] = pdf.make_indirect(value)
    return holder[key]
