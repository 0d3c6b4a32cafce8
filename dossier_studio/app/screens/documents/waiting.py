"""A file that waits for its place, as a card: why, what it may meet, and any other place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.drop_zone import carrying
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import (
    Worded,
    button,
    empty,
    label,
    margins,
    name,
    restyle,
    tool,
)
from dossier_studio.app.language import say
from dossier_studio.app.screens.documents.files import icon_of, in_short
from dossier_studio.app.screens.documents.unplaced import Reason, Unplaced
from dossier_studio.core.text import Text

_MOST = 6


class PlaceField(QLineEdit):
    """Finds a requirement by a few letters; `chosen` carries its place."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, str] = {}
        self._found = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.returnPressed.connect(self._enter)

    def show_places(self, places: Mapping[str, str]) -> None:
        """Offer places by what they are called."""
        self._places = dict(places)
        self._words.setStringList(list(places))

    def _enter(self) -> None:
        words = self.text().strip().lower()
        fits = [one for one in self._places if words and words in one.lower()]
        if len(fits) == 1 or self.text() in self._places:
            self._take(self.text() if self.text() in self._places else fits[0])

    def _take(self, words: object) -> None:
        if isinstance(words, str) and words in self._places:
            self._found = self._places[words]
            # The card goes away with the choice; first the list must have let go of the key.
            self._soon.start()

    def _tell(self) -> None:
        self.chosen.emit(self._found)


class WaitingCard(Worded):
    """One waiting file; it can be dragged to its place as well."""

    placed = Signal(str, str)
    removed = Signal(str)
    document_chosen = Signal(str)

    def __init__(self, waiting: Unplaced, places: Mapping[str, Text]) -> None:
        super().__init__()
        self.waiting = waiting
        self._places = places
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name, self._line = Elided("strong"), label("small")
        self._why, self._hint = label("muted", wraps=True), label("caption", wraps=True)
        self._remove = tool("x")
        self._remove.clicked.connect(self._take_out)
        self._choices = QVBoxLayout()
        margins(self._choices, gap=4)
        self._field = PlaceField()
        self._field.chosen.connect(self._place)
        self._lay_out()
        for widget in (self._remove, self._field):
            widget.setVisible(waiting.writable)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(Glyph("grip-vertical", "text_3", 14))
        head.addWidget(Glyph(*icon_of(self.waiting.facts), 16))
        head.addWidget(self._name)
        head.addWidget(self._line, 1)
        head.addWidget(self._remove)
        why = QHBoxLayout()
        margins(why, gap=8)
        orphan = self.waiting.reason is Reason.ORPHAN
        why.addWidget(Glyph("inbox", "warn" if orphan else "open", 16), 0,
                      Qt.AlignmentFlag.AlignTop)  # fmt: skip
        why.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        margins(column, 12, 8, 10, 12, gap=8)
        column.addLayout(head)
        column.addLayout(why)
        column.addWidget(self._hint)
        column.addLayout(self._choices)
        column.addWidget(self._field)

    @override
    def retranslate(self) -> None:
        waiting = self.waiting
        document = waiting.document
        self._name.say(document.name)
        count = (waiting.facts.pages if waiting.facts else None) or 0
        self._line.setText(in_short(document, waiting.facts, self.tr("%n page(s)", "", count)))
        name(self._remove, self.tr("Take out {file}").format(file=document.name))
        self._why.setText(self._reason().format(place=say(waiting.title)))
        self._hint.setText(self.tr("Which requirement does it meet?"))
        self._hint.setVisible(bool(waiting.choices) and waiting.writable)
        self._field.setPlaceholderText(self.tr("Find another requirement by a few letters"))
        self._field.setAccessibleName(
            self.tr("Another requirement for {file}").format(file=document.name)
        )
        self._field.show_places({say(words): place for place, words in self._places.items()})
        self._show_choices()

    def _show_choices(self) -> None:
        empty(self._choices)
        for line in self.waiting.choices[:_MOST] if self.waiting.writable else ():
            choose = button("plain", "arrow-right", small=True)
            title = self._places.get(line.id, line.title)
            choose.setText(say(title).replace("&", "&&"))
            choose.setProperty("place", line.id)
            choose.setAccessibleDescription(self.waiting.document.name)
            choose.clicked.connect(self._choose)
            row = QHBoxLayout()
            row.addWidget(choose)
            row.addStretch()
            self._choices.addLayout(row)

    def _reason(self) -> str:
        return {
            Reason.SECTION: self.tr("Lies in “{place}”, where several documents are asked for."),
            Reason.SET: self.tr("Lies in the set “{place}”, and is not yet one of its documents."),
            Reason.BRANCH: self.tr("Lies at “{place}”, which there is once for each branch now."),
            Reason.ORPHAN: self.tr("“{place}” is not asked for. The file waits until you decide."),
        }[self.waiting.reason]

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        first = self._choices.itemAt(0)
        inner = first.layout() if first else None
        item = inner.itemAt(0) if inner else None
        target = item.widget() if item else None
        (target or self._field).setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        self._place(str(self.sender().property("place")))

    def _place(self, place: str) -> None:
        self.placed.emit(self.waiting.document.key, place)

    def _take_out(self) -> None:
        self.removed.emit(self.waiting.document.key)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the file beside the cards."""
        self.document_chosen.emit(self.waiting.document.key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if not event.buttons() & Qt.MouseButton.LeftButton or not self.waiting.writable:
            return
        drag = QDrag(self)
        drag.setMimeData(carrying(self.waiting.document.key))
        drag.setPixmap(self._name.grab())
        drag.setHotSpot(QPoint(8, 8))
        restyle(self, state="drag")
        drag.exec(Qt.DropAction.MoveAction)
        restyle(self, state="")
