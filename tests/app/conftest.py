"""A window on a copy of the sample dossier, in either language."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier_studio.app.language import Languages
from dossier_studio.app.session import Session
from dossier_studio.app.theme import Theme
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.core.work import finish
from dossier_studio.host import paths, settings
from dossier_studio.host.settings import Theme as Appearance
from dossier_studio.workflow import samples
from hatch_build import compile_translations

Opened = Callable[[Language], Window]


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    compile_translations(paths.translations())


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finish(samples.sample(tmp_path_factory.mktemp("made") / "sample"))


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """Return a dossier that a test may edit."""
    return Path(shutil.copytree(made_sample, tmp_path / "Parasetamol Contoh"))


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    settings.write(replace(settings.Settings(), name="Ratna Wulandari"))
    made = Session(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(scope="session")
def languages(qapp: QApplication) -> Languages:
    return Languages(qapp, Language.ID)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture
def opened(qtbot: QtBot, session: Session, languages: Languages, theme: Theme) -> Opened:
    """Return how to open a window in a language; it is closed with the test."""

    def open_window(language: Language = Language.ID) -> Window:
        languages.switch(language)
        session.choose(language=language)
        window = Window(session, languages, theme)
        qtbot.addWidget(window)
        window.resize(1366, 690)
        window.show()
        qtbot.waitExposed(window)
        return window

    return open_window


@pytest.fixture
def window(opened: Opened, session: Session, sample: Path, qtbot: QtBot) -> Window:
    """Return a window on the sample, in Indonesian."""
    made = opened(Language.ID)
    session.open(sample)
    settle(qtbot, session)
    return made


def settle(qtbot: QtBot, session: Session) -> None:
    """Wait until no job runs."""
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=60_000)
    QApplication.processEvents()
