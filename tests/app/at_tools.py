"""What tests of the tools do and see there."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel

from dossier_studio.app.screens.tools.screen import ToolsScreen
from dossier_studio.app.screens.tools.tool import Tool
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language


def tool_of(window: Window, key: str) -> Tool:
    window.go("tools", key)
    screen = window.screen_of("tools")
    assert isinstance(screen, ToolsScreen)
    return screen.tool


def speak(window: Window, language: Language) -> None:
    window.header.language_chosen.emit(language)
    QApplication.processEvents()


def said_of(tool: Tool) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in tool.findChildren(QLabel) if one.isVisibleTo(tool))
