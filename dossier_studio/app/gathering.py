"""Work for a thread: it touches files, and opens a dossier of its own where it must read one."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier_studio.core.dossier import Dossier
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Report
from dossier_studio.core.text import Language, Message, Text
from dossier_studio.core.work import Step, Work
from dossier_studio.host.files import readable, spoken_name
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder

if TYPE_CHECKING:
    from dossier_studio.export.package import Package
    from dossier_studio.export.verify import Verification
    from dossier_studio.workflow.edits import Incoming


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files that lie among the blobs now, and what they are."""

    place: str
    incoming: tuple[Incoming, ...]
    facts: tuple[FileFacts, ...]


def gather(
    folder: DossierFolder, place: str, files: Sequence[Path], known: frozenset[Digest]
) -> Work[Gathered]:
    """Copy files into the dossier's folder and inspect them; the window attaches them."""
    from dossier_studio.workflow.edits import Incoming

    incoming = []
    for index, file in enumerate(files):
        readable(file)
        yield Step(Message("workflow.dossier.keeping", {"file": file.name}), index, len(files))
        digest = yield from folder.keep(file)
        incoming.append(Incoming(spoken_name(file), digest, folder.blob(digest).stat().st_size))
    unseen = [one.sha256 for one in incoming if one.sha256 not in known]
    facts = yield from look_into(folder, unseen)
    return Gathered(place, tuple(incoming), facts)


def look_into(folder: DossierFolder, digests: Sequence[Digest]) -> Work[tuple[FileFacts, ...]]:
    """Inspect blobs that have not been looked into yet."""
    from dossier_studio.intake.inspect import inspect

    unseen = list(dict.fromkeys(digests))
    if not unseen:
        return ()
    return (yield from inspect([folder.blob(digest) for digest in unseen]))


def make_sample(folder: Path) -> Work[Path]:
    """Make the sample dossier aside, and put it into its place once it is whole."""
    from dossier_studio.workflow import samples

    aside = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield from samples.sample(aside)
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


@dataclass(frozen=True, slots=True)
class Made:
    """A package, what reading it back from the disk says of it, and how many files that were."""

    package: Package
    verification: Verification
    files: int


def pack(dossier: Path, parent: Path, *, incomplete: bool, zipped: bool) -> Work[Made]:
    """Make the package of a dossier beside the window, then verify it."""
    from dossier_studio.workflow import packages

    with DossierFolder.open(dossier, write=False, by="") as folder:
        package = yield from packages.export(
            folder, parent, allow_incomplete=incomplete, zipped=zipped
        )
    verification = yield from packages.verify(package.path)
    files = sum(one.is_file() for one in package.path.rglob("*"))
    return Made(package, verification, files)


def zip_package(package: Path) -> Work[Path]:
    """Write the zip of a package beside it."""
    from dossier_studio.workflow import packages

    return (yield from packages.zip_copy(package))


def hand_out(kind: str, target: Path, case: Handed) -> Work[Path]:
    """Write the check as a file to hand on: "findings" or "checklist" (PDF), or "sheet"."""
    from dossier_studio.assembly import reports
    from dossier_studio.assembly.particulars import particulars
    from dossier_studio.export.checklist_sheet import checklist_sheet
    from dossier_studio.host import files

    yield Step(Message("app.job.hand-out"))
    about = particulars(case.rulebook, case.dossier)
    if kind == "findings":
        names = {one.key: one.name for one in case.dossier.documents}
        data = reports.findings_pdf(case.report, about, names)
    elif kind == "checklist":
        data = reports.checklist_pdf(case.checklist, about)
    else:
        data = checklist_sheet(case.rulebook, case.dossier, case.checklist, case.language)
    with files.writing(target.parent):
        files.write_aside(target, data)
    return target


@dataclass(frozen=True, slots=True)
class Handed:
    """What a report speaks of; `language` is that of the screen, for the spreadsheet."""

    rulebook: Rulebook
    dossier: Dossier
    checklist: Checklist
    report: Report
    language: Language


@dataclass(frozen=True, slots=True)
class SlotRow:
    """An upload slot that holds something; `share` is its size in parts of the portal's limit.

    `path` is that of its file, from the package's own folder on.
    """

    number: int
    id: str
    title: Text
    file: str
    documents: int
    pages: int
    bytes: int
    share: float
    path: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a package would hold, before it is made.

    `fates` counts new, replaced, deleted and unchanged documents since the sequence `earlier`
    ("" for the first one).
    """

    name: str
    slots: tuple[SlotRow, ...]
    earlier: str = ""
    fates: tuple[tuple[str, int], ...] = ()


def lay_out(
    rulebook: Rulebook,
    dossier: Dossier,
    checklist: Checklist,
    facts: Mapping[Digest, FileFacts],
) -> Work[Layout]:
    """Work out what would go into which slot."""
    from dossier_studio.assembly.plan import plan
    from dossier_studio.export.names import package_name
    from dossier_studio.export.operations import Operation, operations
    from dossier_studio.export.slots import slot_plans

    yield Step(Message("app.job.layout"))
    rows = []
    planned = plan(rulebook, dossier, checklist, facts)
    changes = operations((one.document for one in planned.uploaded), dossier.sequences)
    counts = Counter(str(fate.operation) for fate in changes.fates.values())
    counts[str(Operation.DELETE)] = len(changes.deleted)
    for one in slot_plans(rulebook, dossier, planned):
        total = sum(entry.document.bytes for entry in one.entries)
        rows.append(
            SlotRow(
                number=one.slot.number,
                id=one.slot.id,
                title=one.slot.title,
                file=one.file.rpartition("/")[2],
                path=one.file,
                documents=len(one.entries),
                pages=sum(entry.facts.pages or 0 for entry in one.entries),
                bytes=total,
                share=total / rulebook.files.limit if rulebook.files.limit else 0.0,
            )
        )
    return Layout(
        name=package_name(dossier.identity.name, dossier.next_sequence),
        slots=tuple(rows),
        earlier=changes.earlier,
        fates=tuple((str(kind), counts[str(kind)]) for kind in Operation),
    )
