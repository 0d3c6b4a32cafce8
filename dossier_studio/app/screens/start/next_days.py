"""What comes next in the dossiers opened last: certificates that end, answers that are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.language import day, say
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work

if TYPE_CHECKING:
    from dossier_studio.workflow.dates import Dated

_MOST = 3
_NEAR = 90
"""Days within which a day is soon."""


def soonest(folders: Sequence[Path], today: date) -> Work[tuple[Dated, ...]]:
    """Return the next days of dossiers; one that cannot be read has none."""
    from dossier_studio.workflow.dates import dates

    found: list[Dated] = []
    for index, folder in enumerate(folders):
        yield Step(Message("app.job.dates"), index, len(folders))
        try:
            found += dates([folder], first=today)
        except StudioError:
            continue  # the list above says what is wrong with it
    return tuple(sorted(found, key=lambda one: (one.event.day, one.dossier))[:_MOST])


class NextDays(Worded):
    """Date, what, whose, and how soon; not there while nothing is known."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Dated, ...] = ()
        self._today = date.min
        self._heading, self._about = label("heading"), label("caption")
        card = Worded()
        card.setProperty("kind", "card")
        self._rows = QGridLayout(card)
        margins(self._rows, 16, 10, 16, 10, gap=8)
        self._rows.setHorizontalSpacing(20)
        self._rows.setColumnStretch(1, 3)
        self._rows.setColumnStretch(2, 2)
        head = QHBoxLayout()
        margins(head, gap=10)
        head.addWidget(self._heading)
        head.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        margins(column, gap=10)
        column.addLayout(head)
        column.addWidget(card)
        self.hide()

    def show_days(self, found: tuple[Dated, ...], today: date) -> None:
        """Show the next days as of a day."""
        self._found, self._today = found, today
        self.setVisible(bool(found))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("What comes next"))
        self._about.setText(self.tr("in the dossiers opened last"))
        empty(self._rows)
        for row, one in enumerate(self._found):
            what, whose, soon = Elided(middle=False), Elided("muted"), Pill()
            what.say(say(one.event.what))
            whose.say(one.dossier)
            left = (one.event.day - self._today).days
            near = left <= _NEAR
            soon.say(
                self.tr("%n day(s) left", "", left),
                "warn" if near else "none",
                "triangle-alert" if near else "calendar-days",
            )
            self._rows.addWidget(label("strong", text=day(one.event.day)), row, 0)
            self._rows.addWidget(what, row, 1)
            self._rows.addWidget(whose, row, 2)
            self._rows.addWidget(soon, row, 3)
