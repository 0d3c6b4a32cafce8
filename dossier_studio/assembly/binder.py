"""Binds a Part: cover, contents, documents, bookmarks and page numbers in one reading copy."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from dossier_studio.assembly import sheets
from dossier_studio.assembly.contents import ContentsRow, Layout, draw, layout
from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.joining import wire
from dossier_studio.assembly.joining.cutters import cut_all
from dossier_studio.assembly.joining.cutting import Jump, cut_open
from dossier_studio.assembly.joining.outlining import Entry as Bookmark
from dossier_studio.assembly.joining.record import BadRecord
from dossier_studio.assembly.joining.segment import Note, Segment
from dossier_studio.assembly.joining.shelf import Shelf
from dossier_studio.assembly.joining.stamp import stamp_font
from dossier_studio.assembly.joining.volume import (
    BrokenMember,
    Member,
    Volume,
    notes_of,
    write,
)
from dossier_studio.assembly.joining.wire import Cut, CuttingOrder
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.typeset import new_canvas
from dossier_studio.assembly.wording import joined
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.host.messages import both

Blob = Callable[[Digest], Path]

COVER = 1
"""Pages before the contents."""


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A reading copy: pages from 1.

    `slips` are the documents that have a slip sheet, and why; `notes` what documents lost on the
    way into it, as their originals did not.
    """

    part: str
    path: Path
    pages: int
    first_page_of: Mapping[DocumentKey, int]
    slips: Mapping[DocumentKey, Message]
    notes: Mapping[DocumentKey, tuple[Note, ...]] = field(default_factory=dict)


