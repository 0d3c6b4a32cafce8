"""Files on this machine: written whole or not at all, named safely, refused in a sentence."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import stat
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from dossier_studio.core.errors import Unreadable, Unwritable
from dossier_studio.core.file import Digest

Result = TypeVar("Result")

CHUNK = 1 << 20
"""Bytes read or copied at a time."""

PART = ".part"
"""Ending of a file that is still being written; after a crash it is litter."""

SCANNER_DELAYS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds to wait while a virus scanner holds a file; elsewhere no program can hold one so."""

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_WINDOWS_SAFE_LENGTH = 240
_LONG = "\\\\?\\"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def write_aside(target: Path, data: bytes) -> None:
    """Put bytes on the disk under a name, whole or not at all."""
    with aside(target) as file:
        file.write(data)


@contextmanager
def aside(target: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place, and move it there at the end; a failure leaves nothing."""
    part = long(target.with_name(f"{secrets.token_hex(8)}{PART}"))
    try:
        with part.open("xb") as file:
            yield file
            flush(file)
        move(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def flush(file: BinaryIO) -> None:
    """Bring what was written down to the disk."""
    file.flush()
    os.fsync(file.fileno())


def move(part: Path, target: Path) -> None:
    """Give a finished file its name, replacing what had it, so that a power cut keeps it."""
    patiently(lambda: long(part).replace(long(target)))
    sync_folder(target.parent)


def patiently(action: Callable[[], Result], delays: Iterable[float] = SCANNER_DELAYS) -> Result:
    """Do something that a scanner may forbid for a moment; the last PermissionError is raised."""
    for delay in delays:
        try:
            return action()
        except PermissionError:
            time.sleep(delay)
    return action()


def sync_folder(folder: Path) -> None:
    """Bring a folder's names down to the disk, where the system knows how to."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # some network shares refuse; the file itself is safe by then
        pass
    finally:
        os.close(handle)


def long(path: Path) -> Path:
    """Return a path that Windows accepts beyond 260 characters; elsewhere the path itself."""
    text = str(path.absolute())
    if os.name != "nt" or len(text) < _WINDOWS_SAFE_LENGTH or text.startswith(_LONG):
        return path
    return Path(f"{_LONG}UNC{text[1:]}" if text.startswith(r"\\") else f"{_LONG}{text}")


def digest_of(data: bytes) -> Digest:
    """Return the SHA-256 of bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


def digests(path: Path) -> tuple[Digest, str]:
    """Return SHA-256 and MD5 of a file, read once."""
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with long(path).open("rb") as file:
        while chunk := file.read(CHUNK):
            sha256.update(chunk)
            md5.update(chunk)
    return Digest(sha256.hexdigest()), md5.hexdigest()


def safe_name(text: str, *, instead: str = "file", longest: int = 64) -> str:
    """Return a name of ASCII letters, digits, "-" and "_" that every system accepts.

    Accents fall away and anything else becomes "-"; `instead` serves where nothing is left.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")[:longest].rstrip("-")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or instead


def spoken_name(path: Path) -> str:
    """Return a file's name as text; bytes in it that are no text become "\ufffd"."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def readable(path: Path) -> os.stat_result:
    """Return the state of a file that one may read; raises Unreadable for anything else.

    A link counts as what it leads to; a folder, a pipe or a device is no file.
    """
    try:
        state = long(path).stat()
    except OSError as error:
        raise unreadable(error, path) from error
    if stat.S_ISDIR(state.st_mode):
        raise Unreadable("host.file.folder", file=str(path))
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable("host.file.special", file=str(path))
    return state


def beginning(path: Path, most: int) -> bytes:
    """Return a file's content, `most` bytes of it; raises Unreadable as `readable` does."""
    readable(path)
    try:
        with long(path).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise unreadable(error, path) from error


def unreadable(error: OSError, path: Path) -> Unreadable:
    """Return the sentence for a file that could not be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unreadable("host.file.missing", file=str(path))
    if error.errno in _DENIED:
        return Unreadable("host.file.denied", file=str(path))
    if error.errno == errno.ENAMETOOLONG:
        return Unreadable("host.file.too-long", file=path.name)
    return Unreadable("host.file.unreadable", file=str(path), reason=_reason(error))


def unwritable(error: OSError, place: Path) -> Unwritable:
    """Return the sentence for a place that could not be written."""
    if error.errno in _NO_ROOM:
        return Unwritable("host.disk.full", place=str(place))
    if error.errno in _DENIED:
        return Unwritable("host.disk.denied", place=str(place))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return Unwritable("host.disk.file", place=str(place))
    if error.errno == errno.ENAMETOOLONG:
        return Unwritable("host.file.too-long", file=place.name)
    return Unwritable("host.disk.failed", place=str(place), reason=_reason(error))


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turn any trouble of the disk while writing to a place into a sentence."""
    try:
        yield
    except OSError as error:
        raise unwritable(error, place) from error


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
