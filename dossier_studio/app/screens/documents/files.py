"""The files of a card: their facts, their order, and taking one out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.drop_zone import carrying, document_in
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import (
    Worded,
    empty,
    label,
    line,
    margins,
    name,
    restyle,
    tool,
)
from dossier_studio.app.language import say, size
from dossier_studio.core.dossier import Document
from dossier_studio.core.file import FileFacts, Kind
from dossier_studio.core.finding import Finding

_ICONS = {
    Kind.PDF: "file-text",
    Kind.DOCX: "file-type",
    Kind.DOC: "file-type",
    Kind.JPEG: "image",
    Kind.PNG: "image",
    Kind.TIFF: "image",
    Kind.GIF: "image",
    Kind.BMP: "image",
}


def icon_of(facts: FileFacts | None) -> tuple[str, str]:
    """Return the icon of a file, and its colour token."""
    if facts is not None and facts.damaged:
        return "file-warning", "error"
    return _ICONS.get(facts.kind if facts else Kind.PDF, "file-text"), "accent"


def in_short(document: Document, facts: FileFacts | None, pages: str) -> str:
    """Return pages (in words), size and version of a file."""
    words = []
    if facts and facts.pages:
        words.append(pages)
    words.append(size(document.bytes))
    if facts and facts.pdf_version:
        words.append(f"PDF {facts.pdf_version}")
    elif facts and facts.kind is not Kind.PDF:
        words.append(facts.kind.upper())
    return " · ".join(words)


class FileRow(Worded):
    """One file: handle, kind, name, facts, the worst that was found, remove."""

    chosen = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, document: Document, facts: FileFacts | None, *, writable: bool) -> None:
        super().__init__()
        self.document = document
        self._facts = facts
        self._found: Finding | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "file")
        self._name, self._line = Elided("strong"), label("small")
        self._glyph, self._problem = (
            Glyph("triangle-alert", "warn", 14),
            Elided("small", middle=False),
        )
        self._glyph.hide()
        self._remove = tool("x")
        self._remove.setVisible(writable)
        self._remove.clicked.connect(self._take_out)
        row = QHBoxLayout(self)
        margins(row, 4, 3, 0, 3, gap=8)
        row.addWidget(Glyph("grip-vertical", "text_3", 14))
        row.addWidget(Glyph(*icon_of(facts), 16))
        row.addWidget(self._name)
        row.addWidget(self._line)
        row.addWidget(self._glyph)
        row.addWidget(self._problem, 1)
        row.addStretch()
        row.addWidget(self._remove)
        self.retranslate()

    def show_finding(self, finding: Finding | None) -> None:
        """Show the worst that was found in the file."""
        self._found = finding
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._name.say(self.document.name)
        self._line.setText(self._facts_line())
        name(self._remove, self.tr("Take out {file}").format(file=self.document.name))
        found = self._found
        self._glyph.setVisible(found is not None)
        self._problem.setVisible(found is not None)
        if found is not None:
            look = outcome.SEVERITY[found.severity]
            self._glyph.show_icon(look.icon, look.tone)
            self._problem.say(say(found.message))
            restyle(self._problem, tone=look.tone)
        self.setAccessibleName(f"{self.document.name}, {self._facts_line()}")

    def _facts_line(self) -> str:
        count = (self._facts.pages if self._facts else None) or 0
        return in_short(self.document, self._facts, self.tr("%n page(s)", "", count))

    def _take_out(self) -> None:
        self.removed.emit(self.document.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the file; Delete takes it out; Enter shows it."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if alt and step is not None:
            self.moved.emit(self.document.key, self.document.order + step)
        elif key == Qt.Key.Key_Delete and self._remove.isVisible():
            self._take_out()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.document.key)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the file beside the cards."""
        self.setFocus()
        self.chosen.emit(self.document.key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._remove.isVisible():
            return
        drag = QDrag(self)
        drag.setMimeData(carrying(self.document.key))
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(8, self.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)


class Files(Worded):
    """The files in their order; one can be dragged to another position."""

    chosen = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        margins(self._column, gap=0)
        self._rows: list[FileRow] = []

    def show_rows(self, rows: list[FileRow]) -> None:
        """Show other files."""
        empty(self._column)
        self._rows = rows
        for row in rows:
            row.chosen.connect(self.chosen)
            row.removed.connect(self.removed)
            row.moved.connect(self.moved)
            self._column.addWidget(row)
            self._column.addWidget(line())
        self.setVisible(bool(rows))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a file of the dossier; new ones go to the card."""
        if document_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dragged file where it was released."""
        key = document_in(event.mimeData())
        above = [row for row in self._rows if row.geometry().center().y() < event.position().y()]
        event.acceptProposedAction()
        self.moved.emit(key, sum(row.document.key != key for row in above))
