"""The days that follow a filing: what falls due, and what expires."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.language import day, say
from dossier_studio.law.timeline import Event

_MOST = 6


class FollowsCard(Worded):
    """The next days, each with what it is about; the whole list goes into the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._events: tuple[Event, ...] = ()
        self._title, self._more = label("heading"), label("caption", wraps=True)
        self._grid = QGridLayout()
        margins(self._grid, gap=8)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 14, gap=10)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        self.retranslate()

    def show_events(self, events: Sequence[Event], after: date | None) -> None:
        """Show the days from one day on."""
        self._events = tuple(one for one in events if after is None or one.day >= after)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("What follows"))
        self.setVisible(bool(self._events))
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for row, one in enumerate(self._events[:_MOST]):
            words = label("small", wraps=True, text=say(one.what))
            words.setToolTip("\n".join(filter(None, (say(one.what), say(one.source)))))
            self._grid.addWidget(label("strong", text=day(one.day)), row, 0, top)
            self._grid.addWidget(words, row, 1, top)
        left = len(self._events) - _MOST
        self._more.setText(self.tr("and %n more", "", max(left, 0)))
        self._more.setVisible(left > 0)
