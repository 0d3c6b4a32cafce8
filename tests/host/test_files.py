"""Files written whole or not at all, and names that every system accepts."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.core.errors import StudioError, Unreadable
from dossier_studio.host import files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    files.write_aside(tmp_path / "a.xml", b"old")
    files.write_aside(tmp_path / "a.xml", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.xml", b"new")]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    files.write_aside(tmp_path / "a.xml", b"old")

    def fail() -> None:
        with files.aside(tmp_path / "a.xml") as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.xml", b"old")]


def test_a_missing_folder_is_trouble_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StudioError) as refusal, files.writing(tmp_path):
        files.write_aside(tmp_path / "none" / "a.xml", b"")
    assert refusal.value.message.parameters["reason"] == "ENOENT"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "host.disk.full"),
        (errno.EDQUOT, "host.disk.full"),
        (errno.EACCES, "host.disk.denied"),
        (errno.EROFS, "host.disk.denied"),
        (errno.EIO, "host.disk.failed"),
    ],
)
def test_trouble_of_the_disk_is_named(number: int, key: str) -> None:
    assert files.unwritable(OSError(number, ""), Path("/share")).message.key == key


def test_what_forbids_for_a_moment_is_tried_again() -> None:
    attempts: list[int] = []

    def scanned() -> str:
        attempts.append(1)
        if len(attempts) < 3:
            raise PermissionError
        return "done"

    assert files.patiently(scanned, (0.0, 0.0, 0.0)) == "done"
    attempts.clear()
    with pytest.raises(PermissionError):
        files.patiently(scanned, (0.0,))


def test_digests_are_those_of_the_content(tmp_path: Path) -> None:
    data = os.urandom(files.CHUNK + 3)
    (tmp_path / "a").write_bytes(data)
    sha256, md5 = hashlib.sha256(data).hexdigest(), hashlib.md5(data).hexdigest()
    assert files.digests(tmp_path / "a") == (sha256, md5)
    assert files.digest_of(data) == sha256


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Parasetamol Contoh 500 mg", "Parasetamol-Contoh-500-mg"),
        ("  Café – 5 % (b/v).pdf ", "Cafe-5-b-v-pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON_"),
        ("lpt1", "lpt1_"),
        ("阿司匹林", "file"),
        ("", "file"),
        ("a" * 70, "a" * 64),
    ],
)
def test_a_name_is_made_safe(text: str, name: str) -> None:
    assert files.safe_name(text) == name


@given(st.text())
def test_every_name_made_is_safe_and_stays_so(text: str) -> None:
    name = files.safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name)
    assert files.safe_name(name) == name


def test_what_may_be_read_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert files.readable(tmp_path / "a").st_size == 3
    for place, key in ((tmp_path, "host.file.folder"), (tmp_path / "b", "host.file.missing")):
        with pytest.raises(Unreadable) as refusal:
            files.readable(place)
        assert refusal.value.message.key == key
    assert files.unreadable(PermissionError(errno.EACCES, ""), tmp_path).exit_code == 3
