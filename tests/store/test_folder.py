"""What a folder keeps, and what it refuses."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import IDENTITY as IDENTITY_KEY
from dossier_studio.core.dossier import Identity, Key, RecordKind
from dossier_studio.core.errors import StudioError, Unreadable, WrongUse
from dossier_studio.core.file import Digest, FileFacts, Kind, PageSize, Problem
from dossier_studio.core.text import Message
from dossier_studio.core.work import finish
from dossier_studio.store.canonical import Json, spell
from dossier_studio.store.folder import DossierFolder
from tests.store.dossiers import (
    IDENTITY,
    MADE,
    ROOT,
    answer,
    attach,
    created,
    detach,
    opened,
    read,
)

INTAKE_LIMIT = 64 * 1024

DEAD: dict[str, Json] = {
    "person": "Rina",
    "machine": platform.node(),
    "pid": 2**22 + 1,  # beyond the highest number that Linux gives
    "started": "then",
    "since": "2026-03-16T09:00:00+00:00",
}


def blob_names(path: Path) -> set[str]:
    return {file.name for file in (path / "blobs").iterdir()}


def labels(folder: DossierFolder) -> tuple[Message | None, Message | None]:
    return folder.undo_label, folder.redo_label


def test_a_new_dossier_says_what_it_is_and_is_there_at_once(folder: DossierFolder) -> None:
    assert folder.dossier.identity == IDENTITY
    with read(folder.path) as beside:
        assert beside.dossier.identity == IDENTITY
        assert beside.head == folder.head
        (entry,) = beside.journal()
    assert (entry.number, entry.by, entry.label) == (1, "Sari", MADE)
    assert entry.when.isoformat() == "2026-03-16T12:00:00+00:00"


def test_an_edit_is_on_the_disk_when_commit_returns(folder: DossierFolder) -> None:
    after = folder.commit(answer(folder.dossier, "origin", "import"), "Budi")
    assert after.answers == {"origin": "import"}
    with read(folder.path) as beside:
        assert beside.dossier == after
        *_, entry = beside.journal()
    assert (entry.by, entry.hash) == ("Budi", folder.head)


def test_an_empty_edit_leaves_no_trace(folder: DossierFolder) -> None:
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    head = folder.head
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    assert folder.head == head


def test_an_edit_made_against_another_state_is_refused_whole(folder: DossierFolder) -> None:
    stale = answer(folder.dossier, "origin", "own")
    folder.commit(answer(folder.dossier, "origin", "import"), "Sari")
    head = folder.head
    with pytest.raises(ValueError, match="does not fit"):
        folder.commit(stale, "Sari")
    assert (folder.head, folder.dossier.answers) == (head, {"origin": "import"})


def test_a_dossier_keeps_its_identity(folder: DossierFolder) -> None:
    with pytest.raises(ValueError, match="identity"):
        folder.commit(edit(folder.dossier, Message("x"), {IDENTITY_KEY: None}), "Sari")
    assert read(folder.path).dossier.identity == IDENTITY


def test_a_record_of_the_wrong_kind_is_refused_whole(folder: DossierFolder) -> None:
    key = Key(RecordKind.ANSWER, "x")
    with pytest.raises(TypeError):
        folder.commit(edit(folder.dossier, Message("x"), {key: Identity("", "", "")}), "Sari")
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    assert folder.verify_journal()


def test_a_reader_sees_the_commit_that_it_opened_to_the_end(folder: DossierFolder) -> None:
    with read(folder.path) as beside:
        folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
        assert [entry.number for entry in beside.journal()] == [1]
        assert beside.verify_journal()


def test_a_reader_edits_nothing(folder: DossierFolder, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    with read(folder.path) as beside:
        for forbidden in (
            lambda: beside.commit(answer(beside.dossier, "origin", "own"), "Sari"),
            lambda: beside.keep_bytes(b"x"),
            lambda: beside.keep(source),
        ):
            with pytest.raises(WrongUse):
                forbidden()
        assert not beside.writable
        assert not beside.beat()
    assert folder.beat()


def test_reading_writes_nothing_and_needs_no_right_to(folder: DossierFolder) -> None:
    folder.close()
    before = {file: file.stat().st_mtime_ns for file in folder.path.rglob("*")}
    folder.path.chmod(0o555)
    (folder.path / "dossier.sqlite").chmod(0o444)
    try:
        with read(folder.path) as reader:
            assert reader.dossier.identity == IDENTITY
            reader.remember(())
    finally:
        folder.path.chmod(0o755)
    assert {file: file.stat().st_mtime_ns for file in folder.path.rglob("*")} == before


def test_it_belongs_to_the_thread_that_opened_it(folder: DossierFolder) -> None:
    seen: list[Exception] = []

    def elsewhere() -> None:
        try:
            list(folder.journal())
        except sqlite3.ProgrammingError as error:
            seen.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(seen) == 1


def test_a_place_that_holds_something_is_not_overwritten(tmp_path: Path) -> None:
    created(tmp_path / "dossier").close()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for place in ("dossier", "full", "file"):
        with pytest.raises(WrongUse) as refusal:
            created(tmp_path / place)
        assert refusal.value.message.parameters == {"folder": str(tmp_path / place)}
    assert (tmp_path / "full" / "letter.txt").read_text() == "x"
    assert read(tmp_path / "dossier").dossier.identity == IDENTITY


def test_an_empty_folder_and_missing_parents_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    created(tmp_path / "empty").close()
    created(tmp_path / "new" / "Produk #1 100% siap?").close()
    assert read(tmp_path / "new" / "Produk #1 100% siap?").dossier.identity == IDENTITY


@pytest.mark.parametrize("write", [True, False])
def test_what_is_no_dossier_is_refused_in_a_sentence(tmp_path: Path, write: bool) -> None:
    noise = bytes(range(256)) * 64
    for name, data in {"none": None, "noise": noise, "empty": b"", "cut": None}.items():
        (tmp_path / name).mkdir()
        if data is not None:
            (tmp_path / name / "dossier.sqlite").write_bytes(data)
    with closing(sqlite3.connect(tmp_path / "cut" / "dossier.sqlite")) as foreign:
        foreign.execute("CREATE TABLE somebody_elses (x)")
    for name in ("none", "noise", "empty", "cut", "missing"):
        with pytest.raises(Unreadable):
            DossierFolder.open(tmp_path / name, write=write, by="Sari")
        assert not (tmp_path / name / "lock").exists()


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE records SET json = '{\"value\": 1.5}' WHERE kind = 'dossier'",
        "UPDATE records SET json = '{\"nonsense\": 1}' WHERE kind = 'dossier'",
        "UPDATE records SET kind = 'nonsense'",
        "UPDATE records SET json = CAST(x'ff' AS TEXT)",
        "UPDATE journal SET line = 'x'",
        "DELETE FROM records",
        "DELETE FROM journal",
        "DROP TABLE journal",
    ],
)
def test_a_damaged_dossier_is_refused_in_a_sentence(
    folder: DossierFolder, harm: str, write: bool
) -> None:
    folder.close()
    with closing(sqlite3.connect(folder.path / "dossier.sqlite", isolation_level=None)) as database:
        database.execute(harm)
    with pytest.raises(Unreadable) as refusal:
        DossierFolder.open(folder.path, write=write, by="Sari")
    assert refusal.value.message.key == "store.damaged"
    assert not (folder.path / "lock").exists()


def test_a_half_overwritten_database_is_refused_in_a_sentence(folder: DossierFolder) -> None:
    for number in range(200):
        folder.commit(answer(folder.dossier, f"fact-{number}", "x" * 200), "Sari")
    folder.close()
    file = folder.path / "dossier.sqlite"
    data = bytearray(file.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises(Unreadable):
        opened(folder.path)


def test_only_blobs_that_nobody_ever_named_are_swept(folder: DossierFolder) -> None:
    kept, removed, litter = (folder.keep_bytes(data) for data in (b"kept", b"removed", b"litter"))
    folder.commit(attach(folder.dossier, "d1", kept), "Sari")
    folder.commit(attach(folder.dossier, "d2", removed), "Sari")
    folder.commit(detach(folder.dossier, "d2"), "Sari")
    (folder.path / "blobs" / "0123456789abcdef.part").write_bytes(b"half")
    (folder.path / "blobs" / "Thumbs.db").write_bytes(b"not ours")
    assert litter in blob_names(folder.path)
    folder.close()
    with read(folder.path):
        assert litter in blob_names(folder.path)
    with opened(folder.path) as again:
        assert blob_names(folder.path) == {kept, removed, "Thumbs.db"}
        again.undo("Sari")
        assert again.blob(removed).read_bytes() == b"removed"


def test_a_document_needs_its_file(folder: DossierFolder) -> None:
    absent = Digest("0" * 64)
    with pytest.raises(Unreadable):
        folder.commit(attach(folder.dossier, "d1", absent), "Sari")
    assert folder.dossier.documents == ()


def test_a_forged_digest_names_no_path(folder: DossierFolder) -> None:
    for digest in ("../dossier.sqlite", "/etc/passwd", "", "A" * 64, "0" * 64 + "\n"):
        with pytest.raises(Unreadable):
            folder.blob(Digest(digest))


LIMITED = """
import resource, signal, sys
from pathlib import Path
from dossier_studio.core.errors import StudioError
from dossier_studio.core.work import finish
from tests.store.dossiers import answer, created, opened
home = Path(sys.argv[1])
folder = opened(home / "dossier")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
refused = []
for attempt in (
    lambda: finish(folder.keep(home / "large.bin")),
    lambda: folder.keep_bytes((home / "large.bin").read_bytes()),
    lambda: folder.commit(answer(folder.dossier, "note", "x" * 400_000), "Sari"),
):
    try:
        attempt()
    except StudioError as error:
        refused.append(error.message.key)
