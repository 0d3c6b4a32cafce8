"""The outline of a dossier: the tree of sections in which documents have their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Text


@dataclass(frozen=True, slots=True)
class Section:
    """One node of the outline.

    `order` counts through the whole outline in reading order; `part` is the id of the root above
    it; `code` is the short label before the title; `repeat` names the axis along which the branch
    repeats ("substance", "product", "indication", "" for none); `aliases` are (scheme, label).
    """

    id: str
    code: str
    title: Text
    parent: str
    part: str
    depth: int
    order: int
    ctd: str = ""
    ectd: tuple[str, ...] = ()
    repeat: str = ""
    generated: bool = False
    guidance_only: bool = False
    confidence: Confidence = Confidence.HIGH
    aliases: tuple[tuple[str, str], ...] = ()
    note: Text | None = None
    children: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """Code and title, as contents and bookmarks show them."""
        if not self.code:
            return self.title
        return Text(f"{self.code} {self.title.id}", f"{self.code} {self.title.en}")


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections by id, in reading order."""

    id: str
    title: Text
    sections: Mapping[str, Section]

    @property
    def parts(self) -> tuple[Section, ...]:
        """The roots, in order."""
        return tuple(section for section in self.sections.values() if not section.parent)

    def lineage(self, section: str) -> tuple[Section, ...]:
        """Return a section and all above it, nearest first."""
        found = []
        while section:
            node = self.sections[section]
            found.append(node)
            section = node.parent
        return tuple(found)

    def below(self, section: str) -> Iterator[Section]:
        """Yield a section and all beneath it, in reading order."""
        node = self.sections[section]
        yield node
        for child in node.children:
            yield from self.below(child)

    def axis(self, section: str) -> str:
        """Return the axis along which this section repeats, itself or by a section above it."""
        return next((node.repeat for node in self.lineage(section) if node.repeat), "")
