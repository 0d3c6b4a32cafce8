"""The foot of a page as its reader sees it, whatever its boxes, rotation and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import pikepdf
from pikepdf import Dictionary, Stream

from dossier_studio.assembly.joining.segment import StampPlace
from dossier_studio.assembly.joining.targets import Box, number, rotation, visible_box

# The letter comes first in the pattern, so that the search can leap from one to the next.
_TOKEN = re.compile(rb"[qQ](?=[\s\[<(/]|$)(?<![^\s\]>)][qQ])")


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
    try:
        data = b"\n".join(part.read_bytes() for part in content if isinstance(part, Stream))
    except pikepdf.PdfError:
        return 0
    return 0 if _balanced(data) else _counted(page)


def _balanced(data: bytes) -> bool:
    operators = _TOKEN.findall(data)
    return 2 * operators.count(b"q") == len(operators)


def _counted(page: Dictionary) -> int:
    depth = 0
    try:
        for instruction in pikepdf.parse_content_stream(pikepdf.Page(page), "q Q"):
            depth = depth + 1 if str(instruction.operator) == "q" else max(depth - 1, 0)
    except pikepdf.PdfError:
        return 0
    return depth
