"""Splits a Part that is too large for one file into volumes, at the borders of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.core.text import Message, Text

FRONT = 1 << 18
"""Bytes that cover, contents and what joins a volume may come to."""

EACH = 1 << 13
"""Bytes that a document may grow by: stamps, bookmarks, cross-references."""


def volumes_of(part: PartPlan, limit: int) -> tuple[PartPlan, ...]:
    """Return a Part as volumes of at most `limit` bytes each; itself where it fits.

    A section that does not fit into one volume is split between its documents; a document that is
    larger than the limit has a volume of its own, which is then too large.
    """
    volumes = _packed(_sections(part.rows), limit - FRONT)
    if len(volumes) == 1:
        return (part,)
    return tuple(
        replace(
            part,
            mark=Message(
                "assembly.volume.mark",
                {"mark": part.mark, "volume": number, "volumes": len(volumes)},
            ),
            rows=tuple(_rows(sections)),
            beyond=_beyond(volumes, number),
        )
        for number, sections in enumerate(volumes, 1)
    )


@dataclass(frozen=True, slots=True)
class _Section:
    """Documents that stand beneath the same headings."""

    way: tuple[Heading, ...]
    entries: tuple[Entry, ...] = field(default=())

    @property
    def bytes(self) -> int:
        """How large it may become."""
        return sum(map(_size, self.entries))


def _size(entry: Entry) -> int:
    return EACH + (FRONT if entry.slip else entry.document.bytes)


def _sections(rows: Sequence[Heading | Entry]) -> Iterator[_Section]:
    way: tuple[Heading, ...] = ()
    held: list[Entry] = []
    for row in rows:
        if isinstance(row, Entry):
            held.append(row)
            continue
        if held:
            yield _Section(way, tuple(held))
            held = []
        way = (*(one for one in way if one.depth < row.depth), row)
    if held:
        yield _Section(way, tuple(held))


def _packed(sections: Iterator[_Section], room: int) -> list[list[_Section]]:
    """Fill volume after volume, in order."""
    volumes: list[list[_Section]] = [[]]
    left = room
    for section in sections:
        pieces = [section]
        if section.bytes > room:
            pieces = [_Section(section.way, (one,)) for one in section.entries]
        for piece in pieces:
            if volumes[-1] and piece.bytes > left:
                volumes.append([])
                left = room
            volumes[-1].append(piece)
            left -= piece.bytes
    return volumes


def _rows(sections: Sequence[_Section]) -> Iterator[Heading | Entry]:
    """The headings that begin, and the documents beneath them."""
    above: tuple[Heading, ...] = ()
    for section in sections:
        for depth, heading in enumerate(section.way):
            if above[: depth + 1] != section.way[: depth + 1]:
                yield heading
        yield from section.entries
        above = section.way


def _beyond(volumes: Sequence[Sequence[_Section]], own: int) -> tuple[tuple[Text, int], ...]:
    return tuple(
        (entry.title, number)
        for number, sections in enumerate(volumes, 1)
        if number != own
        for section in sections
        for entry in section.entries
    )
