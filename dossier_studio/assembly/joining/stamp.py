"""The stamp at the foot of every page: its font, embedded, and its operators."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from dossier_studio.assembly import style
from dossier_studio.assembly.joining.cutting import cut_open
from dossier_studio.assembly.joining.margins import EDGE
from dossier_studio.assembly.joining.segment import Segment, StampPlace
from dossier_studio.assembly.joining.wire import Cut
from dossier_studio.assembly.typeset import new_canvas

SIZE = 8.0
RISE = 14.0
"""Height of the stamp's baseline above the foot of the page, in points."""

_INK = "0.36 0.40 0.44 rg"


@dataclass(frozen=True, slots=True)
class StampFont:
    """The font of the stamps: a segment without pages whose one root is the font."""

    segment: Segment
    codes: dict[str, int]

    @property
    def number(self) -> int:
        """The number of the font object within its segment."""
        return self.segment.roots[0]


def stamp_font(characters: str, target: Path) -> StampFont:
    """Write a font that holds the characters; they get one byte each."""
    drawn = io.BytesIO()
    canvas = new_canvas(drawn)
    canvas.setFont(style.SANS, SIZE)
    wanted = "".join(sorted(set(characters)))
    canvas.drawString(0, 0, wanted)
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        codes = dict(zip(wanted, _shown(pdf.pages[0]), strict=True))
        fonts = pdf.pages[0].Resources.Font.values()
        (font_object,) = (one for one in fonts if "Sans" in str(one.BaseFont))
        del pdf.pages[0]
        segment = cut_open(
            pdf,
            target,
            identity=f"font:{wanted}",
            how=Cut(stamped=False),
            roots=(font_object,),
        )
    return StampFont(segment, codes)


def _shown(page: pikepdf.Page) -> bytes:
    """Return the codes that a page shows, in order."""
    return b"".join(
        bytes(operand)
        for instruction in pikepdf.parse_content_stream(page, "Tj")
        for operand in instruction.operands
        if isinstance(operand, pikepdf.String)
    )


def stamped(place: StampPlace, text: str, font: StampFont) -> bytes:
    """Return the operators that close a page's content and put the text in its place."""
    size = SIZE
    wide = style.width_of(text, style.SANS, size)
    if wide > place.width * 0.9:
        size, wide = size * place.width * 0.9 / wide, place.width * 0.9
    matrix = " ".join(_number(part) for part in place.matrix)
    shown = bytes(font.codes[letter] for letter in text if letter in font.codes).hex()
    room = place.width - wide
    left = {-1: min(EDGE, room / 2), 0: room / 2, 1: max(room - EDGE, room / 2)}[place.side]
    return (
        "\n"
        + "Q " * (place.close + 1)
        + f"\n/Artifact BMC q {matrix} cm BT {place.font} {_number(size)} Tf "
        f"{_INK} {_number(left)} {_number(RISE)} Td <{shown}> Tj ET Q EMC\n"
    ).encode()


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
