"""Facts as JSON for the pipe from a worker: a parser that was taken over must not send objects."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, cast

from dossier_studio.core.file import Digest, FileFacts, Kind, PageSize, Problem

_LISTS = ("fonts_missing", "pages_without_text")


def packed(facts: FileFacts) -> bytes:
    """Return facts as JSON."""
    return json.dumps(asdict(facts)).encode()


def unpacked(data: bytes) -> FileFacts:
    """Return the facts that `packed` made; ValueError, KeyError or TypeError when it is not so."""
    values = cast("dict[str, Any]", json.loads(data))
    values["sha256"] = Digest(values["sha256"])
    values["kind"] = Kind(values["kind"])
    for key in _LISTS:
        values[key] = None if values[key] is None else tuple(values[key])
    sizes = values["page_sizes"]
    values["page_sizes"] = None if sizes is None else tuple(PageSize(**size) for size in sizes)
    values["problems"] = tuple(
        Problem(found["code"], tuple(found["pages"]), found["detail"])
        for found in values["problems"]
    )
    return FileFacts(**values)
