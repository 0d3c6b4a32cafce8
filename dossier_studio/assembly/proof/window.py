"""Shows a parser one document of a large volume: the same file with a smaller table of objects.

A parser takes the whole table into memory, about a kilobyte for each object. A window lists the
objects of one branch of the page tree and those before and after all branches; all others read as
null. What is not in a window can only make a proof fail, never hold: then the whole file is asked.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

import pikepdf
from typing_extensions import Buffer, override

ROW = 20
"""Bytes of one line of a cross-reference table."""

_TAIL = 2048
_LARGEST = 1 << 22
_START = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SECTION = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_OUTLINES = re.compile(rb"/Outlines (\d+) 0 R")
_FIRST = re.compile(rb"/First (\d+) 0 R")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_COUNT = re.compile(rb"/Count (\d+)")
_REFERENCE = re.compile(rb"(\d+) 0 R")


class Unusual(Exception):
    """A file that is not laid out so that windows could be cut."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the page tree: its first page (from 0), its pages, and its range of objects."""

    first: int
    pages: tuple[int, ...]
    start: int
    end: int


class Windows:
    """Cuts windows of one file."""

    def __init__(self, path: Path) -> None:
        """Read the table of a file; raises Unusual, or OSError."""
        self._file = path.open("rb")
        try:
            self._table, self._root = self._read_table()
            self.branches, self._after = self._read_branches()
        except (Unusual, ValueError) as error:
            self._file.close()
            raise Unusual from error
        self._outlines: list[int] | None = None
        self._firsts = [one.first for one in self.branches]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def objects(self) -> int:
        """How many objects the file has."""
        return len(self._table) // ROW

    def index(self) -> dict[tuple[int, int], int]:
        """Return the number of every page by its object."""
        return {
            (page, 0): branch.first + offset
            for branch in self.branches
            for offset, page in enumerate(branch.pages)
        }

    def branch(self, page: int) -> Branch:
        """Return the branch in which a page stands."""
        return self.branches[max(0, bisect_right(self._firsts, page) - 1)]

    def outline_in(self, branch: Branch) -> int:
        """Return the first bookmark among a branch's objects that one of the volume's leads to."""
        if self._outlines is None:
            text = b"".join(self._text(one) for one in range(self._after, self.objects))
            self._outlines = sorted(map(int, _FIRST.findall(text)))
        at = bisect_right(self._outlines, branch.start)
        found = self._outlines[at] if at < len(self._outlines) else 0
        return found if branch.start <= found < branch.end else 0

    @contextmanager
    def around(self, branch: Branch, *, after: bool = False) -> Iterator[pikepdf.Pdf]:
        """Open the file so far as one branch shows it; `after`: with what stands after all."""
        with pikepdf.open(self.stream(branch, after=after), suppress_warnings=True) as pdf:
            yield pdf

    def stream(self, branch: Branch, *, after: bool = False) -> BinaryIO:
        """Return the bytes of the file, with a table that lists what one branch shows."""
        # Without the root of all pages, which a parser would climb up to.
        ranges = [(1, self._pages), (self._pages + 1, self.branches[0].start)]
        ranges += [(branch.start, branch.end)]
        if after:
            # What the volume says itself leads to the first page of some document.
            ranges += [(page, page + 1) for one in self.branches for page in one.pages[:1]]
            ranges += [(self._after, self.objects)]
        ending = self._ending(branch, ranges)
        return cast("BinaryIO", io.BufferedReader(_Cut(self._file, self._size, ending)))

    def _ending(self, branch: Branch, ranges: Iterable[tuple[int, int]]) -> bytes:
        """Return a catalog with one branch, a table of some objects, and the trailer."""
        pages = b"/Pages %d 0 R" % branch.start
        catalog = _PAGES.sub(pages, self._text(self._root), count=1).partition(b" obj")[2]
        lines = [b"\n%d 0 obj%bendobj\n" % (self.objects, catalog)]
        table = self._size + len(lines[0])
        lines.append(b"xref\n0 1\n0000000000 65535 f \n")
        for start, end in ranges:
            if end > start:
                lines.append(b"%d %d\n" % (start, end - start))
                lines.append(self._table[start * ROW : end * ROW])
        trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        lines.append(b"%d 1\n%010d 00000 n \n" % (self.objects, self._size + 1))
        lines.append(trailer % (self.objects + 1, self.objects, table))
        return b"".join(lines)

    def _read_table(self) -> tuple[bytes, int]:
        self._size = self._file.seek(0, io.SEEK_END)
        self._file.seek(max(0, self._size - _TAIL))
        ending = _START.search(self._file.read())
        if ending is None or b"/Prev" in ending[1] or b"/XRefStm" in ending[1]:
            raise Unusual
        root, section = _ROOT.search(ending[1]), None
        self._file.seek(int(ending[2]))
        section = _SECTION.match(self._file.read(40))
        if root is None or section is None:
            raise Unusual
        self._file.seek(int(ending[2]) + section.end())
        table = self._file.read(int(section[1]) * ROW)
        return table, int(root[1])

    def _read_branches(self) -> tuple[list[Branch], int]:
        root = self._text(self._root)
        pages, outlines = _PAGES.search(root), _OUTLINES.search(root)
        self._pages = int(pages[1]) if pages else 0
        nodes = self._kids(self._pages) if pages else ()
        if not nodes or any(one >= other for one, other in pairwise(nodes)):
            raise Unusual
        after = int(outlines[1]) if outlines else self.objects
        if after <= nodes[-1] or self._pages >= nodes[0]:
            raise Unusual
        found = []
        first = 0
        for start, end in zip(nodes, (*nodes[1:], after), strict=True):
            kids = self._kids(start)
            count = _COUNT.search(self._text(start))
            if count is None or int(count[1]) != len(kids):
                raise Unusual
            found.append(Branch(first, kids, start, end))
            first += len(kids)
        return found, after

    def _kids(self, number: int) -> tuple[int, ...]:
        kids = _KIDS.search(self._text(number))
        return tuple(int(one) for one in _REFERENCE.findall(kids[1])) if kids else ()

    def _text(self, number: int) -> bytes:
        """Return an object that is no stream, as it is written."""
        if not 0 < number < self.objects:
            raise Unusual
        row = self._table[number * ROW : (number + 1) * ROW]
        if row[17:18] != b"n":
            return b""
        self._file.seek(int(row[:10]))
        text = b""
        while b"endobj" not in text and len(text) < _LARGEST:
            more = self._file.read(1 << 10 << len(text).bit_length() // 4)
            if not more:
                raise Unusual
            text += more
        return text.partition(b"endobj")[0]


class _Cut(io.RawIOBase):
    """A file with another ending."""

    def __init__(self, file: io.BufferedReader, size: int, ending: bytes) -> None:
        super().__init__()
        self._file = file
        self._size = size
        self._ending = ending
        self._at = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence, self._size + len(self._ending))
        self._at = base + offset
        return self._at

    @override
    def tell(self) -> int:
        return self._at

    @override
    def readinto(self, buffer: Buffer) -> int:
        room = memoryview(buffer)
        if self._at < self._size:
            self._file.seek(self._at)
            count = self._file.readinto(room[: self._size - self._at])
        else:
            start = self._at - self._size
            data = self._ending[start : start + len(room)]
            count = len(data)
            room[:count] = data
        self._at += count
        return count
