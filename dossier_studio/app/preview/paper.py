"""What is drawn on and around a page: paper, hits, the selection, and the sign of a finding."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from dossier_studio.app import icons, theme

_BADGE = 22


def draw_page(painter: QPainter, box: QRectF, image: QImage | None, *, sharp: bool) -> None:
    """Draw a page: pixel for pixel when sharp, stretched while the right picture is on its way."""
    painter.fillRect(box, QColor(theme.LIGHT.surface))
    if image is not None and sharp:
        painter.drawImage(box.topLeft(), image)
    elif image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)
    pen = QPen(theme.colour("border"), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0, 0))


def draw_marks(
    painter: QPainter, origin: QPointF, scale: float, bands: Iterable[QRectF], *, tone: str
) -> None:
    """Lay a transparent colour over places of the page, given in points; paper is always white."""
    colour = QColor(getattr(theme.LIGHT, tone))
    colour.setAlpha(70)
    for band in bands:
        painter.fillRect(_placed(band, origin, scale), colour)


def draw_frame(
    painter: QPainter, origin: QPointF, scale: float, bands: Iterable[QRectF]
) -> None:
    """Frame the hit that one is at."""
    painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for band in bands:
        painter.drawRect(_placed(band, origin, scale).adjusted(-1, -1, 1, 1))


def badge_box(page: QRectF, side: float = _BADGE) -> QRectF:
    """Return where the sign of a finding stands: over the page's upper right corner."""
    return QRectF(page.right() - side * 0.75, page.top() - side * 0.25, side, side)


def draw_badge(painter: QPainter, box: QRectF, icon: str, tone: str) -> None:
    """Draw the sign of a finding."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(tone), 1))
    painter.setBrush(theme.colour(f"{tone}_soft"))
    painter.drawEllipse(box)
    side = round(box.width() * 0.62)
    spot = QRectF(0, 0, side, side)
    spot.moveCenter(box.center())
    icons.draw(painter, spot, icon, tone)


def _placed(band: QRectF, origin: QPointF, scale: float) -> QRectF:
    return QRectF(
        origin.x() + band.x() * scale,
        origin.y() + band.y() * scale,
        band.width() * scale,
        band.height() * scale,
    )
