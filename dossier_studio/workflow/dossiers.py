"""What one does with a dossier's folder: make it, open it, add files, check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from dossier_studio.core.change import Change, merged
from dossier_studio.core.dossier import Dossier, Identity
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Report
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.host.files import readable, spoken_name
from dossier_studio.intake.inspect import inspect
from dossier_studio.law.check import check as checked
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store import opening
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import edits
from dossier_studio.workflow.edits import Incoming

UNNAMED = "unnamed"
"""Who edits, as long as nobody has given a name (design decision 6)."""


def rulebook_of(dossier: Dossier) -> Rulebook:
    """Return the rulebook with which a dossier was begun."""
    return rulebook(dossier.identity.rulebook)


def new(
    path: Path, book: str, said: Mapping[str, str], *, name: str = "", by: str = UNNAMED
) -> None:
    """Make a dossier and answer its first questions; nothing is left of one that is refused."""
    rules = rulebook(book)
    title = name.strip() or said.get("product_name", "").strip() or path.resolve().name
    identity = Identity(title, rules.id, rules.version)
    first = edits.answer(rules, Dossier(), said) if said else None
    label = Message("workflow.dossier.new", {"name": title})
    with begun(path, identity, by=by, label=label) as folder:
        if first is not None:
            folder.commit(first, by)


@contextmanager
def begun(path: Path, identity: Identity, *, by: str, label: Message) -> Iterator[DossierFolder]:
    """Make a dossier and fill it; when the filling fails or is stopped, nothing of it is left."""
    made = not path.exists()
    with DossierFolder.create(path, identity, by=by, label=label) as folder:
        try:
            yield folder
        except BaseException:
            folder.close()
            opening.clear(path, itself=made)
            raise


def add(
    folder: DossierFolder, place: str, files: Sequence[Path], *, by: str
) -> Work[tuple[Incoming, ...]]:
    """Copy files into the dossier, inspect them, and attach them to a place.

    The place is judged before any file is opened, and every file before the first is attached:
    one that cannot be read refuses all (Unreadable). A damaged or locked one is kept.
    """
    rules = rulebook_of(folder.dossier)
    edits.check_place(rules, folder.dossier, place)
    for file in files:
        readable(file)
    incoming = []
    for index, file in enumerate(files):
        message = Message("workflow.dossier.keeping", {"file": file.name})
        yield Step(message, index, len(files))
        digest = yield from folder.keep(file)
        incoming.append(Incoming(spoken_name(file), digest, folder.blob(digest).stat().st_size))
    yield from inspected(folder, [one.sha256 for one in incoming])
    folder.commit(edits.attach(rules, folder.dossier, place, incoming), by)
    return tuple(incoming)


def inspected(folder: DossierFolder, digests: Sequence[Digest]) -> Work[Mapping[Digest, FileFacts]]:
    """Return the facts of all blobs named, inspecting those not seen before.

    They are remembered where the dossier is open for writing; reading leaves it untouched.
    """
    known = folder.facts()
    unseen = list(dict.fromkeys(digest for digest in digests if digest not in known))
    if unseen:
        found = yield from inspect([folder.blob(digest) for digest in unseen])
        if folder.writable:
            folder.remember(found)
        known.update({facts.sha256: facts for facts in found})
    return known


def check(folder: DossierFolder) -> Work[tuple[Report, Mapping[Digest, FileFacts]]]:
    """Check a dossier; returns the report and the facts it rests on."""
    dossier = folder.dossier
    facts = yield from inspected(folder, [document.sha256 for document in dossier.documents])
    yield Step(Message("workflow.dossier.checking"))
    return checked(rulebook_of(dossier), dossier, facts), facts


def commit(folder: DossierFolder, change: Change, *, by: str) -> None:
    """Write one edit; one that changes nothing is not written."""
    if not change.empty:
        folder.commit(change, by)


def several(label: Message, changes: Sequence[Change]) -> Change:
    """Return edits made one after another as one, with one undo."""
    if not changes:
        raise WrongUse("workflow.edit.nothing")
    return merged(label, changes)

