"""A frame that says its words once it stands, and again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons


class Worded(QFrame):
    """Base of everything with words: build in `__init__` without any, say them in `retranslate`."""

    def retranslate(self) -> None:
        """Say all words anew; called by whoever has built the widget, and on LanguageChange."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Say the words in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def label(role: str = "", *, wraps: bool = False, text: str = "") -> QLabel:
    """Return a label in a role of the type scale."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    if wraps:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def key_hint() -> QLabel:
    """Return a small box for the name of a key, beside the action that it triggers."""
    made = label("key")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def button(kind: str = "plain", icon: str = "", *, small: bool = False) -> QPushButton:
    """Return a button without words: "primary" (one a screen), "plain" or "flat"."""
    made = QPushButton()
    made.setProperty("kind", kind)
    if small:
        made.setProperty("size", "small")
    if icon:
        token = {"primary": "on_accent", "flat": "accent"}.get(kind, "text")
        made.setIcon(icons.icon(icon, token))
    made.setAutoDefault(False)
    return made


def tool(icon: str) -> QToolButton:
    """Return a button with an icon alone; whoever makes it names it with `name`."""
    made = QToolButton()
    made.setIcon(icons.icon(icon, "text_2"))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def name(widget: QWidget, words: str) -> None:
    """Name a widget that shows no words, for the pointer and for a screen reader."""
    widget.setToolTip(words)
    widget.setAccessibleName(words)


def margins(layout: QLayout, *sides: int, gap: int = 8) -> None:
    """Set a layout's margins (left, top, right, bottom; none: 0) and its spacing."""
    layout.setContentsMargins(*(sides or (0, 0, 0, 0)))
    layout.setSpacing(gap)


def line() -> QFrame:
    """Return a hairline across."""
    made = QFrame()
    made.setObjectName("line")
    made.setFixedHeight(1)
    return made


def empty(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
