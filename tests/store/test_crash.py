"""A session killed in the middle of anything leaves a dossier that opens."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dossier_studio.store import journal
from dossier_studio.store.folder import DossierFolder
from tests.store.dossiers import ROOT, answer, created, opened, read

KILLS = 20

BUSY = """
import os, sys
from pathlib import Path
from dossier_studio.core.work import finish
from tests.store.dossiers import answer, attach, opened
path = Path(sys.argv[1])
source = path.parent / "source.bin"
folder = opened(path, by="Rina")
print("busy", flush=True)
for number in range(100_000):
    source.write_bytes(os.urandom(4000))
    digest = finish(folder.keep(source))
    folder.commit(attach(folder.dossier, f"d{number % 5}", digest), "Rina")
    folder.commit(answer(folder.dossier, f"note-{number % 50}", os.urandom(1500).hex()), "Rina")
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "dossier"
    created(path).close()
    chance = random.Random(7)
    entries = 1
    for _ in range(KILLS):
        acknowledged = _killed(path, chance.uniform(0.0, 0.03))
        with read(path) as reader:  # beside whatever the dead session left
            assert reader.verify_journal()
        with opened(path) as folder:
            assert folder.verify_journal()
            assert journal.replayed(folder.journal()) == folder.dossier
            now = sum(1 for _ in folder.journal())
            assert now >= entries + 2 * acknowledged
            entries = now
            for document in folder.dossier.documents:
                assert folder.blob(document.sha256).stat().st_size == 4000
            assert not list(path.rglob("*.part"))
    assert entries > KILLS  # however slow the machine, most sessions got somewhere


@pytest.mark.parametrize("write", [True, False])
def test_a_commit_cut_off_halfway_never_was(tmp_path: Path, write: bool) -> None:
    with created(tmp_path / "whole") as folder:
        for number in range(300):
            folder.commit(answer(folder.dossier, f"fact-{number}", "x" * 300), "Sari")
        head, dossier = folder.head, folder.dossier
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    with closing(sqlite3.connect(whole / "dossier.sqlite", isolation_level=None)) as database:
        before = (whole / "dossier.sqlite").read_bytes()
        database.execute("PRAGMA cache_size = 2")  # so that pages reach the disk before the end
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE records SET json = upper(json)")
        database.execute("DELETE FROM journal WHERE number > 100")
        shutil.copytree(whole, cut)
        database.execute("ROLLBACK")
    assert (cut / "dossier.sqlite-journal").stat().st_size > 0
    assert (cut / "dossier.sqlite").read_bytes() != before
    with DossierFolder.open(cut, write=write, by="Budi") as again:
        assert (again.head, again.dossier) == (head, dossier)
        assert again.verify_journal()


def _killed(path: Path, seconds: float) -> int:
    """Kill a session amid its edits; return how many pairs of edits it had finished."""
    child = subprocess.Popen(
        [sys.executable, "-c", BUSY, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child, child.stdout:
        assert child.stdout.readline() == "busy\n"
        time.sleep(seconds)
        child.kill()
        return len(child.stdout.read().splitlines())
