"""Reads a PDF file page by page, without trusting that anything is as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

DEEPEST = 100
MOST = 1_000_000
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")

Mark = tuple[int, int]


@dataclass(slots=True)
class Leaves:
    """Some pages of a file in order, each with what it inherits; `index` finds them by object."""

    pdf: pikepdf.Pdf
    pages: list[Dictionary]
    inherited: list[dict[str, Object]]
    index: dict[Mark, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, page in enumerate(self.pages):
            self.index.setdefault(page.objgen, number)

    def attribute(self, number: int, key: str) -> object:
        """Return an attribute of a page, its own or an inherited one."""
        own = self.pages[number].get(key)
        return self.inherited[number].get(key) if own is None else own


def leaves(pdf: pikepdf.Pdf, first: int = 0, count: int = MOST) -> Leaves:
    """Return the pages from `first` on; branches of the page tree before them are skipped."""
    found = Leaves(pdf, [], [])
    walk = _Walk(first, count)
    for page, above in walk.down(pdf.Root.get("/Pages"), {}, 0):
        found.index.setdefault(page.objgen, len(found.pages))
        found.pages.append(page)
        found.inherited.append(above)
    return found


class _Walk:
    """Goes down the page tree, past the pages before the first that is wanted."""

    def __init__(self, first: int, count: int) -> None:
        self._skip = first
        self._left = count
        self._seen: set[Mark] = set()

    def down(
        self, node: object, above: dict[str, Object], depth: int
    ) -> Iterator[tuple[Dictionary, dict[str, Object]]]:
        if not isinstance(node, Dictionary) or not self._left or depth > DEEPEST:
            return
        kids = node.get("/Kids")
        if not isinstance(kids, Array):
            if self._skip:
                self._skip -= 1
            else:
                self._left -= 1
                yield node, above
            return
        count = int(number(node.get("/Count")) or 0)
        if 0 < count <= self._skip:
            self._skip -= count
            return
        if node.objgen in self._seen:
            return
        self._seen.add(node.objgen)
        mine = {key: value for key in INHERITED if (value := node.get(key)) is not None}
        for kid in kids:
            yield from self.down(kid, {**above, **mine}, depth + 1)


def members(value: object) -> tuple[object, ...]:
    """Return the elements of an array, nothing for anything else."""
    return tuple(value) if isinstance(value, Array) else ()


def number(value: object) -> float | None:
    """Return a number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return float(value)


def words(value: object) -> str:
    """Return a text string as far as it can be read, "" for anything else."""
    if isinstance(value, Name):
        return str(value)
    if not isinstance(value, String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def tree(root: object, leaf: str) -> Iterator[tuple[object, object]]:
    """Yield keys and values of a name tree (`leaf` /Names) or number tree (/Nums)."""
    waiting = [root]
    seen: set[Mark] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = members(node.get(leaf))
        yield from zip(pairs[0::2], pairs[1::2], strict=False)
        waiting.extend(reversed(members(node.get("/Kids"))))
