"""The calculators by command: the contract's JSON, both languages, refusals with their codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier_studio.cli import main
from tests.law.assessments import counted, everything, tick, ticked

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def answer(run: Run, *words: object) -> Any:
    code, out, err = run(*words, "--format", "json", "--lang", "en")
    assert (code, err) == (0, "")
    return json.loads(out)


def kept(folder: Path, form: object) -> Path:
    file = folder / "penilaian.json"
    file.write_text(json.dumps(form), encoding="utf-8")
    return file


def test_tkdn_as_the_contract_writes_it(run: Run, tmp_path: Path) -> None:
    found = answer(run, "tkdn", kept(tmp_path, counted("0 1 0 0 3 3 2 2 3 2 3")))
    assert found["tkdn"] == "60.2"
    assert found["evidenced"] == "40.0"
    assert found["components"] == {
        "raw_materials": "23.5", "research": "20.1", "production": "12.0", "packaging": "4.6",
    }  # fmt: skip
    assert found["by_rule_set"] == {
        "seed-16-2020": "60.2", "seed-16-2020-np0": "60.2", "verifier-16-2020": "0.0",
    }  # fmt: skip
    for notice in found["notices"]:
        assert set(notice) == {"en", "id"}


def test_tkdn_shows_a_rule_set_that_cannot_be_calculated_as_null(run: Run, tmp_path: Path) -> None:
    form = ticked(tick("RM-1", "P"), tick("RM-1", "P"))
    found = answer(run, "tkdn", kept(tmp_path, {**form, "rule_set": "seed-16-2020"}))
    assert found["by_rule_set"]["verifier-16-2020"] is None


@pytest.mark.parametrize(("language", "total"), [("id", "85,5 %"), ("en", "85.5 %")])
def test_tkdn_as_text(run: Run, tmp_path: Path, language: str, total: str) -> None:
    form = everything("PLMS", without=["RD-2", "RD-4", "PK-1"])
    code, out, _ = run("tkdn", kept(tmp_path, form), "--lang", language)
    assert code == 0
    assert total in out.splitlines()[0]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\x00\xff\x13rubbish", 3), (b"", 3), (b"{}", 2), (b"[]", 2), (b'"text"', 2)],
)
def test_tkdn_of_rubbish(run: Run, tmp_path: Path, data: bytes, code: int) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(data)
    found, out, err = run("tkdn", file)
    assert (found, out, err.count("\n")) == (code, "", 1)


def test_tkdn_without_a_file(run: Run, tmp_path: Path) -> None:
    assert run("tkdn", tmp_path / "none.json")[0] == 3
    assert run("tkdn", tmp_path)[0] == 3
    assert run("tkdn")[0] == 2


def test_deadline_as_the_contract_writes_it(run: Run) -> None:
    found = answer(run, "deadline", "--rule", "DL-13", "--from", "2026-03-16")
    wanted = {"due", "due_from", "unit", "calendar", "provisional", "source"}
    assert {name: found[name] for name in wanted} == {
        "due": "2026-04-21",
        "due_from": None,
        "unit": "WD",
        "calendar": "authority",
        "provisional": False,
        "source": "Summary of Indonesian rules, notice of 6 September 2022",
    }


def test_deadline_by_another_calendar_and_without_one(run: Run) -> None:
    words = ("deadline", "--from", "2026-03-16", "--rule")
    company = answer(run, *words, "DL-13", "--calendar", "company")
    assert (company["due"], company["calendar"]) == ("2026-04-15", "company")
    months = answer(run, *words, "DL-12")
    assert (months["due"], months["unit"], months["calendar"]) == ("2026-09-16", "M", None)


def test_deadline_beyond_the_calendar_is_answered_and_provisional(run: Run) -> None:
    found = answer(run, "deadline", "--rule", "DL-07", "--from", "2060-01-05")
    assert (found["due"], found["provisional"]) == ("2060-01-06", True)
    _, out, _ = run("deadline", "--rule", "DL-07", "--from", "2060-01-05", "--lang", "id")
    assert "2027" in out


@pytest.mark.parametrize("rule", ["DL-30", "DL-35a", "DL-05", "DL-22", "DL-13"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_deadline_as_text(run: Run, rule: str, language: str) -> None:
    code, out, _ = run("deadline", "--rule", rule, "--from", "2027-03-16", "--lang", language)
    assert code == 0
    assert rule in out
    assert "{" not in out
    assert "clocks." not in out


@pytest.mark.parametrize(
    "words",
    [
        ("--rule", "DL-28", "--from", "2026-03-16"),
        ("--rule", "DL-09", "--from", "2026-03-16"),
        ("--rule", "DL-99", "--from", "2026-03-16"),
        ("--rule", "dl-13", "--from", "2026-03-16"),
        ("--rule", "DL-13", "--from", "2026-02-30"),
        ("--rule", "DL-13", "--from", "20260316"),
        ("--rule", "DL-13", "--from", "2026-W12-1"),
        ("--rule", "DL-13", "--from", "16/03/2026"),
        ("--rule", "DL-13", "--from", "9999-12-31"),
        ("--rule", "DL-13", "--from", "2026-03-16", "--calendar", "moon"),
        ("--rule", "DL-13"),
        ("--from", "2026-03-16"),
    ],
)
def test_deadline_refuses_in_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    for language in ("id", "en"):
        code, out, err = run("deadline", *words, "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "{" not in err


def test_all_deadlines_are_listed(run: Run) -> None:
    rows = {one["id"]: one for one in answer(run, "deadlines")["deadlines"]}
    assert rows["DL-24"]["from"] == -12
    assert rows["DL-28a"]["of"] == "DL-28"
    code, out, _ = run("deadlines", "--lang", "id")
    assert code == 0
    assert len(out.splitlines()) == len(rows)


def test_fees_as_the_contract_writes_it(run: Run) -> None:
    words = ("fees", "--rulebook", "id.bpom.traditional", "--fact", "class=TM-J", "kind=OB-7")
    found = answer(run, *words, "origin=OR-I")["items"]
    amounts = {one["id"]: one["idr"] for one in found}
    assert amounts == {"FT-01": 100_000, "FT-02": 15_000_000, "FT-03": 5_000_000}
    assert found[0]["label"] == {
        "en": "Pre-registration, traditional medicine",
        "id": "Praregistrasi obat tradisional",
    }
    assert (found[0]["confidence"], bool(found[0]["source"])) == ("high", True)


def test_fees_in_rupiah_as_each_language_writes_them(run: Run) -> None:
    words = ("fees", "--rulebook", "id.bpom.drug", "--fact", "category=1N")
    assert "Rp 30.000.000" in run(*words, "--lang", "id")[1]
    assert "IDR 30,000,000" in run(*words, "--lang", "en")[1]


@pytest.mark.parametrize(
    "words",
    [("--rulebook", "nobody"), (), ("--rulebook", "id.bpom.drug", "--fact", "category=99"),
     ("--rulebook", "id.bpom.drug", "--fact", "colour=red")],
)  # fmt: skip
def test_fees_refuse_in_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("fees", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_path_by_answers_and_of_a_dossier(run: Run, tmp_path: Path) -> None:
    facts = ("--rulebook", "id.bpom.drug", "--fact", "category=7")
    found = answer(run, "path", *facts)
    registration = next(one for one in found["stages"] if one["stage"] == "registration")
    assert registration["path"]["days"] == 10
    assert registration["path"]["confidence"] == "high"
    folder = tmp_path / "dossier"
    assert run("new", folder, *facts)[0] == 0
    assert answer(run, "path", folder) == found
    for language in ("id", "en"):
        code, out, _ = run("path", folder, "--lang", language)
        assert code == 0
        assert "{" not in out
    assert run("path")[0] == 2
    assert run("path", folder, *facts)[0] == 2


def test_shelf_life_of_batches(run: Run) -> None:
    words = ("shelf-life", "--arrival", "2027-01-01", "--batch", "B1=2025-01-01/2028-01-01")
    found = answer(run, *words)
    assert (found["rule"], found["passes"]) == ("SKI-05", True)
    assert found["batches"][0]["last_day"] == "2027-01-01"
    several = answer(run, *words, "B2=2025-01-01/2027-12-31", "B3=2028-01-01")
    assert several["passes"] is False
    assert [one["passes"] for one in several["batches"]] == [True, False, None]
    for language in ("id", "en"):
        code, out, _ = run(*words, "B3=2028-01-01", "--lang", language)
        assert code == 0
        assert "{" not in out


@pytest.mark.parametrize(
    "words",
    [("--arrival", "2027-02-30", "--batch", "B=2025-01-01/2028-01-01"),
     ("--arrival", "2027-01-01", "--batch", "B"),
     ("--arrival", "2027-01-01", "--batch", "B=2025-01-01/"),
     ("--arrival", "2027-01-01", "--batch", "B=2028-01-01/2025-01-01"),
     ("--arrival", "2027-01-01", "--batch", "B=2025-01-01/2028-01-01", "--rule", "SKI-99"),
     ("--arrival", "2027-01-01"), ("--batch", "B=2028-01-01")],
)  # fmt: skip
def test_shelf_life_refuses_in_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("shelf-life", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_days_of_several_dossiers_in_one_list_and_as_a_calendar(run: Run, tmp_path: Path) -> None:
    for name, book, facts in (
        ("obat", "id.bpom.drug", ("category=2X", "reevaluation_notice=2026-08-31")),
        ("jamu", "id.bpom.traditional", ("kind=OB-7", "hpr_date=2027-01-15")),
    ):
        words = ("--rulebook", book, "--name", name, "--fact", *facts)
        assert run("new", tmp_path / name, *words)[0] == 0
    both = (tmp_path / "obat", tmp_path / "jamu")
    file = tmp_path / "tanggal.ics"
    found = answer(run, "dates", *both, "--ics", file)["dates"]
    assert [(one["date"], one["dossier"], one["rule"]) for one in found] == [
        ("2027-02-15", "jamu", "DL-32"),
        ("2027-02-28", "obat", "DL-12"),
    ]
    data = file.read_bytes()
    assert data.count(b"BEGIN:VEVENT") == 2
    run("dates", *both, "--ics", file, "--lang", "en")
    assert file.read_bytes() == data
    one = answer(run, "dates", *both, "--first", "2027-02-16", "--last", "2027-12-31")["dates"]
    assert [item["rule"] for item in one] == ["DL-12"]
    for language in ("id", "en"):
        code, out, _ = run("dates", *both, "--lang", language)
        assert code == 0
        assert "{" not in out
    assert run("dates", tmp_path / "none")[0] == 3
    assert run("dates", *both, "--first", "tomorrow")[0] == 2
    assert run("dates", *both, "--ics", tmp_path / "no" / "folder.ics")[0] != 0


def test_variation_says_category_and_documents(run: Run) -> None:
    found = answer(run, "variation", "--changes", "MiV-N-1,MiV-PA-3")
    assert [one["category"] for one in found["categories"]] == ["5"]
    assert found["categories"][0]["documents"]
    assert all(one["need"] != "not-needed" for one in found["categories"][0]["documents"])
    for language in ("id", "en"):
        code, out, _ = run("variation", "--changes", "MaV-17,MaV-4", "--lang", language)
        assert code == 0
        assert "clocks." not in out
    for wrong in ("MaV-99", ","):
        code, out, err = run("variation", "--changes", wrong)
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_tkdn_writes_the_sheet_to_sign(run: Run, tmp_path: Path) -> None:
    form = kept(tmp_path, everything("PLMS"))
    pdf, xml = tmp_path / "tkdn.pdf", tmp_path / "tkdn.xml"
    found = answer(run, "tkdn", form, "--pdf", pdf, "--xml", xml)
    assert (found["pdf"], found["xml"]) == (str(pdf), str(xml))
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert b'tkdn="100.0"' in xml.read_bytes()


def test_a_half_year_report_is_drafted(run: Run, tmp_path: Path) -> None:
    folder, file = tmp_path / "jamu", tmp_path / "laporan.pdf"
    assert run("new", folder, "--rulebook", "id.bpom.traditional")[0] == 0
    words = ("half-year-report", folder, "--out", file, "--month")
    assert answer(run, *words, "2027-01")["report"] == str(file)
    assert file.read_bytes().startswith(b"%PDF-")
    for wrong in ("2027-02", "2027-13", "January"):
        code, out, err = run(*words, wrong)
        assert (code, out, err.count("\n")) == (2, "", 1)
