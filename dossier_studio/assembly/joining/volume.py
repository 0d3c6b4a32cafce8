"""Writes segments one after another as one PDF: page tree, outline, form, layers, labels.

Objects 1 to 4 are the volume's own (Head); then come the segments, each with its base; then the
bookmarks and fields that join them.
"""

from __future__ import annotations

import hashlib
import mmap
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO

from dossier_studio.assembly.joining import catalog
from dossier_studio.assembly.joining.catalog import Based, Owned
from dossier_studio.assembly.joining.outlining import Entry, Outline
from dossier_studio.assembly.joining.segment import Mark, Segment, Shared
from dossier_studio.assembly.joining.stamp import StampFont, stamped

LARGE = 1 << 16
"""Runs of bytes longer than this are written straight from the segment."""

FARTHEST = 10**10
"""The first offset that a cross-reference table cannot name."""


class Head(IntEnum):
    """Numbers of the volume's own objects."""

    CATALOG = 1
    PAGES = 2
    INFO = 3
    SAVE = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A segment in its place; `field` is the name above its form fields, `title` its document's."""

    segment: Segment
    field: str
    title: str


@dataclass(frozen=True, slots=True)
class Volume:
    """What the volume is: members in order, bookmarks, title, language, and the stamp's words."""

    members: Sequence[Member]
    bookmarks: Sequence[Entry]
    title: str
    language: str
    font: StampFont
    stamp: Callable[[int, int], str]


def write(volume: Volume, target: Path) -> Iterator[int]:
    """Write a volume, yielding the bytes written so far after each segment.

    The same volume gives the same bytes. Raises OSError when the disk is full, for one.
    """
    with target.open("wb") as out:
        yield from _Writer(volume, out).write()


class _Writer:
    def __init__(self, volume: Volume, out: BinaryIO) -> None:
        self.volume = volume
        self.out = out
        self.written = 0
        self.offsets = array("Q", [0])
        segments = [volume.font.segment, *(member.segment for member in volume.members)]
        self.based: list[Based] = []
        base, page = max(Head) + 1, 0
        for segment in segments:
            self.based.append(Based(segment, base, page))
            base += segment.objects
            page += len(segment.pages)
        self.total = page
        self.next = base
        self.pages = [based.base + slot.number for based in self.based for slot in based.slots]
        self.shared = {
            Shared.SAVE: int(Head.SAVE),
            Shared.FONT: self.based[0].base + volume.font.number,
        }

    def write(self) -> Iterator[int]:
        self.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.object(Head.SAVE, b"<< /Length 2 >>\nstream\nq\n\nendstream")
        for based in self.based:
            self._segment(based)
            self._stamps(based)
            yield self.written
        self._closing()
        yield self.written

    def put(self, data: bytes | memoryview) -> None:
        self.out.write(data)
        self.written += len(data)

    def object(self, number: int, body: bytes) -> None:
        self._begin(number)
        self.put(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _begin(self, number: int) -> None:
        while len(self.offsets) <= number:
            self.offsets.append(0)
        self.offsets[number] = self.written

    def _segment(self, based: Based) -> None:
        if not based.segment.path.stat().st_size:
            return
        with (
            based.segment.path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held,
            memoryview(held) as data,
        ):
            position = 0
            for offset, mark in zip(*based.segment.marks(), strict=True):
                if offset > position:
                    self.put(data[position:offset])
                    position = offset
                self._close(based, mark)
            self.put(data[position:])

    def _close(self, based: Based, mark: int) -> None:
        number, kind = mark >> 2, mark & 3
        if kind == Mark.REFERENCE:
            self.put(b"%d 0 R" % (based.base + number))
        elif kind == Mark.OBJECT:
            self._begin(based.base + number)
            self.put(b"%d 0 obj\n" % (based.base + number))
        elif kind == Mark.SHARED:
            self.put(b"%d 0 R" % self.shared[Shared(number)])
        else:
            self.put(b"%d 0 R" % self.pages[number])

    def _stamps(self, based: Based) -> None:
        kids = b" ".join(b"%d 0 R" % (based.base + slot.number) for slot in based.slots)
        self.object(
            based.base,
            b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids [ %b ] >>"
            % (Head.PAGES, len(based.slots), kids),
        )
        for index, slot in enumerate(based.slots):
            if slot.stamp is None:
                continue
            text = self.volume.stamp(based.first_page + index + 1, self.total)
            body = stamped(slot.stamp, text, self.volume.font)
            self.object(
                based.base + index + 1,
                b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body),
            )

    def _closing(self) -> None:
        members = [
            Owned(based, member.field, member.title)
            for based, member in zip(self.based[1:], self.volume.members, strict=True)
        ]
        for number, body in catalog.fields_above(members):
            self.object(number, body)
        outline, size = self._outline(), self.next
        for number, body in outline:
            self.object(number, body)
            size = max(size, number + 1)
        self._head(members, has_outline=size > self.next)
        self._table(size)

    def _outline(self) -> Iterator[tuple[int, bytes]]:
        outline = Outline(self.pages, self.based[1:])
        return outline.objects(self.volume.bookmarks, self.next)

    def _head(self, members: Sequence[Owned], *, has_outline: bool) -> None:
        kids = b" ".join(b"%d 0 R" % one.based.base for one in members if one.based.slots)
        self.object(Head.PAGES, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (self.total, kids))
        self.object(Head.INFO, catalog.information(self.volume.title))
        entries = [
            b"/Type /Catalog /Version /1.7",
            b"/Pages %d 0 R" % Head.PAGES,
            b"/PageLabels << /Nums [ 0 << /S /D >> ] >>",
            b"/ViewerPreferences << /DisplayDocTitle true >>",
            b"/Lang " + catalog.string(self.volume.language),
            b"/PageMode /UseOutlines /Outlines %d 0 R" % self.next if has_outline else b"",
            catalog.form_entry(members),
            catalog.layers_entry(members),
        ]
        self.object(Head.CATALOG, b"<< " + b" ".join(filter(None, entries)) + b" >>")

    def _table(self, size: int) -> None:
        if self.written >= FARTHEST:
            raise OverflowError
        start = self.written
        self.put(b"xref\n0 %d\n" % size)
        self.offsets.extend([0] * (size - len(self.offsets)))
        rows = [b"0000000000 65535 f \n"]
        rows += [
            b"%010d 00000 n \n" % offset if offset else b"0000000000 00000 f \n"
            for offset in self.offsets[1:size]
        ]
        self.put(b"".join(rows))
        identity = self._identity()
        self.put(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ] >>\n"
            b"startxref\n%d\n%%%%EOF\n" % (size, Head.CATALOG, Head.INFO, identity, identity, start)
        )

    def _identity(self) -> bytes:
        """The file's identifier follows from what went in, so that it is the same every time."""
        content = hashlib.sha256(self.volume.title.encode())
        for based in self.based:
            content.update(f"\n{based.segment.identity}:{len(based.slots)}".encode())
        return content.hexdigest()[:32].encode()
