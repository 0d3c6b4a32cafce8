"""Figures of a report: curves over time, chromatograms, structures, all drawn from numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override

from dossier_studio.assembly.specimen.markup import Directive
from dossier_studio.assembly.style import SERIF, SERIF_ITALIC

INK = HexColor("#1b1f22")
GREY = HexColor("#b9bec3")
LINES = ("#0e5a70", "#b0241c", "#855000", "#4a5694", "#1b6b39")


@dataclass(frozen=True, slots=True)
class Axes:
    """A plotting area in points, and the values at its edges."""

    left: float
    bottom: float
    width: float
    height: float
    low_x: float
    high_x: float
    low_y: float
    high_y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a value."""
        return (
            self.left + (x - self.low_x) / (self.high_x - self.low_x) * self.width,
            self.bottom + (y - self.low_y) / (self.high_y - self.low_y) * self.height,
        )


class Figure(Flowable):
    """Something drawn from a directive, as wide as the text."""

    tall = 175.0

    def __init__(self, block: Directive, width: float) -> None:
        super().__init__()
        self.block, self.width = block, width
        self.height = float(block.get("height", str(self.tall)))

    @override
    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height


class Chart(Figure):
    """Curves: `@chart x | y` with `range: x0 x1 y0 y1` and `line: name = x,y x,y …` lines.

    `style: step` draws stairs, `style: log` a logarithmic axis, `limit: y words` a dashed line.
    """

    tall = 190.0

    def draw(self) -> None:
        across, _, up = self.block.argument.partition("|")
        ends = [float(one) for one in self.block.get("range").split()]
        style = self.block.get("style", "line")
        height: Callable[[float], float] = math.log10 if style == "log" else float
        axes = Axes(58, 36, self.width - 90, self.height - 50, ends[0], ends[1],
                    height(ends[2]), height(ends[3]))  # fmt: skip
        every = float(self.block.get("every", "0")) or _even(ends[1] - ends[0])
        frame(self.canv, axes, (across.strip(), up.strip()), every, log=style == "log")
        limit = self.block.get("limit")
        if limit:
            _limit(self.canv, axes, limit)
        for number, line in enumerate(self.block.all("line")):
            name, _, points = line.rpartition(" = ")
            values = [one.split(",") for one in points.split()]
            places = [axes.at(float(x), height(float(y))) for x, y in values]
            _curve(self.canv, places, number, step=style == "step")
            _key(self.canv, (axes.left + axes.width, axes.bottom + axes.height), number, name)


class Chromatogram(Figure):
    """A detector's trace: `@peaks minutes` with `peak: time height width label` lines."""

    tall = 150.0

    def draw(self) -> None:
        minutes = float(self.block.argument.split()[0])
        axes = Axes(50, 32, self.width - 80, self.height - 44, 0, minutes, 0, 110)
        names = (self.block.get("x", "menit"), "mAU")
        frame(self.canv, axes, names, _even(minutes), log=False)
        peaks = [line.split(" ", 3) for line in self.block.all("peak")]
        path = self.canv.beginPath()
        path.moveTo(*axes.at(0, 2))
        for tick in range(1, 401):
            at = minutes * tick / 400
            level = 2 + 0.25 * math.sin(tick * 1.7)
            for time, height, width, _ in peaks:
                level += float(height) * math.exp(-(((at - float(time)) / float(width)) ** 2))
            path.lineTo(*axes.at(at, min(level, 108)))
        self.canv.setStrokeColor(HexColor(LINES[0]))
        self.canv.setLineWidth(0.7)
        self.canv.drawPath(path)
        self.canv.setFillColor(INK)
        self.canv.setFont(SERIF, 7.5)
        for time, height, _, label in peaks:
            x, y = axes.at(float(time), min(float(height), 96) + 5)
            self.canv.drawString(x + 3, y, f"{label} ({float(time):.2f})")


class Structure(Figure):
    """The structural formula of paracetamol: N-(4-hydroxyphenyl)acetamide."""

    tall = 110.0

    def draw(self) -> None:
        canvas, size = self.canv, 26.0
        canvas.translate(self.width / 2 - 34, self.height / 2)
        corners = [
            (size * math.cos(math.radians(60 * k)), size * math.sin(math.radians(60 * k)))
            for k in range(6)
        ]
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.1)
        for k, corner in enumerate(corners):
            after = corners[(k + 1) % 6]
            canvas.line(*corner, *after)
            if k % 2 == 0:
                canvas.line(*(c * 0.8 for c in corner), *(c * 0.8 for c in after))
        canvas.line(-size, 0, -size - 16, 0)
        canvas.line(size, 0, size + 16, 0)
        canvas.line(size + 32, 4, size + 52, 16)
        canvas.line(size + 52, 16, size + 74, 4)
        canvas.line(size + 50.6, 16, size + 50.6, 38)
        canvas.line(size + 53.4, 16, size + 53.4, 38)
        canvas.setFillColor(INK)
        canvas.setFont(SERIF, 12)
        canvas.drawRightString(-size - 18, -4, "HO")
        canvas.drawCentredString(size + 24, -4, "NH")
        canvas.drawCentredString(size + 52, 41, "O")
        canvas.drawString(size + 76, -4, "CH")
        canvas.setFont(SERIF, 8)
        canvas.drawString(size + 93, -6, "3")


