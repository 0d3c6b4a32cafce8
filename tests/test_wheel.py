"""What is installed from the wheel finds all that came along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import hatch_build

ROOT = Path(__file__).parents[1]
COMPILED = b"\x3c\xb8\x64\x18"  # how a .qm file begins
ONE_TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="id"><context><name>Start</name>
<message><source>Open</source><translation>Buka</translation></message></context></TS>
"""
ASK = """
import json
from dossier_studio.host import paths
print(json.dumps([str(paths.resources()), str(paths.translations())]))
"""


def run(*words: str | Path, cwd: Path = ROOT, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    run("-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", folder, wheel)
    return folder


def test_an_installed_wheel_finds_its_own_resources(site: Path, tmp_path: Path) -> None:
    resources, translations = json.loads(run("-c", ASK, cwd=tmp_path, PYTHONPATH=str(site)))
    assert Path(resources) == site / "dossier_studio" / "resources"
    assert Path(translations) == site / "dossier_studio" / "translations"


def test_the_wheel_carries_what_the_checkout_has(site: Path) -> None:
    inside = site / "dossier_studio"
    for folder, pattern in [("resources", "**/*.*"), ("translations", "messages/*.toml")]:
        here = {file.relative_to(ROOT) for file in (ROOT / folder).glob(pattern) if file.is_file()}
        there = {file.relative_to(inside) for file in inside.glob(f"{folder}/{pattern}")}
        assert here
        assert here <= there


def test_the_wheel_carries_every_language_compiled(site: Path) -> None:
    carried = {file.stem for file in (site / "dossier_studio" / "translations").glob("*.qm")}
    assert carried == {file.stem for file in (ROOT / "translations").glob("*.ts")}


def test_the_wheel_carries_the_licences_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("fonts/OFL.txt") for name in names)
    assert not [name for name in names if name.startswith(("tests", "hatch_build"))]


def test_texts_are_compiled_once_and_again_when_they_change(tmp_path: Path) -> None:
    source = tmp_path / "studio_id.ts"
    source.write_text(ONE_TEXT, encoding="utf-8")
    hatch_build.compile_translations(tmp_path)
    compiled = tmp_path / "studio_id.qm"
    assert compiled.read_bytes().startswith(COMPILED)
    assert "Buka".encode("utf-16-be") in compiled.read_bytes()

    compiled.write_bytes(b"kept")
    hatch_build.compile_translations(tmp_path)
    assert compiled.read_bytes() == b"kept"

    later = compiled.stat().st_mtime + 10
    os.utime(source, (later, later))
    hatch_build.compile_translations(tmp_path)
    assert compiled.read_bytes().startswith(COMPILED)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["studio_id.qm", "studio_id.ts"]


def test_a_text_that_cannot_be_compiled_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "broken_id.ts").write_text("no XML", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"broken_id\.ts was not compiled"):
        hatch_build.compile_translations(tmp_path)
