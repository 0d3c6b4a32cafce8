"""How large the corpora are, and where their files lie.

Apart from what makes them: worker processes load the module that started them, and must not load
what draws pages with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PROCESSOR = " (processor)"
"""Ending of the figures that count seconds of processors: on a busy machine they say more."""

VERSION = 1
"""Part of the folder's name: a change of what the files are makes them anew."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many files a corpus has, and how many pages each of them."""

    name: str
    files: int
    pages: int

    @property
    def all_pages(self) -> int:
        """Pages of the whole corpus."""
        return self.files * self.pages


SIZES = {
    one.name: one
    for one in (Size("quick", 60, 10), Size("small", 500, 10), Size("large", 2000, 25))
}


def files_of(size: Size, cache: Path) -> tuple[Path, ...]:
    """Return where the files of a corpus lie, made or not."""
    folder = cache / f"{size.name}-{VERSION}"
    return tuple(folder / f"file-{index:04}.pdf" for index in range(size.files))
