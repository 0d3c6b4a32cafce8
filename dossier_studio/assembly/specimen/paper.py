"""The sheet beneath a sample document: letterhead, frame, running head, mark, page numbers."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from typing_extensions import override

from dossier_studio.assembly.specimen.emblem import logo
from dossier_studio.assembly.style import (
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_SIZE,
    PAGE_WIDTH,
    RIGHT,
    SANS,
    SANS_BOLD,
    SERIF,
    SERIF_BOLD,
    width_of,
)
from dossier_studio.core.text import Language

BOOKMARKED = 2
"""Documents longer than this many pages have bookmarks."""

MARKS = {Language.ID: "CONTOH", Language.EN: "SPECIMEN"}
PAGES = {Language.ID: ("Halaman", "dari"), Language.EN: ("Page", "of")}
QUIET = HexColor("#6b7278")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document's pages share: its title, head (from its wording), house and language."""

    title: str
    head: Mapping[str, Any]
    house: Mapping[str, Any]
    language: Language
    author: str


class Pages(Canvas):
    """A canvas that knows the number of all pages at the end, and bookmarks long documents."""

    def __init__(self, *arguments: object, **settings: object) -> None:
        super().__init__(*arguments, **settings)  # type: ignore[arg-type]  # passed through
        self.outlines: list[tuple[int, str, str]] = []

    def total(self) -> None:
        """Write the number of all pages here, in the current place, once it is known."""
        self.doForm("pages")

    @override
    def save(self) -> None:
        count = self.getPageNumber() - 1
        self.beginForm("pages", 0, -4, 40, 12)
        self.setFont(SANS, 8)
        self.setFillColor(QUIET)
        self.drawString(0, 0, str(count))
        self.endForm()
        if count > BOOKMARKED:
            lowest = -1
            for level, words, key in self.outlines:
                lowest = min(level, lowest + 1)
                self.addOutlineEntry(words, key, level=lowest, closed=level > 0)
            self.showOutline()
        super().save()


class Sheets(BaseDocTemplate):
    """The document that pours a story onto sheets."""

    @override
    def afterFlowable(self, flowable: Flowable) -> None:
        outline = getattr(flowable, "outline", None)
        if outline is None:
            return
        canvas = self.canv
        assert isinstance(canvas, Pages)  # the only maker that is given below
        key = f"h{len(canvas.outlines)}"
        canvas.bookmarkHorizontal(key, 0, flowable.height + 8)
        canvas.outlines.append((*outline, key))


def pour(story: Sequence[Flowable], sheet: Sheet) -> bytes:
    """Return the PDF of a story on its sheets."""
    target = io.BytesIO()
    layout = LAYOUTS[sheet.head.get("layout", "plain")]
    first, later = layout.tops

    def dress(draw: Callable[[Pages, Sheet], None]) -> Callable[[Canvas, BaseDocTemplate], None]:
        def page(canvas: Canvas, _: BaseDocTemplate) -> None:
            assert isinstance(canvas, Pages)  # the only maker that is given below
            _mark(canvas, sheet)
            canvas.saveState()
            draw(canvas, sheet)
            canvas.restoreState()

        return page

    document = Sheets(
        target, pagesize=PAGE_SIZE, invariant=1, pageCompression=1, title=sheet.title,
        author=sheet.author, subject=sheet.house["name"], creator="Dossier Studio",
        producer="Dossier Studio", lang=sheet.language.value, displayDocTitle=True,
        initialFontName=SERIF, initialFontSize=11,
    )  # fmt: skip
    document.addPageTemplates(
        [
            PageTemplate(
                "first", [_frame(first)], onPage=dress(layout.first), autoNextPageTemplate="later"
            ),
            PageTemplate("later", [_frame(later)], onPage=dress(layout.later)),
        ]
    )
    document.build(list(story), canvasmaker=Pages)
    return target.getvalue()


def text_width() -> float:
    """Return the width of the text in points."""
    return PAGE_WIDTH - LEFT - RIGHT


