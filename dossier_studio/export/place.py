"""Where a package is built and how it takes its place: aside first, under its name at the end.

Folder and zip are built in one hidden folder of the parent, so that taking their places is two
renames on one disk. What had the names before is moved aside, and is back when anything fails.
"""

from __future__ import annotations

import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from dossier_studio.core.errors import Unwritable, WrongUse
from dossier_studio.export import agreement, bag
from dossier_studio.host import files

if sys.platform != "win32":
    import fcntl

ROOM_TO_SPARE = 8 << 20
"""Bytes left free beyond what a package is thought to need."""

_BEFORE = "before"
_MARK = "in-use"
_HEAD = 4096
_AGENT = b"Bag-Software-Agent: Dossier Studio"


@contextmanager
def parent_folder(parent: Path) -> Iterator[None]:
    """Make the folder that a package goes into; when none comes, it goes again."""
    missing = [one for one in (parent, *parent.parents) if not files.long(one).exists()]
    files.long(parent).mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # somebody else may use it by now
            for one in missing:
                files.long(one).rmdir()
        raise


@contextmanager
def work_folder(parent: Path, name: str) -> Iterator[Path]:
    """Give a hidden folder beside the package's place; whatever is left in it, goes.

    Folders that a crash left behind go first, after what had been moved aside is put back.
    """
    for left in sorted(parent.glob(f".{name}.part-*")):
        if not _busy(left):
            _put_back(left, parent)
            shutil.rmtree(files.long(left), ignore_errors=True)
    folder = parent / f".{name}.part-{secrets.token_hex(4)}"
    files.long(folder).mkdir()
    try:
        with files.long(folder / _MARK).open("wb") as mark:
            _hold(mark)
            yield folder
    finally:
        shutil.rmtree(files.long(folder), ignore_errors=True)


def room(parent: Path, needed: int) -> None:
    """Raise Unwritable when the disk of an existing folder has not this many bytes left."""
    free = shutil.disk_usage(parent).free
    needed += ROOM_TO_SPARE
    if free < needed:
        raise Unwritable(
            "export.refused.room",
            place=str(parent),
            needed=-(-needed >> 20),
            free=free >> 20,
        )


def free_to_take(parent: Path, name: str, *, zip_too: bool) -> None:
    """Raise WrongUse when something that is no package of ours has a name that we need."""
    folder, archive = parent / name, parent / f"{name}.zip"
    if folder.is_symlink() or (folder.exists() and not _our_folder(folder)):
        raise WrongUse("export.refused.taken", place=str(folder))
    if zip_too and archive.exists() and not _our_zip(archive, name):
        raise WrongUse("export.refused.taken", place=str(archive))


def take(work: Path, parent: Path, name: str) -> None:
    """Move the package that was built in `work`, and its zip if there is one, to their places.

    What had their names is moved aside, a zip of an older state too. All or nothing: when one move
    fails, those before it are taken back.
    """
    aside = work / _BEFORE
    aside.mkdir()
    folder, archive = parent / name, parent / f"{name}.zip"
    made = [one for one in (work / name, work / archive.name) if one.exists()]
    old = [one for one in (folder, archive) if one.exists()]
    if work / archive.name not in made and not _our_zip(archive, name):
        old = [one for one in old if one != archive]
    moves = [(one, aside / one.name) for one in old] + [(one, parent / one.name) for one in made]
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            _move(source, target)
            done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            with suppress(OSError):
                _move(target, source)
        raise
    files.sync_folder(parent)


def _put_back(left: Path, parent: Path) -> None:
    """Return what a crash left moved aside to its place, where nothing has come since."""
    for old in sorted((left / _BEFORE).glob("*")):
        if not (parent / old.name).exists():
            _move(old, parent / old.name)


def _hold(mark: IO[bytes]) -> None:
    """Say that a work folder is in use; Windows says it by itself of any open file."""
    if sys.platform != "win32":
        with suppress(OSError):  # some network shares know no locks
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _busy(folder: Path) -> bool:
    """Return whether somebody builds in a work folder now."""
    mark = files.long(folder / _MARK)
    try:
        if sys.platform == "win32":
            mark.unlink(missing_ok=True)
        else:
            with mark.open("rb") as found:
                fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _move(source: Path, target: Path) -> None:
    files.patiently(lambda: files.long(source).rename(files.long(target)))


def _our_folder(folder: Path) -> bool:
    """Return whether a folder is empty, or a package of ours, even one that was damaged."""
    if not folder.is_dir():
        return False
    marks = ((bag.INFO, _AGENT), (agreement.INDEX, b"<dossier-index "))
    return not any(folder.iterdir()) or any(
        mark in _beginning(folder / name) for name, mark in marks
    )


def _our_zip(archive: Path, name: str) -> bool:
    """Return whether a file begins as the zip of this package does."""
    return f"{name}/{bag.INFO}".encode() in _beginning(archive)


def _beginning(file: Path) -> bytes:
    try:
        with files.long(file).open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""
