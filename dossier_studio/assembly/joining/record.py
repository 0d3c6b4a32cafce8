"""The file of a segment: what its objects say, with open places, and where their streams lie.

    data | texts | tables | pages | names | card | trailer

`data` holds streams that are not in the source as they are; `texts` the objects as templates with
a placeholder at each open place; `tables` say of each object where its text and its codes end,
where its stream begins (-1 - offset: in `data`, else in the source) and how long that is (-1:
none). `pages` and `names` are wanted later or never; the card says the rest. The trailer bears a
checksum of it all, so that a record that lay about can be trusted or thrown away.
"""

from __future__ import annotations

import hashlib
import os
import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import le
from pathlib import Path
from typing import BinaryIO

MAGIC = b"STUDIOS2"
_TRAILER = struct.Struct("<6Q32s8s")
_CHUNK = 1 << 20


class BadRecord(Exception):
    """A file that holds no segment, or not the one that was written."""


@dataclass(frozen=True, slots=True)
class Objects:
    """Objects in the order of their numbers; see the top of this file."""

    texts: bytes
    ends: array[int]
    code_ends: array[int]
    starts: array[int]
    lengths: array[int]
    codes: array[int]


class Recorder:
    """Writes a record: streams as they come, all else at the end."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._sum = hashlib.sha256()
        self._data = 0
        self._texts = bytearray()
        self._ends, self._code_ends = array("q"), array("q")
        self._starts, self._lengths = array("q"), array("q")
        self._codes = array("q")

    def add(
        self, text: bytes, codes: Sequence[int] = (), stream: tuple[int, int] = (0, -1)
    ) -> None:
        """Add the next object; an empty text leaves it to the volume."""
        self._texts += text
        self._codes.extend(codes)
        self._ends.append(len(self._texts))
        self._code_ends.append(len(self._codes))
        self._starts.append(stream[0])
        self._lengths.append(stream[1])

    def hold(self, data: bytes | memoryview) -> tuple[int, int]:
        """Write the bytes of a stream and return where they are."""
        start = self._data
        self._put(data)
        self._data += len(data)
        return -1 - start, len(data)

    def close(self, *, pages: bytes, names: bytes, card: bytes) -> None:
        """Write the rest."""
        tables = b"".join(
            table.tobytes()
            for table in (self._ends, self._code_ends, self._starts, self._lengths, self._codes)
        )
        lengths = (self._data, len(self._texts), len(tables), len(pages), len(names), len(card))
        for part in (self._texts, tables, pages, names, card):
            self._put(part)
        self._out.write(_TRAILER.pack(*lengths, self._sum.digest(), MAGIC))

    def _put(self, data: bytes | bytearray | memoryview) -> None:
        self._out.write(data)
        self._sum.update(data)


class Record:
    """A record, read whole but for its data; raises BadRecord when it is none."""

    def __init__(self, path: Path, *, proven: bool = False) -> None:
        """Read it; `proven` compares it with its checksum first."""
        try:
            with path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _TRAILER.size))
                *self._lengths, digest, magic = _TRAILER.unpack(file.read())
                if magic != MAGIC or sum(self._lengths) + _TRAILER.size != size:
                    raise BadRecord
                file.seek(self._lengths[0])
                self._rest = file.read(size - _TRAILER.size - self._lengths[0])
                if proven and self._summed(file) != digest:
                    raise BadRecord
        except (OSError, struct.error, OverflowError) as error:
            raise BadRecord from error

    def objects(self, count: int) -> Objects:
        """Return the objects, which should be so many."""
        texts, tables = self._part(1), array("q")
        try:
            tables.frombytes(self._part(2))
        except ValueError as error:
            raise BadRecord from error
        ends, code_ends, starts, lengths = (
            tables[at * count : (at + 1) * count] for at in range(4)
        )
        codes = tables[4 * count :]
        if not (_grows(ends, count, len(texts)) and _grows(code_ends, count, len(codes))):
            raise BadRecord
        return Objects(texts, ends, code_ends, starts, lengths, codes)

    def pages(self) -> bytes:
        """Return what is known of the pages."""
        return self._part(3)

    def names(self) -> bytes:
        """Return the named destinations."""
        return self._part(4)

    def card(self) -> bytes:
        """Return what the segment offers to the volume."""
        return self._part(5)

    def _part(self, index: int) -> bytes:
        start = sum(self._lengths[1:index])
        return self._rest[start : start + self._lengths[index]]

    def _summed(self, file: BinaryIO) -> bytes:
        content = hashlib.sha256()
        file.seek(0)
        left = self._lengths[0]
        while left and (data := file.read(min(left, _CHUNK))):
            content.update(data)
            left -= len(data)
        content.update(self._rest)
        return content.digest()


def _grows(ends: array[int], count: int, most: int) -> bool:
    """Whether these are the ends of so many pieces of something, one after another."""
    if len(ends) != count or (count and ends[-1] != most):
        return False
    return all(map(le, ends, ends[1:])) and (not count or ends[0] >= 0)
