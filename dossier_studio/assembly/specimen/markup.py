"""The wording of a sample document: a small markup, read into blocks.

A file begins with a TOML head between two `+++` lines, then come blocks parted by blank lines:
`# heading` (three levels), paragraphs, `- item`, `1. item`, `Name :: value` fields, `> centred`,
and tables: `| cell | cell |` rows after an optional `^ caption`, where a row of dashes sets the
alignment and `|*10|` repeats a row. `@name argument` draws something, with `key: value` lines up
to `@end` unless it stands alone. `{{name}}` stands for a word of the sample or of the document's
certificate.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

MARK = "+++"
SINGLE = frozenset({"page", "gap", "rule", "sign", "stamp", "columns", "column-end"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or an item of a list with its bullet ("" for none), or a centred line."""

    words: str
    bullet: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, "l", "r" or "c" per column, and how many rows are its head."""

    rows: tuple[tuple[str, ...], ...]
    aligns: str
    heads: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """Names and values beside each other, as on a form or a certificate."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """Something that is drawn: its name, its argument, and its lines of key and value."""

    name: str
    argument: str
    lines: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """Return the first value of a key."""
        return next((value for name, value in self.lines if name == key), default)

    def all(self, key: str) -> tuple[str, ...]:
        """Return every value of a key, in order."""
        return tuple(value for name, value in self.lines if name == key)


Block: TypeAlias = "Heading | Passage | Grid | Fields | Directive"


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's head and blocks."""

    head: Mapping[str, Any]
    blocks: tuple[Block, ...]


def read(text: str, words: Mapping[str, str]) -> Wording:
    """Return a document's wording with `{{name}}` filled in; KeyError names an unknown one."""
    filled = re.sub(r"\{\{([\w.-]+)\}\}", lambda found: words[found[1]], text)
    _, head, body = filled.split(f"{MARK}\n", 2)
    return Wording(tomllib.loads(head), tuple(_blocks(body.splitlines())))


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if not line.strip():
            at = end
            continue
        if line.startswith("@"):
            end = _directive_end(lines, at)
            yield _directive(lines[at:end])
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            yield Heading(level, line[level:].strip())
        else:
            while end < len(lines) and lines[end].strip() and _sort(lines[end]) == _sort(line):
                end += 1
            if _sort(line) == "^":
                while end < len(lines) and lines[end].startswith("|"):
                    end += 1
            yield from _run(lines[at:end])
        at = end


def _sort(line: str) -> str:
    if line[0] in "|^->@#":
        return line[0]
    if " :: " in line:
        return "::"
    return "1" if re.match(r"\d+\. ", line) else ""


def _run(lines: list[str]) -> Iterator[Block]:
    sort = _sort(lines[0])
    if sort in {"|", "^"}:
        yield _grid(lines)
    elif sort == "::":
        pairs = (line.split(" :: ", 1) for line in lines)
        yield Fields(tuple((name.strip(), value.strip()) for name, value in pairs))
    elif sort == ">":
        yield Passage("<br/>".join(line[1:].strip() for line in lines), centred=True)
    elif sort == "-":
        yield from (Passage(line[1:].strip(), bullet="•") for line in lines)
    elif sort == "1":
        for line in lines:
            number, _, words = line.partition(" ")
            yield Passage(words, bullet=number)
    else:
        yield Passage(" ".join(line.strip() for line in lines))


def _directive_end(lines: list[str], at: int) -> int:
    name = lines[at][1:].split(" ", 1)[0]
    if name in SINGLE:
        return at + 1
    return lines.index("@end", at) + 1


def _directive(lines: list[str]) -> Directive:
    name, _, argument = lines[0][1:].partition(" ")
    pairs = (line.partition(": ") for line in lines[1:] if line.strip() and line != "@end")
    return Directive(name, argument.strip(), tuple((key.strip(), value) for key, _, value in pairs))


def _grid(lines: list[str]) -> Grid:
    caption = ""
    if lines[0].startswith("^"):
        caption, lines = lines[0][1:].strip(), lines[1:]
    rows: list[tuple[str, ...]] = []
    aligns, heads = "", 0
    for line in lines:
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            aligns, heads = "".join(map(_align, cells)), len(rows)
        elif repeat := re.fullmatch(r"\*(\d+)(?:\+(\d+))?", cells[0]):
            first = int(repeat[2] or 1)
            rows += (
                tuple(_vary(cell, number, column) for column, cell in enumerate(cells[1:]))
                for number in range(first, first + int(repeat[1]))
            )
        else:
            rows.append(cells)
    return Grid(tuple(rows), aligns or "l" * len(rows[0]), heads, caption)


def _align(dashes: str) -> str:
    if dashes.endswith(":"):
        return "c" if dashes.startswith(":") else "r"
    return "l"


def _vary(cell: str, number: int, column: int) -> str:
    """Fill `{n}` or `{n:03}` with the row's number, `{mean~spread}` with a measured value.

    The value is drawn from row and column alone, so that it is the same on every day.
    """

    def value(found: re.Match[str]) -> str:
        mean, spread = found[1].replace(",", "."), float(found[2].replace(",", "."))
        decimals = len(mean.partition(".")[2])
        seed = zlib.crc32(f"{number}|{column}|{cell}".encode())
        bell = sum((seed >> shift & 0xFF) / 255 - 0.5 for shift in (0, 8, 16, 24))
        value = f"{float(mean) + bell * spread:.{decimals}f}"
        return value.replace(".", ",") if "," in found[1] else value

    def choice(found: re.Match[str]) -> str:
        options = found[1].split("/")
        return options[zlib.crc32(f"{cell}{column}{number}".encode()) % len(options)]

    cell = re.sub(r"\{n(?::(\d+))?\}", lambda found: f"{number:{found[1] or ''}}", cell)
    cell = re.sub(r"\{\?([^}]+)\}", choice, cell)
    return re.sub(r"\{([\d.,]+)~([\d.,]+)\}", value, cell)
