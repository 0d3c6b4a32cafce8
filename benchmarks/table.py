"""The table of figures: what was measured, against whom, and what it may be at most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measure import Figures
from benchmarks.sizes import PROCESSOR, SIZES


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and its peer; `most` is the highest ratio that will do, `least` the lowest."""

    what: str
    peer: str
    most: float | None = None
    least: float | None = None


ROWS: Mapping[str, Sequence[Row]] = {
    "small": (
        Row("bind and prove", "copy", most=10),
        Row("bind", "copy"),
        Row("prove", "copy"),
        Row("pypdf append", "bind and prove", least=5),
        Row("export", "copy"),
        Row("export again", "export"),
        Row("verify", "sha256sum", most=1.5),
        Row("inspect", "inspect recipe", most=1.2),
    ),
    "large": (
        Row("bind and prove", "copy", most=6),
        Row("bind", "copy"),
        Row("prove", "copy"),
        Row("pypdf append", "bind and prove"),
        Row("export", "copy", most=12),
        Row("export again", "export", most=0.15),
        Row("verify", "sha256sum", most=1.5),
        Row("inspect", "inspect recipe", most=1.2),
    ),
}
MEMORY = 150.0
"""MiB that any process may take while the large Part is bound and proven."""

GROWTH = 1.3
"""How much longer a page of the large corpus may take than one of the small."""

_LINE = "{:<26} {:>9}   {:<16} {:>9} {:>7} {:>10}   {:<7} {}"


def lines(found: Mapping[str, Figures]) -> Iterator[str]:
    """Yield the table, line by line."""
    yield _LINE.format("measured", "seconds", "peer", "seconds", "ratio", "processor", "wanted", "")
    for size, figures in found.items():
        for row in ROWS.get(size, ROWS["small"]):
            mine, theirs = figures.median(row.what), figures.median(row.peer)
            if mine is not None and theirs is not None:
                yield _timed(f"{row.what} ({size})", row, (mine, theirs), _processors(row, figures))
        yield from _memory(size, figures)
    yield from _growth(found)


def _processors(row: Row, figures: Figures) -> str:
    """Return the ratio of what processors spent on both."""
    mine = figures.median(row.what + PROCESSOR)
    theirs = figures.median(row.peer + PROCESSOR)
    return f"{mine / theirs:.2f}" if mine and theirs else ""


def _timed(what: str, row: Row, both: tuple[float, float], processors: str) -> str:
    mine, theirs = both
    ratio = mine / theirs
    wanted, kept = "", ""
    if row.most is not None:
        wanted, kept = f"<= {row.most:g}", _kept(ratio <= row.most)
    if row.least is not None:
        wanted, kept = f">= {row.least:g}", _kept(ratio >= row.least)
    figures = f"{mine:.2f}", row.peer, f"{theirs:.2f}", f"{ratio:.2f}", processors
    return _LINE.format(what, *figures, wanted, kept)


def _memory(size: str, figures: Figures) -> Iterator[str]:
    for job in ("bind", "package", "inspect"):
        if job in figures.peak:
            peak = figures.peak[job]
            judged = size == "large" and job == "bind"
            wanted = f"<= {MEMORY:g}" if judged else ""
            kept = _kept(peak <= MEMORY) if judged else ""
            what = f"memory of {job} ({size})"
            yield _LINE.format(what, f"{peak:.0f} MiB", "", "", "", "", wanted, kept)


def _growth(found: Mapping[str, Figures]) -> Iterator[str]:
    each = {
        size: seconds / SIZES[size].all_pages
        for size, figures in found.items()
        if (seconds := figures.median("bind and prove")) is not None
    }
    if {"small", "large"} <= each.keys():
        ratio = each["large"] / each["small"]
        what, kept = "a page of large", _kept(ratio <= GROWTH)
        yield _LINE.format(
            what,
            f"{each['large'] * 1000:.2f} ms",
            "a page of small",
            f"{each['small'] * 1000:.2f} ms",
            f"{ratio:.2f}",
            "",
            f"<= {GROWTH:g}",
            kept,
        )


def _kept(yes: bool) -> str:  # noqa: FBT001 - the one thing it spells
    return "yes" if yes else "NO"
