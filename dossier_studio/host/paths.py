"""Where things lie on this machine: what came with the program, and what the person keeps.

`DOSSIER_STUDIO_HOME` puts all that is kept into one folder: for trying things out, and for tests.
No folder is made here; whoever writes, makes it.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "dossier-studio"
HOME = "DOSSIER_STUDIO_HOME"

_PACKAGE = Path(__file__).resolve().parents[1]


def resources() -> Path:
    """Return the folder of outlines, rules, schemas, samples and fonts."""
    return _shipped("resources")


def translations() -> Path:
    """Return the folder of message catalogues and compiled widget texts."""
    return _shipped("translations")


def data_folder() -> Path:
    """Return the folder for what the program keeps between runs."""
    return _kept("data") or platformdirs.user_data_path(NAME, appauthor=False)


def config_folder() -> Path:
    """Return the folder for the person's settings."""
    return _kept("config") or platformdirs.user_config_path(NAME, appauthor=False)


def cache_folder() -> Path:
    """Return the folder for what may be deleted at any time and is then made anew."""
    return _kept("cache") or platformdirs.user_cache_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Return the folder for logs."""
    return _kept("log") or platformdirs.user_log_path(NAME, appauthor=False)


def _shipped(folder: str) -> Path:
    """An installed wheel holds the folder inside the package, a checkout beside it."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def _kept(folder: str) -> Path | None:
    home = os.environ.get(HOME)
    return Path(home) / folder if home else None
