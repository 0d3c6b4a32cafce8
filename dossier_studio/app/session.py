"""What the window works on: one open dossier, its checklist, findings, undo, and its jobs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dossier_studio.app import gathering
from dossier_studio.app.jobs import Jobs
from dossier_studio.core.change import Change
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import DossierLocked, StudioError
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Report
from dossier_studio.core.text import Language, Message
from dossier_studio.host import settings
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.examined import Observed
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder

UNNAMED = "unnamed"
"""Who edits, as long as nobody has given a name."""

log = logging.getLogger(__name__)

_HEARTBEAT = 30_000
"""Milliseconds between two signs of life in the lock."""

_AFTER = 400
"""Milliseconds after which settings that change often are written."""


class Session(QObject):
    """Holds the open dossier; every edit goes through here, and every screen hears of it.

    `changed` carries the keys of the records that an edit touched; `refused` a sentence;
    `locked` the folder that another session holds and the sentence; `sought` a screen and a place;
    `mended` an edit that was made for a finding; `mend_asked` what is to be mended.
    """

    opened = Signal()
    changed = Signal(tuple)
    refused = Signal(object)
    locked = Signal(object, object)
    sought = Signal(str, str)
    name_asked = Signal()
    mend_asked = Signal(object)
    mended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.settings = settings.read()
        self.folder: DossierFolder | None = None
        self.saved_at: datetime | None = None
        self._book: Rulebook | None = None
        self._derived: Dossier | None = None
        self._checklist: Checklist | None = None
        self._report: Report | None = None
        self._facts: dict[Digest, FileFacts] = {}
        self._known: dict[str, tuple[tuple[object, ...], Observed]] = {}
        self._heart = QTimer(self)
        self._heart.setInterval(_HEARTBEAT)
        self._heart.timeout.connect(self._beat)
        self._later = QTimer(self)
        self._later.setInterval(_AFTER)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._write)

    # --- which dossier ---------------------------------------------------------------------------

    def take(self, folder: DossierFolder) -> None:
        """Work on this dossier from now on; the one before is closed."""
        self.close()
        self.folder = folder
        self._facts = folder.facts()
        self.saved_at = datetime.now()  # shown on this machine's clock
        if folder.writable:
            self._heart.start()
        self.keep(self.settings.opened(folder.path))
        self.opened.emit()
        self.look_into_unseen()

    def open(self, path: Path, *, write: bool = True, take_over: bool = False) -> None:
        """Open a dossier; a refusal is told, never raised."""
        try:
            self.take(
                DossierFolder.open(path, write=write, by=self.person, take_over=take_over)
            )
        except DossierLocked as refusal:
            self.locked.emit(path, refusal)
        except StudioError as refusal:
            self.refused.emit(refusal.message)

    def close(self) -> None:
        """Stop the jobs, and let the dossier go."""
        self.jobs.stop()
        self._heart.stop()
        if self._later.isActive():
            self._later.stop()
            self._write()
        if self.folder is not None:
            self.folder.close()
        self.folder = self._derived = self._book = None
        self._known = {}

    def leave(self) -> None:
        """Go back to where no dossier is open."""
        self.close()
        self.keep(replace(self.settings, working=""))
        self.opened.emit()

    # --- the person ------------------------------------------------------------------------------

    @property
    def person(self) -> str:
        """The name that the journal writes."""
        return self.settings.name or UNNAMED

    def keep(self, chosen: settings.Settings) -> None:
        """Keep settings; where that fails, the window still goes on with them."""
        self.settings = chosen
        self._write()

    def note(self, chosen: settings.Settings) -> None:
        """Keep settings that change often, a moment later."""
        if chosen != self.settings:
            self.settings = chosen
            self._later.start()

    def _write(self) -> None:
        try:
            settings.write(self.settings)
        except StudioError as refusal:
            self.refused.emit(refusal.message)

    def choose(self, **chosen: Language | settings.Theme) -> None:
        """Keep a language or an appearance that was chosen."""
        self.keep(replace(self.settings, **chosen))  # type: ignore[arg-type]  # each by its name

    def name_person(self, name: str) -> None:
        """Keep the person's name."""
        self.keep(replace(self.settings, name=name.strip()))

    # --- what it comes to ------------------------------------------------------------------------

    @property
    def dossier(self) -> Dossier:
        """The dossier as of the last commit."""
        assert self.folder is not None  # screens of a dossier are shown only while one is open
        return self.folder.dossier

    @property
    def writable(self) -> bool:
        """Whether edits are possible."""
        return self.folder is not None and self.folder.writable

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that the dossier was begun with."""
        if self._book is None:
            from dossier_studio.law.load import rulebook  # brings lxml: not before the first paint

            self._book = rulebook(self.dossier.identity.rulebook)
        return self._book

    @property
    def checklist(self) -> Checklist:
        """What the dossier as it is now needs."""
        self._derive()
        if self._checklist is None:
            self._checklist = checklist(self.rulebook, self.dossier.answers, self.dossier)
        return self._checklist

    @property
    def report(self) -> Report:
        """What is missing, expired, damaged or contradictory now."""
        self._derive()
        if self._report is None:
            from dossier_studio.law.check import examined
            from dossier_studio.law.examined import Examined

            case = Examined(
                self.rulebook, self.dossier, self.checklist, self._facts, self._known
            )
            self._report = examined(case)
        return self._report

    @property
    def facts(self) -> Mapping[Digest, FileFacts]:
        """What is known of the dossier's files."""
        return self._facts

    def remember(self, facts: tuple[FileFacts, ...]) -> None:
        """Keep what an inspection found, and judge anew."""
        if self.folder is None:
            return
        self._facts.update((one.sha256, one) for one in facts)
        self._report = None
        self._keep_facts(facts)
        self.changed.emit(())

    def _keep_facts(self, facts: tuple[FileFacts, ...]) -> None:
        assert self.folder is not None  # only what lies in a folder has facts
        try:
            self.folder.remember(facts)
        except StudioError as refusal:
            self.refused.emit(refusal.message)

    def _derive(self) -> None:
        if self._derived is not self.dossier:
            self._derived = self.dossier
            self._checklist = self._report = None

    def attach(self, place: str, files: Sequence[Path]) -> None:
        """Copy files into the dossier and inspect them on a thread, then attach them."""
        if files:
            self._gather(place, files, self._attach)

    def exchange(self, document: str, file: Path) -> None:
        """Put another file in the place of a document; what belongs to the place stays."""
        self._gather(document, [file], self._exchange)

    def _gather(
        self, place: str, files: Sequence[Path], then: Callable[[gathering.Gathered], None]
    ) -> None:
        if self.folder is None or not self.writable:
            return
        work = gathering.gather(self.folder, place, files, frozenset(self._facts))
        job = self.jobs.job(work, Message("app.job.attach"), writes=True)
        job.succeeded.connect(then)
        job.failed.connect(self.refused)
        self.jobs.start(job)

    def _attach(self, gathered: gathering.Gathered) -> None:
        from dossier_studio.workflow import edits

        book, dossier = self.rulebook, self.dossier
        self._take_in(
            gathered, lambda: edits.attach(book, dossier, gathered.place, gathered.incoming)
        )

    def _exchange(self, gathered: gathering.Gathered) -> None:
        from dossier_studio.workflow import edits

        dossier, (file,) = self.dossier, gathered.incoming
        self._take_in(gathered, lambda: edits.exchange(dossier, gathered.place, file))

    def _take_in(self, gathered: gathering.Gathered, made: Callable[[], Change]) -> None:
        self._facts.update((one.sha256, one) for one in gathered.facts)
        if self.edit(made):
            self._keep_facts(gathered.facts)

    def look_into_unseen(self) -> None:
        """Inspect files that nobody has looked into yet."""
        if self.folder is None:
            return
        unseen = [one.sha256 for one in self.dossier.documents if one.sha256 not in self._facts]
        if unseen:
            work = gathering.look_into(self.folder, unseen)
            job = self.jobs.job(work, Message("app.job.inspect"))
            job.succeeded.connect(self.remember)
            job.failed.connect(self.refused)
            self.jobs.start(job)

    # --- edits -----------------------------------------------------------------------------------

    def edit(self, made: Callable[[], Change]) -> bool:
        """Make an edit and commit it; a refusal is told, and nothing changes."""
        try:
            change = made()
        except StudioError as refusal:
            self.refused.emit(refusal.message)
            return False
        return self.commit(change)

    def commit(self, change: Change) -> bool:
        """Put an edit on the disk, then on every screen; returns whether it was taken."""
        if self.folder is None or change.empty:
            return False
        try:
            self.folder.commit(change, self.person)
        except (StudioError, ValueError) as refusal:
            self._not_taken(refusal)
            return False
        self._moved(change)
        return True

    def _not_taken(self, refusal: StudioError | ValueError) -> None:
        """Say why an edit was not taken, and show what is true now."""
        if isinstance(refusal, DossierLocked) and self.folder is not None:
            self.open(self.folder.path, write=False)
            self.refused.emit(refusal.message)
        elif isinstance(refusal, StudioError):
            self.refused.emit(refusal.message)
        else:
            log.info("an edit did not fit: %s", refusal)
            self.changed.emit(())
            self.refused.emit(Message("app.edit.stale"))

    def undo(self) -> None:
        """Take the last edit back."""
        self._move(redo=False)

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        self._move(redo=True)

    @property
    def moves(self) -> tuple[Message | None, Message | None]:
        """What undo and redo would do."""
        if self.folder is None or not self.writable:
            return None, None
        return self.folder.undo_label, self.folder.redo_label

    def _move(self, *, redo: bool) -> None:
        if self.folder is None:
            return
        try:
            change = (self.folder.redo if redo else self.folder.undo)(self.person)
        except (StudioError, ValueError) as refusal:
            self._not_taken(refusal)
            return
        if change is not None:
            self._moved(change)

    def _moved(self, change: Change) -> None:
        self.saved_at = datetime.now()  # shown on this machine's clock
        self.changed.emit(change.keys)

    def _beat(self) -> None:
        if self.folder is not None and self.folder.writable and not self.folder.beat():
            self._heart.stop()
            self._not_taken(DossierLocked("store.lock.lost"))
