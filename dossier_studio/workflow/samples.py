"""Makes a whole sample dossier, as an officer would have filled it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossier_studio.assembly import specimen
from dossier_studio.core.dossier import (
    DecisionKind,
    Dossier,
    Identity,
)
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder, utc_now
from dossier_studio.workflow import decisions, dossiers, edits, tables
from dossier_studio.workflow.decisions import Word
from dossier_studio.workflow.edits import Incoming

USUAL = "parasetamol"
"""The sample that is complete, and that is made when nobody names another."""


def names() -> tuple[str, ...]:
    """Return the names of all samples."""
    return specimen.names()


def sample(path: Path, which: str = USUAL) -> Work[Path]:
    """Make a sample dossier in a new folder and return its path; WrongUse for an unknown sample."""
    about = specimen.description(which)
    rules = rulebook(about.rulebook)
    identity = Identity(about.name, rules.id, rules.version)
    label = Message("workflow.dossier.new", {"name": about.name})
    with dossiers.begun(path, identity, by=about.person, label=label) as folder:
        folder.commit(edits.answer(rules, folder.dossier, about.answers), about.person)
        _tables(rules, folder, about)
        total = len(about.documents)
        digests = []
        for index, file in enumerate(specimen.files(which)):
            yield Step(Message("workflow.sample.writing", {"file": file.name}), index, total)
            digest = folder.keep_bytes(file.content)
            digests.append(digest)
            incoming = Incoming(file.name, digest, len(file.content))
            _attach(rules, folder, file, incoming=incoming, by=about.person)
        yield from dossiers.inspected(folder, digests)
        for settled in about.decisions:
            _decide(rules, folder, settled, about.person)
    return path


def _tables(rules: Rulebook, folder: DossierFolder, about: specimen.Sample) -> None:
    changes = [
        tables.set_rows(rules, folder.dossier, table, rows) for table, rows in about.tables.items()
    ]
    if changes:
        label = Message("workflow.sample.tables")
        folder.commit(dossiers.several(label, changes), about.person)


def _attach(
    rules: Rulebook,
    folder: DossierFolder,
    file: specimen.SpecimenFile,
    *,
    incoming: Incoming,
    by: str,
) -> None:
    planned = file.planned
    known = replace(
        incoming,
        title=planned.title,
        certificate=planned.certificate,
        prepared_by=planned.prepared_by,
        checked_by=planned.checked_by,
    )
    folder.commit(edits.attach(rules, folder.dossier, planned.place, [known]), by)


def _decide(
    rules: Rulebook, folder: DossierFolder, settled: specimen.Settled, person: str
) -> None:
    when = utc_now().isoformat(timespec="seconds")
    word = Word(person, settled.reason, when)
    dossier: Dossier = folder.dossier
    match settled.kind:
        case DecisionKind.EXCUSED:
            change = decisions.excuse(rules, dossier, settled.place, word)
        case DecisionKind.DEFERRED:
            change = decisions.defer(rules, dossier, settled.place, word)
        case kind:
            change = decisions.judge(rules, dossier, settled.place, kind=kind, word=word)
    folder.commit(change, person)