def _frame(top: float) -> Frame:
    return Frame(
        LEFT, 22 * mm, text_width(), PAGE_HEIGHT - top - 22 * mm,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip


def _mark(canvas: Canvas, sheet: Sheet) -> None:
    """Lay the word for "specimen" across the page, beneath everything else."""
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.setFillColor(Color(0.957, 0.96, 0.963))
    canvas.setFont(SANS_BOLD, 84)
    canvas.drawCentredString(0, -34, MARKS[sheet.language])
    canvas.restoreState()


def _number(canvas: Pages, sheet: Sheet, *, left: str = "") -> None:
    page, of = PAGES[sheet.language]
    canvas.setFont(SANS, 8)
    canvas.setFillColor(QUIET)
    canvas.drawString(LEFT, 12 * mm, left)
    right = PAGE_WIDTH - RIGHT - 14
    canvas.drawRightString(right, 12 * mm, f"{page} {canvas.getPageNumber()} {of} ")
    canvas.translate(right, 12 * mm)
    canvas.total()


def _plain(canvas: Pages, sheet: Sheet) -> None:
    _number(canvas, sheet, left=sheet.head.get("foot", ""))


def _letterhead(canvas: Pages, sheet: Sheet) -> None:
    house = sheet.house
    colour = HexColor(house.get("colour", "#1d3557"))
    top = PAGE_HEIGHT - 16 * mm
    logo(canvas, house, (LEFT + 19, top - 19), 19)
    canvas.setFillColor(colour)
    canvas.setFont(SANS_BOLD, 15)
    canvas.drawString(LEFT + 48, top - 14, house["name"])
    canvas.setFillColor(QUIET)
    canvas.setFont(SANS, 8)
    for line, words in enumerate(house.get("address", ())):
        canvas.drawString(LEFT + 48, top - 26 - 10 * line, words)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.6)
    canvas.line(LEFT, top - 52, PAGE_WIDTH - RIGHT, top - 52)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, top - 54.5, PAGE_WIDTH - RIGHT, top - 54.5)
    _number(canvas, sheet, left=sheet.head.get("foot", ""))


def _running(canvas: Pages, sheet: Sheet) -> None:
    canvas.setFont(SANS, 8)
    canvas.setFillColor(QUIET)
    y = PAGE_HEIGHT - 15 * mm
    canvas.drawString(LEFT, y, sheet.house["name"])
    canvas.drawRightString(PAGE_WIDTH - RIGHT, y, sheet.head.get("code", ""))
    canvas.setLineWidth(0.4)
    canvas.setStrokeColor(HexColor("#b9c0c7"))
    canvas.line(LEFT, y - 4, PAGE_WIDTH - RIGHT, y - 4)
    _number(canvas, sheet, left=sheet.head.get("foot", ""))


def _certificate(canvas: Pages, sheet: Sheet) -> None:
    """Draw a double frame with corners, the emblem of the authority and its name."""
    house = sheet.house
    colour = HexColor(house.get("colour", "#7a5c1e"))
    edge, inner = 11 * mm, 13 * mm
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(2)
    canvas.rect(edge, edge, PAGE_WIDTH - 2 * edge, PAGE_HEIGHT - 2 * edge)
    canvas.setLineWidth(0.5)
    canvas.rect(inner, inner, PAGE_WIDTH - 2 * inner, PAGE_HEIGHT - 2 * inner)
    for x in (inner, PAGE_WIDTH - inner):
        for y in (inner, PAGE_HEIGHT - inner):
            canvas.setFillColor(white)
            canvas.circle(x, y, 9, fill=1)
            canvas.circle(x, y, 5)
    if canvas.getPageNumber() == 1:
        middle = LEFT + text_width() / 2
        logo(canvas, house, (middle, PAGE_HEIGHT - 34 * mm), 24)
        canvas.setFillColor(INK)
        canvas.setFont(SERIF_BOLD, 13)
        for line, words in enumerate(house.get("banner", (house["name"],))):
            canvas.drawCentredString(middle, PAGE_HEIGHT - 47 * mm - 16 * line, words)
    canvas.translate(0, 4 * mm)
    _number(canvas, sheet, left=sheet.head.get("code", ""))


