"""State fees: the table of the law file, unknown answers hide nothing, the own copy wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import fees
from dossier_studio.law.load import rulebook

DRUG, TRADITIONAL = "id.bpom.drug", "id.bpom.traditional"


def due(book: str, **answers: str) -> dict[str, fees.Charge]:
    schedule = fees.schedule(book)
    assert schedule is not None
    said = {name.rstrip("_"): value for name, value in answers.items()}
    return {one.fee.id: one for one in fees.charges(schedule, rulebook(book), said)}


def amounts(book: str, **answers: str) -> dict[str, int | None]:
    return {name: one.fee.idr for name, one in due(book, **answers).items()}


@pytest.mark.parametrize(
    ("class_", "ids", "expected"),
    [
        ("TM-J", "FT-01 FT-02 FT-03", [100_000, 15_000_000, 5_000_000]),
        ("TM-H", "FT-04 FT-05 FT-06", [100_000, 5_000_000, 2_500_000]),
        ("TM-F", "FT-07 FT-08 FT-09", [100_000, 10_000_000, 5_000_000]),
        ("SK", "FT-10 FT-11 FT-12", [100_000, 10_000_000, 5_000_000]),
    ],
)
def test_the_founding_table_of_fees(class_: str, ids: str, expected: list[int]) -> None:
    found = due(TRADITIONAL, class_=class_, origin="OR-I")
    assert [found[name].fee.idr for name in ids.split()] == expected
    first, *rest = (found[name] for name in ids.split())
    assert first.fee.inferred is (class_ != "TM-J")  # the spanned cell
    assert first.confidence is (Confidence.HIGH if class_ == "TM-J" else Confidence.LOW)
    assert not any(one.fee.inferred for one in rest)
    others = {"FT-01", "FT-04", "FT-07", "FT-10"} - set(ids.split())
    assert not others & found.keys()


SLIDES = {
    "FE-01": ({"kind": "OB-1", "dosage_form": "parem"}, 200_000),
    "FE-02": ({"kind": "OB-1", "dosage_form": "powder"}, 500_000),
    "FE-03": ({"kind": "OB-2"}, 100_000),
    "FE-04": ({"kind": "OB-2", "dosage_form": "granule"}, 500_000),
    "FE-05": ({"kind": "OB-2", "dosage_form": "tablet"}, 800_000),
    "FE-06": ({"kind": "SK-1"}, 5_000_000),
    "FE-07": ({"kind": "OB-9"}, 500_000),
    "FE-08": ({"kind": "SK-X"}, 5_000_000),
    "FE-09a": ({"kind": "OB-V1"}, 500_000),
    "FE-09b": ({"kind": "OB-V1"}, 800_000),
    "FE-09c": ({"kind": "OB-V1"}, 7_500_000),
    "FE-10a": ({"kind": "SK-V1"}, 2_000_000),
    "FE-10b": ({"kind": "SK-V1"}, 5_000_000),
    "FE-10c": ({"kind": "SK-V1"}, 15_000_000),
    "FE-11": ({"kind": "OK-V1"}, 1_000_000),
    "FE-12": ({"kind": "OB-V3"}, 100_000),
    "FE-13a": ({"kind": "OB-V2"}, 200_000),
    "FE-13b": ({"kind": "OK-V2"}, 500_000),
    "FE-13c": ({"kind": "SK-V2"}, 1_000_000),
}


@pytest.mark.parametrize(("name", "case"), SLIDES.items(), ids=SLIDES)
def test_the_fees_of_the_slides(name: str, case: tuple[dict[str, str], int]) -> None:
    answers, amount = case
    assert amounts(TRADITIONAL, **answers)[name] == amount
    other = "OB-7" if answers["kind"] != "OB-7" else "OB-8"
    assert name not in due(TRADITIONAL, kind=other)


def test_an_unknown_answer_never_hides_a_fee() -> None:
    for book in (DRUG, TRADITIONAL):
        schedule = fees.schedule(book)
        assert schedule is not None
        assert [one.id for one in schedule.fees] == list(due(book))
    found = due(DRUG)
    assert found["FD-b"].asks == ("category",)


def test_drug_fees_follow_the_category() -> None:
    new = amounts(DRUG, category="1N")
    assert new["FD-b"] == 30_000_000
    assert new["FD-d"] == 7_500_000
    assert new["FD-a"] is None  # not readable
    copy = amounts(DRUG, category="2X")
    assert copy == {"FD-a": None, "FD-e": 7_500_000, "FD-h": None}
    assert amounts(DRUG, category="2E") == {
        "FD-a": None, "FD-f": None, "FD-g": 7_500_000, "FD-i": None, "FD-j": None,
    }  # fmt: skip
    assert amounts(DRUG, category="7") == {"FD-renewal": None}
    assert amounts(DRUG, category="5") == {"FD-variation": None}


def test_fees_read_from_a_scan_are_of_medium_confidence() -> None:
    found = due(DRUG, category="1N")
    assert found["FD-b"].confidence is Confidence.MEDIUM
    assert found["FD-a"].confidence is Confidence.LOW
    assert all(one.fee.citations and one.fee.valid_from for one in found.values())


def test_a_fee_for_imports_is_doubted_for_domestic_products() -> None:
    imported = due(TRADITIONAL, class_="TM-H", origin="OR-I")["FT-05"]
    domestic = due(TRADITIONAL, class_="TM-H", origin="OR-L")["FT-05"]
    assert (imported.confidence, domestic.confidence) == (Confidence.HIGH, Confidence.LOW)
    assert len(domestic.notes) == len(imported.notes) + 1
    assert "FT-02" not in due(TRADITIONAL, class_="TM-J", origin="OR-L")
    assert due(TRADITIONAL, class_="TM-J", origin="OR-L")["FT-13"].fee.idr is None


def test_the_persons_own_fees_win(home: Path) -> None:
    name = "rules/bpom/fees-drug.xml"
    own = home / "data" / name
    own.parent.mkdir(parents=True)
    text = (paths.resources() / name).read_text(encoding="utf-8")
    assert 'idr="30000000"' in text
    own.write_text(text.replace('idr="30000000"', 'idr="31000000"'), encoding="utf-8")
    assert amounts(DRUG, category="1N")["FD-b"] == 31_000_000
    own.unlink()
    assert amounts(DRUG, category="1N")["FD-b"] == 30_000_000


def test_mistakes_of_a_fee_file_are_told_with_their_line(tmp_path: Path) -> None:
    text = (paths.resources() / "rules/bpom/fees-drug.xml").read_text(encoding="utf-8")
    file = tmp_path / "fees.xml"
    wrong = text.replace("category == '7'", "category == '8'")
    file.write_text(wrong, encoding="utf-8")
    _, mistakes = fees.read(file)
    assert [one.line for one in mistakes] == [wrong[: wrong.index("'8'")].count("\n") + 1]
    assert "8" in say(mistakes[0].message, Language.ID)
    file.write_text(text.replace('idr="30000000"', 'idr="30 juta"'), encoding="utf-8")
    _, mistakes = fees.read(file)
    assert "30 juta" in say(mistakes[0].message, Language.EN)
