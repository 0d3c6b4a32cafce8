"""A dossier of an imported jamu, from nothing to complete, and the rules that look at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Certificate,
    Decision,
    DecisionKind,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    RecordKind,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.finding import Severity
from dossier_studio.host import paths
from dossier_studio.law import load
from dossier_studio.law.check import check
from dossier_studio.law.checklist import Need, Standing, checklist
from tests.law.traditional import BOOK

JAMU = {
    "product_name": "Hwang Herbal Balm", "class": "TM-J", "kind": "OB-7", "origin": "OR-I",
    "dosage_form": "cream", "alcohol_percent": "0", "protected_animal": "no",
    "protected_plant": "no", "synthetic_substance": "no", "narcotic_psychotropic": "no",
    "banned_material": "no", "safety_known": "yes", "gelatin": "no", "honey": "no",
    "land_animal_material": "no", "special_label": "no", "sold_in_origin": "yes",
    "foreign_inspection": "2026-03-02", "third_party_distributor": "no",
    "made_under_contract": "no", "food_gmp": "no", "applicant_kind": "importer",
    "facility": "abroad", "filing_date": "2026-12-01", "package_language": "both",
    "dossier_language": "en", "exemption": "none",
}  # fmt: skip


def dossier_of(answers: Mapping[str, str], places: Mapping[str, Certificate | None]) -> Dossier:
    """A dossier with one PDF at each place."""
    records: dict[Key, object] = {IDENTITY: Identity("Balm", BOOK.id, BOOK.version)}
    for name, value in answers.items():
        records[Key(RecordKind.ANSWER, name)] = Answer(value)
    for number, (place, certificate) in enumerate(places.items()):
        key = DocumentKey(f"d{number}")
        digest = Digest(f"{number:064x}")
        records[Key(RecordKind.DOCUMENT, key)] = Document(
            key, Place(place), 0, f"{place}.pdf", digest, 1000, certificate=certificate
        )
    return Dossier(records)  # type: ignore[arg-type]  # built up above, one kind after another


def facts_of(dossier: Dossier) -> dict[Digest, FileFacts]:
    return {
        one.sha256: FileFacts(one.sha256, "", one.bytes, Kind.PDF, pages=1, pdf_version="1.7")
        for one in dossier.documents
    }


def judged(dossier: Dossier, *names: str) -> Dossier:
    """The dossier after somebody judged these lines as not needed."""
    no = Decision(DecisionKind.NOT_NEEDED, "Tidak relevan", "Sari", "2026-11-22T01:00:00Z")
    return Dossier({**dossier.records, **{Key(RecordKind.DECISION, name): no for name in names}})


@pytest.mark.parametrize("stage", ["account", "pre-registration", "registration"])
def test_an_imported_jamu_becomes_complete(stage: str) -> None:
    answers = {**JAMU, "stage": stage}
    valid = Certificate(issued=date(2026, 1, 5), expires=date(2031, 1, 5), dosage_forms=("Krim",))
    places: dict[str, Certificate | None] = {}
    empty = check(BOOK, dossier_of(answers, {}), {})
    assert not empty.complete
    before = -1
    for _ in range(60):
        dossier = dossier_of(answers, places)
        found = checklist(BOOK, answers, dossier)
        missing = [line for line in found.lines if line.standing is Standing.UNMET]
        holders = {line.parent for line in found.lines}
        missing = [line for line in missing if line.id not in holders]
        if not missing:
            break
        assert len(missing) != before
        before = len(missing)
        places[missing[0].id] = valid if missing[0].certificate else None
    undecided = [line.id for line in found.lines if line.need is Need.UNDECIDED]
    assert set(undecided) <= {"AC-5", "AC-6", "P-14", "P-15", "R-35"}
    done = judged(dossier_of(answers, places), *undecided)
    report = check(BOOK, done, facts_of(done))
    assert report.complete
    assert not [one for one in report.findings if one.severity is Severity.ERROR]
    assert report.coverage.not_run == 0


def test_one_paper_meets_the_rows_of_both_tables() -> None:
    answers = {**JAMU, "stage": "registration"}
    found = checklist(BOOK, answers, dossier_of(answers, {"R-01": None, "R-24": None}))
    standing = {line.id: line.standing for line in found.lines}
    assert standing["R-01"] is standing["R-21"] is Standing.MET
    assert standing["R-24"] is standing["R-04"] is Standing.MET
    assert standing["R-25"] is Standing.UNMET


# Checks


def codes(answers: Mapping[str, str], places: Mapping[str, Certificate | None]) -> set[str]:
    dossier = dossier_of({**JAMU, "stage": "pre-registration", **answers}, places)
    return {one.code for one in check(BOOK, dossier, facts_of(dossier)).findings}


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "V-INSPECTION",
            {"foreign_inspection": "2024-11-30"},
            {"foreign_inspection": "2024-12-01"},
        ),
        ("V-NOT-SOLD", {"sold_in_origin": "no"}, {"sold_in_origin": "yes"}),
        ("V-LANGUAGE", {"dossier_language": "other"}, {"dossier_language": "id"}),
        ("V-APPLICANT", {"applicant_kind": "UMOT"}, {"applicant_kind": "UKOT"}),
        ("V-KIND-ORIGIN", {"origin": "OR-L"}, {}),
        ("V-CLASS-KIND", {"class": "SK"}, {"class": "TM-F"}),
        ("V-SCHEMES", {"category": "CAT-07"}, {}),
        ("V-FACILITY-UKOT", {"facility": "UKOT", "dosage_form": "tablet"}, {"facility": "UKOT"}),
        (
            "V-FACILITY-UMOT",
            {"origin": "OR-L", "facility": "UMOT"},
            {"origin": "OR-L", "facility": "UMOT", "dosage_form": "parem"},
        ),
        ("V-NIE", {"ma_number": "TI12"}, {"ma_number": "POM TI123456789"}),
        ("V-SUPPOSITORY", {"dosage_form": "suppository"}, {"dosage_form": "gel"}),
        (
            "V-TINCTURE",
            {"dosage_form": "tincture", "alcohol_percent": "2"},
            {"dosage_form": "tincture", "alcohol_percent": "1"},
        ),
        (
            "V-SUB-ITEM",
            {"category": "CAT-09", "sub_item": "10.1"},
            {"category": "CAT-09", "sub_item": "9.1"},
        ),
    ],
)
def test_checks_on_answers(code: str, wrong: dict[str, str], right: dict[str, str]) -> None:
    assert code in codes(wrong, {})
    assert code not in codes(right, {})


def test_licence_of_2005_and_of_today_differ_in_who_may_apply() -> None:
    licence = {"origin": "OR-N", "kind": "OB-6", "applicant_kind": "UKOT"}
    assert not {"V-APPLICANT", "V-APPLICANT-2005"} & codes(licence, {})
    assert "V-APPLICANT-2005" in codes({**licence, "category": "CAT-01"}, {})


def test_the_appointment_must_last_three_years() -> None:
    short, long = date(2029, 11, 30), date(2029, 12, 1)
    assert "V-APPOINTMENT" in codes({}, {"P-07": Certificate(expires=short)})
    assert "V-APPOINTMENT" not in codes({}, {"P-07": Certificate(expires=long)})
    assert "V-APPOINTMENT" not in codes({}, {"P-06": Certificate(expires=short)})


def test_a_changed_rulebook_changes_the_result(tmp_path: Path) -> None:
    source = paths.resources() / "rules" / "bpom"
    text = (source / "traditional.xml").read_text("utf-8")
    (tmp_path / "asrot.xml").write_bytes((source / "asrot.xml").read_bytes())
    file = tmp_path / "traditional.xml"
    file.write_text(text.replace("alcohol_percent &gt; 1", "alcohol_percent &gt; 5"), "utf-8")
    changed = load.load(file)
    answers = {"alcohol_percent": "5", "dosage_form": "liquid"}
    assert not checklist(changed, answers).stops
    assert [stop.id for stop in checklist(BOOK, answers).stops] == ["X-07"]


@pytest.mark.parametrize("noted", ["Krim", "cream", "CREAM", "Cream"])
def test_a_certificate_may_name_the_dosage_form_in_either_language(noted: str) -> None:
    local = {"origin": "OR-L", "kind": "OB-3", "dosage_form": "cream", "applicant_kind": "IOT"}
    fits = {"P-03": Certificate(dosage_forms=("Salep", noted))}
    assert "V-CERT-FORM" not in codes(local, fits)
    assert "V-CERT-FORM" in codes(local, {"P-03": Certificate(dosage_forms=("Salep",))})
