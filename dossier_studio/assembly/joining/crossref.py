"""The end of a PDF file: where each object begins, and where to begin reading."""

from __future__ import annotations

from array import array

from dossier_studio.assembly.joining.pouring import Pouring

FARTHEST = 10**10
"""The first offset that a table cannot name; files that reach it get a stream instead."""

_AT_ONCE = 4096


def write(out: Pouring, offsets: array[int], trailer: bytes, farthest: int = FARTHEST) -> None:
    """Write the cross-references of objects 0, 1 …; an offset of 0 means that there is none."""
    start = out.written
    if start < farthest:
        _table(out, offsets, trailer)
    else:
        _stream(out, offsets, trailer)
    out.put(b"startxref\n%d\n%%%%EOF\n" % start)


def _table(out: Pouring, offsets: array[int], trailer: bytes) -> None:
    out.put(b"xref\n0 %d\n0000000000 65535 f \n" % len(offsets))
    for at in range(1, len(offsets), _AT_ONCE):
        out.put(
            b"".join(
                [
                    b"%010d 00000 n \n" % offset if offset else b"0000000000 00000 f \n"
                    for offset in offsets[at : at + _AT_ONCE]
                ]
            )
        )
    out.put(b"trailer\n<< /Size %d %b >>\n" % (len(offsets), trailer))


def _stream(out: Pouring, offsets: array[int], trailer: bytes) -> None:
    """A stream of fixed fields: one byte for the sort, eight for the offset, two for nothing."""
    number = len(offsets)
    placed = [*offsets, out.written]
    length = 11 * len(placed)
    out.put(
        b"%d 0 obj\n<< /Type /XRef /Size %d /W [ 1 8 2 ] /Length %d %b >>\nstream\n"
        % (number, number + 1, length, trailer)
    )
    for at in range(0, len(placed), _AT_ONCE):
        out.put(
            b"".join(
                [
                    (b"\1" if offset else b"\0") + offset.to_bytes(8, "big") + b"\0\0"
                    for offset in placed[at : at + _AT_ONCE]
                ]
            )
        )
    out.put(b"\nendstream\nendobj\n")
