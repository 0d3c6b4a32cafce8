"""The screen, and a panel at its right: beside it where there is room, over it where not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_WIDE = 1180
"""From this width on a panel takes room from the screen; below, it lies over it."""


class Beside(QWidget):
    """Holds one widget that fills it, and at most one panel."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__()
        self._whole = whole
        self._panel: QWidget | None = None
        whole.setParent(self)

    def hold(self, panel: QWidget) -> None:
        """Take a panel; it keeps its own width, and comes and goes as it is shown and hidden."""
        self._panel = panel
        panel.setParent(self)
        panel.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        panel, width = self._panel, self.width()
        taken = 0
        if panel is not None and not panel.isHidden():
            wanted = min(panel.sizeHint().width(), width)
            panel.setGeometry(width - wanted, 0, wanted, self.height())
            panel.raise_()
            taken = wanted if width >= _WIDE else 0
        self._whole.setGeometry(0, 0, width - taken, self.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place all anew when the panel comes or goes."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._place()
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._place()

    @override
    def sizeHint(self) -> QSize:
        return self._whole.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._whole.minimumSizeHint()
