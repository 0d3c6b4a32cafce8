"""Natural medicines: the technical papers by category (2005) and by kind (2025)."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from dossier_studio.core.finding import Confidence
from dossier_studio.law.checklist import Need, checklist
from tests.law.traditional import (
    BOOK,
    CATEGORIES,
    CELLS,
    FIRST,
    KINDS,
    LETTERS,
    ORIGINS,
    asked,
    need,
    required,
)

# Table 7.5: the evidence of the eleven categories (scheme of 2005).

CONDITIONS: Mapping[str, tuple[str, set[str]]] = {
    "making": ("sub_item", {"10.4", "10.5"}),
    "raw": ("sub_item", {"10.1"}),
    "product": ("sub_item", {"10.2"}),
    "shelf": ("sub_item", {"10.3", "10.6"}),
    "owner": ("sub_item", {"9.5"}),
    "same": ("sub_item", {"9.1", "9.3"}),
    "form": ("new_form", {"yes"}),
    "unsafe": ("safety_known", {"no"}),
    "ff": ("class", {"TM-F"}),
}


@pytest.mark.parametrize(("row", "category", "cell"), CELLS)
def test_category_by_evidence(row: str, category: str, cell: str) -> None:
    name = cell.rstrip("!")
    answers = {"stage": "registration", "category": category, "origin": "OR-L"}
    line = checklist(BOOK, answers).line(row)
    assert line is not None
    if name != "-":
        assert line.confidence is (Confidence.HIGH if cell.endswith("!") else Confidence.LOW)
    if name not in CONDITIONS:
        expected = {"R": Need.REQUIRED, "C": Need.UNDECIDED, "-": Need.NOT_NEEDED}[name]
        assert (line.need, line.judgement_due) == (expected, name == "C")
        return
    fact, holding = CONDITIONS[name]
    assert (line.need, line.asks) == (Need.UNDECIDED, (fact,))
    values = [value.key for value in BOOK.facts[fact].values] or ["yes", "no"]
    for value in values:
        found = checklist(BOOK, {**answers, fact: value})
        assert (need(found, row) is Need.REQUIRED) is (value in holding), value


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_lists_of_2023_stay_out_of_the_scheme_of_2005(category: str) -> None:
    found = asked(stage="registration", category=category, origin="OR-I")
    new = [f"R-{number}" for number in range(21, 38)] + ["V-01", "U-01", "U-02"]
    assert {need(found, row) for row in new} == {Need.NOT_NEEDED}


@pytest.mark.parametrize(
    ("origin", "own", "foreign"),
    [("OR-L", True, False), ("OR-N", True, False), ("OR-I", False, True)],
)
def test_a_new_site_needs_its_gmp(origin: str, own: bool, foreign: bool) -> None:
    new = asked(stage="registration", category="CAT-10", sub_item="10.5", origin=origin)
    assert ("P-03" in required(new), "P-08" in required(new)) == (own, foreign)
    other = asked(stage="registration", category="CAT-10", sub_item="10.4", origin=origin)
    assert not {"P-03", "P-08"} & required(other)


@pytest.mark.parametrize("category", CATEGORIES[:8])
def test_imports_are_tested_by_a_named_laboratory(category: str) -> None:
    assert "R-09" in required(asked(stage="registration", category=category, origin="OR-I"))
    assert "R-09" not in required(asked(stage="registration", category=category, origin="OR-L"))


def test_the_category_decides_where_both_schemes_are_answered() -> None:
    both = asked(stage="registration", category="CAT-01", kind="OB-2")
    assert need(both, "R-02") is Need.REQUIRED
    assert need(asked(stage="registration", kind="OB-2"), "R-02") is Need.NOT_NEEDED
    assert need(both, "R-21") is Need.NOT_NEEDED


# Table 7.4: kinds of the scheme of 2025

NOW = """
     R-01 R-02 R-03 R-04 R-05 R-06 R-08 R-21 R-22 R-23 R-24 R-25 R-26 R-27 R-28 R-29 R-30 R-31
