"""The dossiers opened last, looked into without opening them for editing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dossier_studio.app import overview
from dossier_studio.app.overview import Share
from dossier_studio.core.errors import StudioError
from dossier_studio.core.finding import Severity
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.core.work import Step, Work
from dossier_studio.store.folder import DossierFolder


@dataclass(frozen=True, slots=True)
class Recent:
    """A dossier as the list shows it; `shares` None while it has not been looked into.

    `trouble` says why it cannot be looked into; `holder` who has it open elsewhere.
    """

    path: Path
    name: str
    kind: tuple[Text, ...] = ()
    shares: tuple[tuple[str, Share], ...] | None = None
    errors: int = 0
    warnings: int = 0
    ready: bool = False
    changed: datetime | None = None
    holder: str = ""
    trouble: Words | None = None


def look(folders: Sequence[Path]) -> Work[tuple[Recent, ...]]:
    """Return what is known of dossiers; one that cannot be read says why."""
    found = []
    for index, folder in enumerate(folders):
        yield Step(Message("app.job.recent"), index, len(folders))
        try:
            found.append(_looked_into(folder))
        except StudioError as refusal:
            found.append(Recent(folder, folder.name, trouble=refusal.message))
    return tuple(found)


def _looked_into(path: Path) -> Recent:
    from dossier_studio.law.check import check
    from dossier_studio.law.checklist import checklist
    from dossier_studio.law.load import rulebook

    with DossierFolder.open(path, write=False, by="") as folder:
        dossier = folder.dossier
        book = rulebook(dossier.identity.rulebook)
        made = checklist(book, dossier.answers, dossier)
        report = check(book, dossier, folder.facts())
        counts = Counter(finding.severity for finding in report.findings)
        holder = folder.lock_holder
        changed = datetime.fromtimestamp((path / "dossier.sqlite").stat().st_mtime, UTC)
        return Recent(
            path=path,
            name=dossier.identity.name,
            kind=(book.title, *overview.kind_of(book, dossier.answers)),
            shares=tuple(overview.shares(book.outline, made).items()),
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            ready=report.ready,
            changed=changed.astimezone(),
            holder=holder.person if holder else "",
        )
