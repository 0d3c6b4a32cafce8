"""Letters, contents and reports: what they say, on how many pages, and always the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from dossier_studio.assembly.contents import ContentsRow, contents_pdf, layout
from dossier_studio.assembly.particulars import Particulars, particulars
from dossier_studio.assembly.reports import Receipt, checklist_pdf, findings_pdf, receipt_pdf
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.finding import Coverage, Finding, Report, Severity
from dossier_studio.core.text import Language, Text
from dossier_studio.law.checklist import checklist
from dossier_studio.law.load import rulebook
from tests.assembly import oracle
from tests.assembly.dossiers import DRUG, Desk
from tests.assembly.volumes import ABOUT

ID, EN = (Language.ID,), (Language.EN,)
BOTH = (Language.ID, Language.EN)

REPORT = Report(
    findings=(
        Finding(
            "NV-05",
            Severity.WARNING,
            Text("Dua tautan tidak sampai.", "Two links lead nowhere."),
            Text("Perbaiki tautannya.", "Mend the links."),
            document="surat",
        ),
        Finding(
            "MISSING",
            Severity.ERROR,
            Text("Sertifikat CPOB belum ada.", "The GMP certificate is missing."),
            Text("Tambahkan berkasnya.", "Add the file."),
            requirement="A08",
            section="I.C.3",
        ),
    ),
    coverage=Coverage(passed=10, failed=2, not_run=1, not_applicable=4),
    complete=False,
)


def words(content: bytes, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    return " ".join(" ".join(oracle.text(path, index) for index in range(pages)).split())


def about(languages: tuple[Language, ...]) -> Particulars:
    return replace(ABOUT, languages=languages)


def a_checklist(languages: tuple[Language, ...]) -> bytes:
    dossier = Desk().dossier
    return checklist_pdf(checklist(rulebook(DRUG), dossier.answers, dossier), about(languages))


def a_report(languages: tuple[Language, ...]) -> bytes:
    return findings_pdf(REPORT, about(languages), {DocumentKey("surat"): "surat.pdf"})


def a_receipt(languages: tuple[Language, ...]) -> bytes:
    files = tuple((f"data/slots/01-a/{number}.pdf", number, "0" * 64) for number in range(80))
    return receipt_pdf(Receipt("Contoh-0000", 80, 412, "a1" * 32, True, files), about(languages))


def a_letter(languages: tuple[Language, ...]) -> bytes:
    said = "both" if len(languages) > 1 else languages[0].value
    desk = Desk(package_language=said, responsible_person="apt. Sari", letter_number="7/REG/2026")
    desk.excuse("A07", "Izin sedang diperbarui <segera> & terlampir.")
    (letter,) = [one for one in desk.plan().entries if one.document.key == "letter-A07"]
    assert letter.content is not None
    return letter.content


def some_contents(languages: tuple[Language, ...]) -> bytes:
    rows = [
        ContentsRow(Text(f"Baris {number}", f"Row {number}"), 2, pages=number + 1)
        for number in range(120)
    ]
    return contents_pdf(rows, title=Text("Isi", "What"), above="Contoh", languages=languages)


SHEETS = [a_checklist, a_report, a_receipt, a_letter, some_contents]


@pytest.mark.parametrize("languages", [ID, EN, BOTH])
@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_is_whole_and_the_same_every_time(
    sheet: Callable[[tuple[Language, ...]], bytes], languages: tuple[Language, ...], tmp_path: Path
) -> None:
    content = sheet(languages)
    assert sheet(languages) == content
    said = words(content, tmp_path)
    assert "assembly." not in said  # no sentence is missing from the catalogue
    assert "{" not in said
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        assert str(pdf.Root.Lang) == languages[0]
        assert not [key for key in pdf.docinfo if "Date" in key]
        total = len(pdf.pages)
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor
    for language in languages:
        last = {"id": f"Halaman {total} dari {total}", "en": f"Page {total} of {total}"}
        assert last[language] in said


def test_the_letter_says_who_what_and_why(tmp_path: Path) -> None:
    said = words(a_letter(BOTH), tmp_path)
    for part in (
        "PT Contoh Farma",
        "Bandung, 16 Maret 2026",
        "Kepala Badan Pengawas Obat dan Makanan",
        "7/REG/2026",
        "A07",
        "Izin sedang diperbarui <segera> & terlampir.",
        "apt. Sari",
        "Dengan hormat,",
        "Dear Sir or Madam,",
    ):
        assert part in said


def test_findings_put_errors_first_and_name_files(tmp_path: Path) -> None:
    said = words(a_report(ID), tmp_path)
    assert said.index("Sertifikat CPOB belum ada.") < said.index("Dua tautan tidak sampai.")
    assert "surat.pdf" in said
    assert "10 lulus, 2 tidak lulus, 1 tidak dijalankan, 4 tidak berlaku" in said
    assert "belum lengkap" in said


def test_the_receipt_names_every_file_and_the_journal(tmp_path: Path) -> None:
    said = words(a_receipt(EN), tmp_path)
    assert said.count("0" * 64) == 80
    assert "79.pdf" in said
    assert "a1" * 32 in said


def test_a_heading_is_never_the_last_line_of_a_contents_page() -> None:
    rows = []
    for number in range(200):
        rows.append(ContentsRow(Text(f"Bagian {number}", ""), 2, heading=True))
        rows.append(ContentsRow(Text(f"Dokumen {number} " * (number % 9 + 1), ""), 3))
    made = layout(rows, title=Text("Isi", ""), above="", languages=ID)
    assert len(made.pages) > 5
    assert [block.row for page in made.pages for block in page] == list(range(400))
    assert not [page for page in made.pages if page[-1].heading]


def test_particulars_come_from_the_answers_never_the_clock() -> None:
    found = particulars(rulebook(DRUG), Desk(package_language="both").dossier)
    assert found.product == "Parasetamol Contoh 500 mg"
    assert found.filed == date(2026, 3, 16)
    assert found.languages == BOTH
    assert particulars(rulebook(DRUG), Desk(filing_date="").dossier).filed is None
