"""Commands that edit a dossier."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from dossier_studio.cli.face import Face
from dossier_studio.cli.parser import pairs
from dossier_studio.core.change import Change
from dossier_studio.core.dossier import Certificate, DecisionKind, Document, Dossier
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Message
from dossier_studio.host import settings
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder, utc_now
from dossier_studio.workflow import branches, decisions, dossiers, edits, filing
from dossier_studio.workflow.decisions import Word

YES_NO = ("yes", "no", "not-needed")
CHOICES = {
    "form": ("original", "certified-copy", "scan"),
    "legalised": YES_NO,
    "sworn_translation": YES_NO,
    "e_meterai": YES_NO,
}
"""What a certificate's field may say, besides nothing."""


def person(said: Namespace) -> str:
    """Return who edits: --by, else the saved name, else "unnamed" (design decision 6)."""
    return (said.by or settings.read().name or "").strip() or dossiers.UNNAMED


@contextmanager
def opened(said: Namespace) -> Iterator[DossierFolder]:
    """Open the command's dossier for an edit."""
    with DossierFolder.open(Path(said.dir), write=True, by=person(said)) as folder:
        yield folder


def reading(said: Namespace) -> DossierFolder:
    """Open the command's dossier to read it beside whoever edits."""
    return DossierFolder.open(Path(said.dir), write=False, by=dossiers.UNNAMED)


def new(said: Namespace, face: Face) -> int:
    """Make a dossier."""
    dossiers.new(
        Path(said.dir), said.rulebook, pairs(said.fact), name=said.name or "", by=person(said)
    )
    with reading(said) as folder:
        identity = folder.dossier.identity
    if face.json:
        face.data({"dossier": said.dir, "name": identity.name, "rulebook": identity.rulebook})
    else:
        face.say("cli.new.done", name=identity.name, dir=said.dir)
    return 0


def _edit(said: Namespace, face: Face, make: Callable[[Rulebook, Dossier], Change]) -> int:
    with opened(said) as folder:
        change = make(dossiers.rulebook_of(folder.dossier), folder.dossier)
        dossiers.commit(folder, change, by=person(said))
    return told(face, change.label)


def told(face: Face, label: Message) -> int:
    """Say what was done."""
    if face.json:
        face.data({"done": {"en": _in(face, label, "en"), "id": _in(face, label, "id")}})
    else:
        face.say("cli.done", what=label)
    return 0


def _in(face: Face, label: Message, language: str) -> str:
    return replace(face, language=type(face.language)(language)).words(label)


def set_answers(said: Namespace, face: Face) -> int:
    """Answer questions."""
    answers = pairs(said.answers)
    return _edit(said, face, lambda rules, dossier: edits.answer(rules, dossier, answers))


def rename(said: Namespace, face: Face) -> int:
    """Give the dossier another name."""
    return _edit(said, face, lambda _, dossier: edits.rename(dossier, said.name))


def add(said: Namespace, face: Face) -> int:
    """Attach files."""
    with opened(said) as folder:
        before = {document.key for document in folder.dossier.documents}
        files = [Path(file) for file in said.files]
        face.finish(dossiers.add(folder, said.to, files, by=person(said)))
        added = [one for one in folder.dossier.documents if one.key not in before]
    if face.json:
        face.data({"added": [{"document": one.key, "sha256": one.sha256} for one in added]})
    else:
        for one in added:
            face.say("cli.add.done", file=one.name, place=one.place, document=one.key)
    return 0


def remove(said: Namespace, face: Face) -> int:
    """Take documents out."""
    return _edit(
        said,
        face,
        lambda _, dossier: edits.remove(
            dossier,
            [document_of(dossier, name).key for name in said.documents],
            said.reason or "",
        ),
    )


def move(said: Namespace, face: Face) -> int:
    """Move a document."""
    position = None
    if said.position is not None:
        if not re.fullmatch("[1-9][0-9]{0,5}", said.position):
            raise WrongUse("cli.move.position", position=said.position)
        position = int(said.position) - 1
    return _edit(
        said,
        face,
        lambda rules, dossier: edits.move(
            rules, dossier, document_of(dossier, said.document).key, said.to, position=position
        ),
    )


def title(said: Namespace, face: Face) -> int:
    """Give a document a title."""
    return _edit(
        said,
        face,
        lambda _, dossier: edits.title(
            dossier, document_of(dossier, said.document).key, said.title
        ),
    )


def certificate(said: Namespace, face: Face) -> int:
    """Record what a certificate says; what is not named stays as it was."""

    def make(_: Rulebook, dossier: Dossier) -> Change:
        document = document_of(dossier, said.document)
        return edits.certificate(dossier, document.key, _certificate(said, document))

    return _edit(said, face, make)


