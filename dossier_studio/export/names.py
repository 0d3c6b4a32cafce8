"""Names that every portal takes: ASCII letters, digits, hyphen and underscore, and one dot.

Rules NM-01 to NM-08 and the portal's list of forbidden characters; deterministic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier_studio.host.files import safe_name

NAME_LENGTH = 64
"""Longest name of a file or folder, extension included (NM-02, NM-03)."""

PATH_LENGTH = 180
"""Longest path from the package's own folder on (NM-04)."""

_PACKAGE_LENGTH = NAME_LENGTH - len("-0000.zip")
_SLOT_LENGTH = 40
"""With the longest package and file name, paths then stay below PATH_LENGTH."""

_LETTERS = str.maketrans(
    {"ß": "ss", "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Œ": "OE", "œ": "oe", "Đ": "D"}
    | {"đ": "d", "Ł": "L", "ł": "l", "Þ": "Th", "þ": "th", "ı": "i", "µ": "u", "μ": "u"}
    | {"–": "-", "—": "-", "‐": "-", "‑": "-"}
)
"""Letters that Unicode does not take apart by itself."""

_EXTENSION = re.compile(r"[a-z0-9]{1,5}")


def package_name(dossier: str, sequence: str) -> str:
    """Return the name of a package's folder, such as "Parasetamol-Contoh-500-mg-0000"."""
    return f"{_safe(dossier, _PACKAGE_LENGTH, instead='dossier')}-{sequence}"


def slot_folder(number: int, name: str) -> str:
    """Return the name of a slot's folder, such as "04-S-4"."""
    return _safe(f"{number:02}-{name}", _SLOT_LENGTH)


def slot_file(name: str, extension: str) -> str:
    """Return the name of the one file that a slot with several documents sends."""
    return f"{_safe(name, _SLOT_LENGTH, instead='slot')}.{extension}"


def file_name(original: str, *, extension: str = "bin") -> str:
    """Return the portal-safe name of an applicant's file.

    Its own extension stays when it is one; `extension` is taken where the name has none.
    """
    stem, dot, suffix = original.rpartition(".")
    suffix = suffix.lower()
    if not dot or not stem or not _EXTENSION.fullmatch(suffix):
        stem, suffix = original, extension
    room = NAME_LENGTH - len(suffix) - 1
    joined = _safe("_".join(stem.split()), room, instead="dokumen")
    return f"{re.sub('[_-]*-[_-]*', '-', joined)}.{suffix}"


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return file names made different from each other, case ignored, by a suffix _2, _3 and on."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, _, suffix = name.rpartition(".")
        candidate, count = name, 1
        while candidate.lower() in taken:
            count += 1
            ending = f"_{count}.{suffix}"
            candidate = stem[: NAME_LENGTH - len(ending)].rstrip("-_") + ending
        taken.add(candidate.lower())
        found.append(candidate)
    return tuple(found)


def _safe(text: str, longest: int, *, instead: str = "x") -> str:
    plain = text.translate(_LETTERS).strip("_-. ")
    return safe_name(plain, instead=instead, longest=longest).lstrip("_") or instead
