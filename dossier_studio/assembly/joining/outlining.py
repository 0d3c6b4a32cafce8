"""The outline of a volume: our bookmarks, and beneath them those that the sources had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dossier_studio.assembly.joining.catalog import Based, string
from dossier_studio.assembly.joining.segment import Bookmark


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark of ours: to a page of the volume (from 0), with what hangs beneath it.

    `member` is the index of the member whose own bookmarks follow the children, -1 for none.
    """

    title: str
    page: int
    children: tuple[Entry, ...] = ()
    member: int = -1
    open: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A bookmark ready to be written: what follows its title, and how many show beneath it."""

    title: str
    look: bytes
    open: bool
    children: tuple[Node, ...]

    @property
    def below(self) -> int:
        """How many bookmarks show beneath this one once it is open."""
        return _shown(self.children)


class Outline:
    """Makes and numbers the bookmarks of a volume, whose pages have these object numbers."""

    def __init__(self, pages: Sequence[int], members: Sequence[Based]) -> None:
        self._pages = pages
        self._members = members
        self._corners = [slot.corner for based in members for slot in based.slots]

    def objects(self, entries: Sequence[Entry], first: int) -> Iterator[tuple[int, bytes]]:
        """Yield object numbers from `first` (the root) and bodies; nothing without entries."""
        if not entries:
            return
        nodes = tuple(self._ours(entry) for entry in entries)
        numbers = _Numbers(first + 1)
        top = numbers.take(len(nodes))
        yield (
            first,
            b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
            % (top[0], top[-1], _shown(nodes)),
        )
        yield from _written(nodes, top, first, numbers)

    def _ours(self, entry: Entry) -> Node:
        children = [self._ours(child) for child in entry.children]
        if entry.member >= 0:
            based = self._members[entry.member]
            children += [self._theirs(based, one) for one in based.segment.bookmarks]
        left, top = self._corners[entry.page]
        return Node(
            entry.title,
            self._spot(entry.page, left, top),
            entry.open,
            tuple(children),
        )

    def _theirs(self, based: Based, one: Bookmark) -> Node:
        parts = []
        if one.spot is not None:
            page = based.first_page + one.spot.page
            parts.append(self._spot(page, one.spot.left, one.spot.top))
        elif one.action is not None:
            parts.append(b"/A " + based.reference(one.action))
        if one.color:
            parts.append(b"/C [ %b ]" % b" ".join(b"%g" % part for part in one.color))
        if one.flags:
            parts.append(b"/F %d" % one.flags)
        children = tuple(self._theirs(based, child) for child in one.children)
        return Node(one.title, b" ".join(parts), one.open, children)

    def _spot(self, page: int, left: Decimal | None, top: Decimal | None) -> bytes:
        where = (self._pages[page], _coordinate(left), _coordinate(top))
        return b"/Dest [ %d 0 R /XYZ %b %b null ]" % where


class _Numbers:
    def __init__(self, first: int) -> None:
        self._next = first

    def take(self, count: int) -> range:
        taken = range(self._next, self._next + count)
        self._next += count
        return taken


def _written(
    nodes: Sequence[Node], own: Sequence[int], parent: int, numbers: _Numbers
) -> Iterator[tuple[int, bytes]]:
    for position, node in enumerate(nodes):
        below = numbers.take(len(node.children))
        parts = [b"/Title " + string(node.title), b"/Parent %d 0 R" % parent]
        if position:
            parts.append(b"/Prev %d 0 R" % own[position - 1])
        if position + 1 < len(nodes):
            parts.append(b"/Next %d 0 R" % own[position + 1])
        if below:
            parts.append(b"/First %d 0 R /Last %d 0 R" % (below[0], below[-1]))
            parts.append(b"/Count %d" % (node.below if node.open else -node.below))
        if node.look:
            parts.append(node.look)
        yield own[position], b"<< " + b" ".join(parts) + b" >>"
        yield from _written(node.children, below, own[position], numbers)


def _shown(nodes: Sequence[Node]) -> int:
    return len(nodes) + sum(node.below for node in nodes if node.open)


def _coordinate(value: Decimal | None) -> bytes:
    return b"null" if value is None else format(value, "f").encode()
