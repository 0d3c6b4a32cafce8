"""Workers or none, the same segments; a source that breaks costs only itself."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from dossier_studio.assembly.joining import wire
from dossier_studio.assembly.joining.cutters import cut_all
from dossier_studio.assembly.joining.record import BadRecord, Record
from dossier_studio.assembly.joining.segment import Segment
from dossier_studio.assembly.joining.wire import Cut, CuttingOrder
from tests.assembly import sources


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of the kind")
    return [
        sources.saved(tmp_path, "nama.pdf", sources.linked("nama", tree=False)),
        broken,
        sources.saved(tmp_path, "form.pdf", sources.form("Rina")),
        sources.saved(tmp_path, "lapis.pdf", sources.layered(hidden=True)),
        sources.saved(tmp_path, "putar.pdf", sources.turned),
        sources.saved(tmp_path, "dalam.pdf", sources.nested(40)),
    ]


def segments(papers: list[Path], folder: Path, processes: int) -> dict[int, Segment | None]:
    folder.mkdir()
    orders = [
        CuttingOrder(path, folder / f"{index}.segment", path.stem, Cut())
        for index, path in enumerate(papers)
    ]
    found = cut_all(orders, processes)
    return {
        one.index: wire.read(orders[one.index].target, papers[one.index]) if one.cut else None
        for one in found
        if one is not None
    }


def test_the_number_of_processes_changes_nothing(papers: list[Path], tmp_path: Path) -> None:
    alone = segments(papers, tmp_path / "alone", 1)
    crew = segments(papers, tmp_path / "crew", 2)
    assert sorted(crew) == sorted(alone) == list(range(len(papers)))
    for index, here in alone.items():
        there = crew[index]
        if here is None or there is None:
            assert (index, here, there) == (1, None, None)
            continue
        assert here.path.read_bytes() == there.path.read_bytes()


def test_a_segment_that_is_not_what_it_was_is_no_segment(
    papers: list[Path], tmp_path: Path
) -> None:
    segment = segments(papers[:1], tmp_path / "made", 1)[0]
    assert segment is not None
    assert wire.read(segment.path, papers[0], proven=True) == segment
    whole = segment.path.read_bytes()
    for at in (0, len(whole) // 2, len(whole) - 50, len(whole) - 1):
        bad = bytearray(whole)
        bad[at] ^= 1
        segment.path.write_bytes(bad)
        with pytest.raises(BadRecord):
            wire.read(segment.path, papers[0], proven=True)
    for length in (0, 1, 100, len(whole) - 1):
        segment.path.write_bytes(whole[:length])
        with pytest.raises(BadRecord):
            wire.read(segment.path, papers[0])


def test_a_file_that_went_missing_is_said_so(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "ada.pdf", sources.plain("ada"))
    order = CuttingOrder(path, tmp_path / "no-such-folder" / "x.segment", "ada", Cut())
    for processes in (1, 2):
        with pytest.raises(FileNotFoundError):
            list(cut_all([order], processes))


def test_an_old_page_tree_is_not_dragged_along(tmp_path: Path) -> None:
    def odd(pdf: pikepdf.Pdf) -> None:
        sources.plain("aneh", 3)(pdf)
        annotation = sources.link(pdf, pdf.pages[0], Dest=pikepdf.Name.none)
        annotation["/Odd"] = pdf.Root.Pages

    path = sources.saved(tmp_path, "aneh.pdf", odd)
    (segment,) = segments([path], tmp_path / "made", 1).values()
    assert segment is not None
    texts = Record(segment.path).objects(segment.objects).texts
    assert texts.count(b"/Kids") == 1
