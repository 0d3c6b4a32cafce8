"""The tag files of a BagIt bag (RFC 8493), written so that only one spelling of each is right.

No bagging date: everything in them follows from the payload and from the index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
TAGS = (INFO, BAGIT, MANIFEST)
"""What the tag manifest lists."""

PAYLOAD = "data/"

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LINE = re.compile(r"([0-9A-Fa-f]{64})[ \t]+\*?(.+)")
_ESCAPES = {"%0A": "\n", "%0D": "\r", "%25": "%"}
_ESCAPED = re.compile("%0[AaDd]|%25")


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return a manifest of SHA-256 digests by path, sorted by path."""
    lines = (f"{digest}  {_escaped(path)}\n" for path, digest in sorted(digests.items()))
    return "".join(lines).encode()


def listed(content: bytes) -> dict[str, str]:
    """Return the digests that a manifest lists, read leniently; lines that make no sense are left.

    Whoever must know that it is spelt as `manifest` spells it, compares bytes.
    """
    found = {}
    for line in content.decode("utf-8", "replace").split("\n"):
        match = _LINE.fullmatch(line.rstrip("\r"))
        if match:
            path = _ESCAPED.sub(lambda code: _ESCAPES[code[0].upper()], match[2])
            found[path] = match[1].lower()
    return found


def tag_manifest(tags: Mapping[str, bytes]) -> bytes:
    """Return the manifest of the tag files by name."""
    return manifest({name: sha256(content).hexdigest() for name, content in tags.items()})


def info(fields: Mapping[str, str], sizes: Mapping[str, int]) -> bytes:
    """Return bag-info.txt: these fields and the oxum of the payload (sizes in bytes by path)."""
    oxum = f"{sum(sizes.values())}.{len(sizes)}"
    lines = sorted({**fields, "Payload-Oxum": oxum}.items())
    spoken = ((name, " ".join(value.split())) for name, value in lines)
    return "".join(f"{name}: {value}\n" for name, value in spoken if value).encode()


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
