"""Opens a copy of a file in the machine's own program; the dossier's file is never handed out."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path, PurePath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_PREFIX = "dossier-studio-open-"
_KEPT = 24 * 3600
"""Seconds after which a copy is cleared away; some program may hold it open until then."""


def copied(path: Path, name: str) -> Path:
    """Return a copy under the name that the person knows, in a folder of its own."""
    _clear_away()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    copy = folder / (PurePath(name.replace("\\", "/")).name or "berkas")
    shutil.copyfile(path, copy)
    return copy


def show(path: Path, name: str) -> bool:
    """Open a copy; False where the machine has no program for it or no room."""
    try:
        copy = copied(path, name)
    except OSError:
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def _clear_away() -> None:
    """Remove copies of earlier days: what lies in a dossier is confidential."""
    long_ago = time.time() - _KEPT
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            old = folder.stat().st_mtime < long_ago
        except OSError:
            continue
        if old:
            shutil.rmtree(folder, ignore_errors=True)
