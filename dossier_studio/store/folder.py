"""A dossier on the disk: a folder that holds every edit the moment it is made."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from dossier_studio.core.change import Change, apply, edit
from dossier_studio.core.dossier import IDENTITY, Document, Dossier, Identity, Letterhead
from dossier_studio.core.errors import DossierLocked, Unreadable, WrongUse
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.text import Message
from dossier_studio.core.work import Work
from dossier_studio.host import files
from dossier_studio.store import codec, database, journal, lock, opening, upgrade
from dossier_studio.store.blobs import FOLDER as BLOBS
from dossier_studio.store.blobs import Blobs
from dossier_studio.store.canonical import parse, spell
from dossier_studio.store.history import History
from dossier_studio.store.journal import Entry, Signature
from dossier_studio.store.lock import Holder, Lock

FACTS_VERSION = 1
"""Version of the inspection whose facts are kept, unless the caller names its own."""

Clock = Callable[[], datetime]

_HEX = re.compile(rb"[0-9a-f]{64}")


def utc_now() -> datetime:
    """Return the time by the machine's clock."""
    return datetime.now(UTC)


class DossierFolder:
    """A dossier as it lies on the disk; every edit is there before memory knows of it.

    Writing holds the lock; reading takes none and sees the last commit. The thread that opened it
    is the only one that may use it, except for `keep`, `blob` and `beat`, which touch files only.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, held: Lock | None, now: Clock
    ) -> None:
        self.path = path
        self._database = connection
        self._lock = held
        self._now = now
        self._blobs = Blobs(path)
        self._history: History | None = None
        try:
            self._dossier, self._last = opening.loaded(connection, path)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def create(
        cls, path: Path, identity: Identity, *, by: str, label: Message, now: Clock = utc_now
    ) -> DossierFolder:
        """Make a new dossier and open it for writing.

        Raises WrongUse for a place that holds something already; a failure leaves nothing behind.
        """
        opening.refuse_taken(path)
        made = not path.exists()
        with files.writing(path):
            path.mkdir(parents=True, exist_ok=True)
            try:
                held = lock.create(path, Holder.here(by, opening.second(now())))
            except OSError:
                opening.clear(path, itself=made)
                raise
        if any(one.name != lock.NAME for one in path.iterdir()):  # somebody was quicker
            held.release()
            opening.refuse_taken(path)
            raise DossierLocked("store.lock.busy")
        first = edit(Dossier(), label, {IDENTITY: identity})
        try:
            with files.writing(path), database.refusing(path):
                opening.furnish(path, first, Signature(by, now()))
                return cls(path, database.connect(path / database.NAME, "rw"), held, now)
        except BaseException:
            opening.clear(path, itself=made)
            raise

    @classmethod
    def open(
        cls, path: Path, *, write: bool, by: str, take_over: bool = False, now: Clock = utc_now
    ) -> DossierFolder:
        """Open a dossier to read its last commit, or to edit it.

        Raises Unreadable for what is no dossier, DossierLocked while a living session edits it,
        DossierAbandoned where `take_over` would help.
        """
        opening.refuse_other_folders(path)
        with database.refusing(path), files.writing(path):
            if not write:
                return cls(path, opening.reader(path), None, now)
            holder = Holder.here(by, opening.second(now()))
            return cls._writer(path, holder, now, take_over=take_over)

    @classmethod
    def _writer(cls, path: Path, holder: Holder, now: Clock, *, take_over: bool) -> DossierFolder:
        with ExitStack() as undo:
            connection = undo.enter_context(closing(database.connect(path / database.NAME, "rw")))
            with database.transaction(connection):  # so that two cannot take over at once
                found = database.check(connection, path)
                held, dead = lock.take(path, holder, take_over=take_over)
                undo.callback(held.release)
            if found < upgrade.FORMAT:
                name = f"dossier-{found // 1000}.{found % 1000}.sqlite"
                database.copy(connection, path / name)
                upgrade.bring_up(connection, found)
            folder = cls(path, connection, held, now)
            (path / BLOBS).mkdir(exist_ok=True)
            folder._sweep()
            if dead:
                label = Message("store.lock.taken-over", dead.words)
                folder._append(Change(label, {}, {}), Signature(holder.person, now()))
            undo.pop_all()
        return folder

    def close(self) -> None:
        """Let the dossier go; more than once does no harm."""
        self._database.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def dossier(self) -> Dossier:
        """The dossier as of the last commit made or read here."""
        return self._dossier

    @property
    def head(self) -> str:
        """The hash of the last journal entry."""
        return self._last.hash

    @property
    def writable(self) -> bool:
        """Whether it was opened for writing."""
        return self._lock is not None

    @property
    def lock_holder(self) -> Holder | None:
        """Whose living session edits the dossier, ours included; None when nobody's does."""
        return lock.living(self.path / lock.NAME)

    def beat(self) -> bool:
        """Say that this session lives, every half minute; False when it has lost the dossier."""
        return self._lock is not None and self._lock.beat()

    def commit(self, change: Change, by: str) -> Dossier:
        """Put one edit on the disk, with its journal entry; an empty one leaves no trace.

        Raises ValueError for a change made against another state, Unreadable for a document whose
        file is not kept, DossierLocked when somebody has taken the dossier over.
        """
        if change.empty:
            return self._dossier
        self._refuse_lost_files(change)
        self._append(change, Signature(by, self._now()))
        return self._dossier

    def undo(self, by: str) -> Change | None:
        """Take the last edit back, by a new entry; None when there is nothing to undo."""
        moves = self._told().done
        if not moves:
            return None
        entry = self._entry(moves[-1].number)
        edited = Change(moves[-1].label, entry.before, entry.after, entry.reason)
        return self._append(edited.undone(), Signature(by, self._now(), entry.number))

    def redo(self, by: str) -> Change | None:
        """Do the edit undone last again, by a new entry; None when there is nothing to redo."""
        moves = self._told().undone
        if not moves:
            return None
        entry = self._entry(moves[-1].number)
        edited = Change(moves[-1].label, entry.after, entry.before, entry.reason)
        return self._append(edited.redone(), Signature(by, self._now(), entry.number))

    @property
    def undo_label(self) -> Message | None:
        """The label of the edit that undo would take back."""
        moves = self._told().done
        return moves[-1].label if moves else None

    @property
    def redo_label(self) -> Message | None:
        """The label of the edit that redo would do again."""
        moves = self._told().undone
        return moves[-1].label if moves else None

    def journal(self) -> Iterator[Entry]:
        """Return the entries up to the head, first one first."""
        with database.refusing(self.path):
            yield from map(journal.entry_of, self._lines())

    def verify_journal(self) -> bool:
        """Return whether the chain is whole and makes the very records that are here."""
        with database.refusing(self.path):
            if journal.head_of(self._lines()) != self.head:
                return False
            records = journal.replayed(map(journal.entry_of, self._lines())).records
            return records == self._dossier.records

    def keep(self, file: Path) -> Work[Digest]:
        """Copy a file into the dossier's folder; steps count bytes. A commit must follow."""
        self._refuse_reading()
        return self._blobs.keep(file)

    def keep_bytes(self, data: bytes) -> Digest:
        """Put bytes into the dossier's folder. A commit must follow."""
        self._refuse_reading()
        return self._blobs.keep_bytes(data)

    def blob(self, digest: Digest) -> Path:
        """Return where a file of the dossier lies; it may have been removed from outside."""
        return self._blobs.path(digest)

    def facts(self, version: int = FACTS_VERSION) -> dict[Digest, FileFacts]:
        """Return what this version of the inspection found earlier; damaged ones are forgotten."""
        found: dict[Digest, FileFacts] = {}
        with database.refusing(self.path):
            for json in database.facts(self._database, version):
                with suppress(ValueError):
                    one = codec.facts_of(parse(json))
                    found[one.sha256] = one
        return found

    def remember(self, facts: Iterable[FileFacts], version: int = FACTS_VERSION) -> None:
        """Keep facts for later. They are a convenience, so a reader keeps none."""
        if not self.writable:
            return
        rows = [(one.sha256, version, spell(codec.facts_json(one)).decode()) for one in facts]
        with database.refusing(self.path), database.transaction(self._database):
            self._database.executemany("REPLACE INTO facts VALUES (?, ?, ?)", rows)

    def _append(self, change: Change, signature: Signature) -> Change:
        """Write entry and records in one transaction, and only then change memory."""
        self._refuse_reading()
        after = apply(self._dossier, change)
        if IDENTITY not in after.records:
            message = "a dossier keeps its identity"
            raise ValueError(message)
        told = self._told()
        entry = journal.written(change, signature, after=self._last)
        with database.refusing(self.path), database.transaction(self._database):
            self._refuse_lost_lock()
            database.append(self._database, entry.number, entry.line)
            database.put(self._database, change.after)
        self._dossier, self._last = after, entry
        if change.after:
            told.add(entry.number, change.label, signature.undoes)
        return change

    def _told(self) -> History:
        if self._history is None:
            told = History()
            for entry in self.journal():
                # The first entry makes the dossier, and one without records changes nothing.
                if entry.number > 1 and entry.after:
                    told.add(entry.number, entry.label, entry.undoes)
            self._history = told
        return self._history

    def _entry(self, number: int) -> Entry:
        with database.refusing(self.path):
            (line,) = database.lines(self._database, number, number)
            return journal.entry_of(line)

    def _lines(self) -> Iterator[bytes]:
        return database.lines(self._database, 1, self._last.number)

    def _sweep(self) -> None:
        """Remove blobs that no entry ever named; one that was undone may be wanted again."""
        letterhead = self._dossier.letterhead
        named = {document.sha256 for document in self._dossier.documents}
        named |= {letterhead.sha256} if letterhead else set()
        if any(blob.name not in named for blob in self._blobs.listed()):
            for line in self._lines():
                named.update(Digest(found.decode()) for found in _HEX.findall(line))
        self._blobs.sweep(named)

    def _refuse_reading(self) -> None:
        if not self.writable:
            raise WrongUse("store.read-only", folder=str(self.path))

    def _refuse_lost_lock(self) -> None:
        unchanged = database.last_line(self._database) == self._last.line
        if not (self._lock and self._lock.held and unchanged):
            raise DossierLocked("store.lock.lost")

    def _refuse_lost_files(self, change: Change) -> None:
        for key, record in change.after.items():
            if isinstance(record, Document | Letterhead):
                before = change.before[key]
                known = isinstance(before, type(record)) and before.sha256 == record.sha256
                if not known and not self._blobs.has(record.sha256):
                    raise Unreadable("store.blob.missing", file=record.name)
