"""A broken rulebook: every planted mistake is told, with its line, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from dossier_studio.core.errors import Unreadable, WrongUse
from dossier_studio.core.text import Message
from dossier_studio.host import paths
from dossier_studio.host.messages import both
from dossier_studio.law import load
from dossier_studio.law.source import LawInvalid, Mistake

FOLDER = paths.resources() / "rules" / "bpom"
DRUG = (FOLDER / "drug.xml").read_text(encoding="utf-8")

BY_MEANING = [
    ("when=\"origin == 'contract'\"", "when=\"origin == 'contrat'\"", "law.condition.value"),
    ('when="export_only"', 'when="exprt_only"', "law.condition.unknown-fact"),
    ("when=\"origin == 'licence'\"", "when=\"origin = 'licence'\"", "law.condition.syntax"),
    ('sections="I.C.ID.0" stages', 'sections="I.C.ID.99" stages', "law.load.no-section"),
    (
        'sections="I.C.ID.3" stages="registration"',
        'sections="I.C.ID.3" stages="regstration"',
        "law.load.no-stage",
    ),
    ('<asked for="2E" if="C1"', '<asked for="2Y" if="C1"', "law.load.no-column"),
    (
        '<not-asked for="2E 2X 6 7"/>',
        '<not-asked for="2E 2X 6 7 1N"/>',
        "law.load.covered-twice",
    ),
    ('<not-asked for="1N 1B 1S 6 7"/>', '<not-asked for="1N 1B 1S 6"/>', "law.load.not-covered"),
    ('targets="A18"', 'targets="A81"', "law.load.no-target"),
    ('targets="A10" months="24"', 'targets="A10"', "law.load.no-limit"),
    ('targets="ma_number"', 'targets="applicant"', "law.load.wrong-fact"),
    ("renewal window, {opens} to {closes}", "renewal window, {start}", "law.load.no-blank"),
    ('requirements="A07 A08 A09"', 'requirements="A07 A80"', "law.load.no-requirement"),
    ('code="MaV-2" columns="4C 4Q"', 'code="MaV-2" columns="4C 4R"', "law.load.no-column"),
    ('<section id="I.C.ID.19"', '<section id="II.S1"', "law.load.section-twice"),
]
BY_SCHEMA = [
    ('key="single">', 'key="sin gle">', "law.schema.value"),
    ('id="maker" type="text"', 'id="maker" type="txt"', "law.schema.choice"),
    ('<condition id="C12" when', '<condition id="C11" when', "law.schema.duplicate"),
    ('<cite source="B42"/>', '<cite source="B420"/>', "law.schema.reference"),
    ('if="C6"/>', 'iff="C6"/>', "law.schema.attribute"),
    ('<slot id="A.2" name=', '<slot id="A.2" nom=', "law.schema.required"),
    ('<note xml:lang="en">Handed in outside the dossier.</note>', "", "law.schema.instead"),
]  # fmt: skip


def written(folder: Path, text: str) -> Path:
    shutil.copy(FOLDER / "files.xml", folder / "files.xml")
    file = folder / "drug.xml"
    file.write_text(text, encoding="utf-8")
    return file


def planted(mistakes: Sequence[tuple[str, str, str]]) -> tuple[str, set[tuple[int, str]]]:
    """Return the broken text, and the line and message of each mistake."""
    text = DRUG
    for right, wrong, _ in mistakes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    expected = set()
    for _, wrong, key in mistakes:
        place = text.rindex(wrong) if wrong else 0
        if "cover" in key:  # told of the row whose cells they are
            place = text.rindex("<requirement ", 0, place)
        if wrong:
            expected.add((text[:place].count("\n") + 1, key))
    return text, expected


def told_of(found: Sequence[Mistake]) -> set[tuple[int, str]]:
    return {(one.line, one.message.key) for one in found if isinstance(one.message, Message)}


def test_all_mistakes_of_meaning_are_told_at_once(tmp_path: Path) -> None:
    text, expected = planted(BY_MEANING)
    _, found = load.read(written(tmp_path, text))
    told = told_of(found)
    assert len(expected) >= 12
    assert expected <= told
    for one in found:
        said = both(one.message)
        assert said.id != said.en
        assert "law." not in said.id + said.en


def test_a_section_without_a_slot_is_told(tmp_path: Path) -> None:
    text = DRUG.replace('sections="II II.A II.B"', 'sections="II.A II.B"', 1)
    _, found = load.read(written(tmp_path, text))
    assert {both(one.message).en for one in found} == {
        "The section II has no upload slot.",
    }


def test_all_breaches_of_the_schema_are_told_at_once(tmp_path: Path) -> None:
    text, expected = planted(BY_SCHEMA)
    book, found = load.read(written(tmp_path, text))
    told = told_of(found)
    assert book is None
    assert expected <= told


def test_a_profile_must_weigh_what_the_program_judges(tmp_path: Path) -> None:
    file = written(tmp_path, DRUG)
    profile = tmp_path / "files.xml"
    profile.write_text(profile.read_text("utf-8").replace('"PK-14"', '"PK-44"', 1), "utf-8")
    _, found = load.read(file)
    assert [both(one.message).en for one in found] == ["The file profile has no rule PK-14."]


def test_a_broken_outline_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(paths.resources() / "outlines", copy / "outlines")
    shutil.copytree(paths.resources() / "schemas", copy / "schemas")
    actd = copy / "outlines" / "actd.xml"
    actd.write_text(actd.read_text("utf-8").replace('id="I.B"', 'id="I.A"', 1), "utf-8")
    file = written(tmp_path, DRUG)
    monkeypatch.setattr(paths, "resources", lambda: copy)
    book, found = load.read(file)
    assert book is None
    assert ["I.A" in both(one.message).en for one in found] == [True]


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ('outline="actd"', 'outline="ctd"', "law.load.unknown-outline"),
        ('files="files.xml"', 'files="fils.xml"', "law.load.no-profile"),
        ('columns="category">', 'columns="atc">', "law.load.no-choice"),
        ('stage="stage"', 'stage="filing_date"', "law.load.no-choice"),
    ],
)
def test_what_the_whole_file_rests_on(tmp_path: Path, right: str, wrong: str, key: str) -> None:
    book, found = load.read(written(tmp_path, DRUG.replace(right, wrong, 1)))
    assert book is None
    assert {told for _, told in told_of(found)} == {key}


def test_a_wrong_file_is_refused_with_its_first_mistake(tmp_path: Path) -> None:
    with pytest.raises(LawInvalid) as refused:
        load.load(written(tmp_path, DRUG.replace('targets="A18"', 'targets="A81"', 1)))
    assert "A81" in both(refused.value.message).id
    with pytest.raises(LawInvalid):
        load.load(written(tmp_path, DRUG[:-20]))
    with pytest.raises(Unreadable):
        load.load(tmp_path / "none.xml")


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hush", encoding="utf-8")
    doctype = f'<!DOCTYPE rulebook [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = DRUG.replace("<rulebook ", f"{doctype}<rulebook ", 1)
    text = text.replace("Registrasi obat BPOM", "&x;", 1)
    with pytest.raises(LawInvalid) as refused:
        load.read(written(tmp_path, text))
    assert "hush" not in both(refused.value.message).en


def test_an_unknown_rulebook_names_those_there_are() -> None:
    with pytest.raises(WrongUse) as refused:
        load.rulebook("id.bpom.drg")
    assert "id.bpom.drug" in both(refused.value.message).en
