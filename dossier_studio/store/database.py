"""The one file behind a dossier: SQLite, kept so that it survives a crash and a network share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from dossier_studio.core.dossier import Key, Record, RecordKind
from dossier_studio.core.errors import DossierLocked, StudioError, Unreadable
from dossier_studio.host import files
from dossier_studio.store import codec, upgrade
from dossier_studio.store.canonical import parse, spell

NAME = "dossier.sqlite"

APPLICATION = 0x44535431
"""SQLite's application_id, by which a dossier is told from any other database."""

PATIENCE = 5.0
"""Seconds to wait for another process that is reading or writing."""

TABLES = (
    "CREATE TABLE records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,"
    " PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE journal (number INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT",
    "CREATE TABLE facts (sha256 TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL,"
    " json TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


_DAMAGE = (0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Codes of a broken file; 0 is text that is not UTF-8, a table that lacks is an ERROR."""


def connect(file: Path, mode: str) -> sqlite3.Connection:
    """Return a connection: mode "ro" (nothing is written, not even a lock file), "rw" or "rwc".

    Statements commit by themselves unless a BEGIN says otherwise.
    """
    path = quote(file.absolute().as_posix())
    slash = "" if path.startswith("/") else "/"
    database = sqlite3.connect(
        f"file://{slash}{path}?mode={mode}", uri=True, isolation_level=None, timeout=PATIENCE
    )
    try:
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = FULL"):
            database.execute(f"PRAGMA {pragma}")
        if mode != "ro":
            database.execute("PRAGMA journal_mode = DELETE")  # WAL fails on network shares
    except BaseException:
        database.close()
        raise
    return database


def create(file: Path) -> sqlite3.Connection:
    """Return a new, empty database of today's format."""
    database = connect(file, "rwc")
    with transaction(database):
        for table in TABLES:
            database.execute(table)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {upgrade.FORMAT}")
    return database


def check(database: sqlite3.Connection, folder: Path) -> int:
    """Return the format; raises Unreadable for no dossier, a broken one, or one too new."""
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise Unreadable("store.no-dossier", folder=str(folder))
    if upgrade.too_new(int(found)):
        raise Unreadable("store.too-new", folder=str(folder))
    (health,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if health != "ok":
        raise Unreadable("store.damaged", folder=str(folder))
    return int(found)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do all of it or nothing, with the write lock from the start."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """Turn trouble with the database, and data that make no sense, into a sentence."""
    try:
        yield
    except sqlite3.ProgrammingError:  # our own mistake, such as a call from another thread
        raise
    except sqlite3.Error as error:
        raise _sentence(error, folder) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("store.damaged", folder=str(folder)) from error


def copy(database: sqlite3.Connection, target: Path) -> None:
    """Copy a database that is open, whole or not at all.

    SQLite does the copying: to open and close its file beside it would drop its locks on POSIX.
    """
    part = target.with_name(f"{target.name}{files.PART}")
    part.unlink(missing_ok=True)
    with closing(connect(part, "rwc")) as twin:
        database.backup(twin)
    files.move(part, target)


def records(database: sqlite3.Connection) -> dict[Key, Record]:
    """Return all records; raises ValueError for damaged ones."""
    rows = database.execute("SELECT kind, id, json FROM records")
    return {
        Key(RecordKind(kind), identifier): codec.record_of(RecordKind(kind), parse(json))
        for kind, identifier, json in rows
    }


def put(database: sqlite3.Connection, after: Mapping[Key, Record | None]) -> None:
    """Write these records; None removes one."""
    for key, record in after.items():
        if record is None:
            database.execute("DELETE FROM records WHERE kind = ? AND id = ?", (key.kind, key.id))
        else:
            json = spell(codec.record_json(key, record)).decode()
            database.execute("REPLACE INTO records VALUES (?, ?, ?)", (key.kind, key.id, json))


def lines(database: sqlite3.Connection, first: int, last: int) -> Iterator[bytes]:
    """Return journal lines by number, in portions, so that no reader holds up a writer."""
    portion = 500
    for start in range(first, last + 1, portion):
        stop = min(start + portion - 1, last)
        rows = database.execute(
            "SELECT line FROM journal WHERE number BETWEEN ? AND ? ORDER BY number", (start, stop)
        ).fetchall()
        for (line,) in rows:
            yield line.encode()


def last_line(database: sqlite3.Connection) -> bytes | None:
    """Return the last journal line, None when there is none."""
    row = database.execute("SELECT line FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    return None if row is None else row[0].encode()


def append(database: sqlite3.Connection, number: int, line: bytes) -> None:
    """Add a line to the journal; a number that is taken is an error."""
    database.execute("INSERT INTO journal VALUES (?, ?)", (number, line.decode()))


def facts(database: sqlite3.Connection, version: int) -> Iterable[str]:
    """Return the facts kept by this version of the inspection, as JSON."""
    rows = database.execute("SELECT json FROM facts WHERE version = ?", (version,)).fetchall()
    return [json for (json,) in rows]


def _sentence(error: sqlite3.Error, folder: Path) -> StudioError:
    place = str(folder)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE:
        return Unreadable("store.damaged", folder=place)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DossierLocked("store.lock.busy")
    if code == sqlite3.SQLITE_FULL:
        return StudioError("host.disk.full", place=place)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StudioError("host.disk.denied", place=place)
    if code == sqlite3.SQLITE_CANTOPEN:
        return Unreadable("store.cannot-open", folder=place)
    return StudioError("host.disk.failed", place=place, reason=error.sqlite_errorname)