class Antibody(Figure):
    """A schematic IgG1: two heavy and two light chains, hinge, and the glycan at Asn297."""

    tall = 190.0

    def draw(self) -> None:
        canvas = self.canv
        canvas.translate(self.width / 2, 30)
        for side in (-1, 1):
            canvas.saveState()
            canvas.scale(side, 1)
            _domain(canvas, (13, 8), "#0e5a70", 0)
            _domain(canvas, (13, 42), "#0e5a70", 0)
            _domain(canvas, (36, 88), "#0e5a70", -40)
            _domain(canvas, (58, 114), "#3c8296", -40)
            _domain(canvas, (58, 76), "#b08433", -40)
            _domain(canvas, (80, 102), "#cfa85c", -40)
            canvas.restoreState()
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
        for y in (70, 74):
            canvas.line(-10, y, 10, y)
        canvas.setFillColor(INK)
        canvas.setFont(SERIF, 9)
        for x, y, words in (
            (112, 126, "VH · VL (Fab)"),
            (112, 92, "CH1 · CL"),
            (52, 64, "hinge, 2 S–S"),
            (40, 48, "CH2, N-glycan at Asn297"),
            (40, 12, "CH3"),
        ):
            canvas.drawString(x, y, words)


KINDS: Mapping[str, Callable[[Directive, float], Figure]] = {
    "chart": Chart,
    "peaks": Chromatogram,
    "paracetamol": Structure,
    "antibody": Antibody,
}


def frame(canvas: Canvas, axes: Axes, names: tuple[str, str], every: float, *, log: bool) -> None:
    """Draw both axes with ticks and names."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.line(axes.left, axes.bottom, axes.left, axes.bottom + axes.height)
    canvas.line(axes.left, axes.bottom, axes.left + axes.width, axes.bottom)
    canvas.setFont(SERIF, 8)
    canvas.setFillColor(INK)
    for tick in range(math.floor((axes.high_x - axes.low_x) / every + 0.01) + 1):
        x = axes.low_x + every * tick
        place = axes.at(x, axes.low_y)[0]
        canvas.line(place, axes.bottom, place, axes.bottom - 3)
        canvas.drawCentredString(place, axes.bottom - 12, f"{x:g}")
    rise = 1.0 if log else _even(axes.high_y - axes.low_y)
    first = math.ceil(axes.low_y / rise - 0.01)
    for tick in range(first, math.floor(axes.high_y / rise + 0.01) + 1):
        y = rise * tick
        place = axes.at(axes.low_x, y)[1]
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.25)
        canvas.line(axes.left, place, axes.left + axes.width, place)
        canvas.drawRightString(axes.left - 5, place - 2.5, f"{10**y if log else y:g}")
    canvas.setFont(SERIF_ITALIC, 8.5)
    canvas.drawCentredString(axes.left + axes.width / 2, axes.bottom - 25, names[0])
    canvas.saveState()
    canvas.translate(axes.left - 34, axes.bottom + axes.height / 2)
    canvas.rotate(90)
    canvas.drawCentredString(0, 0, names[1])
    canvas.restoreState()


def _even(span: float) -> float:
    """Return a round step that divides a span into about five."""
    rough = span / 5
    ten: float = 10.0 ** math.floor(math.log10(rough))
    return next(step * ten for step in (1, 2, 2.5, 5, 10) if step * ten >= rough * 0.99)


def _limit(canvas: Canvas, axes: Axes, words: str) -> None:
    value, _, name = words.partition(" ")
    left, y = axes.at(axes.low_x, float(value))
    canvas.setStrokeColor(HexColor("#b0241c"))
    canvas.setDash(4, 3)
    canvas.setLineWidth(0.6)
    canvas.line(left, y, left + axes.width, y)
    canvas.setDash()
    canvas.setFillColor(HexColor("#b0241c"))
    canvas.setFont(SERIF_ITALIC, 7.5)
    canvas.drawString(left + 4, y + 2.5, name)


def _curve(canvas: Canvas, places: list[tuple[float, float]], number: int, *, step: bool) -> None:
    colour = HexColor(LINES[number % len(LINES)])
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(1.2)
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for before, after in pairwise(places):
        if step:
            path.lineTo(after[0], before[1])
        path.lineTo(*after)
    canvas.drawPath(path)
    if step:
        return
    for x, y in places:
        if number % 2:
            canvas.rect(x - 2, y - 2, 4, 4, fill=1, stroke=0)
        else:
            canvas.circle(x, y, 2.2, fill=1, stroke=0)


def _key(canvas: Canvas, corner: tuple[float, float], number: int, name: str) -> None:
    x, y = corner[0] - 130, corner[1] - 8 - 11 * number
    canvas.setStrokeColor(HexColor(LINES[number % len(LINES)]))
    canvas.setLineWidth(1.6)
    canvas.line(x, y, x + 16, y)
    canvas.setFillColor(INK)
    canvas.setFont(SERIF, 8)
    canvas.drawString(x + 20, y - 2.5, name)


def _domain(canvas: Canvas, place: tuple[float, float], colour: str, turn: float) -> None:
    canvas.saveState()
    canvas.translate(*place)
    canvas.rotate(turn)
    canvas.setFillColor(HexColor(colour))
    canvas.setStrokeColor(HexColor("#ffffff"))
    canvas.ellipse(-9, -4, 9, 28, fill=1)
    canvas.restoreState()
