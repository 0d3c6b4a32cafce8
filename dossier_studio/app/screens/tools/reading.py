"""Dossiers as they lie on the disk, read beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.store.folder import DossierFolder

Found = TypeVar("Found")


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
        yield Step(Message("app.job.recent-dossiers"), index, len(folders))
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
