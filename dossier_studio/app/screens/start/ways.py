"""The ways to begin: new, open, sample, or a folder dropped here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.drop_zone import DropTarget
from dossier_studio.app.components.worded import (
    Worded,
    button,
    key_hint,
    label,
    line,
    margins,
)

_LOW = 500
"""Logical height below which the column keeps to what one can do."""


class Tile(QWidget):
    """An icon on a small coloured ground."""

    def __init__(self, icon: str, *, filled: bool = False) -> None:
        super().__init__()
        self._icon, self._filled = icon, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(34, 34)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self._filled else "accent_soft"))
        painter.drawRoundedRect(self.rect(), 5, 5)
        box = self.rect().adjusted(8, 8, -8, -8)
        icons.draw(painter, box, self._icon, "on_accent" if self._filled else "accent")


class Way(QPushButton):
    """One way to begin: icon, name, a line, and its key."""

    def __init__(self, icon: str, *, filled: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self._title, self._line, self._key = label("strong"), label("caption"), key_hint()
        words = QVBoxLayout()
        margins(words, gap=1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        margins(row, 14, 12, 14, 12, gap=12)
        row.addWidget(Tile(icon, filled=filled))
        row.addLayout(words, 1)
        row.addWidget(self._key)
        for child in (self._title, self._line, self._key):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, title: str, line: str, key: str) -> None:
        """Write name, line and key."""
        self._title.setText(title)
        self._line.setText(line)
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    @override
    def sizeHint(self) -> QSize:
        inside = self.layout()
        assert inside is not None  # made in __init__
        return inside.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FolderZone(DropTarget):
    """The large place that takes a dossier folder."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self._title = label("strong")
        self._words = label("muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._refused = ""
        self._trouble = label("small", wraps=True)
        self._trouble.setProperty("tone", "warn")
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._trouble.hide()
        self._choose = button("flat")
        self._choose.setProperty("weight", "strong")
        self._choose.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        margins(column, 24, 16, 24, 16, gap=8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch()
        self._glyph = Glyph("folder-input", "accent", 32)
        column.addWidget(self._glyph, 0, centre)
        column.addWidget(self._title, 0, centre)
        column.addWidget(self._words)
        column.addWidget(self._trouble)
        column.addWidget(self._choose, 0, centre)
        column.addStretch()
        self.retranslate()

    def tighten(self, *, tight: bool) -> None:
        """Do without the large sign where the window is low."""
        self._glyph.setVisible(not tight)

    def refuse(self, folder: str) -> None:
        """Say what to do with a folder that holds no dossier, "" for none."""
        self._refused = folder
        self._words.setVisible(not folder)
        self._trouble.setVisible(bool(folder))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Drop a dossier folder here"))
        self._words.setText(self.tr("to open it. What you attach stays in that folder."))
        self._choose.setText(self.tr("Choose a folder…"))
        self._trouble.setText(
            self.tr(
                "{folder} holds no dossier. Begin a new one first, then drop the files"
                " onto its documents."
            ).format(folder=self._refused)
        )


class Ways(Worded):
    """The left column of the start screen."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._heading = label("title")
        self.new = Way("file-plus", filled=True)
        self.open = Way("folder-open")
        self.sample = Way("flask-conical")
        self.new.clicked.connect(actions["new"].trigger)
        self.open.clicked.connect(actions["open"].trigger)
        self.sample.clicked.connect(actions["sample"].trigger)
        self.zone = FolderZone()
        self.zone.asked.connect(actions["open"].trigger)
        self._note = label("small", wraps=True)
        column = QVBoxLayout(self)
        margins(column, gap=16)
        column.addWidget(self._heading)
        column.addWidget(self._card())
        column.addWidget(self.zone, 1)
        self._foot = QWidget()
        note = QHBoxLayout(self._foot)
        margins(note, gap=8)
        note.addWidget(Glyph("hard-drive", "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column.addWidget(self._foot)
        self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is said for comfort alone, before a way to begin is squeezed."""
        super().resizeEvent(event)
        tight = event.size().height() < _LOW
        self._foot.setVisible(not tight)
        self.zone.tighten(tight=tight)

    def _card(self) -> Worded:
        card = Worded()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        margins(rows, 1, 1, 1, 1, gap=0)
        rows.addWidget(self.new)
        rows.addWidget(line())
        rows.addWidget(self.open)
        rows.addWidget(line())
        rows.addWidget(self.sample)
        return card

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Begin"))
        key = self._actions.key
        self.new.say(self.tr("New dossier…"), self.tr("Begins with a few questions"), key("new"))
        self.open.say(
            self.tr("Open a dossier…"), self.tr("From this laptop or a shared folder"), key("open")
        )
        self.sample.say(self.tr("Try the sample"), self.tr("A whole dossier in one click"), "")
        self._note.setText(
            self.tr(
                "Everything works without the internet. Your files stay on this laptop"
                " and are kept at every step."
            )
        )
