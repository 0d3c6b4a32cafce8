"""The text of a paper as a person edits it: a few heads, then blocks between empty lines.

"Perihal: Permohonan {stage}" and its like stand first, in either language, until an empty line; a
line that is indented goes on with its head. Then "# " makes a title in the middle, lines of
"Nama obat : {product_name}" two columns, "1. " or "- " points, "> " text set apart; {parts} alone
is the list of Parts, and anything else a paragraph. What stands in [[ ]] goes away where a blank
in it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from dossier_studio.core.text import Language, Message
from dossier_studio.host import paths
from dossier_studio.host.messages import say

HEADS = ("number", "enclosures", "subject", "to", "closing", "signatory", "position", "stamp")
"""What a paper may say before its body; their names are assembly.paper.head.* in both languages."""

PARTS = "parts"
"""The blank that is a block of its own: the Parts of the dossier."""

_BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_LABELLED = re.compile(r"(\[\[)?\s*([^:{}\[\]]{1,60}?)\s+:\s+(.*?)(\]\])?\s*")
_POINT = re.compile(r"(\d+[.)]|-)\s+(.*)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A title in the middle of the page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; its line breaks hold."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Text set apart by a wider margin."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Points, each with its mark ("1." or "-")."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """Lines of label and value; an optional line goes where a blank in it is empty."""

    lines: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The Parts of the dossier, as a list."""


Block: TypeAlias = "Heading | Paragraph | Quote | Points | Labels | Parts"


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paper in one language: heads by name, then blocks."""

    heads: Mapping[str, str]
    blocks: tuple[Block, ...]

    @property
    def stamped(self) -> bool:
        """Whether there must be room for an e-meterai."""
        return self.heads.get("stamp", "").casefold() not in {"", "tidak", "no", "–", "-"}


@cache
def default(paper: str, language: Language, rulebook: str = "") -> str:
    """Return the program's text of a paper; a rulebook may have one of its own."""
    folder = paths.resources() / "papers" / language.value
    own = folder / f"{paper}.{rulebook}.md"
    return (own if own.is_file() else folder / f"{paper}.md").read_text("utf-8")


def blanks_in(text: str) -> tuple[str, ...]:
    """Return the names of the blanks of a text, each once."""
    return tuple(dict.fromkeys(_BLANK.findall(text)))


def required(text: str) -> str:
    """Return a text without what goes away where it cannot be filled."""
    return _OPTIONAL.sub("", text)


def parsed(text: str) -> PaperText:
    """Return a text as heads and blocks; whatever is no head is body, so nothing is ever wrong."""
    chunks = list(_chunks(text))
    heads: dict[str, str] = {}
    if chunks and (found := _heads(chunks[0])) is not None:
        heads, chunks = found, chunks[1:]
    return PaperText(heads, tuple(_block(chunk) for chunk in chunks))


def _chunks(text: str) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        if line.strip():
            chunk.append(line.rstrip())
        elif chunk:
            yield chunk
            chunk = []


def _heads(lines: list[str]) -> dict[str, str] | None:
    """Return the heads of a first chunk, None where it holds anything else."""
    names = _names()
    found: dict[str, str] = {}
    current = ""
    for line in lines:
        name, colon, rest = line.partition(":")
        head = names.get(name.strip().casefold(), "") if colon else ""
        if line[0].isspace() and current:
            found[current] += f"\n{line.strip()}"
        elif head and not name.endswith(" "):
            current = head
            found[current] = rest.strip()
        else:
            return None
    return found


@cache
def _names() -> dict[str, str]:
    return {
        say(Message(f"assembly.paper.head.{head}"), language).casefold(): head
        for head in HEADS
        for language in Language
    }


def _block(lines: list[str]) -> Block:
    first = lines[0].strip()
    if first == f"{{{PARTS}}}" and len(lines) == 1:
        return Parts()
    if first.startswith("# "):
        return Heading("\n".join(line.lstrip("# ") for line in lines))
    if first.startswith("> "):
        return Quote("\n".join(line.lstrip("> ") for line in lines))
    labelled = [_LABELLED.fullmatch(line) for line in lines]
    if all(labelled):
        return Labels(tuple(_labelled(match) for match in labelled if match))
    if _POINT.match(first):
        return Points(tuple(_points(lines)))
    return Paragraph("\n".join(line.strip() for line in lines))


def _labelled(match: re.Match[str]) -> tuple[str, str, bool]:
    """Return label, value, and whether the whole line stands in [[ ]]."""
    opened, label, value, closed = match.groups()
    whole = bool(opened and closed) and value.count("[[") == value.count("]]")
    return label, value if whole else f"{value}{closed or ''}", whole


def _points(lines: list[str]) -> Iterator[tuple[str, str]]:
    mark, said = "", ""
    for line in lines:
        match = _POINT.fullmatch(line.strip())
        if match is None:
            said = f"{said} {line.strip()}"
            continue
        if mark:
            yield mark, said
        mark, said = match[1], match[2]
    yield mark, said
