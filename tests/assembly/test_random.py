"""Files of any make are bound, and the proof holds; a broken one costs only itself."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from dossier_studio.assembly.proof.prove import prove
from dossier_studio.core.work import finish
from tests.assembly import sources
from tests.assembly.special import special, tag
from tests.assembly.volumes import ABOUT, bound, entry, part

SHARED_NAMES = ("bab1", "bab2", "(x) 7 0 R", "100%", "")
UNHURRIED = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@st.composite
def seeds(draw: st.DrawFn) -> list[int]:
    return draw(st.lists(st.integers(0, 2**32), min_size=1, max_size=3, unique=True))


def made(folder: Path, seed: int) -> Path:
    """A file with pages of many kinds, whose names and fields any other may use too."""
    chance = random.Random(seed)

    def build(pdf: Pdf) -> None:
        for number in range(chance.randint(1, 6)):
            _page(pdf, chance, f"acak {seed} {number}")
        if chance.random() < 0.5:
            _let_inherit(pdf, chance)
        targets = _names(pdf, chance)
        for page in pdf.pages:
            for _ in range(chance.randint(0, 3)):
                sources.link(pdf, page, Dest=chance.choice(targets))
        _outline(pdf, chance, targets)
        if chance.random() < 0.5:
            tag(pdf, chance.choice(["/P", "/H1"]))

    return sources.saved(folder, f"acak-{seed}.pdf", build)


def _page(pdf: Pdf, chance: random.Random, words: str) -> None:
    left, bottom = chance.choice([0, -50, 30.5]), chance.choice([0, 10])
    box = (left, bottom, left + chance.choice([200, 595]), bottom + chance.choice([300, 842]))
    page = sources.text_page(pdf, words, box=box)
    if chance.random() < 0.4:
        page.obj["/Rotate"] = chance.choice([0, 90, 180, 270, -90, 450])
    if chance.random() < 0.3:
        page.obj["/CropBox"] = Array([left + 10, bottom + 10, left + 150, bottom + 250])
    if chance.random() < 0.2:
        page.obj["/UserUnit"] = 2


def _outline(pdf: Pdf, chance: random.Random, targets: list[Object]) -> None:
    items = [(chance.choice(["", "Bab (1", "é", "50 %", "7 0 R"]), chance.choice(targets))]
    pdf.Root.Outlines = sources.outline(pdf, items * chance.randint(1, 4))
    if chance.random() < 0.3:
        pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First
    pdf.Root.Outlines.First.Title = pdf.make_indirect(String("tak langsung"))


def _let_inherit(pdf: Pdf, chance: random.Random) -> None:
    tree = pdf.Root.Pages
    tree["/Resources"] = pdf.pages[0].obj["/Resources"]
    tree["/MediaBox"] = Array([0, 0, 400, 600])
    tree["/Rotate"] = 90
    for page in pdf.pages:
        for key in ("/Resources", "/MediaBox"):
            if chance.random() < 0.5:
                del page.obj[key]


def _names(pdf: Pdf, chance: random.Random) -> list[Object]:
    pages = [page.obj for page in pdf.pages]
    views = [
        Array([chance.choice(pages), *view])
        for view in ([Name.XYZ, 10, 20, 0], [Name.Fit], [Name.FitH, 55.5], [Name.FitR, 1, 2, 3, 4])
    ]
    pairs = [(name, chance.choice(views)) for name in sorted(SHARED_NAMES) if chance.random() < 0.8]
    listed = [part for name, view in pairs for part in (String(name), Dictionary(D=view))]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(listed)))
    pdf.Root.Dests = Dictionary({f"/{name}": view for name, view in pairs if name})
    return [
        *views,
        *(String(name) for name in SHARED_NAMES),
        *(Name(f"/{name}") for name in SHARED_NAMES if name),
        Array([chance.randrange(len(pages)), Name.Fit]),
    ]


@UNHURRIED
@given(seeds())
def test_whatever_is_bound_is_proven(chosen: list[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [made(folder, seed) for seed in chosen]
        entries = [entry(path) for path in paths]
        files = {one.document.sha256: path for one, path in zip(entries, paths, strict=True)}
        volume = bound(folder / "part.pdf", paths, processes=1)
        assert volume.slips == {}
        proof = finish(
            prove(part(entries), volume, files.__getitem__, about=ABOUT, deep=True, processes=1)
        )
        assert proof.holds, proof
        if shutil.which("qpdf"):
            judged = subprocess.run(
                ["qpdf", "--check", volume.path], capture_output=True, text=True, check=False
            )
            assert (judged.returncode, judged.stderr) == (0, "")


@pytest.mark.parametrize("seed", range(6))
def test_broken_files_cost_only_themselves(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sound = sources.saved(tmp_path, "baik.pdf", sources.linked("baik", tree=True))
    whole = sources.saved(tmp_path, "utuh.pdf", special("utuh", neighbour="baik.pdf"))
    with pikepdf.open(whole) as pdf:
        pdf.save(tmp_path / "plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = (tmp_path / "plain.pdf").read_bytes()
    broken = []
    for number in range(8):
        bad = bytearray(data)
        for _ in range(chance.randint(1, 40)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        if number % 3 == 0:
            bad = bad[: chance.randrange(len(bad))]
        path = tmp_path / f"rusak-{number}.pdf"
        path.write_bytes(bad)
        broken.append(path)
    volume = bound(tmp_path / "part.pdf", [*broken, sound], processes=1)
    assert set(volume.first_page_of) == {entry(path).document.key for path in (*broken, sound)}
    assert entry(sound).document.key not in volume.slips
    with pikepdf.open(volume.path) as pdf:
        assert len(pdf.pages) == volume.pages
        assert "baik 1" in " ".join(
            page.Contents[1].read_bytes().decode("latin-1")
            for page in list(pdf.pages)[-5:]
            if isinstance(page.Contents, Array)
        )
