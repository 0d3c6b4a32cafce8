"""The checklist as a spreadsheet: every line, in words, in one language, and nothing computed."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Decision,
    DecisionKind,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    Record,
    RecordKind,
)
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Language
from dossier_studio.export.checklist_sheet import COLUMNS, checklist_sheet
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Need

BOOK = rulebook("id.bpom.drug")
EVIL = '=HYPERLINK("http://contoh.example";"CPOB")'
SAID = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "filing_date": "2026-03-16",
    "product_name": "Parasetamol",
}


def filed(name: str = "@Contoh 500 mg") -> tuple[Dossier, Checklist]:
    records: dict[Key, Record] = {IDENTITY: Identity(name, BOOK.id, BOOK.version)}
    records |= {Key(RecordKind.ANSWER, fact): Answer(value) for fact, value in SAID.items()}
    for number, file in enumerate((EVIL, "+1\x01-2.pdf")):
        key = DocumentKey(f"D000{number}")
        place, digest = Place("A08"), Digest(f"{number}" * 64)
        records[Key(RecordKind.DOCUMENT, key)] = Document(key, place, number, file, digest, 1)
    records[Key(RecordKind.DECISION, "A07")] = Decision(
        DecisionKind.EXCUSED, "=SUM(A1)", "Sari", "2026-03-10T02:00:00Z"
    )
    dossier = Dossier(records)
    return dossier, checklist(BOOK, dossier.answers, dossier)


def read(content: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def lines(sheet: Worksheet) -> dict[str, list[str]]:
    """Return the texts of each line of the checklist by its id."""
    found = {}
    begun = False
    for row in sheet.iter_rows(values_only=True):
        texts = ["" if value is None else str(value) for value in row]
        if begun:
            found[texts[0]] = texts
        begun = begun or all(texts)
    return found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ID, ("Persyaratan", "terpenuhi", "diberi alasan", "tidak diminta")),
        (Language.EN, ("Requirement", "met", "excused", "not asked for")),
    ],
)
def test_every_line_is_there_in_words(language: Language, words: tuple[str, ...]) -> None:
    dossier, asked = filed()
    sheet = read(checklist_sheet(BOOK, dossier, asked, language))
    found = lines(sheet)
    assert list(found) == [line.id for line in asked.lines]
    assert found["A08"][1] == BOOK.requirements["A08"].title.say(language)
    assert found["A08"][4] == words[1]
    assert found["A07"][4] == words[2]
    unneeded = next(line for line in asked.lines if line.need is Need.NOT_NEEDED)
    assert found[unneeded.id][3] == words[3]
    undecided = next(line for line in asked.lines if line.asks)
    assert BOOK.facts[undecided.asks[0]].title.say(language) in found[undecided.id][6]
    assert all(texts[5] and texts[8] for texts in found.values())
    assert sum(bool(texts[7]) for texts in found.values()) > len(found) / 2
    assert not [text for texts in found.values() for text in texts if "assembly." in text]


def test_nothing_is_ever_computed() -> None:
    dossier, asked = filed()
    sheet = read(checklist_sheet(BOOK, dossier, asked, Language.ID))
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    risky = [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value or "").startswith(("=", "+", "-", "@"))
    ]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    files = lines(sheet)["A08"][9]
    assert files == f"{EVIL}\n+1-2.pdf"
    with zipfile.ZipFile(io.BytesIO(checklist_sheet(BOOK, dossier, asked, Language.ID))) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)


def test_it_is_ready_to_be_read_filtered_and_printed() -> None:
    dossier, asked = filed()
    sheet = read(checklist_sheet(BOOK, dossier, asked, Language.ID))
    head = next(
        number
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        if all(row[: len(COLUMNS)])
    )
    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.auto_filter.ref == f"A{head}:J{head + len(asked.lines)}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${head}:${head}"
    assert str(sheet["A1"].value).endswith("@Contoh 500 mg")


def test_the_same_dossier_gives_the_same_bytes() -> None:
    dossier, asked = filed()
    content = checklist_sheet(BOOK, dossier, asked, Language.EN)
    assert checklist_sheet(BOOK, dossier, asked, Language.EN) == content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert book.testzip() is None
        core = book.read("docProps/core.xml").decode()
    assert core.count("2026-03-16T00:00:00Z") == 2


def test_answers_alone_have_a_sheet_too() -> None:
    asked = checklist(BOOK, SAID)
    nobody = Dossier({IDENTITY: Identity("", BOOK.id, BOOK.version)})
    found = lines(read(checklist_sheet(BOOK, nobody, asked, Language.ID)))
    assert len(found) == len(asked.lines)
    assert {texts[4] for texts in found.values()} == {""}
