"""Natural medicines: origins, stages and prohibitions, judged by the tables of the sources."""

from __future__ import annotations

import pytest

from dossier_studio.core.finding import Confidence
from dossier_studio.host import paths
from dossier_studio.law import load
from dossier_studio.law.checklist import Need, checklist
from tests.law.traditional import (
    BOOK,
    CATEGORIES,
    FIRST,
    KINDS,
    LETTERS,
    ORIGINS,
    asked,
    need,
    required,
    stops,
)

# The data as a whole


def test_the_rulebook_has_no_mistakes() -> None:
    _, mistakes = load.read(paths.resources() / "rules" / "bpom" / "traditional.xml")
    assert not mistakes


def test_requirements_bear_the_ids_of_the_tables() -> None:
    numbered = (
        [f"AC-{n}" for n in range(1, 9)]
        + [f"P-{n:02}" for n in range(1, 20)]
        + [f"R-{n:02}" for n in range(1, 38)]
    )
    assert set(numbered) <= set(BOOK.requirements)
    assert set(BOOK.requirements) - set(numbered) == {"AC-9", "V-01", "U-01", "U-02"}
    assert [stop.id for stop in BOOK.stops] == [f"X-{n:02}" for n in range(1, 8)]
    assert len(BOOK.changes) == 12 + 10 + 38


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("stage", "account pre-registration registration"),
        ("class", "TM-J TM-H TM-F SK OK"),
        ("category", " ".join(CATEGORIES)),
        ("sub_item", "9.1 9.2 9.3 9.4 9.5 10.1 10.2 10.3 10.4 10.5 10.6"),
        ("origin", "OR-L OR-C OR-N OR-I OR-X"),
        ("protected_animal", "no captive-bred wild-not-killed other"),
        ("kind", " ".join(KINDS)),
    ],
)
def test_facts_have_their_values(fact: str, values: str) -> None:
    assert [value.key for value in BOOK.facts[fact].values][: len(values.split())] == values.split()


def test_every_line_has_a_source_and_both_languages() -> None:
    for requirement in BOOK.requirements.values():
        assert requirement.citations, requirement.id
        assert requirement.title.id != requirement.title.en or requirement.id == "R-01"
        assert requirement.title.id
        assert requirement.title.en
        assert all(ruling.confidence in Confidence for ruling in requirement.rulings)


def test_no_place_has_two_meanings() -> None:
    parts = {part.id for row in BOOK.requirements.values() for part in row.parts}
    assert not BOOK.outline.sections.keys() & (BOOK.requirements.keys() | parts)


def test_background_is_never_more_than_low() -> None:
    for requirement in BOOK.requirements.values():
        for ruling in requirement.rulings:
            if {one.source.id for one in ruling.citations} <= {"bk", "inf"} and ruling.citations:
                assert ruling.confidence is Confidence.LOW, requirement.id


def test_the_portal_takes_five_megabytes_and_its_formats() -> None:
    assert BOOK.files.limit == 5 * 1024 * 1024
    assert set(BOOK.files.formats) == set(
        "zip rar jpg jpeg pdf gif png bmp doc docx xls xlsx".split()
    )


# Prohibitions, each on both sides of its border


