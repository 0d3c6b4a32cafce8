"""A labelled editor; what is wrong stands beneath it and stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components import date_reading
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, label, margins, restyle


class Field(Worded):
    """A label above an editor, and room for one sentence beneath."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self._label = label("label", wraps=True)
        self._label.setBuddy(editor)
        self._trouble = QWidget()
        self._sentence = label("small", wraps=True)
        self._sentence.setProperty("tone", "error")
        beneath = QHBoxLayout(self._trouble)
        margins(beneath, gap=5)
        beneath.addWidget(Glyph("circle-x", "error", 14), 0, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(self._sentence, 1)
        self._trouble.hide()
        column = QVBoxLayout(self)
        margins(column, gap=3)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._trouble)
        column.addStretch()  # beside a neighbour with a complaint, the editor stays where it is

    def name(self, words: str) -> None:
        """Write the label, which also names the editor."""
        self._label.setText(words)
        self.editor.setAccessibleName(words)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, "" for nothing."""
        self._sentence.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        restyle(self.editor, state="error" if sentence else "")


class DateLine(QLineEdit):
    """A date typed as one likes, or taken from a calendar.

    `entered` carries a date or None (emptied); `misread` the text that is no date and whether
    its parts were clear.
    """

    entered = Signal(object)
    misread = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self._calendar_action = QAction(icons.icon("calendar-days", "text_2"), "", self)
        self._calendar_action.triggered.connect(self._open_calendar)
        self.addAction(self._calendar_action, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._read)
        self.setMinimumWidth(118)

    def name_calendar(self, words: str) -> None:
        """Name the button that opens the calendar."""
        self._calendar_action.setText(words)
        self._calendar_action.setToolTip(words)

    def show_day(self, day: date | None) -> None:
        """Show a date without telling anybody."""
        self._day = day
        self.setText(date_reading.shown(day))

    def _read(self) -> None:
        try:
            day = date_reading.read(self.text())
        except date_reading.NoSuchDay:
            self.misread.emit(self.text(), True)
            return
        except ValueError:
            self.misread.emit(self.text(), False)
            return
        self._take(day)

    def _take(self, day: date | None) -> None:
        before = self._day
        self.show_day(day)
        if day != before or self.property("state") == "error":
            self.entered.emit(day)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._day:
            calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(self._from_calendar)
        calendar.clicked.connect(self._from_calendar)
        calendar.clicked.connect(menu.close)
        menu.exec(self.mapToGlobal(QPoint(0, self.height() + 2)))
        menu.deleteLater()

    def _from_calendar(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))


class DateField(Field):
    """A date with its label; says what is wrong with what was typed."""

    entered = Signal(object)

    def __init__(self) -> None:
        self.line = DateLine()
        super().__init__(self.line)
        self.line.entered.connect(self._accept)
        self.line.misread.connect(self._refuse)
        self._misread: tuple[str, bool] | None = None
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.line.setPlaceholderText(self.tr("dd-mm-yyyy"))
        self.line.name_calendar(self.tr("Choose from a calendar"))
        if self._misread:
            self._refuse(*self._misread)

    def show_day(self, day: date | None) -> None:
        """Show a date, and forget what was wrong."""
        self.line.show_day(day)
        self._misread = None
        self.complain("")

    def _accept(self, day: date | None) -> None:
        self._misread = None
        self.complain("")
        self.entered.emit(day)

    def _refuse(self, text: str, clear: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._misread = (text, clear)
        if clear:
            self.complain(self.tr("There is no such day: {day}.").format(day=text))
        else:
            self.complain(self.tr("Write a date such as 29-02-2028."))
