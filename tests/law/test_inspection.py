"""Every data file that comes along holds no mistake, and each kind is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law.inspection import READINGS, inspected

FILES = sorted(
    file
    for pattern in ("rules/*.xml", "rules/*/*.xml", "outlines/*.xml", "calendars/*.xml")
    for file in paths.resources().glob(pattern)
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_ours_holds_no_mistake(file: Path) -> None:
    found = inspected(file)
    assert found.mistakes == ()
    assert found.kind in READINGS


def test_every_kind_comes_along() -> None:
    assert {inspected(file).kind for file in FILES} == set(READINGS)


def test_a_file_that_leans_on_a_missing_rulebook_says_so(tmp_path: Path) -> None:
    text = (paths.resources() / "rules/bpom/fees-ski.xml").read_text("utf-8")
    file = tmp_path / "fees.xml"
    file.write_text(text.replace('rulebook="id.bpom.ski"', 'rulebook="id.bpom.gone"'), "utf-8")
    (mistake,) = inspected(file).mistakes
    for language in Language:
        assert "id.bpom.gone" in say(mistake.message, language)


@pytest.mark.parametrize("day", ["2025-10-03Z", "2025-02-30", "-2025-10-03", "3 Oktober 2025"])
def test_odd_dates_are_mistakes_and_no_crash(tmp_path: Path, day: str) -> None:
    text = (paths.resources() / "rules/bpom/traditional.xml").read_text("utf-8")
    old = 'id="S27" valid-from="2025-10-03"'
    assert old in text
    file = tmp_path / "rulebook.xml"
    file.write_text(text.replace(old, f'id="S27" valid-from="{day}"'), "utf-8")
    assert [one.line for one in inspected(file).mistakes] == [
        text[: text.index(old)].count("\n") + 1
    ]
