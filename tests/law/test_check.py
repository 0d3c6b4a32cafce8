"""What a check says of a dossier: completeness, standings, readiness, and an honest count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier_studio.core.dossier import DecisionKind
from dossier_studio.core.file import FileFacts, Kind
from dossier_studio.core.finding import Coverage, Report, Severity
from dossier_studio.host.messages import both
from dossier_studio.law.check import check
from dossier_studio.law.checklist import Checklist, Need, Standing
from tests.law.dossiers import ANSWERED, BOOK, GENERIC, Filed, filed

COMPLETE = filed().completed()


def standing(made: Checklist, name: str) -> Standing | None:
    line = made.line(name)
    assert line is not None
    return line.standing


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


# Readiness


def test_a_complete_dossier_is_ready() -> None:
    report = COMPLETE.check()
    assert (report.complete, report.ready, report.errors) == (True, True, 0)
    assert report.coverage.not_run == 0
    assert codes(report) <= {"CERTIFICATE"}


@pytest.mark.parametrize(
    ("name", "severity"),
    [("A04", Severity.ERROR), ("T07", Severity.WARNING), ("T20", Severity.ADVICE)],
)
def test_a_missing_document_weighs_as_much_as_we_are_sure(name: str, severity: Severity) -> None:
    report = COMPLETE.remove(name).check()
    [finding] = [one for one in report.findings if one.code == "MISSING"]
    assert (finding.requirement, finding.severity) == (name, severity)
    assert not report.complete
    assert not report.ready


def test_nothing_answered_is_far_from_ready() -> None:
    report = Filed().check()
    assert not report.complete
    assert report.coverage.not_run > 0
    assert {"UNDECIDED", "FILING-DATE"} <= codes(report)


def test_without_a_filing_date_nothing_is_ready() -> None:
    report = COMPLETE.without("filing_date").check()
    assert "FILING-DATE" in codes(report)
    assert not report.ready


def test_a_document_nobody_looked_into_holds_it_back() -> None:
    report = check(BOOK, COMPLETE.dossier, {})
    assert report.complete
    assert not report.ready
    assert report.coverage.not_run == len(COMPLETE.dossier.documents)


def test_every_finding_speaks_both_languages() -> None:
    everything = [*Filed().check().findings, *filed().check().findings, *COMPLETE.check().findings]
    for finding in everything:
        for words in (both(finding.message), both(finding.mend)):
            assert words.id
            assert words.en
            assert words.id != words.en
            assert "law." not in words.id + words.en
            assert "{" not in words.id + words.en


@pytest.mark.parametrize("category", ["1N", "1K", "1B", "1S", "2E", "2X", "3", "4C", "4Q", "7"])
@pytest.mark.parametrize("origin", ["own", "contract", "licence", "import"])
def test_rarely_asked_questions_hold_back_no_rule(category: str, origin: str) -> None:
    made = filed(GENERIC, category=category, origin=origin, changes="MaV-12")
    for finding in made.check().findings:
        if finding.severity is not Severity.ADVICE and finding.code.startswith("V-"):
            assert not both(finding.message).en.startswith("A rule could not be checked")


# Coverage


def test_what_is_missing_moves_from_passed_to_failed() -> None:
    before, after = COMPLETE.check().coverage, COMPLETE.remove("A04").check().coverage
    rules = len(BOOK.files.rules)
    total = sum((before.passed, before.failed, before.not_run, before.not_applicable))
    lost = sum((after.passed, after.failed, after.not_run, after.not_applicable))
    assert total - lost == rules  # the document's own rules are gone, the line is still counted
    assert after.failed == before.failed + 1


def test_a_failed_file_rule_is_not_counted_as_passed_as_well() -> None:
    one = COMPLETE.remove("A04").add("A04", name="formulir.pdf")
    before = one.check().coverage
    document = one.dossier.at("A04")[0]
    facts = {**one.facts, document.sha256: replace(one.facts[document.sha256], kind=Kind.UNKNOWN)}
    after = check(BOOK, one.dossier, facts).coverage
    assert after.failed == before.failed + 1
    assert sum_of(after) == sum_of(before)


def sum_of(coverage: Coverage) -> int:
    return coverage.passed + coverage.failed + coverage.not_run + coverage.not_applicable


def test_a_closed_pdf_leaves_its_inside_unseen() -> None:
    document = COMPLETE.dossier.at("A04")[0]
    closed = FileFacts(document.sha256, "0" * 32, 900, Kind.PDF, pages=None)
    report = check(BOOK, COMPLETE.dossier, {**COMPLETE.facts, document.sha256: closed})
    assert report.coverage.not_run > 0
    assert not report.ready


# Standings and decisions


def test_excused_deferred_and_judged() -> None:
    made = filed(deferral="not-yet-industry")
    made = made.decide("A04", DecisionKind.EXCUSED).decide("A07", DecisionKind.DEFERRED)
    made = made.decide("I03.blister", DecisionKind.NEEDED)
    told = made.checklist()
    assert standing(told, "A04") is Standing.EXCUSED
    assert standing(told, "A07") is Standing.DEFERRED
    assert standing(told, "A08") is Standing.UNMET
    assert standing(told, "I03.blister") is Standing.UNMET
    assert standing(told, "A28") is Standing.MET  # the program writes the letter
    assert standing(filed().checklist(), "I03.blister") is Standing.TO_BE_JUDGED
    spared = filed().decide("I03.blister", DecisionKind.NOT_NEEDED).checklist()
    assert standing(spared, "I03.blister") is Standing.JUDGED
    assert told.line("A07").need is Need.REQUIRED  # type: ignore[union-attr]  # it exists, see above


@pytest.mark.parametrize(
    ("deferral", "name", "deferred"),
    [
        ("none", "A08", False),
        ("new-facility", "A08", True),
        ("new-facility", "A07", False),
        ("not-yet-industry", "A09", True),
        ("not-yet-industry", "A10", False),
    ],
)
def test_only_what_the_case_lets_come_later_is_deferred(
    deferral: str, name: str, deferred: bool
) -> None:
    made = filed(deferral=deferral).decide(name, DecisionKind.DEFERRED)
    assert (standing(made.checklist(), name) is Standing.DEFERRED) is deferred


def test_a_person_cannot_overrule_an_answer_or_the_law() -> None:
    asking = filed(GENERIC).decide("A26", DecisionKind.NOT_NEEDED).checklist().line("A26")
    assert asking is not None
    assert asking.need is Need.UNDECIDED
    assert asking.asks == ("samples_requested",)
    fixed = filed().decide("A04", DecisionKind.NOT_NEEDED).checklist()
    assert standing(fixed, "A04") is Standing.UNMET


def test_samples_are_handed_in_outside_and_accepted_by_a_person() -> None:
    asked = filed(samples_requested="yes")
    assert standing(asked.checklist(), "A26") is Standing.TO_BE_JUDGED
    [finding] = [one for one in asked.findings("JUDGE") if one.requirement == "A26"]
    assert "handed in" in both(finding.mend).en
    accepted = asked.decide("A26", DecisionKind.ACCEPTED)
    assert standing(accepted.checklist(), "A26") is Standing.JUDGED


# Sets


IMPORTED = filed(origin="import", affiliate="no")


def test_a_set_is_met_when_every_required_part_is() -> None:
    made = IMPORTED
    for part in ("appointment-letter", "maker-licence", "gmp"):
        made = made.add(f"A13.{part}")
    assert standing(made.checklist(), "A13") is Standing.UNMET
    made = made.add("A13.import-justification")
    assert standing(made.checklist(), "A13") is Standing.MET
    assert standing(made.checklist(), "A13.cpp") is Standing.TO_BE_JUDGED
    assert not any(one.requirement == "A13" for one in made.check().findings)


def test_a_file_at_the_set_itself_waits_for_a_part() -> None:
    made = IMPORTED.add("A13")
    assert standing(made.checklist(), "A13") is Standing.UNMET
    assert [one.requirement for one in made.findings("WAITS")] == ["A13"]


def test_an_affiliate_needs_no_letter() -> None:
    letter = filed(origin="import", affiliate="yes").checklist().line("A13.appointment-letter")
    assert letter is not None
    assert letter.need is Need.NOT_NEEDED


def test_a_set_excused_as_a_whole_excuses_its_parts() -> None:
    made = filed(patent="patented").decide("A16", DecisionKind.EXCUSED).checklist()
    assert {standing(made, name) for name in ("A16", "A16.statement", "A16.ip-search")} == {
        Standing.EXCUSED
    }


# Documents at sections


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("I.C.ID.3", "A05"),
        ("II.S4.2", "T07"),
        ("II.S1.2", "T03"),
        ("II.P4.1", "T17"),
        ("I.C.5.2", "I01"),
        ("I.C.4.1", "I03.outer"),
    ],
)
def test_a_document_at_a_section_meets_the_sole_requirement_there(section: str, name: str) -> None:
    made = filed().add(section)
    assert standing(made.checklist(), name) is Standing.MET
    assert made.findings("WAITS") == []
    assert made.findings("NOT-ASKED") == []


@pytest.mark.parametrize("section", ["I.C.3", "I.C.4", "II.S"])
def test_where_several_are_asked_for_a_document_waits(section: str) -> None:
    made = filed().add(section)
    assert len(made.findings("WAITS")) == 1
    assert {line.id for line in made.checklist().lines if line.documents} == set()


def test_a_document_on_one_thing_is_never_taken_for_another() -> None:
    made = filed().add("II.P4.3")  # of human or animal origin, which is not asked for here
    assert standing(made.checklist(), "T17") is Standing.UNMET
    assert len(made.findings("NOT-ASKED")) == 1
    assert made.findings("WAITS") == []


def test_a_document_that_is_not_asked_for_is_advice() -> None:
    [finding] = filed().add("A18").findings("NOT-ASKED")
    assert finding.severity is Severity.ADVICE


# Branches


def test_a_fresh_dossier_has_one_branch_without_a_name() -> None:
    made = filed().add("T03").checklist()
    assert standing(made, "T03") is Standing.MET
    assert [line.id for line in made.lines if line.branch] == []


def test_several_substances_are_reported_each_and_together() -> None:
    made = filed().branch("substance", "parasetamol@pt-alfa").branch("substance", "kafein", 1)
    made = made.add("II.S1[parasetamol@pt-alfa]")
    told = made.checklist()
    assert standing(told, "T03[parasetamol@pt-alfa]") is Standing.MET
    assert standing(told, "T03[kafein]") is Standing.UNMET
    assert standing(told, "T03") is Standing.UNMET
    missing = [one.requirement for one in made.findings("MISSING") if "T03" in one.requirement]
    assert missing == ["T03[kafein]"]
    done = made.add("T03[kafein]")
    assert standing(done.checklist(), "T03") is Standing.MET
    assert done.findings("WAITS") == []


def test_a_document_of_no_branch_waits_where_there_are_several() -> None:
    made = filed().branch("substance", "a").branch("substance", "b", 1).add("T03")
    assert standing(made.checklist(), "T03") is Standing.UNMET
    assert len(made.findings("WAITS")) == 1


def test_an_excuse_for_all_branches_holds_for_each() -> None:
    made = filed().branch("substance", "a").branch("substance", "b", 1)
    told = made.decide("T03", DecisionKind.EXCUSED).checklist()
    assert {standing(told, name) for name in ("T03", "T03[a]", "T03[b]")} == {Standing.EXCUSED}
    one = made.decide("T03[a]", DecisionKind.EXCUSED).checklist()
    assert standing(one, "T03[b]") is Standing.UNMET
    assert standing(one, "T03") is Standing.UNMET


def test_answers_are_kept_as_they_were_given() -> None:
    assert dict(filed().checklist().answers) == {
        name: ANSWERED[name] for name in BOOK.facts if name in ANSWERED
    }
