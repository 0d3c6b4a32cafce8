"""Pack artwork: carton, bottle and vial label, blister, and a picture of drug and pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph
from typing_extensions import override

from dossier_studio.assembly.specimen.markup import Directive
from dossier_studio.assembly.specimen.photo import blister_sheet, photograph
from dossier_studio.assembly.style import SANS, SANS_BOLD

INK = HexColor("#15181a")
KNIFE = HexColor("#c2185b")
CLASSES = {"B": "#1d9d4c", "T": "#1f5fbf", "K": "#d3201f"}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    def inner(self, by: float) -> Box:
        """Return the rectangle within a margin."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


class Artwork(Flowable):
    """One drawing at its full width: `@draw carton|label|blister|photo`."""

    tall: ClassVar[Mapping[str, float]] = {
        "carton": 430,
        "label": 250,
        "blister": 330,
        "photo": 430,
    }

    def __init__(self, block: Directive, width: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, self.tall[block.argument]

    @override
    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        DRAWINGS[self.block.argument](self.canv, self.block, Box(0, 0, self.width, self.height))
        self.canv.restoreState()


def carton(canvas: Canvas, block: Directive, box: Box) -> None:
    """Draw a folding carton unfolded: front, back, two sides, tuck flaps, cutting lines."""
    side, high = box.width * 0.13, box.height * 0.52
    wide = (box.width - 2 * side - 14) / 2
    bottom = box.y + (box.height - high) / 2 - 14
    faces = [
        Box(box.x, bottom, wide, high),
        Box(box.x + wide, bottom, side, high),
        Box(box.x + wide + side, bottom, wide, high),
        Box(box.x + 2 * wide + side, bottom, side, high),
    ]
    for face in faces:
        _flaps(canvas, face, side)
    _glue(canvas, faces[3])
    front(canvas, block, faces[0])
    _words(canvas, block.all("side"), faces[1], 8.0)
    _back(canvas, block, faces[2])
    _data(canvas, block, faces[3])
    canvas.setStrokeColor(KNIFE)
    canvas.setLineWidth(0.7)
    for face in faces:
        canvas.rect(face.x, face.y, face.width, face.height)
    _note(canvas, block.get("size"), box.x, box.y + 2)


def label(canvas: Canvas, block: Directive, box: Box) -> None:
    """Draw a wrap-around label: front in the middle, use at the left, data at the right."""
    face = Box(box.x, box.y + 24, box.width, box.height - 30)
    third = face.width / 3
    left = Box(face.x, face.y, third, face.height)
    middle = Box(face.x + third, face.y, third, face.height)
    right = Box(face.x + 2 * third, face.y, third, face.height)
    front(canvas, block, middle)
    _words(canvas, block.all("back"), left, 8.0)
    _data(canvas, block, right)
    canvas.setStrokeColor(KNIFE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(face.x, face.y, face.width, face.height, 5)
    _note(canvas, block.get("size"), box.x, box.y + 4)


def blister(canvas: Canvas, block: Directive, box: Box) -> None:
    """Draw the foil side of a blister with its repeated print, cutting lines and batch field."""
    face = Box(box.x + 20, box.y + 28, box.width - 40, box.height - 44)
    blister_sheet(canvas, block, (face.x, face.y, face.width, face.height))
    canvas.setStrokeColor(KNIFE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(face.x, face.y, face.width, face.height, 12)
    _note(canvas, block.get("size"), box.x, box.y + 4)


def photo(canvas: Canvas, block: Directive, box: Box) -> None:
    """Draw the product and its pack as a photograph shows them."""
    photograph(canvas, block, (box.x, box.y, box.width, box.height))


DRAWINGS: Mapping[str, Callable[[Canvas, Directive, Box], None]] = {
    "carton": carton,
    "label": label,
    "blister": blister,
    "photo": photo,
}


def front(canvas: Canvas, block: Directive, face: Box) -> None:
    """Draw a front panel: brand, substance, strength, form, class, pack size, applicant."""
    colour = HexColor(block.get("colour"))
    canvas.setFillColor(white)
    canvas.rect(face.x, face.y, face.width, face.height, fill=1, stroke=0)
    canvas.setFillColor(colour)
    canvas.rect(face.x, face.y, face.width, face.height * 0.26, fill=1, stroke=0)
    canvas.setFillColor(Color(colour.red, colour.green, colour.blue, alpha=0.25))
    path = canvas.beginPath()
    path.moveTo(face.x, face.y + face.height * 0.26)
    path.curveTo(face.x + face.width * 0.3, face.y + face.height * 0.42,
                 face.x + face.width * 0.6, face.y + face.height * 0.2,
                 face.x + face.width, face.y + face.height * 0.4)  # fmt: skip
    path.lineTo(face.x + face.width, face.y + face.height * 0.26)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)
    top, left, room = face.y + face.height, face.x + 8, face.width - 16
    _line(canvas, block.get("brand"), (left, top - 34), room=room - 26, size=21, ink=colour)
    _line(canvas, block.get("generic"), (left, top - 50), room=room, size=11, ink=INK)
    _line(canvas, block.get("strength"), (left, top - 72), room=room * 0.5, size=17, ink=INK)
    _line(canvas, block.get("form"), (left, top - 86), room=room, size=9, ink=INK)
    _line(
        canvas,
        block.get("pack"),
        (left, face.y + face.height * 0.26 - 16),
        room=room,
        size=9,
        ink=white,
    )
    _line(canvas, block.get("holder"), (left, face.y + 9), room=room, size=7.5, ink=white)
    class_mark(canvas, block.get("class"), (face.x + face.width - 20, top - 20), 9)


def class_mark(canvas: Canvas, kind: str, middle: tuple[float, float], radius: float) -> None:
    """Draw the disc of a dispensing class with its black rim, K with its letter."""
    x, y = middle
    if kind not in CLASSES:
        return
    canvas.setFillColor(HexColor(CLASSES[kind]))
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(radius * 0.16)
    canvas.circle(x, y, radius, fill=1)
    if kind == "K":
        canvas.setFillColor(INK)
        canvas.setFont(SANS_BOLD, radius * 1.9)
        canvas.drawCentredString(x, y - radius * 0.68, "K")


def _back(canvas: Canvas, block: Directive, face: Box) -> None:
    canvas.setFillColor(HexColor(block.get("colour")))
    canvas.rect(face.x, face.y + face.height - 20, face.width, 20, fill=1, stroke=0)
    name = f"{block.get('brand')} {block.get('strength')}"
    _line(
        canvas,
        name,
        (face.x + 8, face.y + face.height - 14),
        room=face.width - 16,
        size=10,
        ink=white,
    )
    _words(canvas, block.all("back"), Box(face.x, face.y, face.width, face.height - 22), 8.0)


def _data(canvas: Canvas, block: Directive, face: Box) -> None:
    code = block.get("qr")
    size = min(face.width - 12, 46)
    if code:
        qr(canvas, code, (face.x + (face.width - size) / 2, face.y + 6), size)
    floor = size + 10 if code else 0
    upper = Box(face.x, face.y + floor, face.width, face.height - floor)
    _words(canvas, block.all("data"), upper, 8.0)


def qr(canvas: Canvas, words: str, place: tuple[float, float], size: float) -> None:
    """Draw a square two-dimensional code."""
    canvas.setFillColor(INK)
    QrCode(words, width=size, height=size, qrBorder=4, qrLevel="M").drawOn(canvas, *place)


def _words(canvas: Canvas, lines: tuple[str, ...], face: Box, size: float) -> None:
    """Set paragraphs from the top of a panel, smaller until they fit."""
    inner = face.inner(5)
    while True:
        style = ParagraphStyle("panel", fontName=SANS, fontSize=size, leading=size * 1.16)
        paragraphs = [Paragraph(line.replace("**", ""), style) for line in lines]
        heights = [one.wrap(inner.width, inner.height)[1] + size * 0.35 for one in paragraphs]
        if sum(heights) <= inner.height or size < 3:  # noqa: PLR2004  smallest that prints
            break
        size -= 0.2
    y = inner.y + inner.height
    for paragraph, height in zip(paragraphs, heights, strict=True):
        y -= height
        paragraph.drawOn(canvas, inner.x, y)


def _line(
    canvas: Canvas, words: str, place: tuple[float, float], *, room: float, size: float, ink: Color
) -> None:
    width = stringWidth(words, SANS_BOLD, size)
    canvas.setFont(SANS_BOLD, size * min(1, room / max(width, 1)))
    canvas.setFillColor(ink)
    canvas.drawString(*place, words)


def _flaps(canvas: Canvas, face: Box, depth: float) -> None:
    canvas.setStrokeColor(KNIFE)
    canvas.setLineWidth(0.5)
    for base, way in ((face.y + face.height, 1), (face.y, -1)):
        path = canvas.beginPath()
        path.moveTo(face.x, base)
        path.lineTo(face.x + 6, base + way * depth)
        path.lineTo(face.x + face.width - 6, base + way * depth)
        path.lineTo(face.x + face.width, base)
        canvas.drawPath(path)


def _glue(canvas: Canvas, face: Box) -> None:
    canvas.setStrokeColor(KNIFE)
    canvas.setLineWidth(0.5)
    right = face.x + face.width
    path = canvas.beginPath()
    path.moveTo(right, face.y)
    path.lineTo(right + 13, face.y + 8)
    path.lineTo(right + 13, face.y + face.height - 8)
    path.lineTo(right, face.y + face.height)
    canvas.drawPath(path)


def _note(canvas: Canvas, words: str, x: float, y: float) -> None:
    canvas.setFont(SANS, 7.5)
    canvas.setFillColor(HexColor("#5c6366"))
    canvas.drawString(x, y, words)
