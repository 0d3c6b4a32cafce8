"""Annotations of all pages in one pass: links, scripts, attached files, media, comments."""

from __future__ import annotations

from dossier_studio.intake.pdf import scripts
from dossier_studio.intake.pdf.destinations import Destinations, Fault
from dossier_studio.intake.pdf.objects import Opened, elements, entry, name

_CODES = {
    Fault.OTHER_FILE: "NV-11",
    Fault.MISSING: "NV-13",
    Fault.SEVERAL: "NV-14",
    Fault.EXTERNAL: "NV-15",
    Fault.INACTIVE: "NV-16",
    Fault.ABSOLUTE: "NV-17",
    Fault.ZOOM: "NV-18",
}
_MEDIA = frozenset({"/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"})
_QUIET = frozenset({"/Link", "/Widget", "/Popup", "/FileAttachment"})


class Annotations:
    """What the annotations of a file amount to, after `look`."""

    def __init__(self, opened: Opened, destinations: Destinations) -> None:
        self._opened = opened
        self._destinations = destinations
        self.broken = 0
        self.attachments: list[object] = []

    def look(self) -> None:
        """Go through the annotations of every page; one that cannot be read is noted alone."""
        left = self._opened.limits.items
        for index, page in enumerate(self._opened.pages):
            for annotation in elements(entry(page, "/Annots"), left):
                left -= 1
                self._opened.notes.attempt("annotation", self._one, annotation, index + 1)

    def _one(self, annotation: object, page: int) -> None:
        notes, limits = self._opened.notes, self._opened.limits
        kind = name(entry(annotation, "/Subtype"))
        if scripts.runs(entry(annotation, "/A"), limits) or scripts.react(annotation, limits):
            place = "field" if kind == "/Widget" else "annotation"
            notes.add("PF-07", page=page, detail=place)
        if kind == "/Link":
            self._link(annotation, page)
        elif kind == "/FileAttachment":
            self.attachments.append(entry(annotation, "/FS"))
        elif kind in _MEDIA:
            notes.add("PF-09", page=page, detail=kind.removeprefix("/"))
        elif kind and kind not in _QUIET:
            notes.add("PF-10", page=page, detail=kind.removeprefix("/"))

    def _link(self, annotation: object, page: int) -> None:
        for judged in self._destinations.judge(annotation):
            self.broken += judged.fault is Fault.MISSING
            self._opened.notes.add(_CODES[judged.fault], page=page, detail=judged.detail)
