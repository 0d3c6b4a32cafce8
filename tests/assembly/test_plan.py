"""What is bound where, in which order, and what only gets a slip sheet."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from dossier_studio.assembly.plan import Entry, Heading
from dossier_studio.core.file import RECONSTRUCTED, FileFacts, Kind, Problem
from dossier_studio.core.text import Text
from tests.assembly.dossiers import Desk


def shown(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.document.key for entry in entries]


def test_only_parts_that_hold_something_are_made() -> None:
    desk = Desk()
    desk.add("spesifikasi", "II.P5.1")
    assert [part.part for part in desk.plan().parts] == ["II"]
    assert Desk().plan().parts == ()


def test_part_one_brings_the_contents_of_all_parts() -> None:
    desk = Desk()
    desk.add("formulir", "I.C.1", title="Formulir yang diisi")
    desk.add("spesifikasi", "II.P5.1")
    first, second = desk.plan().parts
    overall = first.entries[0]
    assert (overall.section, overall.document.key) == ("I.B", "contents-overall")
    assert overall.content is not None
    assert overall.document.sha256 == overall.facts.sha256
    assert shown(first.entries) == ["contents-overall", "formulir"]
    assert shown(second.entries) == ["spesifikasi"]


def test_the_outline_comes_first_then_the_order_of_a_place() -> None:
    desk = Desk()
    desk.add("stabilitas", "II.P8")
    desk.add("dua", "II.P5.1", order=1)
    desk.add("satu", "II.P5.1", order=0)
    desk.add("zat", "II.S4.1")
    (part,) = desk.plan().parts
    assert shown(part.entries) == ["zat", "satu", "dua", "stabilitas"]


def test_each_branch_is_whole_before_the_next_begins() -> None:
    desk = Desk()
    desk.branch("substance", "beta", "Parasetamol, PT Beta", 1)
    desk.branch("substance", "alfa", "Parasetamol, PT Alfa", 0)
    for name in ("beta", "alfa"):
        desk.add(f"umum-{name}", f"II.S1.1[{name}]")
        desk.add(f"kendali-{name}", f"II.S4.1[{name}]")
    (part,) = desk.plan().parts
    assert shown(part.entries) == ["umum-alfa", "kendali-alfa", "umum-beta", "kendali-beta"]
    labels = [row.label.id for row in part.rows if isinstance(row, Heading)]
    assert [label for label in labels if "Parasetamol" in label] == [
        "S Zat Aktif – Parasetamol, PT Alfa",
        "S Zat Aktif – Parasetamol, PT Beta",
    ]


def test_headings_are_those_that_hold_something_each_once() -> None:
    desk = Desk()
    desk.add("a", "II.P5.1")
    desk.add("b", "II.P5.2")
    (part,) = desk.plan().parts
    rows = [
        (row.depth, row.section) if isinstance(row, Heading) else row.document.key
        for row in part.rows
    ]
    assert rows == [
        (0, "II"),
        (1, "II.C"),
        (2, "II.P"),
        (3, "II.P5"),
        (4, "II.P5.1"),
        "a",
        (4, "II.P5.2"),
        "b",
    ]


def test_titles_are_the_persons_else_what_was_asked() -> None:
    desk = Desk()
    desk.add("cpob", "A08")
    desk.add("izin-satu", "A07")
    desk.add("izin-dua", "A07", order=1, title="Izin industri farmasi 2024")
    desk.add("lepas", "II.P8")
    titles = {str(entry.document.key): entry.title for entry in desk.plan().entries}
    assert titles["cpob"].en.startswith("GMP")
    assert titles["izin-satu"].id.endswith("– izin-satu")
    assert titles["izin-dua"] == Text("Izin industri farmasi 2024", "Izin industri farmasi 2024")
    assert titles["lepas"] == Text("lepas", "lepas")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"kind": Kind.DOCX, "pages": None}, "assembly.slip.not-pdf"),
        ({"kind": Kind.EMPTY, "pages": None}, "assembly.slip.empty"),
        ({"encrypted": True}, "assembly.slip.encrypted"),
        ({"pages": None, "problems": (Problem("PF-02"),)}, "assembly.slip.encrypted"),
        ({"pages": None, "problems": (Problem("PF-01"),)}, "assembly.slip.damaged"),
        ({"problems": (Problem("PF-20", detail=RECONSTRUCTED),)}, "assembly.slip.damaged"),
        ({"pages": 0}, "assembly.slip.no-pages"),
    ],
)
def test_what_cannot_be_bound_says_why(changes: dict[str, object], why: str) -> None:
    desk = Desk()
    digest = desk.add("surat", "A01")
    facts = replace(desk.facts[digest], **changes)  # type: ignore[arg-type]  # fields of facts
    entry = desk.plan({digest: facts}).entries[-1]
    assert entry.slip is not None
    assert entry.slip.key == why
    assert entry.pages == 1


def test_a_file_that_nobody_inspected_gets_a_slip() -> None:
    desk = Desk()
    desk.add("surat", "A01")
    entry = desk.plan({}).entries[-1]
    assert entry.slip is not None
    assert entry.slip.key == "assembly.slip.unknown"


def test_a_signed_file_is_bound_flattened() -> None:
    desk = Desk()
    digest = desk.add("surat", "A01")
    facts: FileFacts = replace(desk.facts[digest], signed=True)
    entry = desk.plan({digest: facts}).entries[-1]
    assert entry.flattened
    assert entry.slip is None


def test_what_is_excused_gets_a_letter_at_its_own_place() -> None:
    desk = Desk()
    desk.excuse("A07", "Izin industri sedang diperbarui; bukti permohonan terlampir.")
    letters = [entry for entry in desk.plan().entries if entry.document.key == "letter-A07"]
    (letter,) = letters
    assert letter.requirement == "A07"
    assert letter.document.name == "surat-justifikasi-a07.pdf"
    assert letter.content is not None
    with pikepdf.open(io.BytesIO(letter.content)) as pdf:
        assert len(pdf.pages) == letter.facts.pages == 1
    assert desk.plan() == desk.plan()  # the letter's bytes are the same every time
