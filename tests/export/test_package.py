from __future__ import annotations

import hashlib
import resource
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import bagit
import pytest
from lxml import etree

from dossier_studio.core.dossier import IDENTITY, Dossier, Identity, Key, Leaf, RecordKind
from dossier_studio.core.dossier import Sequence as Filing
from dossier_studio.core.errors import StudioError, WrongUse
from dossier_studio.core.work import finish
from dossier_studio.export import names
from dossier_studio.export.package import Package, export
from dossier_studio.export.verify import verify
from dossier_studio.host import paths
from tests.export.bench import FILES, Bench, bench_in, pdf

NAME = "Parasetamol-Contoh-500-mg-0000"
SLOTS = "data/slots"


def snapshot(folder: Path) -> dict[str, str]:
    """Return the digest of everything that lies in a folder, hidden things included."""
    return {
        one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def index_of(package: Package) -> etree._Element:
    return etree.parse(package.path / "data/index.xml").getroot()


def document(package: Package, key: str) -> dict[str, str]:
    found = index_of(package).find(f"documents/document[@key='{key}']")
    assert found is not None
    return {str(name): str(value) for name, value in found.attrib.items()}


def test_everything_lies_where_the_layout_says(made: Package) -> None:
    assert made.path.name == NAME
    assert set(snapshot(made.path)) == {
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "data/index.xml",
        "data/index.html",
        "data/journal.jsonl",
        "data/part-1.pdf",
        "data/part-2.pdf",
        "data/reports/assembly.xml",
        "data/reports/checklist.pdf",
        "data/reports/findings.pdf",
        "data/reports/findings.xml",
        "data/reports/receipt.pdf",
        f"{SLOTS}/01-surat-pengantar/Surat_pengantar.pdf",
        f"{SLOTS}/03-sertifikat/sertifikat.zip",
        f"{SLOTS}/20-p5-spesifikasi/p5-spesifikasi.pdf",
        f"{SLOTS}/23-p8-stabilitas/p8-stabilitas.zip",
    }
    assert all(len(f"{NAME}/{one}") <= names.PATH_LENGTH for one in snapshot(made.path))


def test_what_is_told_of_it_is_what_lies_there(made: Package) -> None:
    payload = [one for one in (made.path / "data").rglob("*") if one.is_file()]
    assert made.bytes == sum(one.stat().st_size for one in payload)
    assert made.documents == len(FILES)
    assert made.sequence == "0000"


def test_the_zip_is_the_folder(made: Package) -> None:
    assert made.zip
    assert made.zip == made.path.with_name(f"{NAME}.zip")
    with zipfile.ZipFile(made.zip) as found:
        packed = {one: hashlib.sha256(found.read(one)).hexdigest() for one in found.namelist()}
    assert packed == {f"{NAME}/{one}": digest for one, digest in snapshot(made.path).items()}


def test_originals_go_out_untouched(made: Package) -> None:
    originals = {content for *_, content, _ in FILES}
    cover = made.path / SLOTS / "01-surat-pengantar/Surat_pengantar.pdf"
    assert cover.read_bytes() == FILES[0][2]
    with zipfile.ZipFile(made.path / SLOTS / "03-sertifikat/sertifikat.zip") as found:
        members = {name: found.read(name) for name in found.namelist()}
        assert {info.compress_type for info in found.infolist()} == {zipfile.ZIP_STORED}
    assert members == {
        "Sertifikat_CPOB-tablet-2.pdf": FILES[1][2],
        "sertifikat_cpob-tablet-2_2.pdf": FILES[2][2],
    }
    assert set(members.values()) < originals


def test_a_bound_slot_is_one_pdf_beside_what_cannot_be_bound(made: Package) -> None:
    with zipfile.ZipFile(made.path / SLOTS / "23-p8-stabilitas/p8-stabilitas.zip") as found:
        assert found.namelist() == ["Stabilitas.docx", "p8-stabilitas.pdf"]
        assert found.read("Stabilitas.docx") == FILES[5][2]
    assert document(made, "d5")["sent"] == "member"
    assert document(made, "d6")["sent"] == "pages"
    assert document(made, "d6")["member"] == "p8-stabilitas.pdf"
    slip = index_of(made).findall("documents/document[@key='d5']/slip")
    assert [one.text for one in slip][1] == "this file is DOCX, not PDF"


def test_the_index_knows_every_document(made: Package) -> None:
    found = document(made, "d3")
    content = FILES[3][2]
    assert found["place"] == found["section"] == "II.P5"
    assert found["sha256"] == hashlib.sha256(content).hexdigest()
    assert found["md5"] == hashlib.md5(content, usedforsecurity=False).hexdigest()
    assert (found["bytes"], found["pages"]) == (str(len(content)), "2")
    assert (found["operation"], found["part"], found["slot"]) == ("new", "II", "P.5")
    name = index_of(made).findtext("documents/document[@key='d3']/original-name")
    assert name == "Spesifikasi <obat> & metode.pdf"
    assert index_of(made).get("filing-date") == "2027-01-18"


def test_strangers_accept_it(made: Package) -> None:
    assert made.zip
    bagit.Bag(str(made.path)).validate()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        judged("sha256sum", "--strict", "-c", manifest, cwd=made.path)
    schemas = paths.resources() / "schemas"
    for schema, file in (
        ("index.xsd", "index.xml"),
        ("findings.xsd", "reports/findings.xml"),
        ("assembly.xsd", "reports/assembly.xml"),
    ):
        target = made.path / "data" / file
        judged("xmllint", "--nonet", "--noout", "--schema", schemas / schema, target)
    judged("xmllint", "--nonet", "--noout", "--html", made.path / "data/index.html")
    for archive in (made.zip, *made.path.rglob("*.zip")):
        judged("unzip", "-tq", archive)


def test_qpdf_finds_no_fault_in_any_pdf(made: Package) -> None:
    if not shutil.which("qpdf"):
        pytest.skip("qpdf is not installed")
    for file in made.path.rglob("*.pdf"):
        judged("qpdf", "--check", file)


def judged(judge: str, *words: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run([judge, *words], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_exports_are_the_same_bytes(made: Package, tmp_path: Path) -> None:
    again = bench_in(tmp_path / "another place for the dossier")
    other = again.export(tmp_path / "out")
    again.folder.close()
    assert made.zip
    assert snapshot(other.path) == snapshot(made.path)
    assert snapshot(other.path.parent) == snapshot(made.path.parent)


def test_the_journal_goes_along_only_when_asked(bench: Bench, tmp_path: Path) -> None:
    plain = replace(bench.request(tmp_path / "out"), with_journal=False, zip=False)
    package = finish(export(plain))
    assert not (package.path / "data/journal.jsonl").exists()
    assert package.zip is None
    assert index_of(package).get("journal-head") == bench.folder.head
    assert finish(verify(package.path)).valid


def test_a_package_of_the_same_name_is_replaced_whole(bench: Bench, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = bench.export(out)
    (first.path / "data/litter.txt").write_text("x")
    key = Key(RecordKind.DOCUMENT, "d1")
    bench.put({key: None})
    second = bench.export(out)
    assert second.path == first.path
    assert {one.name for one in out.iterdir()} == {NAME, f"{NAME}.zip"}
    assert finish(verify(second.path)).valid
    assert second.zip
    assert finish(verify(second.zip)).valid
    assert second.documents == first.documents - 1


def test_an_export_without_zip_leaves_no_zip_of_an_older_state(
    bench: Bench, tmp_path: Path
) -> None:
    bench.export(tmp_path)
    finish(export(replace(bench.request(tmp_path), zip=False)))
    assert not (tmp_path / f"{NAME}.zip").exists()


def test_a_zip_of_somebody_else_is_left_alone(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.zip").write_bytes(b"mine")
    finish(export(replace(bench.request(tmp_path), zip=False)))
    assert (tmp_path / f"{NAME}.zip").read_bytes() == b"mine"


@pytest.mark.parametrize("name", [NAME, f"{NAME}.zip"])
def test_what_is_no_package_is_never_replaced(bench: Bench, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    (out / name).mkdir(parents=True)
    (out / name / "Skripsi.docx").write_text("mine")
    with pytest.raises(WrongUse) as refusal:
        bench.export(out)
    assert refusal.value.message.key == "export.refused.taken"
    assert [one.name for one in out.iterdir()] == [name]
    assert (out / name / "Skripsi.docx").read_text() == "mine"


def test_cancelled_anywhere_it_leaves_what_was_there(bench: Bench, tmp_path: Path) -> None:
    out = tmp_path / "out"
    bench.export(out)
    before = snapshot(out)
    bench.put({Key(RecordKind.DOCUMENT, "d1"): None})
    steps = sum(1 for _ in export(bench.request(tmp_path / "other")))
    assert steps > 20
    for stop in range(1, steps, 11):
        work = export(bench.request(out))
        for _ in range(stop):
            next(work)
        work.close()
        assert snapshot(out) == before
        assert {one.name for one in out.iterdir()} == {NAME, f"{NAME}.zip"}


def test_what_a_crash_moved_aside_is_put_back_and_its_litter_goes(
    bench: Bench, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    bench.export(out)
    before = snapshot(out)
    left = out / f".{NAME}.part-0badc0de" / "before"
    left.mkdir(parents=True)
    for name in (NAME, f"{NAME}.zip"):
        (out / name).rename(left / name)
    work = export(bench.request(out))
    next(work)
    work.close()
    assert snapshot(out) == before
    assert {one.name for one in out.iterdir()} == {NAME, f"{NAME}.zip"}


def test_two_exports_at_once_do_not_disturb_each_other(bench: Bench, tmp_path: Path) -> None:
    first = export(bench.request(tmp_path))
    for _ in range(10):
        next(first)
    bench.export(tmp_path)
    assert finish(verify(finish(first).path)).valid


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write beyond a size, as a full disk does."""
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("size", [1000, 20_000, 200_000])
def test_a_disk_that_fills_up_leaves_what_was_there(
    bench: Bench, tmp_path: Path, size: int
) -> None:
    out = tmp_path / "out"
    bench.export(out)
    before = snapshot(out)
    with files_no_larger_than(size), pytest.raises(StudioError) as refusal:
        bench.export(out)
    assert refusal.value.message.key == "host.disk.full"
    assert snapshot(out) == before
    assert {one.name for one in out.iterdir()} == {NAME, f"{NAME}.zip"}


def test_too_little_room_is_told_before_anything_is_written(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    huge = bench.folder.dossier.document("d0")
    assert huge
    request = bench.request(out)
    enormous = {Key(RecordKind.DOCUMENT, "d0"): replace(huge, bytes=1 << 60)}
    crowded = replace(request, dossier=Dossier({**request.dossier.records, **enormous}))
    with pytest.raises(StudioError) as refusal:
        finish(export(crowded))
    assert refusal.value.message.key == "export.refused.room"
    assert not out.exists()


def test_a_blob_that_changed_is_not_sent(bench: Bench, tmp_path: Path) -> None:
    blob = bench.folder.blob(bench.request(tmp_path).dossier.documents[0].sha256)
    content = bytearray(blob.read_bytes())
    content[-10] ^= 1
    blob.chmod(0o644)
    blob.write_bytes(content)
    with pytest.raises(StudioError) as refusal:
        bench.export(tmp_path / "out")
    assert refusal.value.exit_code == 3
    assert not (tmp_path / "out").exists()


def test_a_later_sequence_tells_what_changed(bench: Bench, tmp_path: Path) -> None:
    documents = bench.folder.dossier.documents
    leaves = [Leaf(one.key, one.place, one.sha256) for one in documents]
    closed = Filing("0000", "registration", "initial", date(2027, 1, 18), "Sari", "", tuple(leaves))
    content = pdf("CPOB baru", 3)
    digest = bench.folder.keep_bytes(content)
    old = bench.folder.dossier.document("d1")
    assert old
    bench.put(
        {
            Key(RecordKind.SEQUENCE, "0000"): closed,
            Key(RecordKind.DOCUMENT, "d1"): replace(old, sha256=digest, bytes=len(content)),
            Key(RecordKind.DOCUMENT, "d2"): None,
        }
    )
    package = bench.export(tmp_path / "out")
    assert package.path.name.endswith("-0001")
    found = {
        (one.get("key"), one.get("operation"), one.get("earlier-sequence"))
        for one in index_of(package).iterfind("documents/document")
    }
    assert ("d0", "unchanged", "0000") in found
    assert ("d1", "replace", "0000") in found
    assert ("d2", "delete", "0000") in found
    assert finish(verify(package.path)).valid


def test_hostile_words_stay_words(bench: Bench, tmp_path: Path) -> None:
    name = 'A<script>alert("x")</script>\n& \x00]]> ../../etc'
    bench.put({IDENTITY: Identity(name, "id.bpom.drug", "2026.1")})
    package = bench.export(tmp_path / "out")
    assert package.path.parent == tmp_path / "out"
    page = (package.path / "data/index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert finish(verify(package.path)).valid
    bagit.Bag(str(package.path)).validate()


def test_an_almost_empty_dossier_makes_a_package(bench: Bench, tmp_path: Path) -> None:
    bench.put({Key(RecordKind.DOCUMENT, f"d{number}"): None for number in range(len(FILES))})
    bench.put({Key(RecordKind.ANSWER, fact): None for fact in ("stage", "filing_date")})
    package = bench.export(tmp_path / "out")
    assert index_of(package).get("filing-date") is None
    assert finish(verify(package.path)).valid


def test_a_document_that_turns_out_unreadable_when_bound_is_sent_as_it_came(
    bench: Bench, tmp_path: Path
) -> None:
    broken = b"%PDF-1.7\n%%EOF"
    digest = bench.folder.keep_bytes(broken)
    old = bench.folder.dossier.document("d4")
    assert old
    bench.put({Key(RecordKind.DOCUMENT, "d4"): replace(old, sha256=digest, bytes=len(broken))})
    request = bench.request(tmp_path / "out")
    facts = {**request.facts, digest: replace(request.facts[old.sha256], sha256=digest)}
    package = finish(export(replace(request, facts=facts)))
    found = document(package, "d4")
    assert found["sent"] == "member"
    with zipfile.ZipFile(package.path / found["file"]) as archive:
        assert archive.read(found["member"]) == broken
    assert finish(verify(package.path)).valid
