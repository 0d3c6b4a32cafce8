"""Icons of the Lucide family, drawn at the screen's own pixels in a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.host import paths


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def draw(painter: QPainter, box: QRect | QRectF, name: str, token: str = "text") -> None:
    """Draw an icon into a box of a painter, in a colour token."""
    painter.drawPixmap(
        QRectF(box), _picture(name, token, round(box.width()), _ratio(painter)), QRectF()
    )


def picture(name: str, token: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a square picture of `side` logical pixels."""
    return _picture(name, token, side, ratio)


def icon(name: str, token: str = "text") -> QIcon:
    """Return an icon that takes the theme's colour each time it is drawn."""
    return QIcon(_Engine(name, token))


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return float(device.devicePixelRatio()) if device is not None else 1.0


def _picture(name: str, token: str, side: int, ratio: float) -> QPixmap:
    colour = theme.colour(token).name()
    key = f"{name}/{colour}/{side}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    if side <= 0:
        return found
    made = QPixmap(QSize(side, side) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(name).replace("currentColor", colour)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


class _Engine(QIconEngine):
    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        """Draw at the painter's device pixels."""
        del state
        draw(painter, rect, self._name, self._shade(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(  # Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        del state
        side = round(min(size.width(), size.height()) / scale)
        return _picture(self._name, self._shade(mode), side, scale)

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _shade(self, mode: QIcon.Mode) -> str:
        return "text_3" if mode is QIcon.Mode.Disabled else self._token
