"""The way into a dossier's folder: made whole, recognised, read; or refused in a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from dossier_studio.core.change import Change
from dossier_studio.core.dossier import IDENTITY, Dossier
from dossier_studio.core.errors import Unreadable, WrongUse
from dossier_studio.host import files
from dossier_studio.store import database, journal, upgrade
from dossier_studio.store.blobs import FOLDER as BLOBS
from dossier_studio.store.journal import Entry, Signature


def furnish(path: Path, change: Change, signature: Signature) -> None:
    """Fill a new folder; the database comes last, and whole, since it makes it a dossier."""
    (path / BLOBS).mkdir()
    part = path / f"{database.NAME}{files.PART}"
    entry = journal.written(change, signature, after=None)
    with closing(database.create(part)) as connection, database.transaction(connection):
        database.append(connection, entry.number, entry.line)
        database.put(connection, change.after)
    files.move(part, path / database.NAME)


def loaded(connection: sqlite3.Connection, path: Path) -> tuple[Dossier, Entry]:
    """Return the dossier and its last entry, as one commit left them."""
    connection.execute("BEGIN")
    records = database.records(connection)
    last = database.last_line(connection)
    connection.execute("COMMIT")
    if IDENTITY not in records or last is None:
        raise Unreadable("store.damaged", folder=str(path))
    return Dossier(records), journal.entry_of(last)


def reader(path: Path) -> sqlite3.Connection:
    """Return a connection that writes nothing; an older format is brought up in memory."""
    try:
        connection, found = _checked(path, "ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        # A session that died in mid-commit left a journal to roll back, which takes writing.
        connection, found = _checked(path, "rw")
    if found >= upgrade.FORMAT:
        return connection
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(connection):
        connection.backup(memory)
    upgrade.bring_up(memory, found)
    return memory


def _checked(path: Path, mode: str) -> tuple[sqlite3.Connection, int]:
    connection = database.connect(path / database.NAME, mode)
    try:
        return connection, database.check(connection, path)
    except BaseException:
        connection.close()
        raise


def refuse_other_folders(path: Path) -> None:
    """Raise Unreadable where no dossier lies."""
    try:
        here = (path / database.NAME).is_file()
    except OSError as error:
        raise files.unreadable(error, path) from error
    if not path.exists():
        raise Unreadable("store.missing", folder=str(path))
    if not here:
        raise Unreadable("store.no-dossier", folder=str(path))


def refuse_taken(path: Path) -> None:
    """Raise WrongUse where no dossier can be made."""
    if path.exists() and not path.is_dir():
        raise WrongUse("store.create.file", folder=str(path))
    if (path / database.NAME).exists():
        raise WrongUse("store.create.exists", folder=str(path))
    if path.is_dir() and any(path.iterdir()):
        raise WrongUse("store.create.not-empty", folder=str(path))


def clear(path: Path, *, itself: bool) -> None:
    """Take back what a failed `create` made."""
    with suppress(OSError):
        for one in path.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        if itself:
            path.rmdir()


def second(moment: datetime) -> datetime:
    """Return a moment as the journal writes it: UTC, to the second."""
    return moment.astimezone(UTC).replace(microsecond=0)
