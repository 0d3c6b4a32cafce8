"""Walks over every widget of every screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from dossier_studio.app.window import Window

SCREENS = ("product", "documents", "check", "package", "filing", "gallery", "start")


def screens(window: Window) -> Iterator[str]:
    """Show one screen after another; the form of a new dossier comes last."""
    for name in SCREENS:
        window.go(name)
        for _ in range(3):  # a wrapped line makes its layout ask once more
            QApplication.processEvents()
        yield name


def widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget beneath one."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            yield widget


def words_of(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget says by itself."""
    if isinstance(widget, QLabel):
        yield widget.toolTip() or widget.text()
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    for action in widget.actions():
        yield action.text()
        yield action.toolTip()
