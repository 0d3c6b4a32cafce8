"""How every sheet that we draw looks: fonts, paragraphs, page frames, page numbers.

Lengths are points of 1/72 inch. Fonts are embedded subsets of resources/fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from dossier_studio.host import paths

SERIF, SERIF_BOLD, SERIF_ITALIC = "StudioSerif", "StudioSerif-Bold", "StudioSerif-Italic"
SERIF_BOLD_ITALIC = "StudioSerif-BoldItalic"
SANS, SANS_BOLD = "StudioSans", "StudioSans-Bold"

_FILES = {
    SERIF: "LiberationSerif-Regular.ttf",
    SERIF_BOLD: "LiberationSerif-Bold.ttf",
    SERIF_ITALIC: "LiberationSerif-Italic.ttf",
    SERIF_BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
    SANS: "LiberationSans-Regular.ttf",
    SANS_BOLD: "LiberationSans-Bold.ttf",
}

PAGE_SIZE = PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 20 * mm, 22 * mm, 22 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT

INK = HexColor("#1b1f24")
QUIET = HexColor("#5b6570")
RULE = HexColor("#b9c0c7")
WASH = HexColor("#eef1f4")


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab under the names of this module, with <b> and <i>."""
    folder = paths.resources() / "fonts"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily(
        SERIF,
        normal=SERIF,
        bold=SERIF_BOLD,
        italic=SERIF_ITALIC,
        boldItalic=SERIF_BOLD_ITALIC,
    )
    pdfmetrics.registerFontFamily(
        SANS, normal=SANS, bold=SANS_BOLD, italic=SANS, boldItalic=SANS_BOLD
    )


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


@dataclass(frozen=True, slots=True)
class Styles:
    """Paragraph styles: 12-point serif for reading, smaller for tables."""

    title: ParagraphStyle
    subtitle: ParagraphStyle
    heading: ParagraphStyle
    body: ParagraphStyle
    followed: ParagraphStyle
    quiet: ParagraphStyle
    plain: ParagraphStyle
    plain_bold: ParagraphStyle
    underlined: ParagraphStyle
    centred: ParagraphStyle
    right: ParagraphStyle
    quoted: ParagraphStyle
    letterhead: ParagraphStyle
    letterhead_address: ParagraphStyle
    cell: ParagraphStyle
    cell_bold: ParagraphStyle
    cell_indented: ParagraphStyle
    cell_quiet: ParagraphStyle
    cell_quiet_plain: ParagraphStyle
    cell_right: ParagraphStyle
    mono: ParagraphStyle
    mono_large: ParagraphStyle
    digest: ParagraphStyle
    head: ParagraphStyle


@cache
def styles() -> Styles:
    """Return the paragraph styles, with the fonts made known."""
    register_fonts()
    body = _style("body", SERIF, 12, 16.5, after=8)
    plain = ParagraphStyle("plain", body, spaceAfter=0)
    cell = _style("cell", SERIF, 10, 12.5)
    return Styles(
        title=_style("title", SERIF_BOLD, 17, 21, after=4),
        subtitle=_style("subtitle", SERIF_ITALIC, 12.5, 16, after=10, color=QUIET),
        heading=_style("heading", SERIF_BOLD, 13, 17, before=12, after=5, keep=True),
        body=body,
        followed=ParagraphStyle("followed", body, spaceAfter=1),
        quiet=ParagraphStyle(
            "quiet", body, fontName=SERIF_ITALIC, fontSize=10.5, leading=13.5, textColor=QUIET
        ),
        plain=plain,
        plain_bold=ParagraphStyle("plain-bold", plain, fontName=SERIF_BOLD),
        underlined=ParagraphStyle("underlined", plain, fontName=SERIF_BOLD, underlineWidth=0.6),
        centred=ParagraphStyle("centred", body, alignment=TA_CENTER),
        right=ParagraphStyle("right", plain, alignment=TA_RIGHT),
        quoted=ParagraphStyle("quoted", body, leftIndent=14, spaceAfter=10),
        letterhead=ParagraphStyle(
            "letterhead", plain, fontName=SERIF_BOLD, fontSize=16, leading=20, alignment=TA_CENTER
        ),
        letterhead_address=ParagraphStyle(
            "letterhead-address", plain, fontSize=10, leading=13, alignment=TA_CENTER, spaceAfter=4
        ),
        cell=cell,
        cell_bold=ParagraphStyle("cell-bold", cell, fontName=SERIF_BOLD),
        cell_indented=ParagraphStyle("cell-indented", cell, leftIndent=6, fontSize=9.5),
        cell_quiet=ParagraphStyle(
            "cell-quiet", cell, fontName=SERIF_ITALIC, fontSize=9, leading=11.5, textColor=QUIET
        ),
        cell_quiet_plain=ParagraphStyle("cell-quiet-plain", cell, textColor=QUIET),
        cell_right=ParagraphStyle("cell-right", cell, alignment=TA_RIGHT, fontSize=8.5),
        mono=ParagraphStyle("mono", cell, fontName=SANS, fontSize=6.5, leading=9, wordWrap="CJK"),
        digest=ParagraphStyle("digest", cell, fontName=SANS, fontSize=6.5, leading=10),
        mono_large=ParagraphStyle(
            "mono-large",
            cell,
            fontName=SANS,
            fontSize=8.5,
            leading=14,
            spaceAfter=8,
            wordWrap="CJK",
        ),
        head=ParagraphStyle("head", cell, fontName=SANS_BOLD, fontSize=8.5, leading=11),
    )


def _style(
    name: str,
    font: str,
    size: float,
    leading: float,
    *,
    color: Color = INK,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color,
        spaceBefore=before,
        spaceAfter=after,
        keepWithNext=int(keep),
        allowWidows=0,
        allowOrphans=0,
    )
