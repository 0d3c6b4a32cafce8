"""Contents pages: sections and documents with dotted leaders, page numbers and link areas.

How many pages the rows take follows from the rows alone, so page numbers are known before
anything is drawn. Drawn on the canvas directly: flowing tables are many times slower.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.assembly import style
from dossier_studio.assembly.typeset import finished, foot, new_canvas, shortened
from dossier_studio.assembly.wording import Languages, in_each, joined
from dossier_studio.core.text import Message, Text, Words

NUMBER_WIDTH = 42.0
INDENT = 11.0
DOT_STEP, DOT_SIZE = 4.0, 9.0
HEAD_FIRST = 64.0
HEAD_LATER = 26.0
DEEPEST = 7


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents: a heading or a document, with a note beneath it.

    `pages` is how long a document is, where that is shown instead of its first page.
    """

    label: Text
    depth: int
    heading: bool = False
    note: Words | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How the lines of a row are set."""

    font: str
    size: float
    leading: float
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A row broken into lines, and the space it takes."""

    row: int
    indent: float
    before: float
    lines: tuple[tuple[Look, str], ...]
    height: float
    heading: bool


@dataclass(frozen=True, slots=True)
class Area:
    """What a row covers on a contents page (counted from 0): left, bottom, right, top."""

    page: int
    row: int
    rectangle: tuple[float, float, float, float]


TOP_HEADING = Look(style.SERIF_BOLD, 12, 15)
HEADING = Look(style.SERIF_BOLD, 10.5, 13)
PLAIN = Look(style.SERIF, 10.5, 13)
SECOND = Look(style.SERIF_ITALIC, 9, 11.5, quiet=True)


@dataclass(frozen=True, slots=True)
class Layout:
    """Contents pages as blocks, ready to be drawn once the page numbers are known."""

    title: Text
    above: str
    languages: Languages
    rows: tuple[ContentsRow, ...]
    pages: tuple[tuple[Block, ...], ...]


def layout(rows: Sequence[ContentsRow], *, title: Text, above: str, languages: Languages) -> Layout:
    """Break rows into lines and pages; a heading is never the last thing on a page."""
    style.register_fonts()
    blocks = [_block(index, row, languages) for index, row in enumerate(rows)]
    pages = tuple(_pages(blocks))
    return Layout(title, above, languages, tuple(rows), pages)


def draw(
    canvas: Canvas, contents: Layout, numbers: Sequence[str], *, footed: bool = False
) -> list[Area]:
    """Draw all contents pages with the page number of each row; return what each row covers."""
    areas = []
    for page, blocks in enumerate(contents.pages):
        y = _head(canvas, contents, first=page == 0)
        for position, block in enumerate(blocks):
            y -= block.before if position else 0
            _row(canvas, block, y, numbers[block.row])
            left, right = style.LEFT + block.indent, style.PAGE_WIDTH - style.RIGHT
            areas.append(Area(page, block.row, (left, y - block.height - 1, right, y + 1)))
            y -= block.height
        if footed:
            foot(canvas, page + 1, len(contents.pages), contents.languages)
        canvas.showPage()
    return areas


def contents_pdf(
    rows: Sequence[ContentsRow], *, title: Text, above: str, languages: Languages
) -> bytes:
    """Return contents that stand alone: they name documents and how many pages these have."""
    contents = layout(rows, title=title, above=above, languages=languages)
    numbers = [
        joined(Message("assembly.pages", {"pages": row.pages}), languages[:1]) if row.pages else ""
        for row in rows
    ]
    target = io.BytesIO()
    canvas = new_canvas(target)
    draw(canvas, contents, numbers, footed=True)
    canvas.save()
    return finished(target.getvalue(), title=joined(title, languages), languages=languages)


