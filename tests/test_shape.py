"""The house rules that no linter knows."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 400
NAMELESS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}


def ours(*patterns: str) -> list[Path]:
    """Return the files of the checkout, new ones included, ignored ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def test_no_file_is_too_long() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in ours("*.py")
    }
    assert "tests/test_shape.py" in lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_file_and_folder_is_named_for_what_it_holds() -> None:
    names = {
        part
        for file in ours("*.py")
        for word in file.relative_to(ROOT).with_suffix("").parts
        for part in word.lower().split("_")
    }
    assert names & NAMELESS == set()


def test_tests_mirror_the_package() -> None:
    layers = {file.name for file in (ROOT / "dossier_studio").iterdir() if file.is_dir()}
    folders = {file.relative_to(ROOT / "tests").parts[0] for file in ours("tests/*/**/*.py")}
    assert folders - layers <= {"journeys", "golden"}
