"""The set-up says what is missing in one sentence, pins what it takes, and runs once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
LOCKED = ("requirements.txt", "requirements-dev.txt")
TOOLS = ("sh", "cat", "cksum", "dirname", "uname", "find", "grep", "tr")

posix = pytest.mark.skipif(os.name == "nt", reason="setup.sh is for POSIX; README tells Windows")

# Stands for a python3 without ensurepip, in a system without any of Qt's libraries.
BARE_PYTHON = f"""#!/bin/sh
case "$*" in
    *ctypes.CDLL*|*"import ensurepip"*) exit 1 ;;
    *) exec {sys.executable} "$@" ;;
esac
"""
# Stands for a python3 on a machine that has them all.
FULL_PYTHON = f"""#!/bin/sh
case "$*" in
    *ctypes.CDLL*|*"import ensurepip"*) exit 0 ;;
    *) exec {sys.executable} "$@" ;;
esac
"""
OLD_PYTHON = """#!/bin/sh
exit 1
"""
# Stands for .venv/bin/python: notes what it was asked to do.
NOTING_PYTHON = """#!/bin/sh
echo "$*" >>asked
"""


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKED)
def test_every_pin_has_a_hash_and_none_names_an_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = text.replace("\\\n", "").splitlines()
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "--index-url" not in text


def test_both_files_pin_the_same() -> None:
    run, dev = (pins(name) for name in LOCKED)
    assert run.items() <= dev.items()


def test_all_that_the_project_asks_for_is_pinned() -> None:
    asked = project()["project"]["dependencies"] + project()["build-system"]["requires"]
    names = {re.split(r"[<>=]", one)[0].lower().replace("_", "-") for one in asked}
    assert {"lxml", "hatchling", "pyside6-essentials"} <= names
    assert names <= pins("requirements.txt").keys()


def test_qt_stays_below_the_version_that_loses_references() -> None:
    major, minor = pins("requirements.txt")["pyside6-essentials"].split(".")[:2]
    assert (int(major), int(minor)) < (6, 12)


class Machine:
    """A copy of the set-up in a folder, on a machine that has only what we put there."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.programs = folder / "bin"
        self.checkout.mkdir()
        self.programs.mkdir()
        (self.checkout / "dossier_studio").mkdir()
        for name in ("setup.sh", "hatch_build.py", "pyproject.toml", *LOCKED):
            shutil.copy(ROOT / name, self.checkout / name)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found
            (self.programs / tool).symlink_to(found)

    def put(self, file: Path, script: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script)
        file.chmod(0o755)

    def set_up(self, level: str = "test") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "setup.sh", level],
            cwd=self.checkout,
            env={"PATH": str(self.programs), "HOME": str(self.checkout)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@posix
def test_without_root_one_sentence_names_the_packages(machine: Machine) -> None:
    machine.put(machine.programs / "python3", BARE_PYTHON)
    done = machine.set_up()
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    for package in (version, "libgl1", "libglib2.0-0", "libxcb-cursor0", "xvfb", "poppler-utils"):
        assert package in done.stderr


@posix
def test_running_alone_asks_for_no_test_tools(machine: Machine) -> None:
    machine.put(machine.programs / "python3", BARE_PYTHON)
    done = machine.set_up("run")
    assert "libegl1" in done.stderr
    assert "xvfb" not in done.stderr


@posix
def test_an_old_python_is_refused_in_a_sentence(machine: Machine) -> None:
    machine.put(machine.programs / "python3", OLD_PYTHON)
    done = machine.set_up()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "3.11" in done.stderr


@posix
def test_an_unknown_level_is_wrong_use(machine: Machine) -> None:
    assert machine.set_up("everything").returncode == 2


@posix
def test_a_second_set_up_does_nothing(machine: Machine) -> None:
    machine.put(machine.programs / "python3", FULL_PYTHON)
    machine.put(machine.checkout / ".fonts" / "any.ttf", "")
    for tool in ("xvfb-run", "xauth", "qpdf", "pdftotext", "xmllint"):
        machine.put(machine.programs / tool, "#!/bin/sh\n")
    machine.put(machine.checkout / ".venv" / "bin" / "python", NOTING_PYTHON)

    assert machine.set_up().returncode == 0
    asked = (machine.checkout / "asked").read_text()
    assert "--require-hashes --only-binary :all: -r requirements-dev.txt" in asked
    assert "--no-build-isolation --no-deps -e ." in asked

    again = machine.set_up()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.set_up("run").stdout == ""  # what tests need includes what running needs
    assert (machine.checkout / "asked").read_text() == asked

    with (machine.checkout / "requirements-dev.txt").open("a") as pinned:
        pinned.write("# changed\n")
    machine.set_up()
    assert (machine.checkout / "asked").read_text() != asked
