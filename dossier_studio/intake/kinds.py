"""Tells what a file is by its first bytes and, for containers, by what lies inside.

The name is never asked: a certificate called .pdf may be a photograph.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from dossier_studio.core.file import Kind

HEAD = 4096
"""How many first bytes `kind_of` wants to see."""

_PDF_HEADER = b"%PDF-"
_PDF_WITHIN = 1024

_MAGIC = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"II+\x00", Kind.TIFF),
    (b"MM\x00+", Kind.TIFF),
    (b"Rar!\x1a\x07", Kind.RAR),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LAST_SECTOR = 0xFFFFFFFA
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# The first part of each office format, by the Open Packaging Conventions.
_OFFICE = (
    ("word/", Kind.DOCX),
    ("xl/", Kind.XLSX),
    ("ppt/", Kind.PPTX),
)
_CONTENT_TYPES = "[Content_Types].xml"

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""Names the stream in which an office program keeps a document that has a password."""

_NOT_WORD = tuple(
    name.encode("utf-16-le") for name in ("Workbook", "PowerPoint Document", "__properties")
)


def kind_of(first_bytes: bytes, path: Path) -> Kind:
    """Return the kind of the file at `path`, whose first HEAD bytes are given."""
    if not first_bytes:
        return Kind.EMPTY
    if first_bytes.startswith(_ZIP):
        return _inside_zip(path)
    if first_bytes.startswith(_COMPOUND):
        return _inside_compound(path)
    return _by_magic(first_bytes) or _written(first_bytes[:HEAD])


def compound_directory(path: Path) -> bytes:
    """Return the first sectors of the directory of an OLE2 compound file ([MS-CFB] 2.2, 2.6)."""
    with path.open("rb") as file:
        header = file.read(512)
        shift = int.from_bytes(header[30:32], "little")
        start = int.from_bytes(header[48:52], "little")
        if shift not in {9, 12} or start > _LAST_SECTOR:
            return b""
        file.seek((start + 1) << shift)
        return file.read(4 << shift)


def _by_magic(head: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if _PDF_HEADER in head[: _PDF_WITHIN + len(_PDF_HEADER)]:
        return Kind.PDF
    return Kind.BMP if _is_bitmap(head) else None


def _inside_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Kind.ZIP
    if _CONTENT_TYPES not in names:
        return Kind.ZIP
    for folder, kind in _OFFICE:
        if any(name.startswith(folder) for name in names):
            return kind
    return Kind.ZIP


def _inside_compound(path: Path) -> Kind:
    """A compound file without a readable directory is taken for what the portal knows: .doc."""
    directory = compound_directory(path)
    return Kind.UNKNOWN if any(name in directory for name in _NOT_WORD) else Kind.DOC


def _is_bitmap(head: bytes) -> bool:
    """The letters BM begin many a text: the reserved bytes and the header's size must fit too."""
    return (
        head.startswith(b"BM")
        and head[6:10] == b"\0\0\0\0"
        and int.from_bytes(head[14:18], "little") in {12, 40, 52, 56, 64, 108, 124}
    )


def _written(head: bytes) -> Kind:
    text = _decoded(head)
    if text is None or any(c < " " and c not in "\t\n\r\f" for c in text):
        return Kind.UNKNOWN
    return Kind.XML if text.lstrip().startswith("<?xml") else Kind.TEXT


def _decoded(head: bytes) -> str | None:
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    # The end of the head may cut a letter in two.
    for cut in range(4):
        try:
            return head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
