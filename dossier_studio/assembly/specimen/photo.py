"""The picture of drug and pack, and the foil of a blister, drawn with light and shade."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.assembly.specimen.markup import Directive
from dossier_studio.assembly.style import SANS, SANS_BOLD

INK = HexColor("#15181a")
Rect = tuple[float, float, float, float]


def photograph(canvas: Canvas, block: Directive, box: Rect) -> None:
    """Draw the pack with a scale beside it: `kind: tablet` or `kind: vial`."""
    x, y, width, height = box
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(x, y, width, height)
    canvas.clipPath(frame, stroke=0)
    canvas.linearGradient(
        x, y + height, x, y, (HexColor("#eef1f3"), HexColor("#c4ccd1")), extend=True
    )
    _box(canvas, block, (x + 34, y + 150, 250, 150))
    if block.get("kind") == "vial":
        _vial(canvas, block, (x + width - 128, y + 96, 74, 150))
    else:
        _blister(canvas, (x + 40, y + 40, 190, 84))
        _tablet(canvas, (x + width - 112, y + 92), 34, scored=True)
        _tablet(canvas, (x + width - 62, y + 52), 34, scored=False)
    canvas.restoreState()
    _scale(canvas, x + width - 170, y + 18)


def blister_sheet(canvas: Canvas, block: Directive, box: Rect) -> None:
    """Draw the printed foil of a blister, ten cavities and the words over and over."""
    x, y, width, height = box
    canvas.saveState()
    path = canvas.beginPath()
    path.roundRect(x, y, width, height, 12)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(
        x, y, x + width, y + height, (HexColor("#f1f3f4"), HexColor("#d3d8db")), extend=True
    )
    radius = min(width / 5, height / 2) * 0.30
    canvas.setStrokeColor(HexColor("#a7adb1"))
    canvas.setLineWidth(0.8)
    for column in range(5):
        for row in range(2):
            canvas.circle(x + width * (column + 0.5) / 5, y + height * (0.28 + 0.48 * row), radius)
    for row in range(4):
        for column in range(3):
            _print(canvas, block, (x + width * column / 3 + 12, y + 36 + (height - 34) * row / 4))
    canvas.setFillColor(INK)
    canvas.setFont(SANS, 7)
    for number, line in enumerate(block.all("data")):
        canvas.drawString(x + 14, y + 8 + 9 * number, line)
    canvas.restoreState()


def _print(canvas: Canvas, block: Directive, place: tuple[float, float]) -> None:
    x, y = place
    canvas.setFillColor(HexColor(block.get("colour")))
    canvas.setFont(SANS_BOLD, 9.5)
    canvas.drawString(x, y + 16, block.get("brand"))
    canvas.setFillColor(INK)
    canvas.setFont(SANS, 6.6)
    for number, line in enumerate(block.all("back")):
        canvas.drawString(x, y + 7 - 8 * number, line)


def _box(canvas: Canvas, block: Directive, box: Rect) -> None:
    """Draw a carton in oblique view with a cast shadow."""
    x, y, width, height = box
    deep, colour = 26.0, HexColor(block.get("colour"))
    canvas.setFillColor(Color(0, 0, 0, alpha=0.16))
    canvas.ellipse(x - 8, y - 16, x + width + 60, y + 14, fill=1, stroke=0)
    dark = Color(colour.red * 0.55, colour.green * 0.55, colour.blue * 0.55)
    right, top, far = x + width, y + height, x + width + deep
    rise = deep * 0.6
    _quad(canvas, [(right, y), (far, y + rise), (far, top + rise), (right, top)], dark)
    lid = HexColor("#f8f9fa")
    _quad(canvas, [(x, top), (x + deep, top + rise), (far, top + rise), (right, top)], lid)
    canvas.setFillColor(white)
    canvas.rect(x, y, width, height, fill=1, stroke=0)
    canvas.setFillColor(colour)
    canvas.rect(x, y, width, height * 0.26, fill=1, stroke=0)
    canvas.setFont(SANS_BOLD, 20)
    canvas.drawString(x + 12, y + height - 34, block.get("brand"))
    canvas.setFillColor(INK)
    canvas.setFont(SANS_BOLD, 11)
    canvas.drawString(x + 12, y + height - 51, block.get("generic"))
    canvas.setFont(SANS_BOLD, 16)
    canvas.drawString(x + 12, y + height - 74, block.get("strength"))
    canvas.setFillColor(white)
    canvas.setFont(SANS_BOLD, 9)
    canvas.drawString(x + 12, y + 22, block.get("pack"))
    canvas.setFont(SANS, 7.5)
    canvas.drawString(x + 12, y + 9, block.get("holder"))


def _blister(canvas: Canvas, box: Rect) -> None:
    x, y, width, height = box
    canvas.setFillColor(Color(0, 0, 0, alpha=0.14))
    canvas.roundRect(x + 5, y - 6, width, height, 9, fill=1, stroke=0)
    canvas.setFillColor(HexColor("#dfe4e7"))
    canvas.roundRect(x, y, width, height, 9, fill=1, stroke=0)
    for column in range(5):
        for row in range(2):
            middle = (x + width * (column + 0.5) / 5, y + height * (0.27 + 0.47 * row))
            _tablet(canvas, middle, 14.5, scored=False)


def _tablet(canvas: Canvas, middle: tuple[float, float], radius: float, *, scored: bool) -> None:
    x, y = middle
    canvas.setFillColor(Color(0, 0, 0, alpha=0.15))
    canvas.circle(x + radius * 0.1, y - radius * 0.14, radius, fill=1, stroke=0)
    canvas.saveState()
    path = canvas.beginPath()
    path.circle(x, y, radius)
    canvas.clipPath(path, stroke=0)
    canvas.radialGradient(
        x - radius * 0.3, y + radius * 0.35, radius * 1.5,
        (HexColor("#ffffff"), HexColor("#f2f1ec"), HexColor("#cfcdc5")), extend=True,
    )  # fmt: skip
    canvas.setStrokeColor(HexColor("#b7b4aa"))
    canvas.setLineWidth(radius * 0.05)
    canvas.circle(x, y, radius * 0.84)
    if scored:
        canvas.line(x - radius * 0.84, y, x + radius * 0.84, y)
        canvas.setFillColor(HexColor("#8d8a80"))
        canvas.setFont(SANS_BOLD, radius * 0.42)
        canvas.drawCentredString(x, y + radius * 0.22, "CFN")
        canvas.drawCentredString(x, y - radius * 0.52, "500")
    canvas.restoreState()


def _vial(canvas: Canvas, block: Directive, box: Rect) -> None:
    x, y, width, height = box
    canvas.setFillColor(Color(0, 0, 0, alpha=0.16))
    canvas.ellipse(x - 6, y - 9, x + width + 22, y + 9, fill=1, stroke=0)
    canvas.saveState()
    path = canvas.beginPath()
    path.roundRect(x, y, width, height * 0.72, 8)
    path.rect(x + width * 0.24, y + height * 0.7, width * 0.52, height * 0.14)
    canvas.clipPath(path, stroke=0)
    glass = (HexColor("#c9d6db"), HexColor("#fbfdfe"), HexColor("#dfe8eb"), HexColor("#b5c4ca"))
    canvas.linearGradient(x, y, x + width, y, glass, (0, 0.3, 0.7, 1), extend=True)
    canvas.restoreState()
    canvas.setFillColor(HexColor("#aeb4b8"))
    cap = x + width * 0.2, width * 0.6
    canvas.roundRect(cap[0], y + height * 0.82, cap[1], height * 0.1, 2, fill=1, stroke=0)
    canvas.setFillColor(HexColor(block.get("colour")))
    canvas.roundRect(cap[0], y + height * 0.9, cap[1], height * 0.06, 2, fill=1, stroke=0)
    canvas.setFillColor(white)
    canvas.rect(x, y + height * 0.14, width, height * 0.42, fill=1, stroke=0)
    canvas.setFillColor(HexColor(block.get("colour")))
    canvas.setFont(SANS_BOLD, 9.5)
    canvas.drawString(x + 6, y + height * 0.45, block.get("brand"))
    canvas.setFillColor(INK)
    canvas.setFont(SANS, 6.5)
    for number, line in enumerate((block.get("generic"), block.get("strength"), block.get("form"))):
        canvas.drawString(x + 6, y + height * 0.38 - 9 * number, line)


def _quad(canvas: Canvas, corners: list[tuple[float, float]], colour: Color) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.setFillColor(colour)
    canvas.drawPath(path, fill=1, stroke=0)


def _scale(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.line(x, y, x + 141.7, y)
    for tick in range(6):
        canvas.line(x + 28.35 * tick, y, x + 28.35 * tick, y + (6 if tick % 5 == 0 else 4))
    canvas.setFillColor(INK)
    canvas.setFont(SANS, 6.5)
    canvas.drawString(x, y - 8, "0")
    canvas.drawRightString(x + 141.7, y - 8, "5 cm")
