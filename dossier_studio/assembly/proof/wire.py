"""What goes to and from a worker as JSON: a parser that was taken over must not send objects."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dossier_studio.assembly.proof.account import (
    Account,
    Difference,
    Frame,
    Goal,
    Labels,
    Mark,
    Mismatch,
)

Json: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Question:
    """What to compare: a source with pages of the result; without a source: the result's frame.

    `first` counts from 0. `drawn` are pages of the source to draw from both files. For a frame
    `pages` says how many pages stand before the first document. `whole` reads the result at once.
    """

    result: Path
    first: int
    pages: int
    source: Path | None = None
    flattened: bool = False
    drawn: tuple[int, ...] = ()
    whole: bool = False

    def packed(self) -> bytes:
        """Return the question as JSON."""
        source = str(self.source) if self.source else None
        fields = asdict(self) | {"result": str(self.result), "source": source}
        return json.dumps(fields).encode()


def question(data: bytes) -> Question:
    """Return the question that was packed."""
    found: Json = json.loads(data)
    source = Path(found["source"]) if found["source"] else None
    drawn = tuple(found["drawn"])
    return Question(**found | {"result": Path(found["result"]), "source": source, "drawn": drawn})


def packed(answer: Account | Frame) -> bytes:
    """Return an answer as JSON."""
    return json.dumps(asdict(answer)).encode()


def unpacked(data: bytes) -> Account | Frame:
    """Return a worker's answer; ValueError, KeyError or TypeError when it is none."""
    found: Json = json.loads(data)
    found["bookmarks"] = tuple(_mark(one) for one in found["bookmarks"])
    if "front" in found:
        return Frame(**found | {"front": tuple(found["front"])})
    found["labels"] = Labels(found["labels"])
    found["elsewhere"] = tuple((int(page), str(file)) for page, file in found["elsewhere"])
    found["mismatches"] = tuple(
        Mismatch(Difference(one["kind"]), int(one["page"]), str(one["detail"]))
        for one in found["mismatches"]
    )
    return Account(**found)


def _mark(found: Json) -> Mark:
    goal = found["goal"]
    return Mark(int(found["level"]), str(found["title"]), Goal(**goal) if goal else None)
