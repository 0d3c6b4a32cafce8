"""The self-assessment of local content on paper: numbers, evidence, statement, same bytes."""

from __future__ import annotations

import json

import pypdfium2
import pytest

from dossier_studio.assembly.tkdn_sheet import self_assessment_pdf
from dossier_studio.core.text import Language
from dossier_studio.law import tkdn_rules
from dossier_studio.law.tkdn import calculate
from dossier_studio.law.tkdn_form import assessment
from tests.law.assessments import counted, everything, with_evidence

RULES = tkdn_rules.rules()
PRODUCT = {"product_name": "Parasetamol <500> & lain", "responsible_person": "apt. Ratna"}


def sheet(form: object, *languages: Language) -> bytes:
    read = assessment(json.dumps(form).encode(), RULES, "x.json")
    return self_assessment_pdf(RULES, read, calculate(RULES, read), languages)


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.ID, ["85,5 %", "Rekapitulasi", "Pernyataan", "Bahan baku aktif", "Nama obat"]),
        (Language.EN, ["85.5 %", "Summary", "Statement", "Active pharmaceutical", "Drug name"]),
    ],
)
def test_the_sheet_says_it_all(language: Language, expected: list[str]) -> None:
    form = everything("PLMS", without=["RD-2", "RD-4", "PK-1"])
    said = words(sheet({**form, "product": PRODUCT}, language))
    for one in (*expected, "Parasetamol <500> & lain", "apt. Ratna"):
        assert one in said
    assert "{" not in said
    assert "tkdn." not in said


def test_both_languages_stand_on_one_sheet() -> None:
    said = words(sheet(counted("3 3 3 3 3 3 3 3 3 3 3"), Language.ID, Language.EN))
    assert "Rekapitulasi / Summary" in said


def test_evidence_is_named_by_criterion() -> None:
    evidence = [{"criterion": "labour", "document": "daftar-karyawan.pdf"}, "akta.pdf"]
    said = words(sheet(with_evidence(counted("3 3 3 3 3 3 3 3 3 3 3"), evidence), Language.EN))
    assert "Evidence of Indonesian labour: daftar-karyawan.pdf" in said
    assert "Evidence: akta.pdf" in said


def test_the_same_form_makes_the_same_bytes() -> None:
    form = counted("0 1 0 0 3 3 2 2 3 2 3")
    assert sheet(form, Language.ID) == sheet(form, Language.ID)
