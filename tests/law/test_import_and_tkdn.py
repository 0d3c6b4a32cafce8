"""A shipment with its own checklist, stops and shelf life; the papers of a TKDN application."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dossier_studio.core.dossier import IDENTITY, Answer, Dossier, Identity, Key, RecordKind, Row
from dossier_studio.core.finding import Confidence, Finding, Severity
from dossier_studio.core.text import Language
from dossier_studio.host.messages import say
from dossier_studio.law.check import check
from dossier_studio.law.checklist import Checklist, Need, checklist
from dossier_studio.law.load import rulebook

SKI, TKDN = rulebook("id.bpom.ski"), rulebook("id.kemenperin.tkdn")
HOLDER = {
    "stage": "shipment",
    "goods": "medicine",
    "ma_holder": "yes",
    "api_u": "yes",
    "api_p": "no",
    "invoice_matches": "yes",
    "coa_matches": "yes",
    "name_differs": "no",
    "animal_origin": "no",
    "import_date": "2027-01-01",
    "filing_date": "2026-12-01",
}


def asked(found: Checklist) -> set[str]:
    return {line.id for line in found.lines if line.need is Need.REQUIRED}


def shipment(answers: Mapping[str, str], *batches: tuple[str, str, str]) -> Dossier:
    """Return a shipment with answers and batches (name, made, expires)."""
    records = {IDENTITY: Identity("Kiriman", SKI.id, SKI.version)}
    said = {Key(RecordKind.ANSWER, name): Answer(text) for name, text in answers.items()}
    columns = ("batch", "made", "expires")
    rows = {
        Key(RecordKind.ROW, f"batches-{number}"): Row(
            "batches", number, tuple(zip(columns, batch, strict=True))
        )
        for number, batch in enumerate(batches)
    }
    return Dossier({**records, **said, **rows})


def shelf_findings(dossier: Dossier) -> list[Finding]:
    return [one for one in check(SKI, dossier, {}).findings if one.code == "V-SKI-SHELF"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "1 2 3 4 5 6 7"),
        ({"goods": "vaccine"}, "1 2 3 4 5 6 7 8"),
        ({"name_differs": "yes"}, "1 2 3 4 5 6 7 18"),
        ({"goods": "raw-material"}, "1 2 3 4 6 7 14a 14b"),
        ({"goods": "active-substance"}, "1 2 3 4 6 7 14a 14b 15"),
        ({"animal_origin": "yes"}, "1 2 3 4 5 6 7 16"),
        ({"stage": "company", "power_of_attorney": "no"}, "9 10 12 13 19"),
        ({"stage": "company", "power_of_attorney": "yes"}, "9 10 11 12 13 19"),
        (
            {"stage": "company", "goods": "raw-material", "wholesaler": "yes"},
            "9 10 12 13 17a 17b 19",
        ),
    ],
)
def test_papers_of_a_shipment(answers: dict[str, str], expected: str) -> None:
    found = checklist(SKI, {**HOLDER, **answers})
    assert asked(found) == {f"SKI-D{number}" for number in expected.split()}


def test_only_the_holder_or_who_acts_for_it_gets_a_permit() -> None:
    stops = [one.id for one in checklist(SKI, {**HOLDER, "ma_holder": "no"}).stops]
    assert stops == []  # whether there is a power is unanswered
    refused = {**HOLDER, "ma_holder": "no", "power_of_attorney": "no"}
    assert [one.id for one in checklist(SKI, refused).stops] == ["SKI-04"]
    assert checklist(SKI, {**refused, "power_of_attorney": "yes"}).stops == ()
    assert checklist(SKI, {**refused, "goods": "active-substance"}).stops == ()


def test_a_company_never_holds_both_kinds_of_importer_licence() -> None:
    for general, producer, stopped in (
        ("yes", "yes", ["API-02"]), ("yes", "no", []), ("no", "yes", []), ("no", "no", []),
    ):  # fmt: skip
        found = checklist(SKI, {**HOLDER, "api_u": general, "api_p": producer})
        assert [one.id for one in found.stops] == stopped


def test_exactly_one_third_of_the_shelf_life_passes() -> None:
    dossier = shipment(HOLDER, ("B1", "2025-01-01", "2028-01-01"))
    assert shelf_findings(dossier) == []
    late = shipment({**HOLDER, "import_date": "2027-01-02"}, ("B1", "2025-01-01", "2028-01-01"))
    (found,) = shelf_findings(late)
    assert found.severity is Severity.ERROR
    assert found.confidence is Confidence.HIGH
    said = say(found.message, Language.EN)
    assert "B1" in said
    assert "1 Jan 2027" in said


def test_every_batch_is_judged_and_what_is_missing_is_named() -> None:
    batches = [("B1", "2025-01-01", "2027-12-31"), ("B2", "", "2028-01-01"), ("", "2026-01-01", "")]
    found = shelf_findings(shipment(HOLDER, *batches))
    assert [one.severity for one in found] == [
        Severity.ERROR, Severity.WARNING, Severity.WARNING,
    ]  # fmt: skip
    spoken = [say(one.message, Language.ID) for one in found]
    assert "B2" in spoken[1]
    assert "3" in spoken[2]  # the third row has no name
    assert all("{" not in one for one in spoken)
    backwards = shelf_findings(shipment(HOLDER, ("B1", "2028-01-01", "2025-01-01")))
    assert [one.severity for one in backwards] == [Severity.ERROR]


def test_without_batches_or_date_the_rule_is_not_run() -> None:
    for dossier in (
        shipment(HOLDER),
        shipment({k: v for k, v in HOLDER.items() if k != "import_date"}, ("B", "", "2028-01-01")),
    ):
        (found,) = shelf_findings(dossier)
        assert found.severity is Severity.WARNING
        report = check(SKI, dossier, {})
        assert report.coverage.not_run
        assert not report.ready


def test_the_invoice_must_equal_the_authorisation() -> None:
    def codes(**answers: str) -> set[str]:
        report = check(SKI, shipment({**HOLDER, **answers}), {})
        return {one.code for one in report.findings if one.severity is Severity.ERROR}

    assert "V-SKI-INVOICE" not in codes()
    assert "V-SKI-INVOICE" in codes(invoice_matches="no")
    assert "V-SKI-INVOICE" not in codes(invoice_matches="no", name_differs="yes")


def test_five_documents_go_with_a_tkdn_application() -> None:
    for kind in ("finished", "raw-material"):
        found = checklist(TKDN, {"stage": "application", "product_type": kind})
        assert asked(found) == {f"TK-DOC-{number}" for number in range(1, 6)}
        assert all(
            line.confidence is Confidence.HIGH for line in found.lines if line.id in asked(found)
        )
    later = checklist(TKDN, {"stage": "verification", "product_type": "finished"})
    assert {"TK-DOC-6", "TK-DOC-7"} <= asked(later)
