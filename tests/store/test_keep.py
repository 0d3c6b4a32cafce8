"""How a file comes into the folder: whole, once, and never at the cost of what is there."""

from __future__ import annotations

import hashlib
import itertools
import os
import sys
from pathlib import Path

import pytest

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.work import Step, finish
from dossier_studio.host.files import CHUNK
from dossier_studio.store.folder import DossierFolder


def blobs(folder: DossierFolder) -> list[str]:
    return sorted(file.name for file in (folder.path / "blobs").iterdir())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "CPOB & sertifikat.pdf"
    file.write_bytes(os.urandom(2 * CHUNK + 7))
    return file


def test_a_file_is_kept_under_its_digest_with_steps_in_bytes(
    folder: DossierFolder, source: Path
) -> None:
    steps: list[Step] = []
    digest = finish(folder.keep(source), steps.append)
    assert digest == hashlib.sha256(source.read_bytes()).hexdigest()
    assert folder.blob(digest).read_bytes() == source.read_bytes()
    size = 2 * CHUNK + 7
    assert [(step.done, step.total) for step in steps] == [
        (CHUNK, size),
        (2 * CHUNK, size),
        (size, size),
    ]
    assert blobs(folder) == [digest]


def test_the_same_content_is_kept_once(folder: DossierFolder, source: Path) -> None:
    digest = finish(folder.keep(source))
    before = folder.blob(digest).stat()
    assert finish(folder.keep(source)) == digest
    assert folder.keep_bytes(source.read_bytes()) == digest
    assert folder.blob(digest).stat().st_ino == before.st_ino
    assert blobs(folder) == [digest]


def test_a_blob_that_was_cut_is_mended_by_adding_the_file_again(
    folder: DossierFolder, source: Path
) -> None:
    digest = finish(folder.keep(source))
    folder.blob(digest).write_bytes(b"cut")
    assert finish(folder.keep(source)) == digest
    assert folder.blob(digest).read_bytes() == source.read_bytes()


def test_an_empty_file_is_a_file(folder: DossierFolder, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    digest = finish(folder.keep(tmp_path / "empty.pdf"))
    assert folder.blob(digest).read_bytes() == b""


def test_a_link_counts_as_its_file(folder: DossierFolder, source: Path, tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(source)
    assert folder.blob(finish(folder.keep(tmp_path / "link.pdf"))).stat().st_size > CHUNK


def test_cancelling_leaves_nothing(folder: DossierFolder, source: Path) -> None:
    work = folder.keep(source)
    next(work)
    assert len(blobs(folder)) == 1
    work.close()
    assert blobs(folder) == []


@pytest.mark.parametrize("name", ["missing.pdf", "folder", "dangling", "a/b.pdf", "source/x"])
def test_what_is_no_file_is_refused(folder: DossierFolder, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "source").touch()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Unreadable) as refusal:
        finish(folder.keep(tmp_path / name))
    assert refusal.value.message.parameters["file"] == str(tmp_path / name)
    assert blobs(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices in the file system")
def test_a_pipe_or_a_device_is_refused_at_once(folder: DossierFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(Unreadable):
            finish(folder.keep(name))


def test_a_file_that_changes_once_is_read_again(folder: DossierFolder, source: Path) -> None:
    work = folder.keep(source)
    next(work)
    with source.open("ab") as writer:
        writer.write(b"one more line")
    digest = finish(work)
    assert digest == hashlib.sha256(source.read_bytes()).hexdigest()
    assert blobs(folder) == [digest]


def test_a_file_that_keeps_changing_is_refused(folder: DossierFolder, source: Path) -> None:
    times = itertools.count(1)

    def disturb(_: Step) -> None:
        moment = next(times)
        os.utime(source, (moment, moment))

    with pytest.raises(Unreadable) as refusal:
        finish(folder.keep(source), disturb)
    assert refusal.value.message.key == "store.keep.changing"
    assert blobs(folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="counts what /proc lists")
def test_the_source_is_closed_at_the_end(folder: DossierFolder, source: Path) -> None:
    def opened() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    before = opened()
    finish(folder.keep(source))
    assert opened() == before
