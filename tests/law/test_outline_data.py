"""The ACTD outline as data, judged by numbers and facts taken from the tables of its sources."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

RESOURCES = Path(__file__).parents[2] / "resources"
OUTLINE = RESOURCES / "outlines" / "actd.xml"
SCHEMA = RESOURCES / "schemas" / "outline.xsd"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ROOT = etree.parse(OUTLINE).getroot()
SECTIONS = {section.get("id", ""): section for section in ROOT.iter("section")}
PRODUCTS = ("NCE", "Bio", "MaV", "MiV", "G")


def part_of(section_id: str) -> str:
    return section_id.partition(".")[0]


def title(section_id: str, language: str) -> str:
    [text] = [t.text for t in SECTIONS[section_id].findall("title") if t.get(LANG) == language]
    return text or ""


def children(section_id: str) -> list[str]:
    return [child.get("id", "") for child in SECTIONS[section_id].findall("section")]


def aliases(section_id: str, scheme: str) -> list[str | None]:
    return [a.text for a in SECTIONS[section_id].findall("alias") if a.get("scheme") == scheme]


def ticks(section_id: str) -> str:
    """The five cells of a row as letters, in the order of the table: RRCNC."""
    return "".join(
        (tick.get("is") or "?")[0].upper() for tick in SECTIONS[section_id].iterfind("tick")
    )


def marked(attribute: str) -> dict[str, str]:
    return {key: s.get(attribute, "") for key, s in SECTIONS.items() if s.get(attribute)}


def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(SCHEMA, parser))


# The schema


def test_outline_is_valid() -> None:
    schema().assertValid(etree.parse(OUTLINE))


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_xmllint_agrees() -> None:
    command = ["xmllint", "--nonet", "--noout", "--schema", str(SCHEMA), str(OUTLINE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("written", "mistaken"),
    [
        ('<section id="I.B"', '<section id="I.A"'),
        ('<cite source="A27"/>', '<cite source="A99"/>'),
        ('near="IV.F"', 'near="IV.G"'),
        ('<title xml:lang="en">Nomenclature</title>', ""),
        ('<title xml:lang="en">Nomenclature</title>', '<title xml:lang="id">Tata Nama</title>'),
        ('<title xml:lang="en">Nomenclature</title>', '<title xml:lang="fr">Nom</title>'),
        ('<title xml:lang="en">Nomenclature</title>', '<title xml:lang="en"> </title>'),
        ('<note xml:lang="en">Usually on request.</note>', ""),
        ('confidence="low"', 'confidence="L"'),
        ('is="conditional"', 'is="maybe"'),
        ('<tick product="Bio"', '<tick product="NCE"'),
        ('repeat="indication"', 'repeat="country"'),
        ('ctd="3.2.S.1.1"', 'ctd="Module 3"'),
        ('ectd="m3-3-literature-references"', 'ectd="3.3"'),
        ('scheme="malaysia"', 'scheme="singapore"'),
        ('<unplaced ectd="m2-3-introduction"', '<unplaced ectd="m2-2-introduction"'),
    ],
)
def test_schema_refuses_a_mistake(written: str, mistaken: str) -> None:
    text = OUTLINE.read_text(encoding="utf-8")
    assert written in text
    broken = etree.fromstring(text.replace(written, mistaken, 1).encode())
    assert not schema().validate(broken)


# The tree


def test_every_node_of_the_four_tables_is_there() -> None:
    assert Counter(map(part_of, SECTIONS)) == {"I": 30, "II": 73, "III": 87, "IV": 84}
    assert len(list(ROOT.iter("section"))) == 274


def test_parts_and_their_sections_stand_in_order() -> None:
    assert [part.get("id") for part in ROOT.findall("section")] == ["I", "II", "III", "IV"]
    assert children("I") == ["I.A", "I.B", "I.C"]
    assert children("II") == ["II.A", "II.B", "II.C", "II.D"]
    assert children("III") == ["III.A", "III.B", "III.C", "III.D", "III.E"]
    assert children("IV") == ["IV.A", "IV.B", "IV.C", "IV.D", "IV.E", "IV.F"]


@pytest.mark.parametrize(
    ("parent", "expected"),
    [
        ("I.C.3", ["I.C.3.1", "I.C.3.2", "I.C.3.3", "I.C.3.4"]),
        ("II.B", ["II.B.S", "II.B.P"]),
        ("II.C", ["II.S", "II.P"]),
        ("II.S", [f"II.S{n}" for n in range(1, 8)]),
        ("II.S7", ["II.S7.a", "II.S7.b", "II.S7.c"]),
        ("II.P", [f"II.P{n}" for n in range(1, 10)]),
        ("II.P2.2", ["II.P2.2.1", "II.P2.2.2"]),
        ("II.P4", ["II.P4.1", "II.P4.2", "II.P4.3", "II.P4.4"]),
        ("III.B.2", [f"III.B.2.{letter}" for letter in "abcdef"]),
        ("III.D", ["III.D.1", "III.D.2", "III.D.3", "III.D.4"]),
        ("IV.C.1", ["IV.C.1.1", "IV.C.1.2", "IV.C.1.3", "IV.C.1.App1"]),
        ("IV.E.1", ["IV.E.1.1", "IV.E.1.2", "IV.E.1.3", "IV.E.1.4"]),
    ],
)
def test_children_stand_in_the_order_of_the_guideline(parent: str, expected: list[str]) -> None:
    assert children(parent) == expected


def test_titles_carry_neither_numbers_nor_remarks() -> None:
    for section_id in SECTIONS:
        for language in ("id", "en"):
            text = title(section_id, language)
            assert text == " ".join(text.split())
            assert not re.match(r"(Part|Bagian|Section|Sub-bagian|[SP]\.?\d|[SP] —|\d)", text), text
            assert not re.search(r"&nbsp;|unnumbered component|list item", text), text


@pytest.mark.parametrize(
    ("section_id", "code", "indonesian", "english"),
    [
        (
            "I",
            "I",
            "Dokumen Administratif, Informasi Produk dan Label",
            "Table of Contents, Administrative Data and Product Information",
        ),
        (
            "I.C.3.1.a",
            "C.3.1.a",
            "Izin industri farmasi pemberi dan penerima kontrak",
            "Licence of pharmaceutical industry and of contract manufacturer",
        ),
        ("II.B", "B", "Ringkasan Dokumen Mutu (RDM)", "Quality Overall Summary (QOS)"),
        ("II.S", "S", "Zat Aktif", "Drug Substance"),
        ("II.S1.2", "S.1.2", "Rumus Kimia (Struktur)", "Structure"),
        ("II.S4.1", "S.4.1", "Spesifikasi", "Specification"),
        ("II.P2.3.2", "P.2.3.2", "Kelebihan (Overages)", "Overages"),
        (
            "II.S7.a",
            None,
            "Ringkasan dan kesimpulan stabilitas",
            "Stability summary and conclusions",
        ),
        (
            "II.P8.a",
            None,
            "Ringkasan dan kesimpulan stabilitas",
            "Stability summary and conclusion",
        ),
        ("III.C.1.2", "C.1.2", "Tata Penyajian", "General Presentation Issues"),
        ("III.D.4.1.7.6", "D.4.1.7.6", "Lain-lain", "Other"),
        ("IV.C.4.2", "C.4.2", "Kejadian Tidak Diinginkan (KTD)", "Adverse Events"),
        ("IV.C.4.App4", None, "Lampiran 4", "Appendix 4"),
        (
            "IV.E.1.2",
            "E.1.2",
            "Laporan Studi BA Komparatif atau Bioekivalensi (BE)",
            "Comparative BA or Bioequivalence (BE) Study Reports",
        ),
    ],
)
def test_code_and_titles(section_id: str, code: str | None, indonesian: str, english: str) -> None:
    found = (SECTIONS[section_id].get("code"), title(section_id, "id"), title(section_id, "en"))
    assert found == (code, indonesian, english)


def test_codes_tell_brothers_apart() -> None:
    for section_id in SECTIONS:
        codes = [SECTIONS[child].get("code") for child in children(section_id)]
        known = [code for code in codes if code]
        assert len(known) == len(set(known)), section_id


# Marks


def test_generated_contents() -> None:
    assert set(marked("generated")) == {"I.B", "II.A", "III.A", "III.D.1", "IV.A"}


def test_headings_without_files() -> None:
    assert set(marked("guidance-only")) == {
        *("I", "II", "III", "IV", "I.C", "II.C", "III.B.1", "III.B.2", "III.C.1.2"),
        *("III.C.2.1", "III.C.2.2", "III.C.2.3"),
    }


@pytest.mark.parametrize(
    "section_id",
    "I.C.1 I.C.2 I.C.3 I.C.3.1 I.C.3.2 I.C.3.4 I.C.3.4.c I.C.4 I.C.5.1 I.C.5.2 I.C.5.3 "
    "II.B II.S1 II.S2.1 II.S2.2 II.S2.6 II.S3 II.S4.1 II.S4.5 II.S5 II.S6 II.S7 II.P1 II.P2 "
    "II.P3.1 II.P3.4 II.P4 II.P4.3 II.P4.4 II.P5 II.P6 II.P7 II.P8 II.P9 II.D III.B III.C III.D "
    "III.E IV.B IV.C IV.D IV.E IV.E.1.2 IV.E.1.4 IV.F".split(),
)
def test_a_section_with_bpom_documents_takes_files(section_id: str) -> None:
    assert SECTIONS[section_id].get("guidance-only", "no") == "no"
    assert SECTIONS[section_id].get("generated", "no") == "no"


def test_repeating_branches() -> None:
    assert marked("repeat") == {
        "II.B.S": "substance",
        "II.S": "substance",
        "II.B.P": "product",
        "II.P": "product",
        "IV.E.5": "indication",
    }


@pytest.mark.parametrize(
    ("part", "high", "medium", "low"),
    [("I", 28, 2, 0), ("II", 67, 6, 0), ("III", 35, 12, 40), ("IV", 63, 0, 21)],
)
def test_confidence_of_headings(part: str, high: int, medium: int, low: int) -> None:
    found = Counter(s.get("confidence") for key, s in SECTIONS.items() if part_of(key) == part)
    assert found == +Counter(high=high, medium=medium, low=low)


def test_a_low_heading_names_no_reading_alone() -> None:
    for key, section in SECTIONS.items():
        cited = {cite.get("source") for cite in section.findall("cite")}
        assert cited, key
        if section.get("confidence") == "low":
            assert "bg" in cited, key


# Ticks


def test_every_section_has_the_five_cells_in_order() -> None:
    for key, section in SECTIONS.items():
        assert tuple(t.get("product") for t in section.findall("tick")) == PRODUCTS, key
        assert len({t.get("confidence") for t in section.findall("tick")}) == 1, key


@pytest.mark.parametrize(
    ("part", "required", "conditional", "not_required"),
    [
        ("I", (11, 11, 4, 4, 11), (19, 19, 26, 26, 18), (0, 0, 0, 0, 1)),
        ("II", (69, 69, 1, 1, 41), (3, 3, 71, 65, 21), (1, 1, 1, 7, 11)),
        ("III", (45, 45, 0, 0, 0), (42, 42, 87, 0, 0), (0, 0, 0, 87, 87)),
        ("IV", (60, 60, 0, 0, 0), (24, 24, 84, 0, 5), (0, 0, 0, 84, 79)),
    ],
)
def test_cells_of_a_part(
    part: str,
    required: tuple[int, ...],
    conditional: tuple[int, ...],
    not_required: tuple[int, ...],
) -> None:
    rows = [ticks(key) for key in SECTIONS if part_of(key) == part]
    columns = [Counter(column) for column in zip(*rows, strict=True)]
    assert tuple(column["R"] for column in columns) == required
    assert tuple(column["C"] for column in columns) == conditional
    assert tuple(column["N"] for column in columns) == not_required


@pytest.mark.parametrize(
    ("section_id", "cells", "confidence"),
    [
        ("I.A", "RRCCR", "low"),
        ("I.C.2", "CCCCC", "high"),
        ("I.C.5.1", "CCCCR", "medium"),
        ("I.C.5.2", "RRCCN", "medium"),
        ("I.C.5.3", "CCCCC", "low"),
        ("II.S1.1", "RRCNR", "high"),
        ("II.S1.2", "RRNNN", "high"),
        ("II.S4.3", "RRCCC", "medium"),
        ("II.P2.1", "RRCNC", "medium"),
        ("II.P9", "NNCNC", "medium"),
        ("III.C.3", "RRCNN", "high"),
        ("III.D", "CCCNN", "high"),
        ("IV.B", "RRCNN", "high"),
        ("IV.C.3.3.1", "RRCNN", "low"),
        ("IV.E.1.2", "CCCNC", "medium"),
        ("IV.F", "RRCNC", "medium"),
    ],
)
def test_a_row_of_the_tick_table(section_id: str, cells: str, confidence: str) -> None:
    tick = SECTIONS[section_id].find("tick")
    assert tick is not None
    assert (ticks(section_id), tick.get("confidence")) == (cells, confidence)


# CTD, eCTD and other numbers


@pytest.mark.parametrize(
    ("section_id", "ctd", "element"),
    [
        ("I.C.4", "1.3", "m1-administrative-information-and-prescribing-information"),
        ("II.B.S", "2.3.S", "m2-3-s-drug-substance"),
        ("II.S2.1", "3.2.S.2.1", "m3-2-s-2-1-manufacturer"),
        ("II.P2.2", "3.2.P.2.1", "m3-2-p-2-pharmaceutical-development"),
        ("II.P2.7", "3.2.P.2.6", "m3-2-p-2-pharmaceutical-development"),
        ("II.P3.1", "3.2.P.3.2", "m3-2-p-3-2-batch-formula"),
        ("II.P3.4", "3.2.P.3.5", "m3-2-p-3-5-process-validation-and-or-evaluation"),
        ("II.P4.3", "3.2.P.4.5", "m3-2-p-4-5-excipients-of-human-or-animal-origin"),
        ("II.P4.4", "3.2.P.4.6", "m3-2-p-4-6-novel-excipients"),
        (
            "II.P9",
            "5.3.1.2 3.2.R 5.3.1.3",
            "m5-3-1-2-comparative-ba-and-bioequivalence-study-reports",
        ),
        ("III.C.2.1.1.1", "2.6.2.2", "m2-6-2-pharmacology-written-summary"),
        ("III.C.2.1", "2.6.2 2.6.3", None),
        ("III.C.1.2", None, None),
        ("III.D.4.1.7.3", "4.2.3.7.4", "m4-2-3-7-4-dependence"),
        ("IV.A", "5.1", None),
        ("IV.C.5", "2.7.6", "m2-7-6-synopses-of-individual-studies"),
        ("IV.E.3.3", "5.3.3.5", "m5-3-3-5-population-pk-study-reports"),
        ("IV.F", "5.4 2.7.5", "m5-4-literature-references m2-7-5-literature-references"),
    ],
)
def test_place_in_ctd_and_ectd(section_id: str, ctd: str | None, element: str | None) -> None:
    section = SECTIONS[section_id]
    ectd = section.get("ectd")
    assert (section.get("ctd"), ectd and " ".join(ectd.split())) == (ctd, element)


def test_the_whole_ectd_is_covered() -> None:
    placed = {name for ectd in marked("ectd").values() for name in ectd.split()}
    unplaced = {entry.get("ectd") for entry in ROOT.findall("unplaced")}
    assert len(unplaced) == 17
    # The DTD defines 158 sections in Modules 2 to 5, and the root of Module 1.
    assert len(placed | unplaced) == 159


def test_elements_that_repeat_in_an_ectd() -> None:
    found = {
        entry.get("ectd"): (entry.get("attributes"), entry.get("required"))
        for entry in ROOT.findall("repeats")
    }
    annex = ("manufacturer substance dosageform product-name", "no")
    assert found == {
        "m2-3-s-drug-substance": ("substance manufacturer", "yes"),
        "m2-3-p-drug-product": ("product-name dosageform manufacturer", "no"),
        "m2-7-3-summary-of-clinical-efficacy": ("indication", "yes"),
        "m3-2-s-drug-substance": ("substance manufacturer", "yes"),
        "m3-2-p-drug-product": ("product-name dosageform manufacturer", "no"),
        "m3-2-p-4-control-of-excipients": ("excipient", "no"),
        "m3-2-a-1-facilities-and-equipment": annex,
        "m3-2-a-2-adventitious-agents-safety-evaluation": annex,
        "m5-3-5-reports-of-efficacy-and-safety-studies": ("indication", "yes"),
    }


def test_other_numbers_in_use() -> None:
    assert aliases("II.S4.1", "actd") == ["S4.1"]
    assert aliases("II.S4.1", "new-aero") == ["S.4.1"]
    assert aliases("II.S2.2", "new-aero") == []  # not in the upload list that was read
    assert aliases("II.P4.1", "malaysia") == ["P4.1", "P4.4"]
    assert aliases("II.P4.2", "malaysia") == ["P4.2", "P4.3"]
    assert aliases("II.P4.3", "malaysia") == ["P4.5"]
    assert aliases("II.P4.4", "malaysia") == ["P4.6"]
    assert aliases("I.B", "indonesian-paper") == ["A"]
    assert aliases("I.C", "indonesian-paper") == ["B"]


def test_sources_are_the_papers_that_were_read() -> None:
    sources = {source.get("id"): source for source in ROOT.findall("source")}
    assert {f"A{n}" for n in range(1, 35)} <= set(sources)
    assert sources["A20"].findtext("address") == "scribd.com/document/530510205"
    assert sources["bg"].find("address") is None
