"""Reads the pages of a file by their numbers, each with what it inherits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object

from dossier_studio.assembly.proof.labels import Labels
from dossier_studio.assembly.proof.layers import states
from dossier_studio.assembly.proof.objects import Mark, number

DEEPEST = 100
MOST = 1_000_000
_REFERENCE = re.compile(rb"(\d+) (\d+) R")
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@dataclass(slots=True)
class Leaves:
    """Some pages of a file in order, each with what it inherits; `index` finds them by object.

    `labels` and `layers` are those of the whole file.
    """

    pdf: pikepdf.Pdf
    pages: list[Dictionary]
    inherited: list[dict[str, Object]]
    labels: Labels
    layers: dict[Mark, bool]
    index: dict[Mark, int] = field(default_factory=dict)

    def attribute(self, number: int, key: str) -> object:
        """Return an attribute of a page, its own or an inherited one."""
        own = self.pages[number].get(key)
        return self.inherited[number].get(key) if own is None else own


class Trunk:
    """The page tree of a file: finds pages by number without walking past all before them."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._branches: list[tuple[int, object, dict[str, Object]]] = []
        self.pages = 0
        self._labels = Labels(pdf.Root)
        self._layers = states(pdf.Root)
        root = pdf.Root.get("/Pages")
        kids = root.get("/Kids") if isinstance(root, Dictionary) else None
        if not isinstance(root, Dictionary) or not isinstance(kids, Array):
            return
        above = _inherited(root)
        for kid in kids:
            self._branches.append((self.pages, kid, above))
            self.pages += _count(kid)

    def index(self) -> dict[Mark, int]:
        """Return the number of every page by its object, without reading the pages themselves.

        A parser keeps what it has read; references are read as text, so that memory stays small.
        """
        found: dict[Mark, int] = {}
        for first, kid, _ in self._branches:
            kids = kid.get("/Kids") if isinstance(kid, Dictionary) else None
            if not isinstance(kids, Array):
                marks = [kid.objgen] if isinstance(kid, Dictionary) else []
            elif _count(kid) == len(kids):
                marks = [(int(one), int(two)) for one, two in _REFERENCE.findall(kids.unparse())]
            else:
                marks = [page.objgen for page, _ in _Walk().down(kid, {}, 0)]
            for offset, mark in enumerate(marks):
                found.setdefault(mark, first + offset)
        return found

    def leaves(self, first: int = 0, count: int = MOST) -> Leaves:
        """Return some pages from `first` on."""
        found = Leaves(self.pdf, [], [], self._labels, self._layers)
        start = bisect_right(self._branches, first, key=lambda branch: branch[0]) - 1
        walk = _Walk()
        skip = first - self._branches[start][0] if start >= 0 else 0
        for _, kid, above in self._branches[max(start, 0) :]:
            for page, attributes in walk.down(kid, above, 0):
                if skip:
                    skip -= 1
                    continue
                if len(found.pages) == count:
                    return found
                found.index.setdefault(page.objgen, len(found.pages))
                found.pages.append(page)
                found.inherited.append(attributes)
        return found


class _Walk:
    """Goes down a branch of the page tree."""

    def __init__(self) -> None:
        self._seen: set[Mark] = set()

    def down(
        self, node: object, above: dict[str, Object], depth: int
    ) -> Iterator[tuple[Dictionary, dict[str, Object]]]:
        if not isinstance(node, Dictionary) or depth > DEEPEST:
            return
        kids = node.get("/Kids")
        if not isinstance(kids, Array):
            yield node, above
            return
        if node.objgen in self._seen:
            return
        self._seen.add(node.objgen)
        mine = {**above, **_inherited(node)}
        for kid in kids:
            yield from self.down(kid, mine, depth + 1)


def _inherited(node: Dictionary) -> dict[str, Object]:
    return {key: value for key in INHERITED if (value := node.get(key)) is not None}


def _count(node: object) -> int:
    """Return how many pages a branch says that it has; a page is one."""
    if not isinstance(node, Dictionary) or "/Kids" not in node:
        return 1
    return max(0, int(number(node.get("/Count")) or 0))
