from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from dossier_studio.core.file import Kind, Problem
from dossier_studio.intake.inspect import facts_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(stream: str) -> bytes:
    """A compound file of one directory sector that names one stream."""
    header = bytearray(512)
    header[:8] = COMPOUND
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (0).to_bytes(4, "little")
    return bytes(header) + stream.encode("utf-16-le").ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Kind.PNG),
        (b"GIF89a\1\0\1\0", Kind.GIF),
        (b"BM" + b"\x46\0\0\0" + bytes(4) + b"\x36\0\0\0" + b"\x28\0\0\0" + bytes(36), Kind.BMP),
        (b"BM is how this letter begins", Kind.TEXT),
        (b"II*\0\x08\0\0\0", Kind.TIFF),
        (b"MM\0*\0\0\0\x08", Kind.TIFF),
        (b"Rar!\x1a\x07\x01\0", Kind.RAR),
        (b"<?xml version='1.0'?><a/>", Kind.XML),
        (b"\xef\xbb\xbf <?xml version='1.0'?><a/>", Kind.XML),
        ("Surat pengantar – é".encode(), Kind.TEXT),
        ("Surat".encode("utf-16"), Kind.TEXT),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"x" * 1020 + b"%PDF-1.7\n", Kind.PDF),
        (b"x" * 1100 + b"%PDF-1.7\n", Kind.TEXT),
        (compound("WordDocument"), Kind.DOC),
        (compound("Workbook"), Kind.UNKNOWN),
        (COMPOUND, Kind.DOC),
        (b"7z\xbc\xaf\x27\x1c\0\4", Kind.UNKNOWN),
        (b"PK\x03\x04 and then nothing", Kind.ZIP),
    ],
)
def test_first_bytes_tell_the_kind(tmp_path: Path, data: bytes, kind: Kind) -> None:
    path = tmp_path / "berkas.pdf"
    path.write_bytes(data)
    assert facts_of(path).kind is kind


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
        (("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
        (("[Content_Types].xml", "ppt/presentation.xml"), Kind.PPTX),
        (("[Content_Types].xml", "model/3d.xml"), Kind.ZIP),
        (("word/document.xml",), Kind.ZIP),
    ],
)
def test_office_documents_are_told_by_what_lies_inside(
    tmp_path: Path, members: tuple[str, ...], kind: Kind
) -> None:
    path = tmp_path / "berkas.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, "<a/>")
    assert facts_of(path).kind is kind


def test_digests_and_size_are_those_of_the_bytes(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    path = tmp_path / "besar.bin"
    path.write_bytes(data)
    facts = facts_of(path)
    assert facts.sha256 == hashlib.sha256(data).hexdigest()
    assert facts.md5 == hashlib.md5(data, usedforsecurity=False).hexdigest()
    assert facts.bytes == 3_000_000


def test_the_name_changes_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "a.pdf", tmp_path / "b.jpg"
    for path in (one, two):
        path.write_bytes(b"\xff\xd8\xff\xe0 picture")
    assert facts_of(one) == facts_of(two)


def test_what_nobody_can_open_says_so(tmp_path: Path) -> None:
    noise, nothing = tmp_path / "acak.pdf", tmp_path / "kosong.pdf"
    noise.write_bytes(bytes(range(1, 256)) * 40)
    nothing.write_bytes(b"")
    assert facts_of(noise).problems == (Problem("PF-01", (), "unknown"),)
    assert facts_of(nothing).problems == (Problem("PF-01", (), "empty"),)
    assert not facts_of(noise).bindable


def test_a_word_document_with_a_password_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(compound("EncryptedPackage"))
    facts = facts_of(path)
    assert (facts.kind, facts.encrypted) == (Kind.DOC, True)
    assert facts.problems == (Problem("PF-02"),)


def test_a_photograph_has_no_facts_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 picture")
    facts = facts_of(path)
    assert facts.problems == ()
    assert (facts.pages, facts.fonts_missing, facts.javascript, facts.page_sizes) == (None,) * 4
