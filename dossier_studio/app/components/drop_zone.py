"""A place that takes files: by dropping, by pasting, or through the system's picker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, label, margins, restyle

_DOCUMENT = "application/x-dossier-document"


def carrying(key: str) -> QMimeData:
    """Return what a drag of a document of the dossier carries."""
    data = QMimeData()
    data.setData(_DOCUMENT, key.encode())
    return data


def document_in(data: QMimeData) -> str:
    """Return the key of the document that a drag carries, "" for none."""
    return bytes(data.data(_DOCUMENT).data()).decode()


def files_in(data: QMimeData) -> list[Path]:
    """Return the files and folders that a drop or the clipboard carries."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropTarget(Worded):
    """A frame that takes dropped files anywhere on it; `state` is "drag" while they hover.

    `carried` is for documents of the dossier that are dragged here; only some frames take them.
    """

    dropped = Signal(list)
    carried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.takes_documents = False
        self._rest = ""

    def hover(self, *, over: bool) -> None:
        """Show whether releasing here would give the files to this place."""
        if over:
            self._rest = str(self.property("state") or "")
        restyle(self, state="drag" if over else self._rest)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, and nothing else."""
        document = self.takes_documents and document_in(event.mimeData())
        if document or files_in(event.mimeData()):
            self.hover(over=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stand as before."""
        del event
        self.hover(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self.hover(over=False)
        document = document_in(event.mimeData()) if self.takes_documents else ""
        files = files_in(event.mimeData())
        if document:
            event.acceptProposedAction()
            self.carried.emit(document)
        elif files:
            event.acceptProposedAction()
            self.dropped.emit(files)


class DropLine(DropTarget):
    """The dashed line with *Add files…* at its right."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self._words = label("muted")
        self._add = button("flat")
        self._add.setProperty("weight", "strong")
        self._add.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        margins(row, 10, 2, 4, 2)
        row.addWidget(Glyph("file-plus", "text_2"))
        row.addWidget(self._words)
        row.addStretch()
        row.addWidget(self._add)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._add.setText(self.tr("Add files…"))
        self._say()

    @override
    def hover(self, *, over: bool) -> None:
        super().hover(over=over)
        self._say(over=over)

    def _say(self, *, over: bool = False) -> None:
        rest = self.tr("Drop or paste files here")
        self._words.setText(self.tr("Release to attach them here") if over else rest)
