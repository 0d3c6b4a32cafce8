"""The outline of a volume: our bookmarks, above those that the sources had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier_studio.assembly.joining.catalog import Based, string


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark of ours, to a page of a member (from 0).

    Either it has `children`, or the member's own bookmarks hang beneath it (`leaf`).
    """

    title: str
    member: int
    children: tuple[Entry, ...] = ()
    leaf: bool = False
    open: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """A bookmark with its number, those beside it, and the first number beneath it."""

    number: int
    entry: Entry
    parent: int
    family: range
    below: int


class Outline:
    """Numbers our bookmarks from `first` on, the root being that; `end` is the next free number.

    `above` is, for each member, the bookmark that its own hang beneath.
    """

    def __init__(self, entries: Sequence[Entry], members: Sequence[Based], first: int) -> None:
        self._entries = entries
        self._members = members
        self._first = first
        self._next = first + 1
        self.above = [0] * len(members)
        self._rows = list(self._numbered(entries, first)) if entries else []
        self.end = self._next if entries else first

    def entry(self) -> bytes:
        """Return the catalog's entry."""
        if not self._entries:
            return b""
        return b"/PageMode /UseOutlines /Outlines %d 0 R" % self._first

    def objects(self) -> Iterator[tuple[int, bytes]]:
        """Yield our bookmarks: object numbers and bodies."""
        if not self._entries:
            return
        top = self._rows[0].family
        yield (
            self._first,
            b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
            % (top.start, top.stop - 1, self._shown(self._entries)),
        )
        for row in self._rows:
            yield row.number, self._body(row)

    def _numbered(self, entries: Sequence[Entry], parent: int) -> Iterator[_Row]:
        family = range(self._next, self._next + len(entries))
        self._next = family.stop
        for number, entry in zip(family, entries, strict=True):
            if entry.leaf:
                self.above[entry.member] = number
            yield _Row(number, entry, parent, family, self._next)
            yield from self._numbered(entry.children, number)

    def _body(self, row: _Row) -> bytes:
        number, entry, family = row.number, row.entry, row.family
        parts = [b"/Title " + string(entry.title), b"/Parent %d 0 R" % row.parent]
        if number > family.start:
            parts.append(b"/Prev %d 0 R" % (number - 1))
        if number + 1 < family.stop:
            parts.append(b"/Next %d 0 R" % (number + 1))
        member = self._members[entry.member]
        theirs = member.segment.bookmarks if entry.leaf else None
        shown = self._below(entry)
        if shown:
            first, last = row.below, row.below + len(entry.children) - 1
            if theirs:
                first, last = member.base + theirs.first, member.base + theirs.last
            parts.append(b"/First %d 0 R /Last %d 0 R" % (first, last))
            parts.append(b"/Count %d" % (shown if entry.open else -shown))
        left, top = (format(part, "f").encode() for part in member.segment.corner)
        parts.append(b"/Dest [ %d 0 R /XYZ %b %b null ]" % (member.page(entry.page), left, top))
        return b"<< " + b" ".join(parts) + b" >>"

    def _below(self, entry: Entry) -> int:
        """How many bookmarks show beneath one once it is open."""
        theirs = self._members[entry.member].segment.bookmarks if entry.leaf else None
        return theirs.shown if theirs else self._shown(entry.children)

    def _shown(self, entries: Sequence[Entry]) -> int:
        return len(entries) + sum(self._below(one) for one in entries if one.open)
