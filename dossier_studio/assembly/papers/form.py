"""The registration form on paper: the authority's fields with the answers and tables in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from dossier_studio.assembly import style
from dossier_studio.assembly.papers import columns, letter
from dossier_studio.assembly.papers.filling import DOTS, chosen
from dossier_studio.assembly.papers.letter import PaperCase
from dossier_studio.assembly.papers.looks import looks
from dossier_studio.assembly.typeset import paragraph, typeset
from dossier_studio.assembly.wording import Languages, in_each, joined
from dossier_studio.core.text import Language, Message, Text, Words
from dossier_studio.host.messages import say
from dossier_studio.law.fact import Fact, FactType, typed
from dossier_studio.law.form import Form, FormBlank, FormField, FormRows, FormSection
from dossier_studio.law.table import Column, ColumnType, Table

REGISTRATION_FORM = "registration-form"

LABEL = 58 * mm
NUMBER = 8 * mm
BOX = (34 * mm, style.TEXT_WIDTH / 2 - 34 * mm)
TICKABLE = 6
"""A choice between at most so many answers shows them all, with the right one ticked."""

FIRST_ROWS = 52 * mm
"""A table begins on a page only where so much is left: its caption, its heads and a row."""

LETTERS, CELL = 500, 160
"""Letters of a value, and of a cell, beyond which it goes on in the row beneath it."""

Said = tuple[str, ParagraphStyle]

TICKED, OPEN = "■", "□"
NOTHING = "–"


def registration_form(case: PaperCase, form: Form) -> bytes:
    """Return a form as PDF; what it requires and nobody has answered stays a dotted line."""
    about = case.about
    title = joined(form.title, about.languages)
    story: list[Flowable] = [*_title(form, about.languages)]
    for section in form.sections:
        story += _section(case, section)
    story.append(KeepTogether(list(letter.ending(case, REGISTRATION_FORM))))
    heads = (columns.short(about.applicant), title, columns.short(about.product))
    running = " – ".join(head for head in heads if head)
    return typeset(story, title=title, languages=about.languages, running=running)


def _title(form: Form, languages: Languages) -> Iterator[Flowable]:
    look = looks()
    for index, one in enumerate(in_each(form.title, languages)):
        yield paragraph(one if index else one.upper(), look.second_title if index else look.title)
    yield Spacer(0, 8)


def _section(case: PaperCase, section: FormSection) -> Iterator[Flowable]:
    entries = list(section.asked(typed(case.rulebook.facts, case.dossier.answers)))
    manual = [entry for entry in entries if isinstance(entry, FormBlank)]
    if manual:
        yield paragraph(joined(section.title, case.about.languages), looks().head)
        yield Spacer(0, 2)
        yield _box(case, manual)
        yield Spacer(0, 8)
    pieces: list[Flowable] = []
    fields: list[tuple[Words, tuple[Words, ...], bool]] = []
    for entry in entries:
        if isinstance(entry, FormField):
            fields.append(_field(case, entry))
        elif isinstance(entry, FormRows):
            rows = [dict(row.values) for row in case.dossier.table(entry.table)]
            table = case.rulebook.tables[entry.table]
            if not rows:
                fields.append((table.title, (), entry.required))
                continue
            pieces += [_fields(case, fields)] if fields else []
            fields = []
            pieces += _rows(case, table, rows)
    pieces += [_fields(case, fields)] if fields else []
    if pieces:
        # The heading stays with the first of its pieces where both fit on a page.
        yield KeepTogether([_band(case, section), pieces[0]])
        yield from pieces[1:]
        yield Spacer(0, 8)


def _said(
    words: Iterable[Words], languages: Languages, first: ParagraphStyle, second: ParagraphStyle
) -> list[Said]:
    """The words in the first language, and beneath it in the second where it differs."""
    each = [in_each(one, languages) for one in words]
    lines = [", ".join(one[min(index, len(one) - 1)] for one in each) for index in (0, 1)]
    kept = dict.fromkeys(line for line in lines if line)
    return [(line, second if at else first) for at, line in enumerate(kept)]


def _drawn(said: Iterable[Said]) -> list[Flowable]:
    return [paragraph(text, look) for text, look in said]


def _box(case: PaperCase, blanks: Sequence[FormBlank]) -> Flowable:
    """What the authority fills in: a frame of two columns."""
    look, languages = looks(), case.about.languages
    rows: list[list[list[Flowable]]] = []
    for at in range(0, len(blanks), 2):
        row: list[list[Flowable]] = []
        for one in blanks[at : at + 2]:
            row.append(_drawn(_said([one.title], languages, look.box, look.second_head)))
            row.append([paragraph(f": {DOTS}", look.box)])
        rows.append([*row, *([[]] * (4 - len(row)))])
    edge: columns.Line = ("BOX", (0, 0), (-1, -1), 0.6, style.QUIET)
    label, dots = BOX
    widths = [label, dots, label, dots]
    return columns.table(rows, widths, lines=[edge])


def _band(case: PaperCase, section: FormSection) -> Flowable:
    look = looks()
    mark = f"{section.id}. " if section.id else ""
    said = in_each(section.title, case.about.languages)
    cell: list[Flowable] = [
        paragraph(one if at else f"{mark}{one}", look.second_band if at else look.band)
        for at, one in enumerate(said)
    ]
    return columns.table([[cell]], [style.TEXT_WIDTH], wash=True)


def _field(case: PaperCase, entry: FormField) -> tuple[Words, tuple[Words, ...], bool]:
    fact = case.rulebook.facts[entry.fact]
    answer = case.dossier.answers.get(entry.fact, "")
    return fact.title, _answer(fact, answer), entry.required


def _answer(fact: Fact, answer: str) -> tuple[Words, ...]:
    """Return an answer as the form shows it: few possible ones all, the right one ticked."""
    if fact.type is FactType.YES_NO:
        known: dict[str, Words] = {name: Message(f"law.answer.{name}") for name in ("yes", "no")}
        return (_ticks(known, answer),)
    if fact.type is FactType.CHOICE:
        titles: dict[str, Words] = {one.key: chosen(fact, one.key) for one in fact.values}
        if len(titles) <= TICKABLE:
            return (_ticks(titles, answer),)
        return (titles.get(answer, Text(answer, answer)),) if answer else ()
    return (Text(answer, answer),) if answer else ()


def _ticks(known: dict[str, Words], answer: str) -> Text:
    """Return a row of boxes; a box and its words stay on one line."""
    said = {}
    for language in Language:
        boxes = []
        for key, words in known.items():
            title = say(words, language)
            mark = TICKED if key == answer else OPEN
            boxes.append(f"{mark} {title[:1].upper()}{title[1:]}".replace(" ", "\u00a0"))
        said[language] = "\u00a0\u00a0 ".join(boxes)
    return Text(said[Language.ID], said[Language.EN])


def _fields(
    case: PaperCase, fields: Sequence[tuple[Words, tuple[Words, ...], bool]]
) -> Flowable:
    look, languages = looks(), case.about.languages
    rows: list[list[list[Flowable]]] = []
    for title, said, required in fields:
        label = _said([title], languages, look.field, look.second_field)
        value = _said(said, languages, look.value, look.second_field)
        missing = (DOTS if required else NOTHING, look.value)
        rows += columns.running_on([label, value or [missing]], (LETTERS, LETTERS))
    lines: list[columns.Line] = [("LINEBELOW", (0, 0), (-1, -1), 0.3, style.RULE)]
    return columns.table(rows, [LABEL, style.TEXT_WIDTH - LABEL], lines=lines)


def _rows(
    case: PaperCase, table: Table, rows: Sequence[dict[str, str]]
) -> Iterator[Flowable]:
    look, languages = looks(), case.about.languages
    used = [one for one in table.columns if one.required or any(row.get(one.id) for row in rows)]
    heads = [_drawn(_said([one.title], languages, look.head, look.second_head)) for one in used]
    body: list[list[list[Flowable]]] = []
    letters = [CELL] * (len(used) + 1)
    for number, row in enumerate(rows, start=1):
        cells = [[(f"{number}.", look.cell)], *(_cell(case, one, row) for one in used)]
        body += columns.running_on(cells, letters)
    wanted = [_width(case, one, rows) for one in used]
    widths = columns.fitted(wanted, style.TEXT_WIDTH - NUMBER)
    caption = _drawn(_said([table.title], languages, look.band, look.second_band))
    grid: columns.Line = ("GRID", (0, 0), (-1, -1), 0.4, style.RULE)
    laid_out = columns.table(
        [[[paragraph("No.", look.head)], *heads], *body],
        [NUMBER, *widths],
        lines=[grid],
        padding=3,
        wash=True,
        heads=1,
    )
    yield CondPageBreak(FIRST_ROWS)
    yield Spacer(0, 6)
    yield from caption
    yield Spacer(0, 3)
    yield laid_out
    yield Spacer(0, 6)


def _cell(case: PaperCase, column: Column, row: dict[str, str]) -> list[Said]:
    look, words = looks(), column.shown(row.get(column.id, ""))
    first = look.amount if column.type is ColumnType.DECIMAL else look.cell
    said = _said(words, case.about.languages, first, look.second_head)
    return said or [(DOTS[:4] if column.required else NOTHING, first)]


def _width(case: PaperCase, column: Column, rows: Sequence[dict[str, str]]) -> tuple[float, float]:
    look = looks()
    languages = case.about.languages
    title = [say(column.title, language) for language in languages]
    texts = [
        ", ".join(say(one, language) for one in column.shown(row.get(column.id, "")))
        for row in rows
        for language in languages
    ]
    head = columns.natural(title, look.head.fontName, look.head.fontSize)
    body = columns.natural(texts, look.cell.fontName, look.cell.fontSize)
    return max(head[0], body[0]), max(head[1], body[1])
