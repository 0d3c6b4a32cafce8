"""Refusals above the screen: each stays until it has been read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.worded import Worded, margins
from dossier_studio.app.language import say
from dossier_studio.core.text import Words

_MOST = 3


class Notices(Worded):
    """A column of sentences; the newest is on top, and the oldest leaves when there are many."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        margins(self._column, 16, 10, 16, 0, gap=6)
        self._shown: list[tuple[Banner, Callable[[], None]]] = []
        self.hide()

    def show_words(self, words: Words, tone: str = "error") -> Banner:
        """Show a sentence; the caller may add actions to what is returned."""
        banner = Banner(tone, closes=True)
        banner.closed.connect(self._closed)

        def speak() -> None:
            banner.say(say(words))

        speak()
        self._shown.insert(0, (banner, speak))
        self._column.insertWidget(0, banner)
        for oldest, _ in self._shown[_MOST:]:
            self._drop(oldest)
        self.show()
        return banner

    def clear(self) -> None:
        """Put everything away."""
        for banner, _ in tuple(self._shown):
            self._drop(banner)

    @override
    def retranslate(self) -> None:
        for _, speak in self._shown:
            speak()

    def _closed(self) -> None:
        banner = self.sender()
        if isinstance(banner, Banner):
            self._drop(banner)

    def _drop(self, banner: Banner) -> None:
        self._shown = [pair for pair in self._shown if pair[0] is not banner]
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._shown))