def _report(canvas: Pages, sheet: Sheet) -> None:
    """Draw the boxed head of a controlled document: company, title, number and revision."""
    house, head = sheet.house, sheet.head
    top, high, width = PAGE_HEIGHT - 14 * mm, 46.0, text_width()
    first, last = 112.0, 138.0
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(white)
    canvas.rect(LEFT, top - high, width, high)
    canvas.line(LEFT + first, top, LEFT + first, top - high)
    canvas.line(LEFT + width - last, top, LEFT + width - last, top - high)
    logo(canvas, house, (LEFT + 18, top - high / 2), 12)
    _boxed(canvas, house["name"], (LEFT + 34, top - high / 2), width=first - 38, size=8.5)
    _boxed(
        canvas, head.get("heading", sheet.title), (LEFT + first + 6, top - high / 2),
        width=width - first - last - 12, size=9.5,
    )  # fmt: skip
    left = LEFT + width - last
    rows = [("No." if sheet.language is Language.EN else "No. Dok.", head.get("code", ""))]
    rows += [tuple(row) for row in head.get("control", ())]
    step = high / max(len(rows), 1)
    canvas.setLineWidth(0.4)
    for line, (name, value) in enumerate(rows):
        y = top - step * (line + 1)
        if line < len(rows) - 1:
            canvas.line(left, y, left + last, y)
        canvas.setFillColor(INK)
        canvas.setFont(SANS, 7.5)
        canvas.drawString(left + 4, y + step / 2 - 2.6, name)
        _squeezed(canvas, value, (left + 50, y + step / 2 - 2.6), last - 54)
    _number(canvas, sheet, left=head.get("foot", ""))


def _leaflet(canvas: Pages, sheet: Sheet) -> None:
    colour = HexColor(sheet.head.get("colour", sheet.house.get("colour", "#1d3557")))
    canvas.setFillColor(colour)
    canvas.rect(LEFT, PAGE_HEIGHT - 38 * mm, text_width(), 20 * mm, fill=1, stroke=0)
    canvas.setFillColor(white)
    canvas.setFont(SANS_BOLD, 19)
    canvas.drawString(LEFT + 12, PAGE_HEIGHT - 28 * mm, sheet.head.get("brand", ""))
    canvas.setFont(SANS, 10)
    canvas.drawString(LEFT + 12, PAGE_HEIGHT - 34 * mm, sheet.head.get("line", ""))
    _number(canvas, sheet, left=sheet.head.get("foot", ""))


def _boxed(
    canvas: Canvas, words: str, place: tuple[float, float], *, width: float, size: float
) -> None:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, SANS_BOLD, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    canvas.setFont(SANS_BOLD, size)
    canvas.setFillColor(INK)
    leading = size * 1.2
    y = place[1] + leading * (len(lines) / 2 - 0.8)
    for line in lines:
        canvas.drawString(place[0], y, line)
        y -= leading


def _squeezed(canvas: Canvas, words: str, place: tuple[float, float], width: float) -> None:
    size = min(7.5, 7.5 * width / max(width_of(words, SANS_BOLD, 7.5), 1))
    canvas.setFont(SANS_BOLD, size)
    canvas.drawString(*place, words)


@dataclass(frozen=True, slots=True)
class Layout:
    """What is drawn on the first and the later pages, and how far down their text begins."""

    first: Callable[[Pages, Sheet], None]
    later: Callable[[Pages, Sheet], None]
    tops: tuple[float, float]


LAYOUTS = {
    "plain": Layout(_plain, _plain, (22 * mm, 22 * mm)),
    "letter": Layout(_letterhead, _running, (42 * mm, 25 * mm)),
    "certificate": Layout(_certificate, _certificate, (62 * mm, 26 * mm)),
    "report": Layout(_report, _report, (36 * mm, 36 * mm)),
    "study": Layout(_plain, _running, (30 * mm, 25 * mm)),
    "leaflet": Layout(_leaflet, _running, (44 * mm, 25 * mm)),
}
