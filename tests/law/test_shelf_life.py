"""Remaining shelf life on import: exactly one third passes, a day less does not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import shelf_life as law
from dossier_studio.law.shelf_life import Batch, remaining

RULES = law.rules()
THIRD = RULES.rule(RULES.usual)
MADE = date(2025, 1, 1)


def test_exactly_one_third_passes() -> None:
    batch = Batch("B1", MADE, MADE + timedelta(900))
    assert remaining(batch, MADE + timedelta(600), THIRD).passes is True
    assert remaining(batch, MADE + timedelta(601), THIRD).passes is False
    assert remaining(batch, MADE + timedelta(600), THIRD).last == MADE + timedelta(600)


@given(st.integers(1, 3_000), st.integers(-100, 3_100))
def test_whole_numbers_decide(whole: int, passed: int) -> None:
    found = remaining(Batch("B", MADE, MADE + timedelta(whole)), MADE + timedelta(passed), THIRD)
    assert found.passes is (3 * (whole - passed) >= whole)
    assert found.last is not None
    assert remaining(found.batch, found.last, THIRD).passes is True
    assert remaining(found.batch, found.last + timedelta(1), THIRD).passes is False


def test_without_a_date_of_manufacture_nobody_can_tell() -> None:
    found = remaining(Batch("B1", None, date(2028, 1, 1)), date(2027, 1, 1), THIRD)
    assert (found.passes, found.whole, found.left) == (None, None, 365)
    assert found.notice is not None
    assert "B1" in say(found.notice, Language.ID)


def test_other_rules_are_kept_and_doubted() -> None:
    months = RULES.rule("SKI-06-biological")
    batch = Batch("V", None, date(2027, 12, 31))
    assert remaining(batch, date(2027, 3, 31), months).passes is True
    assert remaining(batch, date(2027, 4, 1), months).passes is False
    food = RULES.rule("SKI-06-food")
    assert remaining(Batch("F", MADE, MADE + timedelta(900)), MADE + timedelta(300), food).passes
    assert {months.confidence, food.confidence} == {Confidence.LOW}
    assert THIRD.confidence is Confidence.HIGH


def test_dates_that_cannot_be_are_refused_or_named() -> None:
    with pytest.raises(WrongUse):
        remaining(Batch("B", MADE, MADE), MADE, THIRD)
    with pytest.raises(WrongUse):
        RULES.rule("SKI-99")
    early = remaining(Batch("B", MADE, MADE + timedelta(900)), MADE - timedelta(1), THIRD)
    assert early.notice is not None


def test_the_part_changed_in_the_data_changes_the_verdict(tmp_path: Path) -> None:
    text = (paths.resources() / law.FILE).read_text(encoding="utf-8")
    file = tmp_path / "shelf-life.xml"
    file.write_text(text.replace('numerator="1" denominator="3"', 'numerator="1" denominator="2"'),
                    encoding="utf-8")  # fmt: skip
    half = law.load(file).rule("SKI-05")
    batch = Batch("B", MADE, MADE + timedelta(900))
    assert remaining(batch, MADE + timedelta(600), half).passes is False
    file.write_text(text.replace('numerator="1"', 'numerator="4"'), encoding="utf-8")
    _, mistakes = law.read(file)
    assert "SKI-05" in say(mistakes[0].message, Language.EN)
