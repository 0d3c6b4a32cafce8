"""Settings survive, and never stop the program."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Language, Message
from dossier_studio.host import messages, settings
from dossier_studio.host.settings import Settings, Theme


def written(home: Path, text: str | bytes) -> None:
    (home / "config").mkdir()
    data = text.encode() if isinstance(text, str) else text
    (home / "config" / "settings.json").write_bytes(data)


def test_what_is_written_is_read() -> None:
    chosen = Settings(Language.EN, "Sari Dewi Ångström", Theme.DARK, ("/b", "/a"))
    settings.write(chosen)
    settings.write(chosen)
    assert settings.read() == chosen


def test_without_a_file_the_defaults_hold(home: Path) -> None:
    assert settings.read() == Settings(None, "", Theme.SYSTEM, ())
    assert not (home / "config").exists()


@pytest.mark.parametrize("noise", [b"", b"\xff", b"{", b"[]", b"null", b"[" * 100_000, b"1e999"])
def test_unreadable_settings_are_the_defaults(home: Path, noise: bytes) -> None:
    written(home, noise)
    assert settings.read() == Settings()
    settings.write(Settings(name="Sari"))
    assert settings.read() == Settings(name="Sari")


def test_a_folder_in_their_place_is_the_defaults(home: Path) -> None:
    (home / "config" / "settings.json").mkdir(parents=True)
    assert settings.read() == Settings()


def test_each_value_that_makes_no_sense_takes_its_own_default(home: Path) -> None:
    written(
        home,
        json.dumps({"language": "fr", "name": 7, "theme": ["dark"], "recent": ["/a", 3], "x": 1}),
    )
    assert settings.read() == Settings(recent=("/a",))


def test_a_config_folder_that_cannot_be_is_a_refusal(home: Path) -> None:
    (home / "config").write_text("a file")
    assert settings.read() == Settings()
    with pytest.raises(StudioError):
        settings.write(Settings())


def test_the_dossier_opened_last_comes_first(tmp_path: Path) -> None:
    chosen = Settings()
    for number in range(12):
        chosen = chosen.opened(tmp_path / str(number))
    chosen = chosen.opened(tmp_path / "5")
    names = [Path(place).name for place in chosen.recent]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert str(tmp_path / "5") not in chosen.forgotten(tmp_path / "5").recent


def test_each_setting_is_described_in_both_languages() -> None:
    for field in fields(Settings):
        words = messages.both(Message(f"host.settings.{field.name}"))
        assert words.id != words.en
        assert "host.settings" not in words.id + words.en
