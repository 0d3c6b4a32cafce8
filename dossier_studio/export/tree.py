"""A package as it lies there, folder or zip, seen as files by path and never trusted.

What has a name or a nature that no package of ours has (a link, a device, a path that leads out,
two names that some systems take for one) is told as a problem and never opened.
"""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from dossier_studio.export.archive import Member
from dossier_studio.host.files import long

MOST_FILES = 100_000
DEEPEST = 32
MOST_TIMES_LARGER = 200
"""A zip that holds more than this many times its own size is a bomb."""
LARGEST_DIRECTORY = 64 << 20
"""Bytes of a zip's directory; ours need about 150 for each file."""
LARGEST_TEXT = 256 << 20
"""Bytes of an index, a journal or a tag file, which are read whole."""

BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError)
"""What reading a damaged file or member may raise."""

_ALLOWANCE = 16 << 20

_END_LENGTH = 22
_WIDE_END = 56 + 20
"""Zip64 end record and locator, which stand right before the end record."""

_PLAIN_MODES = (0, stat.S_IFREG)
_KNOWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ABSENT = (FileNotFoundError, NotADirectoryError)
_UNREADABLE = (OSError, zipfile.BadZipFile, NotImplementedError, UnicodeError, struct.error)


class ProblemKind(StrEnum):
    """What is wrong with a file of a package."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    JOURNAL = "journal"
    INDEX = "index"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A file of the package, by its path from the package's own folder, and what is wrong."""

    path: str
    kind: ProblemKind


@dataclass(frozen=True, slots=True)
class Tree:
    """The files that may be opened (sizes in bytes by path), the others as problems.

    Of a zip, `root` is the folder that wraps everything in, "/" included, and `members` is what
    its directory says of each file.
    """

    files: Mapping[str, int]
    problems: tuple[Problem, ...]
    open: Callable[[str], IO[bytes]]
    root: str = ""
    members: tuple[Member, ...] = ()

    def read(self, path: str) -> bytes | None:
        """Return a file that is read whole; None where it is missing, broken or beyond reason."""
        if self.files.get(path, LARGEST_TEXT) >= LARGEST_TEXT:
            return None
        try:
            with self.open(path) as stream:
                return stream.read()
        except BROKEN:
            return None


class NoPackage(Exception):
    """There is nothing that could be read as a package; `missing` when there is nothing at all."""

    def __init__(self, *, missing: bool = False) -> None:
        super().__init__()
        self.missing = missing


@contextmanager
def opened(path: Path) -> Iterator[Tree]:
    """Open a folder or zip; raises NoPackage where there is neither, or beyond all limits."""
    with ExitStack() as stack:
        try:
            tree = _folder(path) if _is_folder(path) else _zip(path, stack)
        except _UNREADABLE as error:
            raise NoPackage(missing=isinstance(error, _ABSENT)) from error
        yield tree


def _is_folder(path: Path) -> bool:
    """Return whether there is a folder; a pipe or a device, which may have no end, is refused."""
    mode = long(path).stat().st_mode
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise NoPackage
    return stat.S_ISDIR(mode)


def printable(path: str) -> str:
    """Return a path that can be shown and written, whatever bytes its name is made of."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _folder(root: Path) -> Tree:
    found: dict[str, int] = {}
    strange: list[str] = []
    for path, size in _walk(root):
        if size is None or printable(path) != path:  # bytes that are no text name nothing of ours
            strange.append(path)
        else:
            found[path] = size
        if len(found) + len(strange) > MOST_FILES:
            raise NoPackage
    files, twins = _distinct(found)
    return Tree(files, _extra((*strange, *twins)), lambda path: long(root / path).open("rb"))


def _walk(root: Path) -> Iterator[tuple[str, int | None]]:
    """Yield files with their size; None for links, devices, and folders empty or too deep."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(long(root / folder)) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        if not entries or folder.count("/") > DEEPEST:
            yield folder, None
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{folder}{entry.name}/")
            else:
                state = entry.stat(follow_symlinks=False)
                plain = stat.S_ISREG(state.st_mode)
                yield f"{folder}{entry.name}", state.st_size if plain else None


