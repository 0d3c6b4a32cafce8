from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier_studio.export.package import Package
from tests.export.bench import Bench, bench_in


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A dossier that the test may change."""
    bench = bench_in(tmp_path / "dossier")
    yield bench
    bench.folder.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    """A package with everything, to be looked at and not to be changed."""
    bench = bench_in(tmp_path_factory.mktemp("made") / "dossier")
    yield bench.export(tmp_path_factory.mktemp("out"))
    bench.folder.close()
