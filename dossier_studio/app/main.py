"""Opens the window: what comes first on the screen comes first here."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dossier_studio.app.language import Languages
from dossier_studio.app.session import Session
from dossier_studio.app.theme import Theme
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; `--sample` opens the sample. Returns the exit code."""
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)  # nothing else in this process makes one
    application.setApplicationName("Dossier Studio")
    window = made(application)
    window.show()
    if "--sample" in argv:
        QTimer.singleShot(0, window.actions_by_name["sample"].trigger)
    return application.exec()


def made(application: QApplication) -> Window:
    """Return the window, wired."""
    session = Session(application)
    theme = Theme(application, session.settings.theme)
    languages = Languages(application, session.settings.language or _system_language())
    return Window(session, languages, theme)


def _system_language() -> Language:
    from PySide6.QtCore import QLocale

    english = QLocale.system().language() is QLocale.Language.English
    return Language.EN if english else Language.ID