def _zip(path: Path, stack: ExitStack) -> Tree:
    stream = stack.enter_context(long(path).open("rb"))
    size = _within_limits(stream)
    tree = _archive(stack.enter_context(zipfile.ZipFile(stream)))
    if sum(tree.files.values()) > size * MOST_TIMES_LARGER + _ALLOWANCE:
        raise NoPackage
    return tree


def _archive(archive: zipfile.ZipFile) -> Tree:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise NoPackage
    root = _root(infos)
    found: dict[str, int] = {}
    members: dict[str, zipfile.ZipInfo] = {}
    strange: list[str] = []
    for info in infos:
        path = info.orig_filename.removeprefix(root)
        if _folder_entry(info):
            continue
        if not _plain(info) or not info.orig_filename.startswith(root) or path in found:
            strange.append(path)
        else:
            found[path], members[path] = info.file_size, info
    files, twins = _distinct(found)
    return Tree(
        files,
        _extra((*strange, *twins)),
        lambda path: archive.open(members[path]),
        root,
        tuple(Member(info.orig_filename, info.file_size, info.CRC) for info in infos),
    )


def _root(infos: Iterable[zipfile.ZipInfo]) -> str:
    """Return the folder that holds the bag: that of bagit.txt, else of the first member."""
    names = [info.orig_filename for info in infos]
    declared = [name for name in names if name.endswith("/bagit.txt") and name.count("/") == 1]
    first = (declared or [name for name in names if "/" in name] or [""])[0]
    return first.partition("/")[0] + "/" if first else ""


def _folder_entry(info: zipfile.ZipInfo) -> bool:
    """Return whether a member only names a folder, as other programs write them."""
    return info.is_dir() and not info.file_size and _inside(info.orig_filename[:-1])


def _plain(info: zipfile.ZipInfo) -> bool:
    """Return whether a member is a plain file with a name that stays within the folder."""
    return (
        stat.S_IFMT(info.external_attr >> 16) in _PLAIN_MODES
        and info.compress_type in _KNOWN_METHODS
        and not info.flag_bits & 1
        and _inside(info.orig_filename)
    )


def _inside(name: str) -> bool:
    steps = name.split("/")
    return (
        not any(letter in name for letter in "\\:\0")
        and not any(step in ("", ".", "..") for step in steps)
        and len(steps) <= DEEPEST
    )


def _distinct(found: Mapping[str, int]) -> tuple[dict[str, int], list[str]]:
    """Part the paths into those that stand alone and later twins by case or by accents."""
    files: dict[str, int] = {}
    twins: list[str] = []
    taken: set[str] = set()
    for path, size in sorted(found.items()):
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if folded in taken:
            twins.append(path)
        else:
            taken.add(folded)
            files[path] = size
    return files, twins


def _extra(paths: Iterable[str]) -> tuple[Problem, ...]:
    return tuple(Problem(printable(path), ProblemKind.EXTRA) for path in sorted(set(paths)))


def _within_limits(stream: IO[bytes]) -> int:
    """Return an archive's size; raise NoPackage when its directory is beyond reason.

    Looked at before zipfile does, which takes the whole directory into memory.
    """
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - (1 << 16) - 100))
    tail = stream.read()
    end = tail.rfind(b"PK\5\6")
    if end < 0 or len(tail) - end < _END_LENGTH:
        raise NoPackage
    directory = struct.unpack_from("<L", tail, end + 12)[0]
    if tail[max(0, end - 20) : end].startswith(b"PK\6\7") and end >= _WIDE_END:
        directory = max(directory, struct.unpack_from("<Q", tail, end - _WIDE_END + 40)[0])
    if directory > LARGEST_DIRECTORY:
        raise NoPackage
    stream.seek(0)
    return size
