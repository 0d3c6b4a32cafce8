"""The sheets that open and interleave a volume: cover and slip sheets."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.assembly import style
from dossier_studio.assembly.entry import Entry, PartPlan
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.wording import in_each, joined, long_date
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.host.messages import both, number

CENTRE = style.LEFT + style.TEXT_WIDTH / 2
LABEL = 62 * mm


def draw_cover(canvas: Canvas, part: PartPlan, about: Particulars, pages: int) -> None:
    """Draw the cover of a volume: what it is, of which product, by whom, and when."""
    column = _Column(canvas, about, style.PAGE_HEIGHT - 62 * mm)
    column.put(both(Message("assembly.cover.dossier")), style.SANS, 11)
    column.y -= 10 * mm
    column.put(Text(about.product, about.product), style.SERIF_BOLD, 26)
    column.y -= 4
    column.put(Text(about.form, about.form), style.SERIF, 14)
    column.rule(12 * mm)
    column.put(both(part.mark), style.SERIF_BOLD, 18)
    column.y -= 2
    column.put(part.title, style.SERIF, 16)
    _facts(canvas, part, about, pages)
    canvas.showPage()


def draw_slip(canvas: Canvas, entry: Entry, about: Particulars, original: str) -> None:
    """Draw the sheet that stands for a document whose pages are not bound."""
    column = _Column(canvas, about, style.PAGE_HEIGHT - 60 * mm)
    column.rule(8 * mm)
    column.put(both(Message("assembly.slip.heading")), style.SANS, 11)
    column.y -= 4 * mm
    column.put(entry.title, style.SERIF_BOLD, 18)
    column.rule(8 * mm)
    if entry.slip is not None:
        said = Message("assembly.slip.body", {"reason": entry.slip})
        column.put(both(said), style.SERIF, 13)
    column.y -= 4 * mm
    column.put(both(Message("assembly.slip.original", {"name": original})), style.SERIF, 13)
    canvas.showPage()


class _Column:
    """Centred lines, from `y` downwards."""

    def __init__(self, canvas: Canvas, about: Particulars, y: float) -> None:
        self.y = y
        self._canvas = canvas
        self._languages = about.languages

    def put(self, text: Text, font: str, size: float) -> None:
        """Write a text, the second language beneath it and smaller."""
        for index, said in enumerate(in_each(text, self._languages)):
            look, points = (style.SERIF_ITALIC, max(10.5, size * 0.6)) if index else (font, size)
            self._canvas.setFillColor(style.QUIET if index else style.INK)
            self._canvas.setFont(look, points)
            for line in simpleSplit(said, look, points, style.TEXT_WIDTH):
                self.y -= points * 1.25
                self._canvas.drawCentredString(CENTRE, self.y, line)

    def rule(self, room: float) -> None:
        """Draw a line with room above and beneath it."""
        self.y -= room
        self._canvas.setStrokeColor(style.RULE)
        self._canvas.setLineWidth(0.8)
        left, right = style.LEFT + 30 * mm, style.PAGE_WIDTH - style.RIGHT - 30 * mm
        self._canvas.line(left, self.y, right, self.y)
        self.y -= room


def _facts(canvas: Canvas, part: PartPlan, about: Particulars, pages: int) -> None:
    """Write the table at the foot of the cover, from its last row upwards."""
    filed: Words = long_date(about.filed) if about.filed else Message("assembly.cover.undated")
    rows: list[tuple[str, Words]] = [
        ("applicant", Text(about.applicant, about.applicant)),
        ("stage", about.stage or Text("", "")),
        ("sequence", Text(about.sequence, about.sequence)),
        ("filed", filed),
        ("documents", _number(len(part.entries), about)),
        ("part-pages", _number(pages, about)),
        ("rulebook", about.rulebook),
    ]
    canvas.setFillColor(style.INK)
    value_left = style.LEFT + LABEL + 8
    width = style.PAGE_WIDTH - style.RIGHT - value_left
    y = 40 * mm
    for key, value in reversed(rows):
        lines = simpleSplit(joined(value, about.languages), style.SERIF, 11, width)
        if not lines:
            continue
        for line in reversed(lines):
            canvas.setFont(style.SERIF, 11)
            canvas.setFillColor(style.INK)
            canvas.drawString(value_left, y, line)
            y += 15
        canvas.setFillColor(style.QUIET)
        label = joined(Message(f"assembly.field.{key}"), about.languages)
        canvas.drawString(style.LEFT, y - 15, label)
        y += 3


def _number(value: int, about: Particulars) -> Text:
    written = number(value, about.languages[0])
    return Text(written, written)
