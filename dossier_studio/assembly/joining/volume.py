"""Writes segments one after another as one PDF: page tree, outline, form, layers, tags, labels.

Objects 1 to 6 are the volume's own (Head); then come the segments, each with its base; then our
bookmarks. Bytes are written once and in order, and never read back.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO

from dossier_studio.assembly.joining import catalog, crossref, elsewhere, tagging, wire
from dossier_studio.assembly.joining.catalog import Based, Owned
from dossier_studio.assembly.joining.outlining import Entry, Outline
from dossier_studio.assembly.joining.pouring import Pouring
from dossier_studio.assembly.joining.record import BadRecord, Objects, Record
from dossier_studio.assembly.joining.segment import FIRST_NAME, Kind, Loss, Note, Segment, Shared
from dossier_studio.assembly.joining.stamp import StampFont, stamped
from dossier_studio.assembly.joining.tagging import Tagging


class Head(IntEnum):
    """Numbers of the volume's own objects."""

    CATALOG = 1
    PAGES = 2
    INFO = 3
    SAVE = 4
    TAGS = 5
    METADATA = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A segment in its place.

    `field` is the name above its form fields, `title` its document's, `file` the name that links
    from other documents call it by ("": none does).
    """

    segment: Segment
    field: str
    title: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """What the volume is: members in order, bookmarks, title, language, and the stamp's words."""

    members: Sequence[Member]
    bookmarks: Sequence[Entry]
    title: str
    language: str
    font: StampFont
    stamp: Callable[[int, int], str]


