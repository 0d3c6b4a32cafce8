"""Photographs every screen: `python -m tests.pictures FOLDER [NAME …]`.

Both languages, light and dark, at 100 % and at 150 % of the same 1366 × 768 laptop. Each sharpness
needs a process of its own, since Qt reads it once. Names (`documents`, `id-dark`) choose a few.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dossier_studio.app import toolbox
from dossier_studio.app.components.grid import Grid
from dossier_studio.app.language import Languages
from dossier_studio.app.opening import sample_folder
from dossier_studio.app.palette.palette import Palette
from dossier_studio.app.preview.preview import Preview
from dossier_studio.app.screens.tools.change_list import ChangeList
from dossier_studio.app.screens.tools.screen import ToolsScreen
from dossier_studio.app.session import Session
from dossier_studio.app.theme import Theme
from dossier_studio.app.window import Window
from dossier_studio.core.dossier import Receipt
from dossier_studio.core.text import Language
from dossier_studio.core.work import finish
from dossier_studio.export.names import package_name
from dossier_studio.host import paths, settings
from dossier_studio.host.settings import Theme as Appearance
from dossier_studio.workflow import samples, uploads
from hatch_build import compile_translations

SCALES = (100, 150)
SCREEN = (1366, 690)
"""Device pixels left for the window once title bar and task bar are taken."""

PATIENCE = 30_000

_MADE_HERE = {"performed": "yes", "in_indonesia": "yes", "labour": "yes", "equipment": "yes"}
_LINES = {
    "local-content": (
        _MADE_HERE | {"name": "Parasetamol, PT Alfa", "evidence": "faktur.pdf"},
        {},
        {},
        {},
        _MADE_HERE | {"name": "Formulasi", "evidence": "labour: gaji.pdf"},
        {},
        *(_MADE_HERE | {"evidence": "labour: gaji.pdf"} for _ in range(3)),
    ),
    "shelf-life": (
        {"batch": "B-2401", "made": "2025-01-10", "expires": "2028-01-10"},
        {"batch": "B-2207", "made": "2023-06-01", "expires": "2027-05-31"},
        {"batch": "B-2300", "expires": "2027-05-31"},
    ),
}
"""What is typed into a tool before its picture is taken."""


def main(words: Sequence[str]) -> int:
    """Photograph each scale in a process of its own."""
    if not words:
        sys.stderr.write("python -m tests.pictures FOLDER [NAME …]\n")
        return 2
    folder = Path(words[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if "DOSSIER_STUDIO_PICTURES" in os.environ:
        photograph(folder, int(os.environ["DOSSIER_STUDIO_PICTURES"]), words[1:])
        return 0
    with tempfile.TemporaryDirectory() as home:
        for scale in SCALES:
            around = os.environ | {
                "QT_SCALE_FACTOR": f"{scale / 100}",
                "DOSSIER_STUDIO_PICTURES": str(scale),
                "DOSSIER_STUDIO_HOME": home,
            }
            around.setdefault("QT_QPA_PLATFORM", "offscreen")
            again = [sys.executable, "-m", "tests.pictures", *words]
            if code := subprocess.run(again, env=around, check=False).returncode:
                return code
    sys.stdout.write(f"{folder}\n")
    return 0


def photograph(folder: Path, scale: int, chosen: Sequence[str]) -> None:
    """Take all pictures of one scale."""
    compile_translations(paths.translations())
    if not sample_folder().exists():
        sample_folder().parent.mkdir(parents=True, exist_ok=True)
        finish(samples.sample(sample_folder()))
    settings.write(replace(settings.Settings(), name="Ratna Wulandari"))
    studio = Studio(folder, scale, chosen)
    studio.take_all()
    studio.close()


class Studio:
    """A window, and the way to each of its pictures."""

    def __init__(self, folder: Path, scale: int, chosen: Sequence[str]) -> None:
        application = QApplication(["dossier-studio"])
        self._folder, self._scale, self._chosen = folder, scale, tuple(chosen)
        self._session = Session(application)
        self._theme = Theme(application, Appearance.LIGHT)
        self._languages = Languages(application, Language.ID)
        self._window = Window(self._session, self._languages, self._theme)
        self._window.resize(*(round(side * 100 / scale) for side in SCREEN))
        self._window.show()

    def close(self) -> None:
        """Let the dossier go."""
        self._window.close()

    def take_all(self) -> None:
        """Go through languages and appearances; each picture is named for what it shows."""
        for language, look in itertools.product(Language, (Appearance.LIGHT, Appearance.DARK)):
            self._languages.switch(language)
            self._theme.choose(look)
            for name, go in self._stations():
                full = f"{name}-{language}-{look}-{self._scale}"
                if all(word in full for word in self._chosen):
                    go()
                    self._settle()
                    self._window.grab().save(str(self._folder / f"{full}.png"))
                    self._clear_away(name)
            self._session.leave()

    def _clear_away(self, name: str) -> None:
        """Put away what stands over or beside the screen."""
        if name == "palette":
            for palette in self._window.findChildren(Palette):
                palette.close_up()
        if name == "help":
            self._window.actions_by_name["help"].trigger()

    def _stations(self) -> Iterator[tuple[str, Callable[[], None]]]:
        window = self._window
        actions = window.actions_by_name
        yield "start", self._nothing
        yield "new", actions["new"].trigger
        self._session.open(sample_folder())
        self._settle()
        for name in ("product", "documents", "check", "package", "filing"):
            yield name, self._going(name)
        for tool in toolbox.NAMES:
            yield f"tools-{tool.key}", self._tool(tool.key)
        yield "palette", self._palette
        yield "help", self._help
        yield "gallery", self._going("gallery")

    def _nothing(self) -> None:
        self._window.go("start")

    def _going(self, name: str) -> Callable[[], None]:
        def go() -> None:
            self._window.go(name)
            if name == "documents":
                self._window.screen_of(name).show_place("A08")
            if name == "filing":
                self._note()

        return go

    def _note(self) -> None:
        """Have a few slots uploaded, a payment made and data asked for, once."""
        session = self._session
        if session.dossier.rounds:
            return
        name = package_name(session.dossier.identity.name, session.dossier.next_sequence)
        (sample_folder().parent / name).mkdir(exist_ok=True)
        when = "2027-01-18T02:41:00+00:00"
        for slot in session.rulebook.slots[:4]:
            session.commit(uploads.tick(session.dossier, slot, by=session.person, when=when))
        receipt = Receipt(
            "0000", "EREG10042700012", date(2027, 1, 18), "820270111", date(2027, 1, 8),
            date(2027, 1, 11),
        )  # fmt: skip
        session.commit(uploads.receive(session.dossier, receipt))
        session.commit(uploads.ask(session.dossier, date(2027, 4, 5)))

    def _tool(self, key: str) -> Callable[[], None]:
        def go() -> None:
            self._window.go("tools", key)
            screen = self._window.screen_of("tools")
            assert isinstance(screen, ToolsScreen)
            for grid in screen.tool.findChildren(Grid):
                if key in _LINES:
                    grid.cells.put(0, _LINES[key])
            for changes in screen.tool.findChildren(ChangeList):
                changes.tick("MaV-4")

        return go

    def _palette(self) -> None:
        self._window.go("documents")
        self._window.actions_by_name["find"].trigger()
        for palette in self._window.findChildren(Palette):
            palette.field.setText("cpob")

    def _help(self) -> None:
        self._window.go("check")
        self._window.actions_by_name["help"].trigger()

    def _settle(self) -> None:
        """Wait for jobs, and for the pages of a preview to be drawn."""
        quiet, until = 0, time.monotonic() + PATIENCE / 1000
        while quiet < 25 and time.monotonic() < until:
            QApplication.processEvents()
            drawn = all(one.settled for one in self._window.findChildren(Preview))
            quiet = quiet + 1 if drawn and not self._session.jobs.running else 0
            time.sleep(0.02)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
