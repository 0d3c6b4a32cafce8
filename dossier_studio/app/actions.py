"""Everything that can be done by a key or from a menu, each under one name."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dossier_studio.app import icons

_WORDS = {
    "new": QT_TRANSLATE_NOOP("Actions", "New dossier…"),
    "open": QT_TRANSLATE_NOOP("Actions", "Open a dossier…"),
    "sample": QT_TRANSLATE_NOOP("Actions", "Try the sample"),
    "home": QT_TRANSLATE_NOOP("Actions", "All dossiers"),
    "undo": QT_TRANSLATE_NOOP("Actions", "Undo"),
    "redo": QT_TRANSLATE_NOOP("Actions", "Redo"),
    "find": QT_TRANSLATE_NOOP("Actions", "Find anything"),
    "next_missing": QT_TRANSLATE_NOOP("Actions", "Next missing"),
    "previous_missing": QT_TRANSLATE_NOOP("Actions", "Previous missing"),
    "paste": QT_TRANSLATE_NOOP("Actions", "Paste files"),
    "findings": QT_TRANSLATE_NOOP("Actions", "Show or fold the findings"),
    "preview": QT_TRANSLATE_NOOP("Actions", "Show or fold the preview"),
    "next_pane": QT_TRANSLATE_NOOP("Actions", "Next pane"),
    "language": QT_TRANSLATE_NOOP("Actions", "Switch the language"),
    "appearance": QT_TRANSLATE_NOOP("Actions", "Light or dark"),
    "make": QT_TRANSLATE_NOOP("Actions", "Make the package"),
    "tools": QT_TRANSLATE_NOOP("Actions", "Tools"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help for this screen"),
    "gallery": QT_TRANSLATE_NOOP("Actions", "Components"),
}
_KEYS = {
    "new": "Ctrl+N",
    "open": "Ctrl+O",
    "home": "Alt+Home",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "find": "Ctrl+K",
    "next_missing": "F8",
    "previous_missing": "Shift+F8",
    "paste": "Ctrl+V",
    "findings": "Ctrl+J",
    "preview": "Ctrl+P",
    "next_pane": "F6",
    "language": "Ctrl+Shift+L",
    "appearance": "Ctrl+Shift+D",
    "make": "Ctrl+Return",
    "tools": "Ctrl+T",
    "help": "F1",
    "gallery": "Ctrl+Shift+F12",
}
_ICONS = {"undo": "undo-2", "redo": "redo-2", "home": "house", "tools": "calculator"}


class Actions(QObject):
    """The window's actions by name: `actions["undo"]`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._all: dict[str, QAction] = {}
        for name in _WORDS:
            action = QAction(self)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if name in _KEYS:
                action.setShortcut(QKeySequence(_KEYS[name]))
            if name in _ICONS:
                action.setIcon(icons.icon(_ICONS[name], "text_2"))
            window.addAction(action)
            self._all[name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def retranslate(self) -> None:
        """Say all names anew."""
        for name, action in self._all.items():
            action.setText(QCoreApplication.translate("Actions", str(_WORDS[name])))

    def source(self, name: str) -> str:
        """Return what an action is called in English, whatever the language on screen."""
        return str(_WORDS[name])

    def key(self, name: str) -> str:
        """Return an action's shortcut as the machine writes it."""
        return self._all[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