class BrokenMember(Exception):
    """A member whose segment is not what it should be; `index` says which."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


def write(volume: Volume, target: Path) -> Iterator[int]:
    """Write a volume, yielding the bytes written so far now and then.

    The same volume gives the same bytes. Raises BrokenMember, and OSError when the disk is full,
    for one.
    """
    with target.open("wb", buffering=1 << 20) as out:
        yield from _Writer(volume, out).write()


def notes_of(volume: Volume) -> list[tuple[Note, ...]]:
    """Return for each member what its source lost, links that still leave the volume included."""
    based = [
        Owned(Based(one.segment, 0, 0), one.field, one.title, one.file) for one in volume.members
    ]
    found = [set(one.segment.notes) for one in volume.members]
    for index, away in elsewhere.unsettled(based):
        found[index].add(Note(Loss.ELSEWHERE, away.on, away.file))
    return [tuple(sorted(one)) for one in found]


class _Writer:
    def __init__(self, volume: Volume, out: BinaryIO) -> None:
        self.volume = volume
        self.pouring = Pouring(out)
        segments = [volume.font.segment, *(member.segment for member in volume.members)]
        self.based: list[Based] = []
        base, page = max(Head) + 1, 0
        for segment in segments:
            self.based.append(Based(segment, base, page))
            base += segment.objects
            page += segment.pages
        self.total = page
        self.members = [
            Owned(based, member.field, member.title, member.file)
            for based, member in zip(self.based[1:], volume.members, strict=True)
        ]
        self.openings = {one.first_page: one.page(0) for one in self.based if one.segment.pages}
        self.outline = Outline(volume.bookmarks, self.based[1:], base)
        self.tagging = Tagging(self.members)
        self.bodies = elsewhere.settled(self.members)
        self.offsets = array("Q", bytes(8 * self.outline.end))

    def write(self) -> Iterator[int]:
        self.pouring.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.object(Head.SAVE, b"<< /Length 2 >>\nstream\nq\n\nendstream")
        for index, based in enumerate(self.based):
            try:
                record = Record(based.segment.path)
                yield from self._segment(index - 1, based, record)
                self._stamps(based, record)
            except BadRecord as error:
                raise BrokenMember(index - 1) from error
            yield self.pouring.written
        self._closing()
        yield self.pouring.written

    def object(self, number: int, body: bytes) -> None:
        self.offsets[number] = self.pouring.written
        self.pouring.put(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _segment(self, member: int, based: Based, record: Record) -> Iterator[int]:
        segment = based.segment
        objects = record.objects(segment.objects)
        with ExitStack() as files:
            data = files.enter_context(segment.path.open("rb"))
            source = files.enter_context(segment.source.open("rb")) if segment.source else None
            own = self._own_bodies(member, based)
            for number, body in self._bodies(member, based, objects):
                place, length = objects.starts[number], objects.lengths[number]
                if length < 0:
                    self.object(based.base + number, own.get(number, body))
                    continue
                self.offsets[based.base + number] = self.pouring.written
                self.pouring.put(b"%d 0 obj\n%b\nstream\n" % (based.base + number, body))
                holder = data if place < 0 else source
                if holder is None:
                    raise BadRecord
                yield from self.pouring.pour(holder, -1 - place if place < 0 else place, length)
                self.pouring.put(b"\nendstream\nendobj\n")
            for number, body in own.items():
                if not self.offsets[based.base + number]:
                    self.object(based.base + number, body)

    def _bodies(self, member: int, based: Based, objects: Objects) -> Iterator[tuple[int, bytes]]:
        """Yield the objects of a segment with their open places filled."""
        texts, codes, base = objects.texts, objects.codes, based.base
        known: dict[int, int | bytes] = {}
        start = first = 0
        try:
            for number, (end, last) in enumerate(zip(objects.ends, objects.code_ends, strict=True)):
                if end == start:
                    continue
                parts = tuple(
                    [
                        self._filled(member, code, known) if code & 3 else base + (code >> 2)
                        for code in codes[first:last]
                    ]
                )
                yield number, texts[start:end] % parts
                start, first = end, last
        except (TypeError, ValueError, LookupError) as error:
            raise BadRecord from error

    def _filled(self, member: int, code: int, known: dict[int, int | bytes]) -> int | bytes:
        """What stands at an open place that is no reference within the segment."""
        found = known.get(code)
        if found is None:
            found = known[code] = self._meant(member, code >> 2, Kind(code & 3))
        return found

    def _meant(self, member: int, number: int, kind: Kind) -> int | bytes:
        if kind is Kind.PAGE:
            return self.openings[number]
        if kind is Kind.TAG:
            return self.tagging.first[member] + number
        if number >= FIRST_NAME:
            return self.tagging.names[member][number - FIRST_NAME]
        return self._shared(member)[Shared(number)]

    def _shared(self, member: int) -> dict[Shared, int | bytes]:
        found: dict[Shared, int | bytes] = {
            Shared.SAVE: int(Head.SAVE),
            Shared.FONT: self.based[0].base + self.volume.font.number,
            Shared.PAGES: int(Head.PAGES),
            Shared.TAGS: int(Head.TAGS),
        }
        if member >= 0:
            found[Shared.BOOKMARK] = self.outline.above[member]
            found[Shared.TITLE] = catalog.string(self.members[member].title)
        return found

    def _own_bodies(self, member: int, based: Based) -> dict[int, bytes]:
        """Objects of a segment that the volume writes instead."""
        if member < 0:
            return {}
        found = dict(self.bodies.get(member, {}))
        above = catalog.field_above(self.members[member])
        if above:
            found[based.segment.form_parent] = above
        return found

    def _stamps(self, based: Based, record: Record) -> None:
        for index, slot in enumerate(wire.slots(record, based.segment.pages)):
            if slot.stamp is not None:
                text = self.volume.stamp(based.first_page + index + 1, self.total)
                body = stamped(slot.stamp, text, self.volume.font)
                self.object(
                    based.base + index + 1,
                    b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body),
                )

    def _closing(self) -> None:
        for number, body in self.outline.objects():
            self.object(number, body)
        kids = b" ".join(b"%d 0 R" % one.base for one in self.based if one.segment.pages)
        self.object(Head.PAGES, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (self.total, kids))
        self.object(Head.INFO, catalog.information(self.volume.title))
        self.object(Head.METADATA, catalog.metadata(self.volume.title, self.volume.language))
        tagged = self.tagging.root()
        if tagged:
            self.object(Head.TAGS, tagged)
        entries = [
            b"/Type /Catalog /Version /1.7",
            b"/Pages %d 0 R /Metadata %d 0 R" % (Head.PAGES, Head.METADATA),
            b"/PageLabels << /Nums [ 0 << /S /D >> ] >>",
            b"/ViewerPreferences << /DisplayDocTitle true >>",
            b"/Lang " + catalog.string(self.volume.language),
            self.outline.entry(),
            catalog.form_entry(self.members),
            catalog.layers_entry(self.members),
            catalog.names_entry(self.members),
            tagging.entry(self.members, Head.TAGS) if tagged else b"",
        ]
        self.object(Head.CATALOG, b"<< " + b" ".join(filter(None, entries)) + b" >>")
        identity = self._identity()
        trailer = b"/Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ]" % (
            *(Head.CATALOG, Head.INFO),
            *(identity, identity),
        )
        crossref.write(self.pouring, self.offsets, trailer)

    def _identity(self) -> bytes:
        """The file's identifier follows from what went in, so that it is the same every time."""
        content = hashlib.sha256(self.volume.title.encode())
        for based in self.based:
            content.update(f"\n{based.segment.identity}:{based.segment.pages}".encode())
        return content.hexdigest()[:32].encode()
