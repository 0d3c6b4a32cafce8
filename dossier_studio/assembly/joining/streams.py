"""Finds where the bytes of a stream lie in the source, so that they need not be copied twice."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

_HEAD = 1 << 16
"""A stream's dictionary is no longer than this, or the stream is copied."""

Place = tuple[int, int]


class SourceStreams:
    """The streams of a source; knows nothing of one whose bytes are not to be had as they are."""

    def __init__(self, pdf: pikepdf.Pdf, data: mmap.mmap | None) -> None:
        readable = data is not None and not pdf.is_encrypted
        self._data = data if readable else None
        self._offsets = pdf.get_xref_table() if readable else {}

    def forget(self) -> None:
        """Trust no place any more: the streams have been changed in memory."""
        self._data = None

    def place(self, mark: tuple[int, int], length: object) -> Place | None:
        """Return offset and length of a stream in the source, None when it is not there.

        It is there when the object begins where the table says, and the stream's length ends it.
        """
        entry = self._offsets.get(mark)
        if self._data is None or entry is None or entry.offset is None:
            return None
        if not isinstance(length, int) or length < 0:
            return None
        start = self._start(entry.offset, mark)
        if start < 0:
            return None
        after = self._data[start + length : start + length + 11].lstrip(b"\r\n")
        return (start, length) if after.startswith(b"endstream") else None

    def _start(self, offset: int, mark: tuple[int, int]) -> int:
        assert self._data is not None
        if not self._data[offset : offset + 32].lstrip().startswith(b"%d %d obj" % mark):
            return -1
        at = self._data.find(b"stream", offset, offset + _HEAD)
        if at < 0:
            return -1
        at += len(b"stream")
        line = self._data[at : at + 2]
        if line == b"\r\n":
            return at + 2
        return at + 1 if line.startswith(b"\n") else -1


@contextmanager
def mapped(path: Path) -> Iterator[mmap.mmap | None]:
    """Open a file as memory; None where that cannot be had, as for an empty one."""
    with path.open("rb") as file:
        try:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            yield None
            return
        with data:
            yield data
