"""A bound Part: its sheets, its bookmarks, its page numbers, and the documents it cannot hold."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from dossier_studio.assembly.binder import bind
from dossier_studio.core.text import Language, Message
from tests.assembly import oracle, sources
from tests.assembly.volumes import ABOUT, bound, entry, part

BOTH = replace(ABOUT, languages=(Language.ID, Language.EN))


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    return [
        sources.saved(tmp_path, "spesifikasi.pdf", sources.linked("spesifikasi", tree=True)),
        sources.saved(tmp_path, "stabilitas.pdf", sources.plain("stabilitas", 3)),
    ]


def test_contents_name_the_page_that_each_document_has(papers: list[Path], tmp_path: Path) -> None:
    volume = bound(tmp_path / "part.pdf", papers)
    said = oracle.text(volume.path, 1)
    for path in papers:
        first = volume.first_page_of[entry(path).document.key]
        assert re.search(rf"{path.stem} *\.+ ?{first}\b|{path.stem}[ .]+{first}\b", said)
    goals = [goal.page for page, goal in oracle.links(volume.path) if page == 1]
    firsts = [page - 1 for page in volume.first_page_of.values()]
    assert goals == [firsts[0], *firsts]  # the section's line leads to its first document


def test_contents_of_many_documents_take_several_pages(tmp_path: Path) -> None:
    one = sources.saved(tmp_path, "satu.pdf", sources.plain("satu", 1))
    paths = [Path(shutil.copy(one, tmp_path / f"dokumen-{number:03}.pdf")) for number in range(90)]
    volume = bound(tmp_path / "part.pdf", paths)
    front = volume.pages - 90
    assert front > 3
    goals = [goal.page for page, goal in oracle.links(volume.path) if page < front]
    assert goals == [front, *range(front, volume.pages)]
    shown = " ".join(oracle.text(volume.path, page) for page in range(1, front))
    for path in (paths[0], paths[45], paths[89]):
        first = volume.first_page_of[entry(path).document.key]
        assert re.search(rf"{path.stem}[ .]+{first}\b", shown)


def test_bookmarks_are_the_outline_then_the_documents(papers: list[Path], tmp_path: Path) -> None:
    volume = bound(tmp_path / "part.pdf", papers)
    found = [(mark.level, mark.title) for mark in oracle.bookmarks(volume.path)]
    assert found == [
        (0, "Daftar Isi"),
        (0, "C Data Mutu"),
        (1, "spesifikasi"),
        (2, "Awal"),
        (2, "Bab 3"),
        (2, "Mati"),
        (1, "stabilitas"),
    ]


def test_the_file_says_what_it_is(papers: list[Path], tmp_path: Path) -> None:
    volume = bound(tmp_path / "part.pdf", papers, BOTH)
    with pikepdf.open(volume.path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert pdf.Root.PageMode == "/UseOutlines"
        assert str(pdf.Root.Lang) == "id"
        assert str(pdf.docinfo.Title) == "Parasetamol Contoh 500 mg – Bagian II / Part II"
        assert not [key for key in pdf.docinfo if "Date" in key]
        assert [str(page.label) for page in pdf.pages] == [
            str(number) for number in range(1, volume.pages + 1)
        ]
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                if "Stamp" in str(font.get("/BaseFont")) or "Liberation" in str(font.BaseFont):
                    assert "/FontFile2" in font.FontDescriptor


@pytest.mark.parametrize(
    ("languages", "stamp"),
    [
        ((Language.ID,), "Bagian II · 3 / 10"),
        ((Language.EN,), "Part II · 3 / 10"),
        ((Language.ID, Language.EN), "Bagian II · Part II · 3 / 10"),
    ],
)
def test_the_stamp_speaks_the_language_of_the_package(
    papers: list[Path], tmp_path: Path, languages: tuple[Language, ...], stamp: str
) -> None:
    volume = bound(tmp_path / "part.pdf", papers, replace(ABOUT, languages=languages))
    assert stamp in oracle.text(volume.path, 2)


def test_the_same_part_gives_the_same_bytes(papers: list[Path], tmp_path: Path) -> None:
    first = bound(tmp_path / "part.pdf", papers, BOTH).path.read_bytes()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert bound(elsewhere / "other-name.pdf", papers, BOTH).path.read_bytes() == first


def test_another_filing_date_gives_another_identifier(papers: list[Path], tmp_path: Path) -> None:
    identifiers = set()
    for name, about in (("a", ABOUT), ("b", replace(ABOUT, filed=None))):
        with pikepdf.open(bound(tmp_path / f"{name}.pdf", papers, about).path) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))
    assert len(identifiers) == 2


def test_a_document_that_is_not_bound_has_a_slip_sheet(papers: list[Path], tmp_path: Path) -> None:
    why = Message("assembly.slip.encrypted")
    entries = {papers[0]: entry(papers[0], slip=why), papers[1]: entry(papers[1])}
    volume = bound(tmp_path / "part.pdf", entries)
    first = volume.first_page_of[entry(papers[0]).document.key]
    said = " ".join(oracle.text(volume.path, first - 1).split())
    assert "dilindungi kata sandi" in said
    assert "spesifikasi.pdf" in said
    assert volume.slips == {"spesifikasi": why}
    assert volume.pages == 2 + 1 + 3
    assert "Tidak dijilid" in oracle.text(volume.path, 1)


def test_a_file_that_breaks_while_it_is_bound_gets_a_slip_sheet(
    papers: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    volume = bound(tmp_path / "part.pdf", [broken, papers[1]])
    assert volume.slips == {"rusak": Message("assembly.slip.damaged")}
    assert "stabilitas 1" in oracle.text(
        volume.path, volume.first_page_of[entry(papers[1]).document.key] - 1
    )


def test_a_flattened_document_says_so_in_the_contents(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "surat.pdf", sources.signed)
    volume = bound(tmp_path / "part.pdf", {path: entry(path, flattened=True)})
    assert "Tanda tangan elektronik" in oracle.text(volume.path, 1)


def test_leaving_off_half_way_leaves_no_work_folder(papers: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    entries = [entry(path) for path in papers]
    paths = {one.document.sha256: path for one, path in zip(entries, papers, strict=True)}
    work = bind(part(entries), paths.__getitem__, folder / "part.pdf", about=ABOUT)
    next(work)
    next(work)
    assert list(folder.iterdir()) != []
    work.close()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_has_nothing_to_say(papers: list[Path], tmp_path: Path) -> None:
    every = [
        *papers,
        sources.saved(tmp_path, "putar.pdf", sources.turned),
        sources.saved(tmp_path, "waris.pdf", sources.inheriting),
        sources.saved(tmp_path, "form.pdf", sources.form("Rina")),
        sources.saved(tmp_path, "lapis.pdf", sources.layered(hidden=True)),
        sources.saved(tmp_path, "lingkar.pdf", sources.cyclic),
    ]
    volume = bound(tmp_path / "part.pdf", every)
    judged = subprocess.run(
        ["qpdf", "--check", str(volume.path)], capture_output=True, text=True, check=False
    )
    assert (judged.returncode, judged.stderr) == (0, "")
