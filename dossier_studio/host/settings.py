"""The person's settings: one frozen value, kept in the config folder."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from dossier_studio.core.text import Language
from dossier_studio.host import files, paths

RECENT = 10
"""How many dossiers the start screen remembers."""

LARGEST_ZOOM = 1000
"""Percent."""

log = logging.getLogger(__name__)


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was in a dossier: its folder, the screen, and the place on it."""

    folder: str
    screen: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; the message `host.settings.<field>` describes each field.

    `language` None means the system's; `name` is the person's own, "" until given;
    `recent` holds dossier folders, the last one first, `working` the one that is open ("": none),
    `places` where one was in each. `window` is the window's place on the screen as Qt spells it,
    `panes` the sizes of panes by the name of their splitter, `zoom` that of pages in percent
    (0: as wide as the pane).
    """

    language: Language | None = None
    name: str = ""
    theme: Theme = Theme.SYSTEM
    recent: tuple[str, ...] = ()
    working: str = ""
    places: tuple[Place, ...] = ()
    window: str = ""
    panes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    zoom: int = 0

    def opened(self, folder: Path) -> Settings:
        """Return the settings after this dossier was opened."""
        place = str(folder.absolute())
        others = (other for other in self.recent if other != place)
        return replace(self, recent=(place, *others)[:RECENT], working=place)

    def was_at(self, folder: Path) -> Place | None:
        """Return where one was in a dossier when it was open last."""
        here = str(folder.absolute())
        return next((one for one in self.places if one.folder == here), None)

    def at(self, place: Place) -> Settings:
        """Return the settings with this place as the one where one is."""
        others = (one for one in self.places if one.folder != place.folder)
        return replace(self, places=(place, *others)[:RECENT])

    def sized(self, name: str, sizes: tuple[int, ...]) -> Settings:
        """Return the settings with these sizes of the panes of a splitter."""
        return replace(self, panes=tuple(sorted({**dict(self.panes), name: sizes}.items())))

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
        "working": settings.working,
        "places": [[one.folder, one.screen, one.place] for one in settings.places],
        "window": settings.window,
        "panes": {name: list(sizes) for name, sizes in settings.panes},
        "zoom": settings.zoom,
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
    folders = recent if isinstance(recent, list) else []
    working, window, zoom = saved.get("working"), saved.get("window"), saved.get("zoom")
    return Settings(
        language=Language(language) if language in tuple(Language) else None,
        name=name if isinstance(name, str) else "",
        theme=Theme(theme) if theme in tuple(Theme) else Theme.SYSTEM,
        recent=tuple(place for place in folders if isinstance(place, str))[:RECENT],
        working=working if isinstance(working, str) else "",
        places=_places(saved.get("places")),
        window=window if isinstance(window, str) else "",
        panes=_panes(saved.get("panes")),
        zoom=zoom if isinstance(zoom, int) and 0 <= zoom <= LARGEST_ZOOM else 0,
    )


def _places(saved: object) -> tuple[Place, ...]:
    rows = saved if isinstance(saved, list) else []
    return tuple(
        Place(*row)
        for row in rows
        if isinstance(row, list) and len(row) == len(fields(Place)) and _all(row, str)
    )[:RECENT]


def _panes(saved: object) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found = saved if isinstance(saved, dict) else {}
    return tuple(
        (name, tuple(sizes))
        for name, sizes in sorted(found.items())
        if isinstance(sizes, list) and _all(sizes, int)
    )


def _all(row: list[object], kind: type) -> bool:
    return all(isinstance(one, kind) for one in row)
