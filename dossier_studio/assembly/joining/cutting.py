"""Cuts a source into a segment: every object that its pages need, references left open."""

from __future__ import annotations

import re
from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from dossier_studio.assembly.joining import bookmarks, forms, layers
from dossier_studio.assembly.joining.actions import make_explicit
from dossier_studio.assembly.joining.foot import foot_of
from dossier_studio.assembly.joining.segment import (
    Mark,
    PageSlot,
    Segment,
    Shared,
    StampPlace,
    marks_of,
)
from dossier_studio.assembly.joining.source import opened, pages_of
from dossier_studio.assembly.joining.targets import Targets

FONT_NAME = "Studio.Stamp"

# A string is skipped whole: what looks like a reference inside it is text. Names cannot hold
# spaces or parentheses as the parser writes them.
_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|(?<=[ \[])(\d+) (\d+) R(?=[ \]])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cut:
    """How a source is to be cut: stamped or not, signatures drawn into the pages or not."""

    stamped: bool = True
    flattened: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """A link of ours: from a rectangle on a page of the source to a page of the volume.

    `corner` is the upper left corner of that page.
    """

    page: int
    rectangle: tuple[float, float, float, float]
    target: int
    corner: tuple[Decimal, Decimal]


class Uncuttable(Exception):
    """A source whose structure cannot be followed."""


def cut(source: Path, target: Path, identity: str, how: Cut = Cut()) -> Segment:
    """Write the segment of a source to `target` (and its marks beside it).

    Raises Uncuttable when the source cannot be followed, OSError when a file cannot be opened.
    """
    try:
        with opened(source) as pdf, target.open("wb") as out:
            return cut_open(pdf, out, target, identity=identity, how=how)
    except (OSError, MemoryError):
        raise
    except Exception as error:  # a hostile file may break anything, and costs only itself
        raise Uncuttable from error


def cut_open(
    pdf: pikepdf.Pdf,
    out: BinaryIO,
    target: Path,
    *,
    identity: str,
    how: Cut,
    roots: Sequence[Object] = (),
    jumps: Sequence[Jump] = (),
) -> Segment:
    """Write the segment of an open source, which is altered in memory."""
    pages = pages_of(pdf)
    forms.draw_fields(pdf, pages)
    if how.flattened:
        forms.flatten_signatures(pdf, pages)
    cutter = _Cutter(pdf, out, len(pages))
    targets = Targets(pdf, pages)
    for page in pages:
        make_explicit(page, targets)
    read = bookmarks.read(pdf, targets, cutter.keep)
    # Before the pages are dressed: a form may share its resources with them.
    form = forms.read(pdf, pages, cutter.form_parent, cutter.keep)
    optional = layers.read(pdf, cutter.keep)
    for jump in jumps:
        cutter.link(pages[jump.page], jump)
    slots = tuple(
        PageSlot(
            cutter.hung(page),
            targets.corner(index),
            cutter.dressed(page, index) if how.stamped else None,
        )
        for index, page in enumerate(pages)
    )
    kept = tuple(cutter.keep(root) for root in roots)
    cutter.write_all()
    marks_of(target).write_bytes(cutter.marks.tobytes())
    return Segment(target, identity, cutter.count, slots, read, form, optional, kept)


