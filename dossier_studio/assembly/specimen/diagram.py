"""Diagrams of a report: the flow of a process, and a container with its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from dossier_studio.assembly.specimen.figures import INK, Figure
from dossier_studio.assembly.specimen.markup import Directive
from dossier_studio.assembly.style import SANS, SERIF, SERIF_BOLD

STEP = 38.0


class Process(Figure):
    """A flow of steps from top to bottom: `step: words | material in | control during`."""

    def __init__(self, block: Directive, width: float) -> None:
        super().__init__(block, width)
        self.height = STEP * len(block.all("step")) + 4

    def draw(self) -> None:
        canvas, middle, box = self.canv, self.width / 2, self.width * 0.34
        for number, line in enumerate(self.block.all("step")):
            words, material, control = [*line.split("|"), "", ""][:3]
            y = self.height - STEP * (number + 1) + 10
            canvas.setStrokeColor(INK)
            canvas.setFillColor(HexColor("#eef2f4"))
            canvas.setLineWidth(0.8)
            canvas.roundRect(middle - box / 2, y, box, 26, 4, fill=1)
            canvas.setFillColor(INK)
            _fit(self, words.strip(), (middle, y + 9.5), box - 8, face=SERIF_BOLD)
            if number:
                _arrow(self, (middle, y + 36), (middle, y + 27))
            if material.strip():
                _arrow(self, (middle - box / 2 - 22, y + 13), (middle - box / 2 - 1, y + 13))
                canvas.setFont(SERIF, 8)
                _right(self, material.strip(), middle - box / 2 - 25, y + 10)
            if control.strip():
                canvas.setDash(2, 2)
                canvas.line(middle + box / 2, y + 13, middle + box / 2 + 18, y + 13)
                canvas.setDash()
                _left(self, control.strip(), middle + box / 2 + 21, y + 10)


class Container(Figure):
    """A container in outline with its measures: `@container vial|bottle` and `part: words`."""

    tall = 190.0

    def draw(self) -> None:
        canvas = self.canv
        vial = self.block.argument == "vial"
        width, body = (52, 92) if vial else (84, 104)
        canvas.translate(self.width * 0.28, 24)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.setFillColor(HexColor("#eaf3f6" if vial else "#f6f6f3"))
        canvas.roundRect(-width / 2, 0, width, body, 6, fill=1)
        neck = width * 0.32
        canvas.rect(-neck, body - 2, 2 * neck, 16, fill=1)
        canvas.setFillColor(HexColor("#9aa1a6" if vial else "#dfe3e6"))
        canvas.roundRect(-neck - 5, body + 12, 2 * neck + 10, 20, 2, fill=1)
        canvas.setFillColor(HexColor("#0e5a70"))
        canvas.rect(-neck - 5, body + 28, 2 * neck + 10, 6, fill=1)
        _measure(self, (-width / 2, -10), (width / 2, -10), self.block.get("across"))
        _measure(self, (-width / 2 - 14, 0), (-width / 2 - 14, body + 34), self.block.get("tall"))
        canvas.setFont(SERIF, 9)
        for number, words in enumerate(self.block.all("part")):
            y = body + 24 - number * 30
            canvas.setLineWidth(0.4)
            canvas.line(width * 0.3, y, 88, y)
            canvas.circle(width * 0.3, y, 1.4, fill=1)
            canvas.setFillColor(INK)
            canvas.drawString(92, y - 3, words)


KINDS: Mapping[str, Callable[[Directive, float], Figure]] = {
    "process": Process,
    "container": Container,
}


def _fit(
    figure: Flowable, words: str, place: tuple[float, float], width: float, *, face: str
) -> None:
    size = min(9.0, 9.0 * width / max(stringWidth(words, face, 9.0), 1))
    figure.canv.setFont(face, size)
    figure.canv.drawCentredString(*place, words)


def _lines(words: str, width: float) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, SERIF, 8) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _left(figure: Figure, words: str, x: float, y: float) -> None:
    figure.canv.setFont(SERIF, 8)
    lines = _lines(words, figure.width - x)
    for number, line in enumerate(lines):
        figure.canv.drawString(x, y + 4.5 * (len(lines) - 1) - 9 * number, line)


def _right(figure: Figure, words: str, x: float, y: float) -> None:
    lines = _lines(words, x)
    for number, line in enumerate(lines):
        figure.canv.drawRightString(x, y + 4.5 * (len(lines) - 1) - 9 * number, line)


def _arrow(figure: Flowable, start: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = figure.canv
    canvas.setLineWidth(0.8)
    canvas.setFillColor(INK)
    canvas.line(*start, *end)
    path = canvas.beginPath()
    path.moveTo(*end)
    if start[0] == end[0]:
        path.lineTo(end[0] - 2.5, end[1] + 5)
        path.lineTo(end[0] + 2.5, end[1] + 5)
    else:
        path.lineTo(end[0] - 5, end[1] + 2.5)
        path.lineTo(end[0] - 5, end[1] - 2.5)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)


def _measure(
    figure: Flowable, start: tuple[float, float], end: tuple[float, float], words: str
) -> None:
    canvas = figure.canv
    canvas.setLineWidth(0.4)
    canvas.line(*start, *end)
    canvas.setFillColor(INK)
    canvas.setFont(SANS, 7.5)
    if start[1] == end[1]:
        canvas.drawCentredString((start[0] + end[0]) / 2, start[1] - 9, words)
        return
    canvas.saveState()
    canvas.translate(start[0] - 5, (start[1] + end[1]) / 2)
    canvas.rotate(90)
    canvas.drawCentredString(0, 0, words)
    canvas.restoreState()
