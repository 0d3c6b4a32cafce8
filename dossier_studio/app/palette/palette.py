"""The palette itself: a field and a list over the top of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.worded import Worded, key_hint, label, line, margins
from dossier_studio.app.palette.entries import Entry, Sort, matching
from dossier_studio.app.palette.rows import RowDelegate, Rows

WIDTH = 560
_TOP = 44
_MOST_ROWS = 10
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
}


class Palette(Worded):
    """Opens over a window; the entries are asked for each time.

    `sought` carries a screen and a place, `triggered` an action, `opened` a dossier's folder.
    """

    sought = Signal(str, str)
    triggered = Signal(str)
    opened = Signal(object)

    _watching = False
    """Whether it is open; of the class, since a filter may be asked while the widget goes."""

    def __init__(self, over: QWidget, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(over)
        self.setObjectName("palette")
        self._over, self._source = over, entries
        self._entries: tuple[Entry, ...] = ()
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setProperty("kind", "palette")
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.field.addAction(QAction(icons.icon("search", "text_2"), "", self.field), leading)
        self.field.textChanged.connect(self._narrow)
        self._esc = key_hint()
        self._esc.setText("Esc")
        self.rows, self.list = Rows(), QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._take)
        self._nothing = label("muted", wraps=True)
        self._nothing.setContentsMargins(14, 10, 14, 12)
        head = QHBoxLayout()
        margins(head, 6, 4, 12, 4)
        head.addWidget(self.field, 1)
        head.addWidget(self._esc)
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 4, gap=0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Section, requirement, file or command"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.list.setAccessibleName(self.tr("Found"))
        self._nothing.setText(self.tr("Nothing is called that. Try fewer letters."))
        if self.isVisible():
            self._entries = tuple(self._source())
            self._narrow()

    def open(self) -> None:
        """Show the palette, empty; where it is open already, begin anew."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            application = QApplication.instance()
            assert application is not None
            application.installEventFilter(self)
            self._watching = True
        self._entries = tuple(self._source())
        self.field.clear()
        self._narrow()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self, *, back: bool = True) -> None:
        """Put the palette away; `back` gives the focus to where it was."""
        if self.isHidden():
            return
        self.hide()
        self._watching = False
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        if back and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def _narrow(self) -> None:
        matches = matching(self.field.text(), self._entries)
        self.rows.show_matches(matches)
        self._nothing.setVisible(not matches)
        self.list.setVisible(bool(matches))
        self._choose(0)
        self._place()

    def _place(self) -> None:
        row = self.list.sizeHintForRow(0) if self.rows.rowCount() else 0
        room = max(self._over.height() - _TOP - 80, 3 * row)
        wanted = row * min(self.rows.rowCount(), _MOST_ROWS)
        self.list.setFixedHeight(min(wanted, room - room % row if row else room))
        width = min(WIDTH, self._over.width() - 32)
        layout = self.layout()
        assert layout is not None  # made in __init__
        layout.activate()
        self.setGeometry((self._over.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def _choose(self, row: int) -> None:
        index = self.rows.index(max(0, min(row, self.rows.rowCount() - 1)))
        self.list.setCurrentIndex(index)
        match = self.rows.at(index.row()) if index.isValid() else None
        words = f"{match.entry.names[0]}, {match.entry.where}" if match else ""
        self.field.setAccessibleDescription(words)

    def _take(self) -> None:
        match = self.rows.at(self.list.currentIndex().row())
        if match is None:
            return
        entry = match.entry
        self.close_up(back=entry.sort is Sort.COMMAND)
        if entry.sort is Sort.COMMAND:
            self.triggered.emit(entry.target)
        elif entry.sort is Sort.DOSSIER:
            self.opened.emit(Path(entry.target))
        else:
            self.sought.emit(entry.target, entry.place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list from the field, follow the window, leave at a click elsewhere."""
        if not self._watching:
            return False
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._pressed(event)
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            spot = self.mapFromGlobal(event.globalPosition().toPoint())
            if not self.rect().contains(spot):
                self.close_up(back=False)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._choose(self.list.currentIndex().row() + _MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        elif key not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True
