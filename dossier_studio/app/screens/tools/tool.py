"""What the tools screen asks of a tool."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.worded import Worded, label, margins
from dossier_studio.app.session import Session

_ROOM = 860
"""Width from which cards stand side by side."""


class Page(QWidget):
    """What a scroll area holds: as high as its words need at its width, and no higher."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    @override
    def minimumSizeHint(self) -> QSize:
        inside = self.layout()
        whole = super().minimumSizeHint()
        # Without this the area asks for the height that wrapped words would have in a column of
        # their own choice, and scrolls where there is nothing.
        return QSize(whole.width(), 0) if inside and inside.hasHeightForWidth() else whole


class Tool(Worded):
    """One tool: a heading, a line that says what it is for, and its body.

    All of it scrolls, unless a tool lets parts of its body scroll by themselves. `asked` carries
    an action of the window.
    """

    asked = Signal(str)

    def __init__(self, session: Session, *, scrolls: bool = True) -> None:
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self._folding: list[QBoxLayout] = []
        self.heading, self.purpose = label("title", wraps=True), label("muted", wraps=True)
        self.head = QHBoxLayout()
        margins(self.head, gap=8)
        words = QVBoxLayout()
        margins(words, gap=1)
        words.addWidget(self.heading)
        words.addWidget(self.purpose)
        self.head.addLayout(words, 1)
        self.body = QVBoxLayout()
        margins(self.body, gap=12)
        inside = Page()
        column = QVBoxLayout(inside)
        margins(column, 16, 12, 16, 12, gap=12)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        whole = QVBoxLayout(self)
        margins(whole, gap=0)
        whole.addWidget(scrolled(inside) if scrolls else inside)

    def folds(self, box: QBoxLayout) -> None:
        """Let what stands side by side stand one above the other where there is little room."""
        self._folding.append(box)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        beside = event.size().width() >= _ROOM
        direction = QBoxLayout.Direction
        for box in self._folding:
            box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def fill(self) -> None:
        """Show what the dossier and the law say now; called each time the tool is shown."""

    @override
    def retranslate(self) -> None:
        self.fill()


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a widget in an area that scrolls it up and down."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


def card(gap: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return a white card and the column inside it."""
    made = QFrame()
    made.setProperty("kind", "card")
    column = QVBoxLayout(made)
    margins(column, 16, 12, 16, 14, gap=gap)
    return made, column


def row(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    """Return widgets side by side, from the left."""
    made = QHBoxLayout()
    margins(made, gap=gap)
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch()
    return made
