"""What every test gets: a home of its own, no network, and no window on anybody's screen."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("studio", database=None, deadline=None, derandomize=True, max_examples=50)
settings.load_profile("studio")

HOME = "DOSSIER_STUDIO_HOME"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Windows compete for one keyboard focus, so one process runs them all."""
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if "app" in item.path.parts or {"qtbot", "qapp"}.intersection(fixtures):
            item.add_marker(pytest.mark.xdist_group("window"))


@pytest.fixture(scope="session", autouse=True)
def _shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME, str(tmp_path_factory.mktemp("shared-home")))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the program keeps settings, data and logs during this test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(HOME, str(folder))
    return folder


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: str | tuple[str, int]) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError(f"Dossier Studio works offline, yet this reached for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
