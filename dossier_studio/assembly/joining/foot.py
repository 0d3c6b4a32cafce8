"""The foot of a page as its reader sees it, whatever its boxes, rotation and unit."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Dictionary

from dossier_studio.assembly.joining.segment import StampPlace
from dossier_studio.assembly.joining.targets import number, rotation, visible_box

# The letter comes first in the pattern, so that the search can leap from one to the next.
_TOKEN = re.compile(rb"[qQ](?=[\s\[<(/]|$)(?<![^\s\]>)][qQ])")


def foot_of(page: Dictionary, font: str) -> StampPlace:
    """Return where the foot of a page lies; inherited attributes must have been brought down."""
    left, bottom, right, top = (float(edge) for edge in visible_box(page))
    unit = float(number(page.get("/UserUnit")) or 1) or 1.0
    scale = 1 / unit
    wide, high = (right - left) * unit, (top - bottom) * unit
    matrix, width = {
        0: ((scale, 0.0, 0.0, scale, left, bottom), wide),
        90: ((0.0, scale, -scale, 0.0, right, bottom), high),
        180: ((-scale, 0.0, 0.0, -scale, right, top), wide),
        270: ((0.0, -scale, scale, 0.0, left, top), high),
    }[rotation(page)]
    return StampPlace(matrix, width, open_states(page), font)


def open_states(page: Dictionary) -> int:
    """Return how many graphics states the page's own content leaves open.

    Counting the operators is enough where they balance; only where they do not, strings and
    inline images are told apart by reading the content properly.
    """
    try:
        content = page.get("/Contents")
        data = b"\n".join(_streams(content))
    except pikepdf.PdfError:
        return 0
    operators = _TOKEN.findall(data)
    saved = operators.count(b"q")
    if 2 * saved == len(operators):
        return 0
    return _counted(page)


def _streams(content: object) -> list[bytes]:
    if isinstance(content, pikepdf.Stream):
        return [content.read_bytes()]
    if isinstance(content, pikepdf.Array):
        return [part.read_bytes() for part in content if isinstance(part, pikepdf.Stream)]
    return []


def _counted(page: Dictionary) -> int:
    depth = 0
    try:
        for instruction in pikepdf.parse_content_stream(pikepdf.Page(page), "q Q"):
            depth = depth + 1 if str(instruction.operator) == "q" else max(depth - 1, 0)
    except pikepdf.PdfError:
        return 0
    return depth
