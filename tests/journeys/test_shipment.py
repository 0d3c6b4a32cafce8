"""An import and a local content application: from nothing to a verified package, by commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.walking import asking, settle

SHIPMENT = {
    "product_name": "Obat Contoh",
    "stage": "shipment",
    "goods": "medicine",
    "ma_holder": "yes",
    "ma_number": "DKI2612345678A1",
    "api_u": "yes",
    "api_p": "no",
    "company_registered": "yes",
    "invoice_matches": "yes",
    "coa_matches": "yes",
    "import_date": "2027-01-01",
    "filing_date": "2026-12-01",
}
APPLICATION = {
    "product_name": "Obat Contoh",
    "stage": "application",
    "product_type": "finished",
    "filing_date": "2026-12-01",
}


def errors(report: Any) -> list[str]:
    return [one["code"] for one in report["findings"] if one["severity"] == "error"]


def test_a_shipment_is_held_back_by_a_batch_that_is_too_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask, folder = asking(capsys), tmp_path / "kiriman"
    facts = [f"{name}={value}" for name, value in SHIPMENT.items()]
    ask("new", folder, "--rulebook", "id.bpom.ski", "--fact", *facts)
    settle(ask, folder, tmp_path / "papers", said=SHIPMENT)
    rows = tmp_path / "bets.tsv"
    rows.write_text("batch\tmade\texpires\nB1\t2025-01-01\t2027-12-31\n", encoding="utf-8")
    ask("table", folder, "batches", "--rows", rows)
    late = ask("check", folder, code=1)
    assert errors(late) == ["V-SKI-SHELF"]
    ask("set", folder, "import_date=2026-12-31")
    report = ask("check", folder)
    assert errors(report) == []
    assert report["ready"], report["findings"]
    made = ask("export", folder, "--out", tmp_path / "out")
    assert ask("verify", made["package"])["valid"]
    dates = ask("dates", folder)["dates"]
    assert [one["rule"] for one in dates if one["rule"]] == ["DL-07"]


def test_a_local_content_application_is_packed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask, folder = asking(capsys), tmp_path / "tkdn"
    facts = [f"{name}={value}" for name, value in APPLICATION.items()]
    ask("new", folder, "--rulebook", "id.kemenperin.tkdn", "--fact", *facts)
    settle(ask, folder, tmp_path / "papers", said=APPLICATION)
    report = ask("check", folder)
    assert report["ready"], report["findings"]
    made = ask("export", folder, "--out", tmp_path / "out")
    assert ask("verify", made["package"])["valid"]
    days = {one["rule"]: one["date"] for one in ask("dates", folder)["dates"] if one["rule"]}
    assert days == {"DL-17": "2026-12-02", "DL-18": "2026-12-09"}
