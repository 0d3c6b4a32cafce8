"""Editors of one line, drawn in the window's style: combo box, tick box, elided text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons


class Combo(QComboBox):
    """A choice from a list; the wheel scrolls the page, it does not change an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as the style does, and the arrow."""
        super().paintEvent(event)
        side = 16
        spot = QRectF(self.width() - side - 8, (self.height() - side) / 2, side, side)
        icons.draw(QPainter(self), spot, "chevron-down", "text_2")


class Tick(QCheckBox):
    """A box to tick, with a tick of our own family."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as the style does, and the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(element, option, self))
        spot = QRectF(0, 0, 12, 12)
        spot.moveCenter(box.center())
        icons.draw(QPainter(self), spot, "check", "on_accent")


class Elided(QLabel):
    """A name that shortens where there is no room; the whole stands in the tooltip."""

    def __init__(self, role: str = "", *, middle: bool = True) -> None:
        super().__init__()
        self._whole, self._wide = "", -1
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show a name as far as there is room."""
        if words == self._whole and self.accessibleName() == words:
            return
        self._whole, self._wide = words, -1
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        if self._wide < 0:  # measuring words is slow, and layouts ask often
            self._wide = metrics.horizontalAdvance(self._whole) + 4
        return QSize(self._wide, metrics.height() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width(), 20)
        if self.sizeHint().width() - 4 <= room:
            self.setText(self._whole)
        else:
            self.setText(QFontMetrics(self.font()).elidedText(self._whole, self._mode, room))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._wide = -1
            self.updateGeometry()
        super().changeEvent(event)
