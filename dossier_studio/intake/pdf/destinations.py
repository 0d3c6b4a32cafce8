"""Where a bookmark or a link leads, and what is amiss with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import pikepdf

from dossier_studio.intake.pdf.objects import Opened, elements, entry, mark, name, pairs, words


class Fault(StrEnum):
    """What can be wrong with a bookmark's or link's target."""

    OTHER_FILE = "other-file"
    MISSING = "missing"
    SEVERAL = "several"
    EXTERNAL = "external"
    INACTIVE = "inactive"
    ABSOLUTE = "absolute"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class Judged:
    """A fault, and the name, address or file that has it."""

    fault: Fault
    detail: str = ""


ZOOM = 4
"""Where the zoom stands in a destination of the kind /XYZ (ISO 32000-1, table 151)."""

_FORM_ACTIONS = frozenset(
    {
        "/Named",
        "/JavaScript",
        "/SubmitForm",
        "/ResetForm",
        "/ImportData",
        "/Hide",
        "/SetOCGState",
        "/Rendition",
        "/Sound",
        "/Movie",
        "/GoTo3DView",
        "/Trans",
        "/Thread",
    }
)
_OTHER_FILE = frozenset({"/GoToR", "/Launch", "/GoToE"})
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:")
_ABSOLUTE = re.compile(r"^(?:[A-Za-z]:|[/\\]|file:)")


class Destinations:
    """Judges targets; the file's named destinations are read when the first is asked for."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._named: dict[bytes, object] | None = None

    def judge(self, holder: object) -> tuple[Judged, ...]:
        """Return what is wrong with the target of a bookmark or of a link annotation."""
        target = entry(holder, "/Dest")
        if target is not None:
            return self._inside(target)
        action = entry(holder, "/A")
        if not isinstance(action, pikepdf.Dictionary):
            return (Judged(Fault.INACTIVE),)
        several = (Judged(Fault.SEVERAL),) if entry(action, "/Next") is not None else ()
        return (*self._action(action), *several)

    def _action(self, action: object) -> tuple[Judged, ...]:
        kind = name(entry(action, "/S"))
        if kind == "/GoTo":
            return self._inside(entry(action, "/D"))
        if kind in _OTHER_FILE:
            return _elsewhere(_file(entry(action, "/F")) or _file(entry(action, "/Win")))
        if kind == "/URI":
            return _address(words(entry(action, "/URI")))
        return () if kind in _FORM_ACTIONS else (Judged(Fault.INACTIVE),)

    def _inside(self, target: object) -> tuple[Judged, ...]:
        detail = words(target)
        if isinstance(target, pikepdf.String):
            target = self._names().get(bytes(target))
        elif isinstance(target, pikepdf.Name):
            target = self._names().get(str(target).removeprefix("/").encode())
        if isinstance(target, pikepdf.Dictionary):
            target = entry(target, "/D")
        place = list(elements(target, 5))
        if not place or not self._has_page(place[0]):
            return (Judged(Fault.MISSING, detail),)
        return () if _keeps_zoom(place) else (Judged(Fault.ZOOM),)

    def _has_page(self, page: object) -> bool:
        """A page is named by reference; some writers give its number from 0 instead."""
        if isinstance(page, int) and not isinstance(page, bool):
            return 0 <= page < len(self._opened.pages)
        return mark(page) in self._opened.numbers

    def _names(self) -> dict[bytes, object]:
        """The name tree of PDF 1.2, and the dictionary /Dests of PDF 1.1 beneath it."""
        if self._named is None:
            self._named = {}
            old = entry(self._opened.root, "/Dests")
            if isinstance(old, pikepdf.Dictionary):
                for key in sorted(old.keys()):
                    self._named[key.removeprefix("/").encode()] = entry(old, key)
            tree = entry(entry(self._opened.root, "/Names"), "/Dests")
            self._named.update(pairs(self._opened, tree))
        return self._named


def _file(thing: object) -> str:
    """The name in a file specification, which is a string or a dictionary."""
    return words(thing) or words(entry(thing, "/UF")) or words(entry(thing, "/F"))


def _elsewhere(file: str) -> tuple[Judged, ...]:
    fault = Fault.ABSOLUTE if _ABSOLUTE.match(file) else Fault.OTHER_FILE
    return (Judged(fault, file),)


def _address(address: str) -> tuple[Judged, ...]:
    if not address:
        return (Judged(Fault.INACTIVE),)
    if _ABSOLUTE.match(address):
        return (Judged(Fault.ABSOLUTE, address),)
    if _SCHEME.match(address) or address.startswith("www."):
        return (Judged(Fault.EXTERNAL, address),)
    if address.startswith("#"):
        return (Judged(Fault.MISSING, address),)
    return (Judged(Fault.OTHER_FILE, address),)


def _keeps_zoom(place: list[object]) -> bool:
    """Only /XYZ with a zoom of null or 0 leaves the reader's own (NV-10, NV-18)."""
    how = name(place[1]) if len(place) > 1 else ""
    return how == "/XYZ" and not any(place[ZOOM : ZOOM + 1])
