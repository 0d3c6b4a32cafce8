"""Edits of a dossier as changes: what a person may do to it, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Certificate,
    Document,
    DocumentKey,
    Dossier,
    Key,
    Place,
    Record,
    RecordKind,
    SlotChoice,
    bare,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Choice, Message
from dossier_studio.law import placement
from dossier_studio.law.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that already lies among the blobs, under the name that the person knows."""

    name: str
    sha256: Digest
    bytes: int
    title: str = ""
    certificate: Certificate | None = None
    prepared_by: str = ""
    checked_by: str = ""


def rename(dossier: Dossier, name: str) -> Change:
    """Give the dossier another name."""
    if not name.strip():
        raise WrongUse("workflow.edit.no-name")
    identity = replace(dossier.identity, name=name.strip())
    label = Message("workflow.edit.rename", {"name": identity.name})
    return edit(dossier, label, {IDENTITY: identity})


def answer(rulebook: Rulebook, dossier: Dossier, said: Mapping[str, str]) -> Change:
    """Answer questions and form fields; "" takes an answer back.

    Raises WrongUse for an unknown question or a value that is no answer to it.
    """
    after: dict[Key, Record | None] = {}
    for name, text in said.items():
        fact = rulebook.facts.get(name)
        if fact is None or fact.derived:
            raise unknown_question(rulebook, name)
        record = Answer(fact.canonical(text)) if text.strip() else None
        after[Key(RecordKind.ANSWER, name)] = record
    titles = tuple(rulebook.facts[name].title for name in said)
    return edit(dossier, Message("workflow.edit.answer", {"questions": titles}), after)


def attach(
    rulebook: Rulebook, dossier: Dossier, place: str, files: Sequence[Incoming]
) -> Change:
    """Attach files to a requirement, a part or a section, after those that lie there."""
    check_place(rulebook, dossier, place)
    number = _last_number(dossier)
    order = len(dossier.at(place))
    after: dict[Key, Record | None] = {}
    for index, file in enumerate(files):
        key = DocumentKey(f"D{number + index + 1:04}")
        after[Key(RecordKind.DOCUMENT, key)] = Document(
            key=key,
            place=Place(place),
            order=order + index,
            name=file.name,
            sha256=file.sha256,
            bytes=file.bytes,
            title=file.title,
            certificate=file.certificate,
            prepared_by=file.prepared_by,
            checked_by=file.checked_by,
        )
    names = tuple(file.name for file in files)
    return edit(dossier, Message("workflow.edit.attach", {"files": names, "place": place}), after)


def remove(dossier: Dossier, keys: Sequence[str], reason: str = "") -> Change:
    """Take documents out; their files stay among the blobs, so that undo brings them back."""
    gone = [found(dossier, key) for key in keys]
    after: dict[Key, Record | None] = {key_of(document): None for document in gone}
    for place in sorted({document.place for document in gone}):
        after.update(_closed_up(dossier, place, {document.key for document in gone}))
    names = tuple(document.name for document in gone)
    return edit(dossier, Message("workflow.edit.remove", {"files": names}), after, reason)


def move(
    rulebook: Rulebook, dossier: Dossier, key: str, place: str, *, position: int | None = None
) -> Change:
    """Move a document to another place, or to another position (from 0) in its place."""
    check_place(rulebook, dossier, place)
    document = found(dossier, key)
    others = [one for one in dossier.at(place) if one.key != document.key]
    index = len(others) if position is None else max(0, min(position, len(others)))
    others.insert(index, replace(document, place=Place(place)))
    after: dict[Key, Record | None] = {
        key_of(one): replace(one, order=order) for order, one in enumerate(others)
    }
    if document.place != place:
        after.update(_closed_up(dossier, document.place, {document.key}))
    label = Message("workflow.edit.move", {"file": document.name, "place": place})
    return edit(dossier, label, after)


def certificate(dossier: Dossier, key: str, said: Certificate) -> Change:
    """Record what a certificate says of itself."""
    document = found(dossier, key)
    if said.issued and said.expires and said.expires < said.issued:
        raise WrongUse("workflow.edit.certificate-dates", issued=said.issued, expires=said.expires)
    label = Message("workflow.edit.certificate", {"file": document.name})
    return edit(dossier, label, {key_of(document): replace(document, certificate=said)})


