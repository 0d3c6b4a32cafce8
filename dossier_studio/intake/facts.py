"""The facts of one file. Only workers call this: it parses what strangers made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dossier_studio.core.file import Digest, FileFacts, Kind, Problem
from dossier_studio.intake import archive, kinds
from dossier_studio.intake.limits import Limits
from dossier_studio.intake.notes import Notes

_CHUNK = 1 << 20
_OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX})


def facts_of(
    path: Path, limits: Limits | None = None, tell: Callable[[FileFacts], None] = lambda _: None
) -> FileFacts:
    """Return all that is known of a file; the same bytes give the same facts, whatever its name.

    `tell` hears of the fingerprint and the kind before the file is parsed, so that these are known
    even when the parser brings its process down. Raises OSError when the file cannot be read.
    """
    limits = limits or Limits()
    seen = fingerprint(path)
    tell(seen)
    seen = replace(seen, kind=_kind(path))
    tell(seen)
    if seen.kind is Kind.PDF:
        # pikepdf and pdfium cost a tenth of a second: a photograph should not pay for them.
        from dossier_studio.intake.pdf import reading

        look = reading.read
    else:
        look = _other
    try:
        return look(seen, path, limits)
    except MemoryError:
        raise
    except Exception:  # one file's trouble is one finding
        return replace(seen, problems=(Problem("PF-01", detail="crash"),))


def fingerprint(path: Path) -> FileFacts:
    """Return size, SHA-256 and MD5 of a file in one pass, without looking at what it is."""
    sha256 = hashlib.sha256()
    md5 = hashlib.md5(usedforsecurity=False)
    size = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            sha256.update(chunk)
            md5.update(chunk)
            size += len(chunk)
    kind = Kind.UNKNOWN if size else Kind.EMPTY
    return FileFacts(Digest(sha256.hexdigest()), md5.hexdigest(), size, kind)


def _kind(path: Path) -> Kind:
    with path.open("rb") as file:
        head = file.read(kinds.HEAD)
    return kinds.kind_of(head, path)


def _other(seen: FileFacts, path: Path, limits: Limits) -> FileFacts:
    """Facts of what is no PDF. What no reader knows, and what is empty, cannot be opened: PF-01."""
    notes = Notes()
    encrypted: bool | None = None
    if seen.kind in {Kind.EMPTY, Kind.UNKNOWN}:
        notes.add("PF-01", detail=seen.kind.value)
    elif seen.kind is Kind.ZIP or seen.kind in _OFFICE:
        encrypted = archive.look_into(path, notes, limits, attached=seen.kind is Kind.ZIP)
    elif seen.kind is Kind.DOC:
        encrypted = kinds.ENCRYPTED_PACKAGE in kinds.compound_directory(path)
        if encrypted:
            notes.add("PF-02")
    return replace(seen, encrypted=encrypted, problems=notes.problems())