class _Cutter:
    """Numbers objects as they are met and writes each once, in that order."""

    def __init__(self, pdf: pikepdf.Pdf, out: BinaryIO, pages: int) -> None:
        self.pdf = pdf
        self.out = out
        self.written = 0
        self.marks = array("q")
        self.count = pages + 2
        self._codes: dict[tuple[int, int], int] = {}
        self._waiting: deque[tuple[int, tuple[int, int]]] = deque()
        self._node = self._stand_in(0, Mark.REFERENCE)
        self.form_parent = self._stand_in(pages + 1, Mark.REFERENCE)
        self._save = self._stand_in(Shared.SAVE, Mark.SHARED)
        self._font = self._stand_in(Shared.FONT, Mark.SHARED)

    def keep(self, thing: Object) -> int:
        """Take an object along and return its number in the segment."""
        if not thing.is_indirect:
            thing = self.pdf.make_indirect(thing)
        return self._code(thing.objgen) >> 2

    def link(self, page: Dictionary, jump: Jump) -> None:
        """Add a link of ours to a page."""
        goal = self._stand_in(jump.target, Mark.PAGE)
        corners = [Decimal(str(round(edge, 2))) for edge in jump.rectangle]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(corners),
            Border=Array([0, 0, 0]),
            F=4,
            Dest=Array([goal, Name.XYZ, *jump.corner, None]),
        )
        if "/Annots" not in page:
            page["/Annots"] = Array()
        page["/Annots"].append(self.pdf.make_indirect(annotation))

    def hung(self, page: Dictionary) -> int:
        """Hang a page under the segment's node and return its number."""
        page["/Parent"] = self._node
        return self.keep(page)

    def dressed(self, page: Dictionary, index: int) -> StampPlace:
        """Make room for a page's stamp and return its place."""
        place = foot_of(page, self._font_for(page))
        stamp = self._stand_in(index + 1, Mark.REFERENCE)
        old = page.get("/Contents")
        inner = list(old) if isinstance(old, Array) else [old] if isinstance(old, Stream) else []
        page["/Contents"] = Array([self._save, *inner, stamp])
        return place

    def write_all(self) -> None:
        """Write every object that was kept, and what they refer to."""
        while self._waiting:
            number, objgen = self._waiting.popleft()
            self._write(number, self.pdf.get_object(objgen))

    def _write(self, number: int, thing: object) -> None:
        self.marks.extend((self.written, number << 2 | Mark.OBJECT))
        if isinstance(thing, Stream):
            raw = memoryview(thing.get_raw_stream_buffer())
            fields = thing.stream_dict
            fields["/Length"] = len(raw)
            self._text(fields.unparse(resolved=True))
            self._bytes(b"\nstream\n")
            self._bytes(raw)
            self._bytes(b"\nendstream\nendobj\n")
            return
        self._text(_unparsed(thing))
        self._bytes(b"\nendobj\n")

    def _text(self, text: bytes) -> None:
        position = 0
        for found in _REFERENCE.finditer(text):
            if found.lastindex is None:
                continue
            self._bytes(text[position : found.start()])
            code = self._code((int(found[1]), int(found[2])))
            self.marks.extend((self.written, code))
            position = found.end()
        self._bytes(text[position:])

    def _bytes(self, data: bytes | memoryview) -> None:
        self.out.write(data)
        self.written += len(data)

    def _code(self, objgen: tuple[int, int]) -> int:
        code = self._codes.get(objgen)
        if code is None:
            code = self.count << 2 | Mark.REFERENCE
            self._codes[objgen] = code
            self._waiting.append((self.count, objgen))
            self.count += 1
        return code

    def _stand_in(self, number: int, mark: Mark) -> Object:
        """An empty object whose references will mean something of the volume's."""
        thing = self.pdf.make_indirect(Dictionary())
        self._codes[thing.objgen] = number << 2 | mark
        return thing

    def _font_for(self, page: Dictionary) -> str:
        """Add the stamp's font to a page's resources, under a name that they do not use."""
        resources = page.get("/Resources")
        if not isinstance(resources, Dictionary):
            resources = page["/Resources"] = Dictionary()
        fonts = resources.get("/Font")
        if not isinstance(fonts, Dictionary):
            fonts = resources["/Font"] = Dictionary()
        name, more = f"/{FONT_NAME}", 0
        while name in fonts and fonts[name].objgen != self._font.objgen:
            more += 1
            name = f"/{FONT_NAME}{more}"
        fonts[name] = self._font
        return name


def _unparsed(thing: object) -> bytes:
    if isinstance(thing, Object):
        if isinstance(thing, Dictionary) and str(thing.get("/Type")) in {"/Pages", "/Catalog"}:
            return b"null"  # an old page tree would bring its own copy of every page
        return thing.unparse(resolved=True)
    if thing is None:
        return b"null"
    if isinstance(thing, bool):
        return b"true" if thing else b"false"
    return format(thing, "f" if not isinstance(thing, int) else "d").encode()
