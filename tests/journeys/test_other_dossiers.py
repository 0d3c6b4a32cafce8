"""A natural medicine and a variation: from nothing to a verified package, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.journeys.walking import asking, settle

JAMU = {
    "product_name": "Kunyit Asam Contoh",
    "stage": "registration",
    "class": "TM-J",
    "category": "CAT-01",
    "origin": "OR-I",
    "dosage_form": "powder",
    "sold_in_origin": "yes",
    "filing_date": "2027-01-18",
    "package_language": "id",
}
VARIATION = {
    "product_name": "Parasetamol Contoh",
    "stage": "registration",
    "category": "5",
    "changes": "MiV-PA-18",
    "origin": "own",
    "filing_date": "2027-01-18",
    "package_language": "en",
}
RENEWAL = {
    "product_name": "Amlodipin Contoh",
    "stage": "registration",
    "category": "7",
    "renewal_with_variation": "no",
    "origin": "contract",
    "applicant_is_giver": "yes",
    "giver_has_cpob_site": "yes",
    "acceptor_subcontracts": "no",
    "ma_expiry": "2027-10-01",
    "filing_date": "2027-01-18",
    "package_language": "both",
}


@pytest.mark.parametrize(
    ("book", "said", "language"),
    [
        ("id.bpom.traditional", JAMU, "id"),
        ("id.bpom.drug", VARIATION, "en"),
        ("id.bpom.drug", RENEWAL, "id"),
    ],
    ids=["jamu", "variation", "renewal"],
)
def test_from_nothing_to_a_verified_package(
    book: str,
    said: Mapping[str, str],
    language: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ask = asking(capsys)
    dossier = tmp_path / "dossier"
    facts = [f"{name}={value}" for name, value in said.items()]
    ask("new", dossier, "--rulebook", book, "--fact", *facts, "--lang", language)
    settle(ask, dossier, tmp_path / "papers", said=said)
    report = ask("check", dossier, "--lang", language)
    assert report["ready"], report["findings"]
    made = ask("export", dossier, "--out", tmp_path / "out", "--zip", "--lang", language)
    assert ask("verify", made["package"])["valid"]
    assert ask("verify", made["zip"])["valid"]
    assert list(Path(made["package"]).glob("data/part-*.pdf"))
