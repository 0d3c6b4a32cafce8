"""A zip archive whose every byte follows from names and contents, so that it can be compared.

Members are stored, not deflated: what deflate writes depends on the library's version, and then
neither two exports nor an export and its verification years later could agree byte for byte.
Layout after PKWARE's APPNOTE 6.3: sorted members, one fixed date, no comments, UTF-8 names, zip64
only where a number does not fit.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import IO

CHUNK = 1 << 20
LIMIT_32 = 0xFFFFFFFF
LIMIT_16 = 0xFFFF

_DATE = (0, 33)
"""1980-01-01 00:00 as DOS time and date, the earliest that the format knows."""

_UTF8_NAMES = 0x800
_UNIX_FILE = 0o100644 << 16
_MADE_ON_UNIX = 3 << 8

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_WIDE_SIZES = struct.Struct("<2H2Q")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")

class NotOurs(Exception):
    """An archive that `stream` did not write."""


@dataclass(frozen=True, slots=True)
class Member:
    """What the archive says of one file: name, size in bytes, CRC-32."""

    name: str
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of the archive that are not a member's own, at their offset."""

    offset: int
    content: bytes

    @property
    def end(self) -> int:
        """Offset of the first byte after it."""
        return self.offset + len(self.content)


def frame(members: Iterable[Member]) -> Iterator[Piece]:
    """Yield all headers in order: one before each member's bytes, in the end the directory."""
    offset = 0
    directory: list[bytes] = []
    for member in sorted(members, key=lambda one: one.name):
        piece = Piece(offset, _local(member))
        yield piece
        directory.append(_central(member, offset))
        offset = piece.end + member.size
    listing = b"".join(directory)
    yield Piece(offset, listing + _end(len(directory), len(listing), offset))


def stream(members: Iterable[Member], opened: Callable[[str], IO[bytes]]) -> Iterator[bytes]:
    """Yield the archive of these files, which `opened` opens by name, byte for byte.

    Raises OSError when a file is not any more what its member says.
    """
    ordered = sorted(members, key=lambda one: one.name)
    pieces = frame(ordered)
    for member in ordered:
        yield next(pieces).content
        size = crc = 0
        with opened(member.name) as source:
            for chunk in chunks(source):
                size, crc = size + len(chunk), zlib.crc32(chunk, crc)
                yield chunk
        if (size, crc) != (member.size, member.crc):
            message = f"{member.name} changed while it was packed"
            raise OSError(message)
    yield next(pieces).content


def chunks(file: IO[bytes], size: int = CHUNK) -> Iterator[bytes]:
    """Yield a file's bytes to its end."""
    while chunk := file.read(size):
        yield chunk


def as_written(archive: IO[bytes], members: Sequence[Member]) -> bool:
    """Return whether an archive is, headers and all, the one that `stream` makes of its members."""
    for piece in frame(members):
        archive.seek(piece.offset)
        if archive.read(len(piece.content)) != piece.content:
            return False
    return not archive.read(1)


def unpacked(archive: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the members of an archive that `stream` made, front to back, as name and next bytes.

    Every member comes at least once, an empty one with no bytes. Raises NotOurs at the first
    byte that `stream` would not have written.
    """
    members: list[Member] = []
    start = archive.read(_LOCAL.size)
    while start[:4] == b"PK\3\4":
        member = _declared(start, archive)
        yield member.name, b""
        left, crc = member.size, 0
        while chunk := archive.read(min(CHUNK, left)):
            crc, left = zlib.crc32(chunk, crc), left - len(chunk)
            yield member.name, chunk
        members.append(member)
        if left or crc != member.crc:
            raise NotOurs
        start = archive.read(_LOCAL.size)
    *_, directory = frame(members)
    ordered = all(one.name < other.name for one, other in pairwise(members))
    if not ordered or start + archive.read(len(directory.content)) != directory.content:
        raise NotOurs


def _declared(start: bytes, archive: IO[bytes]) -> Member:
    """Return the member that a local header declares, when it is spelt as ours are."""
    if len(start) < _LOCAL.size:
        raise NotOurs
    *_, crc, size, _, name_length, extra_length = _LOCAL.unpack(start)
    name, extra = archive.read(name_length), archive.read(extra_length)
    if size == LIMIT_32 and len(extra) == _WIDE_SIZES.size:
        size = _WIDE_SIZES.unpack(extra)[2]
    member = Member(name.decode("utf-8", "replace"), size, crc)
    if _local(member) != start + name + extra:
        raise NotOurs
    return member


def _local(member: Member) -> bytes:
    name = member.name.encode()
    large = member.size >= LIMIT_32
    extra = _WIDE_SIZES.pack(1, 16, member.size, member.size) if large else b""
    size = LIMIT_32 if large else member.size
    version = 45 if large else 20
    header = _LOCAL.pack(
        b"PK\3\4", version, _UTF8_NAMES, 0, *_DATE, member.crc, size, size, len(name), len(extra)
    )
    return header + name + extra


def _central(member: Member, offset: int) -> bytes:
    name = member.name.encode()
    large, far = member.size >= LIMIT_32, offset >= LIMIT_32
    numbers = (member.size, member.size) * large + (offset,) * far
    extra = struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""
    size = LIMIT_32 if large else member.size
    version = 45 if numbers else 20
    header = _CENTRAL.pack(
        b"PK\1\2", _MADE_ON_UNIX | version, version, _UTF8_NAMES, 0, *_DATE,
        member.crc, size, size, len(name), len(extra), 0, 0, 0, _UNIX_FILE,
        LIMIT_32 if far else offset,
    )  # fmt: skip
    return header + name + extra


def _end(count: int, length: int, offset: int) -> bytes:
    large = count >= LIMIT_16 or length >= LIMIT_32 or offset >= LIMIT_32
    wide = b""
    if large:
        wide = _END_64.pack(
            b"PK\6\6", _END_64.size - 12, _MADE_ON_UNIX | 45, 45, 0, 0, count, count, length, offset
        ) + _LOCATOR_64.pack(b"PK\6\7", 0, offset + length, 1)
    short = min(count, LIMIT_16)
    return wide + _END.pack(
        b"PK\5\6", 0, 0, short, short, min(length, LIMIT_32), min(offset, LIMIT_32), 0
    )
