"""The journal: what was done, by whom, when and why; each entry holds the hash of the one before.

One entry is one line of canonical JSON. Its `hash` is the SHA-256 of the same object without
`hash`, so anyone can verify it with nothing but a JSON library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

from dossier_studio.core.change import Change
from dossier_studio.core.dossier import Dossier, Key, Record, RecordKind
from dossier_studio.core.text import Message
from dossier_studio.host import files
from dossier_studio.store import codec, upgrade, words
from dossier_studio.store.canonical import Json, parse, spell, table, text

FIRST = ""
"""The `previous` of the first entry."""

Records: TypeAlias = Mapping[Key, Record | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One edit as it was written; `when` is UTC to the second.

    `undoes` is the number of the entry that it takes back; a redo takes back an undo.
    `line` is the entry's canonical JSON, without a line end.
    """

    number: int
    when: datetime
    by: str
    label: Message
    reason: str
    before: Records
    after: Records
    undoes: int | None
    previous: str
    hash: str
    line: bytes = field(repr=False)

    @property
    def change(self) -> Change:
        """The edit itself."""
        return Change(self.label, self.before, self.after, self.reason)


class Journalled(Protocol):
    """Whatever has a journal: a dossier folder."""

    def journal(self) -> Iterator[Entry]:
        """Return the entries, first one first."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who makes an entry, when, and which entry it takes back."""

    by: str
    when: datetime
    undoes: int | None = None


def written(change: Change, signature: Signature, *, after: Entry | None) -> Entry:
    """Return the entry for a change, chained to the one before (None: it is the first)."""
    when = signature.when.astimezone(UTC).replace(microsecond=0)
    body: dict[str, Json] = {
        "after": _records_json(change.after),
        "before": _records_json(change.before),
        "by": signature.by,
        "format": upgrade.FORMAT,
        "label": words.message_json(change.label),
        "number": after.number + 1 if after else 1,
        "previous": after.hash if after else FIRST,
        "reason": change.reason,
        "undoes": signature.undoes,
        "when": f"{when:%Y-%m-%dT%H:%M:%SZ}",
    }
    body["hash"] = files.digest_of(spell(body))
    return entry_of(spell(body))


def entry_of(line: bytes) -> Entry:
    """Return the entry that a line holds; raises ValueError for any damage."""
    body = table(parse(line))
    try:
        number, undoes, written_in = body["number"], body["undoes"], body["format"]
        if not isinstance(number, int) or not isinstance(written_in, int):
            message = "an entry without number or format"
            raise ValueError(message)
        return Entry(
            number=number,
            when=datetime.fromisoformat(text(body["when"])).astimezone(UTC),
            by=text(body["by"]),
            label=words.message_of(body["label"]),
            reason=text(body["reason"]),
            before=_records_of(body["before"], written_in),
            after=_records_of(body["after"], written_in),
            undoes=undoes if isinstance(undoes, int) else None,
            previous=text(body["previous"]),
            hash=text(body["hash"]),
            line=line,
        )
    except KeyError as error:
        missing = f"an entry without {error}"
        raise ValueError(missing) from error


def lines(folder: Journalled) -> Iterator[bytes]:
    """Return the journal as the lines of journal.jsonl, each with its line end."""
    return (entry.line + b"\n" for entry in folder.journal())


def verify_lines(data: bytes, head: str | None = None) -> bool:
    """Return whether a journal.jsonl is whole: nothing changed, added or missing in between.

    Entries cut off at the end are seen only by the `head` that the receipt names.
    """
    *rows, rest = data.split(b"\n")
    found = None if rest else head_of(rows)
    return found is not None and head in (None, found)


def head_of(rows: Iterable[bytes]) -> str | None:
    """Return the hash of the last entry; None when the chain is broken, or empty."""
    previous = FIRST
    for number, row in enumerate(rows, start=1):
        try:
            body = table(parse(row))
            found = body.pop("hash")
            fits = (body["number"], body["previous"]) == (number, previous)
            spelt = spell({**body, "hash": found}) == row
            hashed = files.digest_of(spell(body))
        except (ValueError, KeyError, RecursionError):
            return None
        if not (fits and spelt and found == hashed):
            return None
        previous = hashed
    return previous or None


def replayed(entries: Iterable[Entry]) -> Dossier:
    """Return the dossier that all edits together make."""
    records: dict[Key, Record] = {}
    for entry in entries:
        for key, record in entry.after.items():
            if record is None:
                records.pop(key, None)
            else:
                records[key] = record
    return Dossier(records)


def _records_json(records: Records) -> dict[str, Json]:
    return {
        f"{key.kind}:{key.id}": None if record is None else codec.record_json(key, record)
        for key, record in records.items()
    }


def _records_of(value: Json, written_in: int) -> dict[Key, Record | None]:
    found: dict[Key, Record | None] = {}
    for name, record in table(value).items():
        kind, _, identifier = name.partition(":")
        key = Key(RecordKind(kind), identifier)
        newer: Callable[[Json], Json] = upgrade.newer(key.kind, written_in)
        found[key] = None if record is None else codec.record_of(key.kind, newer(record))
    return found
