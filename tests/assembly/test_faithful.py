"""What a source holds is in the bound copy, and leads where it led. PDFium is the witness."""

from __future__ import annotations

import gzip
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from dossier_studio.assembly.binder import BoundPart
from tests.assembly import oracle, sources
from tests.assembly.volumes import bound, entry

MANUALS = Path("/usr/share/doc/installation-guide-amd64")
LANGUAGES = ("id", "en")


@pytest.fixture(scope="session")
def manuals(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("manuals")
    found = []
    for language in LANGUAGES:
        packed = MANUALS / language / f"install.{language}.pdf.gz"
        if not packed.exists():
            pytest.skip("The Debian package installation-guide-amd64 is not installed.")
        path = folder / f"install-{language}.pdf"
        path.write_bytes(gzip.decompress(packed.read_bytes()))
        found.append(path)
    return found


def assert_faithful(volume: BoundPart, paths: list[Path]) -> tuple[int, int]:
    """Compare every link and bookmark with its source; return how many there are."""
    starts = [volume.first_page_of[entry(path).document.key] - 1 for path in paths]
    links, marks = oracle.links(volume.path), oracle.bookmarks(volume.path)
    counts = [0, 0]
    for path, start, end in zip(paths, starts, [*starts[1:], volume.pages], strict=True):
        own = oracle.links(path)
        expected = [(page + start, moved(goal, start, path)) for page, goal in own]
        assert [one for one in links if start <= one[0] < end] == expected
        counts[0] += len(own)
        counts[1] += assert_bookmarks(marks, path, start)
    return counts[0], counts[1]


def assert_bookmarks(marks: list[oracle.Mark], path: Path, start: int) -> int:
    own = oracle.bookmarks(path)
    head = next(index for index, mark in enumerate(marks) if mark.title == path.stem)
    base = marks[head].level + 1
    found = marks[head + 1 : head + 1 + len(own)]
    assert found == [
        oracle.Mark(mark.level + base, mark.title, mark.goal and moved(mark.goal, start, path))
        for mark in own
    ]
    return len(own)


def moved(goal: oracle.Goal, start: int, path: Path) -> oracle.Goal:
    """The same goal in the volume: a whole page is shown from its upper left corner."""
    left, top = goal.left, goal.top
    if left is None and top is None:
        with pikepdf.open(path) as pdf:
            box = pdf.pages[goal.page].cropbox
            left, top = float(box[0]), float(box[3])
    return oracle.Goal(goal.page + start, left, top)


def test_two_manuals_that_share_all_their_names(manuals: list[Path], tmp_path: Path) -> None:
    volume = bound(tmp_path / "part.pdf", manuals)
    assert assert_faithful(volume, manuals) == (802, 518)
    for path in manuals:
        start = volume.first_page_of[entry(path).document.key] - 1
        for index in (0, 17, 60, 112):
            assert oracle.text(path, index) in oracle.text(volume.path, start + index)
    judged = subprocess.run(
        ["qpdf", "--check", str(volume.path)], capture_output=True, text=True, check=False
    )
    assert (judged.returncode, judged.stderr) == (0, "")


def test_links_and_bookmarks_of_every_make(tmp_path: Path) -> None:
    paths = [
        sources.saved(tmp_path, "nama.pdf", sources.linked("nama", tree=False)),
        sources.saved(tmp_path, "pohon.pdf", sources.linked("pohon", tree=True)),
        sources.saved(tmp_path, "dalam.pdf", sources.nested(60)),
    ]
    volume = bound(tmp_path / "part.pdf", paths)
    starts = [volume.first_page_of[entry(path).document.key] - 1 for path in paths]
    links = oracle.links(volume.path)
    for start in starts[:2]:
        goals = [goal for page, goal in links if page == start]
        assert [goal.page - start for goal in goals] == [3, 1, 2, 4]
        assert [goal.top for goal in goals] == [697, 699, 842, 321]
    for path, start in zip(paths, starts, strict=True):
        assert_bookmarks(oracle.bookmarks(volume.path), path, start)


def test_a_link_that_led_nowhere_never_leads_into_another_document(tmp_path: Path) -> None:
    def missing(pdf: pikepdf.Pdf) -> None:
        sources.plain("kosong")(pdf)
        sources.link(pdf, pdf.pages[0], Dest=pikepdf.String("chapter3"))

    lost = sources.saved(tmp_path, "kosong.pdf", missing)
    named = sources.saved(tmp_path, "pohon.pdf", sources.linked("pohon", tree=True))
    volume = bound(tmp_path / "part.pdf", [lost, named])
    start = volume.first_page_of[entry(lost).document.key] - 1
    assert [page for page, _ in oracle.links(volume.path) if start <= page < start + 2] == []


def test_a_link_to_the_web_stays(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "web.pdf", sources.linked("web", tree=True))
    volume = bound(tmp_path / "part.pdf", [path])
    with pikepdf.open(volume.path) as pdf:
        page = pdf.pages[volume.first_page_of[entry(path).document.key] - 1]
        addresses = [
            str(annotation.A.URI)
            for annotation in page.Annots
            if annotation.get("/A") is not None and annotation.A.S == "/URI"
        ]
    assert addresses == ["https://example.org/"]


def test_a_cyclic_outline_is_cut_where_it_comes_back(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "lingkar.pdf", sources.cyclic)
    volume = bound(tmp_path / "part.pdf", [path])
    titles = [mark.title for mark in oracle.bookmarks(volume.path)]
    assert titles[titles.index("lingkar") :] == ["lingkar", "A", "B", "C"]


def test_pages_look_as_they_did_but_for_the_band_at_the_foot(tmp_path: Path) -> None:
    paths = [
        sources.saved(tmp_path, "putar.pdf", sources.turned),
        sources.saved(tmp_path, "waris.pdf", sources.inheriting),
        sources.saved(tmp_path, "isian.pdf", sources.form("Rina")),
        sources.saved(tmp_path, "terlihat.pdf", sources.layered(hidden=False)),
        sources.saved(tmp_path, "tersembunyi.pdf", sources.layered(hidden=True)),
    ]
    volume = bound(tmp_path / "part.pdf", paths)
    stamped = 0
    for path in paths:
        start = volume.first_page_of[entry(path).document.key] - 1
        with pikepdf.open(path) as pdf:
            count = len(pdf.pages)
        for index in range(count):
            width, height, before = oracle.picture(path, index)
            assert oracle.picture(volume.path, start + index)[:2] == (width, height)
            after = oracle.picture(volume.path, start + index)[2]
            band = (height - 25) * width
            assert after[:band] == before[:band], (path.name, index)
            assert after[band:] != before[band:], (path.name, index)
            stamped += 1
    assert stamped == 14


def test_the_stamp_reads_the_same_on_every_page(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "putar.pdf", sources.turned)
    volume = bound(tmp_path / "part.pdf", [path])
    for index in range(volume.pages):
        assert f"Bagian II · {index + 1} / {volume.pages}" in oracle.text(volume.path, index)


def test_fields_of_one_name_stay_apart(tmp_path: Path) -> None:
    paths = [
        sources.saved(tmp_path, f"form{number}.pdf", sources.form(value))
        for number, value in enumerate(("Rina", "Budi", "Sari"))
    ]
    volume = bound(tmp_path / "part.pdf", paths)
    with pikepdf.open(volume.path) as pdf:
        fields = {
            field.fully_qualified_name: str(field.obj.get("/V")) for field in pdf.acroform.fields
        }
    assert fields == {"D0001.Name": "Rina", "D0002.Name": "Budi", "D0003.Name": "Sari"}


def test_a_field_that_left_its_drawing_to_the_reader_is_visible(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "form.pdf", sources.form("Rina", bare=True))
    volume = bound(tmp_path / "part.pdf", [path])
    with pikepdf.open(volume.path) as pdf:
        (field,) = pdf.acroform.fields
        assert b"(Rina)" in field.obj.AP.N.read_bytes()
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_a_signature_is_drawn_into_its_page_and_no_longer_signs(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "surat.pdf", sources.signed)
    volume = bound(tmp_path / "part.pdf", {path: entry(path, flattened=True)})
    index = volume.first_page_of[entry(path).document.key] - 1
    width, height, before = oracle.picture(path, 0)
    after = oracle.picture(volume.path, index)[2]
    band = (height - 25) * width
    assert after[:band] == before[:band]
    assert min(after[:band]) < 128  # the square of the signature is there
    with pikepdf.open(volume.path) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/ByteRange" in one
        ]