def bind(
    part: PartPlan,
    blob: Blob,
    target: Path,
    *,
    about: Particulars,
    originals: Mapping[DocumentKey, str] | None = None,
    processes: int = 0,
    shelf: Shelf | None = None,
) -> Work[BoundPart]:
    """Write the reading copy of a Part to `target`.

    `originals` names where the package holds each document unaltered; a document that it does not
    name goes by its own name. A document that turns out to be unreadable gets a slip sheet.
    `processes` 0 means one for each core; `shelf` keeps what was made of each source for the next
    time. The same part gives the same bytes whatever these are.
    Closing the generator leaves nothing behind but `target`.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".binding-") as folder:
        binder = _Binder(part, about, originals or {}, Path(folder), shelf)
        return (yield from binder.run(blob, target, processes))


@dataclass(slots=True)
class _Bound:
    """An entry as it was bound."""

    entry: Entry
    segment: Segment


@dataclass(slots=True)
class _Binder:
    part: PartPlan
    about: Particulars
    originals: Mapping[DocumentKey, str]
    folder: Path
    shelf: Shelf | None
    bound: list[_Bound] = field(default_factory=list)

    def run(self, blob: Blob, target: Path, processes: int) -> Work[BoundPart]:
        yield from self._cut_all(blob, processes)
        while True:
            contents = self._layout()
            front = COVER + len(contents.pages)
            first = self._first_pages(front)
            total = front + sum(one.segment.pages for one in self.bound)
            opening = self._front(contents, first, total)
            volume = self._volume(opening)
            try:
                yield from self._write(volume, target)
                break
            except BrokenMember as broken:
                if broken.index < 1:
                    raise
                self._give_up(broken.index - 1)
        return BoundPart(
            self.part.part,
            target,
            total,
            {key: page + 1 for key, page in first.items()},
            {one.entry.document.key: one.entry.slip for one in self.bound if one.entry.slip},
            self._notes(volume),
        )

    def _give_up(self, number: int) -> None:
        """A segment that cannot be written after all costs only its own document."""
        entry = self.bound[number].entry
        self.bound[number] = self._slipped(number, entry)

    def _notes(self, volume: Volume) -> dict[DocumentKey, tuple[Note, ...]]:
        found = notes_of(volume)
        return {
            one.entry.document.key: notes
            for one, notes in zip(self.bound, found[1:], strict=True)
            if notes
        }

    def _cut_all(self, blob: Blob, processes: int) -> Generator[Step, None, None]:
        """Cut every source; what cannot be cut, and what is not to be, gets a slip sheet."""
        entries = self.part.entries
        todo = [n for n, one in enumerate(entries) if one.slip is None and one.content is None]
        orders = {number: self._order(number, entries[number], blob) for number in todo}
        size = sum(entry.document.bytes for entry in entries)
        done = 0
        segments: dict[int, Segment] = {}
        for number in todo if self.shelf else ():
            found = self.shelf.take(orders[number]) if self.shelf else None
            if found is not None:
                segments[number] = found
                done += entries[number].document.bytes
            if not number % 64:
                yield self._step("assembly.step.reading", done, size)
        todo = [number for number in todo if number not in segments]
        yield self._step("assembly.step.reading", done, size)
        for one in cut_all([orders[number] for number in todo], processes):
            if one is not None:
                number = todo[one.index]
                if one.cut:
                    self._take_in(orders[number], number, segments)
                done += entries[number].document.bytes
            yield self._step("assembly.step.reading", done, size)
        if self.shelf:
            self.shelf.trim()
        self.bound = [
            self._bound(number, entry, segments.get(number)) for number, entry in enumerate(entries)
        ]

    def _take_in(self, order: CuttingOrder, number: int, segments: dict[int, Segment]) -> None:
        with contextlib.suppress(BadRecord):
            segments[number] = wire.read(order.target, order.source)
            if self.shelf:
                self.shelf.keep(order)

    def _order(self, number: int, entry: Entry, blob: Blob) -> CuttingOrder:
        digest = entry.document.sha256
        how = Cut(flattened=entry.flattened)
        return CuttingOrder(blob(digest), self._path(number), digest, how)

    def _bound(self, number: int, entry: Entry, segment: Segment | None) -> _Bound:
        if segment is not None and segment.pages:
            return _Bound(entry, segment)
        if entry.content is not None:
            source = io.BytesIO(entry.content)
            return _Bound(entry, self._cut_ours(number, source, entry.document.sha256))
        return self._slipped(number, entry)

    def _slipped(self, number: int, entry: Entry) -> _Bound:
        slip = entry.slip or Message("assembly.slip.damaged")
        slipped = replace(entry, slip=slip, flattened=False)
        return _Bound(slipped, self._slip(number, slipped))

    def _cut_ours(self, number: int, drawn: io.BytesIO, identity: str) -> Segment:
        path = self._path(number)
        path.unlink(missing_ok=True)  # it may be the other name of one on the shelf
        with pikepdf.open(drawn) as pdf:
            return cut_open(pdf, path, identity=identity)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.segment"

    def _slip(self, number: int, entry: Entry) -> Segment:
        drawn = io.BytesIO()
        canvas = new_canvas(drawn)
        sheets.draw_slip(canvas, entry, self.about, self._original(entry))
        canvas.save()
        return self._cut_ours(number, drawn, f"slip:{entry.document.sha256}")

    def _original(self, entry: Entry) -> str:
        return self.originals.get(entry.document.key, entry.document.name)

    def _layout(self) -> Layout:
        now = {one.entry.document.key: one.entry for one in self.bound}
        rows = [
            ContentsRow(row.label, row.depth, heading=True)
            if isinstance(row, Heading)
            else self._contents_row(now[row.document.key], depth)
            for row, depth in self.part.placed
        ]
        rows += self._rows_beyond()
        above = " – ".join([joined(self.part.mark, self.about.languages), self.about.product])
        return layout(
            rows, title=both(self.part.contents), above=above, languages=self.about.languages
        )

    def _rows_beyond(self) -> list[ContentsRow]:
        """The list of what stands in the other volumes of the Part."""
        if not self.part.beyond:
            return []
        head = ContentsRow(both(Message("assembly.volume.beyond")), 1, heading=True)
        return [head, *(ContentsRow(title, 2) for title, _ in self.part.beyond)]

    def _numbers_beyond(self) -> list[str]:
        languages = self.about.languages[:1]
        said = [Message("assembly.volume.number", {"volume": at}) for _, at in self.part.beyond]
        return ["", *(joined(one, languages) for one in said)] if said else []

    def _contents_row(self, entry: Entry, depth: int) -> ContentsRow:
        name = self._original(entry)
        note = None
        if entry.slip:
            note = Message("assembly.slip.note", {"reason": entry.slip, "name": name})
        elif entry.flattened:
            note = Message("assembly.slip.flattened", {"name": name})
        return ContentsRow(entry.title, depth, note=note)

    def _first_pages(self, front: int) -> dict[DocumentKey, int]:
        page = front
        first = {}
        for one in self.bound:
            first[one.entry.document.key] = page
            page += one.segment.pages
        return first

    def _pages_of_rows(self, first: Mapping[DocumentKey, int]) -> list[int]:
        """The page (from 0) of each row; a heading's is that of the first document beneath it."""
        pages: list[int] = []
        page = 0
        for row, _ in reversed(self.part.placed):
            page = first[row.document.key] if isinstance(row, Entry) else page
            pages.append(page)
        return pages[::-1]

    def _front(self, contents: Layout, first: Mapping[DocumentKey, int], total: int) -> Segment:
        pages = self._pages_of_rows(first)
        drawn = io.BytesIO()
        canvas = new_canvas(drawn)
        sheets.draw_cover(canvas, self.part, self.about, total)
        numbers = [str(page + 1) for page in pages] + self._numbers_beyond()
        areas = draw(canvas, contents, numbers)
        canvas.save()
        segment = self.folder / "front.segment"
        corners = {first[one.entry.document.key]: one.segment.corner for one in self.bound}
        jumps = [
            Jump(COVER + area.page, area.rectangle, page, corners[page])
            for area in areas
            if area.row < len(pages)
            for page in (pages[area.row],)
        ]
        with pikepdf.open(drawn) as pdf:
            return cut_open(pdf, segment, identity=self._identity(), jumps=jumps)

    def _identity(self) -> str:
        return f"front:{self.about.product}:{self.about.sequence}:{self.about.filed}"

    def _volume(self, opening: Segment) -> Volume:
        languages = self.about.languages
        mark = joined(self.part.mark, languages, " · ")
        members = [Member(opening, "", "")]
        members += [
            Member(
                one.segment,
                f"D{index:04}",
                joined(one.entry.title, languages[:1]),
                one.entry.document.name,
            )
            for index, one in enumerate(self.bound, 1)
        ]
        return Volume(
            members=members,
            bookmarks=self._bookmarks(),
            title=f"{self.about.product} – {joined(self.part.mark, languages)}",
            language=languages[0].value,
            font=stamp_font(f"{mark} ·/0123456789", self.folder / "font.segment"),
            stamp=lambda page, total: f"{mark} · {page} / {total}",
        )

    def _write(self, volume: Volume, target: Path) -> Generator[Step, None, None]:
        size = sum(one.entry.document.bytes for one in self.bound)
        for written in write(volume, target):
            yield self._step("assembly.step.writing", min(written, size), size)

    def _bookmarks(self) -> tuple[Bookmark, ...]:
        """Our bookmarks: the contents, then headings and documents, each beneath its heading."""
        languages = self.about.languages
        members = {one.entry.document.key: index for index, one in enumerate(self.bound, 1)}
        rows: list[_Row] = []
        member = 0
        for row, depth in reversed(self.part.placed):
            if isinstance(row, Entry):
                member = members[row.document.key]
            label = row.label if isinstance(row, Heading) else row.title
            rows.append(_Row(depth, joined(label, languages), member, isinstance(row, Entry)))
        contents = Bookmark(joined(self.part.contents, languages), 0, page=COVER)
        return (contents, *_grown(rows[::-1]))

    def _step(self, key: str, done: int, total: int) -> Step:
        return Step(Message(key, {"part": self.part.mark}), done, total)


@dataclass(frozen=True, slots=True)
class _Row:
    """A bookmark to be: how deep it stands, and the member that it leads to."""

    depth: int
    title: str
    member: int
    leaf: bool


def _grown(rows: Sequence[_Row]) -> tuple[Bookmark, ...]:
    """Nest bookmarks by their depths."""
    found = []
    start = 0
    while start < len(rows):
        row = rows[start]
        end = start + 1
        while end < len(rows) and rows[end].depth > row.depth:
            end += 1
        below = _grown(rows[start + 1 : end])
        found.append(Bookmark(row.title, row.member, below, row.leaf, open=not row.leaf))
        start = end
    return tuple(found)
