"""Who edits a dossier: a small file that names the person, the machine, the process and the hour.

Whoever takes it over from a session that is gone must have the database's write lock meanwhile
(store.folder does), so that two cannot do so at once.
"""

from __future__ import annotations

import os
import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dossier_studio.core.errors import DossierLocked
from dossier_studio.core.text import Parameter
from dossier_studio.host import files
from dossier_studio.store import process
from dossier_studio.store.canonical import parse, spell, table, text

NAME = "lock"

SILENT = 600.0
"""Seconds without a beat after which another machine's session may be taken for gone."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The session that holds a dossier; `since` is UTC, `started` is when its process began."""

    person: str
    machine: str
    pid: int
    started: str
    since: datetime

    @classmethod
    def here(cls, person: str, since: datetime) -> Holder:
        """Return the holder that this very process is."""
        pid = os.getpid()
        return cls(person, platform.node(), pid, process.started(pid) or "", since)

    @property
    def words(self) -> dict[str, Parameter]:
        """What fills the blanks of a sentence about it."""
        return {
            "person": self.person,
            "machine": self.machine,
            "date": self.since.date(),
            "time": f"{self.since:%H:%M}",
        }

    @property
    def of_this_machine(self) -> bool:
        """Whether its process can be looked for here."""
        return self.machine == platform.node()


class DossierAbandoned(DossierLocked):
    """Another machine's session has been silent for long: one may take over, knowingly."""


class Lock:
    """The lock as we hold it."""

    def __init__(self, file: Path, holder: Holder) -> None:
        self.file = file
        self.holder = holder

    @property
    def held(self) -> bool:
        """Whether it is still ours, and nobody has taken it over or away."""
        return read(self.file) == self.holder

    def beat(self) -> bool:
        """Say that we live; returns False when the lock is no longer ours."""
        if not self.held:
            return False
        os.utime(self.file)
        return True

    def release(self) -> None:
        """Let the dossier go, if it is still ours."""
        if self.held:
            files.patiently(lambda: self.file.unlink(missing_ok=True))


def take(folder: Path, holder: Holder, *, take_over: bool = False) -> tuple[Lock, Holder | None]:
    """Return our lock, and the dead session's holder that had it before us.

    Raises DossierLocked while a living session holds it, DossierAbandoned when it is another
    machine's that has been silent for long (`take_over` takes it from that one).
    """
    file = folder / NAME
    before = read(file)
    if file.exists():
        if before:
            _refuse_living(before, file, take_over=take_over)
        # A lock that cannot be read was cut off by a power failure: nobody is behind it.
        files.patiently(lambda: file.unlink(missing_ok=True))
    return create(folder, holder), before


def create(folder: Path, holder: Holder) -> Lock:
    """Return our lock where none was; raises DossierLocked when somebody was quicker."""
    file = folder / NAME
    try:
        with file.open("xb") as stream:
            stream.write(_spelt(holder))
            files.flush(stream)
    except FileExistsError as error:
        other = read(file)
        raise (held_by(other) if other else DossierLocked("store.lock.busy")) from error
    except OSError:
        file.unlink(missing_ok=True)
        raise
    return Lock(file, holder)


def living(file: Path) -> Holder | None:
    """Return the holder of a lock as far as it seems alive; writes nothing, for readers."""
    holder = read(file)
    return holder if holder and _alive(holder, file, clock=_clock_of_machine) else None


def read(file: Path) -> Holder | None:
    """Return the holder that a lock names; None when there is no lock or it says nothing."""
    try:
        found = table(parse(files.patiently(file.read_bytes)))
        pid = found["pid"]
        return Holder(
            text(found["person"]),
            text(found["machine"]),
            pid if isinstance(pid, int) else 0,
            text(found["started"]),
            datetime.fromisoformat(text(found["since"])).astimezone(UTC),
        )
    except (OSError, ValueError, KeyError):
        return None


def held_by(holder: Holder) -> DossierLocked:
    """Return the refusal that names a living holder."""
    return DossierLocked("store.lock.held", **holder.words)


def _refuse_living(holder: Holder, file: Path, *, take_over: bool) -> None:
    if _alive(holder, file):
        raise held_by(holder)
    if not holder.of_this_machine and not take_over:
        raise DossierAbandoned("store.lock.silent", **holder.words)


def _alive(holder: Holder, file: Path, *, clock: Callable[[Path], float] | None = None) -> bool:
    if holder.of_this_machine:
        return process.alive(holder.pid, holder.started)
    try:
        return (clock or _clock_of_disk)(file) - file.stat().st_mtime < SILENT
    except FileNotFoundError:
        return False


def _clock_of_disk(file: Path) -> float:
    """Seconds now by the clock that stamps the beats: a share's is not this machine's."""
    probe = file.with_name(f"{secrets.token_hex(8)}{files.PART}")
    probe.touch()
    try:
        return probe.stat().st_mtime
    finally:
        probe.unlink()


def _clock_of_machine(_: Path) -> float:
    return time.time()


def _spelt(holder: Holder) -> bytes:
    return spell(
        {
            "person": holder.person,
            "machine": holder.machine,
            "pid": holder.pid,
            "started": holder.started,
            "since": holder.since.isoformat(),
        }
    )
