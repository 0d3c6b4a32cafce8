"""The letter of justification for a document that is not handed in, laid out as in Indonesia."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer
from typing_extensions import override

from dossier_studio.assembly import style
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.typeset import Rule, grid, paragraph, typeset
from dossier_studio.assembly.wording import in_each, joined, long_date
from dossier_studio.core.dossier import Decision
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.law.checklist import Line

LABEL = 27 * mm
COLON = 4 * mm
DATE = 62 * mm
SIGNATURE = 78 * mm
DUTY_STAMP = (30 * mm, 24 * mm)
BLANK = "…" * 14


def justification(about: Particulars, line: Line, decision: Decision) -> bytes:
    """Return the letter that explains why one requirement is not met."""
    what = Text(f"{line.id} – {line.title.id}", f"{line.id} – {line.title.en}")
    subject = Message("assembly.letter.subject", {"document": what})
    story = [
        *_letterhead(about),
        *_reference(about, subject),
        *_said(about, Message("assembly.letter.addressee")),
        Spacer(0, 6),
        *_said(about, Message("assembly.letter.greeting")),
        *_said(about, _opening(about)),
        *_product(about),
        *_said(about, Message("assembly.letter.missing", {"document": what})),
        *_said(about, Message("assembly.letter.reason")),
        paragraph(decision.reason, style.styles().quoted),
        *_said(about, Message("assembly.letter.closing")),
        KeepTogether(list(_signature(about))),
    ]
    return typeset(story, title=joined(subject, about.languages), languages=about.languages)


def _letterhead(about: Particulars) -> Iterator[Flowable]:
    looks = style.styles()
    yield paragraph(about.applicant or BLANK, looks.letterhead)
    yield paragraph(" ".join(about.address.split()) or BLANK, looks.letterhead_address)
    yield Rule(double=True)
    yield Spacer(0, 12)


def _reference(about: Particulars, subject: Words) -> Iterator[Flowable]:
    """Number, enclosures and subject; place and date stand at the right of the first."""
    looks = style.styles()
    day = joined(long_date(about.filed), about.languages[:1]) if about.filed else BLANK
    place = f"{about.city}, {day}" if about.city else day
    value = style.TEXT_WIDTH - LABEL - COLON - DATE
    yield grid(
        [
            [
                *_labelled(about, "number"),
                paragraph(BLANK, looks.plain),
                paragraph(place, looks.right),
            ],
            [*_labelled(about, "enclosures"), paragraph("–", looks.plain), ""],
        ],
        [LABEL, COLON, value, DATE],
    )
    words = [
        paragraph(said, looks.quiet if index else looks.plain_bold)
        for index, said in enumerate(in_each(subject, about.languages))
    ]
    yield grid([[*_labelled(about, "about"), words]], [LABEL, COLON, value + DATE])
    yield Spacer(0, 16)


def _labelled(about: Particulars, key: str) -> list[Flowable]:
    looks = style.styles()
    label = in_each(Message(f"assembly.letter.{key}"), about.languages)[0]
    return [paragraph(label, looks.plain), paragraph(":", looks.plain)]


def _said(about: Particulars, words: Words) -> Iterator[Flowable]:
    """A paragraph in the first language, and in the second one beneath it, more quietly."""
    looks = style.styles()
    said = in_each(words, about.languages)
    first = looks.followed if len(said) > 1 else looks.body
    for index, one in enumerate(said):
        yield paragraph(one, looks.quiet if index else first)


def _opening(about: Particulars) -> Message:
    stage: Words = Message("assembly.letter.registration")
    if about.stage:
        stage = Text(about.stage.id.lower(), about.stage.en.lower())
    if about.letter:
        return Message("assembly.letter.opening-number", {"stage": stage, "number": about.letter})
    return Message("assembly.letter.opening", {"stage": stage})


def _product(about: Particulars) -> Iterator[Flowable]:
    looks = style.styles()
    rows = [
        ("product", about.product),
        ("form", about.form),
        ("applicant", about.applicant),
        ("sequence", about.sequence),
    ]
    yield grid(
        [
            [
                paragraph(joined(Message(f"assembly.field.{key}"), about.languages), looks.plain),
                paragraph(":", looks.plain),
                paragraph(value, looks.plain_bold if key == "product" else looks.plain),
            ]
            for key, value in rows
            if value
        ],
        [66 * mm, COLON, style.TEXT_WIDTH - 66 * mm - COLON],
    )
    yield Spacer(0, 8)


def _signature(about: Particulars) -> Iterator[Flowable]:
    looks = style.styles()
    block: list[Flowable] = [
        *(
            paragraph(said, looks.quiet if index else looks.plain)
            for index, said in enumerate(
                in_each(Message("assembly.letter.regards"), about.languages)
            )
        ),
        paragraph(about.applicant or BLANK, looks.plain_bold),
        Spacer(0, 6),
        DutyStamp(joined(Message("assembly.letter.duty-stamp"), about.languages[:1])),
        Spacer(0, 6),
        paragraph(about.signatory or BLANK, looks.underlined),
        paragraph(joined(Message("assembly.letter.signatory"), about.languages), looks.plain),
    ]
    yield Spacer(0, 10)
    yield grid([["", block]], [style.TEXT_WIDTH - SIGNATURE, SIGNATURE])


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
