"""Where a package is built and how it takes its place: aside first, under its name at the end.

Folder and zip are built in one hidden folder of the parent, so that taking their places is two
renames on one disk. What had the names before is moved aside, and is back when anything fails.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier_studio.core.errors import StudioError, WrongUse
from dossier_studio.export import agreement, bag
from dossier_studio.host import files

ROOM_TO_SPARE = 8 << 20
"""Bytes left free beyond what a package is thought to need."""

_HEAD = 4096


@contextmanager
def work_folder(parent: Path, name: str) -> Iterator[Path]:
    """Give a hidden folder beside the package's place; whatever is left in it, goes."""
    folder = parent / f".{name}.part-{secrets.token_hex(4)}"
    files.long(folder).mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(files.long(folder), ignore_errors=True)


def room(parent: Path, needed: int) -> None:
    """Raise StudioError when the disk has not this many bytes left; makes the parent."""
    files.long(parent).mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(parent).free
    if free < needed + ROOM_TO_SPARE:
        raise StudioError(
            "export.refused.room",
            place=str(parent),
            needed=-(-needed >> 20),
            free=free >> 20,
        )


def free_to_take(parent: Path, name: str) -> None:
    """Raise WrongUse when something that is no package of ours has one of the two names."""
    folder, archive = parent / name, parent / f"{name}.zip"
    if folder.exists() or folder.is_symlink():
        ours = any((folder / one).is_file() for one in (bag.BAGIT, agreement.INDEX))
        if not folder.is_dir() or folder.is_symlink() or not (ours or not any(folder.iterdir())):
            raise WrongUse("export.refused.taken", place=str(folder))
    if archive.exists() and not _our_zip(archive, name):
        raise WrongUse("export.refused.taken", place=str(archive))


def take(work: Path, parent: Path, names: tuple[str, ...], stale: tuple[str, ...]) -> None:
    """Move what was built in `work` to its names in `parent`, and what is stale away.

    All or nothing: when one move fails, those before it are taken back.
    """
    aside = work / "before"
    aside.mkdir()
    moves = [(parent / name, aside / name) for name in (*names, *stale) if (parent / name).exists()]
    moves += [(work / name, parent / name) for name in names]
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


def _move(source: Path, target: Path) -> None:
    files.patiently(lambda: files.long(source).rename(files.long(target)))


def _our_zip(archive: Path, name: str) -> bool:
    """Return whether a file begins as the zip of this package does."""
    try:
        with files.long(archive).open("rb") as stream:
            return f"{name}/{bag.INFO}".encode() in stream.read(_HEAD)
    except OSError:
        return False
