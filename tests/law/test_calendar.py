"""Working days: the vectors of the law file, two calendars, years that nobody has decreed."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import calendar as clock
from dossier_studio.law.source import LawInvalid

DAYS = clock.calendar()
AUTHORITY, COMPANY = DAYS.week("authority"), DAYS.week("company")
PLAIN = clock.Week("plain", AUTHORITY.title, AUTHORITY.works, frozenset())
ROOT = Path(__file__).parents[2]

# start, n, Monday–Friday only, minus public holidays, minus joint leave as well
COUNTED = """
2026-01-05  1 2026-01-06 2026-01-06 2026-01-06
2026-01-05  5 2026-01-12 2026-01-12 2026-01-12
2026-01-05 20 2026-02-02 2026-02-03 2026-02-03
2026-01-05 90 2026-05-11 2026-05-19 2026-05-29
2026-03-16  1 2026-03-17 2026-03-17 2026-03-17
2026-03-16  5 2026-03-23 2026-03-24 2026-03-30
2026-03-16 20 2026-04-13 2026-04-15 2026-04-21
2026-03-16 90 2026-07-20 2026-07-29 2026-08-06
2026-12-21  5 2026-12-28 2026-12-29 2026-12-30
2026-12-21 20 2027-01-18 2027-01-21 2027-01-22
2026-12-21 90 2027-04-26 2027-05-05 2027-05-14
2027-03-01  5 2027-03-08 2027-03-09 2027-03-16
2027-03-01 20 2027-03-29 2027-04-02 2027-04-08
2027-03-01 90 2027-07-05 2027-07-15 2027-07-23
"""


@pytest.mark.parametrize("row", COUNTED.strip().splitlines())
def test_working_days_are_counted_as_the_law_file_says(row: str) -> None:
    start, count, *expected = row.split()
    found = [
        str(DAYS.count(date.fromisoformat(start), int(count), week).day)
        for week in (PLAIN, COMPANY, AUTHORITY)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("year", "plain", "company", "authority", "public", "joint", "estimated"),
    [(2025, 261, 248, 237, 17, 11, 0), (2026, 261, 248, 240, 17, 8, 0),
     (2027, 261, 250, 242, 18, 8, 3)],
)  # fmt: skip
def test_days_and_holidays_of_a_year(
    year: int, plain: int, company: int, authority: int, public: int, joint: int, estimated: int
) -> None:
    assert [DAYS.working_days(year, week) for week in (PLAIN, COMPANY, AUTHORITY)] == [
        plain, company, authority,
    ]  # fmt: skip
    listed = [one for day, found in DAYS.holidays.items() if day.year == year for one in found]
    kinds = [one.kind for one in listed]
    assert (kinds.count("public"), kinds.count("joint-leave")) == (public, joint)
    assert sum(one.estimated for one in listed) == estimated


def test_holidays_have_both_names() -> None:
    found = DAYS.holidays[date(2027, 3, 10)]
    assert [(one.name.id, one.name.en, one.estimated) for one in found] == [
        ("Hari Raya Idul Fitri", "Eid al-Fitr", True)
    ]
    both = {one.name.en for one in DAYS.holidays[date(2021, 5, 13)]}
    assert both == {"Eid al-Fitr", "Ascension Day"}


def test_the_file_is_what_the_pinned_package_says() -> None:
    tool = _tool()
    assert tool.text() == (ROOT / "resources/calendars/id.xml").read_text(encoding="utf-8")
    for category, kind in (("public", "public"), ("government", "joint-leave")):
        for year in range(2015, 2036):
            package = holidays.country_holidays("ID", years=year, categories=(category,))
            ours = {
                day
                for day, found in DAYS.holidays.items()
                if day.year == year and any(one.kind == kind for one in found)
            }
            assert ours == set(package), (year, kind)


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calendar_id", ROOT / "tools/calendar_id.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_beyond_the_last_decreed_year_a_date_is_provisional() -> None:
    assert DAYS.last_decreed == 2027
    assert not DAYS.count(date(2027, 12, 1), 21, AUTHORITY).provisional  # 2027-12-31
    assert DAYS.count(date(2027, 12, 1), 22, AUTHORITY).provisional
    assert DAYS.count(date(2031, 3, 3), 5, AUTHORITY).provisional
    assert DAYS.count(date(2028, 1, 3), -1, AUTHORITY).provisional


def test_a_year_without_calendar_is_answered_all_the_same() -> None:
    found = DAYS.count(date(2060, 1, 5), 5, AUTHORITY)
    assert (found.day, found.provisional) == (date(2060, 1, 12), True)
    assert DAYS.count(date(1990, 1, 1), 1, AUTHORITY).provisional


def test_estimated_holidays_on_the_way_are_named() -> None:
    found = DAYS.count(date(2027, 3, 1), 20, AUTHORITY)
    assert [str(one.day) for one in found.estimated] == ["2027-03-10", "2027-03-11"]
    assert not found.provisional


@given(st.dates(date(2016, 1, 1), date(2034, 1, 1)), st.integers(1, 200))
def test_counting_back_from_a_working_day_undoes_counting_forward(start: date, count: int) -> None:
    there = DAYS.count(start, count, AUTHORITY).day
    back = DAYS.count(there, -count, AUTHORITY).day
    assert DAYS.works(there, AUTHORITY)
    assert back <= start or not DAYS.works(start, AUTHORITY)
    between = [start + timedelta(one) for one in range(1, (there - start).days + 1)]
    assert sum(DAYS.works(day, AUTHORITY) for day in between) == count


def test_dates_that_cannot_be_are_refused() -> None:
    for start, count in ((date(9999, 12, 30), 5), (date(1, 1, 2), -5), (date(2026, 1, 1), 10**6)):
        with pytest.raises(WrongUse) as refusal:
            DAYS.count(start, count, AUTHORITY)
        assert "{" not in say(refusal.value.message, Language.ID)
    with pytest.raises(WrongUse):
        DAYS.week("weekend")


def test_the_persons_own_calendar_wins_and_may_be_edited(home: Path) -> None:
    own = home / "data" / clock.FILE
    own.parent.mkdir(parents=True)
    text = (paths.resources() / clock.FILE).read_text(encoding="utf-8")
    line = '    <day date="2026-03-18" kind="joint-leave" name="day-of-silence-joint-holiday"/>\n'
    assert line in text
    own.write_text(text.replace(line, ""), encoding="utf-8")
    mended = clock.calendar()
    assert mended.works(date(2026, 3, 18), mended.week("authority"))
    own.unlink()
    assert not clock.calendar().works(date(2026, 3, 18), AUTHORITY)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('date="2026-03-18"', 'date="2027-03-18"'),
        ('date="2026-03-18"', 'date="2026-03-18Z"'),
        ('date="2026-03-18"', 'date="2026-02-30"'),
        ('keeps="public"', 'keeps="publik"'),
        ('kind="joint-leave" name="day-of-silence', 'kind="leave" name="day-of-silence'),
        ('works="1 2 3 4 5" keeps="public"', 'works="1 2 8" keeps="public"'),
    ],
)
def test_mistakes_of_a_calendar_are_told_with_their_line(
    tmp_path: Path, right: str, wrong: str
) -> None:
    text = (paths.resources() / clock.FILE).read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / "id.xml"
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    _, mistakes = clock.read(file)
    assert line in {one.line for one in mistakes}
    for one in mistakes:
        for language in Language:
            assert "{" not in say(one.message, language)
    with pytest.raises(LawInvalid):
        clock.load(file)
