"""The package screen: what will be made, slot by slot, and proof that it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import gathering, made_packages
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.gathering import Layout, Made, SlotRow
from dossier_studio.app.jobs import Job
from dossier_studio.app.language import locale, size
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.package.beside import Changes, SlotForm, ZipCard
from dossier_studio.app.screens.package.make_card import MakeCard
from dossier_studio.app.screens.package.slots import SlotsTable
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Message
from dossier_studio.workflow import edits

_SIDE, _BRIEF_SIDE = 372, 316
_NARROW = 1000


class PackageScreen(Screen):
    """Slots at the left, the making at the right."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._laid_out: Dossier | None = None
        self._layout = Layout("", ())
        self._job: Job | None = None
        self._name, self._line = label("title"), Elided("muted")
        self._numbers = QHBoxLayout()
        margins(self._numbers, gap=24)
        self._heading, self._limit = label("heading"), label("muted")
        self.slots, self.card = SlotsTable(), MakeCard()
        self.changes, self.form, self.zip = Changes(), SlotForm(), ZipCard()
        self._zipping: Job | None = None
        self._package: Path | None = None
        self.slots.chosen.connect(self._show_form)
        self.form.chosen.connect(self._choose_form)
        self.zip.asked.connect(self._write_zip)
        self.zip.cancelled.connect(self._cancel_zip)
        self.card.before.wanted.connect(self._make)
        self.card.during.cancelled.connect(self._cancel)
        self.card.after.again.connect(self.card.show_before)
        actions["make"].triggered.connect(self._make_by_key)
        left = QVBoxLayout()
        margins(left, gap=12)
        left.addWidget(self._head_card())
        left.addWidget(self._slots_card(), 1)
        row = QHBoxLayout(self)
        margins(row, 16, 12, 16, 12, gap=12)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self.retranslate()

    def _head_card(self) -> QWidget:
        card = Worded()
        card.setProperty("kind", "card")
        words = QVBoxLayout()
        margins(words, gap=2)
        words.addWidget(self._name)
        words.addWidget(self._line)
        row = QHBoxLayout(card)
        margins(row, 20, 12, 20, 12)
        row.addLayout(words, 1)
        self._sums = QWidget()
        self._sums.setLayout(self._numbers)
        row.addWidget(self._sums)
        return card

    def _slots_card(self) -> QWidget:
        card = Worded()
        card.setProperty("kind", "card")
        head = QHBoxLayout()
        margins(head, 16, 10, 16, 10)
        head.addWidget(self._heading, 1)
        head.addWidget(self._limit)
        column = QVBoxLayout(card)
        margins(column, 1, 1, 1, 8, gap=0)
        column.addLayout(head)
        column.addWidget(self.slots, 1)
        column.addWidget(self.form)
        return card

    def _side(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        margins(column, gap=12)
        for card in (self.card, self.zip, self.changes):
            column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        self._scroll = scroll
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sums out, and the side narrower, where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._sums.setVisible(not narrow)
        self._scroll.setFixedWidth(_BRIEF_SIDE if narrow else _SIDE)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.slots, self.card)

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Contents of each upload slot"))
        self.slots.setAccessibleName(self.tr("Upload slots"))
        self.slots.slots.retranslate()
        self._say_layout()
        super().retranslate()

    @override
    def fill(self) -> None:
        session = self.session
        if session.folder is None:
            return
        if self._job is None:
            self.card.before.show_report(session.report, session.folder.path.parent)
        if self._laid_out is not session.dossier:
            if self._laid_out is not None and self._job is None:
                self.card.show_before()
                self.zip.hide()
            self._laid_out = session.dossier
            self._lay_out()

    def _lay_out(self) -> None:
        session = self.session
        work = gathering.lay_out(
            session.rulebook, session.dossier, session.checklist, dict(session.facts)
        )
        job = session.jobs.job(work, Message("app.job.layout"))
        job.succeeded.connect(self._show_layout)
        job.failed.connect(session.refused)
        session.jobs.start(job)

    def _show_layout(self, layout: Layout) -> None:
        self._layout = layout
        self.slots.slots.show_rows(layout.slots)
        self.changes.show_layout(layout)
        self.form.hide()
        self._say_layout()

    def _say_layout(self) -> None:
        if self.session.folder is None:
            return
        slots = self._layout.slots
        number = self.session.dossier.next_sequence
        self._name.setText(self.tr("Package {number}").format(number=number))
        self._line.say(self._layout.name)
        limit = size(self.session.rulebook.files.limit)
        self._limit.setText(self.tr("Limit {size} for each file").format(size=limit))
        empty(self._numbers)
        for value, words in (
            (str(len(slots)), self.tr("upload slot(s)", "", len(slots))),
            (self._sum("documents"), self.tr("documents")),
            (self._sum("pages"), self.tr("pages")),
            (size(sum(one.bytes for one in slots)), self.tr("size")),
        ):
            pair = QVBoxLayout()
            margins(pair, gap=0)
            right = Qt.AlignmentFlag.AlignRight
            pair.addWidget(label("heading", text=value), 0, right)
            pair.addWidget(label("caption", text=words), 0, right)
            self._numbers.addLayout(pair)

    def _show_form(self, row: SlotRow) -> None:
        session = self.session
        form = session.dossier.slot_form(row.id)
        self.form.show_slot(row, form, writable=session.writable)

    def _choose_form(self, slot: str, form: str) -> None:
        book, dossier = self.session.rulebook, self.session.dossier
        self.session.edit(lambda: edits.slot_form(book, dossier, slot, form))

    def _sum(self, field: str) -> str:
        return locale().toString(sum(getattr(one, field) for one in self._layout.slots))

    # --- making ----------------------------------------------------------------------------------

    def _make_by_key(self) -> None:
        if self.isVisible() and self._job is None:
            self.card.before.make()

    def _make(self, parent: Path, incomplete: bool, zipped: bool) -> None:  # noqa: FBT001  # as the signal gives them
        session = self.session
        if session.folder is None or self._job is not None:
            return
        work = gathering.pack(
            session.folder.path, parent, incomplete=incomplete, zipped=zipped
        )
        job = session.jobs.job(work, Message("app.job.package"), writes=True)
        job.stepped.connect(self.card.during.show_step)
        job.succeeded.connect(self._made)
        job.failed.connect(self._refused)
        job.cancelled.connect(self._cancelled)
        self._job = job
        self.card.before.refuse("")
        self.card.show_during()
        session.jobs.start(job)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _made(self, made: Made) -> None:
        self._job = None
        if self.session.folder is not None:
            made_packages.remember(self.session.folder.path, made.package.path)
        self._package = made.package.path
        self.card.show_after(made)
        self.zip.offer()
        if made.package.zip is not None:
            self.zip.show_made(made.package.zip)

    def _refused(self, words: Message) -> None:
        self._job = None
        self.card.refuse(words)

    def _cancelled(self) -> None:
        self._job = None
        self.card.show_before()

    def _write_zip(self) -> None:
        if self._package is None or self._zipping is not None:
            return
        jobs = self.session.jobs
        job = jobs.job(gathering.zip_package(self._package), Message("export.step.zip"))
        job.stepped.connect(self.zip.show_step)
        job.succeeded.connect(self.zip.show_made)
        job.failed.connect(self.session.refused)
        job.failed.connect(self.zip.offer)
        job.cancelled.connect(self.zip.offer)
        job.ended.connect(self._zip_ended)
        self._zipping = job
        self.zip.show_step(None)
        jobs.start(job)

    def _zip_ended(self) -> None:
        self._zipping = None

    def _cancel_zip(self) -> None:
        if self._zipping is not None:
            self._zipping.cancel()