folder.close()
try:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, int(sys.argv[2])))
    created(home / "second")
except StudioError as error:
    refused.append(error.message.key)
print(*refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is POSIX's")
def test_a_disk_that_takes_no_more_loses_nothing(folder: DossierFolder, tmp_path: Path) -> None:
    head = folder.head
    folder.close()
    (tmp_path / "large.bin").write_bytes(bytes(3 * INTAKE_LIMIT))
    said = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path), str(INTAKE_LIMIT)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    # SQLite tells a full disk from a write that fails otherwise; a limit is the latter to it.
    full, failed = "host.disk.full", "host.disk.failed"
    assert said.stdout.split() == [full, full, failed, full]
    assert blob_names(folder.path) == set()
    assert not (tmp_path / "second").exists()
    with opened(folder.path) as again:
        assert again.head == head
        assert again.verify_journal()


def test_every_parameter_of_a_refusal_is_plain(tmp_path: Path) -> None:
    with pytest.raises(StudioError) as refusal:
        read(tmp_path)
    assert refusal.value.message.parameters == {"folder": str(tmp_path)}
    assert refusal.value.exit_code == 3


def test_facts_are_kept_beside_the_journal(folder: DossierFolder, tmp_path: Path) -> None:
    facts = FileFacts(
        Digest("a" * 64),
        "b" * 32,
        10,
        Kind.PDF,
        pages=2,
        page_sizes=(PageSize(595.276, 841.89), PageSize(0.1 + 0.2, 1e-9)),
        problems=(Problem("PF-02", (1, 2), "x"),),
    )
    head = folder.head
    folder.remember([facts])
    folder.remember([facts])
    assert folder.head == head
    with read(folder.path) as beside:
        assert beside.facts() == {facts.sha256: facts}
        assert beside.facts(version=2) == {}


