"""Tables of papers: columns as wide as what stands in them, rows that may go on overleaf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, TableStyle

from dossier_studio.assembly import style
from dossier_studio.assembly.typeset import paragraph

PADDING = 4.0
WIDEST = 46 * mm
"""No column claims more for itself than this; longer text goes on several lines."""

TALLEST = 24
"""Lines that a cell may hold; what is longer goes on in the row beneath it."""

SHORT, SHORT_LINES = 160, 6
"""Letters and lines of a name, a place or a subject; a person's own are far shorter."""

Line = tuple[str, tuple[int, int], tuple[int, int], float, Color]


def natural(texts: Sequence[str], font: str, size: float) -> tuple[float, float]:
    """Return how wide a column must be for its longest word, and would be on one line."""
    words = [word for text in texts for word in text.split()]
    lines = [line for text in texts for line in text.splitlines()]
    least = max((style.width_of(word, font, size) for word in words), default=0.0)
    whole = max((style.width_of(line, font, size) for line in lines), default=0.0)
    return min(least, WIDEST) + 2 * PADDING, min(whole, WIDEST) + 2 * PADDING


def fitted(wanted: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Return widths that fill the room: what each must have, then by what each would like."""
    least, whole = [one for one, _ in wanted], [one for _, one in wanted]
    if sum(whole) <= room:
        return [one * room / sum(whole) for one in whole]
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    share = (room - sum(least)) / (sum(whole) - sum(least))
    return [few + (many - few) * share for few, many in zip(least, whole, strict=True)]


def table(
    rows: Sequence[Sequence[Sequence[Flowable]]],
    widths: Sequence[float],
    *,
    lines: Sequence[Line] = (),
    padding: float = PADDING,
    wash: bool = False,
    heads: int = 0,
) -> LongTable:
    """Return a table whose cells stand at the top; no row is split between two pages."""
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), style.SERIF),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), padding),
            ("RIGHTPADDING", (0, 0), (-1, -1), padding),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )
    if wash:
        look.add("BACKGROUND", (0, 0), (-1, max(heads - 1, 0)), style.WASH)
    for line in lines:
        look.add(*line)
    return LongTable(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=heads,
        hAlign="LEFT",
        style=look,
    )


def short(text: str) -> str:
    """Return a text that must stand in one place, such as a name, cut where it is far too long."""
    lines = text.splitlines()[:SHORT_LINES]
    kept = "\n".join(lines)
    return kept if len(kept) <= SHORT else f"{kept[:SHORT]}…"


def pieces(text: str, letters: int) -> list[str]:
    """Return a text in pieces that a cell can hold, of so many letters and a few lines each."""
    found, piece, lines = [], "", 0
    for word in re.findall(r"\S+\s*|\s+", text):
        for part in (word[at : at + letters] for at in range(0, len(word), letters)):
            if piece and (len(piece) + len(part) > letters or lines >= TALLEST):
                found.append(piece.strip())
                piece, lines = "", 0
            piece += part
            lines += part.count("\n")
    return [*found, piece.strip()]


def running_on(
    cells: Sequence[Sequence[tuple[str, ParagraphStyle]]], letters: Sequence[int]
) -> Iterator[list[list[Flowable]]]:
    """Yield the rows that one row takes: a cell too tall for a page goes on in the next.

    A cell is texts with their looks, one beneath the other; `letters` is what fits each column.
    """
    waiting = [
        [(piece, look) for text, look in cell for piece in pieces(text, most)]
        for cell, most in zip(cells, letters, strict=True)
    ]
    while any(waiting):
        row: list[list[Flowable]] = []
        for at, (cell, whole) in enumerate(zip(waiting, cells, strict=True)):
            count = len(whole) if len(cell) == len(whole) else 1
            row.append([paragraph(text, look) for text, look in cell[:count]])
            waiting[at] = cell[count:]
        yield row


def bare(rows: Sequence[Sequence[Sequence[Flowable]]], widths: Sequence[float]) -> Flowable:
    """Return rows without lines or padding."""
    laid_out = table(rows, widths, padding=0)
    laid_out.setStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)])
    return laid_out
