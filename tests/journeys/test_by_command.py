"""From nothing to a verified package by commands alone, judged by programs that are not ours."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier_studio.cli import main
from tests.journeys.walking import Answer, asking, paper, settle

FACTS = {
    "product_name": "Coba 500 mg",
    "category": "2X",
    "origin": "own",
    "stage": "registration",
    "conventional_form": "yes",
    "dispensing": "B",
    "dosage_form": "tablet",
    "export_only": "no",
    "patent": "none",
    "substance_class": "none",
    "human_animal_excipient": "no",
    "novel_excipient": "no",
    "literature_ii": "no",
    "filing_date": "2027-01-18",
    "package_language": "both",
}


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Answer:
    return asking(capsys)


def test_from_nothing_to_a_verified_package(tmp_path: Path, ask: Answer) -> None:
    dossier, out = tmp_path / "dossier", tmp_path / "out"
    facts = [f"{name}={value}" for name, value in FACTS.items()]
    ask("new", dossier, "--rulebook", "id.bpom.drug", "--fact", *facts, "--by", "Ratna")
    early = ask("check", dossier, code=1)
    assert not early["complete"]
    assert not early["ready"]
    assert main(["export", str(dossier), "--out", str(out)]) == 1
    assert not out.exists() or not any(out.iterdir())

    settle(ask, dossier, tmp_path / "papers", said=FACTS)
    ask("certificate", dossier, "A08", "--dosage-form", "tablet", "--expires", "2031-01-01")
    report = ask("check", dossier)
    assert report["complete"]
    assert report["ready"], [f for f in report["findings"] if f["severity"] == "error"]
    assert report["coverage"]["not_run"] == 0

    made = ask("export", dossier, "--out", out, "--zip", "--with-journal")
    package, archive = Path(made["package"]), Path(made["zip"])
    lines = ask("checklist", dossier)["requirements"]
    attached = {key for line in lines for key in line["documents"]}
    index = (package / "data" / "index.xml").read_text("utf-8")
    assert attached == set(re.findall(r'<document key="(D\d+)"', index))
    assert ask("verify", package) == {"valid": True, "problems": []}
    assert ask("verify", archive) == {"valid": True, "problems": []}
    _judged_by_strangers(package, archive)

    again = tmp_path / "again"
    second = ask("export", dossier, "--out", again, "--zip", "--with-journal")
    assert Path(second["zip"]).read_bytes() == archive.read_bytes()

    ask("file", dossier, "--by", "Ratna")
    ask("undo", dossier, "--by", "Ratna")
    ask("redo", dossier, "--by", "Ratna")
    third = ask("export", dossier, "--out", out)
    assert third["sequence"] == "0001"


def _judged_by_strangers(package: Path, archive: Path) -> None:
    bag = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bagit", "--validate", str(package)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert bag.returncode == 0, bag.stderr
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        sums = subprocess.run(
            ["sha256sum", "--check", "--strict", manifest],
            cwd=package, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert sums.returncode == 0, sums.stdout
    for tool, words in (("qpdf", ["--check"]), ("pdfinfo", [])):
        if shutil.which(tool) is None:
            continue
        for part in sorted((package / "data").glob("part-*.pdf")):
            judged = subprocess.run(
                [tool, *words, str(part)], capture_output=True, text=True, check=False
            )
            assert judged.returncode == 0, judged.stdout + judged.stderr
    if shutil.which("unzip"):
        tested = subprocess.run(
            ["unzip", "-tq", str(archive)], capture_output=True, text=True, check=False
        )
        assert tested.returncode == 0, tested.stdout


def test_one_byte_changed_anywhere_is_named(tmp_path: Path, ask: Answer) -> None:
    dossier, out = tmp_path / "dossier", tmp_path / "out"
    ask("new", dossier, "--rulebook", "id.bpom.drug", "--fact", "category=2X", "stage=registration")
    ask("add", dossier, paper(tmp_path, "surat"), "--to", "A01")
    package = Path(ask("export", dossier, "--out", out, "--allow-incomplete")["package"])
    files = sorted(file for file in package.rglob("*") if file.is_file())
    assert len(files) > 8
    for file in files:
        whole = file.read_bytes()
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        verdict = ask("verify", package, code=4)
        named = {problem["path"] for problem in verdict["problems"]}
        assert file.relative_to(package).as_posix() in named
        file.write_bytes(whole)
    assert ask("verify", package)["valid"]


def test_a_set_waits_for_its_part_and_branches_must_be_chosen(
    tmp_path: Path, ask: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = tmp_path / "dossier"
    facts = ("category=1B", "origin=import", "stage=registration", "affiliate=no")
    ask("new", dossier, "--rulebook", "id.bpom.drug", "--fact", *facts)
    gmp = paper(tmp_path, "gmp")
    ask("add", dossier, gmp, "--to", "A13")
    lines = {line["id"]: line for line in ask("checklist", dossier)["requirements"]}
    assert lines["A13"]["standing"] == "unmet"
    codes = {f["code"] for f in ask("check", dossier, code=1)["findings"] if f["document"]}
    assert "WAITS" in codes
    ask("move", dossier, "D0001", "--to", "A13.gmp")
    lines = {line["id"]: line for line in ask("checklist", dossier)["requirements"]}
    assert lines["A13.gmp"]["standing"] == "met"

    spec = paper(tmp_path, "spec")
    ask("add", dossier, spec, "--to", "T07")
    ask("branch", dossier, "substance", "alfa@pt-satu", "--add")
    ask("branch", dossier, "substance", "beta@pt-dua", "--add")
    lines = {line["id"]: line for line in ask("checklist", dossier)["requirements"]}
    assert lines["T07[alfa@pt-satu]"]["standing"] == "met"
    assert lines["T07[beta@pt-dua]"]["standing"] == "unmet"
    assert lines["T07"]["standing"] == "unmet"
    assert main(["add", str(dossier), str(spec), "--to", "T07", "--lang", "en"]) == 2
    assert "choose one of T07[alfa@pt-satu] and T07[beta@pt-dua]" in capsys.readouterr().err
    ask("add", dossier, paper(tmp_path, "spec2"), "--to", "T07[beta@pt-dua]")
    lines = {line["id"]: line for line in ask("checklist", dossier)["requirements"]}
    assert lines["T07"]["standing"] == "met"
