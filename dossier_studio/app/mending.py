"""Does what mends a finding; what can be done at once is done, else one is taken to the place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from dossier_studio.app.mends import AT, Mend, Way
from dossier_studio.app.session import Session


class Mending(QObject):
    """Every edit that it makes has its name in undo."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def mend(self, mend: Mend) -> None:
        """Mend something, or go where it is mended."""
        session = self._session
        match mend.way:
            case Way.ANSWER:
                session.sought.emit("product", mend.target)
            case Way.ADD:
                session.sought.emit("documents", mend.target)
                self._add(mend.target)
            case Way.REPLACE:
                session.sought.emit("documents", mend.target)
                self._replace(mend.target)
            case Way.REMOVE:
                self._remove(mend.target)
            case Way.INSPECT:
                session.look_into_unseen()
            case Way.CHOOSE:
                session.sought.emit("documents", f"{mend.target}{AT}choose")
            case Way.DATE | Way.JUDGE | Way.EXCUSE:
                session.sought.emit("documents", f"{mend.target}{AT}{mend.at}")

    def _add(self, place: str) -> None:
        title = self.tr("Choose files")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title)
        self._session.attach(place, [Path(one) for one in chosen])

    def _replace(self, document: str) -> None:
        title = self.tr("Choose the file that takes its place")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title)
        if chosen:
            self._session.exchange(document, Path(chosen))

    def _remove(self, document: str) -> None:
        from dossier_studio.workflow import edits

        dossier = self._session.dossier
        change = edits.remove(dossier, [document])
        if self._session.commit(change):
            self._session.mended.emit(change)