OB-1 M    M    M    M    M    -    M    M    M    M    M    -    -    -    M    M    -    -
OB-2 M    -    M    M    M    -    M    M    -    M    M    -    -    -    M    M    -    -
OB-3 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    -
OB-4 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    -
OB-5 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    -
OB-6 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    -
OB-7 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    M
OB-8 M    M    M    M    -    M    M    M    M    M    M    M    M    M    M    M    M    -
OB-9 M    -    -    M    -    -    M    -    -    -    -    -    -    -    -    -    -    -
"""


@pytest.mark.parametrize("line", NOW.strip("\n").splitlines()[1:])
def test_kind_by_document(line: str) -> None:
    rows = NOW.split("\nOB-1", maxsplit=1)[0].split()
    kind, *cells = line.split()
    found = asked(stage="registration", kind=kind)
    said = {row: need(found, row) is Need.REQUIRED for row in rows}
    assert said == {row: cell == "M" for row, cell in zip(rows, cells, strict=True)}


@pytest.mark.parametrize(
    ("kind", "class_", "evidence"),
    [
        ("OB-3", "TM-J", {"R-10"}),
        ("OB-4", "TM-H", {"R-11", "R-13"}),
        ("OB-5", "TM-F", {"R-11", "R-12", "R-13", "R-14"}),
        ("OB-7", "TM-J", {"R-10"}),
        ("OB-7", "TM-H", {"R-11", "R-13"}),
        ("OB-7", "TM-F", {"R-11", "R-12", "R-13", "R-14"}),
        ("OB-2", "TM-J", set()),
        ("OB-1", "TM-J", set()),
    ],
)
def test_evidence_by_class(kind: str, class_: str, evidence: set[str]) -> None:
    found = required(asked(stage="registration", kind=kind, class_=class_))
    assert {f"R-{number}" for number in range(10, 15)} & found == evidence


@pytest.mark.parametrize(
    ("row", "fact", "yes", "no"),
    [
        ("R-32", "gelatin", "yes", "no"),
        ("R-33", "honey", "yes", "no"),
        ("R-34", "safety_known", "no", "yes"),
        ("R-36", "land_animal_material", "yes", "no"),
        ("R-37", "special_label", "yes", "no"),
    ],
)
@pytest.mark.parametrize("kind", ["OB-3", "OB-7", "SK-2", "SK-4", "OK-1", "OK-3"])
def test_conditions_of_the_high_risk_list(
    kind: str, row: str, fact: str, yes: str, no: str
) -> None:  # fmt: skip
    answers = {"stage": "registration", "kind": kind, "dosage_form": "tablet"}
    assert need(checklist(BOOK, {**answers, fact: yes}), row) is Need.REQUIRED
    assert need(checklist(BOOK, {**answers, fact: no}), row) is Need.NOT_NEEDED


def test_a_variation_asks_for_what_its_changes_touch() -> None:
    base = {"stage": "registration", "kind": "OB-V1", "origin": "OR-L"}
    assert required(asked(**base)) == {"R-16", "R-17", "V-01"}
    found = asked(**base, changes="VM-05,VM-10")
    assert required(found) == {"R-16", "R-17", "V-01", "R-03", "R-06"}
    assert need(found, "R-01") is Need.NOT_NEEDED
    assert "VM-05" in BOOK.facts["changes"].title_of("VM-05").en


def test_a_renewal_with_a_change_also_compares() -> None:
    plain = required(asked(stage="registration", kind="OB-U1", origin="OR-L"))
    assert plain == {"R-01", "R-06", "R-08", "R-16", "U-01"}
    changed = required(asked(stage="registration", kind="OB-U2", origin="OR-I"))
    assert changed == plain | {"R-17", "U-02", "P-07"}


# Any answers: an independent reading of the tables


def test_any_answers_agree_with_a_second_reading() -> None:
    chance = random.Random(27)
    for _ in range(150):
        answers = _answers(chance)
        found = checklist(BOOK, answers)
        for row, cells in FIRST.items():
            assert _agrees(need(found, row), _first_stage(row, cells, answers)), (row, answers)
        for row in ("R-01", "R-08", "R-15", "R-17", "R-21", "R-29"):
            assert _agrees(need(found, row), _technical(row, answers)), (row, answers)


def _answers(chance: random.Random) -> dict[str, str]:
    found = {"stage": chance.choice(["account", "pre-registration", "registration"])}
    for fact in ("origin", "category", "kind", "sold_in_origin", "dosage_form"):
        values = [value.key for value in BOOK.facts[fact].values] or ["yes", "no"]
        if fact == "kind":
            values = KINDS
        if fact == "origin":
            values = list(ORIGINS)
        if chance.random() < (1 if fact == "origin" else 0.5):
            found[fact] = chance.choice(values)
    return found


def _agrees(said: Need, expected: str) -> bool:
    return expected == "any" or LETTERS[said] == expected


def _first_stage(row: str, cells: Mapping[str, str], answers: Mapping[str, str]) -> str:
    kind = answers.get("kind", "")
    direct = kind in {"OB-1", "OB-9"} or kind[:4] in {"OB-V", "OB-U"}
    if answers["stage"] == "account" or (answers["stage"] == "pre-registration" and direct):
        return "-"
    if answers["stage"] == "registration":
        return "any" if kind[:4] in {"OB-1", "OB-U"} or "category" in answers else "-"
    sold = answers.get("sold_in_origin")
    if row == "P-06" and answers["origin"] == "OR-I" and sold == "no":
        return "-"
    if row == "P-19" and answers["origin"] == "OR-I" and sold:
        return "M" if sold == "no" else "-"
    return cells[answers["origin"]]


def _technical(row: str, answers: Mapping[str, str]) -> str:
    if answers["stage"] != "registration":
        return "-"
    category, kind = answers.get("category"), answers.get("kind", "")
    if category:
        cell = {(one, cat): it for one, cat, it in CELLS}.get((row, category), "-")
        return cell.rstrip("!").replace("R", "M")
    if not kind:
        return "C"
    if kind[:4] in {"OB-V", "OB-U"}:
        return "any"
    if row in {"R-15", "R-17"} or (row in {"R-21", "R-29"} and kind == "OB-9"):
        return "-"
    return "M"
