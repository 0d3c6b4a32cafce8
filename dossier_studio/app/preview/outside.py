"""Opens a copy of a file in the machine's own program; the dossier's file is never handed out."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def copied(path: Path, name: str) -> Path:
    """Return a copy under the name that the person knows, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="dossier-studio-"))
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
