"""A dossier on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier_studio.store.folder import DossierFolder
from tests.store.dossiers import created


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DossierFolder]:
    with created(tmp_path / "dossier") as made:
        yield made
