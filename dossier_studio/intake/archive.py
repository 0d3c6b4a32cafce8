"""What is amiss in an attached ZIP archive or office document, which is a ZIP as well.

Nothing is unpacked to disk. Members are read once for their CRC, up to a limit.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from dossier_studio.intake.limits import Limits
from dossier_studio.intake.notes import Notes

_CHUNK = 1 << 18
_ENCRYPTED = 0x1
_LINK = 0xA000
_FILE_TYPE = 0xF000

_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
)
_ARCHIVE_NAMES = (".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar")
_OFFICE_NAMES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
_LITTER = re.compile(r"(?i)(^|/)(\.[^/.][^/]*|thumbs\.db|desktop\.ini|__macosx|~\$[^/]*)(/|$)")
_DRIVE = re.compile(r"^[A-Za-z]:")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def look_into(path: Path, notes: Notes, limits: Limits, *, attached: bool) -> bool | None:
    """Note the problems of a ZIP; return whether a member is encrypted, None if it will not open.

    `attached` False is an office document: how its members are named is its program's business.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if attached:
                _names(members, notes)
            encrypted = any(member.flag_bits & _ENCRYPTED for member in members)
            if encrypted:
                notes.add("PK-03")
            _contents(archive, notes, limits, attached=attached)
            return encrypted
    except _UNREADABLE:
        notes.add("PK-01", detail="unreadable")
        return None


def _names(members: Sequence[zipfile.ZipInfo], notes: Notes) -> None:
    if all(member.is_dir() for member in members):
        notes.add("PK-05")
    seen: set[str] = set()
    for member in members:
        # `filename` is tidied by zipfile: a backslash or a NUL shows in the original name only.
        name = member.orig_filename
        if _leads_out(name) or (member.external_attr >> 16) & _FILE_TYPE == _LINK:
            notes.add("PK-08", detail=name)
        if _LITTER.search(name):
            notes.add("PK-06", detail=name)
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            notes.add("PK-09", detail=name)
        seen.add(folded)


def _leads_out(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or "\0" in name
        or _DRIVE.match(name) is not None
        or ".." in name.split("/")
    )


def _contents(archive: zipfile.ZipFile, notes: Notes, limits: Limits, *, attached: bool) -> None:
    left = limits.archive
    for member in archive.infolist():
        if member.is_dir() or member.flag_bits & _ENCRYPTED:
            continue
        if attached and member.filename.lower().endswith(_ARCHIVE_NAMES):
            notes.add("PK-04", detail=member.filename)
        try:
            left = _member(archive, member, notes, left, attached=attached)
        except (*_UNREADABLE, NotImplementedError):
            notes.add("PK-01", detail=member.filename)
        if left < 0:
            notes.add("PK-01", detail="too-large")
            return


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, notes: Notes, left: int, *, attached: bool
) -> int:
    """Read a member to its end, which checks its CRC; return what is left of the limit."""
    with archive.open(member) as file:
        chunk = file.read(_CHUNK)
        office = member.filename.lower().endswith(_OFFICE_NAMES)
        if attached and chunk.startswith(_ARCHIVES) and not office:
            notes.add("PK-04", detail=member.filename)
        while chunk and left >= 0:
            left -= len(chunk)
            chunk = file.read(_CHUNK)
    return left
