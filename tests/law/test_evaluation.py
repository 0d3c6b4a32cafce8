"""Evaluation paths: each row of the law's table, the shortest that holds, what is still open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import evaluation as law
from dossier_studio.law.calendar import calendar
from dossier_studio.law.load import rulebook

DRUG, TRADITIONAL = rulebook("id.bpom.drug"), rulebook("id.bpom.traditional")
LIMITS = law.paths_of(DRUG)
NO = dict.fromkeys(
    "export_only emergency_use orphan life_threatening programme reliance same_as_own_product"
    " investment new_development development_trial".split(),
    "no",
)


def stage_of(name: str, answers: dict[str, str]) -> law.StagePath:
    found = law.evaluation(LIMITS, DRUG, answers, calendar())
    return next(one for one in found if one.stage == name)


def days(**answers: str) -> int | None:
    found = stage_of("registration", {**NO, "patent": "none", **answers})
    assert found.shorter == ()
    return found.path.days if found.path else None


@pytest.mark.parametrize(
    ("expected", "category", "answers"),
    [
        (7, "2X", "export_only"),
        (10, "7", ""),
        (10, "7", "renewal_with_variation"),
        (20, "6", ""),
        (40, "5", ""),
        (5, "2E", "emergency_use"),
        (20, "1N", "emergency_use"),
        (20, "1B", "emergency_use"),
        (20, "4C", "emergency_use"),
        (50, "1N", "new_development investment"),
        (75, "2E", "investment first-generic"),
        (75, "4Q", "reliance"),
        (90, "1N", "reliance"),
        (90, "1S", "reliance"),
        (90, "4C", "reliance"),
        (100, "1N", "life_threatening"),
        (100, "2X", "life_threatening"),
        (100, "1K", "orphan"),
        (100, "2E", "programme"),
        (100, "4C", "programme"),
        (100, "1B", "investment"),
        (100, "1N", "new_development development_trial"),
        (300, "1N", "new_development"),
        (100, "2X", "same_as_own_product"),
        (100, "4Q", ""),
        (150, "2E", ""),
        (150, "2X", "investment"),
        (150, "2X", "reliance"),
        (300, "1N", ""),
        (300, "1S", ""),
        (300, "3", ""),
        (300, "4C", ""),
        (90, "1N", "reliance orphan"),
    ],
)
def test_working_days_of_every_path(expected: int, category: str, answers: str) -> None:
    said = {name: "yes" for name in answers.split() if name != "first-generic"}
    if "first-generic" in answers:
        said["patent"] = "first-generic"
    assert days(category=category, **said) == expected


def test_pre_registration() -> None:
    for category, expected in (("1N", 40), ("2E", 40), ("4C", 40)):
        found = stage_of("pre-registration", {**NO, "category": category, "origin": "import"})
        assert found.path is not None
        assert (found.path.days, found.exempt) == (expected, None)
    emergency = stage_of("pre-registration", {**NO, "category": "1N", "emergency_use": "yes"})
    assert emergency.path is not None
    assert (emergency.path.days, emergency.path.hours) == (None, 6)
    for category in ("4Q", "5", "6", "7"):
        exempt = stage_of("pre-registration", {**NO, "category": category})
        assert exempt.path is None
        assert exempt.exempt is not None


def test_unanswered_questions_that_would_shorten_it_are_named() -> None:
    found = stage_of("registration", {"category": "2X"})
    assert found.path is not None
    assert found.path.days == 150
    asks = {name for one in found.shorter for name in one.asks}
    assert {"programme", "orphan", "life_threatening", "same_as_own_product"} <= asks
    assert all(one.path.length < found.path.length for one in found.shorter)
    open_ = stage_of("registration", {})
    assert open_.path is None
    assert open_.shorter


def test_the_choice_is_explained_in_both_languages() -> None:
    found = stage_of("registration", {**NO, "category": "1N", "reliance": "yes"})
    assert "reliance" in say(found.because, Language.EN)
    assert "{" not in say(found.because, Language.ID)
    assert [one.id for one in found.others] == ["new"]


def test_what_held_before_stays_as_history() -> None:
    found = stage_of("registration", {**NO, "category": "1N", "reliance": "yes"})
    former = [(one.least, one.days, one.valid_to) for one in found.former]
    assert former == [(50, 100, "2025-10-03"), (None, 120, "2025-10-03")]
    assert [one.days for one in stage_of("registration", {"category": "2X"}).former] == [100]


def test_the_end_is_counted_from_the_filing_date() -> None:
    said = {**NO, "category": "2X", "stage": "registration", "filing_date": "2026-01-05"}
    ends = stage_of("registration", {**said, "orphan": "yes"}).ends
    assert ends is not None
    assert str(ends.day) == "2026-06-15"
    assert stage_of("pre-registration", said).ends is None
    late = stage_of("registration", {**said, "filing_date": "2027-12-01"}).ends
    assert late is not None
    assert late.provisional


TIMES = """
OB-1 - 7 | OB-2 10 15 | OB-3 15 30 | OB-4 15 90 | OB-5 15 90 | OB-6 15 30 | OB-7 15 90 | OB-8 15 90
OB-9 - 3 | OB-V1 - 30 | OB-V2 - 7 | OB-V3 - 5 | OB-U1 - 10 | OB-U2 - 30
SK-1 10 15 | SK-2 15 30 | SK-3 15 50 | SK-4 15 50 | SK-X - 3 | SK-V1 - 30 | SK-V2 - 7 | SK-V3 - 5
SK-U1 - 10 | SK-U2 - 30
OK-1 15 30 | OK-2 15 50 | OK-3 15 60 | OK-X - 3 | OK-V1 - 30 | OK-V2 - 7 | OK-V3 - 5
OK-U1 - 10 | OK-U2 - 30
"""


@pytest.mark.parametrize("row", TIMES.strip().replace("\n", " | ").split(" | "))
def test_times_of_natural_medicines_by_kind(row: str) -> None:
    kind, pre, registration = row.split()
    found = law.evaluation(law.paths_of(TRADITIONAL), TRADITIONAL, {"kind": kind}, calendar())
    by_stage = {one.stage: one.path.days for one in found if one.path}
    expected = {"pre-registration": pre, "registration": registration}
    assert by_stage == {stage: int(one) for stage, one in expected.items() if one != "-"}


def test_the_founding_times_belong_to_the_scheme_of_2005() -> None:
    answers = {"category": "CAT-05"}
    found = law.evaluation(law.paths_of(TRADITIONAL), TRADITIONAL, answers, calendar())
    former = {one.stage: [past.days for past in one.former] for one in found}
    assert former == {"pre-registration": [20], "registration": [90]}


def test_a_number_changed_in_the_data_changes_the_path(tmp_path: Path) -> None:
    text = (paths.resources() / "rules/bpom/paths-drug.xml").read_text(encoding="utf-8")
    old = 'id="generic" stage="registration" days="150"'
    assert old in text
    file = tmp_path / "paths.xml"
    file.write_text(text.replace(old, old.replace("150", "125")), encoding="utf-8")
    found = law.evaluation(law.load(file), DRUG, {**NO, "category": "2X"}, calendar())
    assert found[-1].path is not None
    assert found[-1].path.days == 125


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("category == '7'", "category == '8'"),
        ('stage="pre-registration" days', 'stage="before" days'),
        ('stage="registration" days="150"', 'stage="registration"'),
        ('days="150"', 'days="many"'),
    ],
)
def test_mistakes_of_a_path_file_are_told_with_their_line(
    tmp_path: Path, right: str, wrong: str
) -> None:
    text = (paths.resources() / "rules/bpom/paths-drug.xml").read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / "paths.xml"
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    _, mistakes = law.read(file)
    assert [one.line for one in mistakes] == [text[: text.index(right)].count("\n") + 1]
    assert all("{" not in say(one.message, Language.ID) for one in mistakes)


def test_a_rulebook_without_paths_is_refused() -> None:
    with pytest.raises(WrongUse):
        law.paths_of(replace(DRUG, id="id.bpom.unknown"))
