"""What is kept from one binding to the next saves work and changes no byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier_studio.assembly.joining.shelf import Shelf
from tests.assembly import sources
from tests.assembly.special import special
from tests.assembly.volumes import bound, entry


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    return [
        sources.saved(tmp_path, "satu.pdf", special("satu", neighbour="dua.pdf")),
        sources.saved(tmp_path, "dua.pdf", sources.linked("dua", tree=True)),
        sources.saved(tmp_path, "tiga.pdf", sources.turned),
        sources.saved(tmp_path, "empat.pdf", sources.form("Rina", bare=True)),
    ]


def kept(shelf: Shelf) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in shelf.folder.iterdir()}


def test_no_byte_depends_on_the_shelf_or_the_processes(papers: list[Path], tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    target = tmp_path / "part.pdf"
    expected = bound(target, papers, processes=1).path.read_bytes()
    assert bound(target, papers, processes=2).path.read_bytes() == expected
    assert bound(target, papers, shelf=shelf).path.read_bytes() == expected
    first = kept(shelf)
    assert len(first) == len(papers)
    assert bound(target, papers, shelf=shelf).path.read_bytes() == expected
    assert kept(shelf) == first


def test_elsewhere_in_another_order_the_kept_are_used(papers: list[Path], tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    bound(tmp_path / "part.pdf", papers, shelf=shelf)
    first = kept(shelf)
    other = [papers[2], papers[0], papers[1]]
    expected = bound(tmp_path / "other.pdf", other).path.read_bytes()
    assert bound(tmp_path / "other.pdf", other, shelf=shelf).path.read_bytes() == expected
    assert kept(shelf) == first


def test_one_document_replaced_is_the_only_one_cut(papers: list[Path], tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    bound(tmp_path / "part.pdf", papers, shelf=shelf)
    first = kept(shelf)
    sources.saved(tmp_path, "dua.pdf", sources.plain("lain", 9))
    bound(tmp_path / "part.pdf", papers, shelf=shelf)
    assert len(kept(shelf).keys() - first.keys()) == 1


@pytest.mark.parametrize("at", [0, 0.3, 0.6, 0.999])
def test_what_was_damaged_on_the_shelf_is_made_anew(
    papers: list[Path], tmp_path: Path, at: float
) -> None:
    shelf = Shelf(tmp_path / "shelf")
    expected = bound(tmp_path / "part.pdf", papers, shelf=shelf).path.read_bytes()
    for path in shelf.folder.iterdir():
        data = bytearray(path.read_bytes())
        data[int(at * len(data))] ^= 4
        path.write_bytes(data)
    assert bound(tmp_path / "part.pdf", papers, shelf=shelf).path.read_bytes() == expected
    again = bound(tmp_path / "part.pdf", papers, shelf=shelf)
    assert again.path.read_bytes() == expected
    assert again.slips == {}


def test_a_shelf_that_cannot_be_written_is_done_without(papers: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "no-folder"
    folder.write_text("a file in its way")
    expected = bound(tmp_path / "part.pdf", papers).path.read_bytes()
    made = bound(tmp_path / "part.pdf", papers, shelf=Shelf(folder))
    assert made.path.read_bytes() == expected


def test_the_longest_unused_go_first(papers: list[Path], tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    bound(tmp_path / "part.pdf", papers, shelf=shelf)
    for path in shelf.folder.iterdir():
        os.utime(path, (1, 1))
    bound(tmp_path / "part.pdf", papers[:2], shelf=shelf)
    wanted = {path for path in shelf.folder.iterdir() if path.stat().st_mtime > 1}
    small = Shelf(shelf.folder, most=sum(path.stat().st_size for path in wanted))
    small.trim()
    assert set(shelf.folder.iterdir()) == wanted


def test_a_document_signed_or_not_is_cut_in_two_ways(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    path = sources.saved(tmp_path, "surat.pdf", sources.signed)
    for flattened in (False, True):
        bound(tmp_path / "part.pdf", {path: entry(path, flattened=flattened)}, shelf=shelf)
    assert len(kept(shelf)) == 2
