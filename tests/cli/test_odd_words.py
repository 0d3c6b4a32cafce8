"""Words that no careful person would write: empty, no text, too long, meant for the screen."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier_studio.cli import main
from dossier_studio.cli.commands import declared
from dossier_studio.core.text import Language

Command = Callable[..., "tuple[int, str, str]"]

ESCAPE = "\x1b[31m"
LONG = "x" * 5000


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def dossier(tmp_path: Path, run: Command) -> Path:
    folder = tmp_path / "dossier"
    assert run("new", folder, "--rulebook", "id.bpom.drug")[0] == 0
    return folder


def test_an_empty_name_never_means_the_folder_one_is_in(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert run("new", "", "--rulebook", "id.bpom.drug")[0] == 2
    assert run("sample", "")[0] == 2
    assert run("verify", "")[0] == 2
    assert list(here.iterdir()) == []


def test_a_name_too_long_for_the_system_is_refused_in_a_sentence(
    run: Command, dossier: Path, tmp_path: Path
) -> None:
    for words, code in (
        (("new", tmp_path / LONG, "--rulebook", "id.bpom.drug"), 3),
        (("add", dossier, tmp_path / LONG, "--to", "A08"), 3),
        (("inspect", tmp_path / LONG), 3),
        (("check", tmp_path / LONG), 3),
        (("export", dossier, "--out", tmp_path / LONG, "--allow-incomplete"), 3),
    ):
        got, _, said = run(*words, "--lang", "en")
        assert got == code, words[0]
        assert "too long" in said
        assert said.count("\n") == 1
    assert run("verify", tmp_path / LONG)[0] == 4


def test_a_sentence_stays_one_line_and_never_steers_the_screen(run: Command, dossier: Path) -> None:
    _, _, refusal = run("remove", dossier, f"a\nb{ESCAPE}")
    assert refusal.count("\n") == 1
    assert ESCAPE not in refusal
    _, told, _ = run("rename", dossier, f"Obat{ESCAPE}\u202e")
    assert told.count("\n") == 1
    assert ESCAPE not in told
    assert "\u202e" not in told


def test_a_name_of_bytes_that_are_no_text_is_kept_and_told(
    run: Command, dossier: Path, tmp_path: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems have no such names")
    odd = tmp_path / os.fsdecode(b"surat-\xff.txt")
    odd.write_bytes(b"surat")
    assert run("add", dossier, odd, "--to", "A08")[0] == 0
    code, told, _ = run("log", dossier)
    assert code == 0
    assert "surat-\ufffd.txt" in told
    code, told, _ = run("export", dossier, "--out", tmp_path / "out", "--allow-incomplete")
    assert code == 0
    assert run("inspect", odd)[0] == 0


def test_words_beyond_text_are_refused_before_they_are_kept(run: Command, dossier: Path) -> None:
    for words in (
        ("set", dossier, "product_name=\udcff"),
        ("rename", dossier, "\udcff"),
        ("excuse", dossier, "A08", "--reason", "\udcff"),
    ):
        assert run(*words)[0] == 2
    assert len(json.loads(run("log", dossier, "--format", "json")[1])["entries"]) == 1


@pytest.mark.parametrize("place", ["A08[", "A08[]", "II.S1[]"])
def test_a_place_is_spelt_in_one_way_only(
    run: Command, dossier: Path, tmp_path: Path, place: str
) -> None:
    file = tmp_path / "surat.txt"
    file.write_text("surat")
    assert run("add", dossier, file, "--to", place)[0] == 2


def test_a_pipe_or_a_device_without_end_is_no_input(run: Command, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps no such things among files")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for endless in (pipe, Path("/dev/zero")):
        assert run("verify", endless)[0] == 4
        assert run("tkdn", endless)[0] == 3
        assert run("inspect", endless)[0] == 3


def test_the_position_counts_from_one(run: Command, dossier: Path, tmp_path: Path) -> None:
    file = tmp_path / "surat.txt"
    file.write_text("surat")
    assert run("add", dossier, file, "--to", "A08")[0] == 0
    for position in ("0", "-1", "9" * 5000, "٣", ""):
        assert run("move", dossier, "D0001", "--to", "A08", f"--position={position}")[0] == 2


def test_the_checklist_names_the_keys_of_documents(
    run: Command, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "surat.txt"
    file.write_text("surat")
    assert run("add", dossier, file, "--to", "A08")[0] == 0
    assert run("add", dossier, file, "--to", "II.S1.1")[0] == 0
    told = run("checklist", dossier)[1]
    assert "D0001" in told
    assert "D0002" in told


def test_a_misspelt_question_is_answered_with_those_like_it(run: Command, dossier: Path) -> None:
    _, _, said = run("set", dossier, "orgin=own", "--lang", "en")
    assert "origin" in said
    assert len(said) < 200


def test_the_parsers_own_refusals_name_choices_as_a_person_does(run: Command) -> None:
    _, _, said = run("log", "x", "--format", "pdf", "--lang", "id")
    assert said == "--format tidak mengenal pdf; pilih text atau json.\n"
    _, _, said = run("export", "x", "--zip=5", "--lang", "id")
    assert said == "--zip tidak menerima nilai; hilangkan nilainya.\n"
    _, _, said = run("judge", "x", "A08", "--reason", "y", "--lang", "id")
    assert "--needed, --not-needed atau --accept" in said


def test_help_stands_for_values_in_its_own_language() -> None:
    told = declared(Language.ID)._subparsers  # noqa: SLF001  # argparse has no door to commands
    assert told is not None
    helps = [
        one.format_help()
        for one in told._group_actions[0].choices.values()  # type: ignore[union-attr]  # noqa: SLF001
    ]
    assert len(helps) > 20
    for said in helps:
        for word in ("DIR", "FILE", "REASON", "NAME", "DOCUMENT", "DATE", "usage", "options"):
            assert f"{word} " not in said.replace("\n", " ")
