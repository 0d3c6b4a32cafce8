"""The files of a dossier, each under the name of its own content."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.host import files

FOLDER = "blobs"

_DIGEST = re.compile(r"[0-9a-f]{64}")
_LITTER = re.compile(rf"[0-9a-f]{{16}}{re.escape(files.PART)}")


class _Changing(Exception):
    """Somebody writes to the file while we copy it."""


class Blobs:
    """The folder of blobs of one dossier."""

    def __init__(self, dossier: Path) -> None:
        self.folder = dossier / FOLDER

    def path(self, digest: Digest) -> Path:
        """Return where a blob lies, or would lie; raises Unreadable for what is no digest."""
        if not _DIGEST.fullmatch(digest):  # it names a path, and a record may have been forged
            raise Unreadable("store.blob.no-digest", digest=digest)
        return files.long(self.folder / digest)

    def keep(self, source: Path) -> Work[Digest]:
        """Copy a file in, hashing on the way; steps count bytes. Cancelling leaves nothing.

        Raises Unreadable for a source that cannot be read or keeps changing, StudioError for a
        disk that cannot be written. The source is closed before the end.
        """
        for last in (False, True):
            try:
                return (yield from self._copied(source))
            except _Changing:
                if last:
                    break
        raise Unreadable("store.keep.changing", file=str(source))

    def keep_bytes(self, data: bytes) -> Digest:
        """Keep bytes as a blob."""
        digest = files.digest_of(data)
        if not self._has(digest, len(data)):
            with files.writing(self.folder):
                files.write_aside(self.path(digest), data)
        return digest

    def sweep(self, named: Iterable[str]) -> None:
        """Remove what a crash left: unfinished files, and blobs that nobody ever named."""
        wanted = frozenset(named)
        for file in self.listed():
            if file.name not in wanted:
                with suppress(OSError):  # litter that cannot be removed harms nobody
                    file.unlink()
        for folder in (self.folder, self.folder.parent):
            for file in folder.glob(f"*{files.PART}"):
                if _LITTER.fullmatch(file.name):
                    with suppress(OSError):
                        file.unlink()

    def listed(self) -> tuple[Path, ...]:
        """Return all blobs, by name; files that are none of ours are left alone."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(one for one in self.folder.iterdir() if _DIGEST.fullmatch(one.name)))

    def has(self, digest: Digest) -> bool:
        """Return whether a blob is here."""
        return self.path(digest).is_file()

    def _has(self, digest: Digest, size: int) -> bool:
        blob = self.path(digest)
        return blob.is_file() and blob.stat().st_size == size

    def _copied(self, source: Path) -> Work[Digest]:
        part = files.long(self.folder / f"{secrets.token_hex(8)}{files.PART}")
        try:
            with files.writing(self.folder):
                before = files.readable(source)
                digest, size = yield from _poured(source, part, before.st_size)
                after = files.readable(source)
                if size != before.st_size or _changed(before, after):
                    raise _Changing
                if not self._has(digest, size):
                    files.move(part, self.path(digest))
                return digest
        finally:
            part.unlink(missing_ok=True)


def _poured(source: Path, part: Path, expected: int) -> Work[tuple[Digest, int]]:
    """Copy a file to a new one, down to the disk; return its digest and size in bytes."""
    told = Message("store.keep.copying", {"file": source.name})
    sha256, done = hashlib.sha256(), 0
    with _opened(source) as incoming, part.open("xb") as outgoing:
        while chunk := _read(incoming, source):
            sha256.update(chunk)
            outgoing.write(chunk)
            done += len(chunk)
            yield Step(told, done, max(done, expected))
        files.flush(outgoing)
    return Digest(sha256.hexdigest()), done


def _opened(source: Path) -> BinaryIO:
    try:
        return files.patiently(lambda: files.long(source).open("rb"))
    except OSError as error:
        raise files.unreadable(error, source) from error


def _read(incoming: BinaryIO, source: Path) -> bytes:
    try:
        return incoming.read(files.CHUNK)
    except OSError as error:
        raise files.unreadable(error, source) from error


def _changed(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
