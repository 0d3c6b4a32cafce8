"""Binds a Part: cover, contents, documents, bookmarks and page numbers in one reading copy."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from dossier_studio.assembly import sheets
from dossier_studio.assembly.contents import ContentsRow, Layout, draw, layout
from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.joining.cutters import cut_all
from dossier_studio.assembly.joining.cutting import Cut, Jump, cut_open
from dossier_studio.assembly.joining.outlining import Entry as Bookmark
from dossier_studio.assembly.joining.segment import Segment
from dossier_studio.assembly.joining.stamp import stamp_font
from dossier_studio.assembly.joining.volume import Member, Volume, write
from dossier_studio.assembly.joining.wire import CuttingOrder
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
    """A reading copy: pages from 1; `slips` are the documents that have a slip sheet, and why."""

    part: str
    path: Path
    pages: int
    first_page_of: Mapping[DocumentKey, int]
    slips: Mapping[DocumentKey, Message]


def bind(
    part: PartPlan,
    blob: Blob,
    target: Path,
    *,
    about: Particulars,
    originals: Mapping[DocumentKey, str] | None = None,
    processes: int = 0,
) -> Work[BoundPart]:
    """Write the reading copy of a Part to `target`.

    `originals` names where the package holds each document unaltered; a document that it does not
    name goes by its own name. A document that turns out to be unreadable gets a slip sheet.
    `processes` 0 means one for each core; the same part gives the same bytes with any number.
    Closing the generator leaves nothing behind but `target`.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".binding-") as folder:
        return (
            yield from _Binder(part, about, originals or {}, Path(folder)).run(
                blob, target, processes
            )
        )


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
    bound: list[_Bound] = field(default_factory=list)

    def run(self, blob: Blob, target: Path, processes: int) -> Work[BoundPart]:
        yield from self._cut_all(blob, processes)
        contents = self._layout()
        front = COVER + len(contents.pages)
        first = self._first_pages(front)
        total = front + sum(len(one.segment.pages) for one in self.bound)
        opening = self._front(contents, first, total)
        yield from self._write(target, opening, first)
        return BoundPart(
            self.part.part,
            target,
            total,
            {key: page + 1 for key, page in first.items()},
            {one.entry.document.key: one.entry.slip for one in self.bound if one.entry.slip},
        )

    def _cut_all(self, blob: Blob, processes: int) -> Generator[Step, None, None]:
        """Cut every source; what cannot be cut, and what is not to be, gets a slip sheet."""
        entries = self.part.entries
        todo = [n for n, one in enumerate(entries) if one.slip is None and one.content is None]
        orders = [self._order(number, entries[number], blob) for number in todo]
        segments: dict[int, Segment | None] = {}
        size = sum(entry.document.bytes for entry in entries)
        done = 0
        yield self._step("assembly.step.reading", done, size)
        for found in cut_all(orders, processes):
            if found is not None:
                number = todo[found.index]
                segments[number] = found.segment
                done += entries[number].document.bytes
            yield self._step("assembly.step.reading", done, size)
        self.bound = [
            self._bound(number, entry, segments.get(number)) for number, entry in enumerate(entries)
        ]

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
        slip = entry.slip or Message("assembly.slip.damaged")
        slipped = replace(entry, slip=slip, flattened=False)
        return _Bound(slipped, self._slip(number, slipped))

    def _cut_ours(self, number: int, drawn: io.BytesIO, identity: str) -> Segment:
        path = self._path(number)
        with pikepdf.open(drawn) as pdf, path.open("wb") as out:
            return cut_open(pdf, out, path, identity=identity, how=Cut())

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
        above = " – ".join([joined(self.part.mark, self.about.languages), self.about.product])
        return layout(
            rows, title=both(self.part.contents), above=above, languages=self.about.languages
        )

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
            page += len(one.segment.pages)
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
        areas = draw(canvas, contents, [str(page + 1) for page in pages])
        canvas.save()
        segment = self.folder / "front.segment"
        corners = {first[one.entry.document.key]: one.segment.pages[0].corner for one in self.bound}
        jumps = [
            Jump(COVER + area.page, area.rectangle, page, corners[page])
            for area in areas
            for page in (pages[area.row],)
        ]
        with pikepdf.open(drawn) as pdf, segment.open("wb") as out:
            return cut_open(pdf, out, segment, identity=self._identity(), how=Cut(), jumps=jumps)

    def _identity(self) -> str:
        return f"front:{self.about.product}:{self.about.sequence}:{self.about.filed}"

    def _write(
        self, target: Path, opening: Segment, first: Mapping[DocumentKey, int]
    ) -> Generator[Step, None, None]:
        languages = self.about.languages
        title = f"{self.about.product} – {joined(self.part.mark, languages)}"
        mark = joined(self.part.mark, languages, " · ")
        members = [Member(opening, "", "")]
        members += [
            Member(one.segment, f"D{index:04}", joined(one.entry.title, languages[:1]))
            for index, one in enumerate(self.bound, 1)
        ]
        font = stamp_font(f"{mark} ·/0123456789", self.folder / "font.segment")
        size = sum(member.segment.path.stat().st_size for member in members)
        volume = Volume(
            members=members,
            bookmarks=self._bookmarks(first),
            title=title,
            language=languages[0].value,
            font=font,
            stamp=lambda page, total: f"{mark} · {page} / {total}",
        )
        for written in write(volume, target):
            yield self._step("assembly.step.writing", min(written, size), size)

    def _bookmarks(self, first: Mapping[DocumentKey, int]) -> tuple[Bookmark, ...]:
        languages = self.about.languages
        contents = Bookmark(joined(self.part.contents, languages), COVER)
        members = {one.entry.document.key: index for index, one in enumerate(self.bound, 1)}
        tree = _Tree()
        for (row, depth), page in zip(self.part.placed, self._pages_of_rows(first), strict=True):
            title = joined(row.label if isinstance(row, Heading) else row.title, languages)
            member = members[row.document.key] if isinstance(row, Entry) else -1
            tree.add(depth, title, page, member)
        return (contents, *tree.grown())

    def _step(self, key: str, done: int, total: int) -> Step:
        return Step(Message(key, {"part": self.part.mark}), done, total)


class _Tree:
    """Grows nested bookmarks from rows with depths."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, str, int, int]] = []

    def add(self, depth: int, title: str, page: int, member: int) -> None:
        self._rows.append((depth, title, page, member))

    def grown(self) -> tuple[Bookmark, ...]:
        return _grown(self._rows)


def _grown(rows: Sequence[tuple[int, str, int, int]]) -> tuple[Bookmark, ...]:
    found = []
    start = 0
    while start < len(rows):
        depth, title, page, member = rows[start]
        end = start + 1
        while end < len(rows) and rows[end][0] > depth:
            end += 1
        found.append(Bookmark(title, page, _grown(rows[start + 1 : end]), member, open=member < 0))
        start = end
    return tuple(found)
