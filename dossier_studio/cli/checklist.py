"""The command that says what is asked, for a dossier or for answers alone."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from dossier_studio.cli import shapes
from dossier_studio.cli.edits import reading
from dossier_studio.cli.face import Face
from dossier_studio.cli.papers import write
from dossier_studio.cli.parser import pairs
from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Document,
    Dossier,
    Identity,
    Key,
    Record,
    RecordKind,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.checklist import checklist as made
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Need, Rulebook
from dossier_studio.workflow import dossiers
from dossier_studio.workflow.edits import unknown_question


def checklist(said: Namespace, face: Face) -> int:
    """Say what is asked."""
    if bool(said.dir) == bool(said.rulebook) or (said.dir and said.fact):
        raise WrongUse("cli.checklist.one-of")
    dossier = _of_folder(said) if said.dir else _of_answers(said)
    rules = dossiers.rulebook_of(dossier)
    found = made(rules, dossier.answers, dossier if said.dir else None)
    if said.out:
        _write(Path(said.out), rules, dossier, found=found, face=face)
    elif face.json:
        face.data(shapes.checklist(found, face.language))
    else:
        _print(found, dossier.documents, face)
    return 0


def _of_folder(said: Namespace) -> Dossier:
    with reading(said) as folder:
        return folder.dossier


def _of_answers(said: Namespace) -> Dossier:
    rules = rulebook(said.rulebook)
    answers = canonical(rules, pairs(said.fact))
    records: dict[Key, Record] = {IDENTITY: Identity("", rules.id, rules.version)}
    records |= {Key(RecordKind.ANSWER, name): Answer(text) for name, text in answers.items()}
    return Dossier(records)


def _write(
    target: Path, rules: Rulebook, dossier: Dossier, *, found: Checklist, face: Face
) -> None:
    """Write a checklist as a spreadsheet or as PDF, as the ending of the name says."""
    from dossier_studio.workflow.papers import checklist_as  # drawing is heavy to import

    form = target.suffix.lower()
    content = checklist_as(rules, dossier, found, form=form, language=face.language)
    write(target, content)
    if face.json:
        face.data({"file": str(target), "bytes": len(content)})
    else:
        face.say("cli.paper.written", file=str(target))


def canonical(rules: Rulebook, answers: dict[str, str]) -> dict[str, str]:
    """Return answers as they are stored, without those taken back; raises WrongUse for nonsense."""
    for name in answers:
        if name not in rules.facts or rules.facts[name].derived:
            raise unknown_question(rules, name)
    return {
        name: rules.facts[name].canonical(text) for name, text in answers.items() if text.strip()
    }


def _print(found: Checklist, documents: Sequence[Document], face: Face) -> None:
    names = {str(document.key): document.name for document in documents}
    shown = {key for line in found.lines for key in line.documents}
    for notice in found.notices:
        face.line(face.words(notice))
    for stop in found.stops:
        face.say("cli.checklist.stop", id=stop.id, title=stop.title)
    for line in found.lines:
        if line.need is not Need.NOT_NEEDED:
            for text in shapes.checklist_lines(line, names, face):
                face.line(text)
    for document in documents:
        if document.key not in shown:
            face.say(
                "cli.checklist.waiting",
                document=document.key, place=document.place, file=document.name,
            )  # fmt: skip
    rows = [line for line in found.lines if not line.parent]
    face.say(
        "cli.checklist.total",
        needed=sum(line.need is Need.REQUIRED for line in rows),
        undecided=sum(line.need is Need.UNDECIDED for line in rows),
    )
