"""Draws the documents of a sample dossier, the faulty ones included."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table, TableStyle

from dossier_studio.assembly.specimen.flow import Manner, Title, flow, manner, markup
from dossier_studio.assembly.specimen.markup import Wording, read
from dossier_studio.assembly.specimen.paper import Sheet, pour, text_width
from dossier_studio.assembly.specimen.sample import Planned, Sample, description, words_of
from dossier_studio.assembly.specimen.signature import Scribble
from dossier_studio.assembly.style import INK, register_fonts

PASSWORD = "rahasia-contoh"


@dataclass(frozen=True, slots=True)
class SpecimenFile:
    """A drawn document of a sample, and what the dossier shall know of it."""

    name: str
    content: bytes
    planned: Planned


def files(name: str) -> Iterator[SpecimenFile]:
    """Yield the documents of a sample in their order, each drawn when it is asked for."""
    sample = description(name)
    for planned in sample.documents:
        yield SpecimenFile(planned.file, drawn(sample, planned), planned)


def drawn(sample: Sample, planned: Planned) -> bytes:
    """Return the bytes of one document."""
    register_fonts()
    words = words_of(sample, planned)
    wording = read(planned.wording.read_text("utf-8"), words)
    house = sample.houses[wording.head.get("house", "applicant")]
    how = manner(wording.head, house, text_width())
    sheet = Sheet(planned.title, wording.head, house, planned.language, sample.person)
    story = [*_opening(wording, sheet, how), *flow(wording.blocks, how, house)]
    return SPOILT[planned.fault](_linearized(pour(story, sheet)))


def _opening(wording: Wording, sheet: Sheet, how: Manner) -> Iterator[Flowable]:
    """Yield what stands before the text: a title page, a title, the table of signatures."""
    head = wording.head
    if head.get("layout") == "study":
        yield from _title_page(sheet, how)
    elif head.get("layout") == "report":
        yield Title(sheet.title, _centred(how, 15), 1)
        if head.get("subtitle"):
            yield Paragraph(markup(head["subtitle"]), _centred(how, how.size, plain=True))
        if head.get("signoff"):
            yield _signoff(head["signoff"], how)
        yield Spacer(1, 8)


def _title_page(sheet: Sheet, how: Manner) -> Iterator[Flowable]:
    head = sheet.head
    yield Spacer(1, 40)
    yield Paragraph(markup(sheet.house["name"]), _centred(how, 13))
    yield Spacer(1, 70)
    yield Title(sheet.title, _centred(how, 19), 1)
    yield Spacer(1, 14)
    yield Paragraph(markup(head.get("subtitle", "")), _centred(how, 12.5, plain=True))
    yield Spacer(1, 50)
    style = ParagraphStyle("row", how.body, spaceAfter=0)
    rows = [[Paragraph(markup(cell), style) for cell in row] for row in head.get("control", ())]
    table = Table(rows, colWidths=[how.width * 0.36, how.width * 0.64])
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), how.face, how.size),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, INK),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    yield table
    if head.get("signoff"):
        yield Spacer(1, 24)
        yield _signoff(head["signoff"], how)
    yield PageBreak()


def _signoff(rows: list[list[str]], how: Manner) -> Table:
    """Return who prepared, checked and approved a document: what, name, office, date, signature."""
    style = ParagraphStyle("signoff", how.body, fontSize=9, leading=11, spaceAfter=0, alignment=0)
    cells: list[list[Any]] = [
        [*(Paragraph(markup(cell), style) for cell in row), Scribble(row[1])] for row in rows
    ]
    widths = [how.width * part for part in (0.19, 0.25, 0.24, 0.16, 0.16)]
    table = Table(cells, colWidths=widths, rowHeights=[32] * len(cells))
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), how.face, how.size),
                ("GRID", (0, 0), (-1, -1), 0.4, INK),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table


def _centred(how: Manner, size: float, *, plain: bool = False) -> ParagraphStyle:
    return ParagraphStyle(
        "centred-title",
        fontName=how.face if plain else how.bold,
        fontSize=size,
        leading=size * 1.3,
        alignment=TA_CENTER,
        textColor=INK,
        spaceAfter=6,
    )


def _linearized(content: bytes) -> bytes:
    """Arrange a file for fast viewing, so that a sound sample has not even an advice."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(target, linearize=True, deterministic_id=True)
    return target.getvalue()


def _encrypted(content: bytes) -> bytes:
    """Lock a file with a password, as an officer does who then forgets to say it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        # AES-256 draws random keys; the older cipher gives the same bytes every time.
        lock = pikepdf.Encryption(owner=PASSWORD, user=PASSWORD, R=4, aes=False, metadata=False)
        pdf.save(target, encryption=lock, deterministic_id=False, static_id=True)
    return target.getvalue()


def _truncated(content: bytes) -> bytes:
    """Cut a file off, as a download does that breaks."""
    return content[: len(content) * 3 // 5]


SPOILT: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "encrypted": _encrypted,
    "truncated": _truncated,
}
