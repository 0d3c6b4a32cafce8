"""The ring around whatever has the focus: 2 px of ink, 2 px away from what it surrounds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from dossier_studio.app import theme

_INK = 2
_GAP = 2
_RADIUS = 7
_WATCHED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRing(QWidget):
    """Lies over the window and lets every click through; fields draw their own frame instead."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around: QWidget | None = None
        self._followed: list[QWidget] = []
        for attribute in (
            Qt.WidgetAttribute.WA_TransparentForMouseEvents,
            Qt.WidgetAttribute.WA_NoSystemBackground,
        ):
            self.setAttribute(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # a widget needs one
        application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        for before in self._followed:
            before.removeEventFilter(self)
            before.destroyed.disconnect(self._forget)
        self._followed = []
        ringed = isinstance(now, QAbstractButton) and now.window() is self._window
        self._around = now if ringed else None
        widget: QWidget | None = self._around
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._forget)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._stand()

    def _forget(self, gone: QObject) -> None:
        self._followed = [one for one in self._followed if one is not gone]
        if gone is self._around:
            self._around = None
            self.hide()

    def _stand(self) -> None:
        around = self._around
        if around is None or not around.isVisible():
            self.hide()
            return
        wide = _INK + _GAP
        corner = around.mapTo(self._window, QPoint(0, 0))
        box = QRect(corner, around.size()).adjusted(-wide, -wide, wide, wide)
        self.setGeometry(box.intersected(self._room(around)))
        self.show()
        self.raise_()
        self.update()

    def _room(self, around: QWidget) -> QRect:
        """Return where the ring may be: within whatever scrolls the widget."""
        above = around.parentWidget()
        while above is not None and above is not self._window:
            if isinstance(above.parentWidget(), QAbstractScrollArea):
                return QRect(above.mapTo(self._window, QPoint(0, 0)), above.size())
            above = above.parentWidget()
        return self._window.rect()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along when the widget, or something around it, moves."""
        if event.type() in _WATCHED:
            self._stand()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        del event
        if self._around is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), _INK))
        corner = self.mapFrom(self._window, self._around.mapTo(self._window, QPoint(0, 0)))
        wide = _GAP + _INK / 2
        box = QRectF(QRect(corner, self._around.size())).adjusted(-wide, -wide, wide, wide)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
