"""Every deadline of the law file: its day, its range, its assumption, or why it has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import deadline_rows
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadlines import Clock, Deadlines, Due, due

ROWS = deadline_rows.deadlines()
MONDAY = date(2026, 3, 16)

# rule, unit, first day, last day; all from Monday 2026-03-16 (working days: the `holidays` package)
EXPECTED = """
DL-01 WD - 2026-05-22
DL-02 Y - 2027-03-16
DL-03 WD 2026-06-10 2026-08-21
DL-04 Y - 2028-03-16
DL-05 WD - 2026-03-17
DL-06 WD - 2026-03-17
DL-07 WD - 2026-03-17
DL-10 Y - 2031-03-16
DL-11 CD - 2026-04-15
DL-12 M - 2026-09-16
DL-13 WD - 2026-04-21
DL-14 WD - 2026-08-06
DL-16 Y - 2028-03-16
DL-17 WD - 2026-03-17
DL-18 WD - 2026-03-30
DL-19 WD - 2026-03-30
DL-20 Y - 2028-03-16
DL-21 M - 2027-03-16
DL-22 date - 2023-12-07
DL-23 Y - 2031-03-16
DL-24 M 2025-03-16 2026-01-16
DL-25 CD - 2026-03-31
DL-27 WD 2026-03-30 2027-06-25
DL-28a WD - 2026-04-07
DL-28b WD - 2026-04-14
DL-29 WD 2026-03-26 2026-08-06
DL-30 CD - 2026-05-15
DL-31 CD - 2026-04-25
DL-32 WD - 2026-04-21
DL-33 CD - 2026-03-26
DL-34 Y - 2027-03-16
DL-36a WD - 2026-04-07
DL-36b WD - 2026-04-07
DL-36c WD - 2026-05-06
DL-37 M 2025-09-16 2025-11-16
DL-38 WD - 2026-04-21
DL-39 WD - 2026-08-21
DL-40 WD - 2026-04-07
DL-43 M 2025-03-16 2026-02-16
"""


def fall(rule: str, start: date = MONDAY, rows: Deadlines = ROWS) -> Due:
    days = calendar()
    return due(rows.row(rule), start, Clock(days, days.week(rows.week)))


@pytest.mark.parametrize("row", EXPECTED.strip().splitlines())
def test_days_of_the_deadlines(row: str) -> None:
    rule, unit, first, last = row.split()
    found = fall(rule)
    assert (found.unit, str(found.due_from or "-"), str(found.due)) == (unit, first, last)


def test_every_row_of_the_law_file_is_there() -> None:
    groups = {row.group or row.id for row in ROWS.rows.values()}
    assert {f"DL-{number:02}" for number in range(1, 38)} <= groups
    for row in ROWS.rows.values():
        assert row.citations, row.id
        if row.span is None and row.on is None:
            with pytest.raises(WrongUse):
                fall(row.id)
        else:
            assert fall(row.id).due


def test_the_window_before_an_expiry_is_counted_back_in_working_days() -> None:
    expiry = date(2027, 3, 16)
    with_change, without = fall("DL-35a", expiry), fall("DL-35b", expiry)
    assert (str(with_change.due_from), str(with_change.due)) == ("2026-09-14", "2026-12-07")
    assert with_change.due_from == without.due_from
    assert str(without.due) == "2027-02-15"


@pytest.mark.parametrize(
    ("rule", "start", "last"),
    [
        ("DL-12", "2026-08-31", "2027-02-28"),
        ("DL-12", "2027-08-31", "2028-02-29"),
        ("DL-02", "2028-02-29", "2029-02-28"),
        ("DL-12", "2026-02-28", "2026-08-28"),
        ("DL-12", "2026-03-26", "2026-09-26"),  # a Saturday stays
        ("DL-13", "2026-03-21", "2026-04-22"),  # from a Saturday
    ],
)
def test_months_keep_the_day_or_take_the_last_and_never_move(
    rule: str, start: str, last: str
) -> None:
    assert str(fall(rule, date.fromisoformat(start)).due) == last


def test_days_without_a_kind_name_the_assumption() -> None:
    for rule, unit, word in (("DL-05", "WD", "working days"), ("DL-33", "CD", "calendar days")):
        found = fall(rule)
        assert found.unit == unit
        assert found.deadline.assumed
        assert any(word in say(one, Language.EN) for one in found.notices)
    assert not fall("DL-07").deadline.assumed


def test_a_second_count_stands_beside_the_first() -> None:
    found = fall("DL-30")
    assert found.deadline.also is not None
    assert (str(found.also), found.deadline.also.unit) == ("2026-05-22", "WD")


def test_superseded_rows_are_answered_and_say_so() -> None:
    for rule, by in (("DL-03", "DL-27"), ("DL-13", "DL-28"), ("DL-14", "DL-29")):
        row = ROWS.rows[rule]
        assert row.superseded_by == by
        assert row.valid_to == "2025-10-03"
        assert any(by in say(one, Language.ID) for one in fall(rule).notices)


def test_clocks_that_the_first_list_lacked_allow_one_extension() -> None:
    assert [ROWS.rows[rule].extensions for rule in ("DL-38", "DL-39", "DL-40")] == [1, 1, 0]


def test_provisional_when_working_days_run_beyond_the_decreed_years() -> None:
    assert fall("DL-13", date(2027, 12, 20)).provisional
    assert not fall("DL-12", date(2040, 1, 1)).provisional  # months need no calendar
    assert not fall("DL-13").provisional


@pytest.mark.parametrize(
    ("rule", "named"),
    [("DL-28", "DL-28a"), ("DL-36", "DL-36c"), ("DL-99", "DL-99"), ("", "deadlines"),
     ("DL-08", "SKI"), ("DL-09", "shelf-life"), ("DL-15", "January"), ("DL-26", "DL-39")],
)  # fmt: skip
def test_what_cannot_be_counted_says_what_to_do(rule: str, named: str) -> None:
    with pytest.raises(WrongUse) as refusal:
        fall(rule)
    spoken = [say(refusal.value.message, language) for language in Language]
    assert named in " ".join(spoken)
    assert all(one.endswith(".") and "{" not in one for one in spoken)


def test_a_date_at_the_end_of_time_is_refused() -> None:
    for rule in ("DL-02", "DL-13", "DL-25"):
        with pytest.raises(WrongUse):
            fall(rule, date(9999, 12, 31))


def test_confidence_is_that_of_the_source() -> None:
    assert ROWS.rows["DL-25"].confidence is Confidence.LOW  # background knowledge
    assert ROWS.rows["DL-01"].confidence is Confidence.HIGH  # legal text read
    assert ROWS.rows["DL-30"].confidence is Confidence.MEDIUM  # slides of 2023


def test_a_number_changed_in_the_data_changes_the_date(tmp_path: Path) -> None:
    text = (paths.resources() / deadline_rows.FILE).read_text(encoding="utf-8")
    file = tmp_path / "deadlines.xml"
    old = 'id="DL-13" actor="bpom" unit="WD" to="20"'
    assert old in text
    file.write_text(text.replace(old, old.replace("20", "5")), encoding="utf-8")
    assert str(fall("DL-13", rows=deadline_rows.load(file)).due) == "2026-03-30"
    file.write_text(text.replace('to="20"', "", 1), encoding="utf-8")
    _, mistakes = deadline_rows.read(file)
    assert mistakes
    orphan = text.replace('superseded-by="DL-28"', 'superseded-by="DL-48"')
    file.write_text(orphan, encoding="utf-8")
    _, mistakes = deadline_rows.read(file)
    assert "DL-48" in say(mistakes[0].message, Language.EN)