@pytest.mark.parametrize(
    ("stop", "answers"),
    [
        ("X-01", {"synthetic_substance": "yes"}),
        ("X-01", {"synthetic_substance": "yes", "class": "TM-J"}),
        ("X-02", {"narcotic_psychotropic": "yes"}),
        ("X-03", {"banned_material": "yes"}),
        ("X-04", {"protected_animal": "other"}),
        ("X-04", {"protected_plant": "yes", "protected_animal": "captive-bred"}),
        ("X-05", {"dosage_form": "intravaginal"}),
        ("X-05", {"dosage_form": "eye-drops"}),
        ("X-05", {"dosage_form": "parenteral"}),
        ("X-06", {"dosage_form": "suppository", "haemorrhoid_use": "no"}),
        ("X-07", {"alcohol_percent": "1.01", "dosage_form": "liquid"}),
        ("X-07", {"alcohol_percent": "1,000001", "dosage_form": "internal-liquid"}),
        ("X-07", {"alcohol_percent": "30", "dosage_form": "tincture", "diluted_before_use": "no"}),
        ("X-07", {"alcohol_percent": "30", "dosage_form": "liquid", "diluted_before_use": "yes"}),
    ],
)
def test_what_is_prohibited_stops(stop: str, answers: dict[str, str]) -> None:
    found = checklist(BOOK, answers).stops
    assert [one.id for one in found] == [stop]
    assert found[0].confidence is Confidence.HIGH
    assert found[0].citations
    assert found[0].title.id != found[0].title.en


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"synthetic_substance": "no"},
        {"synthetic_substance": "yes", "class": "SK"},
        {"synthetic_substance": "yes", "class": "OK"},
        {"narcotic_psychotropic": "no", "banned_material": "no"},
        {"protected_animal": "no", "protected_plant": "no"},
        {"protected_animal": "captive-bred", "protected_plant": "no"},
        {"protected_animal": "wild-not-killed", "protected_plant": "no"},
        {"dosage_form": "suppository", "haemorrhoid_use": "yes"},
        {"dosage_form": "suppository"},
        {"alcohol_percent": "1", "dosage_form": "liquid"},
        {"alcohol_percent": "1.00", "dosage_form": "internal-liquid"},
        {"alcohol_percent": "0", "dosage_form": "liquid"},
        {"alcohol_percent": "30", "dosage_form": "tincture", "diluted_before_use": "yes"},
    ],
)
def test_what_is_allowed_does_not_stop(answers: dict[str, str]) -> None:
    assert checklist(BOOK, answers).stops == ()


def test_only_three_forms_are_banned_outright() -> None:
    banned = {
        value.key
        for value in BOOK.facts["dosage_form"].values
        if stops(dosage_form=value.key, haemorrhoid_use="yes", alcohol_percent="1")
    }
    assert banned == {"intravaginal", "eye-drops", "parenteral"}


@pytest.mark.parametrize(
    ("answer", "row", "captive", "wild"),
    [
        ("no", Need.NOT_NEEDED, Need.NOT_NEEDED, Need.NOT_NEEDED),
        ("captive-bred", Need.REQUIRED, Need.REQUIRED, Need.NOT_NEEDED),
        ("wild-not-killed", Need.REQUIRED, Need.NOT_NEEDED, Need.REQUIRED),
        ("other", Need.NOT_NEEDED, Need.NOT_NEEDED, Need.NOT_NEEDED),
    ],
)
@pytest.mark.parametrize("scheme", [{"category": "CAT-01"}, {"kind": "OB-3"}])
def test_protected_animals_need_their_evidence(
    scheme: dict[str, str], answer: str, row: Need, captive: Need, wild: Need
) -> None:
    found = asked(stage="registration", protected_animal=answer, **scheme)
    said = (need(found, "R-20"), need(found, "R-20.captive-bred"), need(found, "R-20.not-killed"))
    assert said == (row, captive, wild)


# Table 7.3: origins and the papers of the first stage


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize(
    "rest",
    [
        {},
        {"stage": "pre-registration"},
        {"stage": "pre-registration", "kind": "OB-3"},
        {"stage": "pre-registration", "kind": "OB-7"},
        {"stage": "pre-registration", "category": "CAT-01"},
        {"stage": "pre-registration", "category": "CAT-09"},
        {"stage": "pre-registration", "category": "CAT-07", "kind": "OB-8"},
    ],
)
def test_papers_of_the_first_stage_follow_the_origin(origin: str, rest: dict[str, str]) -> None:
    found = asked(origin=origin, **rest)
    said = {row: LETTERS[need(found, row)] for row in FIRST}
    assert said == {row: cells[origin] for row, cells in FIRST.items()}


