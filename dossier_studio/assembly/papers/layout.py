"""Lays out what letters and statements consist of, as Indonesian companies send them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer
from typing_extensions import override

from dossier_studio.assembly import style
from dossier_studio.assembly.papers import columns
from dossier_studio.assembly.papers import text as wording
from dossier_studio.assembly.papers.filling import DOTS
from dossier_studio.assembly.papers.looks import looks
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.typeset import paragraph
from dossier_studio.assembly.wording import in_each, joined, long_date
from dossier_studio.core.text import Message

LABEL = 24 * mm
COLON = 4 * mm
DATE = 66 * mm
FIELD = 58 * mm
MARK = 8 * mm
SIGNATURE = 76 * mm
DUTY_STAMP = (30 * mm, 24 * mm)
LETTERS = 400
"""Letters of a value or a point beyond which it goes on in a row beneath it."""

ROOM = 22 * mm
"""Room for a signature where no stamp stands."""


def place_and_date(about: Particulars) -> str:
    """Return "Sidoarjo, 18 Januari 2027"; dots where either is unknown."""
    day = joined(long_date(about.filed), about.languages[:1]) if about.filed else DOTS
    return f"{columns.short(about.city) or DOTS}, {day}" if about.city or about.filed else DOTS


def reference(
    about: Particulars, heads: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[Flowable]:
    """Number, enclosures and subject, labelled; place and date at the right of the first."""
    look = looks()
    value = style.TEXT_WIDTH - LABEL - COLON - DATE
    for index, (head, said) in enumerate(heads):
        first = look.bold if head == "subject" else look.plain
        cells: list[Flowable] = [
            paragraph(columns.short(one), look.second_plain if at else first)
            for at, one in enumerate(said or (DOTS,))
        ]
        label = _label(about, head)
        if index:
            yield columns.bare([[*label, cells]], [LABEL, COLON, value + DATE])
        else:
            date = paragraph(place_and_date(about), look.right)
            yield columns.bare([[*label, cells, [date]]], [LABEL, COLON, value, DATE])
    yield Spacer(0, 13)


def _label(about: Particulars, head: str) -> list[list[Flowable]]:
    label = in_each(Message(f"assembly.paper.head.{head}"), about.languages)[0]
    return [_cell([label]), _cell([":"])]


def block(said: Sequence[wording.Block]) -> Iterator[Flowable]:
    """Lay out one block, in one language or in two that say the same."""
    match said[0]:
        case wording.Heading():
            yield from _heading([one for one in said if isinstance(one, wording.Heading)])
        case wording.Labels():
            yield from _labels([one for one in said if isinstance(one, wording.Labels)])
        case wording.Points():
            yield from _points([one for one in said if isinstance(one, wording.Points)])
        case wording.Quote() | wording.Paragraph():
            yield from _running(said)
        case wording.Parts():
            pass  # filled before it is laid out


def _running(said: Sequence[wording.Block]) -> Iterator[Flowable]:
    """A paragraph, its second language beneath it; a quotation is never said twice."""
    look = looks()
    quotes = dict.fromkeys(one.text for one in said if isinstance(one, wording.Quote))
    for text in quotes:
        yield paragraph(text, look.quoted)
    texts = [one.text for one in said if isinstance(one, wording.Paragraph)]
    first = look.followed if len(texts) > 1 else look.body
    for index, text in enumerate(texts):
        yield paragraph(text, look.second_body if index else first)


def _heading(said: Sequence[wording.Heading]) -> Iterator[Flowable]:
    look = looks()
    for index, one in enumerate(said):
        text = one.text if index else one.text.upper()
        yield paragraph(text, look.second_title if index else look.title)
    yield Spacer(0, 10)


def _labels(said: Sequence[wording.Labels]) -> Iterator[Flowable]:
    """Two columns; a second language stands beneath the first where it says something else."""
    rows: list[list[list[Flowable]]] = []
    for lines in zip(*(one.lines for one in said), strict=True):
        labels = dict.fromkeys(label for label, _, _ in lines)
        values = dict.fromkeys(value for _, value, _ in lines)
        cells = [_texts(labels), _texts([":"]), _texts(values)]
        rows += columns.running_on(cells, (LETTERS, LETTERS, LETTERS))
    if rows:
        table = columns.bare(rows, [FIELD, COLON, style.TEXT_WIDTH - FIELD - COLON - 8 * mm])
        table.hAlign = "CENTER"
        table.spaceAfter = 9
        yield table


def _texts(said: Iterable[str]) -> list[tuple[str, ParagraphStyle]]:
    look = looks()
    return [(one, look.second_plain if at else look.plain) for at, one in enumerate(said)]


def _cell(said: Iterable[str]) -> list[Flowable]:
    return [paragraph(columns.short(one), look) for one, look in _texts(said)]


def _points(said: Sequence[wording.Points]) -> Iterator[Flowable]:
    look = looks()
    for items in zip(*(one.items for one in said), strict=True):
        mark = items[0][0]
        texts = [
            (text, look.second_point if at else look.point) for at, (_, text) in enumerate(items)
        ]
        cells = [_texts(["–" if mark == "-" else mark]), texts]
        rows = list(columns.running_on(cells, (LETTERS, 2 * LETTERS)))
        row = columns.bare(rows, [MARK, style.TEXT_WIDTH - MARK])
        row.spaceAfter = 3
        yield row
    yield Spacer(0, 6)


def signature(
    about: Particulars, heads: Mapping[str, tuple[str, ...]], *, stamped: bool, dated: bool
) -> list[Flowable]:
    """Return the block of the signature at the right; `dated` puts place and date above it."""
    look = looks()
    lines: list[Flowable] = []
    if dated:
        lines.append(paragraph(place_and_date(about), look.plain))
    lines += _cell(heads.get("closing", ()))
    lines.append(paragraph(columns.short(about.applicant) or DOTS, look.bold))
    if stamped:
        words = joined(Message("assembly.letter.duty-stamp"), about.languages[:1])
        lines += [Spacer(0, 6), DutyStamp(words), Spacer(0, 6)]
    else:
        lines.append(Spacer(0, ROOM))
    name = (heads.get("signatory") or (DOTS,))[0]
    lines.append(Paragraph(f"<u>{escape(columns.short(name), quote=False)}</u>", look.name))
    lines += _cell(heads.get("position", ()))
    return [
        Spacer(0, 10),
        columns.bare([[[], lines]], [style.TEXT_WIDTH - SIGNATURE, SIGNATURE]),
    ]


class DutyStamp(Flowable):
    """Room for an e-meterai and the signature across it, marked by a dotted frame."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return DUTY_STAMP

    def draw(self) -> None:
        self.canv.setStrokeColor(style.RULE)
        self.canv.setDash(1, 2)
        self.canv.rect(0, 0, *DUTY_STAMP)
        self.canv.setFillColor(style.QUIET)
        self.canv.setFont(style.SANS, 7)
        self.canv.drawCentredString(DUTY_STAMP[0] / 2, DUTY_STAMP[1] / 2 - 2, self._words)
