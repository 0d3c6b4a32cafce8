"""What is stopped or refused half-way leaves the disk as it was."""

from __future__ import annotations

import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier_studio.core.errors import StudioError, Unwritable, WrongUse
from dossier_studio.core.work import finish
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import dossiers, packages, samples

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DossierFolder]:
    dossiers.new(tmp_path / "dossier", "id.bpom.drug", {"category": "2X"})
    with DossierFolder.open(tmp_path / "dossier", write=False, by="") as opened:
        yield opened


@pytest.mark.parametrize("there_before", [False, True])
def test_a_sample_that_is_stopped_leaves_nothing(tmp_path: Path, there_before: bool) -> None:
    path = tmp_path / "contoh"
    if there_before:
        path.mkdir()
    work = samples.sample(path)
    for _ in range(5):
        next(work)
    assert any((path / "blobs").iterdir())
    work.close()
    assert path.exists() == there_before
    assert not there_before or list(path.iterdir()) == []


def test_a_package_is_not_made_within_its_own_dossier(
    folder: DossierFolder, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(folder.path, target_is_directory=True)
    for parent in (folder.path, folder.path / "blobs" / "x", tmp_path / "link"):
        with pytest.raises(WrongUse) as refusal:
            finish(packages.export(folder, parent, allow_incomplete=True))
        assert refusal.value.message.key == "workflow.package.inside"
    assert sorted(one.name for one in folder.path.iterdir()) == ["blobs", "dossier.sqlite"]


def test_a_refused_package_leaves_no_empty_folders_and_names_what_it_needs(
    folder: DossierFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 30, 0, 4 << 20))
    with pytest.raises(Unwritable) as refusal:
        finish(packages.export(folder, tmp_path / "a" / "b", allow_incomplete=True))
    said = refusal.value.message.parameters
    assert isinstance(said["needed"], int)
    assert isinstance(said["free"], int)
    assert said["needed"] > said["free"]
    assert not (tmp_path / "a").exists()


def test_a_file_where_a_folder_is_due_is_named(folder: DossierFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for parent in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StudioError) as refusal:
            finish(packages.export(folder, parent, allow_incomplete=True))
        assert refusal.value.message.key == "host.disk.file"