@pytest.mark.parametrize(
    ("answer", "sale", "abroad"),
    [
        (None, Need.REQUIRED, Need.UNDECIDED),
        ("yes", Need.REQUIRED, Need.NOT_NEEDED),
        ("no", Need.NOT_NEEDED, Need.REQUIRED),
    ],
)
def test_the_certificate_of_sale_yields_only_when_not_sold_there(
    answer: str | None, sale: Need, abroad: Need
) -> None:
    said = {"sold_in_origin": answer} if answer else {}
    found = asked(origin="OR-I", stage="pre-registration", **said)
    assert need(found, "P-06") is sale
    assert need(found, "P-19") is abroad
    licence = asked(origin="OR-N", stage="pre-registration", **said)
    assert need(licence, "P-06") is Need.REQUIRED


@pytest.mark.parametrize(
    ("origin", "row", "answers"),
    [
        ("OR-I", "P-04", {"made_under_contract": "yes"}),
        ("OR-N", "P-08", {"licensor_abroad": "yes"}),
        ("OR-C", "P-09", {"applicant_kind": "marketer"}),
        ("OR-L", "P-13", {"third_party_distributor": "yes"}),
    ],
)
def test_conditions_of_the_first_stage(origin: str, row: str, answers: dict[str, str]) -> None:
    there = asked(origin=origin, stage="pre-registration", **answers)
    assert need(there, row) is Need.REQUIRED
    fact, value = next(iter(answers.items()))
    other = "IOT" if value == "marketer" else "no"
    away = checklist(BOOK, {"origin": origin, "stage": "pre-registration", fact: other})
    assert need(away, row) is Need.NOT_NEEDED


# Stages


def test_each_stage_asks_for_its_own_papers() -> None:
    answers = {"origin": "OR-I", "kind": "OB-7", "class_": "TM-J", "safety_known": "yes"}
    prefixes = {
        stage: {name.partition("-")[0] for name in required(asked(stage=stage, **answers))}
        for stage in BOOK.stages
    }
    assert prefixes == {"account": {"AC"}, "pre-registration": {"P"}, "registration": {"R"}}


def test_the_account_of_an_importer_and_of_a_local_maker() -> None:
    importer = asked(stage="account", origin="OR-I", food_gmp="no")
    assert required(importer) == {"AC-1", "AC-2", "AC-3", "AC-4", "AC-7"}
    assert need(importer, "AC-5") is need(importer, "AC-6") is Need.UNDECIDED
    assert need(asked(stage="account", origin="OR-I", food_gmp="yes"), "AC-8") is Need.REQUIRED
    local = asked(stage="account", origin="OR-L")
    assert required(local) == {"AC-1", "AC-2", "AC-4", "AC-9"}
    assert not required(asked(stage="account", origin="OR-I", has_account="yes"))


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_without_a_first_stage_say_so(kind: str) -> None:
    found = asked(stage="pre-registration", origin="OR-L", kind=kind)
    direct = kind in {"OB-1", "OB-9"} or kind[3] in "VU"
    assert bool(found.notices) is direct
    assert bool(required(found)) is not direct


def test_simple_jamu_hands_in_its_administrative_papers_at_registration() -> None:
    simple = required(asked(stage="registration", origin="OR-L", kind="OB-1"))
    assert {"P-01", "P-02", "P-03", "P-11", "P-12"} <= simple
    other = required(asked(stage="registration", origin="OR-L", kind="OB-3"))
    assert not any(name.startswith("P-") for name in other)


@pytest.mark.parametrize("reason", ["simplicia", "sample", "direct-sale"])
def test_what_is_exempt_asks_for_nothing_and_says_why(reason: str) -> None:
    for stage in ({}, {"stage": "account"}, {"stage": "registration"}):
        found = asked(exemption=reason, kind="OB-3", origin="OR-I", **stage)
        assert {line.need for line in found.lines} == {Need.NOT_NEEDED}
        [notice] = found.notices
        assert notice.en.startswith("No registration is needed, because")
        assert notice.id.startswith("Tidak perlu registrasi, karena")
    assert required(asked(exemption="none", stage="registration", kind="OB-3"))
