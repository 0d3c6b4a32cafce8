"""The authority's validation rules: each fires, and each leaves a sound dossier alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier_studio.core.dossier import Certificate, DecisionKind
from dossier_studio.core.finding import Confidence, Severity
from dossier_studio.host import paths
from dossier_studio.host.messages import both
from dossier_studio.law import load
from dossier_studio.law.checklist import Need, checklist
from tests.law.dossiers import ANSWERED, BOOK, Filed, filed

FILING = date(2027, 1, 18)


def dated(issued: date | None = None, expires: date | None = None, *forms: str) -> Certificate:
    return Certificate(number="1", issued=issued, expires=expires, dosage_forms=forms)


def variation(category: str, **answers: str) -> Filed:
    return filed({**ANSWERED, "changes": "MaV-12", **answers}, category=category)


# What fires the rule, and what leaves it quiet.
CASES: dict[str, tuple[Filed, Filed]] = {
    "V-RMP": (filed(category="1N"), filed(category="1N").add("A18")),
    "V-LANGUAGE": (filed(dossier_language="other"), filed(dossier_language="both")),
    "V-CONTRACT-GIVER": (
        filed(origin="contract", applicant_is_giver="no"),
        filed(origin="own", applicant_is_giver="no"),
    ),
    "V-CONTRACT-SITE": (
        filed(origin="contract", giver_has_cpob_site="no"),
        filed(origin="contract", giver_has_cpob_site="yes"),
    ),
    "V-CONTRACT-ONWARD": (
        filed(origin="contract", acceptor_subcontracts="yes"),
        filed(origin="contract", acceptor_subcontracts="no"),
    ),
    "V-CONTRACT-PAPERS": (
        filed(origin="contract").add("A11.agreement"),
        filed(origin="contract").add("A11.agreement").add("A11.acceptor-cpob"),
    ),
    "V-LOCAL-PAPERS": (filed().add("A07"), filed().add("A07").add("A08")),
    "V-LOCAL-DEFERRED": (
        filed(deferral="new-facility").decide("A08", DecisionKind.DEFERRED),
        filed(deferral="new-facility"),
    ),
    "V-HPR-AGE": (
        filed(category="1N").add("A03", dated(date(2026, 1, 17))),
        filed(category="1N").add("A03", dated(date(2026, 1, 18))),
    ),
    "V-HPR-MISSING": (filed(origin="import"), filed(origin="import").add("A03")),
    "V-APPROVABLE-AGE": (
        filed(approvable_letter_date="2025-01-17"),
        filed(approvable_letter_date="2025-01-18"),
    ),
    "V-CERT-EXPIRED": (
        filed().add("A08", dated(None, date(2027, 1, 17))),
        filed().add("A08", dated(None, FILING)),
    ),
    "V-CERT-FORM": (
        filed(origin="import", dosage_form="tablet").add("A13.gmp", dated(None, None, "krim")),
        filed(origin="import", dosage_form="tablet").add("A13.gmp", dated(None, None, "Tablet")),
    ),
    "V-CERT-FORM-OWN": (
        filed(dosage_form="tablet").add("A08", dated(None, None, "krim", "gel")),
        # The giver of a contract needs a site of its own, of whatever form.
        filed(origin="contract", dosage_form="tablet").add("A08", dated(None, None, "krim")),
    ),
    "V-CERT-EXPIRING": (
        filed(category="1N").add("A08", dated(None, date(2028, 4, 17))),
        filed(category="1N").add("A08", dated(None, date(2028, 4, 18))),
    ),
    "V-CERT-EXPIRING-GENERIC": (
        filed().add("A08", dated(None, date(2027, 9, 17))),
        filed().add("A08", dated(None, date(2027, 9, 18))),
    ),
    "V-CERT-EXPIRING-QUALITY": (
        variation("4Q").add("A08", dated(None, date(2027, 6, 17))),
        variation("4Q").add("A08", dated(None, date(2027, 6, 18))),
    ),
    "V-CERT-EXPIRING-SHORT": (
        filed(category="7").add("A08", dated(None, date(2027, 3, 17))),
        filed(category="7").add("A24", dated(None, date(2027, 3, 17))),
    ),
    "V-IMPORT-LETTER": (
        filed(origin="import", affiliate="no"),
        filed(origin="import", affiliate="yes"),
    ),
    "V-INSPECTION-AGE": (
        filed().add("A10", dated(date(2025, 1, 17))),
        filed().add("A10", dated(date(2025, 1, 18))),
    ),
    "V-PSYCHOTROPIC": (
        filed(substance_class="psychotropic"),
        filed(substance_class="psychotropic", superiority_evidence="yes"),
    ),
    "V-EXPORT-INVOICE": (
        filed(export_only="yes"),
        filed(export_only="yes").add("A15.pro-forma-invoice"),
    ),
    "V-PART-III": (filed().add("III.D.1"), filed(category="1N").add("III.D.1")),
    "V-PART-IV": (filed(category="2E").add("T33"), filed(category="2E").add("T34")),
    "V-CHANGE-LIST": (filed(category="5"), variation("5")),
    "V-NIE": (filed(ma_number="DBX123"), filed(ma_number="DBL9624502804A1")),
    "V-ATC": (filed(atc="N02BE1"), filed(atc="N02BE01")),
    "V-RENEWAL-WINDOW": (
        filed(category="7", renewal_with_variation="yes", ma_expiry="2027-03-17"),
        filed(category="7", renewal_with_variation="yes", ma_expiry="2027-03-18"),
    ),
    "V-RENEWAL-WINDOW-PLAIN": (
        filed(category="7", ma_expiry="2028-01-19"),
        filed(category="7", ma_expiry="2028-01-18"),
    ),
    "V-RENEWAL-PAPERS": (
        filed(category="7").add("A24"),
        filed(category="7").add("A24").add("I04"),
    ),
    "V-STAGE-ONE": (variation("5").add("A03"), filed(category="1N").add("A03")),
    "V-PATH-7": (filed(evaluation_path="7"), filed(evaluation_path="7", export_only="yes")),
    "V-PATH-10": (filed(evaluation_path="10"), filed(evaluation_path="10", category="7")),
    "V-PATH-20": (filed(evaluation_path="20"), variation("6", evaluation_path="20")),
    "V-PATH-40": (filed(evaluation_path="40"), variation("5", evaluation_path="40")),
    "V-PATH-50": (
        filed(evaluation_path="50", investment="yes"),
        filed(evaluation_path="50", investment="yes", new_development="yes"),
    ),
    "V-PATH-75": (
        filed(evaluation_path="75", patent="first-generic"),
        filed(evaluation_path="75", patent="first-generic", investment="yes"),
    ),
    "V-PATH-90": (
        filed(evaluation_path="90", category="1B"),
        filed(evaluation_path="90", category="1B", reliance="yes"),
    ),
    "V-PATH-100": (filed(evaluation_path="100"), filed(evaluation_path="100", orphan="yes")),
    "V-PATH-150": (filed(evaluation_path="150", category="1N"), filed(evaluation_path="150")),
    "V-PATH-300": (filed(evaluation_path="300"), filed(evaluation_path="300", category="3")),
    "V-FOREIGN-GMP": (
        filed(foreign_making_step="yes"),
        filed(foreign_making_step="yes").add("A29"),
    ),
    "V-FORM-FIELDS": (filed().row("excipients", name="Talk"), filed()),
    "V-FIRST-USE": (filed(ma_date="2026-01-17"), filed(ma_date="2026-01-17", first_made="yes")),
}


def test_every_rule_is_here() -> None:
    assert set(CASES) == {check.id for check in BOOK.checks}


@pytest.mark.parametrize("name", CASES)
def test_it_fires(name: str) -> None:
    rule = next(check for check in BOOK.checks if check.id == name)
    found = CASES[name][0].findings(name)
    assert found
    for finding in found:
        assert (finding.severity, finding.confidence) == (rule.severity, rule.confidence)
        assert finding.source.en
        assert "{" not in both(finding.message).id + both(finding.mend).en


@pytest.mark.parametrize("name", CASES)
def test_it_leaves_a_sound_dossier_alone(name: str) -> None:
    assert CASES[name][1].findings(name) == []


@pytest.mark.parametrize(
    ("name", "severity", "confidence"),
    [
        ("V-RMP", "error", "high"),
        ("V-LANGUAGE", "error", "high"),
        ("V-CONTRACT-GIVER", "error", "high"),
        ("V-CONTRACT-PAPERS", "error", "high"),
        ("V-LOCAL-PAPERS", "error", "high"),
        ("V-LOCAL-DEFERRED", "warning", "high"),
        ("V-HPR-AGE", "error", "high"),
        ("V-APPROVABLE-AGE", "error", "high"),
        ("V-CERT-EXPIRED", "error", "medium"),
        ("V-CERT-FORM", "error", "medium"),
        ("V-IMPORT-LETTER", "error", "medium"),
        ("V-INSPECTION-AGE", "warning", "medium"),
        ("V-PSYCHOTROPIC", "error", "high"),
        ("V-EXPORT-INVOICE", "warning", "medium"),
        ("V-PART-III", "advice", "medium"),
        ("V-PART-IV", "advice", "medium"),
        ("V-CHANGE-LIST", "error", "low"),
        ("V-NIE", "warning", "medium"),
        ("V-RENEWAL-WINDOW", "warning", "medium"),
        ("V-RENEWAL-PAPERS", "error", "high"),
        ("V-STAGE-ONE", "advice", "high"),
        ("V-PATH-90", "error", "high"),
        ("V-FOREIGN-GMP", "warning", "high"),
        ("V-FIRST-USE", "advice", "high"),
    ],
)
def test_severities_are_those_of_the_source(name: str, severity: str, confidence: str) -> None:
    rule = next(check for check in BOOK.checks if check.id == name)
    assert (rule.severity, rule.confidence) == (severity, confidence)


@pytest.mark.parametrize(("code", "severity"), [("PK-11", "warning"), ("NM-01", "warning")])
def test_files_that_the_portal_does_not_take_are_warned_of(code: str, severity: str) -> None:
    made = filed().add("A04", name="formulir#1.exe")
    assert [one.severity.value for one in made.findings(code)] == [severity]


def test_a_slot_above_the_limit_is_warned_of() -> None:
    half = 210_000_000
    made = filed().add("A07", size=half).add("A08", size=half)
    [finding] = made.findings("PK-14")
    assert finding.severity is Severity.WARNING
    assert "401 MB" in both(finding.message).en


def test_nothing_is_said_twice() -> None:
    assert variation("5").add("A03").findings("NOT-ASKED") == []
    assert filed().add("III.D.1").findings("NOT-ASKED") == []
    missing = [one.requirement for one in filed(category="1N").findings("MISSING")]
    assert "A18" not in missing  # the rule on the risk management plan speaks of it
    assert len(missing) == len(set(missing))


def test_open_questions_of_rules_are_asked_once_and_only_where_they_matter() -> None:
    plain = filed(category="7", ma_expiry="2027-06-01").without("renewal_with_variation")
    assert plain.findings("V-RENEWAL-WINDOW") == []  # inside both windows, so it does not matter
    contract = filed(origin="contract")
    [advice] = contract.findings("V-CONTRACT-GIVER")
    assert advice.severity is Severity.ADVICE
    assert "contract giver" in both(advice.mend).en
    for name in ("V-PATH-90", "V-PATH-100", "V-FIRST-USE"):
        assert filed().findings(name) == []


def test_a_certificate_without_dates_is_advised_on() -> None:
    [finding] = filed().add("A08").findings("CERTIFICATE")
    assert finding.severity is Severity.ADVICE
    assert filed().add("A08", dated(date(2026, 1, 1))).findings("CERTIFICATE") == []


# A rulebook that is changed changes the result.


def changed(folder: Path, right: str, wrong: str) -> Filed:
    rules = paths.resources() / "rules" / "bpom"
    text = (rules / "drug.xml").read_text(encoding="utf-8")
    assert right in text
    (folder / "drug.xml").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    (folder / "files.xml").write_bytes((rules / "files.xml").read_bytes())
    return Filed(book=load.load(folder / "drug.xml")).answer(ANSWERED)


def test_a_changed_cell(tmp_path: Path) -> None:
    made = changed(
        tmp_path,
        '<not-asked for="2E 2X 3 4Q 5 6 7" confidence="low"/>',
        '<asked for="2X"/><not-asked for="2E 3 4Q 5 6 7" confidence="low"/>',
    )
    line = checklist(made.book, ANSWERED).line("A18")
    assert line is not None
    assert line.need is Need.REQUIRED


def test_a_changed_confidence(tmp_path: Path) -> None:
    made = changed(
        tmp_path,
        'sections="I.C.1" stages="registration" confidence="high"',
        'sections="I.C.1" stages="registration" confidence="low"',
    )
    [finding] = [one for one in made.findings("MISSING") if one.requirement == "A04"]
    assert (finding.severity, finding.confidence) == (Severity.ADVICE, Confidence.LOW)


def test_a_changed_severity_and_limit(tmp_path: Path) -> None:
    made = changed(
        tmp_path,
        'kind="older" severity="warning" confidence="medium" targets="A10" months="24"',
        'kind="older" severity="error" confidence="medium" targets="A10" months="12"',
    )
    [finding] = made.add("A10", dated(date(2026, 1, 17))).findings("V-INSPECTION-AGE")
    assert finding.severity is Severity.ERROR
    assert made.book.digest != BOOK.digest
