"""Checksums of a file, taken while its bytes pass by."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from zlib import crc32

ASIDE = 1 << 16
"""Chunks of fewer bytes are hashed sooner than a thread takes them."""


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
        self._aside: Future[None] | None = None

    def add(self, chunk: bytes) -> None:
        """Take in the next bytes; MD5, the slowest, runs beside the others."""
        self._wait()
        if len(chunk) >= ASIDE:
            self._aside = _thread().submit(self._md5.update, chunk)
        else:
            self._md5.update(chunk)
        self._bytes += len(chunk)
        self.crc = crc32(chunk, self.crc)
        self._sha256.update(chunk)

    def _wait(self) -> None:
        if self._aside is not None:
            self._aside.result()
            self._aside = None

    @property
    def checksum(self) -> Checksum:
        """The checksum of all bytes so far."""
        self._wait()
        return Checksum(self._bytes, self._sha256.hexdigest(), self._md5.hexdigest())


@cache
def _thread() -> ThreadPoolExecutor:
    """Threads suffice: hashing lets go of the interpreter."""
    return ThreadPoolExecutor(2, "checksum")
