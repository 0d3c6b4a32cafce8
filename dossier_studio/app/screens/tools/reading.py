"""Dossiers as they lie on the disk, read beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.store.folder import DossierFolder

Found = TypeVar("Found")


class Reader(QObject):
    """Reads one thing at a time; asked again meanwhile, it reads once more afterwards."""

    read = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = session.jobs
        self._busy = False
        self._next: tuple[Callable[[], Work[Any]], Message] | None = None

    def begin(self, work: Callable[[], Work[Any]], title: Message) -> None:
        """Read beside the window; `read` carries what was found."""
        if self._busy:
            self._next = (work, title)
            return
        self._busy = True
        job = self._jobs.job(work(), title, quiet=True)
        job.succeeded.connect(self.read)
        job.cancelled.connect(self._forget)
        job.ended.connect(self._ended)
        self._jobs.start(job)

    def _forget(self) -> None:
        self._next = None

    def _ended(self) -> None:
        self._busy = False
        if self._next is not None:
            again, self._next = self._next, None
            self.begin(*again)


@dataclass(frozen=True, slots=True)
class Seen:
    """A dossier opened lately."""

    path: Path
    dossier: Dossier


def look(
    folders: Sequence[Path], seen: Callable[[Seen], Found | None]
) -> Work[tuple[Found, ...]]:
    """Return what is wanted of each dossier; one that cannot be read, or has nothing, is left out.

    The register of certificates says which cannot be read, and why.
    """
    found = []
    for index, path in enumerate(folders):
        yield Step(Message("app.job.recent"), index, len(folders))
        try:
            with DossierFolder.open(path, write=False, by="") as folder:
                one = seen(Seen(path, folder.dossier))
        except StudioError:
            continue
        if one is not None:
            found.append(one)
    return tuple(found)


def recent(session: Session) -> tuple[Path, ...]:
    """Return the dossiers opened lately that are still there."""
    return tuple(Path(one) for one in session.settings.recent if Path(one).is_dir())
