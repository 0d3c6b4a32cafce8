"""Changes to an approved product: their category, and the documents that they touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.law import load
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Need, Rulebook
from dossier_studio.law.variations import variation
from tests.law.test_rulebook_mistakes import DRUG as TEXT
from tests.law.test_rulebook_mistakes import written

DRUG, TRADITIONAL = rulebook("id.bpom.drug"), rulebook("id.bpom.traditional")


def categories(codes: str, book: Rulebook = DRUG, **answers: str) -> list[str]:
    return [one.category for one in variation(book, codes, answers).filings]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("MaV-1", ["4C", "4Q"]),
        ("MiV-PA-3", ["5"]),
        ("MiV-N-1", ["6"]),
        ("MiV-N-1,MiV-N-5", ["6"]),
        ("MiV-N-1,MiV-PA-3", ["5"]),
        ("MiV-N-1,MaV-4,MiV-PA-3", ["4C", "4Q"]),
        ("MiV-PA-18", ["5", "6"]),
        ("MiV-PA-18,MiV-N-10", ["5", "6"]),
        ("MiV-PA-18,MiV-PA-31", ["5", "6"]),
        ("MiV-PA-18,MiV-PA-3", ["5"]),
    ],
)
def test_the_gravest_change_decides_the_category(codes: str, expected: list[str]) -> None:
    assert categories(codes) == expected


def test_the_answers_choose_among_what_is_possible() -> None:
    assert categories("MaV-4", category="4Q") == ["4Q"]
    other = variation(DRUG, "MaV-4", {"category": "6"})
    assert not other.fits
    assert [one.category for one in other.filings] == ["4C", "4Q"]


def test_documents_are_those_that_the_changes_touch() -> None:
    (filing,) = variation(DRUG, "MiV-N-6", {}).filings
    asked = {line.id for line in filing.checklist.lines if line.need is Need.REQUIRED}
    untouched = {line.id for line in filing.checklist.lines if line.need is Need.NOT_NEEDED}
    assert "T04" in asked  # manufacturer of the drug substance
    assert {"T08", "T13"} & untouched
    (unknown,) = variation(DRUG, "MiV-N-7", {}).filings
    open_ = {line.id for line in unknown.checklist.lines if line.need is Need.UNDECIDED}
    assert "T04" in open_  # what this change reaches was not found


def test_natural_medicines_by_class() -> None:
    assert categories("VM-01", TRADITIONAL) == ["OB-V1", "SK-V1", "OK-V1"]
    assert categories("VP-27,VN-01", TRADITIONAL) == ["OB-V2", "SK-V2", "OK-V2"]
    assert categories("VN-01", TRADITIONAL, kind="SK-V3") == ["SK-V3"]


def test_codes_are_marked_as_they_are() -> None:
    found = variation(DRUG, "MaV-17,MaV-4", {})
    assert [(one.code, one.known, one.confidence) for one in found.changes] == [
        ("MaV-17", False, Confidence.LOW),
        ("MaV-4", True, Confidence.LOW),
    ]


@pytest.mark.parametrize("codes", ["MaV-99", "", " , ", "mav-1"])
def test_codes_that_do_not_exist_are_refused(codes: str) -> None:
    with pytest.raises(WrongUse):
        variation(DRUG, codes, {})


def test_a_rulebook_without_changes_is_refused() -> None:
    with pytest.raises(WrongUse):
        variation(rulebook("id.bpom.ski"), "MaV-1", {})


def test_a_column_changed_in_the_data_changes_the_category(tmp_path: Path) -> None:
    right = '<change code="MiV-N-1" columns="6"'
    assert right in TEXT
    book = load.load(written(tmp_path, TEXT.replace(right, right.replace('"6"', '"5"'))))
    assert categories("MiV-N-1", book) == ["5"]
    _, mistakes = load.read(
        written(tmp_path, TEXT.replace('ladder columns="4C', 'ladder columns="4Z'))
    )
    assert mistakes
