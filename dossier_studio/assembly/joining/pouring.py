"""Pours bytes into a file: small pieces through memory, large ones past it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from dossier_studio.assembly.joining.record import BadRecord

LARGE = 1 << 18
"""Streams longer than this are handed from file to file by the system, where it can."""

CHUNK = 8 << 20


class Pouring:
    """A file being written in order; `written` is how far it has come."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.written = 0

    def put(self, data: bytes) -> None:
        """Write some bytes."""
        self._out.write(data)
        self.written += len(data)

    def pour(self, source: BinaryIO, start: int, length: int) -> Iterator[int]:
        """Write a piece of another file, yielding now and then; raises BadRecord at its end."""
        if length <= LARGE:
            source.seek(start)
            data = source.read(length)
            if len(data) != length:
                raise BadRecord
            self.put(data)
            return
        self._out.flush()
        end = start + length
        while start < end:
            moved = _moved(source, self._out, start, min(CHUNK, end - start))
            if not moved:
                raise BadRecord
            start += moved
            self.written += moved
            yield self.written


def _moved(source: BinaryIO, out: BinaryIO, start: int, most: int) -> int:
    if hasattr(os, "copy_file_range"):
        try:
            return os.copy_file_range(source.fileno(), out.fileno(), most, start)
        except OSError:  # not between these file systems: by hand, where a full disk says so again
            pass
    source.seek(start)
    data = source.read(most)
    out.write(data)
    out.flush()
    return len(data)
