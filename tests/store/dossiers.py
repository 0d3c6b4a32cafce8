"""A clock that stands still, ways into a dossier, and edits to make there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import (
    Answer,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    RecordKind,
)
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message
from dossier_studio.store.folder import DossierFolder

IDENTITY = Identity("Parasetamol Contoh 500 mg", "id.bpom.drug", "1")
MADE = Message("made", {"name": IDENTITY.name})
ROOT = Path(__file__).parents[2]
"""Where child processes start, so that they find this module."""

NOON = datetime(2026, 3, 16, 12, 0, 0, 987654, tzinfo=UTC)


def noon() -> datetime:
    return NOON


def created(path: Path) -> DossierFolder:
    return DossierFolder.create(path, IDENTITY, by="Sari", label=MADE, now=noon)


def opened(path: Path, *, by: str = "Sari", take_over: bool = False) -> DossierFolder:
    return DossierFolder.open(path, write=True, by=by, take_over=take_over, now=noon)


def read(path: Path) -> DossierFolder:
    return DossierFolder.open(path, write=False, by="", now=noon)


def answer(dossier: Dossier, fact: str, value: str | None) -> Change:
    record = None if value is None else Answer(value)
    key = Key(RecordKind.ANSWER, fact)
    return edit(dossier, Message("answered", {"fact": fact, "value": value or "-"}), {key: record})


def attach(dossier: Dossier, key: str, digest: Digest, name: str = "cpob.pdf") -> Change:
    document = Document(DocumentKey(key), Place("A08"), 0, name, digest, 3)
    label = Message("attached", {"name": name})
    return edit(dossier, label, {Key(RecordKind.DOCUMENT, key): document})


def detach(dossier: Dossier, key: str) -> Change:
    return edit(dossier, Message("removed"), {Key(RecordKind.DOCUMENT, key): None})
