"""Where links and bookmarks of a source lead: names and page numbers become places on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from dossier_studio.assembly.joining.segment import Spot

DEEPEST = 40
"""How many levels of a name tree, or of a destination that names a destination, are followed."""

Pages = Sequence[Dictionary]


class Targets:
    """Resolves the destinations of one source, whose pages are given in order."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Pages) -> None:
        self._pages = pages
        self._index = {page.objgen: index for index, page in enumerate(pages)}
        self._root = pdf.Root
        self._corners: dict[int, tuple[Decimal, Decimal]] = {}
        self._names: dict[bytes, object] | None = None

    def spot(self, destination: object, depth: int = 0) -> Spot | None:
        """Return the place that a destination means, None when it leads nowhere."""
        if depth > DEEPEST:
            return None
        if isinstance(destination, Name | String):
            return self.spot(self._named(destination), depth + 1)
        if isinstance(destination, Dictionary):
            return self.spot(destination.get("/D"), depth + 1)
        if isinstance(destination, Array) and len(destination):
            return self._explicit(list(destination))
        return None

    def named_spots(self) -> dict[bytes, Spot]:
        """Return every name that leads somewhere, for those who lead here from elsewhere."""
        found = {name: self.spot(value) for name, value in self._all_names()}
        return {name: spot for name, spot in found.items() if spot is not None}

    def corner(self, page: int) -> tuple[Decimal, Decimal]:
        """Return the upper left corner of a page as the reader sees it."""
        if page not in self._corners:
            self._corners[page] = self._corner(page)
        return self._corners[page]

    def _corner(self, page: int) -> tuple[Decimal, Decimal]:
        left, bottom, right, top = visible_box(self._pages[page])
        turned = {0: (left, top), 90: (left, bottom), 180: (right, bottom), 270: (right, top)}
        return turned[rotation(self._pages[page])]

    def explicit(self, spot: Spot) -> Array:
        """Return a spot as an explicit destination that keeps the reader's zoom."""
        page = self._pages[spot.page]
        return Array([page, Name.XYZ, spot.left, spot.top, None])

    def _explicit(self, parts: list[object]) -> Spot | None:
        page = self._page(parts[0])
        if page is None:
            return None
        kind = str(parts[1]) if len(parts) > 1 and isinstance(parts[1], Name) else ""
        numbers = [number(part) for part in parts[2:6]] + [None] * 4
        left, top = self.corner(page)
        match kind:
            case "/XYZ":
                return Spot(page, numbers[0], numbers[1])
            case "/FitH" | "/FitBH":
                return Spot(page, None, top if numbers[0] is None else numbers[0])
            case "/FitV" | "/FitBV":
                return Spot(page, left if numbers[0] is None else numbers[0], top)
            case "/FitR":
                return Spot(page, numbers[0], numbers[3])
            case _:
                return Spot(page, left, top)

    def _page(self, first: object) -> int | None:
        if isinstance(first, Dictionary):
            return self._index.get(first.objgen)
        if isinstance(first, int) and 0 <= first < len(self._pages):
            return first
        return None

    def _named(self, name: Name | String) -> object:
        """Names stand in /Dests and strings in the name tree; readers look in both."""
        key = str(name)[1:].encode("latin-1", "replace") if isinstance(name, Name) else bytes(name)
        if self._names is None:
            self._names = dict(self._all_names())
        return self._names.get(key)

    def _all_names(self) -> Iterator[tuple[bytes, object]]:
        old = self._root.get("/Dests")
        if isinstance(old, Dictionary):
            for name, value in old.items():
                yield name[1:].encode("latin-1", "replace"), value
        names = self._root.get("/Names")
        if isinstance(names, Dictionary):
            for key, leads in leaves(names.get("/Dests"), "/Names"):
                if isinstance(key, String):
                    yield bytes(key), leads


def leaves(root: object, key: str) -> Iterator[tuple[object, object]]:
    """Yield keys and values of a name tree (`key` /Names) or a number tree (/Nums)."""
    waiting = [(root, 0)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, Dictionary) or depth > DEEPEST or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        pairs = node.get(key)
        if isinstance(pairs, Array):
            listed = list(pairs)
            yield from zip(listed[0::2], listed[1::2], strict=False)
        kids = node.get("/Kids")
        if isinstance(kids, Array):
            waiting += [(kid, depth + 1) for kid in reversed(list(kids))]


def number(value: object) -> Decimal | None:
    """Return a number of a PDF, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


Box: TypeAlias = tuple[Decimal, Decimal, Decimal, Decimal]


def visible_box(page: Dictionary) -> Box:
    """Return the part of a page that is shown: left, bottom, right, top in its own units.

    Attributes must have been brought down from the page tree before.
    """
    return _shown(_text(page.get("/MediaBox")), _text(page.get("/CropBox")))


def rotation(page: Dictionary) -> int:
    """Return 0, 90, 180 or 270."""
    turned = number(page.get("/Rotate"))
    return int(turned) % 360 // 90 * 90 if turned is not None else 0


def _text(box: object) -> bytes:
    """A box as text, by which the boxes of many pages are read but once."""
    if not isinstance(box, Array):
        return b""
    text = box.unparse(resolved=True)
    if b" R" not in text:
        return text
    return Array([one for one in box if number(one) is not None]).unparse()


@lru_cache(maxsize=256)
def _shown(media_text: bytes, crop_text: bytes) -> Box:
    media = _box(media_text) or (Decimal(0), Decimal(0), Decimal(612), Decimal(792))
    crop = _box(crop_text) or media
    shown = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return shown if shown[0] < shown[2] and shown[1] < shown[3] else media


def _box(text: bytes) -> Box | None:
    value = Object.parse(text) if text else None
    if not isinstance(value, Array):
        return None
    match [number(part) for part in value]:
        case [Decimal() as a, Decimal() as b, Decimal() as c, Decimal() as d] if a != c and b != d:
            return min(a, c), min(b, d), max(a, c), max(b, d)
        case _:
            return None
