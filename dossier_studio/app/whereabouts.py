"""Where one was: the window on the screen, its panes, and the place in each dossier."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from dossier_studio.app.session import Session
from dossier_studio.host.settings import Place

SMALL_SCREEN = 1440
"""A screen of at most this width (logical pixels) is filled by the window."""

USUAL = QSize(1366, 860)


class Whereabouts(QObject):
    """Keeps all of it in the settings, and brings it back."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def place_window(self) -> None:
        """Put the window where it stood; the first time, where there is room for it."""
        window = self._window
        kept = QByteArray.fromBase64(self._session.settings.window.encode())
        if not kept.isEmpty() and window.restoreGeometry(kept):
            return
        screen = window.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        size = USUAL.boundedTo(room.size())
        window.resize(size)
        window.move(room.center() - window.rect().center())
        if room.width() <= SMALL_SCREEN:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def keep_window(self) -> None:
        """Note where the window stands."""
        spelled = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._session.note(replace(self._session.settings, window=spelled))

    def follow_panes(self, root: QWidget) -> None:
        """Bring the panes of every named splitter back, and note when they are moved."""
        known = dict(self._session.settings.panes)
        for splitter in root.findChildren(QSplitter):
            name = splitter.objectName()
            if name and len(known.get(name, ())) == splitter.count():
                splitter.setSizes(list(known[name]))
            if name:
                splitter.splitterMoved.connect(self._keep_panes)

    def _keep_panes(self) -> None:
        splitter = self.sender()
        assert isinstance(splitter, QSplitter)  # connected to nothing else
        chosen = self._session.settings.sized(splitter.objectName(), tuple(splitter.sizes()))
        self._session.note(chosen)

    def last(self) -> Place | None:
        """Return where one was in the dossier that is open."""
        folder = self._session.folder
        return self._session.settings.was_at(folder.path) if folder else None

    def note(self, screen: str, place: str) -> None:
        """Note where one is in the dossier that is open."""
        folder = self._session.folder
        if folder is not None:
            here = Place(str(folder.path.absolute()), screen, place)
            self._session.note(self._session.settings.at(here))

    def unfinished(self) -> Path | None:
        """Return the dossier that was open when the program ended, where it is still there."""
        working = self._session.settings.working
        return Path(working) if working and Path(working).is_dir() else None
