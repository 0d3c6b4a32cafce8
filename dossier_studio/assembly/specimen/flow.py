"""From blocks of wording to what flows down a page: paragraphs, tables, fields, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from dossier_studio.assembly.specimen import artwork, diagram, figures
from dossier_studio.assembly.specimen.markup import (
    Block,
    Directive,
    Fields,
    Grid,
    Heading,
    Passage,
)
from dossier_studio.assembly.specimen.signature import Signatures
from dossier_studio.assembly.style import SANS, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC

INK = HexColor("#1b1f22")
LINE = HexColor("#8a9096")
PAD = 4.0
ALIGNMENTS: Mapping[str, Literal[0, 1, 2]] = {"l": TA_LEFT, "c": TA_CENTER, "r": TA_RIGHT}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document looks: type size of the body in points, its typefaces, its colour, width."""

    size: float
    face: str
    bold: str
    colour: Color
    width: float
    justify: bool = True

    @property
    def body(self) -> ParagraphStyle:
        """The style of running text."""
        return ParagraphStyle(
            "body",
            fontName=self.face,
            fontSize=self.size,
            leading=self.size * 1.32,
            textColor=INK,
            spaceAfter=self.size * 0.55,
            alignment=TA_JUSTIFY if self.justify else TA_LEFT,
            bulletFontName=self.face,
            bulletFontSize=self.size,
            splitLongWords=1,
        )


def manner(head: Mapping[str, Any], house: Mapping[str, Any], width: float) -> Manner:
    """Return how a document of this layout is set."""
    sans = head.get("face", "serif") == "sans"
    return Manner(
        size=float(head.get("size", 12)),
        face=SANS if sans else SERIF,
        bold=SANS_BOLD if sans else SERIF_BOLD,
        colour=HexColor(house.get("colour", "#1d3557")),
        width=width,
        justify=head.get("justify", True),
    )


def flow(blocks: Sequence[Block], how: Manner, house: Mapping[str, Any]) -> list[Flowable]:
    """Return the flowables of a document's blocks, headings kept with what follows."""
    out: list[Flowable] = []
    for block in blocks:
        new = _of(block, how, house)
        if new and isinstance(new[0], Group):
            # A heading's own "keep with next" does not hold before a group.
            heads: list[Flowable] = []
            while out and isinstance(out[-1], Title):
                heads.insert(0, out.pop())
            new[0] = Group([*heads, *new[0].members])
        out += new
    return out


class Group(KeepTogether):
    """Flowables that stay on one page; it remembers its members, so that a heading can join."""

    def __init__(self, members: Sequence[Flowable]) -> None:
        super().__init__(list(members))
        self.members = tuple(members)


def markup(words: str, *, bold: str = SERIF_BOLD, italic: str = SERIF_ITALIC) -> str:
    """Return words as reportlab's paragraph markup: `**bold**`, `*slanted*`, sub and super."""
    words = words.replace("&", "&amp;")
    words = re.sub(r"<(?!/?(?:sub|super|br|b|i)\b)", "&lt;", words)
    words = re.sub(r"\*\*(.+?)\*\*", rf'<font name="{bold}">\1</font>', words)
    return re.sub(r"(?<![\w*])\*([^*\s][^*]*)\*", rf'<font name="{italic}">\1</font>', words)


class Title(Paragraph):
    """A heading that the document's bookmarks know: `outline` is its level and words."""

    def __init__(self, words: str, style: ParagraphStyle, level: int) -> None:
        super().__init__(markup(words), style)
        self.outline = (level - 1, re.sub(r"<[^>]+>|\*", "", words))


def heading(block: Heading, how: Manner) -> Flowable:
    """Return one heading; it stays with the next block."""
    size = how.size + (4.0, 1.6, 0.0)[block.level - 1]
    style = ParagraphStyle(
        f"heading{block.level}",
        fontName=how.bold,
        fontSize=size,
        leading=size * 1.25,
        textColor=how.colour if block.level < 3 else INK,  # noqa: PLR2004  two coloured levels
        spaceBefore=size * (0.55, 0.75, 0.5)[block.level - 1],
        spaceAfter=size * 0.4,
        keepWithNext=1,
        alignment=TA_LEFT,
    )
    return Title(block.words, style, block.level)


def _of(block: Block, how: Manner, house: Mapping[str, Any]) -> list[Flowable]:
    if isinstance(block, Heading):
        return [heading(block, how)]
    if isinstance(block, Passage):
        return [_passage(block, how)]
    if isinstance(block, Fields):
        return [fields(block, how), Spacer(1, how.size * 0.5)]
    if isinstance(block, Grid):
        return list(grid(block, how))
    return list(_drawn(block, how, house))


def _passage(block: Passage, how: Manner) -> Flowable:
    style = how.body
    words = markup(block.words, bold=how.bold)
    if block.centred:
        return Paragraph(words, ParagraphStyle("centred", style, alignment=TA_CENTER))
    if block.bullet:
        indent = how.size * (1.2 if block.bullet == "•" else 1.8)
        item = ParagraphStyle("item", style, leftIndent=indent, spaceAfter=how.size * 0.3)
        return Paragraph(words, item, bulletText=block.bullet)
    return Paragraph(words, style)


