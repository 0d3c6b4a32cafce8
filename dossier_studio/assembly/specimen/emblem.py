"""Marks of the invented companies and authorities, drawn from circles and curves."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfgen.canvas import Canvas


def logo(
    canvas: Canvas, house: Mapping[str, Any], middle: tuple[float, float], radius: float
) -> None:
    """Draw a house's mark around a point: "leaf", "hex", "helix", "bank" or "seal"."""
    colour = HexColor(house.get("colour", "#1d3557"))
    canvas.saveState()
    canvas.translate(*middle)
    canvas.scale(radius / 20, radius / 20)
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    {"leaf": _leaf, "hex": _hex, "helix": _helix, "bank": _bank, "seal": _seal}[
        house.get("mark", "seal")
    ](canvas, colour)
    canvas.restoreState()


def _leaf(canvas: Canvas, colour: Color) -> None:
    canvas.circle(0, 0, 20, fill=1, stroke=0)
    canvas.setFillColor(white)
    path = canvas.beginPath()
    path.moveTo(-11, -10)
    path.curveTo(-13, 8, 0, 15, 13, 12)
    path.curveTo(13, -4, 3, -14, -11, -10)
    canvas.drawPath(path, fill=1, stroke=0)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.6)
    canvas.line(-11, -10, 8, 8)
    canvas.line(-3, -2.5, 5, -3)
    canvas.line(0, 0.5, 0.5, 8)


def _hex(canvas: Canvas, colour: Color) -> None:
    for size, fill in ((20.0, colour), (14.5, white), (9.0, colour)):
        path = canvas.beginPath()
        for corner in range(6):
            angle = math.radians(60 * corner + 30)
            point = (size * math.cos(angle), size * math.sin(angle))
            path.lineTo(*point) if corner else path.moveTo(*point)
        path.close()
        canvas.setFillColor(fill)
        canvas.drawPath(path, fill=1, stroke=0)


def _helix(canvas: Canvas, _: Color) -> None:
    canvas.setLineWidth(2.6)
    for phase in (0.0, math.pi):
        path = canvas.beginPath()
        for step in range(41):
            y = -20 + step
            x = 11 * math.sin(y * math.pi / 20 + phase)
            path.lineTo(x, y) if step else path.moveTo(x, y)
        canvas.drawPath(path)
    canvas.setLineWidth(1.4)
    for y in (-14, -8, 8, 14):
        reach = 11 * math.sin(y * math.pi / 20)
        canvas.line(-reach, y, reach, y)


def _bank(canvas: Canvas, _: Color) -> None:
    canvas.rect(-20, -20, 40, 40, fill=1, stroke=0)
    canvas.setFillColor(white)
    for x in (-12, -3, 6):
        canvas.rect(x, -10, 6, 16, fill=1, stroke=0)
    canvas.rect(-15, -14, 30, 3, fill=1, stroke=0)
    path = canvas.beginPath()
    path.moveTo(-15, 8)
    path.lineTo(0, 16)
    path.lineTo(15, 8)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)


def _seal(canvas: Canvas, colour: Color) -> None:
    """Draw a rayed disc with a cup: the emblem of no country that there is."""
    for ray in range(24):
        canvas.saveState()
        canvas.rotate(15 * ray)
        canvas.wedge(-20, -20, 20, 20, 87, 6, fill=1, stroke=0)
        canvas.restoreState()
    canvas.setFillColor(white)
    canvas.circle(0, 0, 15.5, fill=1, stroke=0)
    canvas.setFillColor(colour)
    canvas.circle(0, 0, 14, fill=1, stroke=0)
    canvas.setFillColor(white)
    path = canvas.beginPath()
    path.moveTo(-7, 6)
    path.curveTo(-7, -4, 7, -4, 7, 6)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)
    canvas.rect(-1.2, -8, 2.4, 8, fill=1, stroke=0)
    canvas.rect(-5, -9, 10, 2, fill=1, stroke=0)
