"""docs/adding-a-rulebook.md, followed word for word: its files saved, its commands run."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier_studio.cli import main
from dossier_studio.host import paths

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "adding-a-rulebook.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
NAME = re.compile(r"<!-- (\S+) -->")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def added(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Save the files of the page where it says, and stand in their folder."""
    folder = home / "data"
    for language, text in BLOCK.findall(PAGE):
        if language == "xml":
            found = NAME.match(text)
            assert found is not None
            file = folder / found[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    shutil.copy(paths.resources() / "rules" / "any-portal.xml", folder / "rules/house/portal.xml")
    monkeypatch.chdir(folder)
    return folder


def commands() -> list[list[str]]:
    lines = [
        line
        for language, text in BLOCK.findall(PAGE)
        if language == "sh"
        for line in text.splitlines()
    ]
    assert all(line.startswith("dossier-studio ") for line in lines)
    return [line.split()[1:] for line in lines]


def test_every_command_of_the_page_works(run: Run, added: Path) -> None:
    assert len(commands()) == 6
    for words in commands():
        code, out, err = run(*words)
        expected = 1 if words[0] == "check" else 0  # the letter is still missing
        assert (code, err) == (expected, ""), (words, out)


def answer(run: Run, *words: object) -> Any:
    code, out, _ = run(*words, "--format", "json")
    assert code == 0
    return json.loads(out)


def test_the_new_rulebook_decides_and_explains(run: Run, added: Path) -> None:
    def needs(*facts: str) -> dict[str, str]:
        words = ("checklist", "--rulebook", "house.handover", "--fact", *facts)
        return {one["id"]: one["need"] for one in answer(run, *words)["requirements"]}

    assert needs("kind=paper", "weight_kg=10", "stage=final")["H-02"] == "not-needed"
    assert needs("kind=paper", "weight_kg=10.1", "stage=final")["H-02"] == "required"
    assert needs("kind=paper", "weight_kg=10.1", "stage=draft")["H-02"] == "not-needed"
    assert needs("kind=paper", "stage=final")["H-02"] == "conditional-undecided"
    assert needs("confidential=yes")["H-03"] == "required"


def test_a_stop_and_a_fee_follow_the_data(run: Run, added: Path) -> None:
    heavy = ("--rulebook", "house.handover", "--fact", "kind=paper", "weight_kg=101")
    assert [one["id"] for one in answer(run, "checklist", *heavy)["stops"]] == ["X-01"]
    assert [one["idr"] for one in answer(run, "fees", *heavy)["items"]] == [50_000]
    light = (*heavy[:-1], "weight_kg=1")
    assert answer(run, "fees", *light)["items"] == []
    file = added / "rules/house/fees.xml"
    file.write_text(file.read_text("utf-8").replace('"50000"', '"75000"'), encoding="utf-8")
    assert [one["idr"] for one in answer(run, "fees", *heavy)["items"]] == [75_000]


def test_a_dossier_of_the_new_rulebook_is_filled_packed_and_verified(
    run: Run, added: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "dossier"
    facts = ("kind=electronic", "stage=final", "confidential=no", "filing_date=2027-01-18")
    assert run("new", folder, "--rulebook", "house.handover", "--fact", *facts)[0] == 0
    letter = tmp_path / "surat.txt"
    letter.write_text("Surat serah terima", encoding="utf-8")
    assert run("add", folder, letter, "--to", "H-01")[0] == 0
    made = answer(run, "export", folder, "--out", tmp_path / "out", "--allow-incomplete")
    assert run("verify", made["package"])[0] == 0


def test_mistakes_are_told_with_their_line_in_both_languages(run: Run, added: Path) -> None:
    file = added / "rules/house/handover.xml"
    text = file.read_text("utf-8")
    wrong = text.replace('if="Heavy"', 'if="Hevy"').replace("weight_kg &gt; 100", "weight &gt; 100")
    wrong = wrong.replace('sections="H.1"', 'sections="H.9"')
    file.write_text(wrong, encoding="utf-8")
    code, out, _ = run("rules", "check", file, "--format", "json")
    assert code == 3
    found = json.loads(out)
    assert (found["kind"], found["valid"]) == ("rulebook", False)
    # what the schema refuses is told before what the conditions mean
    assert [one["line"] for one in found["mistakes"]] == [line_of(wrong, "Hevy")]
    mended = wrong.replace("Hevy", "Heavy")
    file.write_text(mended, encoding="utf-8")
    code, out, _ = run("rules", "check", file, "--format", "json")
    assert code == 3
    lines = [one["line"] for one in json.loads(out)["mistakes"]]
    assert lines == [line_of(mended, "weight &gt; 100"), line_of(mended, "H.9")]
    for one in json.loads(out)["mistakes"]:
        assert set(one["message"]) == {"id", "en"}
    for language in ("id", "en"):
        code, out, err = run("rules", "check", file, "--lang", language)
        assert code == 3
        assert len(out.splitlines()) == 3
        assert (err, "{" in out) == ("", False)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_rules_check_refuses_what_it_does_not_know(run: Run, tmp_path: Path) -> None:
    assert run("rules", "check", tmp_path / "none.xml")[0] == 3
    assert run("rules", "mend", tmp_path / "none.xml")[0] == 2
    for text in ("", "not XML", "<recipe/>", "<!DOCTYPE rulebook []><rulebook/>"):
        file = tmp_path / "x.xml"
        file.write_text(text, encoding="utf-8")
        code, out, _ = run("rules", "check", file)
        assert code == 3
        assert len(out.splitlines()) == 2
