"""A journal that was touched is known for it, in the folder and as lines in a package."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dossier_studio.store import journal
from dossier_studio.store.folder import DossierFolder
from tests.store.dossiers import answer, opened, read


@pytest.fixture
def edited(folder: DossierFolder) -> DossierFolder:
    for value in ("own", "contract", "licence", "import"):
        folder.commit(answer(folder.dossier, "origin", value), "Sari")
    folder.undo("Budi")
    return folder


@pytest.fixture
def lines(edited: DossierFolder) -> bytes:
    return b"".join(journal.lines(edited))


def test_lines_verify_with_nothing_but_json(edited: DossierFolder, lines: bytes) -> None:
    import hashlib

    previous = ""
    for number, line in enumerate(lines.splitlines(), start=1):
        entry = json.loads(line)
        claimed = entry.pop("hash")
        spelt = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert (entry["number"], entry["previous"]) == (number, previous)
        assert hashlib.sha256(spelt.encode()).hexdigest() == claimed
        previous = claimed
    assert previous == edited.head
    assert journal.verify_lines(lines)
    assert journal.verify_lines(lines, edited.head)


def test_every_single_changed_byte_is_seen(lines: bytes) -> None:
    for at in range(len(lines)):
        changed = bytearray(lines)
        changed[at] ^= 1
        assert not journal.verify_lines(bytes(changed)), at


def test_lines_missing_doubled_or_reordered_are_seen(lines: bytes, edited: DossierFolder) -> None:
    rows = lines.splitlines(keepends=True)
    for number in range(len(rows) - 1):
        assert not journal.verify_lines(b"".join(rows[:number] + rows[number + 1 :]))
        assert not journal.verify_lines(b"".join(rows[: number + 1] + rows[number:]))
    assert not journal.verify_lines(b"".join([rows[1], rows[0], *rows[2:]]))
    cut = b"".join(rows[:-1])
    assert journal.verify_lines(cut)
    assert not journal.verify_lines(cut, edited.head)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}\n",
        b"null\n",
        b"[" * 100_000 + b"\n",
        b'{"a":' * 100_000 + b"\n",
        b"\xff\n",
        b'{"hash":"","number":1,"previous":""}\n',
        b'{"hash":1,"number":' + b"9" * 5000 + b',"previous":""}\n',
    ],
)
def test_noise_is_no_journal(data: bytes) -> None:
    assert not journal.verify_lines(data)


def tampered(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path / "dossier.sqlite", isolation_level=None)) as database:
        assert database.execute(statement).rowcount == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET line = replace(line, 'contract', 'kontrak') WHERE number = 3",
        "DELETE FROM journal WHERE number = 3",
        "UPDATE journal SET number = 9 WHERE number = 1",
        "UPDATE records SET json = '{\"value\":\"own\"}' WHERE kind = 'answer'",
    ],
)
def test_a_dossier_that_was_tampered_with_does_not_verify(
    edited: DossierFolder, statement: str
) -> None:
    assert edited.verify_journal()
    edited.close()
    tampered(edited.path, statement)
    with read(edited.path) as reader:
        assert not reader.verify_journal()


def test_entries_tell_who_what_and_what_was_before(edited: DossierFolder) -> None:
    *_, third, undone = edited.journal()
    assert (third.number, third.by, third.undoes) == (5, "Sari", None)
    assert (undone.number, undone.by, undone.undoes) == (6, "Budi", 5)
    assert (undone.before, undone.after) == (third.after, third.before)
    assert undone.previous == third.hash
    assert third.change.undone().after == third.before


def test_the_journal_replayed_is_the_dossier(edited: DossierFolder) -> None:
    assert journal.replayed(edited.journal()) == edited.dossier
    edited.close()
    with opened(edited.path) as again:
        assert journal.replayed(again.journal()) == again.dossier
