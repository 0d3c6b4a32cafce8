"""Finds the data files that lie beside rulebooks: fees, evaluation paths."""

from __future__ import annotations

from pathlib import Path

from dossier_studio.law import papers, source

HEAD = 4_000
"""Bytes in which the root of a data file begins."""


def files(kind: str) -> tuple[Path, ...]:
    """Return the files whose root is <kind>; the person's own edition of one wins."""
    root = f"<{kind} ".encode()
    return tuple(
        file for file in papers.editions("rules/*/*.xml") if root in file.read_bytes()[:HEAD]
    )


def file_of(kind: str, rulebook: str) -> Path | None:
    """Return the file of a kind that goes with a rulebook, None where there is none."""
    return next((one for one in files(kind) if papers.kept(one, _rulebook_of) == rulebook), None)


def rulebooks(kind: str) -> tuple[str, ...]:
    """Return the rulebooks with which a file of a kind goes."""
    return tuple(sorted(papers.kept(one, _rulebook_of) for one in files(kind)))


def _rulebook_of(file: Path) -> str:
    return source.parsed(file).root.get("rulebook", "")
