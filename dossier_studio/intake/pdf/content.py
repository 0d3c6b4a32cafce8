"""Looks at what a page draws without interpreting it: strings shown, pictures, paint.

A page that clearly shows text is settled here, ten times as fast as by pdfium; the rest is
doubtful and pdfium is asked (engines, section 5).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pikepdf

from dossier_studio.intake.pdf.objects import (
    Mark,
    Opened,
    elements,
    entry,
    mark,
    name,
    number,
)

PLENTY = 200
"""Bytes of shown strings from which a page has text for sure."""

# Possessive repeats: a hostile string must not make the search go back.
_STRING = re.compile(rb"\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)|<([0-9A-Fa-f\s]++)>", re.DOTALL)
_SHOW = re.compile(rb"[)>\]]\s*(?:Tj|TJ|['\"])")
_DO = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do(?![^\s/\[<(])")
_INLINE_IMAGE = re.compile(rb"(?<!\S)BI\s[^\x80-\xff]{0,600}?\sID\s")
_PAINT = re.compile(rb"(?<![^\s\]>)])(?:f\*?|F|S|s|B\*?|b\*?|sh|Do|EI|Tj|TJ)(?!\S)")
_HEX = re.compile(r"#([0-9A-Fa-f]{2})")


@dataclass(slots=True)
class Drawn:
    """What a content stream draws, its forms included.

    `shown`: bytes of strings shown, counted up to PLENTY. `weight`: bytes to read when every form
    is read as often as it is drawn. `readable` False: too large to unpack, or a form that draws
    itself; pdfium follows these without end, so that nobody may ask it.
    """

    shown: int = 0
    weight: int = 0
    image: bool = False
    paint: bool = False
    readable: bool = True

    def take(self, other: Drawn, times: int) -> None:
        """Add what a form inside draws."""
        self.shown += other.shown
        self.weight += other.weight * times
        self.image = self.image or other.image
        self.paint = self.paint or other.paint
        self.readable = self.readable and other.readable


class Contents:
    """Scans the pages of one file; streams that several pages share are unpacked once."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._forms: dict[Mark, Drawn] = {}
        self._refused: set[Mark] = set()
        self._left = opened.limits.decoded_in_all

    def drawn(self, page: object) -> Drawn:
        """Return what a page draws, annotations apart."""
        contents = entry(page, "/Contents")
        most = self._opened.limits.items
        streams = [contents] if isinstance(contents, pikepdf.Stream) else elements(contents, most)
        pieces = [self._unpacked(stream) for stream in streams]
        if None in pieces:
            return Drawn(readable=False)
        data = b"\n".join(piece for piece in pieces if piece)
        return self._scan(data, entry(page, "/Resources"), 0)

    def _scan(self, data: bytes, resources: object, depth: int) -> Drawn:
        found = Drawn(
            shown=_shown(data),
            weight=len(data),
            image=_INLINE_IMAGE.search(data) is not None,
            paint=_PAINT.search(data) is not None,
        )
        objects = entry(resources, "/XObject")
        for drawn, times in Counter(match[1] for match in _DO.finditer(data)).items():
            thing = entry(objects, "/" + _spelled(drawn))
            if name(entry(thing, "/Subtype")) == "/Image":
                found.image = True
            elif isinstance(thing, pikepdf.Stream):
                found.take(self._form(thing, resources, depth + 1), times)
        found.readable = found.readable and found.weight <= self._opened.limits.decoded
        return found

    def _form(self, form: pikepdf.Stream, resources: object, depth: int) -> Drawn:
        here = mark(form)
        if here in self._forms:
            return self._forms[here]
        self._forms[here] = Drawn(readable=False)  # what a form hears that draws itself
        if depth > self._opened.limits.depth:
            return Drawn(readable=False)
        data = self._unpacked(form)
        own = entry(form, "/Resources") or resources
        self._forms[here] = Drawn(readable=False) if data is None else self._scan(data, own, depth)
        return self._forms[here]

    def _unpacked(self, stream: object) -> bytes | None:
        """Return a stream's bytes, b"" when it is damaged, None when it is too large."""
        if not isinstance(stream, pikepdf.Stream):
            return b""
        most = min(self._opened.limits.decoded, self._left)
        here = mark(stream)
        if here in self._refused or (number(entry(stream, "/Length")) or 0) > most:
            return None
        try:
            data = stream.read_bytes()
        except pikepdf.PdfError as error:
            # qpdf has no error class of its own for a stream that passes its limit.
            if "limit exceeded" not in str(error):
                return b""
            self._left -= self._opened.limits.decoded
            self._refused.add(here)
            return None
        self._left -= len(data)
        return data if len(data) <= most else None


def _shown(data: bytes) -> int:
    if _SHOW.search(data) is None:
        return 0
    count = 0
    for match in _STRING.finditer(data):
        count += len(b"".join((match[1] or b"").split())) + len(match[2] or b"") // 4
        if count >= PLENTY:
            break
    return count


def _spelled(drawn: bytes) -> str:
    """Undo the escapes of a name (ISO 32000-1, 7.3.5)."""
    return _HEX.sub(lambda found: chr(int(found[1], 16)), drawn.decode("latin-1"))
