"""A page as its reader sees it, whatever its boxes, rotation and unit, and its stamp's place."""

from __future__ import annotations

import zlib
from decimal import Decimal
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from dossier_studio.assembly.joining.margins import BAND, Sheet, Zone
from dossier_studio.assembly.joining.segment import StampPlace
from dossier_studio.assembly.joining.targets import Box, number, rotation, visible_box

MOST = 32 << 20
"""Content that unpacks to more bytes than this is not looked at: it would be no page."""

# Blanks and brackets become two blanks, so that operators side by side are counted apart.
_BLANKS = bytes.maketrans(b"\t\n\r\f\0[]<>()", b" " * 11)


def sheet_of(page: Dictionary) -> Sheet:
    """Return a page as its reader sees it; inherited attributes must have been brought down."""
    unit = number(page.get("/UserUnit")) or Decimal(1)
    return _sheet(visible_box(page), rotation(page), unit)


def place_of(page: Dictionary, content: bytes, font: str, zone: Zone) -> StampPlace:
    """Return where the stamp of a page stands."""
    sheet = sheet_of(page)
    a, b, c, d, e, f = sheet.matrix
    up = sheet.height - BAND if zone.head else 0.0
    matrix = (a, b, c, d, e + c * up, f + d * up)
    return StampPlace(matrix, sheet.width, open_states(page, content), font, zone.side)


@lru_cache(maxsize=256)
def _sheet(box: Box, turned: int, unit: Decimal) -> Sheet:
    left, bottom, right, top = (float(edge) for edge in box)
    scale = float(1 / unit)
    wide, high = (right - left) / scale, (top - bottom) / scale
    return {
        0: Sheet((scale, 0.0, 0.0, scale, left, bottom), wide, high),
        90: Sheet((0.0, scale, -scale, 0.0, right, bottom), high, wide),
        180: Sheet((-scale, 0.0, 0.0, -scale, right, top), wide, high),
        270: Sheet((0.0, -scale, scale, 0.0, left, top), high, wide),
    }[turned]


def content_of(page: Dictionary) -> tuple[list[Stream], bytes]:
    """Return the content streams of a page, and what they say together."""
    old = page.get("/Contents")
    streams: list[object] = list(old) if isinstance(old, Array) else [old]
    read = [one for one in streams if isinstance(one, Stream)]
    return read, b"\n".join(unpacked(one) for one in read)


def open_states(page: Dictionary, data: bytes) -> int:
    """Return how many graphics states the page's own content leaves open.

    Counting the operators is enough where they balance; only where they do not, strings and
    inline images are told apart by reading the content properly.
    """
    if b"q" not in data and b"Q" not in data:
        return 0
    words = b" " + data.translate(_BLANKS).replace(b" ", b"  ") + b" "
    return 0 if words.count(b" q ") == words.count(b" Q ") else _counted(page)


def unpacked(stream: Stream) -> bytes:
    """Return the content of a stream as far as it can be read, nothing of a bomb."""
    try:
        raw = stream.read_raw_bytes()
        fields = stream.stream_dict
        packing = fields.get("/Filter")
        if packing is None:
            return raw if len(raw) < MOST else b""
        if packing == Name.FlateDecode and "/DecodeParms" not in fields:
            unpacking = zlib.decompressobj()
            found = unpacking.decompress(raw, MOST)
            return b"" if unpacking.unconsumed_tail else found
        return stream.read_bytes() if len(raw) < MOST // 256 else b""
    except (pikepdf.PdfError, zlib.error):
        return b""


def _counted(page: Dictionary) -> int:
    depth = 0
    try:
        for instruction in pikepdf.parse_content_stream(pikepdf.Page(page), "q Q"):
            depth = depth + 1 if str(instruction.operator) == "q" else max(depth - 1, 0)
    except pikepdf.PdfError:
        return 0
    return depth
