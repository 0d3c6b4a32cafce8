"""Tells what a source holds that means nothing outside it, so that no loss is silent."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf
from pikepdf import Dictionary, Name

from dossier_studio.assembly.joining.segment import Loss, Note


def notes(pdf: pikepdf.Pdf, found: Iterable[Note], *, outline_whole: bool) -> tuple[Note, ...]:
    """Return what is not carried over, sorted; `found` is what the pages said."""
    root = pdf.Root
    told = set(found)
    if not outline_whole:
        told.add(Note(Loss.BOOKMARKS_CUT))
    names = root.get("/Names")
    scripts = isinstance(names, Dictionary) and "/JavaScript" in names
    opening = root.get("/OpenAction")
    if isinstance(opening, Dictionary) and opening.get("/S") not in (None, Name.GoTo):
        told.add(Note(Loss.OPENING, detail=str(opening.get("/S"))[1:]))
    if scripts or "/AA" in root:
        told.add(Note(Loss.SCRIPT))
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form:
        told.add(Note(Loss.XFA))
    return tuple(sorted(told))
