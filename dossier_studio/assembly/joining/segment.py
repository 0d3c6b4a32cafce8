"""A segment: the objects of one source, ready for any volume, with what it offers to the volume.

Objects are numbered within the segment, and the volume adds its base to all of them:

    0               the page-tree node above its pages
    1 … n           the stamps of its n pages (written by the volume)
    n + 1 … 2n      its pages, in order
    2n + 1          the field above its form (written by the volume)
    2n + 2          the structure element above its tags
    from 2n + 3     its bookmarks, and everything else that its pages need
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TypeAlias

from dossier_studio.core.text import Message


class Kind(IntEnum):
    """What stands at an open place of an object; its code is `number << 2 | kind`."""

    REFERENCE = 0  # an object of this segment
    SHARED = 1  # something of the volume, see Shared; from FIRST_NAME on a name of the tags
    PAGE = 2  # a page of the volume, counted from 0, on which a document begins
    TAG = 3  # a number of the structure tree


class Shared(IntEnum):
    """Things of the volume that every segment may mention."""

    SAVE = 0  # a content stream with the operator q
    FONT = 1  # the font of the stamps
    PAGES = 2  # the root of the page tree
    BOOKMARK = 3  # the bookmark above those of the segment
    TAGS = 4  # the root of the structure tree
    TITLE = 5  # the document's title, as a string


FIRST_NAME = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (counted from 0) of the same source; None keeps what the reader had."""

    page: int
    left: Decimal | None = None
    top: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StampPlace:
    """Where a stamp stands: the matrix of its strip's lower left corner as seen, and its width.

    `side` is -1 to the left, 0 in the middle, 1 to the right of the strip. `close` says how many
    graphics states the page leaves open; `font` is the stamp font's name in its resources.
    """

    matrix: tuple[float, ...]
    width: float
    close: int
    font: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class PageSlot:
    """A page: its upper left corner as seen, and its stamp's place (None: no stamp)."""

    corner: tuple[Decimal, Decimal]
    stamp: StampPlace | None


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """The bookmarks of a source: numbers of the first and last at the top, how many show."""

    first: int
    last: int
    shown: int


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
class Tags:
    """The structure tree of a source.

    `node` is its leaf of the parent tree, for numbers 0 … `count` - 1. `roles` are custom types
    with what they stand for, `classes` names with their attribute objects; the open places of kind
    SHARED from FIRST_NAME on mean these names, roles first. `ids` are element identifiers in
    hexadecimal with their elements.
    """

    node: int
    count: int
    roles: tuple[tuple[str, str], ...] = ()
    classes: tuple[tuple[str, int], ...] = ()
    ids: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Away:
    """A jump to another file, which may be a document of the same volume.

    `number` is the action's object; the place is a page (from 0) or a named destination.
    """

    number: int
    file: str
    page: int = 0
    name: str = ""
    left: Decimal | None = None
    top: Decimal | None = None
    on: int = 0


class Loss(StrEnum):
    """What of a source its bound copy does not have, or has in another way."""

    BOOKMARKS_CUT = "bookmarks-cut"
    SCRIPT = "script"
    OPENING = "opening"
    XFA = "xfa"
    THREADS = "threads"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One loss: on which page of the source (from 1; 0: none in particular), and what exactly."""

    loss: Loss
    page: int = 0
    detail: str = ""

    @property
    def message(self) -> Message:
        """The note in words."""
        kind = self.loss if self.page or self.loss is not Loss.ELSEWHERE else "elsewhere-bookmark"
        return Message(f"assembly.loss.{kind}", {"page": self.page, "detail": self.detail})


@dataclass(frozen=True, slots=True)
class Segment:
    """A source that has been cut: `path` holds its objects, `source` the streams it points to."""

    path: Path
    source: Path | None
    identity: str
    objects: int
    pages: int
    corner: tuple[Decimal, Decimal]
    bookmarks: Bookmarks | None = None
    form: Form | None = None
    layers: Layers | None = None
    tags: Tags | None = None
    attachments: tuple[tuple[str, int], ...] = ()
    away: tuple[Away, ...] = ()
    notes: tuple[Note, ...] = ()
    roots: tuple[int, ...] = ()

    def page(self, index: int) -> int:
        """The number of a page."""
        return self.pages + 1 + index

    @property
    def form_parent(self) -> int:
        """The number of the field above the form's fields."""
        return 2 * self.pages + 1

    @property
    def tree(self) -> int:
        """The number of the element above its tags."""
        return 2 * self.pages + 2


def reserved(pages: int) -> int:
    """Return how many numbers a segment of so many pages keeps for itself."""
    return 2 * pages + 3
