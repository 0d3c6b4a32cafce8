"""The person's settings: one frozen value, kept in the config folder."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from dossier_studio.core.text import Language
from dossier_studio.host import files, paths

RECENT = 10
"""How many dossiers the start screen remembers."""

log = logging.getLogger(__name__)


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; the message `host.settings.<field>` describes each field.

    `language` None means the system's; `name` is the person's own, "" until given;
    `recent` holds dossier folders, the last one first.
    """

    language: Language | None = None
    name: str = ""
    theme: Theme = Theme.SYSTEM
    recent: tuple[str, ...] = ()

    def opened(self, folder: Path) -> Settings:
        """Return the settings after this dossier was opened."""
        place = str(folder.absolute())
        others = (other for other in self.recent if other != place)
        return replace(self, recent=(place, *others)[:RECENT])

    def forgotten(self, folder: Path) -> Settings:
        """Return the settings without this dossier among the recent ones."""
        place = str(folder.absolute())
        return replace(self, recent=tuple(other for other in self.recent if other != place))


def read() -> Settings:
    """Return the saved settings; whatever cannot be understood takes its default."""
    try:
        saved = json.loads(_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("settings unreadable, defaults taken: %s", error)
        return Settings()
    return _understood(saved) if isinstance(saved, dict) else Settings()


def write(settings: Settings) -> None:
    """Keep the settings; raises StudioError where the config folder cannot be written."""
    saved = {
        "language": settings.language,
        "name": settings.name,
        "theme": settings.theme,
        "recent": list(settings.recent),
    }
    text = json.dumps(saved, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    with files.writing(_file().parent):
        _file().parent.mkdir(parents=True, exist_ok=True)
        files.write_aside(_file(), text.encode("utf-8", "backslashreplace"))


def _file() -> Path:
    return paths.config_folder() / "settings.json"


def _understood(saved: dict[str, object]) -> Settings:
    language, theme = str(saved.get("language")), str(saved.get("theme"))
    name, recent = saved.get("name"), saved.get("recent")
    places = recent if isinstance(recent, list) else []
    return Settings(
        language=Language(language) if language in tuple(Language) else None,
        name=name if isinstance(name, str) else "",
        theme=Theme(theme) if theme in tuple(Theme) else Theme.SYSTEM,
        recent=tuple(place for place in places if isinstance(place, str))[:RECENT],
    )
