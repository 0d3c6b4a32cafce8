"""Files of every make are bound, proven, and then judged by readers that know nothing of us."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dossier_studio.assembly.binder import BoundPart, bind
from dossier_studio.assembly.proof.prove import prove
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.work import finish
from tests.assembly import oracle
from tests.assembly.strange import FILES, File, written
from tests.assembly.volumes import ABOUT, entry, part

PDFJS = Path(tempfile.gettempdir()) / "dossier-studio-pdfjs"
NOTED = "not installed here; it would have judged the bound volumes"


def bound_and_proven(files: list[File], folder: Path) -> BoundPart:
    """Bind files, prove it with every page drawn, and return the volume."""
    paths = [written(file, folder / f"asal-{index}.pdf") for index, file in enumerate(files)]
    entries = []
    for index, path in enumerate(paths):
        one = entry(path)
        document = replace(one.document, key=DocumentKey(f"D{index:04}"))
        entries.append(replace(one, document=document))
    sources = {one.document.sha256: path for one, path in zip(entries, paths, strict=True)}
    plan = part(entries)
    target = folder / "part.pdf"
    volume = finish(bind(plan, sources.__getitem__, target, about=ABOUT, processes=1))
    assert volume.slips == {}
    proof = finish(prove(plan, volume, sources.__getitem__, about=ABOUT, deep=True, processes=1))
    assert proof.mismatches == ()
    assert [one.account.mismatches for one in proof.documents] == [()] * len(paths)
    return volume


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> list[BoundPart]:
    """Volumes of files that hypothesis made, each proven."""
    made: dict[str, BoundPart] = {}

    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # the first that fails says enough
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(FILES, min_size=1, max_size=3))
    def bind_them(files: list[File]) -> None:
        name = hashlib.sha256(repr(files).encode()).hexdigest()[:12]
        if name not in made:
            made[name] = bound_and_proven(files, tmp_path_factory.mktemp(name))

    bind_them()
    assert len(made) > 30
    return list(made.values())


def judged(*command: str | Path) -> str:
    """Run a judge and return what it says; it must find nothing amiss."""
    done = subprocess.run(
        [str(one) for one in command], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def test_qpdf_finds_no_fault(volumes: list[BoundPart]) -> None:
    if not shutil.which("qpdf"):
        pytest.skip(f"qpdf is {NOTED}")
    for volume in volumes:
        judged("qpdf", "--check", volume.path)


def test_poppler_reads_the_stamp_of_every_page(volumes: list[BoundPart]) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip(f"poppler is {NOTED}")
    for volume in volumes:
        pages = judged("pdftotext", "-raw", volume.path, "-").split("\f")[:-1]
        assert len(pages) == volume.pages
        for number, said in enumerate(pages, 1):
            assert f"Bagian II · {number} / {volume.pages}" in said


@pytest.fixture(scope="module")
def pdfjs() -> Path:
    """The folder of pdf.js; it is fetched once where npm can."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip(f"Node with npm is {NOTED}")
    if not (PDFJS / "node_modules" / "pdfjs-dist" / "package.json").exists():
        PDFJS.mkdir(exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "pdfjs-dist@^5"]
        try:
            subprocess.run(command, cwd=PDFJS, check=True, capture_output=True, timeout=60)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            pytest.skip(f"pdfjs-dist could not be fetched by npm: pdf.js is {NOTED}")
    return PDFJS


def test_pdfjs_follows_every_bookmark_and_link(volumes: list[BoundPart], pdfjs: Path) -> None:
    script = Path(__file__).with_name("pdfjs.mjs")
    said = judged("node", script, f"{pdfjs}/", *(volume.path for volume in volumes))
    for volume, seen in zip(volumes, json.loads(said), strict=True):
        assert seen["pages"] == volume.pages
        links = [[page, goal.page] for page, goal in oracle.links(volume.path)]
        assert sorted(seen["links"]) == sorted(links)
        assert seen["bookmarks"] == [
            [mark.level, mark.title, mark.goal.page if mark.goal else None]
            for mark in oracle.bookmarks(volume.path)
        ]