def exchange(dossier: Dossier, key: str, file: Incoming) -> Change:
    """Put another file in a document's place; order, title and certificate stay.

    Who checked the old file has not seen the new one, so that name goes.
    """
    document = found(dossier, key)
    label = Message("workflow.edit.exchange", {"file": document.name, "new": file.name})
    after = replace(
        document, name=file.name, sha256=file.sha256, bytes=file.bytes, checked_by=""
    )
    return edit(dossier, label, {key_of(document): after})


def sign(dossier: Dossier, key: str, *, prepared_by: str, checked_by: str) -> Change:
    """Note who prepared a document and who checked it; nobody checks their own work."""
    document = found(dossier, key)
    prepared, checked = prepared_by.strip(), checked_by.strip()
    if prepared and prepared.casefold() == checked.casefold():
        raise WrongUse("workflow.edit.four-eyes", person=prepared)
    label = Message("workflow.edit.sign", {"file": document.name})
    after = replace(document, prepared_by=prepared, checked_by=checked)
    return edit(dossier, label, {key_of(document): after})


def title(dossier: Dossier, key: str, text: str) -> Change:
    """Give a document a title of its own, as contents and bookmarks show it."""
    document = found(dossier, key)
    label = Message("workflow.edit.title", {"file": document.name})
    return edit(dossier, label, {key_of(document): replace(document, title=text.strip())})


def slot_form(rulebook: Rulebook, dossier: Dossier, slot: str, form: str) -> Change:
    """Choose how an upload slot with several documents is made: "zip" or "bound"."""
    known = {one.id: one for one in rulebook.slots}
    if slot not in known:
        raise WrongUse("workflow.edit.unknown-slot", slot=slot, known=Choice(tuple(known)))
    if form not in {"zip", "bound"}:
        raise WrongUse("workflow.edit.slot-form", form=form)
    label = Message("workflow.edit.slot", {"slot": known[slot].title})
    return edit(dossier, label, {Key(RecordKind.SLOT, slot): SlotChoice(form)})


def unknown_question(rulebook: Rulebook, name: str) -> WrongUse:
    """Return the refusal of a question that there is not, with the names most like it."""
    names = tuple(one for one, fact in rulebook.facts.items() if not fact.derived)
    known = Choice(tuple(get_close_matches(name, names, 5, 0.5)) or names)
    return WrongUse("workflow.edit.unknown-fact", fact=name, rulebook=rulebook.id, known=known)


def found(dossier: Dossier, key: str) -> Document:
    """Return a document by key; raises WrongUse naming what to do when there is none."""
    document = dossier.document(key)
    if document is None:
        raise WrongUse("workflow.edit.unknown-document", document=key)
    return document


def key_of(document: Document) -> Key:
    """Return the key under which a document is recorded."""
    return Key(RecordKind.DOCUMENT, document.key)


def check_place(rulebook: Rulebook, dossier: Dossier, place: str) -> None:
    """Refuse a place that does not exist, takes no files, or leaves its branch open."""
    axis = placement.axis_of(rulebook, place)
    names = dossier.branch_names(axis) if axis else ("",)
    placement.check_place(rulebook, place, tuple(name for name in names if name))
    section = rulebook.outline.sections.get(bare(place))
    if section is not None and section.guidance_only:
        raise WrongUse("workflow.edit.no-files-here", place=place)


def _last_number(dossier: Dossier) -> int:
    keys = [document.key for document in dossier.documents]
    keys += [leaf.document for sequence in dossier.sequences for leaf in sequence.leaves]
    numbers = (key.removeprefix("D") for key in keys)  # letters that we wrote have other keys
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _closed_up(dossier: Dossier, place: str, without: set[DocumentKey]) -> dict[Key, Record | None]:
    rest = [document for document in dossier.at(place) if document.key not in without]
    return {
        key_of(document): replace(document, order=order)
        for order, document in enumerate(rest)
        if document.order != order
    }