def fields(block: Fields, how: Manner) -> Table:
    """Return names and values in two columns with a colon between, without lines."""
    longest = max(stringWidth(name, how.face, how.size) for name, _ in block.pairs)
    first = min(longest + 10, how.width * 0.45)
    style = ParagraphStyle("field", how.body, spaceAfter=0, alignment=TA_LEFT)
    rows = [
        [Paragraph(markup(name), style), ":", Paragraph(markup(value, bold=how.bold), style)]
        for name, value in block.pairs
    ]
    table = Table(rows, colWidths=[first, 10, how.width - first - 10], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("FONT", (0, 0), (-1, -1), how.face, how.size),
                ("LEADING", (0, 0), (-1, -1), how.size * 1.32),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ]
        )
    )
    return table


def grid(block: Grid, how: Manner) -> Iterator[Flowable]:
    """Return a table as wide as its words need, wrapping only where it must."""
    size = min(how.size - 1.2, 10.0)
    if block.caption:
        style = ParagraphStyle(
            "caption", how.body, fontSize=size, leading=size * 1.3, keepWithNext=1,
            spaceBefore=4, spaceAfter=3, alignment=TA_LEFT, fontName=how.bold,
        )  # fmt: skip
        yield Paragraph(markup(block.caption, bold=how.bold), style)
    widths, tight = _widths(block, how, size)
    cells = ParagraphStyle(
        "cell", how.body, fontSize=size, leading=size * 1.22, spaceAfter=0, alignment=TA_LEFT
    )
    rows = [
        [
            _cell(cell, cells, how, (widths[column], number < block.heads, block.aligns[column]))
            for column, cell in enumerate(row)
        ]
        for number, row in enumerate(block.rows)
    ]
    table = Table(rows, colWidths=widths, repeatRows=block.heads, hAlign="LEFT")
    table.setStyle(_rules(block, how, size))
    yield table
    yield Spacer(1, how.size * (0.7 if tight else 0.9))


def _cell(
    words: str, style: ParagraphStyle, how: Manner, place: tuple[float, bool, str]
) -> str | Paragraph:
    """Plain words that fit stay a string, which is laid out many times faster."""
    width, head, align = place
    face = how.bold if head else how.face
    plain = not re.search(r"[*<&]", words)
    if plain and stringWidth(words, face, style.fontSize) <= width - 2 * PAD:
        return words
    alignment = TA_CENTER if head else ALIGNMENTS[align]
    own = ParagraphStyle("own", style, fontName=face, alignment=alignment)
    return Paragraph(markup(words, bold=how.bold), own)


def _widths(block: Grid, how: Manner, size: float) -> tuple[list[float], bool]:
    columns = range(len(block.aligns))
    natural = []
    least = []
    for column in columns:
        words = [re.sub(r"[*]|<[^>]+>", "", row[column]) for row in block.rows]
        natural.append(max(stringWidth(one, how.bold, size) for one in words) + 2 * PAD + 1)
        parts = [part for one in words for part in one.split()] or [""]
        least.append(max(stringWidth(part, how.bold, size) for part in parts) + 2 * PAD + 1)
    spare = how.width - sum(natural)
    if spare >= 0:
        grow = min(spare / len(natural), 60)
        return [one + grow for one in natural], True
    over = max(sum(natural) - sum(least), 1)
    room = how.width - sum(least)
    if room < 0:
        return [one * how.width / sum(least) for one in least], False
    pairs = zip(least, natural, strict=True)
    return [low + (high - low) * room / over for low, high in pairs], False


def _rules(block: Grid, how: Manner, size: float) -> TableStyle:
    names = {"l": "LEFT", "r": "RIGHT", "c": "CENTER"}
    aligned = [
        ("ALIGN", (column, 0), (column, -1), names[align])
        for column, align in enumerate(block.aligns)
    ]
    return TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), how.face, size),
            ("LEADING", (0, 0), (-1, -1), size * 1.22),
            ("TEXTCOLOR", (0, 0), (-1, -1), INK),
            ("GRID", (0, 0), (-1, -1), 0.4, LINE),
            ("BOX", (0, 0), (-1, -1), 0.8, INK),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
            ("TOPPADDING", (0, 0), (-1, -1), 2.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            *aligned,
            *(_headed(block.heads, how, size) if block.heads else ()),
        ]
    )


def _headed(heads: int, how: Manner, size: float) -> tuple[tuple[Any, ...], ...]:
    last = (-1, heads - 1)
    return (
        ("FONT", (0, 0), last, how.bold, size),
        ("BACKGROUND", (0, 0), last, HexColor("#e9ecef")),
        ("ALIGN", (0, 0), last, "CENTER"),
        ("LINEBELOW", (0, heads - 1), last, 0.8, INK),
    )


def _drawn(block: Directive, how: Manner, house: Mapping[str, Any]) -> Iterator[Flowable]:
    if block.name == "page":
        yield PageBreak()
    elif block.name == "gap":
        yield Spacer(1, float(block.argument))
    elif block.name == "sign":
        yield Group([Signatures(block.argument, how.width, house)])
    elif block.name in figures.KINDS:
        yield from _captioned(figures.KINDS[block.name](block, how.width), block, how)
    elif block.name in diagram.KINDS:
        yield from _captioned(diagram.KINDS[block.name](block, how.width), block, how)
    elif block.name == "draw":
        yield artwork.Artwork(block, how.width)
    else:
        raise ValueError(block.name)


def _captioned(figure: Flowable, block: Directive, how: Manner) -> Iterator[Flowable]:
    style = ParagraphStyle(
        "caption", how.body, fontName=how.face, fontSize=how.size - 1.5, alignment=TA_CENTER
    )
    caption = block.get("caption")
    yield Group([figure, Paragraph(markup(caption), style)] if caption else [figure, Spacer(1, 6)])
