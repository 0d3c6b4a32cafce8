"""The start screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.drop_zone import files_in
from dossier_studio.app.components.worded import Worded, label, margins
from dossier_studio.app.language import say
from dossier_studio.app.recent import Recent, look
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.start.new_form import NewForm
from dossier_studio.app.screens.start.next_days import NextDays, soonest
from dossier_studio.app.screens.start.recents import RecentsList
from dossier_studio.app.screens.start.ways import Ways
from dossier_studio.app.session import Session
from dossier_studio.core.text import Message, Text
from dossier_studio.store.database import NAME

if TYPE_CHECKING:
    from dossier_studio.workflow.dates import Dated


class Emptiness(Worded):
    """What stands where no dossier has been opened yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title, self._words = label("title"), label("muted", wraps=True)
        for words in (self._title, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        margins(column, 32, 32, 32, 32, gap=8)
        column.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("No dossier yet"))
        self._words.setText(
            self.tr("Begin a new one, or try the sample: a whole dossier to look at and to break.")
        )


class StartScreen(Screen):
    """Recent dossiers with their progress, and the ways to begin."""

    made = Signal(str, str, object, str)
    chosen = Signal(object)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self.setAcceptDrops(True)
        self.ways = Ways(actions)
        self.ways.setFixedWidth(328)
        self.ways.zone.dropped.connect(self._dropped)
        self._heading = label("title")
        self.recents = RecentsList()
        self.recents.chosen.connect(self.chosen)
        self.form = NewForm()
        self.form.made.connect(self.made)
        self.form.left.connect(self._show_recents)
        self._stack = QStackedWidget()
        self._next, self._today = NextDays(), date.min
        self._listed = self._above_room(self._card(), self._next)
        self._empty = Emptiness()
        self._form = self._above_room(self.form)
        for page in (self._listed, self._empty, self._form):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        margins(right, gap=16)
        right.addWidget(self._heading)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        margins(row, 24, 24, 24, 20, gap=32)
        row.addWidget(self.ways)
        row.addLayout(right, 1)
        self.retranslate()

    def _card(self) -> QWidget:
        card = Worded()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        margins(column, 1, 1, 1, 1, gap=0)
        column.addWidget(self.recents)
        return card

    def _above_room(self, *cards: QWidget) -> QWidget:
        """Return a page on which cards are as high as they need to be."""
        page = QWidget()
        column = QVBoxLayout(page)
        margins(column, gap=24)
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        return page

    @override
    def retranslate(self) -> None:
        forming = self._stack.currentWidget() is self._form
        self._heading.setText("" if forming else self.tr("Opened last"))
        self._heading.setVisible(not forming)
        self.recents.setAccessibleName(self.tr("Opened last"))
        self.recents.rows.retranslate()
        self.refresh()

    @override
    def fill(self) -> None:
        folders = [Path(folder) for folder in self.session.settings.recent]
        self.recents.rows.show_rows(Recent(folder, folder.name) for folder in folders)
        if folders and self.session.folder is None and not self.session.jobs.running:
            work = look(folders)
            job = self.session.jobs.job(work, Message("app.job.recent"), quiet=True)
            job.succeeded.connect(self.recents.rows.show_rows)
            self.session.jobs.start(job)
            self._look_ahead(folders)
        if self._stack.currentWidget() in {self._listed, self._empty}:
            self._show_recents()

    def _look_ahead(self, folders: list[Path]) -> None:
        self._today = date.today()  # on this machine's calendar
        work = soonest(folders, self._today)
        job = self.session.jobs.job(work, Message("app.job.dates"), quiet=True)
        job.succeeded.connect(self._show_next)
        self.session.jobs.start(job)

    def _show_next(self, found: tuple[Dated, ...]) -> None:
        self._next.show_days(found, self._today)

    def begin(self, rulebooks: tuple[tuple[str, Text], ...]) -> None:
        """Show the form of a new dossier."""
        self._stack.setCurrentWidget(self._form)
        self.form.begin(rulebooks, self.session.settings.name)
        self.retranslate()

    def refuse(self, words: Message) -> None:
        """Say beside the form why no dossier was made."""
        self.form.refuse(say(words))

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.ways, self._stack)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one folder, anywhere on the screen."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dossier that was dropped; say what to do with any other folder."""
        self._dropped(files_in(event.mimeData()))

    def _dropped(self, files: list[Path]) -> None:
        if not files:
            return
        folder = files[0] if files[0].is_dir() else files[0].parent
        there = (folder / NAME).is_file()
        self.ways.zone.refuse("" if there else folder.name)
        if there:
            self.chosen.emit(folder)

    def _show_recents(self) -> None:
        there = bool(self.session.settings.recent)
        self._stack.setCurrentWidget(self._listed if there else self._empty)
        self._heading.setVisible(True)
        self._heading.setText(self.tr("Opened last"))
