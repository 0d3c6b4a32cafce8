"""Walks a source and the result side by side: what pages draw with must be the same in both."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Dictionary, Object, Stream

Mark = tuple[int, int]

# A string is taken whole, so that what looks like a reference inside it stays text. Numbers into
# the structure tree are the volume's own; lengths follow from the bytes that are compared.
_TOKEN = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|(?<=[ \[])(\d+) (\d+) R(?=[ \]])|/StructParents? \d+ ?", re.DOTALL
)
_OURS = "Studio"
"""Part of every name that the volume adds: the stamp's font, a flattened signature."""

_NODES = (b"/Type /Pages", b"/Type /Catalog")


class Pairs:
    """Which object of the result stands for which of the source; equal pairs are walked once."""

    def __init__(self, source: pikepdf.Pdf, result: pikepdf.Pdf) -> None:
        self.of: dict[Mark, Mark] = {}
        self._source = source
        self._result = result
        self._waiting: list[tuple[Mark, Mark]] = []

    def meet(self, source: Object, result: Object) -> None:
        """Say that two objects stand for each other, without comparing them."""
        if source.is_indirect and result.is_indirect:
            self.of[source.objgen] = result.objgen

    def same(self, source: object, result: object) -> bool:
        """Return whether two values are the same, with everything that they refer to."""
        return self._one(source, result) and self._drain()

    def _refer(self, source: Mark, result: Mark) -> bool:
        known = self.of.setdefault(source, result)
        if known is result:
            self._waiting.append((source, result))
            return True
        return known == result

    def _drain(self) -> bool:
        while self._waiting:
            one, other = self._waiting.pop()
            source, result = self._source.get_object(one), self._result.get_object(other)
            if not self._alike(source, result):
                self._waiting.clear()
                return False
        return True

    def _alike(self, source: object, result: object) -> bool:
        if not isinstance(source, Object) or not isinstance(result, Object):
            return source == result or (result is None and _is_node(source))
        if isinstance(source, Stream) or isinstance(result, Stream):
            return self._streams_alike(source, result)
        return self._texts_alike(source, result)

    def _streams_alike(self, source: Object, result: Object) -> bool:
        if not isinstance(source, Stream) or not isinstance(result, Stream):
            return False
        before, after = source.read_raw_bytes(), result.read_raw_bytes()
        if before != after:
            return False
        fields, others = source.stream_dict, result.stream_dict
        fields["/Length"] = others["/Length"] = len(before)
        return self._texts_alike(fields, others)

    def _texts_alike(self, source: Object, result: Object) -> bool:
        first, mine = _parted(source.unparse(resolved=True))
        second, theirs = _parted(result.unparse(resolved=True))
        if first == second:
            return all(map(self._refer, mine, theirs))
        if second == b"null":
            return any(node in first for node in _NODES)
        return self._roomier(source, result)

    def _roomier(self, source: object, result: object) -> bool:
        """Whether resources are as they were but for what the volume draws with itself."""
        if not isinstance(source, Dictionary) or not isinstance(result, Dictionary):
            return False
        more = [key for key in result.keys() if key not in source]  # noqa: SIM118 - values else
        if not all(_is_ours(key, result.get(key)) for key in more):
            return False
        return all(self._one(value, result.get(key)) for key, value in source.items())

    def _one(self, source: object, result: object) -> bool:
        if not isinstance(source, Object) or not isinstance(result, Object):
            return source == result
        if source.is_indirect and result.is_indirect:
            return self._refer(source.objgen, result.objgen)
        return self._alike(source, result)


def _is_ours(name: str, value: object) -> bool:
    """Whether an addition is the volume's own, or holds nothing but such."""
    if _OURS in name:
        return True
    return isinstance(value, Dictionary) and all(_OURS in key for key in value.keys())  # noqa: SIM118 - its values else


def _is_node(source: object) -> bool:
    """Whether an object is of the catalog or the page tree, which the volume makes anew."""
    return isinstance(source, pikepdf.Dictionary) and any(
        node in source.unparse(resolved=True) for node in _NODES
    )


def _parted(text: bytes) -> tuple[bytes, list[Mark]]:
    """Return a text without the numbers of its references, and these numbers."""
    marks: list[Mark] = []

    def blank(found: re.Match[bytes]) -> bytes:
        if found.lastindex is None:
            return found[0] if found[0].startswith(b"(") else b""
        marks.append((int(found[1]), int(found[2])))
        return b"R"

    return _TOKEN.sub(blank, text), marks
