"""Reads where an action leads that leaves the file: GoToR, Launch, and links to a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import parse_qs, unquote, urlsplit

from pikepdf import Array, Dictionary, Name, String

from dossier_studio.assembly.joining.attached import text_of
from dossier_studio.assembly.joining.segment import Away
from dossier_studio.assembly.joining.targets import number

_FILE_KEYS = ("/UF", "/F", "/Unix", "/DOS", "/Mac")
_SEPARATORS = re.compile(r"[/\\:]")


@dataclass(frozen=True, slots=True)
class Address:
    """A file's name without its folders, and the place in it."""

    file: str
    page: int = 0
    name: str = ""
    left: Decimal | None = None
    top: Decimal | None = None

    def away(self, action: int, on: int) -> Away:
        """Return the jump that an action makes."""
        return Away(action, self.file, self.page, self.name, self.left, self.top, on)


def address_of(action: Dictionary) -> Address | None:
    """Return where an action leads, None when it names no file."""
    kind = action.get("/S")
    if kind == Name.URI:
        return _of_uri(text_of(action.get("/URI")))
    if kind == Name.Launch:
        file = action.get("/F")
        windows = action.get("/Win")
        if file is None and isinstance(windows, Dictionary):
            file = windows.get("/F")
        return _address(file, None)
    if kind == Name.GoToR:
        return _address(action.get("/F"), action.get("/D"))
    return None


def _address(file: object, place: object) -> Address | None:
    if isinstance(file, Dictionary):
        file = next((file.get(key) for key in _FILE_KEYS if key in file), None)
    name = _SEPARATORS.split(text_of(file))[-1]
    if not name:
        return None
    if isinstance(place, Name):
        return Address(name, name=str(place)[1:].encode("latin-1", "replace").hex())
    if isinstance(place, String):
        return Address(name, name=bytes(place).hex())
    if isinstance(place, Array):
        parts: list[object] = list(place)
        if parts and isinstance(parts[0], int):
            left, top = _point(parts)
            return Address(name, max(0, parts[0]), left=left, top=top)
    return Address(name)


def _point(parts: list[object]) -> tuple[Decimal | None, Decimal | None]:
    numbers = [number(part) for part in parts[2:6]] + [None] * 4
    match str(parts[1]) if len(parts) > 1 else "":
        case "/XYZ":
            return numbers[0], numbers[1]
        case "/FitH" | "/FitBH":
            return None, numbers[0]
        case "/FitR":
            return numbers[0], numbers[3]
        case _:
            return None, None


def _of_uri(uri: str) -> Address | None:
    """A link to a PDF file beside this one, as word processors write it."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme not in {"", "file"} or not parts.path:
        return None
    name = _SEPARATORS.split(unquote(parts.path))[-1]
    if not name.lower().endswith(".pdf"):
        return None
    place = parse_qs(parts.fragment)
    page = place.get("page", ["1"])[0]
    named = place.get("nameddest", [""])[0].encode("latin-1", "replace").hex()
    return Address(name, int(page) - 1 if page.isdecimal() and int(page) else 0, named)
