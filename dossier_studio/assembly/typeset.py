"""Sets flowing text on A4 pages: "page x of y", no clock, the same bytes at every run."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from html import escape

import pikepdf
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)
from typing_extensions import override

from dossier_studio.assembly import style
from dossier_studio.assembly.wording import Languages, joined
from dossier_studio.core.text import Message

Draw = Callable[[Canvas], None]
"""Draws what stands outside the text of a page."""


def paragraph(text: str, look: ParagraphStyle) -> Paragraph:
    """Return a paragraph of plain text; nothing in it is read as markup."""
    return Paragraph(escape(text, quote=False).replace("\n", "<br/>"), look)


def new_canvas(target: io.BytesIO) -> Canvas:
    """Return an empty A4 canvas that knows our fonts and no clock."""
    style.register_fonts()
    return Canvas(
        target,
        pagesize=style.PAGE_SIZE,
        invariant=1,
        pageCompression=1,
        # Else every page would name Helvetica, which is not embedded.
        initialFontName=style.SERIF,  # type: ignore[arg-type]  # the stubs are wrong
    )


def typeset(
    story: Iterable[Flowable],
    *,
    title: str,
    languages: Languages,
    running: str = "",
    first_page: Draw | None = None,
) -> bytes:
    """Return a PDF of the story; `running` stands at the head of every page but the first."""
    style.register_fonts()
    target = io.BytesIO()
    frame = Frame(
        style.LEFT,
        style.BOTTOM,
        style.TEXT_WIDTH,
        style.PAGE_HEIGHT - style.TOP - style.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def dress(canvas: Canvas, _: BaseDocTemplate) -> None:
        if canvas.getPageNumber() == 1:
            if first_page is not None:
                first_page(canvas)
        elif running:
            _head(canvas, running)

    document = BaseDocTemplate(target, pagesize=style.PAGE_SIZE, invariant=1, pageCompression=1)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=dress)])
    document.build(list(story), canvasmaker=_numbered(languages))
    return finished(target.getvalue(), title=title, languages=languages)


def finished(drawn: bytes, *, title: str, languages: Languages) -> bytes:
    """Return a drawn PDF with its title and language, and without a date."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        pdf.trailer.Info = pdf.make_indirect(
            pikepdf.Dictionary(Title=pikepdf.String(title), Producer="Dossier Studio")
        )
        pdf.Root.Lang = pikepdf.String(languages[0].value)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        target = io.BytesIO()
        pdf.save(target, min_version="1.7", deterministic_id=True, linearize=True)
    return target.getvalue()


def _head(canvas: Canvas, running: str) -> None:
    top = style.PAGE_HEIGHT - style.TOP + 12
    canvas.saveState()
    canvas.setFont(style.SANS, 8)
    canvas.setFillColor(style.QUIET)
    canvas.drawString(style.LEFT, top, shortened(running, style.SANS, 8, style.TEXT_WIDTH))
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.5)
    canvas.line(style.LEFT, top - 5, style.PAGE_WIDTH - style.RIGHT, top - 5)
    canvas.restoreState()


def shortened(text: str, font: str, size: float, width: float) -> str:
    """Return a text cut with an ellipsis where it is wider than a line."""
    if style.width_of(text, font, size) <= width:
        return text
    while text and style.width_of(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _numbered(languages: Languages) -> type[Canvas]:
    class Numbered(Canvas):
        """Keeps every page until the number of all pages is known."""

        def __init__(self, *arguments: object, **settings: object) -> None:
            settings["initialFontName"] = style.SERIF
            super().__init__(*arguments, **settings)  # type: ignore[arg-type]  # passed through
            self._kept: list[dict[str, object]] = []

        @override
        def showPage(self) -> None:
            self._kept.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out

        @override
        def save(self) -> None:
            for number, page in enumerate(self._kept, 1):
                self.__dict__.update(page)
                foot(self, number, len(self._kept), languages)
                super().showPage()
            super().save()

    return Numbered


def foot(canvas: Canvas, number: int, total: int, languages: Languages) -> None:
    """Write "page x of y" at the foot of a page."""
    words = Message("assembly.page-of", {"page": number, "pages": total})
    canvas.setFont(style.SANS, 8)
    canvas.setFillColor(style.QUIET)
    canvas.drawCentredString(
        style.LEFT + style.TEXT_WIDTH / 2, style.BOTTOM / 2, joined(words, languages)
    )


class Rule(Flowable):
    """A line across the text, double under a letterhead."""

    def __init__(self, *, double: bool = False) -> None:
        super().__init__()
        self._double = double

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        return aW, 6

    def draw(self) -> None:
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(1.4 if self._double else 0.6)
        self.canv.line(0, 4, self.width, 4)
        if self._double:
            self.canv.setLineWidth(0.5)
            self.canv.line(0, 1.5, self.width, 1.5)


def grid(rows: Sequence[Sequence[object]], widths: Sequence[float]) -> Table:
    """Return a table without lines, its cells at the top and without padding."""
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        hAlign="LEFT",
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), style.SERIF),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ]
        ),
    )
