"""What the pages of a file are called."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pikepdf import Dictionary, Object

from dossier_studio.assembly.proof.objects import number, tree, words

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST = 100_000


class Labels:
    """The page labels of a file, by ranges; empty where it has none."""

    def __init__(self, root: Object) -> None:
        self._ranges: list[tuple[int, Dictionary]] = sorted(
            (
                (first, way)
                for first, way in tree(root.get("/PageLabels"), "/Nums")
                if isinstance(first, int) and isinstance(way, Dictionary)
            ),
            key=lambda one: one[0],
        )

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def between(self, first: int, count: int) -> Iterator[str]:
        """Yield the labels of some pages, counted from 0."""
        for page in range(first, first + count):
            at = bisect_right(self._ranges, page, key=lambda one: one[0]) - 1
            start, way = self._ranges[at] if at >= 0 else (0, None)
            yield str(page + 1) if way is None else _label(page - start, way)


def _label(offset: int, way: Dictionary) -> str:
    start = number(way.get("/St"))
    value = offset + (int(start) if start else 1)
    return words(way.get("/P")) + _spelt(value, words(way.get("/S")))


def _spelt(value: int, style: str) -> str:
    if not 0 < value < _LONGEST:
        return ""
    match style:
        case "/D":
            return str(value)
        case "/R":
            return _roman(value).upper()
        case "/r":
            return _roman(value)
        case "/A" | "/a":
            letter = chr(ord(style[1]) + (value - 1) % 26)
            return letter * ((value - 1) // 26 + 1)
        case _:
            return ""


def _roman(value: int) -> str:
    said = ""
    for worth, letters in _ROMAN:
        said += letters * (value // worth)
        value %= worth
    return said
