"""The filing screen: the upload slot by slot, the receipt, and the clocks that run from there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import gathering, made_packages
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.worded import Worded, label, margins
from dossier_studio.app.gathering import Layout, SlotRow
from dossier_studio.app.language import current
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.filing.clocks_card import ClocksCard
from dossier_studio.app.screens.filing.follows import FollowsCard
from dossier_studio.app.screens.filing.receipt import ReceiptCard
from dossier_studio.app.screens.filing.rounds import RoundsCard
from dossier_studio.app.screens.filing.sent import SentCard
from dossier_studio.app.screens.filing.uploads import UploadList
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Key, Receipt, Record, RecordKind
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.host import files
from dossier_studio.law.examined import FILING_DATE
from dossier_studio.law.rulebook import Slot
from dossier_studio.workflow import agenda, filing, uploads
from dossier_studio.workflow.clocks import Clocks, clocks, filed

_WIDE = 1000
_SIDE = 384
_LOWEST = 440
_ENDLESS = 16_777_215
_NOTES = frozenset({RecordKind.UPLOAD, RecordKind.RECEIPT, RecordKind.ROUND})
"""Records that change nothing of what is in the slots."""


class FilingScreen(Screen):
    """Slots and clocks at the left, what the portal gives at the right."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._layout = Layout("", ())
        self._laid_out: Mapping[Key, Record] = {}
        self._package: Path | None = None
        self._clocks: Clocks | None = None
        self._title, self._count, self._bar = label("heading"), label("small"), Bar(width=150)
        self._hint, self._copied = Banner("advice"), label("small")
        self._copied.setProperty("tone", "ok")
        self._find = self._hint.add_action()
        self.list, self.clocks = UploadList(), ClocksCard()
        self.receipt, self.rounds, self.sent = ReceiptCard(), RoundsCard(), SentCard()
        self.follows = FollowsCard()
        self._lay_out()
        self._wire()
        self.retranslate()

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        margins(left, gap=12)
        left.addWidget(self._slots_card(), 1)
        left.addWidget(self.clocks)
        margins(right, 0, 0, 8, 0, gap=12)
        for card in (self.receipt, self.sent, self.rounds, self.follows):
            right.addWidget(card)
        right.addStretch()
        self._right.setObjectName("page")
        self._side = _scrolling(self._right)
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        margins(self._row, 16, 12, 8, 12, gap=12)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._side)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addWidget(_scrolling(self._inside))

    def _slots_card(self) -> QWidget:
        card = Worded()
        card.setProperty("kind", "card")
        head = QHBoxLayout()
        margins(head, 16, 10, 16, 8, gap=12)
        head.addWidget(self._title)
        head.addWidget(self._copied, 1)
        head.addWidget(self._count)
        head.addWidget(self._bar)
        column = QVBoxLayout(card)
        margins(column, 1, 1, 1, 8, gap=0)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        self.list.setMinimumHeight(190)
        return card

    def _wire(self) -> None:
        self.list.copied.connect(self._copy)
        self.list.uploads.turned.connect(self._turn)
        self._find.clicked.connect(self._choose_package)
        self.receipt.written.connect(self._receive)
        self.sent.closed.connect(self._close_sequence)
        self.rounds.asked.connect(self._ask)
        self.rounds.answered.connect(self._answer)
        self.rounds.withdrawn.connect(self._withdraw)
        self.clocks.calendar_asked.connect(self._save_calendar)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.receipt.number, self.clocks.timeline)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Upload to the portal"))
        self.list.setAccessibleName(self.tr("Upload slots"))
        self._find.setText(self.tr("Find the package…"))
        self._copied.clear()
        self._say()
        super().retranslate()

    # --- showing ---------------------------------------------------------------------------------

    @override
    def fill(self) -> None:
        session = self.session
        if session.folder is None:
            return
        book, dossier, editable = session.rulebook, session.dossier, session.writable
        packed = {key: one for key, one in dossier.records.items() if key.kind not in _NOTES}
        if self._laid_out != packed:
            self._laid_out = packed
            self._lay_out_slots()
        planned = dossier.answers.get(FILING_DATE)
        day = date.fromisoformat(planned) if planned else None
        self.list.uploads.editable = editable
        self.receipt.show_receipt(dossier.receipt(filed(dossier)), editable=editable)
        self.sent.show_dossier(book, dossier, day, editable=editable, done=self._done)
        self.rounds.show_rounds(dossier.rounds, editable=editable)
        self._clocks = clocks(book, dossier)
        self.clocks.show_clocks(self._clocks)
        self.follows.show_events(self._clocks.events, self._clocks.start)
        self._show_slots()

    def _lay_out_slots(self) -> None:
        session = self.session
        work = gathering.lay_out(
            session.rulebook, session.dossier, session.checklist, dict(session.facts)
        )
        job = session.jobs.job(work, Message("app.job.layout"))
        job.succeeded.connect(self._take_layout)
        job.failed.connect(session.refused)
        session.jobs.start(job)

    def _take_layout(self, layout: Layout) -> None:
        self._layout = layout
        self._show_slots()

    def _show_slots(self) -> None:
        session = self.session
        if session.folder is None:
            return
        self._package = made_packages.find(session.folder.path, self._layout.name)
        self.list.can_copy = self._package is not None
        ticked = session.dossier.uploads(session.dossier.next_sequence)
        self.list.show_rows(self._layout.slots, ticked)
        self._say()

    @property
    def _ticked(self) -> int:
        return sum(one.upload is not None for one in self.list.uploads.rows)

    @property
    def _done(self) -> bool:
        return bool(self.list.uploads.rows) and self._ticked == len(self.list.uploads.rows)

    def _say(self) -> None:
        slots = len(self._layout.slots)
        words = self.tr("{done} of {count} slots")
        self._count.setText(words.format(done=self._ticked, count=slots))
        self._bar.show_share(self._ticked, slots)
        self._bar.say(self._count.text())
        found = self._package is not None
        self._find.setVisible(not found)
        if found:
            self._hint.say(
                self.tr("The portal keeps a file only once its own save is pressed. Tick it then.")
            )
        else:
            self._hint.say(self.tr("The package of this sequence is not here. Make it first."))

    # --- doing -----------------------------------------------------------------------------------

    def _copy(self, slot: SlotRow) -> None:
        if self._package is not None:
            QGuiApplication.clipboard().setText(str(self._package / slot.path))
            self._copied.setText(self.tr("Path of slot {number} copied").format(number=slot.number))

    def _turn(self, slot: str, ticked: bool) -> None:  # noqa: FBT001  # a signal's argument
        session, one = self.session, self._slot(slot)
        dossier, when = session.dossier, datetime.now(UTC).isoformat(timespec="seconds")
        self._copied.clear()
        if ticked:
            session.edit(lambda: uploads.tick(dossier, one, by=session.person, when=when))
        else:
            session.edit(lambda: uploads.untick(dossier, one))

    def _slot(self, name: str) -> Slot:
        return next(one for one in self.session.rulebook.slots if one.id == name)

    def _choose_package(self) -> None:
        folder = self.session.folder
        if folder is None:
            return
        title = self.tr("Choose the folder {name}").format(name=self._layout.name)
        chosen = QFileDialog.getExistingDirectory(self, title, str(folder.path.parent))
        if chosen:
            made_packages.remember(folder.path, Path(chosen))
            self._show_slots()

    def _receive(self, receipt: Receipt) -> None:
        dossier = self.session.dossier
        if not self.session.edit(lambda: uploads.receive(dossier, receipt)):
            self.fill()

    def _close_sequence(self, day: date, note: str) -> None:
        from dossier_studio.workflow import papers  # drawing is heavy to import

        session = self.session
        if session.folder is None:
            return
        book, dossier = session.rulebook, session.dossier
        head = papers.letterhead_of(session.folder)  # as the export draws the letters
        session.edit(
            lambda: filing.close_sequence(
                book, dossier, by=session.person, filed=day, note=note, letterhead=head
            )
        )

    def _ask(self, day: date) -> None:
        dossier = self.session.dossier
        self.session.edit(lambda: uploads.ask(dossier, day))

    def _answer(self, number: int, day: date | None) -> None:
        dossier = self.session.dossier
        if not self.session.edit(lambda: uploads.answer(dossier, number, day)):
            self.fill()

    def _withdraw(self, number: int) -> None:
        dossier = self.session.dossier
        self.session.edit(lambda: uploads.withdraw(dossier, number))

    def _save_calendar(self) -> None:
        folder = self.session.folder
        if folder is None:
            return
        place = folder.path.parent / f"{folder.path.name}.ics"
        title = self.tr("Save for the calendar")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(place), "iCalendar (*.ics)")
        if chosen:
            self.save_calendar(Path(chosen))

    def save_calendar(self, place: Path) -> None:
        """Write the open days into a file that a calendar takes."""
        folder, found = self.session.folder, self._clocks
        if folder is None or found is None:
            return
        try:
            with files.writing(place.parent):
                files.write_aside(place, agenda.ics(folder, found, current()))
        except StudioError as refusal:
            self.session.refused.emit(refusal.message)

    # --- room ------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what the portal gives below where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._side.setMinimumWidth(_SIDE if wide else 0)
        self._side.setMaximumWidth(_SIDE if wide else _ENDLESS)
        # Beside each other, slots and clocks share the height; else all of it scrolls as one.
        self._inside.setMaximumHeight(max(self.height(), _LOWEST) if wide else _ENDLESS)
        self._side.setMinimumHeight(0 if wide else self._right.sizeHint().height())


def _scrolling(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
