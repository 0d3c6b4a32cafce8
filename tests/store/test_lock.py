"""Who may edit: one living session, and whoever follows a dead one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from dossier_studio.core.errors import DossierLocked
from dossier_studio.store import process
from dossier_studio.store.folder import DossierFolder
from dossier_studio.store.lock import SILENT, DossierAbandoned
from tests.store.dossiers import ROOT, answer, created, opened, read

HOLD = """
import sys, time
from pathlib import Path
from tests.store.dossiers import opened
folder = opened(Path(sys.argv[1]), by="Rina")
print("held", flush=True)
time.sleep(60)
"""

RACE = """
import sys
from pathlib import Path
from dossier_studio.core.errors import StudioError
from tests.store.dossiers import answer, created, opened
path, verb = Path(sys.argv[1]), {"open": opened, "create": created}[sys.argv[2]]
print("ready", flush=True)
sys.stdin.readline()
try:
    with verb(path) as folder:
        folder.commit(answer(folder.dossier, "who", sys.argv[3]), "Sari")
        print("won", flush=True)
        sys.stdin.readline()
except StudioError as error:
    print(error.message.key, flush=True)
"""


def killed_while_holding(path: Path) -> int:
    """Leave the lock of a session that died; return its process id."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child, child.stdout:
        assert child.stdout.readline() == "held\n"
        child.kill()
    return child.pid


def rewritten(path: Path, **values: object) -> None:
    lock = path / "lock"
    lock.write_text(json.dumps(json.loads(lock.read_text()) | values))


def race(path: Path, verb: str) -> list[str]:
    """Let three processes open (or create) a dossier in the same instant."""
    with ExitStack() as ended:
        pipe = subprocess.PIPE
        children = [
            ended.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", RACE, str(path), verb, str(number)],
                    cwd=ROOT,
                    stdin=pipe,
                    stdout=pipe,
                    text=True,
                    bufsize=1,
                )
            )
            for number in range(3)
        ]
        lines = [(child.stdin, child.stdout) for child in children]
        assert [said.readline() for _, said in lines if said] == ["ready\n"] * 3
        for told, _ in lines:
            assert told is not None
            told.write("go\n")
        results = sorted(said.readline().strip() for _, said in lines if said)
        for told, _ in lines:
            assert told is not None
            told.close()
    return results


def test_a_living_session_keeps_others_out_and_is_named(folder: DossierFolder) -> None:
    with pytest.raises(DossierLocked) as refusal:
        opened(folder.path, by="Budi")
    assert refusal.value.exit_code == 5
    words = refusal.value.message.parameters
    assert (words["person"], words["time"]) == ("Sari", "12:00")
    holder = folder.lock_holder
    assert holder is not None
    assert (holder.person, holder.pid) == ("Sari", os.getpid())
    assert folder.commit(answer(folder.dossier, "origin", "own"), "Sari").answers


def test_a_living_session_of_another_process_keeps_us_out(tmp_path: Path) -> None:
    created(tmp_path / "d").close()
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "d")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child, child.stdout:
        assert child.stdout.readline() == "held\n"
        with read(tmp_path / "d") as reader:
            assert reader.lock_holder is not None
            assert reader.lock_holder.person == "Rina"
        with pytest.raises(DossierLocked) as refusal:
            opened(tmp_path / "d", take_over=True)
        child.kill()
    assert refusal.value.message.key == "store.lock.held"


def test_a_dead_sessions_lock_is_taken_over_at_once_and_journalled(tmp_path: Path) -> None:
    created(tmp_path / "d").close()
    killed_while_holding(tmp_path / "d")
    with read(tmp_path / "d") as reader:
        assert reader.lock_holder is None
    with opened(tmp_path / "d", by="Budi") as folder:
        *_, entry = folder.journal()
        assert (entry.by, entry.label.key) == ("Budi", "store.lock.taken-over")
        assert entry.label.parameters["person"] == "Rina"
        assert (dict(entry.before), dict(entry.after)) == ({}, {})
        assert folder.undo_label is None
        assert folder.verify_journal()
    assert not (tmp_path / "d" / "lock").exists()


