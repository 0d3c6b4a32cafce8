"""A segment: the objects of one source, written out, with the places of its references open.

Objects are numbered within the segment: 0 is its page-tree node, 1 … n are the stamps of its n
pages, n + 1 is the field above its form, the rest are what the source held. The volume adds its
base to all of them.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import TypeAlias


class Mark(IntEnum):
    """What stands at an open place; a mark is `number << 2 | kind`."""

    REFERENCE = 0  # to an object of this segment
    OBJECT = 1  # where an object of this segment begins
    SHARED = 2  # to an object of the volume, see Shared
    PAGE = 3  # to a page of the volume, counted from 0


class Shared(IntEnum):
    """Objects of the volume that every segment may refer to."""

    SAVE = 0  # a content stream with the operator q
    FONT = 1  # the font of the stamps


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (counted from 0) of the same source; None keeps what the reader had."""

    page: int
    left: Decimal | None = None
    top: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark: where it leads (a spot, or an action object of the segment), and its look."""

    title: str
    spot: Spot | None = None
    action: int | None = None
    color: tuple[float, ...] = ()
    flags: int = 0
    open: bool = False
    children: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class StampPlace:
    """Where the foot of a page is: the matrix of its lower left corner as seen, and its width.

    `close` says how many graphics states the page leaves open; `font` is the stamp font's name
    in the page's resources.
    """

    matrix: tuple[float, ...]
    width: float
    close: int
    font: str


@dataclass(frozen=True, slots=True)
class PageSlot:
    """A page: its object, its upper left corner as seen, and its stamp's place (None: no stamp)."""

    number: int
    corner: tuple[Decimal, Decimal]
    stamp: StampPlace | None


@dataclass(frozen=True, slots=True)
class Form:
    """Root fields, the defaults that the source's form gave them, and its resources by name."""

    fields: tuple[int, ...]
    appearance: str
    alignment: int
    resources: tuple[tuple[str, str, int], ...]


Order: TypeAlias = "tuple[int | str | Order, ...]"


@dataclass(frozen=True, slots=True)
class Layers:
    """Optional content groups, those that are off at first, and how they are presented."""

    groups: tuple[int, ...]
    off: tuple[int, ...] = ()
    locked: tuple[int, ...] = ()
    order: Order = ()
    radio: tuple[tuple[int, ...], ...] = ()
    usage: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A source that has been cut; `path` holds its objects, `marks_path` their open places."""

    path: Path
    identity: str
    objects: int
    pages: tuple[PageSlot, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    form: Form | None = None
    layers: Layers | None = None
    roots: tuple[int, ...] = field(default=())

    @property
    def marks_path(self) -> Path:
        """The file of offsets and marks."""
        return marks_of(self.path)

    @property
    def form_parent(self) -> int:
        """The number of the field above the form's fields."""
        return len(self.pages) + 1

    def marks(self) -> tuple[array[int], array[int]]:
        """Return offsets into the objects, and what belongs there."""
        both = array("q")
        both.frombytes(self.marks_path.read_bytes())
        return both[0::2], both[1::2]


def marks_of(path: Path) -> Path:
    """Return where the marks of a segment lie."""
    return path.with_suffix(".marks")
