"""Formats of a dossier folder: this program's, and the way up from older ones.

A format is major * 1000 + minor. A minor one adds tables that an older program may leave alone;
whatever changes a record's shape is a major one, and an older program refuses it. Journal entries
are never rewritten: an entry names the format that it was written in, and is read through the
same steps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from dossier_studio.core.dossier import RecordKind
from dossier_studio.store.canonical import Json, parse, spell

FORMAT = 1_000


def _same(_: RecordKind, record: Json) -> Json:
    return record


def _nothing(_: sqlite3.Connection) -> None:
    return


@dataclass(frozen=True, slots=True)
class Upgrade:
    """One step up: the format that it leads to, what becomes of tables, and of each record."""

    to: int
    record: Callable[[RecordKind, Json], Json] = _same
    tables: Callable[[sqlite3.Connection], None] = _nothing


UPGRADES: tuple[Upgrade, ...] = ()
"""All steps, oldest first; none yet, for there is no older format than the first."""


def too_new(found: int) -> bool:
    """Return whether only a newer program understands this format."""
    return found // 1000 > FORMAT // 1000


def newer(kind: RecordKind, written_in: int) -> Callable[[Json], Json]:
    """Return what makes a record of this format one of today's."""
    steps = [step for step in UPGRADES if step.to > written_in]

    def up(record: Json) -> Json:
        for step in steps:
            record = step.record(kind, record)
        return record

    return up


def bring_up(database: sqlite3.Connection, found: int) -> None:
    """Bring tables and records up to this program's format, all or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        for step in UPGRADES:
            if step.to > found:
                step.tables(database)
        rows = database.execute("SELECT kind, id, json FROM records").fetchall()
        for kind, identifier, json in rows:
            record = newer(RecordKind(kind), found)(parse(json))
            database.execute(
                "UPDATE records SET json = ? WHERE kind = ? AND id = ?",
                (spell(record).decode(), kind, identifier),
            )
        database.execute(f"PRAGMA user_version = {FORMAT}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
