"""The log is kept while it can be, and stops nothing."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from dossier_studio.host import logs


def test_what_is_logged_is_kept_with_its_hour(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # pytest's own record of what is logged could not be sent between its processes.
    monkeypatch.setattr(logging.getLogger("dossier_studio"), "propagate", False)
    with logs.kept() as file:
        logging.getLogger("dossier_studio.store").info("dossier opened: %s", "\udcff")
        logging.getLogger("dossier_studio.store").debug("left out")
    logging.getLogger("dossier_studio.store").info("after the end")
    assert file == home / "log" / logs.NAME
    (line,) = file.read_text(encoding="utf-8").splitlines()
    pattern = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO dossier_studio\.store: dossier opened: \\udcff"
    assert re.fullmatch(pattern, line)


def test_a_log_that_is_full_makes_way(home: Path) -> None:
    with logs.kept():
        for _ in range(6):
            logging.getLogger("dossier_studio").info("x" * (logs.BYTES - 100))
    assert len(list((home / "log").iterdir())) == logs.KEPT + 1


def test_where_no_log_can_be_the_program_goes_on(home: Path) -> None:
    (home / "log").write_text("a file")
    with logs.kept() as file:
        logging.getLogger("dossier_studio").info("said to nobody")
    assert file is None