def test_a_process_number_given_away_again_is_not_the_session(folder: DossierFolder) -> None:
    rewritten(folder.path, started="long ago")
    with opened(folder.path, by="Budi") as again:
        assert again.lock_holder is not None
        assert again.lock_holder.person == "Budi"


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b'{"pid": 1.5}', b"\xff\xfe"])
def test_a_lock_that_says_nothing_holds_nobody_up(tmp_path: Path, left: bytes) -> None:
    created(tmp_path / "d").close()
    (tmp_path / "d" / "lock").write_bytes(left)
    with opened(tmp_path / "d") as folder:
        assert folder.lock_holder is not None


def test_another_machines_session_lives_by_its_beat(folder: DossierFolder) -> None:
    rewritten(folder.path, machine="kantor-2")
    with pytest.raises(DossierLocked) as refusal:
        opened(folder.path, take_over=True)
    assert refusal.value.message.parameters["machine"] == "kantor-2"
    assert not isinstance(refusal.value, DossierAbandoned)


def test_another_machines_silent_session_is_taken_over_only_knowingly(
    folder: DossierFolder,
) -> None:
    rewritten(folder.path, machine="kantor-2")
    long_ago = time.time() - SILENT - 60
    os.utime(folder.path / "lock", (long_ago, long_ago))
    with pytest.raises(DossierAbandoned):
        opened(folder.path, by="Budi")
    assert not list(folder.path.glob("*.part"))
    with opened(folder.path, by="Budi", take_over=True) as again:
        *_, entry = again.journal()
        assert entry.label.parameters["machine"] == "kantor-2"


def test_a_session_that_lost_its_lock_writes_no_more(folder: DossierFolder) -> None:
    rewritten(folder.path, started="long ago")
    with opened(folder.path, by="Budi") as again:
        assert not folder.beat()
        with pytest.raises(DossierLocked) as refusal:
            folder.commit(answer(folder.dossier, "origin", "own"), "Sari")
        assert refusal.value.message.key == "store.lock.lost"
        folder.close()
        again.commit(answer(again.dossier, "origin", "import"), "Budi")
        assert again.lock_holder is not None
        assert again.lock_holder.person == "Budi"
        assert again.verify_journal()


def test_a_beat_shows_on_the_lock(folder: DossierFolder) -> None:
    os.utime(folder.path / "lock", (1, 1))
    assert folder.beat()
    assert time.time() - (folder.path / "lock").stat().st_mtime < 60


def test_of_three_that_race_for_a_dead_sessions_dossier_one_wins(tmp_path: Path) -> None:
    created(tmp_path / "d").close()
    killed_while_holding(tmp_path / "d")
    assert race(tmp_path / "d", "open") == ["store.lock.held", "store.lock.held", "won"]
    with read(tmp_path / "d") as reader:
        assert len(list(reader.journal())) == 3
        assert reader.verify_journal()


def test_of_three_that_race_to_create_one_wins(tmp_path: Path) -> None:
    *losers, winner = race(tmp_path / "d", "create")
    assert winner == "won"
    assert {word.rpartition(".")[0] for word in losers} <= {"store.lock", "store.create"}
    with read(tmp_path / "d") as reader:
        assert len(list(reader.journal())) == 2


def test_a_process_is_known_by_its_number_and_its_start() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    began = process.started(child.pid)
    assert began
    assert began == process.started(child.pid)
    assert process.alive(child.pid, began)
    assert not process.alive(child.pid, "another time")
    child.send_signal(signal.SIGTERM)
    deadline = time.time() + 10
    while process.alive(child.pid, began):  # a process that nobody has waited for is dead too
        assert time.time() < deadline
        time.sleep(0.01)
    child.wait()
    assert process.started(child.pid) is None
    assert process.started(0) is None
    assert process.started(-1) is None
