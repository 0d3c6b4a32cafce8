"""What a plan consists of: volumes, the headings in them, and the documents beneath these."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.core.dossier import Document
from dossier_studio.core.file import FileFacts
from dossier_studio.core.text import Message, Text, Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in its place.

    `slip` says why its pages are not bound (None: they are); `flattened` that its signature is
    drawn into the bound copy. `content` holds the bytes of a paper that we wrote ourselves; such
    a paper is in no dossier folder. `requirement` is "" where it hangs on a section alone.
    """

    document: Document
    section: str
    branch: str
    requirement: str
    title: Text
    facts: FileFacts
    slip: Message | None = None
    flattened: bool = False
    content: bytes | None = None

    @property
    def pages(self) -> int:
        """How many pages it takes in its Part, its slip sheet being one."""
        return 1 if self.slip else self.facts.pages or 1

    @property
    def uploaded(self) -> bool:
        """Whether the portal gets it: all but contents that we made, which only guide a reader."""
        return self.content is None or bool(self.requirement)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section that holds something, in a branch where it repeats; depth 0 is the Part."""

    section: str
    branch: str
    label: Text
    depth: int


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One bound volume: headings and entries in reading order.

    `mark` stands before the page number at the foot of each page ("Part II"); `contents` is what
    the contents pages are called. `beyond` are documents of the same Part in other volumes, with
    the number of theirs.
    """

    part: str
    title: Text
    mark: Words
    contents: Words
    rows: tuple[Heading | Entry, ...]
    beyond: tuple[tuple[Text, int], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The documents, in order."""
        return tuple(row for row in self.rows if isinstance(row, Entry))

    @property
    def placed(self) -> tuple[tuple[Heading | Entry, int], ...]:
        """Rows beneath the Part with their depth; a document is one deeper than its heading."""
        found: list[tuple[Heading | Entry, int]] = []
        depth = 0
        for row in self.rows:
            if isinstance(row, Heading):
                depth = row.depth
            if not isinstance(row, Heading) or depth:
                found.append((row, depth + isinstance(row, Entry)))
        return tuple(found)

    @property
    def pages(self) -> int:
        """How many pages the documents take."""
        return sum(entry.pages for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Plan:
    """The Parts that hold something, in order."""

    parts: tuple[PartPlan, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All documents, in reading order."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def uploaded(self) -> tuple[Entry, ...]:
        """The documents that go to the portal, in reading order."""
        return tuple(entry for entry in self.entries if entry.uploaded)
