"""Folders of older and newer programs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dossier_studio.core.dossier import RecordKind
from dossier_studio.core.errors import Unreadable
from dossier_studio.host.files import digest_of
from dossier_studio.store import upgrade
from dossier_studio.store.canonical import Json, parse, spell, table
from dossier_studio.store.folder import DossierFolder
from tests.store.dossiers import answer, opened, read

OLD = 900
"""A format that never was: answers called their value "text", and there were no facts."""


def _renamed(kind: RecordKind, record: Json) -> Json:
    return {"value": table(record)["text"]} if kind is RecordKind.ANSWER else record


def _with_facts(database: sqlite3.Connection) -> None:
    database.execute(
        "CREATE TABLE facts (sha256 TEXT PRIMARY KEY, version INTEGER, json TEXT) STRICT"
    )


@pytest.fixture
def old(folder: DossierFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier as that older program would have left it."""
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    folder.commit(answer(folder.dossier, "origin", "import"), "Sari")
    lines = [_as_then(entry.line) for entry in folder.journal()]
    folder.close()
    with closing(sqlite3.connect(folder.path / "dossier.sqlite", isolation_level=None)) as database:
        previous = ""
        for number, body in enumerate(lines, start=1):
            body["previous"] = previous
            previous = body["hash"] = digest_of(spell({**body}))
            row = (spell(body).decode(), number)
            database.execute("UPDATE journal SET line = ? WHERE number = ?", row)
        database.execute("UPDATE records SET json = replace(json, 'value', 'text')")
        database.execute("DROP TABLE facts")
        database.execute(f"PRAGMA user_version = {OLD}")
    step = upgrade.Upgrade(1_000, _renamed, _with_facts)
    monkeypatch.setattr(upgrade, "UPGRADES", (step,))
    return folder.path


def _as_then(line: bytes) -> dict[str, Json]:
    body = table(parse(line.replace(b'{"value":', b'{"text":')))
    del body["hash"], body["previous"]
    return {**body, "format": OLD}


def test_an_older_dossier_is_brought_up_and_a_copy_stays(old: Path) -> None:
    before = _tables(old / "dossier.sqlite")
    with opened(old) as folder:
        assert folder.dossier.answers == {"origin": "import"}
        assert folder.verify_journal()
        folder.undo("Budi")
        assert folder.dossier.answers == {"origin": "own"}
        folder.commit(answer(folder.dossier, "category", "2X"), "Budi")
        assert folder.verify_journal()
        assert folder.facts() == {}
    assert _tables(old / "dossier-0.900.sqlite") == before
    with opened(old) as again:
        assert again.dossier.answers == {"origin": "own", "category": "2X"}
        assert again.verify_journal()
    assert not list(old.glob("*.part"))


def test_an_older_dossier_is_read_without_touching_it(old: Path) -> None:
    before = (old / "dossier.sqlite").read_bytes()
    with read(old) as folder:
        assert folder.dossier.answers == {"origin": "import"}
        assert [entry.number for entry in folder.journal()] == [1, 2, 3]
        assert folder.verify_journal()
    assert (old / "dossier.sqlite").read_bytes() == before
    assert not (old / "dossier-0.900.sqlite").exists()


def test_an_upgrade_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(kind: RecordKind, record: Json) -> Json:
        raise ValueError(kind)

    before = _tables(old / "dossier.sqlite")
    with monkeypatch.context() as patch:
        patch.setattr(upgrade, "UPGRADES", (upgrade.Upgrade(1_000, broken, _with_facts),))
        with pytest.raises(Unreadable):
            opened(old)
    assert _tables(old / "dossier.sqlite") == before
    assert not (old / "lock").exists()


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_major_format_is_refused_and_a_newer_minor_one_is_not(
    folder: DossierFolder, write: bool
) -> None:
    folder.close()
    _set_format(folder.path, upgrade.FORMAT + 1)
    with DossierFolder.open(folder.path, write=write, by="Sari") as minor:
        assert minor.dossier.identity
    _set_format(folder.path, (upgrade.FORMAT // 1000 + 1) * 1000)
    with pytest.raises(Unreadable) as refusal:
        DossierFolder.open(folder.path, write=write, by="Sari")
    assert refusal.value.message.key == "store.too-new"
    assert not (folder.path / "lock").exists()


def _set_format(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path / "dossier.sqlite", isolation_level=None)) as database:
        database.execute(f"PRAGMA user_version = {number}")


def _tables(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        return [str(version), *database.iterdump()]
