"""Paragraph styles of papers: 12-point serif, justified, a second language smaller and quieter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from dossier_studio.assembly import style


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles that papers add to those of all sheets; `second` ones say it in English."""

    title: ParagraphStyle
    second_title: ParagraphStyle
    plain: ParagraphStyle
    second_plain: ParagraphStyle
    bold: ParagraphStyle
    body: ParagraphStyle
    followed: ParagraphStyle
    second_body: ParagraphStyle
    point: ParagraphStyle
    second_point: ParagraphStyle
    quoted: ParagraphStyle
    right: ParagraphStyle
    name: ParagraphStyle
    box: ParagraphStyle
    band: ParagraphStyle
    second_band: ParagraphStyle
    field: ParagraphStyle
    second_field: ParagraphStyle
    value: ParagraphStyle
    head: ParagraphStyle
    second_head: ParagraphStyle
    cell: ParagraphStyle
    amount: ParagraphStyle


@cache
def looks() -> Looks:
    """Return the styles, with the fonts made known."""
    usual = style.styles()
    plain = ParagraphStyle("paper-plain", usual.plain, leading=15)
    bold = ParagraphStyle("paper-bold", usual.plain_bold, leading=15)
    second = ParagraphStyle("paper-second", usual.quiet, leading=12.5, spaceAfter=0)
    body = ParagraphStyle("paper-body", plain, alignment=TA_JUSTIFY, spaceAfter=7)
    value = ParagraphStyle("paper-value", usual.plain, fontSize=11, leading=13)
    cell = ParagraphStyle("paper-cell", usual.cell, fontSize=9.5, leading=11.5)
    return Looks(
        title=ParagraphStyle(
            "paper-title", usual.plain_bold, fontSize=14, leading=18, alignment=TA_CENTER
        ),
        second_title=ParagraphStyle("paper-title-2", second, alignment=TA_CENTER, fontSize=11.5),
        plain=plain,
        second_plain=second,
        bold=bold,
        body=body,
        followed=ParagraphStyle("paper-followed", body, spaceAfter=1),
        second_body=ParagraphStyle("paper-body-2", second, alignment=TA_JUSTIFY, spaceAfter=7),
        point=ParagraphStyle("paper-point", body, spaceAfter=0),
        second_point=ParagraphStyle("paper-point-2", second, alignment=TA_JUSTIFY),
        quoted=ParagraphStyle("paper-quoted", body, leftIndent=20, rightIndent=20),
        right=ParagraphStyle("paper-right", plain, alignment=TA_RIGHT),
        name=bold,
        box=ParagraphStyle("paper-box", usual.plain, fontSize=9.5, leading=12),
        band=ParagraphStyle("paper-band", usual.plain_bold, fontSize=11, leading=14),
        second_band=ParagraphStyle("paper-band-2", second, fontSize=9.5, leading=11.5),
        field=ParagraphStyle("paper-field", value),
        second_field=ParagraphStyle("paper-field-2", second, fontSize=9, leading=11),
        value=value,
        head=ParagraphStyle("paper-head", cell, fontName=style.SERIF_BOLD, fontSize=9),
        second_head=ParagraphStyle("paper-head-2", second, fontSize=8, leading=9.5),
        cell=cell,
        amount=ParagraphStyle("paper-amount", cell, alignment=TA_RIGHT),
    )
