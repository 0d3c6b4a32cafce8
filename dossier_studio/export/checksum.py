"""Checksums of a file, taken while its bytes pass by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Checksum:
    """Size in bytes, SHA-256 (integrity) and MD5 (asked for by older indexes), lower-case hex."""

    bytes: int
    sha256: str
    md5: str


class Meter:
    """Adds up the checksum of bytes as they are read or written; `crc` is theirs in a zip."""

    def __init__(self) -> None:
        self._bytes = 0
        self.crc = 0
        self._sha256 = hashlib.sha256()
        self._md5 = hashlib.md5(usedforsecurity=False)

    def add(self, chunk: bytes) -> None:
        self._bytes += len(chunk)
        self.crc = crc32(chunk, self.crc)
        self._sha256.update(chunk)
        self._md5.update(chunk)

    @property
    def checksum(self) -> Checksum:
        """The checksum of all bytes so far."""
        return Checksum(self._bytes, self._sha256.hexdigest(), self._md5.hexdigest())

