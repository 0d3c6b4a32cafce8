"""The foot of a page as its reader sees it, whatever its boxes, rotation and unit."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import pikepdf
from pikepdf import Dictionary, Name, Stream

from dossier_studio.assembly.joining.segment import StampPlace
from dossier_studio.assembly.joining.targets import Box, number, rotation, visible_box

MOST = 32 << 20
"""Content that unpacks to more bytes than this is not looked at: it would be no page."""

# Blanks and brackets become two blanks, so that operators side by side are counted apart.
_BLANKS = bytes.maketrans(b"\t\n\r\f\0[]<>()", b" " * 11)


def foot_of(page: Dictionary, content: Sequence[object], font: str) -> StampPlace:
    """Return where the foot of a page lies; inherited attributes must have been brought down."""
    unit = number(page.get("/UserUnit")) or Decimal(1)
    matrix, width = _foot(visible_box(page), rotation(page), unit)
    return StampPlace(matrix, width, open_states(page, content), font)


@lru_cache(maxsize=256)
def _foot(box: Box, turned: int, unit: Decimal) -> tuple[tuple[float, ...], float]:
    left, bottom, right, top = (float(edge) for edge in box)
    scale = float(1 / unit)
    wide, high = (right - left) / scale, (top - bottom) / scale
    return {
        0: ((scale, 0.0, 0.0, scale, left, bottom), wide),
        90: ((0.0, scale, -scale, 0.0, right, bottom), high),
        180: ((-scale, 0.0, 0.0, -scale, right, top), wide),
        270: ((0.0, -scale, scale, 0.0, left, top), high),
    }[turned]


def open_states(page: Dictionary, content: Sequence[object]) -> int:
    """Return how many graphics states the page's own content leaves open.

    Counting the operators is enough where they balance; only where they do not, strings and
    inline images are told apart by reading the content properly.
    """
    data = b"\n".join(unpacked(part) for part in content if isinstance(part, Stream))
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
