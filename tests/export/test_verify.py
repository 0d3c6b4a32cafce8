from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dossier_studio.core.work import finish
from dossier_studio.export import bag
from dossier_studio.export.package import Package
from dossier_studio.export.verify import Verification, verify

INDEX = "data/index.xml"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"


def told(path: Path) -> set[tuple[str, str]]:
    found = finish(verify(path))
    assert found.valid == (not found.problems)
    return {(problem.path, problem.kind.value) for problem in found.problems}


def files_of(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def somewhere(length: int, wanted: int) -> Iterable[int]:
    """Return both ends and places spread in between."""
    return sorted({0, length - 1, *range(0, length, max(1, length // wanted))})


@pytest.fixture
def folder(made: Package, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.path, tmp_path / made.path.name))


@pytest.fixture
def archive(made: Package, tmp_path: Path) -> Path:
    assert made.zip
    return Path(shutil.copy(made.zip, tmp_path))


def resealed(folder: Path) -> None:
    """Write manifests that agree with what now lies there, as somebody would to hide a change."""
    sums = {
        path: hashlib.sha256((folder / path).read_bytes()).hexdigest()
        for path in files_of(folder)
        if path.startswith("data/")
    }
    (folder / MANIFEST).write_bytes(bag.manifest(sums))
    tags = {name: (folder / name).read_bytes() for name in bag.TAGS}
    (folder / TAG_MANIFEST).write_bytes(bag.tag_manifest(tags))


def test_a_package_is_valid_as_folder_and_as_zip(made: Package) -> None:
    assert made.zip
    assert finish(verify(made.path)) == Verification(valid=True, problems=())
    assert finish(verify(made.zip)) == Verification(valid=True, problems=())


def test_its_folder_may_be_renamed(folder: Path) -> None:
    assert told(folder.rename(folder.with_name("Salinan untuk arsip"))) == set()


def test_one_byte_changed_in_any_file_names_that_file(folder: Path) -> None:
    for name in files_of(folder):
        path = folder / name
        content = path.read_bytes()
        for place in somewhere(len(content), 4):
            changed = bytearray(content)
            changed[place] ^= 0x20  # also turns a letter's case
            path.write_bytes(changed)
            assert {one for one, _ in told(folder)} == {name}, f"{name} at {place}"
        path.write_bytes(content)
    assert told(folder) == set()


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST])
def test_no_byte_of_a_tag_file_can_change_unseen(folder: Path, name: str) -> None:
    path = folder / name
    content = path.read_bytes()
    for place in somewhere(len(content), 60):
        for change in (
            content[:place] + content[place + 1 :],
            content[:place] + b" " + content[place:],
            content[:place] + bytes([content[place] ^ 0x20]) + content[place + 1 :],
        ):
            path.write_bytes(change)
            assert told(folder) == {(name, "changed")}, f"at {place}"


@pytest.mark.parametrize(
    "disguise",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content + b"\n",
        lambda content: content.rstrip(b"\n"),
        bytes.upper,
        lambda content: b"".join(reversed(content.splitlines(keepends=True))),
    ],
)
def test_a_manifest_has_one_spelling_only(
    folder: Path, disguise: Callable[[bytes], bytes]
) -> None:
    for name in (MANIFEST, TAG_MANIFEST):
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(disguise(content))
        assert told(folder) == {(name, "changed")}
        (folder / name).write_bytes(content)


def test_no_byte_of_a_zip_can_change_unseen(archive: Path) -> None:
    content = archive.read_bytes()
    with zipfile.ZipFile(archive) as found:
        infos = found.infolist()
        directory = found.start_dir
    heads = [info.header_offset + byte for info in infos for byte in range(0, 30, 5)]
    bodies = [info.header_offset + 30 + len(info.filename) + info.file_size // 2 for info in infos]
    ends = somewhere(len(content) - directory, 120)
    for place in {*heads, *bodies, *(directory + byte for byte in ends)}:
        changed = bytearray(content)
        changed[place] ^= 1
        archive.write_bytes(changed)
        assert told(archive), f"at {place}"


def test_a_byte_changed_inside_a_zip_names_the_file_in_it(archive: Path) -> None:
    content = archive.read_bytes()
    with zipfile.ZipFile(archive) as found:
        infos = found.infolist()
    for info in infos:
        changed = bytearray(content)
        changed[info.header_offset + 30 + len(info.filename) + info.file_size // 2] ^= 1
        archive.write_bytes(changed)
        _, _, name = info.filename.partition("/")
        assert (name, "changed") in told(archive)
        assert {one for one, _ in told(archive)} == {name}


@pytest.mark.parametrize("ending", [b"\0", b"PK"])
def test_nothing_may_be_put_around_a_zip(archive: Path, ending: bytes) -> None:
    content = archive.read_bytes()
    archive.write_bytes(content + ending)
    assert told(archive) == {(archive.name, "changed")}
    archive.write_bytes(ending + content)
    assert (archive.name, "changed") in told(archive)


def test_a_zip_packed_anew_by_another_program_is_told_and_its_files_are_judged(
    archive: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(archive) as given, zipfile.ZipFile(other, "w", 8) as taken:
        for info in given.infolist():
            changed = b"%PDF" if info.filename.endswith("part-1.pdf") else given.read(info)
            taken.writestr(info.filename, changed)
        taken.writestr("other/root.txt", "x")
        taken.writestr(f"{given.infolist()[0].filename.partition('/')[0]}/../../out.txt", "x")
    names = told(other)
    assert (other.name, "changed") in names
    assert ("data/part-1.pdf", "changed") in names
    assert ("other/root.txt", "extra") in names
    assert ("../../out.txt", "extra") in names
    assert len(names) == 4


def test_missing_files_are_named(folder: Path) -> None:
    for name in files_of(folder):
        content = (folder / name).read_bytes()
        (folder / name).unlink()
        assert (name, "missing") in told(folder)
        (folder / name).write_bytes(content)


def test_extra_files_are_named_wherever_they_lie(folder: Path) -> None:
    names = ["Thumbs.db", "data/.DS_Store", "data/slots/baru.pdf", "data/reports/a\nb%0A.txt"]
    for name in names:
        (folder / name).write_bytes(b"x")
    (folder / "data/kosong").mkdir()
    assert told(folder) == {(name, "extra") for name in (*names, "data/kosong/")}


def test_links_and_devices_are_told_and_never_opened(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes((folder / "data/part-1.pdf").read_bytes())
    (folder / "data/part-1.pdf").unlink()
    (folder / "data/part-1.pdf").symlink_to(tmp_path / "secret")
    (folder / "data/loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "data/pipe")
    assert told(folder) == {
        ("data/part-1.pdf", "missing"),
        ("data/part-1.pdf", "extra"),
        ("data/loop", "extra"),
        ("data/pipe", "extra"),
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_of_bytes_that_are_no_text_is_told(folder: Path) -> None:
    (folder / os.fsdecode(b"data/surat-\xff.pdf")).write_bytes(b"")
    assert told(folder) == {("data/surat-\\udcff.pdf", "extra")}


def test_two_names_that_some_systems_take_for_one_are_told(folder: Path) -> None:
    (folder / "data/PART-1.pdf").write_bytes(b"x")
    assert ("data/PART-1.pdf", "extra") in told(folder) or ("data/part-1.pdf", "extra") in told(
        folder
    )


def hostile(name: str, archive: Path, attributes: int = 0) -> set[tuple[str, str]]:
    with zipfile.ZipFile(archive, "a") as found:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        info.external_attr = attributes
        found.writestr(info, b"/etc/passwd")
    return told(archive)


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "C:/x", "a\\..\\x", "{root}/data/../../x", "{root}//x", "{root}/a:b"]
)
def test_a_name_that_leads_out_of_a_zip_is_told(archive: Path, name: str) -> None:
    name = name.format(root=archive.stem)
    found = hostile(name, archive)
    assert (name.removeprefix(f"{archive.stem}/"), "extra") in found
    assert (archive.name, "changed") in found


def test_a_link_in_a_zip_is_told(archive: Path) -> None:
    found = hostile(f"{archive.stem}/data/link", archive, (stat.S_IFLNK | 0o777) << 16)
    assert ("data/link", "extra") in found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_the_same_name_is_told(archive: Path) -> None:
    assert ("bagit.txt", "extra") in hostile(f"{archive.stem}/bagit.txt", archive)


def test_a_zip_that_unfolds_without_end_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as found:
        found.writestr("x-0000/bagit.txt", bytes(40 << 20))
    assert path.stat().st_size < 1 << 20
    assert told(path) == {("bomb.zip", "changed")}


def test_whoever_hides_a_change_from_the_manifests_meets_the_index(folder: Path) -> None:
    (folder / "data/part-1.pdf").write_bytes(b"%PDF-1.7")
    (folder / "data/reports/findings.xml").unlink()
    (folder / "data/new.pdf").write_bytes(b"%PDF-1.7")
    resealed(folder)
    assert told(folder) == {
        ("data/part-1.pdf", "index"),
        ("data/reports/findings.xml", "missing"),
        ("data/new.pdf", "index"),
        ("bag-info.txt", "changed"),  # its oxum still counts what lay there
    }


def test_an_index_must_agree_with_itself(folder: Path) -> None:
    index = folder / INDEX
    content = index.read_text(encoding="utf-8")
    files, _, documents = content.partition("<documents>")
    head = f"{files}<documents>"
    for change in (
        head + re.sub('sha256="[^"]*"', f'sha256="{"0" * 64}"', documents, count=1),
        head + documents.replace('sent="file"', 'sent="member"', 1),
        content.replace('version="1"', 'version="2"', 1),
        content.replace("<documents>", "<documents><unknown/>"),
        content.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>', 1),
        content.replace(f'package="{folder.name}"', 'package="../x"'),
        content[:-20],
        "",
    ):
        assert change != content
        index.write_text(change, encoding="utf-8")
        resealed(folder)
        assert (INDEX, "index") in told(folder), change[:200]


def test_the_members_of_an_archive_are_those_of_the_index(folder: Path) -> None:
    index = folder / INDEX
    content = index.read_text(encoding="utf-8")
    index.write_text(content.replace('member name="Stabilitas', 'member name="stabilitas'), "utf-8")
    resealed(folder)
    assert ("data/slots/23-p8-stabilitas/p8-stabilitas.zip", "index") in told(folder)


def test_a_journal_must_be_whole_and_end_where_the_index_says(folder: Path) -> None:
    journal = folder / "data/journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    assert len(lines) == 2
    journal.write_bytes(lines[0])
    assert told(folder) == {(("data/journal.jsonl"), "changed"), ("data/journal.jsonl", "journal")}
    resealed(folder)
    assert ("data/journal.jsonl", "journal") in told(folder)


def test_whatever_is_no_package_is_not_valid(tmp_path: Path) -> None:
    random, empty, nothing = tmp_path / "a.zip", tmp_path / "empty", tmp_path / "none"
    random.write_bytes(os.urandom(4096))
    empty.mkdir()
    (tmp_path / "zero.zip").write_bytes(b"")
    assert told(random) == {("a.zip", "changed")}
    assert told(tmp_path / "zero.zip") == {("zero.zip", "changed")}
    assert told(nothing) == {("none", "missing")}
    assert (INDEX, "missing") in told(empty)
    assert ("bagit.txt", "missing") in told(empty)


def test_every_cut_of_a_zip_is_refused(archive: Path) -> None:
    content = archive.read_bytes()
    for length in somewhere(len(content) - 1, 40):
        archive.write_bytes(content[:length])
        assert told(archive)
