"""Opens a source and makes each of its pages stand for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Object

from dossier_studio.assembly.joining.targets import DEEPEST

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
CATALOG_BOUND = ("/StructParents", "/B", "/Parent", "/Tabs")
"""Keys of a page that mean nothing without its catalog: tags, threads, the page tree."""


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """Open a source, which is never written; raises pikepdf.PdfError when it cannot be read."""
    with pikepdf.open(path, suppress_warnings=True) as pdf:
        yield pdf


def pages_of(pdf: pikepdf.Pdf) -> list[Dictionary]:
    """Return the pages in order, each with what it inherited and without what it cannot keep."""
    pages = [page.obj for page in pdf.pages]
    for page in pages:
        _bring_down(pdf, page)
    for page in pages:
        for key in CATALOG_BOUND:
            if key in page:
                del page[key]
        _drop_tags(page)
    return pages


def _bring_down(pdf: pikepdf.Pdf, page: Object) -> None:
    missing = [key for key in INHERITED if key not in page]
    above = page.get("/Parent")
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


def _drop_tags(page: Object) -> None:
    """Numbers into a structure tree that stays behind would point anywhere."""
    listed = page.get("/Annots")
    if not isinstance(listed, Array):
        return
    for one in listed:
        if isinstance(one, Dictionary) and "/StructParent" in one:
            del one["/StructParent"]
