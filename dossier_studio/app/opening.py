"""Ways into a dossier: a new one, one that exists, the sample, one that somebody else holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dossier_studio.app import gathering
from dossier_studio.app.notices import Notices
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message, Text
from dossier_studio.host import paths
from dossier_studio.store.lock import DossierAbandoned


class Opening(QObject):
    """Opens dossiers for the session, and says above the screen what stands in the way."""

    refused = Signal(object)
    not_made = Signal(object)

    def __init__(self, session: Session, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._window = window
        self._held = Path()
        session.locked.connect(self._offer)

    def rulebooks(self) -> tuple[tuple[str, Text], ...]:
        """Return every rulebook that can be read, with its title; others are told."""
        from dossier_studio.law.load import known, rulebook  # brings lxml

        found = []
        for name in known():
            try:
                found.append((name, rulebook(name).title))
            except StudioError as refusal:
                self.refused.emit(refusal.message)
        return tuple(found)

    def create(self, name: str, book: str, folder: Path, person: str) -> None:
        """Make a dossier and open it."""
        from dossier_studio.workflow import dossiers

        if person and person != self._session.settings.name:
            self._session.name_person(person)
        try:
            dossiers.new(folder, book, {}, name=name, by=self._session.person)
        except StudioError as refusal:
            self.not_made.emit(refusal.message)
            return
        self._session.open(folder)

    def choose(self) -> None:
        """Let the person choose a dossier's folder."""
        title = self.tr("Open a dossier folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._place()))
        if chosen:
            self._session.open(Path(chosen))

    def sample(self) -> None:
        """Open the sample dossier; it is made where it is not there yet."""
        if self._session.jobs.writing:
            return
        folder = sample_folder()
        if folder.exists():
            self._session.open(folder)
            return
        jobs = self._session.jobs
        job = jobs.job(gathering.make_sample(folder), Message("app.job.sample"), writes=True)
        job.succeeded.connect(self._open_sample)
        job.failed.connect(self.refused)
        jobs.start(job)

    def _open_sample(self, folder: Path) -> None:
        self._session.open(folder)

    def _offer(self, folder: Path, refusal: StudioError) -> None:
        """Say who holds a dossier, and offer what is possible all the same."""
        self._held = folder
        banner = self._notices.show_words(refusal.message, "warn")
        if isinstance(refusal, DossierAbandoned):
            take = banner.add_action()
            take.setText(self.tr("Take it over"))
            take.clicked.connect(self._take_over)
        read = banner.add_action("primary")
        read.setText(self.tr("Open to read"))
        read.clicked.connect(self._read)

    def _take_over(self) -> None:
        self._session.open(self._held, take_over=True)

    def _read(self) -> None:
        self._session.open(self._held, write=False)

    def _place(self) -> Path:
        recent = self._session.settings.recent
        if recent:
            return Path(recent[0]).parent
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))


def sample_folder() -> Path:
    """Return where the window keeps its sample dossier."""
    return paths.data_folder() / "samples" / "parasetamol"