def _block(index: int, row: ContentsRow, languages: Languages) -> Block:
    indent = INDENT * min(max(row.depth - 1, 0), DEEPEST)
    width = style.TEXT_WIDTH - indent - NUMBER_WIDTH
    first = TOP_HEADING if row.heading and row.depth <= 1 else HEADING if row.heading else PLAIN
    said = in_each(row.label, languages)
    lines = [(first, line) for line in _wrapped(said[0], first, width)]
    notes = [*said[1:], *(in_each(row.note, languages) if row.note else ())]
    for note in notes:
        lines += [(SECOND, line) for line in _wrapped(note, SECOND, width)]
    before = 9.0 if first is TOP_HEADING else 5.0 if row.heading else 3.0
    height = sum(look.leading for look, _ in lines)
    return Block(index, indent, before, tuple(lines), height, row.heading)


def _wrapped(text: str, look: Look, width: float) -> list[str]:
    lines = simpleSplit(text, look.font, look.size, width)
    return [shortened(line, look.font, look.size, width) for line in lines] or [""]


def _pages(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    room = style.PAGE_HEIGHT - style.TOP - style.BOTTOM
    page: list[Block] = []
    left = room - HEAD_FIRST
    for index, block in enumerate(blocks):
        if page and _needed(blocks, index) > left:
            yield tuple(page)
            page, left = [], room - HEAD_LATER
        left -= block.height + (block.before if page else 0)
        page.append(block)
    yield tuple(page)


def _needed(blocks: Sequence[Block], index: int) -> float:
    """The height of a block, with the headings and the first document that must stay beneath it."""
    total = 0.0
    for block in blocks[index:]:
        total += block.before + block.height
        if not block.heading:
            break
    return min(total, style.PAGE_HEIGHT / 2)


def _head(canvas: Canvas, contents: Layout, *, first: bool) -> float:
    """Draw a page's heading and return where its rows begin."""
    y = style.PAGE_HEIGHT - style.TOP
    if first:
        title, *other = in_each(contents.title, contents.languages)
        _line(canvas, title, Look(style.SERIF_BOLD, 17, 0), y - 17)
        said = " – ".join([*other, contents.above])
        _line(canvas, said, Look(style.SERIF_ITALIC, 11, 0, quiet=True), y - 34)
    else:
        words = Message("assembly.continued", {"title": contents.title})
        title = joined(words, contents.languages)
        _line(canvas, title, Look(style.SANS, 9, 0, quiet=True), y - 9)
    line = y - (HEAD_FIRST - 20 if first else HEAD_LATER - 10)
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.6)
    canvas.line(style.LEFT, line, style.PAGE_WIDTH - style.RIGHT, line)
    return y - (HEAD_FIRST if first else HEAD_LATER)


def _line(canvas: Canvas, text: str, look: Look, y: float) -> None:
    canvas.setFillColor(style.QUIET if look.quiet else style.INK)
    canvas.setFont(look.font, look.size)
    canvas.drawString(style.LEFT, y, shortened(text, look.font, look.size, style.TEXT_WIDTH))


def _row(canvas: Canvas, block: Block, top: float, number: str) -> None:
    y = top
    last = max(index for index, (look, _) in enumerate(block.lines) if look is block.lines[0][0])
    for index, (look, line) in enumerate(block.lines):
        y -= look.leading
        baseline = y + look.leading - look.size
        canvas.setFillColor(style.QUIET if look.quiet else style.INK)
        canvas.setFont(look.font, look.size)
        left = style.LEFT + block.indent
        canvas.drawString(left, baseline, line)
        if index == last and number:
            right = style.PAGE_WIDTH - style.RIGHT
            canvas.drawRightString(right, baseline, number)
            start = left + style.width_of(line, look.font, look.size)
            _leader(canvas, start, right - style.width_of(number, look.font, look.size), baseline)


def _leader(canvas: Canvas, start: float, stop: float, y: float) -> None:
    """Dots on one grid for all rows, so that they stand in columns."""
    right = style.PAGE_WIDTH - style.RIGHT
    x = right - DOT_STEP * int((right - start - 5) / DOT_STEP)
    dots = max(0, math.ceil((stop - 5 - x) / DOT_STEP))
    line = canvas.beginText(x, y)
    line.setFont(style.SERIF, DOT_SIZE)
    line.setFillColor(style.QUIET)
    line.setCharSpace(DOT_STEP - style.width_of(".", style.SERIF, DOT_SIZE))
    line.textOut("." * dots)
    line.setCharSpace(0)
    canvas.drawText(line)
