"""Follows the operators of a page just far enough to know where it puts ink.

An estimate, quick and without fonts: text is as long as its letters are many, curves are their end
points, clipping paths and what covers most of the page (scans, backgrounds) are no ink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Area: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""

LARGEST = 1 << 18
"""Content of more bytes than this is not followed."""

_TOKEN = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>|[-+]?(?:\d+\.?\d*|\.\d+)|/[^\s\[\]<>()/{}%]*"
    rb"|[A-Za-z'\"][A-Za-z*0-9'\"]*",
    re.DOTALL,
)
_GLUED = re.compile(rb"(?:T[dDm*]|cm|re|ET)[\[(<]")
_HEIGHTS = frozenset((b"Tm", b"Td", b"m", b"l", b"c", b"v", b"y"))
_NOTABLE = _HEIGHTS | {b"cm", b"re", b"T*", b"TD", b"Do", b"'", b'"', b"EI"}
_UNMOVED = [b"1", b"0", b"0", b"1", b"0", b"0"]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NUMBER = b"+-.0123456789"
_PAINTING = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
_TEXT = frozenset((b"BT", b"Tf", b"TL", b"Tm", b"Td", b"TD", b"T*"))
_WANTED = {b"cm": 6, b"Tm": 6, b"re": 4, b"Tf": 1, b"TL": 1, b"Td": 2, b"TD": 2} | dict.fromkeys(
    (b"m", b"l", b"c", b"v", b"y"), 2
)
"""How many numbers an operator needs; those that are not here need none."""

_MOST_STATES = 200


def ink_of(content: bytes) -> Iterator[Area]:
    """Yield roughly where a page's content draws, in the page's own units."""
    if len(content) <= LARGEST:
        yield from _Pen().follow(content)


def all_above(content: bytes, height: float) -> bool:
    """Whether all is certainly drawn above a height, which is seen at a glance for most pages.

    It is where no coordinate is lower, and nothing moves or turns what they mean.
    """
    if len(content) > LARGEST or _GLUED.search(content):
        return False
    words = content.split()
    try:
        return all(_above(words, at, height) for at, word in enumerate(words) if word in _NOTABLE)
    except (ValueError, IndexError):
        return False


def _above(words: list[bytes], at: int, height: float) -> bool:
    """Whether the operator at a place is harmless."""
    word = words[at]
    if word in _HEIGHTS:
        return float(words[at - 1]) >= height
    if word == b"re":
        clipping = words[at + 1] in {b"W", b"W*"} and words[at + 2] == b"n"
        return clipping or min(0.0, float(words[at - 1])) + float(words[at - 3]) >= height
    if word == b"cm":
        picture = words[at + 2] == b"Do" and float(words[at - 3]) > 0
        upwards = picture and float(words[at - 5]) == float(words[at - 4]) == 0
        return words[at - 6 : at] == _UNMOVED or (upwards and float(words[at - 1]) >= height)
    if word == b"Do":
        return words[at - 2] == b"cm"  # which was looked at
    return word == b"T*" and words[at + 1] == b"ET"


class _Pen:
    def __init__(self) -> None:
        self.matrix = _IDENTITY
        self.saved: list[tuple[Matrix, float]] = []
        self.glyphs = self.line = _IDENTITY
        self.size, self.leading = 1.0, 0.0
        self.path: list[tuple[float, float]] = []

    def follow(self, content: bytes) -> Iterator[Area]:
        numbers: list[float] = []
        letters = 0
        for token in _TOKEN.findall(content):
            first = token[0]
            if first in _NUMBER:
                numbers.append(float(token))
            elif first in b"(<":
                letters += len(token) - 2 if token.startswith(b"(") else len(token) // 4
            elif not token.startswith(b"/"):
                area = self._operator(token, numbers, letters)
                if area:
                    yield area
                numbers.clear()
                letters = 0

    def _operator(self, name: bytes, numbers: list[float], letters: int) -> Area | None:
        if len(numbers) < _WANTED.get(name, 0):
            return None
        if name in _SHOWING:
            if name not in {b"Tj", b"TJ"}:
                self._move(0, -self.leading)
            return self._shown(letters)
        if name in _PAINTING or name == b"n":
            path, self.path = self.path, []
            return _around(path) if path and name != b"n" else None
        if name == b"Do":
            corners = ((0, 0), (1, 0), (0, 1), (1, 1))
            return _around([_moved(self.matrix, x, y) for x, y in corners])
        if name in _TEXT:
            self._text(name, numbers)
        else:
            self._state(name, numbers)
        return None

    def _state(self, name: bytes, numbers: list[float]) -> None:
        if name == b"q" and len(self.saved) < _MOST_STATES:
            self.saved.append((self.matrix, self.size))
        elif name == b"Q" and self.saved:
            self.matrix, self.size = self.saved.pop()
        elif name == b"cm":
            self.matrix = _product(_six(numbers), self.matrix)
        elif name == b"re":
            x, y, wide, high = numbers[-4:]
            self.path += [_moved(self.matrix, x, y), _moved(self.matrix, x + wide, y + high)]
        elif name in _WANTED:
            self.path.append(_moved(self.matrix, numbers[-2], numbers[-1]))

    def _text(self, name: bytes, numbers: list[float]) -> None:
        match name:
            case b"BT":
                self.glyphs = self.line = _IDENTITY
            case b"Tf":
                self.size = numbers[-1]
            case b"TL":
                self.leading = numbers[-1]
            case b"Tm":
                self.glyphs = self.line = _six(numbers)
            case b"Td":
                self._move(numbers[-2], numbers[-1])
            case b"TD":
                self.leading = -numbers[-1]
                self._move(numbers[-2], numbers[-1])
            case b"T*":
                self._move(0, -self.leading)

    def _move(self, right: float, up: float) -> None:
        self.glyphs = self.line = _product((1, 0, 0, 1, right, up), self.line)

    def _shown(self, letters: int) -> Area | None:
        if not letters:
            return None
        length = letters * self.size / 2
        whole = _product(self.glyphs, self.matrix)
        self.glyphs = _product((1, 0, 0, 1, length, 0), self.glyphs)
        low, high = -self.size / 4, self.size * 3 / 4
        return _around([_moved(whole, x, y) for x in (0, length) for y in (low, high)])


def _six(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers[-6:]
    return a, b, c, d, e, f


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[tuple[float, float]]) -> Area:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