def test_layers_keep_the_state_they_open_in(tmp_path: Path) -> None:
    paths = [
        sources.saved(tmp_path, "a.pdf", sources.layered(hidden=True)),
        sources.saved(tmp_path, "b.pdf", sources.layered(hidden=False)),
    ]
    volume = bound(tmp_path / "part.pdf", paths)
    with pikepdf.open(volume.path) as pdf:
        layers = pdf.Root.OCProperties
        assert len(layers.OCGs) == 2
        assert [one.objgen for one in layers.D.OFF] == [layers.OCGs[0].objgen]
        assert [str(branch[0]) for branch in layers.D.Order] == ["a", "b"]


def test_numbers_into_a_structure_tree_that_stays_behind_are_gone(tmp_path: Path) -> None:
    path = sources.saved(tmp_path, "waris.pdf", sources.inheriting)
    volume = bound(tmp_path / "part.pdf", [path])
    with pikepdf.open(volume.path) as pdf:
        assert not [page for page in pdf.pages if "/StructParents" in page.obj]


def test_every_file_of_the_volume_reads_in_order(tmp_path: Path) -> None:
    paths = [
        sources.saved(tmp_path, f"berkas{number}.pdf", sources.plain(f"berkas {number}", number))
        for number in (1, 2, 3)
    ]
    volume = bound(tmp_path / "part.pdf", paths)
    firsts = list(volume.first_page_of.values())
    assert [after - before for before, after in pairwise([*firsts, volume.pages + 1])] == [1, 2, 3]
    for number, first in enumerate(firsts, 1):
        assert f"berkas {number} 1" in oracle.text(volume.path, first - 1)
