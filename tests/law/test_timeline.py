"""The days that follow a dossier, from its answers and its certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dossier_studio.core.dossier import Certificate
from dossier_studio.core.text import Language
from dossier_studio.host.messages import say
from dossier_studio.law import grammar
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock, Watch
from dossier_studio.law.fact import FactType
from dossier_studio.law.load import known, rulebook
from dossier_studio.law.timeline import Event, timeline
from tests.law.dossiers import Filed, filed

RULES = deadlines()
DAYS = calendar()
CLOCK = Clock(DAYS, DAYS.week(RULES.week))


def days_of(one: Filed) -> list[Event]:
    return list(timeline(one.book, one.dossier, RULES, CLOCK))


def by_rule(one: Filed) -> dict[str, Event]:
    return {event.rule: event for event in days_of(one) if event.rule}


def traditional(**answers: str) -> Filed:
    return replace(Filed(), book=rulebook("id.bpom.traditional")).answer(answers)


def test_dates_of_the_answers_start_their_deadlines() -> None:
    found = by_rule(
        filed(
            hpr_date="2026-10-01",
            payment_order_date="2026-10-01",
            additional_data_date="2026-11-20",
            approvable_letter_date="2027-08-01",
            ma_date="2027-09-01",
            ma_expiry="2032-09-01",
            reevaluation_notice="2028-08-31",
            first_made="no",
            renewal_with_variation="no",
        )
    )
    assert {rule: str(event.day) for rule, event in found.items()} == {
        "DL-02": "2027-10-01",
        "DL-04": "2029-08-01",
        "DL-12": "2029-02-28",
        "DL-21": "2028-09-01",
        "DL-23": "2032-09-01",
        "DL-34": "2028-09-01",
        "DL-39": "2027-04-28",
        "DL-40": "2026-10-15",
        "DL-43": "2032-08-01",
    }
    assert str(found["DL-43"].opens) == "2031-09-01"
    missed = found["DL-12"].missed
    assert missed is not None
    assert "revoked" in say(missed, Language.EN)


def test_what_the_answers_rule_out_is_left_out_and_what_is_open_is_told() -> None:
    windows = {"DL-24", "DL-43"}
    with_change = by_rule(filed(ma_expiry="2032-09-01", renewal_with_variation="yes"))
    assert windows & with_change.keys() == {"DL-24"}
    open_ = by_rule(filed(ma_expiry="2032-09-01").without("renewal_with_variation"))
    assert windows <= open_.keys()
    assert "DL-34" not in by_rule(filed(ma_date="2027-09-01", first_made="yes"))
    stage_one = by_rule(filed(additional_data_date="2026-11-20", stage="pre-registration"))
    assert {"DL-38", "DL-39"} & stage_one.keys() == {"DL-38"}


def test_a_certificate_expires_and_opens_the_window_of_its_renewal() -> None:
    noted = Certificate(issued=date(2022, 1, 1), expires=date(2027, 6, 1))
    one = filed().add("A08", noted, name="cpob.pdf")
    expiry = next(event for event in days_of(one) if event.day == date(2027, 6, 1))
    assert "cpob.pdf" in say(expiry.what, Language.ID)
    assert expiry.place == "A08"
    assert [say(note, Language.EN) for note in expiry.notes] == [
        "It expires before the evaluation is expected to end."
    ]
    window = by_rule(one)["DL-37"]
    assert (str(window.opens), str(window.day)) == ("2026-12-01", "2027-02-01")
    later = filed().add("A08", replace(noted, expires=date(2031, 6, 1)))
    assert all(event.notes == () for event in days_of(later) if event.day == date(2031, 6, 1))


def test_the_expected_end_of_the_evaluation_is_a_day() -> None:
    ends = [one for one in days_of(filed()) if "150" in say(one.what, Language.EN)]
    assert [str(one.day) for one in ends] == ["2027-09-07"]  # 150 working days from 2027-01-18


def test_half_year_reports_fall_in_january_and_july_until_the_authorisation_ends() -> None:
    one = traditional(ma_date="2027-01-15", ma_expiry="2029-01-15", kind="OB-7")
    reports = [
        (str(event.opens), str(event.day)) for event in days_of(one) if event.rule == "DL-15"
    ]
    assert reports == [
        ("2027-07-01", "2027-07-31"),
        ("2028-01-01", "2028-01-31"),
        ("2028-07-01", "2028-07-31"),
        ("2029-01-01", "2029-01-31"),
    ]


def test_renewal_of_natural_medicines_by_kind() -> None:
    both = by_rule(traditional(ma_expiry="2027-03-16", kind="OB-7"))
    assert (str(both["DL-35a"].opens), str(both["DL-35a"].day)) == ("2026-09-14", "2026-12-07")
    assert str(both["DL-35b"].day) == "2027-02-15"
    assert "DL-35a" not in by_rule(traditional(ma_expiry="2027-03-16", kind="OB-U1"))


def test_one_deadline_may_start_another() -> None:
    book = rulebook("id.bpom.ski")
    one = replace(Filed(), book=book).answer({"api_issued": "2022-01-31", "api_scheme": "70-2015"})
    found = {rule: str(event.day) for rule, event in by_rule(one).items()}
    assert found == {"DL-10": "2027-01-31", "DL-11": "2027-03-02"}
    assert by_rule(one.answer({"api_scheme": "75-2018"})) == {}


@pytest.mark.parametrize("watch", RULES.watches, ids=lambda one: f"{one.rulebook} {one.deadline}")
def test_every_watch_names_what_exists(watch: Watch) -> None:
    assert watch.rulebook in known()
    book = rulebook(watch.rulebook)
    for name in filter(None, (watch.fact, watch.until)):
        assert book.facts[name].type is FactType.DATE
    places = {*book.requirements, *(p.id for one in book.requirements.values() for p in one.parts)}
    assert {watch.certificate, watch.expiring} - {""} <= places
    if watch.when:
        named = {name: one.expression for name, one in book.conditions.items()}
        grammar.parse(watch.when, book.facts, named)


def test_every_day_is_told_in_both_languages() -> None:
    one = filed(ma_date="2027-09-01", ma_expiry="2032-09-01")
    for event in days_of(one):
        for words in (event.what, *event.notes):
            for language in Language:
                assert "{" not in say(words, language)
                assert "clocks." not in say(words, language)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9998-02-28", "2024-02-29"])
def test_the_oddest_dates_are_no_crash(day: str) -> None:
    dates = [name for name, fact in filed().book.facts.items() if fact.type is FactType.DATE]
    days_of(filed(None, **dict.fromkeys(dates, day)))
    book = rulebook("id.bpom.traditional")
    dates = [name for name, fact in book.facts.items() if fact.type is FactType.DATE]
    found = days_of(traditional(kind="OB-7", **dict.fromkeys(dates, day)))
    days_of(traditional(kind="OB-7", ma_date=day))
    assert found == sorted(found, key=lambda event: event.day)
