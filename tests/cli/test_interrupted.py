"""A command that is stopped says so, ends with 130, and leaves nothing half-made behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")


def stopped(words: list[str], when: Callable[[], bool], how: signal.Signals) -> tuple[int, str]:
    """Run a command, send a signal once something is so, and return exit code and stderr."""
    command = subprocess.Popen(
        [sys.executable, "-m", "dossier_studio", *words],
        cwd=ROOT,
        env={**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + PATIENCE
    while not when() and command.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    command.send_signal(how)
    _, said = command.communicate(timeout=PATIENCE)
    return command.returncode, said


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_sample_that_is_stopped_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    folder = tmp_path / "contoh"
    code, said = stopped(
        ["sample", str(folder), "--lang", "en"], lambda: any(folder.glob("blobs/*")), how
    )
    assert code == 130
    assert said == "Stopped; nothing is half-made.\n"
    assert not folder.exists()


def test_a_command_stopped_before_it_has_begun_shows_no_traceback() -> None:
    begun = time.monotonic()
    code, said = stopped(["deadlines"], lambda: time.monotonic() > begun + 0.25, signal.SIGINT)
    assert "Traceback" not in said
    assert code in {130, 0}
