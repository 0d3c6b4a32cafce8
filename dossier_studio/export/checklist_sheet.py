"""The checklist as a spreadsheet to send round: every line, its standing, reason and source.

Texts stay texts: nothing that a person has typed is ever computed by the program that opens it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Language, Message, Text, Words
from dossier_studio.host.messages import say
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.rulebook import Need, Rulebook
from dossier_studio.law.standing import SETTLED

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS: Sequence[tuple[str, int]] = (
    ("line", 16),
    ("requirement", 46),
    ("sections", 14),
    ("need", 16),
    ("standing", 18),
    ("because", 46),
    ("questions", 30),
    ("source", 40),
    ("confidence", 14),
    ("files", 34),
)
"""The columns in their order, and how wide each is in letters."""

SHORT = 12
"""Letters that fit even the narrowest column; longer text goes on several lines."""

LONGEST = 32_000
"""Letters of a cell; Excel takes 32,767."""

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_EPOCH = date(2000, 1, 1)
_INK, _WASH = "1B1F24", "EEF1F4"
_GOOD, _OPEN, _QUIET = "1A6E3C", "A33C12", "5B6570"


def checklist_sheet(
    rulebook: Rulebook, dossier: Dossier, checklist: Checklist, language: Language
) -> bytes:
    """Return the checklist as an .xlsx file, the same bytes for the same dossier."""
    from openpyxl import Workbook  # slow to import

    book = Workbook(write_only=True)
    # The stubs leave out what a sheet that is only written has in common with any other.
    sheet = cast("Worksheet", book.create_sheet(_title(language)))
    top = list(_top(rulebook, dossier, checklist, language))
    _dress(sheet, head=len(top) + 1, last=len(top) + 1 + len(checklist.lines))
    for words in top:
        sheet.append([_cell(sheet, words, bold=words is top[0], wrapped=False)])
    heads = [say(Message(f"export.sheet.{name}"), language) for name, _ in COLUMNS]
    sheet.append([_cell(sheet, text, bold=True, fill=True) for text in heads])
    names = {str(one.key): one.name for one in dossier.documents}
    for line in checklist.lines:
        sheet.append(list(_row(sheet, rulebook, line, names=names, language=language)))
    book.properties.creator = "Dossier Studio"
    book.properties.title = top[0]
    target = io.BytesIO()
    book.save(target)
    return _settled(target.getvalue(), dossier.answers.get("filing_date", ""))


def _title(language: Language) -> str:
    return say(Message("assembly.report.checklist"), language)


def _top(
    rulebook: Rulebook, dossier: Dossier, checklist: Checklist, language: Language
) -> Iterator[str]:
    """What stands above the lines: what this is, of which product, and what is said of it all."""
    yield " – ".join(one for one in (_title(language), dossier.identity.name) if one)
    yield f"{rulebook.title.say(language)} {checklist.version}"
    rows = [line for line in checklist.lines if not line.parent]
    counts: dict[str, int] = {
        "required": sum(line.need is Need.REQUIRED for line in rows),
        "undecided": sum(line.need is Need.UNDECIDED for line in rows),
        "not_needed": sum(line.need is Need.NOT_NEEDED for line in rows),
    }
    yield say(Message("assembly.report.needs", counts), language)
    for notice in checklist.notices:
        yield notice.say(language)
    for stop in checklist.stops:
        yield stop.title.say(language)


def _row(
    sheet: Worksheet,
    rulebook: Rulebook,
    line: Line,
    *,
    names: Mapping[str, str],
    language: Language,
) -> Iterator[Cell]:
    standing: Words = Text("", "")
    if line.standing is not None and line.need is not Need.NOT_NEEDED:
        standing = Message(f"assembly.standing.{line.standing}")
    texts = {
        "line": line.id,
        "requirement": ("   " if line.parent else "") + line.title.say(language),
        "sections": ", ".join(line.sections),
        "need": say(Message(f"assembly.need.{line.need}"), language),
        "standing": say(standing, language),
        "because": say(line.because, language),
        "questions": "; ".join(rulebook.facts[name].title.say(language) for name in line.asks),
        "source": "; ".join(one.words.say(language) for one in line.citations),
        "confidence": say(Message(f"assembly.confidence.{line.confidence}"), language),
        "files": "\n".join(names.get(key, key) for key in line.documents),
    }
    colour = _colour(line)
    for name, _ in COLUMNS:
        marked = name in {"need", "standing"}
        quiet = line.need is Need.NOT_NEEDED
        yield _cell(
            sheet,
            texts[name],
            bold=name == "requirement" and not line.parent and not quiet,
            colour=colour if marked else _QUIET if quiet else _INK,
        )


def _colour(line: Line) -> str:
    if line.need is Need.NOT_NEEDED:
        return _QUIET
    return _GOOD if line.standing in SETTLED else _OPEN


def _cell(
    sheet: Worksheet,
    text: str,
    *,
    bold: bool = False,
    fill: bool = False,
    wrapped: bool = True,
    colour: str = _INK,
) -> Cell:
    """Return a cell that holds a text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = WriteOnlyCell(sheet)
    plain = _BAD.sub("", text)[:LONGEST]
    cell.value = plain
    cell.data_type = "s"  # else a text such as "=1+1" would be a formula
    if plain.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True  # and stay a text when somebody edits it
    cell.font = Font(name="Calibri", size=11, bold=bold, color=colour)
    cell.alignment = Alignment(vertical="top", wrap_text=wrapped and len(plain) > SHORT)
    if fill:
        cell.fill = PatternFill("solid", fgColor=_WASH)
    return cell


def _dress(sheet: Worksheet, *, head: int, last: int) -> None:
    """Set widths, the frozen head, the filter, and how it prints, before any row is written."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    final = get_column_letter(len(COLUMNS))
    sheet.freeze_panes = f"C{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{final}{max(last, head)}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&P / &N"


def _settled(data: bytes, filing_date: str) -> bytes:
    """Return the file without the clock: members in order, one date, created when it is filed."""
    try:
        day = date.fromisoformat(filing_date)
    except ValueError:
        day = _EPOCH
    moment = datetime(day.year, day.month, day.day).isoformat().encode() + b"Z"
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as written,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as settled,
    ):
        for name in sorted(written.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            content = written.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", content)
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            settled.writestr(member, content)
    return target.getvalue()
