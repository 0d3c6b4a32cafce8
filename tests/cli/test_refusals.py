"""Every refusal is one sentence in the chosen language, with its exit code, and loses nothing."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.cli import main

ROOT = Path(__file__).parents[2]

Command = Callable[..., "tuple[int, str, str]"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "surat.pdf"
    canvas = Canvas(str(file), invariant=1)
    canvas.drawString(72, 720, "Surat pengantar")
    canvas.save()
    return file


@pytest.fixture
def dossier(tmp_path: Path, run: Command) -> Path:
    folder = tmp_path / "dossier"
    code, _, _ = run("new", folder, "--rulebook", "id.bpom.drug", "--fact", "category=2X")
    assert code == 0
    return folder


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the digests of all files in a folder but the lock."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


WRONG = [
    ("nonsense",),
    ("new", "{new}", "--rulebook", "id.nowhere"),
    ("new", "{new}"),
    ("new", "{new}", "--rulebook", "id.bpom.drug", "--fact", "category=9"),
    ("new", "{new}", "--rulebook", "id.bpom.drug", "--fact", "colour=red"),
    ("new", "{new}", "--rulebook", "id.bpom.drug", "--fact", "category"),
    ("new", "{dossier}", "--rulebook", "id.bpom.drug"),
    ("set", "{dossier}", "origin=moon"),
    ("set", "{dossier}", "filing_date=2026-02-30"),
    ("set", "{dossier}", "filing_date=next week"),
    ("set", "{dossier}", "change_touches=yes"),
    ("set", "{dossier}", "changes=MaV-99"),
    ("add", "{dossier}", "{missing}", "--to", "NOPE"),
    ("add", "{dossier}", "{paper}", "--to", "T07[nobody]"),
    ("add", "{dossier}", "{paper}", "--to", "III.B.1"),
    ("add", "{dossier}", "{paper}"),
    ("remove", "{dossier}", "D9999"),
    ("move", "{dossier}", "D9999", "--to", "A08"),
    ("excuse", "{dossier}", "Z01", "--reason", "x"),
    ("defer", "{dossier}", "A08"),
    ("judge", "{dossier}", "I03.blister", "--not-needed", "--reason", "botol"),
    ("judge", "{dossier}", "A01", "--not-needed", "--reason", "x", "--by", "R"),
    ("judge", "{dossier}", "A16", "--not-needed", "--reason", "x", "--by", "R"),
    ("certificate", "{dossier}", "D9999", "--number", "1"),
    ("branch", "{dossier}", "colour", "red", "--add"),
    ("branch", "{dossier}", "substance", "../x", "--add"),
    ("slot", "{dossier}", "Z.9", "--bound"),
    ("file", "{dossier}", "--date", "2027-13-01"),
    ("checklist",),
    ("checklist", "{dossier}", "--rulebook", "id.bpom.drug"),
    ("checklist", "--rulebook", "id.bpom.drug", "--fact", "filing_date=2027-02-29"),
    ("check", "{dossier}", "--fast"),
    ("sample", "{new}", "--which", "aspirin"),
]

UNREADABLE = [
    ("set", "{missing}", "origin=own"),
    ("check", "{missing}"),
    ("check", "{folder}"),
    ("check", "{paper}"),
    ("log", "{folder}"),
    ("export", "{folder}", "--out", "{new}"),
    ("add", "{dossier}", "{missing}", "--to", "A08"),
    ("add", "{dossier}", "{paper}", "{missing}", "--to", "A08"),
    ("add", "{dossier}", "{folder}", "--to", "A08"),
    ("inspect", "{missing}"),
    ("inspect", "{folder}"),
]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("words", "code"),
    [(words, 2) for words in WRONG] + [(words, 3) for words in UNREADABLE],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_refusal_is_one_sentence_and_loses_nothing(
    words: tuple[str, ...], code: int, language: str, dossier: Path, paper: Path, run: Command
) -> None:
    places = {
        "dossier": dossier,
        "paper": paper,
        "missing": paper.parent / "absent.pdf",
        "new": paper.parent / "new",
        "folder": paper.parent,
    }
    before = fingerprint(dossier)
    filled = [word.format(**places) for word in words]
    got, out, err = run(*filled, "--lang", language)
    assert got == code
    assert out == ""
    assert err.count("\n") == 1
    sentence = err.strip()
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "Traceback" not in sentence
    assert fingerprint(dossier) == before
    assert not (paper.parent / "new").exists()


def test_the_two_languages_say_it_differently(dossier: Path, run: Command) -> None:
    _, _, indonesian = run("set", dossier, "origin=moon", "--lang", "id")
    _, _, english = run("set", dossier, "origin=moon", "--lang", "en")
    assert "pilih own, contract, licence atau import" in indonesian
    assert "choose own, contract, licence or import" in english


def test_a_living_session_locks_edits_but_not_reading(dossier: Path, run: Command) -> None:
    assert run("set", dossier, "stage=registration", "origin=own")[0] == 0
    program = (
        "import sys, pathlib\n"
        "from dossier_studio.store.folder import DossierFolder\n"
        "with DossierFolder.open(pathlib.Path(sys.argv[1]), write=True, by='Bima'):\n"
        "    print('open', flush=True); sys.stdin.readline()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(dossier)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        def call(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-m", "dossier_studio", *words],
                capture_output=True, text=True, env=environment, cwd=ROOT, check=False,
            )  # fmt: skip

        edit = call("set", str(dossier), "origin=own", "--lang", "en")
        look = call("checklist", str(dossier), "--format", "json")
        checked = call("check", str(dossier), "--lang", "en")
        other.communicate("\n")
    assert edit.returncode == 5
    assert "Bima" in edit.stderr
    assert look.returncode == 0
    assert json.loads(look.stdout)["facts"]["category"] == "2X"
    assert checked.returncode == 1


def test_help_speaks_both_languages(run: Command, capsys: pytest.CaptureFixture[str]) -> None:
    code, indonesian, _ = run("--help", "--lang", "id")
    assert code == 0
    assert indonesian.startswith("Pemakaian:")
    with pytest.raises(SystemExit):
        main(["checklist", "--help", "--lang", "en"])
    english = capsys.readouterr().out
    assert english.startswith("Usage:")
    assert "positional arguments" not in english
