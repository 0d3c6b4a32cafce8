"""Papers, tables and the checklist as a file, by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image

from dossier_studio.cli import main

Command = Callable[..., "tuple[int, str, str]"]


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
    facts = ("stage=registration", "category=2X", "origin=own", "product_name=Contohmol")
    assert run("new", folder, "--rulebook", "id.bpom.drug", "--fact", *facts)[0] == 0
    return folder


def text(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return " ".join(
            " ".join(page.get_textpage().get_text_range().split()) for page in document
        )
    finally:
        document.close()


def test_a_paper_is_written_and_says_what_is_still_empty(
    dossier: Path, tmp_path: Path, run: Command
) -> None:
    out = tmp_path / "surat.pdf"
    code, said, _ = run("paper", dossier, "--which", "cover-letter", "--out", out, "--lang", "en")
    assert code == 0
    assert "Still empty: " in said
    assert "Dosage form" in said
    assert "Contohmol" in text(out)
    words = ("--out", out, "--format", "json", "--lang", "id")
    code, said, _ = run("paper", dossier, "--which", "cover-letter", *words)
    assert json.loads(said)["bytes"] == out.stat().st_size
    assert "Bentuk sediaan" in json.loads(said)["blanks"]


def test_a_paper_is_attached_and_taken_back(dossier: Path, run: Command) -> None:
    code, said, _ = run(
        "paper", dossier, "--which", "registration-form", "--attach", "--format", "json"
    )
    assert code == 0
    [added] = json.loads(said)["added"]
    standing = _standing(run, dossier, "A04")
    assert (standing["standing"], standing["documents"]) == ("met", [added["document"]])
    assert run("undo", dossier)[0] == 0
    assert _standing(run, dossier, "A04")["standing"] == "unmet"


def _standing(run: Command, dossier: Path, name: str) -> dict[str, object]:
    lines = json.loads(run("checklist", dossier, "--format", "json")[1])["requirements"]
    found: dict[str, object] = next(line for line in lines if line["id"] == name)
    return found


def test_the_text_of_a_paper_goes_out_and_comes_back_changed(
    dossier: Path, tmp_path: Path, run: Command
) -> None:
    words = ("paper", dossier, "--which", "declaration", "--language", "id")
    code, usual, _ = run(*words, "--show-text")
    assert code == 0
    assert "Yang bertanda tangan di bawah ini:" in usual.splitlines()
    file = tmp_path / "teks.md"
    file.write_text(usual.replace("dengan sesungguhnya", "dengan sungguh-sungguh"), "utf-8")
    assert run(*words, "--text", file)[0] == 0
    out = tmp_path / "pernyataan.pdf"
    assert run("paper", dossier, "--which", "declaration", "--out", out)[0] == 0
    assert "dengan sungguh-sungguh" in text(out)
    file.write_text("", "utf-8")
    assert run(*words, "--text", file)[0] == 0
    assert run(*words, "--show-text")[1] == usual


def test_a_letterhead_is_put_on_and_taken_off(dossier: Path, tmp_path: Path, run: Command) -> None:
    image = tmp_path / "kop.jpg"
    Image.new("RGB", (900, 150), "teal").save(image)
    assert run("letterhead", dossier, image)[0] == 0
    assert run("letterhead", dossier, "--remove")[0] == 0
    assert run("letterhead", dossier)[0] == 2
    assert run("letterhead", dossier, tmp_path / "none.png")[0] == 3


def test_a_table_goes_round_through_a_spreadsheet(
    dossier: Path, tmp_path: Path, run: Command
) -> None:
    rows = tmp_path / "zat.csv"
    lines = "Nama zat tambahan;Jumlah;Fungsi\nTalk;2,0;Pelincir – licin\n"
    rows.write_bytes(lines.encode("cp1252"))
    code, said, _ = run("table", dossier, "excipients", "--rows", rows, "--lang", "id")
    assert code == 0
    code, said, _ = run("table", dossier, "excipients", "--show", "--format", "json")
    shown = json.loads(said)
    assert shown["rows"] == [{"name": "Talk", "amount": "2,0", "function": "Pelincir – licin"}]
    assert "function" in [column["id"] for column in shown["columns"]]
    said = run("table", dossier, "excipients", "--lang", "en")[1]
    assert said.splitlines()[0].startswith("Name of the excipient\tCAS no.")
    before = run("log", dossier)[1]
    rows.write_text(said, "utf-8")
    assert run("table", dossier, "excipients", "--rows", rows)[0] == 0
    assert run("log", dossier)[1] == before  # the same rows change nothing


def test_what_is_odd_in_a_row_is_told(dossier: Path, tmp_path: Path, run: Command) -> None:
    rows = tmp_path / "zat.csv"
    rows.write_text("name,cas\nTalk,12\n", "utf-8")
    code, said, _ = run("table", dossier, "excipients", "--rows", rows, "--lang", "en")
    assert code == 0
    assert "Row 1: 12 is unusual for CAS no." in said
    assert "Row 1: Amount is still empty." in said


def test_the_checklist_is_written_as_spreadsheet_or_pdf(
    dossier: Path, tmp_path: Path, run: Command
) -> None:
    sheet, report = tmp_path / "daftar.xlsx", tmp_path / "daftar.pdf"
    assert run("checklist", dossier, "--out", sheet, "--lang", "en")[0] == 0
    assert load_workbook(sheet).sheetnames == ["Checklist"]
    assert run("checklist", dossier, "--out", report)[0] == 0
    assert "A08" in text(report)
    alone = ("checklist", "--rulebook", "id.bpom.drug", "--fact", "category=1N")
    assert run(*alone, "--out", sheet, "--lang", "id")[0] == 0
    assert load_workbook(sheet).sheetnames == ["Daftar periksa"]


REFUSED = [
    (2, ("paper", "{dossier}", "--which", "cover-letter")),
    (2, ("paper", "{dossier}", "--which", "cover-letter", "--attach", "--show-text")),
    (2, ("paper", "{dossier}", "--which", "nothing", "--show-text")),
    (2, ("paper", "{dossier}", "--which", "checklist", "--attach")),
    (2, ("paper", "{dossier}", "--which", "justification:A08", "--out", "{tmp}/x.pdf")),
    (2, ("paper", "{dossier}", "--which", "cover-letter", "--out", "{tmp}")),
    (3, ("paper", "{dossier}", "--which", "cover-letter", "--out", "{tmp}/none/x.pdf")),
    (3, ("paper", "{dossier}", "--which", "cover-letter", "--text", "{tmp}/none.md")),
    (2, ("table", "{dossier}", "colours")),
    (3, ("table", "{dossier}", "excipients", "--rows", "{tmp}/none.csv")),
    (2, ("checklist", "{dossier}", "--out", "{tmp}/x.doc")),
]


@pytest.mark.parametrize(("code", "words"), REFUSED)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_refusal_is_one_sentence_and_writes_nothing(
    code: int,
    words: tuple[str, ...],
    language: str,
    *,
    dossier: Path,
    tmp_path: Path,
    run: Command,
) -> None:
    named = [word.format(dossier=dossier, tmp=tmp_path) for word in words]
    before = run("log", dossier)[1]
    found, said, told = run(*named, "--lang", language)
    assert (found, said) == (code, "")
    assert len(told.strip().splitlines()) == 1
    assert "{" not in told.replace("{product_name}", "")
    assert run("log", dossier)[1] == before
    assert not list(tmp_path.glob("x.*"))
