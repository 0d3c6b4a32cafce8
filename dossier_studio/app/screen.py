"""What the window asks of a screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.worded import Worded
from dossier_studio.app.session import Session


class Screen(Worded):
    """A page of the window. It shows the session's dossier and never knows another screen.

    A screen that is hidden only notes that it is stale, and fills itself when it is shown.
    `moved` says that one is at another place of it.
    """

    moved = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self.actions_by_name = actions
        self._stale = True
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the dossier as it is now: at once when visible, else when next shown."""
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.fill()

    def fill(self) -> None:
        """Put the dossier's state into the widgets."""

    def show_place(self, place: str) -> None:
        """Bring a place of the dossier (requirement, section, fact) into view."""

    @property
    def place(self) -> str:
        """Where one is on the screen, as `show_place` takes it."""
        return ""

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in reading order."""
        return (self,)

    @override
    def retranslate(self) -> None:
        self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fill what has become stale."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.fill()
