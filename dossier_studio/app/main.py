"""Opens the window: what comes first on the screen comes first here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dossier_studio.app.language import Languages
from dossier_studio.app.session import Session
from dossier_studio.app.theme import Theme
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed, and return the exit code.

    `--sample` begins with the sample dossier, `--open FOLDER` with a dossier.
    """
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)  # nothing else in this process makes one
    application.setApplicationName("Dossier Studio")
    session = Session(application)
    window = made(application, session)
    window.whereabouts.place_window()
    window.show()
    if "--sample" in argv:
        QTimer.singleShot(0, window.actions_by_name["sample"].trigger)
    elif list(argv[:1]) == ["--open"] and len(argv) > 1:
        QTimer.singleShot(0, window, lambda: session.open(Path(argv[1])))
    else:
        QTimer.singleShot(0, window, window.resume)
    return application.exec()


def made(application: QApplication, session: Session | None = None) -> Window:
    """Return the window, wired to a session."""
    session = session or Session(application)
    theme = Theme(application, session.settings.theme)
    languages = Languages(application, session.settings.language or _system_language())
    return Window(session, languages, theme)


def _system_language() -> Language:
    from PySide6.QtCore import QLocale

    english = QLocale.system().language() is QLocale.Language.English
    return Language.EN if english else Language.ID
