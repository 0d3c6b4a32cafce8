from __future__ import annotations

from datetime import date

import pytest

from dossier_studio.app.components import date_reading

EIGHTEENTH = date(2027, 1, 18)


@pytest.mark.parametrize(
    "text",
    [
        "18-01-2027", "18/1/27", "18.01.2027", "18 Jan 2027", "18 januari 2027",
        "18 January 2027", "2027-01-18", " 18 - 1 - 2027 ", "18012027", "20270118",
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert date_reading.read(text) == EIGHTEENTH


@pytest.mark.parametrize("text", ["31-02-2028", "29-02-2027", "2027-13-01", "0-1-2027"])
def test_a_day_that_is_not_in_the_calendar_is_named_as_such(text: str) -> None:
    with pytest.raises(date_reading.NoSuchDay):
        date_reading.read(text)


@pytest.mark.parametrize("text", ["besok", "18-01", "1-2-3-4", "18 foo 2027", "x"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        date_reading.read(text)


def test_an_empty_line_is_no_date() -> None:
    assert date_reading.read("   ") is None
    assert date_reading.shown(None) == ""


def test_what_is_shown_is_read_back() -> None:
    for day in (date(2024, 2, 29), date(1999, 12, 31), EIGHTEENTH):
        assert date_reading.read(date_reading.shown(day)) == day
