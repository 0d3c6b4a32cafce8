"""A few choices side by side, of which one is chosen or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.worded import margins


class Segment(QPushButton):
    """One choice; as wide as its words in bold, so that choosing moves nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setAutoDefault(False)

    @override
    def sizeHint(self) -> QSize:
        bold = QFontMetrics(theme.font(theme.BODY, strong=True))
        return QSize(bold.horizontalAdvance(self.text()) + 24, bold.height() + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QFrame):
    """Choices by key. Choosing the chosen one again takes the answer back, where that is allowed.

    `chosen` carries the key, "" when nothing is chosen any more. Arrows move between choices.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], *, may_clear: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._may_clear = may_clear
        self._value = ""
        row = QHBoxLayout(self)
        margins(row, 1, 1, 1, 1, gap=0)
        self._buttons: dict[str, Segment] = {}
        self._dividers: dict[str, QFrame] = {}
        for key in keys:
            made = Segment(self)
            made.clicked.connect(self._clicked)
            made.setProperty("key", key)
            if self._buttons:
                divider = QFrame()
                divider.setObjectName("line")
                divider.setFixedWidth(1)
                row.addWidget(divider)
                self._dividers[key] = divider
            row.addWidget(made, 1)
            self._buttons[key] = made

    @property
    def value(self) -> str:
        """The chosen key, "" for none."""
        return self._value

    def say(self, question: str, words: Sequence[str]) -> None:
        """Write the choices, and name each with its question for a screen reader."""
        self.setAccessibleName(question)
        for made, word in zip(self._buttons.values(), words, strict=True):
            made.setText(word.replace("&", "&&"))
            made.setAccessibleName(f"{question}: {word}" if question else word)
            made.updateGeometry()

    def name_each(self, names: Sequence[str]) -> None:
        """Name choices that show no more than a sign, for the pointer and a screen reader."""
        for made, words in zip(self._buttons.values(), names, strict=True):
            made.setToolTip(words)
            made.setAccessibleName(words)

    def offer(self, keys: Collection[str]) -> None:
        """Show only some of the choices; when the chosen one goes, the first is chosen."""
        for name, made in self._buttons.items():
            made.setVisible(name in keys)
            divider = self._dividers.get(name)
            if divider is not None:
                divider.setVisible(name in keys)
        if self._value and self._value not in keys:
            self.choose(next(iter(self._buttons)))

    def choose(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self._value = key
        for name, made in self._buttons.items():
            made.setChecked(name == key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the choices with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        place = next((i for i, one in enumerate(buttons) if one.hasFocus()), None)
        if step is None or place is None:
            super().keyPressEvent(event)
            return
        buttons[(place + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        pressed = self.sender()
        key = str(pressed.property("key"))
        if key == self._value:
            key = "" if self._may_clear else key
        before = self._value
        self.choose(key)
        if key != before:
            self.chosen.emit(key)
