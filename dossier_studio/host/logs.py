"""The log: what the program did, never what a document says."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from dossier_studio.host import paths

NAME = "dossier-studio.log"
BYTES = 1_000_000
KEPT = 3
"""A log that is full becomes .1, .1 becomes .2 and so on; older ones go."""


@contextmanager
def kept(level: int = logging.INFO) -> Iterator[Path | None]:
    """Write what the program logs to the log folder while this lasts; yields the file.

    A log that cannot be written stops nothing: then there is none.
    """
    logger = logging.getLogger("dossier_studio")
    try:
        handler = _handler(paths.log_folder())
    except OSError:
        silent = logging.NullHandler()  # else a warning would reach the person's screen
        logger.addHandler(silent)
        yield None
        logger.removeHandler(silent)
        return
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield Path(handler.baseFilename)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
        handler.close()


def _handler(folder: Path) -> logging.FileHandler:
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / NAME, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", errors="backslashreplace"
    )
    form = logging.Formatter(
        "%(asctime)sZ %(levelname)s %(name)s: %(message)s", datefmt="%Y-%m-%dT%H:%M:%S"
    )
    form.converter = time.gmtime
    handler.setFormatter(form)
    return handler
