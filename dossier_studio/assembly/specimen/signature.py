"""Signatures, company stamps and duty stamps: drawn, invented, and the same on every day."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override

from dossier_studio.assembly.style import SANS, SANS_BOLD, SERIF

PEN = HexColor("#1f3a93")
HEIGHT = 112.0


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: where and when, in which office, by which name, and what else is put there."""

    place: str
    office: str
    name: str
    extras: tuple[str, ...]


class Signatures(Flowable):
    """Signers beside each other; one alone stands at the right.

    The argument is `place, date | office | name | stamp meterai` per signer, parted by ` || `.
    """

    def __init__(self, argument: str, width: float, house: Mapping[str, Any]) -> None:
        super().__init__()
        self.signers = tuple(_signer(one) for one in argument.split("||"))
        self.width, self.height, self.house = width, HEIGHT, house

    @override
    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        count = len(self.signers)
        span = self.width / max(count, 2)
        for number, signer in enumerate(self.signers):
            left = span * (number if count > 1 else 1)
            _sign(self.canv, signer, left, self.house)


def _signer(words: str) -> Signer:
    parts = [part.strip() for part in words.split("|")] + [""]
    return Signer(parts[0], parts[1], parts[2], tuple(parts[3].split()))


def _sign(canvas: Canvas, signer: Signer, left: float, house: Mapping[str, Any]) -> None:
    canvas.setFillColor(HexColor("#1b1f22"))
    canvas.setFont(SERIF, 10.5)
    canvas.drawString(left, HEIGHT - 14, signer.place)
    canvas.drawString(left, HEIGHT - 28, signer.office)
    if "meterai" in signer.extras:
        duty_stamp(canvas, left - 4, 34)
    if "stamp" in signer.extras:
        stamp(canvas, left + 18, 50, house)
    scribble(canvas, signer.name, (left + 22, 46))
    canvas.setFont(SERIF, 10.5)
    canvas.setFillColor(HexColor("#1b1f22"))
    canvas.drawString(left, 16, signer.name)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(HexColor("#1b1f22"))
    canvas.line(left, 13, left + canvas.stringWidth(signer.name, SERIF, 10.5), 13)


def scribble(canvas: Canvas, name: str, place: tuple[float, float], scale: float = 1.0) -> None:
    """Draw a handwriting-like stroke that belongs to a name."""
    seed = zlib.crc32(name.encode())
    step = [(seed >> shift) % 17 for shift in range(0, 28, 2)]
    canvas.saveState()
    canvas.translate(*place)
    canvas.scale(scale, scale)
    canvas.setStrokeColor(PEN)
    canvas.setLineWidth(1.1)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    path.moveTo(0, step[0] - 4)
    at = 0.0
    for index in range(0, 12, 2):
        high, low = step[index] + 8, step[index + 1] - 14
        path.curveTo(at + 2, high + 8, at + 9, high, at + 5, low * 0.5)
        path.curveTo(at + 3, low, at + 10, low, at + 11 + step[index] * 0.3, 2)
        at += 11 + step[index] * 0.3
    path.curveTo(at + 10, 12, at - 40, -16, at + 18, -6)
    canvas.drawPath(path)
    canvas.restoreState()


def stamp(canvas: Canvas, x: float, y: float, house: Mapping[str, Any]) -> None:
    """Draw a round company stamp around (x, y)."""
    ink = HexColor(house.get("stamp", "#3b3f9c"))
    faded = Color(ink.red, ink.green, ink.blue, alpha=0.62)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(-9)
    canvas.setStrokeColor(faded)
    canvas.setFillColor(faded)
    canvas.setLineWidth(1.6)
    canvas.circle(0, 0, 33)
    canvas.setLineWidth(0.7)
    canvas.circle(0, 0, 30)
    canvas.circle(0, 0, 18.5)
    around(canvas, house["name"].upper(), 22.2, 7)
    canvas.setFont(SANS_BOLD, 8.5)
    canvas.drawCentredString(0, -3, house.get("seal", house["name"].split()[-1])[:9].upper())
    canvas.restoreState()


def around(canvas: Canvas, words: str, radius: float, size: float) -> None:
    """Write words along the upper part of a circle around the origin."""
    size = min(size, radius * 5.0 / max(canvas.stringWidth(words, SANS_BOLD, 1), 1))
    angle = canvas.stringWidth(words, SANS_BOLD, size) * 1.06 / radius / 2
    canvas.setFont(SANS_BOLD, size)
    for letter in words:
        width = canvas.stringWidth(letter, SANS_BOLD, size) * 1.06 / radius
        canvas.saveState()
        canvas.rotate(math.degrees(angle - width / 2))
        canvas.drawCentredString(0, radius, letter)
        canvas.restoreState()
        angle -= width


def duty_stamp(canvas: Canvas, x: float, y: float) -> None:
    """Draw a duty stamp of our own design, marked as a sample."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setFillColor(HexColor("#f3d9df"))
    canvas.setStrokeColor(HexColor("#a23a56"))
    canvas.setLineWidth(0.8)
    canvas.rect(0, 0, 76, 38, fill=1)
    canvas.setLineWidth(0.25)
    for wave in range(4, 76, 3):
        canvas.bezier(wave, 1, wave + 5, 12, wave - 5, 26, wave, 37)
    canvas.setFillColor(HexColor("#7d1f3a"))
    canvas.setFont(SANS_BOLD, 12)
    canvas.drawCentredString(38, 17, "10000")
    canvas.setFont(SANS_BOLD, 5)
    canvas.drawCentredString(38, 30, "e-METERAI · CONTOH")
    canvas.setFont(SANS, 4.6)
    canvas.drawCentredString(38, 6, "SEPULUH RIBU RUPIAH")
    canvas.restoreState()


class Scribble(Flowable):
    """A signature by itself, for the cell of a table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.width, self.height = name, 66.0, 24.0

    @override
    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        scribble(self.canv, self.name, (6, 10), 0.55)
