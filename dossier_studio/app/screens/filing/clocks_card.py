"""The clocks as a timeline, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)
from typing_extensions import override

from dossier_studio.app.components.confidence import word
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.filing.timeline import Timeline
from dossier_studio.workflow.clocks import Clocks, Lane

_COLUMNS = 7


class ClocksCard(Worded):
    """Title, what holds for all, timeline or table, and the way to a calendar."""

    calendar_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._clocks: Clocks | None = None
        self._title, self._hint = label("heading"), label("small")
        self._nothing = label("muted", wraps=True)
        self._provisional = Pill("warn", "triangle-alert")
        self.turn, self.calendar = button("flat"), button("plain", "calendar-plus", small=True)
        self.turn.clicked.connect(self._turn)
        self.calendar.clicked.connect(self.calendar_asked)
        self.timeline, self.table = Timeline(), QTableWidget(0, _COLUMNS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(150)
        self._stack = QStackedWidget()
        for page in (self.timeline, self.table, self._nothing):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        margins(head, gap=10)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        for widget in (self._provisional, self.turn, self.calendar):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        margins(column, 16, 10, 16, 10, gap=6)
        column.addLayout(head)
        column.addWidget(self._stack)
        self.retranslate()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._stack.currentWidget() is self.table

    def show_clocks(self, clocks: Clocks) -> None:
        """Show other clocks."""
        self._clocks = clocks
        self.timeline.show_clocks(clocks)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Time in working days"))
        self._nothing.setText(
            self.tr("Give the planned filing date, or the day of receipt: the clocks run from it.")
        )
        self.calendar.setText(self.tr("To the calendar…"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
        self.table.setAccessibleName(self.tr("Deadlines"))
        clocks = self._clocks
        there = clocks is not None and bool(clocks.lanes)
        self.turn.setVisible(there)
        self.calendar.setEnabled(there)
        other = self.tr("Show as timeline") if self.as_table else self.tr("Show as table")
        self.turn.setText(other)
        if clocks is None or not there:
            self._stack.setCurrentWidget(self._nothing)
            self._hint.clear()
            self._provisional.hide()
            return
        if self._stack.currentWidget() is self._nothing:
            self._stack.setCurrentWidget(self.timeline)
        planned = self.tr("counted from the planned filing date")
        self._hint.setText(planned if clocks.planned else "")
        filed = self.tr("filing") if clocks.planned else self.tr("received")
        self.timeline.say(self.tr("today"), filed, self.tr("stands still"))
        self._provisional.setVisible(clocks.provisional)
        self._provisional.say(self.tr("provisional calendar"))
        self._fill_table(clocks)

    def _fill_table(self, clocks: Clocks) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(
            [
                self.tr("Clock"), self.tr("Length"), self.tr("From"), self.tr("Until"),
                self.tr("Done"), self.tr("Confidence"), self.tr("Source"),
            ]
        )  # fmt: skip
        table.setRowCount(len(clocks.lanes))
        for row, lane in enumerate(clocks.lanes):
            for column, words in enumerate(self._cells(lane)):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setToolTip(words)
                table.setItem(row, column, item)
        for column in range(_COLUMNS - 1):
            mode = QHeaderView.ResizeMode.ResizeToContents
            table.horizontalHeader().setSectionResizeMode(column, mode)
        table.horizontalHeader().setStretchLastSection(True)

    def _cells(self, lane: Lane) -> list[str]:
        until = day(lane.due)
        if lane.soft:
            until = self.tr("{first} to {last}").format(first=day(lane.soft), last=until)
        if any(stop.end is None for stop in lane.paused):
            until = self.tr("stands still")
        length, title = say(lane.detail), say(lane.title)
        if lane.about is not None:
            title = f"{title} · {say(lane.about)}"
        if lane.assumed:
            length = self.tr("{length}; the rule does not say which days").format(length=length)
        done = day(lane.done) if lane.done else "–"
        return [
            title, length, day(lane.start), until, done,
            word(lane.confidence), say(lane.source),
        ]  # fmt: skip

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.timeline if self.as_table else self.table)
        self.retranslate()