def _certificate(said: Namespace, document: Document) -> Certificate:
    known = document.certificate or Certificate()
    changed: dict[str, object] = {
        name: getattr(said, name)
        for name in ("number", "issuer", "country")
        if getattr(said, name) is not None
    }
    for name, allowed in CHOICES.items():
        value = getattr(said, name)
        if value and value not in allowed:
            option = name.replace("_", "-")
            choice = Choice(allowed)
            raise WrongUse("cli.certificate.value", option=option, value=value, allowed=choice)
        if value is not None:
            changed[name] = value
    for name in ("issued", "expires"):
        if getattr(said, name) is not None:
            changed[name] = day(getattr(said, name)) if getattr(said, name) else None
    if said.dosage_form:
        changed["dosage_forms"] = tuple(form for form in said.dosage_form if form)
    return replace(known, **changed)  # type: ignore[arg-type]  # each is checked above


def day(text: str) -> date:
    """Return a date; raises WrongUse for one that does not exist."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):  # fromisoformat reads 20260316 as well
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise WrongUse("cli.date", value=text)


def document_of(dossier: Dossier, name: str) -> Document:
    """Return a document by its key, or by its place where it is alone there."""
    here = dossier.at(name)
    if dossier.document(name) is None and len(here) == 1:
        return here[0]
    return edits.found(dossier, name)


def slot(said: Namespace, face: Face) -> int:
    """Choose the form of an upload slot."""
    form = "bound" if said.choice == "bound" else "zip"
    return _edit(
        said, face, lambda rules, dossier: edits.slot_form(rules, dossier, said.slot, form)
    )


def branch(said: Namespace, face: Face) -> int:
    """Add, rename or remove a branch."""

    def make(rules: Rulebook, dossier: Dossier) -> Change:
        if said.choice == "add":
            return branches.add(rules, dossier, said.axis, said.branch)
        if said.choice == "remove":
            return branches.remove(rules, dossier, said.axis, said.branch)
        if not said.to:
            raise WrongUse("cli.branch.no-name")
        return branches.rename(rules, dossier, said.axis, said.branch, new=said.to)

    return _edit(said, face, make)


def _word(said: Namespace, by: str) -> Word:
    return Word(by, said.reason or "", utc_now().isoformat(timespec="seconds"))


def excuse(said: Namespace, face: Face) -> int:
    """Excuse a requirement."""
    word = _word(said, person(said))
    return _edit(
        said, face, lambda rules, dossier: decisions.excuse(rules, dossier, said.requirement, word)
    )


def defer(said: Namespace, face: Face) -> int:
    """Defer a requirement."""
    word = _word(said, person(said))
    return _edit(
        said, face, lambda rules, dossier: decisions.defer(rules, dossier, said.requirement, word)
    )


def judge(said: Namespace, face: Face) -> int:
    """Record a judgement; only here a name is insisted on."""
    by = (said.by or settings.read().name or "").strip()
    if not by:
        raise WrongUse("workflow.decide.no-judge")
    kind = DecisionKind.ACCEPTED if said.choice == "accept" else DecisionKind(said.choice)
    word = _word(said, by)
    return _edit(
        said,
        face,
        lambda rules, dossier: decisions.judge(
            rules, dossier, said.requirement, kind=kind, word=word
        ),
    )


def withdraw(said: Namespace, face: Face) -> int:
    """Take a decision back."""
    return _edit(
        said, face, lambda rules, dossier: decisions.withdraw(rules, dossier, said.requirement)
    )


def undo(said: Namespace, face: Face) -> int:
    """Take the last edit back."""
    with opened(said) as folder:
        change = folder.undo(person(said))
    if change is None:
        raise WrongUse("cli.undo.nothing")
    return told(face, change.label)


def redo(said: Namespace, face: Face) -> int:
    """Do again what was undone last."""
    with opened(said) as folder:
        change = folder.redo(person(said))
    if change is None:
        raise WrongUse("cli.redo.nothing")
    return told(face, change.label)


def file(said: Namespace, face: Face) -> int:
    """Close the sequence."""
    filed = day(said.date) if said.date else None
    if said.type and said.type not in filing.TYPES:
        raise WrongUse("cli.file.type", value=said.type, allowed=Choice(filing.TYPES))
    from dossier_studio.workflow.papers import letterhead_of  # drawing is heavy to import

    by = person(said)
    with opened(said) as folder:
        change = filing.close_sequence(
            dossiers.rulebook_of(folder.dossier),
            folder.dossier,
            by=by,
            filed=filed,
            kind=said.type or "",
            note=said.note or "",
            letterhead=letterhead_of(folder),
        )
        dossiers.commit(folder, change, by=by)
    return told(face, change.label)
