"""The days of the open dossier, or of all opened lately, in one list and as a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, button, empty, label, margins
from dossier_studio.app.language import current, day, say
from dossier_studio.app.screens.tools import exporting
from dossier_studio.app.screens.tools.reading import Reader, recent
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.law.timeline import Event
from dossier_studio.workflow.dates import Dated, as_calendar, dates

_HERE, _ALL = "here", "all"
_FIRST = 12
"""Days that are shown before one asks for the others."""


def look(folders: Sequence[Path]) -> Work[tuple[Dated, ...]]:
    """Read the days of dossiers beside the window; one that cannot be read has none."""
    found: list[Dated] = []
    for index, path in enumerate(folders):
        yield Step(Message("app.job.dates"), index, len(folders))
        try:
            found += dates([path])
        except StudioError:
            continue  # the register of certificates says why
    return tuple(sorted(found, key=lambda one: (one.event.day, one.dossier)))


class DossierDates(Worded):
    """The card; what lies behind one is left out, and the next day comes first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._session = session
        self._found: tuple[Dated, ...] = ()
        self._reader = Reader(session, self)
        self._reader.read.connect(self._looked)
        self._whole = False
        self._heading, self._nothing = label("heading"), label("muted", wraps=True)
        self.which = Segments((_HERE, _ALL), may_clear=False)
        self.which.choose(_HERE)
        self.which.chosen.connect(self._look)
        self._export = button("plain", "calendar-plus", small=True)
        self._export.clicked.connect(self._to_calendar)
        self._more = button("flat")
        self._more.clicked.connect(self._show_whole)
        self._done = label("small", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=8)
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._export)
        turn = QHBoxLayout()
        margins(turn)
        turn.addWidget(self.which)
        turn.addStretch()
        foot = QHBoxLayout()
        margins(foot)
        foot.addWidget(self._more)
        foot.addStretch()
        column = QVBoxLayout(self)
        margins(column, 16, 10, 12, 12, gap=8)
        column.addLayout(head)
        column.addLayout(turn)
        column.addWidget(self._done)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addLayout(foot)

    @property
    def rows(self) -> tuple[Dated, ...]:
        """The days that lie ahead."""
        today = date.today()  # what lies ahead depends on the day one looks
        return tuple(one for one in self._found if one.event.day >= today)

    def fill(self) -> None:
        """Look at the dossiers anew."""
        self._heading.setText(self.tr("What lies ahead"))
        self._export.setText(self.tr("To calendar…"))
        self._export.setAccessibleName(self.tr("All of these to a calendar"))
        here, every = self.tr("This dossier"), self.tr("All recent dossiers")
        self.which.say(self.tr("Which dates"), (here, every))
        self.which.setVisible(self._session.folder is not None)
        if self._session.folder is None:
            self.which.choose(_ALL)
        self._done.hide()
        self._look()

    @override
    def retranslate(self) -> None:
        if self._heading.text():
            self.fill()

    def _look(self) -> None:
        folders = recent(self._session)
        if self.which.value == _HERE and self._session.folder is not None:
            folders = (self._session.folder.path,)
        self._show()
        if not folders:
            return
        self._reader.begin(lambda: look(folders), Message("app.job.dates"))

    def _looked(self, found: tuple[Dated, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        rows = self.rows
        if self._session.folder is None and not self._session.settings.recent:
            words = self.tr("Open a dossier, and its dates stand here.")
        else:
            words = self.tr(
                "None yet. Answer the planned filing date, or write the dates of certificates."
            )
        self._nothing.setText(words)
        self._nothing.setVisible(not rows)
        self._export.setVisible(bool(rows))
        left = len(rows) - _FIRST
        self._more.setVisible(left > 0 and not self._whole)
        self._more.setText(self.tr("Show %n more", "", max(left, 0)))
        empty(self._rows)
        for one in rows if self._whole else rows[:_FIRST]:
            self._add(one)

    def _show_whole(self) -> None:
        self._whole = True
        self._show()

    def _add(self, one: Dated) -> None:
        event = one.event
        row = QHBoxLayout()
        margins(row, gap=10)
        top = Qt.AlignmentFlag.AlignTop
        icon = "flag" if event.rule == event.place == "" else "calendar-days"
        row.addWidget(Glyph("file-badge" if event.document else icon, "text_2", 16), 0, top)
        when = label("strong", text=day(event.day))
        when.setMinimumWidth(92)
        row.addWidget(when, 0, top)
        words = QVBoxLayout()
        margins(words, gap=1)
        words.addWidget(label("", wraps=True, text=say(event.what)))
        for line in self._lines(one):
            words.addWidget(label("caption", wraps=True, text=line))
        row.addLayout(words, 1)
        if event.provisional:
            pill = Pill("warn", "triangle-alert")
            pill.say(self.tr("provisional"))
            row.addWidget(pill, 0, top)
        self._rows.addLayout(row)

    def _lines(self, one: Dated) -> Iterator[str]:
        event: Event = one.event
        if self.which.value == _ALL:
            yield one.dossier
        if event.opens:
            yield self.tr("from {first}").format(first=day(event.opens))
        for note in event.notes[:1]:
            yield say(note)

    def _to_calendar(self) -> None:
        data = as_calendar(self.rows, current())
        name = self.rows[0].dossier if self.which.value == _HERE else "Dossier Studio"
        said = exporting.to_calendar(self, name, data)
        self._done.setText(said)
        self._done.setVisible(bool(said))
