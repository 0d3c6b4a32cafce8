"""Cuts a source into a segment: every object that its pages need, references left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from dossier_studio.assembly.joining import attached, bookmarks, forms, layers, losses, tags, wire
from dossier_studio.assembly.joining.actions import Jumps
from dossier_studio.assembly.joining.foot import content_of, place_of, sheet_of
from dossier_studio.assembly.joining.margins import Zone, chosen, looked_at
from dossier_studio.assembly.joining.record import Recorder
from dossier_studio.assembly.joining.segment import (
    Kind,
    PageSlot,
    Segment,
    Shared,
    StampPlace,
)
from dossier_studio.assembly.joining.source import opened, pages_of
from dossier_studio.assembly.joining.streams import SourceStreams, mapped
from dossier_studio.assembly.joining.targets import Targets
from dossier_studio.assembly.joining.tracing import Tracer
from dossier_studio.assembly.joining.wire import Cut, CuttingOrder

FONT_NAME = "Studio.Stamp"
STAMPED = Cut()


@dataclass(frozen=True, slots=True)
class Jump:
    """A link of ours: from a rectangle on a page of the source to a document's first page.

    `target` is that page in the volume, `corner` its upper left corner.
    """

    page: int
    rectangle: tuple[float, float, float, float]
    target: int
    corner: tuple[Decimal, Decimal]


class Uncuttable(Exception):
    """A source whose structure cannot be followed."""


def cut(order: CuttingOrder) -> None:
    """Write the segment of a source.

    Raises Uncuttable when the source cannot be followed, OSError when a file cannot be opened.
    """
    source = order.source
    try:
        with (
            opened(source) as pdf,
            mapped(source) as data,
            order.target.open("wb") as out,
        ):
            cutting = _Cutting(pdf, out, SourceStreams(pdf, data), order.how)
            cutting.run(order.identity)
    except (OSError, MemoryError):
        raise
    except Exception as error:  # a hostile file may break anything, and costs only itself
        raise Uncuttable from error


def cut_open(
    pdf: pikepdf.Pdf,
    target: Path,
    *,
    identity: str,
    how: Cut = STAMPED,
    roots: Sequence[Object] = (),
    jumps: Sequence[Jump] = (),
) -> Segment:
    """Write the segment of an open source, which is altered in memory, and return it."""
    with target.open("wb") as out:
        _Cutting(pdf, out, SourceStreams(pdf, None), how).run(identity, roots, jumps)
    return wire.read(target, None)


class _Cutting:
    def __init__(self, pdf: pikepdf.Pdf, out: BinaryIO, streams: SourceStreams, how: Cut) -> None:
        self.pdf = pdf
        self.how = how
        self.pages, self.notes = pages_of(pdf)
        if forms.draw_fields(pdf, self.pages):
            streams.forget()
        if how.flattened:
            forms.flatten_signatures(pdf, self.pages)
        self.recorder = Recorder(out)
        self.tracer = Tracer(pdf, self.recorder, streams, len(self.pages))
        self._seen: dict[int, tuple[list[Stream], bytes]] = {}
        self._font = self.tracer.stand_in(Shared.FONT, Kind.SHARED)
        self._save = self.tracer.stand_in(Shared.SAVE, Kind.SHARED)

    def run(self, identity: str, roots: Sequence[Object] = (), jumps: Sequence[Jump] = ()) -> None:
        """Write the segment."""
        tracer, pages = self.tracer, self.pages
        self._hang_pages()
        targets = Targets(self.pdf, pages)
        leaps = Jumps(self.pdf, targets, tracer.keep)
        for index, page in enumerate(pages):
            leaps.make_explicit(page, index)
        read, whole = bookmarks.read(self.pdf, targets, leaps)
        # Before the pages are dressed: a form may share its resources with them.
        parent = tracer.stand_in(2 * len(pages) + 1, Kind.REFERENCE)
        found = Segment(
            path=Path(),
            source=None,
            identity=identity,
            objects=0,
            pages=len(pages),
            corner=targets.corner(0) if pages else (Decimal(0), Decimal(0)),
            bookmarks=bookmarks.write(read, tracer),
            form=forms.read(self.pdf, pages, parent, tracer.keep),
            layers=layers.read(self.pdf, tracer.keep),
            tags=tags.read(self.pdf, tracer),
            attachments=attached.read(self.pdf, tracer.keep),
            away=tuple(leaps.away),
            notes=losses.notes(self.pdf, self.notes, outline_whole=whole),
        )
        for jump in jumps:
            self._link(pages[jump.page], jump)
        zone = self._zone()
        slots = [
            PageSlot(targets.corner(index), self._dressed(index, zone) if zone else None)
            for index in range(len(pages))
        ]
        kept = tuple(tracer.keep(root) for root in roots)
        tracer.record()
        self.recorder.close(
            pages=wire.pages(slots),
            names=wire.names(targets.named_spots()),
            card=wire.card(replace(found, objects=tracer.count, roots=kept)),
        )

    def _hang_pages(self) -> None:
        """Put the pages in their places beneath the segment's node."""
        count = len(self.pages)
        node = self.tracer.stand_in(0, Kind.REFERENCE)
        for index, page in enumerate(self.pages):
            page["/Parent"] = node
            self.tracer.place(count + 1 + index, page)
        text = b"<< /Type /Pages /Parent %%d 0 R /Count %d /Kids [ %b ] >>" % (
            count,
            b"%d 0 R " * count,
        )
        kids = [count + 1 + index << 2 | Kind.REFERENCE for index in range(count)]
        self.tracer.make(0, text, [Shared.PAGES << 2 | Kind.SHARED, *kids])

    def _link(self, page: Dictionary, jump: Jump) -> None:
        """Add a link of ours to a page."""
        goal = self.tracer.stand_in(jump.target, Kind.PAGE)
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

    def _zone(self) -> Zone | None:
        """Where the stamps stand: in the same place throughout a document."""
        if not self.how.stamped:
            return None
        for index in looked_at(len(self.pages)):
            self._seen[index] = content_of(self.pages[index])
        return chosen((sheet_of(self.pages[at]), seen[1]) for at, seen in self._seen.items())

    def _dressed(self, index: int, zone: Zone) -> StampPlace:
        """Make room for a page's stamp and return its place."""
        page = self.pages[index]
        seen = self._seen.pop(index) if index in self._seen else content_of(page)
        streams, content = seen
        place = place_of(page, content, self._font_for(page), zone)
        page["/Contents"] = Array([self._save, *streams, self.tracer.stamp()])
        return place

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
