"""The draft of the half-year report: its period follows the months of the law's data."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from dossier_studio.core.dossier import IDENTITY, Answer, Dossier, Identity, Key, RecordKind
from dossier_studio.core.errors import WrongUse
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.workflow.half_year import half_year_report, period

ROW = deadlines().rows["DL-15"]


def dossier(book: str = "id.bpom.traditional", **answers: str) -> Dossier:
    said = {Key(RecordKind.ANSWER, name): Answer(text) for name, text in answers.items()}
    return Dossier({IDENTITY: Identity("Jamu", book, "2026.1"), **said})


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [("2027-01", "2026-07-01", "2026-12-31"), ("2027-07", "2027-01-01", "2027-06-30")],
)
def test_a_report_covers_the_half_year_before(month: str, first: str, last: str) -> None:
    found = period(ROW, date.fromisoformat(f"{month}-01"))
    assert [str(day) for day in found] == [first, last]


def test_the_draft_names_product_number_and_period() -> None:
    one = dossier(product_name="Jamu Sehat", ma_number="POM TI 123456789", package_language="en")
    data = half_year_report(one, date(2027, 1, 1))
    assert data == half_year_report(one, date(2027, 1, 1))
    with pypdfium2.PdfDocument(data) as pdf:
        said = " ".join(pdf[0].get_textpage().get_text_range().split())
    for words in ("Jamu Sehat", "POM TI 123456789", "1 July 2026 to 31 December 2026", "Draft"):
        assert words in said
    assert "{" not in said


def test_no_report_is_drafted_that_nobody_owes() -> None:
    with pytest.raises(WrongUse):
        half_year_report(dossier(), date(2027, 2, 1))
    with pytest.raises(WrongUse):
        half_year_report(dossier("id.bpom.drug"), date(2027, 1, 1))