def test_undo_of_nothing_is_nothing(folder: DossierFolder) -> None:
    assert (folder.undo("Sari"), folder.redo("Sari")) == (None, None)
    assert labels(folder) == (None, None)


def test_undo_and_redo_name_the_edit_and_outlive_a_restart(folder: DossierFolder) -> None:
    digest = finish(folder.keep(Path(__file__)))
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    first = folder.dossier
    folder.commit(attach(folder.dossier, "d1", digest), "Sari")
    second = folder.dossier
    folder.close()
    attached = Message("attached", {"name": "cpob.pdf"})
    with opened(folder.path) as again:
        assert labels(again) == (attached, None)
        undone = again.undo("Budi")
        assert undone is not None
        assert undone.label == Message("core.change.undo", {"label": attached})
        assert again.dossier == first
    with opened(folder.path) as again:
        assert labels(again)[1] == attached
        redone = again.redo("Budi")
        assert redone is not None
        assert redone.label == Message("core.change.redo", {"label": attached})
        assert again.dossier == second
        assert labels(again) == (attached, None)
        again.undo("Budi")
        again.undo("Budi")
        assert again.dossier.answers == {}
        again.commit(answer(again.dossier, "origin", "import"), "Budi")
        assert labels(again)[1] is None
        entries = tuple(again.journal())
        assert [entry.undoes for entry in entries] == [None, None, None, 3, 4, 5, 2, None]
        assert again.verify_journal()


def test_an_entry_without_records_neither_is_undone_nor_ends_redoing(
    folder: DossierFolder,
) -> None:
    folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
    folder.undo("Sari")
    folder.close()
    (folder.path / "lock").write_bytes(spell(DEAD))
    with opened(folder.path, by="Budi") as again:
        assert len(list(again.journal())) == 4
        assert again.undo("Budi") is None
        assert isinstance(again.redo("Budi"), Change)
