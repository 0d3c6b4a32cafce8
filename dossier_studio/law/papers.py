"""What the smaller data files of the law share: their papers, and the person's own edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from dossier_studio.host import paths
from dossier_studio.law import source
from dossier_studio.law.rulebook import Citation, Source
from dossier_studio.law.source import Element

Loaded = TypeVar("Loaded")


def edition(name: str) -> Path:
    """Return the file of a path such as "calendars/id.xml": the person's own copy wins."""
    own = paths.data_folder() / name
    return own if own.is_file() else paths.resources() / name


def editions(pattern: str) -> tuple[Path, ...]:
    """Return the files of a pattern such as "rules/*/*.xml", the person's own ones among them."""
    names = {
        file.relative_to(folder).as_posix()
        for folder in (paths.resources(), paths.data_folder())
        for file in folder.glob(pattern)
    }
    return tuple(edition(name) for name in sorted(names))


def kept(file: Path, load: Callable[[Path], Loaded]) -> Loaded:
    """Return what a file holds; it is read anew only after somebody has edited it."""
    try:
        said = file.stat()
    except OSError:
        return load(file)
    found: Loaded = _kept(file, load, (said.st_mtime_ns, said.st_size))
    return found


@cache
def _kept(file: Path, load: Callable[[Path], Loaded], state: tuple[int, int]) -> Loaded:  # noqa: ARG001  # state is part of the key
    return load(file)


def sources_of(root: Element) -> dict[str, Source]:
    """Return the papers that a file names."""
    return {
        one.get("id", ""): Source(
            id=one.get("id", ""),
            title=source.title_of(one),
            address="; ".join((address.text or "").strip() for address in one.iterfind("address")),
            valid_from=source.day(one, "valid-from"),
            valid_to=source.day(one, "valid-to"),
        )
        for one in root.iterfind("sources/source")
    }


def citations_of(element: Element, sources: Mapping[str, Source]) -> tuple[Citation, ...]:
    """Return what an element cites."""
    return tuple(
        Citation(sources[one.get("source", "")], source.clause_of(one))
        for one in element.iterfind("cite")
        if one.get("source") in sources
    )
