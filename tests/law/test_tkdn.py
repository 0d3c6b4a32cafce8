"""Local content: the worked examples of the law file, exactly, and what cannot be calculated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.core.errors import StudioError, Unreadable, WrongUse
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import say
from dossier_studio.law import tkdn_rules
from dossier_studio.law.source import LawInvalid
from dossier_studio.law.tkdn import Outcome, calculate, written
from dossier_studio.law.tkdn_form import assessment
from tests.law.assessments import (
    CRITERIA,
    ITEMS,
    counted,
    everything,
    line,
    tick,
    ticked,
    with_evidence,
)

RULES = tkdn_rules.rules()
NOT_DONE = ["RD-1", "RD-2"]
DONE_HERE = [tick(item, "PLM") for item in ("RD-3", "RD-4", "PR-1", "PR-2", "PK-1")]
MATERIALS = [tick("RM-1", "PLMS"), tick("RM-2", "PLMS", "30"), tick("RM-2", "", "70")]
PACKS = [tick("PK-2", "PLMS", "40"), tick("PK-2", "", "60"), tick("PK-3", "PLMS")]

SEED = {
    "E1": ("0 0 0 0 0 0 0 0 0 0 0", "20.0 12.0 6.0 2.0", "40.0"),
    "E2": ("1 1 1 1 1 1 1 1 1 1 1", "30.0 18.0 9.0 3.0", "60.0"),
    "E3": ("2 2 2 2 2 2 2 2 2 2 2", "40.0 24.0 12.0 4.0", "80.0"),
    "E4": ("3 3 3 3 3 3 3 3 3 3 3", "50.0 30.0 15.0 5.0", "100.0"),
    "E5": ("0 1 0 0 3 3 2 2 3 2 3", "23.5 20.1 12.0 4.6", "60.2"),
    "E6": ("3 1 0 0 3 3 2 2 3 2 3", "43.0 20.1 12.0 4.6", "79.7"),
    "E7": ("2 3 1 2 3 1 3 2 3 1 0", "43.5 24.0 13.8 3.9", "85.2"),
    "E8": ("0 0 0 0 0 0 0 0 2 2 2", "20.0 12.0 6.0 4.0", "42.0"),
    "E9": ("0 0 0 0 0 0 3 3 3 3 3", "20.0 12.0 15.0 5.0", "52.0"),
    "E10": ("3 3 0 0 0 0 0 0 0 0 0", "50.0 12.0 6.0 2.0", "70.0"),
    "E11": ("1 0 0 1 2 3 1 1 2 0 1", "26.5 19.8 9.0 3.1", "58.4"),
}
VERIFIER = {
    "V1": (everything(""), "0.0"),
    "V2": (everything("PLMS"), "100.0"),
    "V3": (everything("P"), "40.0"),
    "V4": (ticked(*DONE_HERE, *PACKS), "32.3"),
    "V5": (ticked(*DONE_HERE, *PACKS, *MATERIALS), "70.05"),
    "V6": (everything("PLMS", without=["RD-2", "RD-4", "PK-1"]), "85.5"),
    "V7": (ticked(tick("PR-1", "PL"), tick("PR-2", "PL")), "12.0"),
    "V8": (ticked(tick("RM-1", "PLM", "20"), tick("RM-1", "", "80")), "5.2"),
}  # fmt: skip


def outcome(form: object, rules: tkdn_rules.LocalContent = RULES) -> Outcome:
    data = json.dumps(form).encode()
    return calculate(rules, assessment(data, rules, "penilaian.json"))


def claimed(form: object) -> str:
    return written(outcome(form).claimed.total)


@pytest.mark.parametrize(("row", "points", "total"), SEED.values(), ids=SEED)
def test_examples_of_the_seed_rule(row: str, points: str, total: str) -> None:
    found = outcome(counted(row)).claimed
    assert written(found.total) == total
    assert [written(one) for one in found.points.values()] == points.split()
    assert list(found.points) == ["raw_materials", "research", "production", "packaging"]


def test_working_of_the_fifth_example() -> None:
    found = outcome(counted(SEED["E5"][0])).claimed
    assert [written(one) for one in found.scores.values()] == ["47.0", "67.0", "80.0", "92.0"]


def test_example_of_steps_not_performed() -> None:
    form = counted(SEED["E5"][0], rule_set="seed-16-2020-np0", skipped=NOT_DONE)
    found = outcome(form)
    assert written(found.claimed.total) == "53.6"
    assert written(found.claimed.points["research"]) == "13.5"
    beside = found.by_rule_set["seed-16-2020"]
    assert beside is not None
    assert written(beside.total) == "60.2"  # the founding summary gives 40 % all the same


def test_example_of_several_lines() -> None:
    form = counted("2 2 2 2 2 2 2 2 2 2 2")
    others = [one for one in form["lines"] if one["item"] not in {"RM-1", "RM-2"}]  # type: ignore[attr-defined]  # lines is a list
    api = [line("RM-1", 3), line("RM-1", 0)]
    excipients = [line("RM-2", 1), line("RM-2", 1), line("RM-2", 3)]
    found = outcome({**form, "lines": [*api, *excipients, *others]})
    assert found.claimed.total == Fraction(907, 12)  # 75.58333…
    assert written(found.claimed.total) == "75.5833"
    assert found.by_rule_set["verifier-16-2020"] is None  # several lines, no shares
    said = " ".join(say(one, Language.EN) for one in found.notices)
    assert "give each its percentage" in said


def test_example_of_the_published_case() -> None:
    skipped = ["RD-2", "RD-4", "PK-1"]
    row = "3 3 3 3 3 3 3 3 3 3 3"
    assert claimed(counted(row, rule_set="seed-16-2020-np0", skipped=skipped)) == "85.5"


@pytest.mark.parametrize(("form", "total"), VERIFIER.values(), ids=VERIFIER)
def test_examples_of_the_verifiers_rule(form: object, total: str) -> None:
    assert claimed(form) == total


def test_criteria_without_the_base_tick_do_not_count_and_are_named() -> None:
    found = outcome(ticked(tick("PR-1", "LM")))
    assert written(found.claimed.total) == "0.0"
    assert any("PR-1" in say(one, Language.ID) for one in found.notices)


def test_material_is_no_criterion_of_a_process_under_the_verifier() -> None:
    assert claimed(ticked(tick("PR-1", "PS"))) == claimed(ticked(tick("PR-1", "P"))) == "3.6"


@given(st.lists(st.integers(0, 3), min_size=11, max_size=11))
def test_the_seed_rule_has_its_closed_form(met: list[int]) -> None:
    weights = [item.weight * component.weight for component in RULES.components
               for item in component.items]  # fmt: skip
    form = counted(" ".join(map(str, met)))
    expected = 40 + sum(w * n for w, n in zip(weights, met, strict=True)) / 10_000 * 20
    assert outcome(form).claimed.total == expected


def test_no_evidence_is_foreign() -> None:
    form = counted(SEED["E4"][0])
    assert written(outcome(form).evidenced.total) == "40.0"
    verified = outcome(everything("PLMS"))
    assert written(verified.claimed.total) == "100.0"
    assert written(verified.evidenced.total) == "0.0"


@pytest.mark.parametrize(
    "evidence",
    [["kontrak.pdf"], CRITERIA, {one: ["bukti.pdf"] for one in CRITERIA},
     [{"criterion": one, "document": "bukti.pdf"} for one in CRITERIA]],
)  # fmt: skip
def test_evidence_for_everything_confirms_the_claim(evidence: object) -> None:
    found = outcome(with_evidence(everything("PLMS"), evidence))
    assert written(found.evidenced.total) == "100.0"


def test_evidence_counts_for_its_criterion_only() -> None:
    form = with_evidence(counted(SEED["E4"][0]), [{"criterion": "labour", "document": "sk.pdf"}])
    assert written(outcome(form).evidenced.total) == "60.0"
    assert written(outcome(form).claimed.total) == "100.0"


def test_every_item_needs_a_line() -> None:
    form = counted(SEED["E4"][0])
    lines = [one for one in form["lines"] if one["item"] not in {"RD-2", "PK-3"}]  # type: ignore[attr-defined]  # lines is a list
    with pytest.raises(WrongUse) as refusal:
        outcome({**form, "lines": lines})
    assert "RD-2" in said_of(refusal.value)
    assert "PK-3" in said_of(refusal.value)


def said_of(refusal: StudioError) -> str:
    spoken = [say(refusal.message, language) for language in Language]
    assert all("{" not in one and "tkdn." not in one for one in spoken), spoken
    return " ".join(spoken)


def changed(**said: object) -> Mapping[str, object]:
    form = everything("PLMS")
    lines = form["lines"]
    assert isinstance(lines, list)
    return {**form, "lines": [{**lines[0], **said}, *lines[1:]]}


@pytest.mark.parametrize(
    ("form", "named"),
    [
        (changed(item="RM-9"), "RM-9"),
        (changed(item=None), "null"),
        (changed(criteria=["labor"]), "labor"),
        (changed(criteria="labour"), "criteria"),
        (changed(criteria=[["labour"]]), "labour"),
        (changed(performed="yes"), "performed"),
        (changed(in_indonesia=1), "in_indonesia"),
        (changed(share="20"), "RM-1"),
        (changed(share="120"), "120"),
        (changed(share="-5"), "-5"),
        (changed(share="a lot"), "a lot"),
        (changed(share=True), "True"),
        (changed(name=3), "name"),
        (changed(evidence="here"), "evidence"),
        (changed(evidence=[{"criterion": "money", "document": "x"}]), "money"),
        ({**everything("P"), "rule_set": "draft-2018"}, "draft-2018"),
        ({**everything("P"), "rule_set": 16}, "rule_set"),
        ({"rule_set": "seed-16-2020"}, "lines"),
        ({"rule_set": "seed-16-2020", "lines": [3]}, "1"),
        ([], "rule_set"),
        (ticked(tick("RM-1", "P", "60"), tick("RM-1", "P", "39.9")), "99"),
        (ticked(tick("RM-1", "P", "60"), tick("RM-1", "P")), "RM-1"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(form: object, named: str) -> None:
    with pytest.raises(WrongUse) as refusal:
        outcome(form)
    assert named in said_of(refusal.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00rubbish", b"{", b"[1, NaN]", b"[" * 100_000])
def test_what_is_no_json_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        assessment(data, RULES, "penilaian.json")
    assert "penilaian.json" in said_of(refusal.value)


def test_shares_are_exact_however_they_are_written() -> None:
    thirds = [tick("RM-1", "P", "33.333333333"), tick("RM-1", "", "66,666666667")]
    assert claimed(ticked(*thirds)) == "4.33333333329"
    text = json.dumps(ticked(tick("RM-1", "P", "0.1"), tick("RM-1", "", "99.9")))
    numbers = text.replace('"0.1"', "0.1").replace('"99.9"', "99.9")
    found = calculate(RULES, assessment(numbers.encode(), RULES, "x.json"))
    assert written(found.claimed.total) == "0.013"


def test_several_lines_without_shares_are_refused_by_the_rule_set_that_needs_them() -> None:
    with pytest.raises(WrongUse) as refusal:
        outcome(ticked(tick("RM-1", "P"), tick("RM-1", "P")))
    assert "RM-1" in said_of(refusal.value)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(2, 3), "0.6667"),
        (Fraction(40), "40.0"),
        (Fraction(1, 32), "0.03125"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(123455, 100000), "1.23455"),
        (Fraction(100, 7), "14.2857"),
        (Fraction(1, 30000), "0.0"),
    ],
)
def test_a_value_that_ends_is_exact_and_another_has_four_decimals(
    number: Fraction, text: str
) -> None:
    assert written(number) == text


def edited(folder: Path, *changes: tuple[str, str]) -> Path:
    text = (paths.resources() / tkdn_rules.FILE).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file = folder / "tkdn.xml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_weight_changed_in_the_data_changes_the_result(tmp_path: Path) -> None:
    lighter = ('"RM-1" weight="65"', '"RM-1" weight="60"')
    heavier = ('"RM-2" weight="35"', '"RM-2" weight="40"')
    file = edited(tmp_path, lighter, heavier)
    rules = tkdn_rules.load(file)
    assert written(outcome(counted("3 0 0 0 0 0 0 0 0 0 0"), rules).claimed.total) == "58.0"
    assert claimed(counted("3 0 0 0 0 0 0 0 0 0 0")) == "59.5"


def test_the_persons_own_copy_wins(home: Path) -> None:
    own = home / "data" / tkdn_rules.FILE
    own.parent.mkdir(parents=True)
    edited(own.parent, ('<step met="0" score="40"/>', '<step met="0" score="10"/>'))
    assert written(outcome(counted(SEED["E1"][0]), tkdn_rules.rules()).claimed.total) == "10.0"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"RM-1" weight="65"', '"RM-1" weight="66"'), "101"),
        (('<step met="3" score="100"/>', ""), "3"),
        (('criteria="labour equipment"', 'criteria="labour money"'), "money"),
        (('kinds="process"', 'kinds="material"'), "process"),
    ],
)
def test_mistakes_of_the_data_are_told_with_their_line(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    _, mistakes = tkdn_rules.read(edited(tmp_path, change))
    assert mistakes
    assert mistakes[0].line > 1
    assert any(said in say(one.message, Language.EN) for one in mistakes)
    with pytest.raises(LawInvalid):
        tkdn_rules.load(edited(tmp_path, change))


def test_weights_and_items_are_those_of_the_law_file() -> None:
    points = {item.id: item.weight * component.weight / 100 for component in RULES.components
              for item in component.items}  # fmt: skip
    expected = "32.5 17.5 7.5 9.0 10.5 3.0 9.0 6.0 2.5 2.0 0.5".split()
    assert dict(zip(ITEMS, expected, strict=True)) == {k: written(v) for k, v in points.items()}
