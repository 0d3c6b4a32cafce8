"""Looks for words in a file, some pages at a time, and steps through what is found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.worded import Worded, label, margins, name, tool
from dossier_studio.intake.viewing.questions import AskHits, Hit, Hits

AT_ONCE = 96
"""Pages searched in one go, so that pages in sight are never kept waiting for long."""

_DELAY = 200
_MOST = 10_000


class Finder(Worded):
    """The line one types into; `stepped` tells that hits or the current one are others now."""

    lacking = Signal()
    stepped = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path, self._pages, self._textless = Path(), 0, 0
        self._next_page = 0
        self._sought = ""
        self.hits: list[Hit] = []
        self._place = -1
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.field.addAction(QAction(icons.icon("search", "text_3"), "", self.field), leading)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY)
        self._wait.timeout.connect(self.begin)
        self.field.textChanged.connect(self._typed)
        self._count = label("small")
        self._up, self._down, self._close = tool("chevron-up"), tool("chevron-down"), tool("x")
        self._up.clicked.connect(self.previous)
        self._down.clicked.connect(self.next)
        self._close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        margins(row, 10, 4, 8, 6, gap=2)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        for widget in (self._count, self._up, self._down, self._close):
            row.addWidget(widget)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this file"))
        self.field.setAccessibleName(self.tr("Find in this file"))
        name(self._up, self.tr("Previous hit"))
        name(self._down, self.tr("Next hit"))
        name(self._close, self.tr("Close the search"))
        self._say()

    def show_file(self, path: Path, pages: int, textless: int) -> None:
        """Search another file from now on; `textless` pages hold no text to search."""
        self._path, self._pages, self._textless = path, pages, textless
        self.begin()

    @property
    def current(self) -> Hit | None:
        """The hit one is at."""
        return self.hits[self._place] if 0 <= self._place < len(self.hits) else None

    @property
    def searching(self) -> bool:
        """Whether pages are left to search."""
        return bool(self._sought) and self._next_page < self._pages

    def begin(self) -> None:
        """Search from the first page on."""
        self._wait.stop()
        self._sought = "" if self.isHidden() else self.field.text().strip()
        self.hits, self._place, self._next_page = [], -1, 0
        self._say()
        self.stepped.emit()
        self.lacking.emit()

    def wanted(self) -> list[AskHits]:
        """Return what to ask next."""
        if not self.searching:
            return []
        last = min(self._next_page + AT_ONCE, self._pages)
        return [AskHits(self._path, self._sought, self._next_page, last)]

    def take(self, question: AskHits, answer: object) -> None:
        """Take what was found; an answer to what is no longer asked is left."""
        if [question] != self.wanted():
            return
        self._next_page = question.last
        fresh = answer.found if isinstance(answer, Hits) else ()
        self.hits += fresh
        if len(self.hits) > _MOST:
            self._next_page = self._pages
        if self._place < 0 and self.hits:
            self._place = 0
        self._say()
        if fresh:
            self.stepped.emit()

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.hits:
            self._place = (self._place + step) % len(self.hits)
            self._say()
            self.stepped.emit()

    def _typed(self) -> None:
        self._wait.start()

    def _say(self) -> None:
        self._up.setEnabled(len(self.hits) > 1)
        self._down.setEnabled(len(self.hits) > 1)
        words = ""
        if self.hits:
            words = self.tr("{place} of {count}")
            words = words.format(place=self._place + 1, count=len(self.hits))
        elif self.searching:
            words = self.tr("searching…")
        elif self._sought:
            words = self.tr("not found")
        self._count.setText(words)
        hint = ""
        if self._sought and self._textless:
            hint = self.tr("%n page(s) without text could not be searched", "", self._textless)
        self._count.setToolTip(hint)
        self._count.setAccessibleName(f"{words}. {hint}" if hint else words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc leaves."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._wait.isActive():
                self.begin()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previous()
            else:
                self.next()
        else:
            super().keyPressEvent(event)
