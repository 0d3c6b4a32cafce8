"""Making a package of a dossier, and verifying one."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from dossier_studio.core.errors import NotReady, WrongUse
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export.archive import Member
from dossier_studio.export.package import Package
from dossier_studio.export.package import export as exported
from dossier_studio.export.request import Request
from dossier_studio.export.sealing import zip_folder
from dossier_studio.export.verify import Verification
from dossier_studio.export.verify import verify as verified
from dossier_studio.host import files, paths
from dossier_studio.law.checklist import checklist
from dossier_studio.law.rulebook import Need
from dossier_studio.law.standing import SETTLED
from dossier_studio.store import journal
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import dossiers

_CHUNK = 1 << 20


def request(
    folder: DossierFolder,
    parent: Path,
    *,
    zipped: bool = False,
    with_journal: bool = False,
    deep_proof: bool = False,
) -> Work[Request]:
    """Check a dossier and return what an export of it needs.

    Raises WrongUse for a place within the dossier's own folder, where a package would travel along.
    """
    if Path(os.path.realpath(parent)).is_relative_to(os.path.realpath(folder.path)):
        raise WrongUse("workflow.package.inside", place=str(parent))
    report, facts = yield from dossiers.check(folder)
    dossier = folder.dossier
    rules = dossiers.rulebook_of(dossier)
    return Request(
        rulebook=rules,
        dossier=dossier,
        checklist=checklist(rules, dossier.answers, dossier),
        report=report,
        facts=facts,
        blob=folder.blob,
        head=folder.head,
        parent=parent,
        journal=lambda: journal.lines(folder),
        zip=zipped,
        with_journal=with_journal,
        deep_proof=deep_proof,
        shelf=paths.cache_folder() / "segments",
    )


def export(
    folder: DossierFolder,
    parent: Path,
    *,
    allow_incomplete: bool = False,
    zipped: bool = False,
    with_journal: bool = False,
    deep_proof: bool = False,
) -> Work[Package]:
    """Make the package of the sequence that is being prepared.

    `deep_proof` draws every bound page from both files; without it a sample is drawn.
    Raises NotReady for a dossier that is not ready, unless `allow_incomplete`.
    """
    wanted = yield from request(
        folder, parent, zipped=zipped, with_journal=with_journal, deep_proof=deep_proof
    )
    report = wanted.report
    if not report.ready and not allow_incomplete:
        raise NotReady("workflow.package.not-ready", errors=report.errors, open=_open(wanted))
    return (yield from exported(wanted))


def _open(wanted: Request) -> int:
    """Return how many lines are neither settled nor not asked for."""
    return sum(
        line.need is Need.UNDECIDED
        or (line.need is Need.REQUIRED and line.standing not in SETTLED)
        for line in wanted.checklist.lines
    )


def zip_copy(package: Path) -> Work[Path]:
    """Write the zip of a package that is already made; the bytes are those of an export with it."""
    target = package.with_name(f"{package.name}.zip")
    members = []
    found = sorted(one for one in package.rglob("*") if one.is_file())
    for index, file in enumerate(found):
        yield Step(Message("export.step.zip"), index, 2 * len(found))
        members.append(_member(file, file.relative_to(package).as_posix()))
    part = target.with_name(f"{target.name}{files.PART}")
    with files.writing(target.parent):
        part.unlink(missing_ok=True)
        try:
            yield from zip_folder(package, members, part)
            files.move(part, target)
        finally:
            part.unlink(missing_ok=True)
    return target


def _member(file: Path, name: str) -> Member:
    size = crc = 0
    with files.long(file).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            size, crc = size + len(chunk), zlib.crc32(chunk, crc)
    return Member(name, size, crc)


def verify(path: Path) -> Work[Verification]:
    """Verify a package, folder or zip, ours, of any day."""
    return (yield from verified(path))
