"""Looks through any data file of the law and tells every mistake in it, with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Choice, Message
from dossier_studio.law import (
    calendar,
    deadline_rows,
    evaluation,
    fees,
    load,
    shelf_life,
    source,
    tkdn_rules,
)
from dossier_studio.law.source import LawInvalid, Mistake

Reading = Callable[[Path], "tuple[object, tuple[Mistake, ...]]"]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a data file is (the name of its root) and what is wrong with it, by line."""

    kind: str
    mistakes: tuple[Mistake, ...]


def inspected(file: Path) -> Inspected:
    """Return what a data file is, and all its mistakes.

    Raises Unreadable when there is no such file.
    """
    try:
        kind = str(source.parsed(file).root.tag)
    except LawInvalid as error:
        return Inspected("", error.mistakes)
    read = READINGS.get(kind)
    if read is None:
        message = Message("law.load.unknown-root", {"name": kind, "known": Choice(tuple(READINGS))})
        return Inspected(kind, (Mistake(1, message),))
    try:
        _, mistakes = read(file)
    except LawInvalid as error:
        return Inspected(kind, error.mistakes)
    except StudioError as error:  # it leans on another file that is missing or wrong
        return Inspected(kind, (Mistake(1, error.message),))
    ordered = sorted(mistakes, key=lambda one: (one.line, repr(one.message)))
    return Inspected(kind, tuple(ordered))


def _by_schema(schema: str) -> Reading:
    def read(file: Path) -> tuple[object, tuple[Mistake, ...]]:
        return None, source.opened(file, schema).mistakes

    return read


READINGS: Mapping[str, Reading] = {
    "rulebook": load.read,
    "outline": _by_schema("outline"),
    "file-profile": _by_schema("files"),
    "deadlines": deadline_rows.read,
    "fees": fees.read,
    "paths": evaluation.read,
    "shelf-life": shelf_life.read,
    "local-content": tkdn_rules.read,
    "calendar": calendar.read,
}
"""The kinds of data file by the name of their root, and what reads them."""
