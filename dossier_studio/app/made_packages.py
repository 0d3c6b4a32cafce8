"""Where the package of each dossier was made last on this machine."""

from __future__ import annotations

import json
from pathlib import Path

from dossier_studio.core.errors import StudioError
from dossier_studio.host import files, paths

_MOST = 200


def remember(dossier: Path, package: Path) -> None:
    """Keep where a dossier's package lies; where that fails, one has to choose it again."""
    places = _read()
    name = str(dossier.absolute())
    places.pop(name, None)
    places[name] = str(package.absolute())
    kept = dict(list(places.items())[-_MOST:])
    try:
        with files.writing(_file().parent):
            _file().parent.mkdir(parents=True, exist_ok=True)
            files.write_aside(_file(), json.dumps(kept, ensure_ascii=False, indent=1).encode())
    except StudioError:
        return


def find(dossier: Path, name: str) -> Path | None:
    """Return the package of this name: where it was made last, or beside the dossier."""
    last = _read().get(str(dossier.absolute()))
    beside = dossier.absolute().parent / name
    places = ([Path(last)] if last else []) + [beside]
    return next((one for one in places if one.name == name and one.is_dir()), None)


def _read() -> dict[str, str]:
    try:
        places = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(places, dict):
        return {}
    return {str(dossier): str(package) for dossier, package in places.items()}


def _file() -> Path:
    return paths.data_folder() / "packages.json"
