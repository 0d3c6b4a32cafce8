from __future__ import annotations

import io
import subprocess
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_studio.export import archive
from dossier_studio.export.archive import Member

CONTENTS = {"root/b.pdf": b"%PDF-1.7 " * 99, "root/a/empty.txt": b"", "root/a.xml": b"<a/>"}


def packed(contents: Mapping[str, bytes]) -> bytes:
    return b"".join(archive.stream(members(contents), lambda name: io.BytesIO(contents[name])))


def members(contents: Mapping[str, bytes]) -> list[Member]:
    return [Member(name, len(data), zlib.crc32(data)) for name, data in contents.items()]


def unpacked(content: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, chunk in archive.unpacked(io.BytesIO(content)):
        found[name] = found.get(name, b"") + chunk
    return found


def test_other_programs_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(CONTENTS))
    with zipfile.ZipFile(path) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == CONTENTS
        assert found.namelist() == sorted(CONTENTS)
    subprocess.run(["unzip", "-tq", path], check=True, capture_output=True)


def test_the_order_in_which_files_are_given_does_not_matter() -> None:
    assert packed(CONTENTS) == packed(dict(reversed(CONTENTS.items())))


@given(st.dictionaries(st.text("abc/-", min_size=1, max_size=9), st.binary(max_size=99)))
def test_what_was_packed_comes_out_again(contents: dict[str, bytes]) -> None:
    content = packed(contents)
    assert unpacked(content) == contents
    assert archive.as_written(io.BytesIO(content), members(contents))


def test_no_byte_of_it_can_change_unseen() -> None:
    content = packed(CONTENTS)
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        try:
            assert unpacked(bytes(changed)) != CONTENTS
        except archive.NotOurs:
            continue


@pytest.mark.parametrize("ending", [b"\0", b"PK\5\6"])
def test_nothing_may_follow_it(ending: bytes) -> None:
    content = packed(CONTENTS) + ending
    assert not archive.as_written(io.BytesIO(content), members(CONTENTS))
    with pytest.raises(archive.NotOurs):
        unpacked(content)


def test_a_file_that_changes_while_it_is_packed_is_noticed() -> None:
    with pytest.raises(OSError, match=r"a\.pdf changed"):
        list(archive.stream([Member("a.pdf", 3, 0)], lambda _: io.BytesIO(b"abcd")))


def test_sizes_beyond_four_gigabytes_are_written_in_zip64(tmp_path: Path) -> None:
    huge = [Member("a.pdf", 5 << 30, 0), Member("b.pdf", 7, 1), Member("c.pdf", 5 << 30, 2)]
    path = tmp_path / "huge.zip"
    with path.open("wb") as file:  # sparse: only the headers take room
        for piece in archive.frame(huge):
            file.seek(piece.offset)
            file.write(piece.content)
    with zipfile.ZipFile(path) as found:
        listed = [(one.filename, one.file_size, one.CRC) for one in found.infolist()]
        assert listed == [(one.name, one.size, one.crc) for one in huge]
        with found.open("c.pdf") as member:
            assert member.read(4) == b"\0\0\0\0"
    with path.open("rb") as file:
        assert archive.as_written(file, huge)


def test_more_files_than_sixteen_bits_can_count(tmp_path: Path) -> None:
    many = {f"{number:06}": b"" for number in range(70_000)}
    path = tmp_path / "many.zip"
    path.write_bytes(packed(many))
    with zipfile.ZipFile(path) as found:
        assert len(found.infolist()) == len(many)
    assert len(unpacked(path.read_bytes())) == len(many)
