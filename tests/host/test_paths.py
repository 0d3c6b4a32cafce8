from __future__ import annotations

from pathlib import Path

import pytest

from dossier_studio.host import paths

CHECKOUT = Path(__file__).parents[2]


def test_a_checkout_holds_resources_and_translations_beside_the_package() -> None:
    assert paths.resources() == CHECKOUT / "resources"
    assert paths.translations() == CHECKOUT / "translations"
    assert (paths.resources() / "fonts" / "LiberationSerif-Regular.ttf").is_file()


def test_one_variable_moves_all_that_is_kept(home: Path) -> None:
    kept = [paths.data_folder(), paths.config_folder(), paths.log_folder()]
    assert len(set(kept)) == 3
    assert all(folder.parent == home for folder in kept)


def test_nothing_is_made_by_asking(home: Path) -> None:
    paths.data_folder()
    assert list(home.iterdir()) == []


def test_without_the_variable_the_machine_decides(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DOSSIER_STUDIO_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert paths.data_folder().name == "dossier-studio"
