from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.export import names

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z0-9]{1,5}")


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Surat pengantar.pdf", "Surat_pengantar.pdf"),
        ("Sertifikat CPOB – final (2).PDF", "Sertifikat_CPOB-final-2.pdf"),
        ("Größe & Straße.v2.pdf", "Grosse-Strasse-v2.pdf"),
        ("résumé\u0301.docx", "resume.docx"),
        ("con.pdf", "con_.pdf"),
        ("..\\..\\etc/passwd", "etc-passwd.bin"),
        ("薬.pdf", "dokumen.pdf"),
        (".pdf", "pdf.bin"),
        ("tanpa akhiran", "tanpa_akhiran.bin"),
        ("laporan.akhir sekali", "laporan-akhir_sekali.bin"),
        ("100% & $5 #1.pdf", "100-5-1.pdf"),
    ],
)
def test_a_name_becomes_one_that_every_portal_takes(original: str, expected: str) -> None:
    assert names.file_name(original) == expected


@given(st.text(max_size=200))
def test_whatever_a_file_is_called_its_name_is_safe_short_and_stable(original: str) -> None:
    name = names.file_name(original)
    assert SAFE.fullmatch(name)
    assert len(name) <= names.NAME_LENGTH
    assert names.file_name(name) == name


@given(st.lists(st.sampled_from(["a.pdf", "A.pdf", "a_2.pdf", f"{'x' * 60}.pdf", "b.zip"])))
def test_names_beside_each_other_differ_even_where_case_does_not_count(given: list[str]) -> None:
    found = names.unique(given)
    assert len({name.lower() for name in found}) == len(given)
    assert all(SAFE.fullmatch(name) and len(name) <= names.NAME_LENGTH for name in found)


def test_the_first_of_equal_names_keeps_it() -> None:
    assert names.unique(["a.pdf", "A.pdf", "a.pdf"]) == ("a.pdf", "A_2.pdf", "a_3.pdf")


def test_a_package_is_named_for_dossier_and_sequence() -> None:
    name = names.package_name("Parasetamol Contoh 500 mg", "0000")
    assert name == "Parasetamol-Contoh-500-mg-0000"
    assert names.package_name("薬", "0001") == "dossier-0001"


def test_the_longest_path_stays_within_the_limit() -> None:
    long = "Nama yang sangat panjang " * 20
    path = "/".join(
        (
            names.package_name(long, "0000"),
            "data/slots",
            names.slot_folder(99, long),
            names.file_name(f"{long}.pdf"),
        )
    )
    assert len(path) <= names.PATH_LENGTH
    assert len(f"{names.package_name(long, '0000')}.zip") <= names.NAME_LENGTH
