"""The outline as a tree of nodes that say where they stand; no Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier_studio.app import outcome, overview
from dossier_studio.app.outcome import Look
from dossier_studio.app.overview import Share
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.outline import Outline, Section
from dossier_studio.law.placement import section_of
from dossier_studio.law.rulebook import Need, Rulebook


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the outline.

    `number` names the section for ever (its order in the outline, from 1), `parent` is 0 at the
    top. `asked` is False where nothing beneath it is asked for.
    """

    number: int
    parent: int
    section: str
    code: str
    title: Text
    look: Look
    share: Share
    asked: bool
    missing: bool


def lines_by_section(checklist: Checklist) -> dict[str, list[Line]]:
    """Return the lines of each section, in the checklist's order."""
    found: dict[str, list[Line]] = {}
    for line in checklist.lines:
        for section in line.sections:
            found.setdefault(section, []).append(line)
    return found


def nodes_of(rulebook: Rulebook, checklist: Checklist, dossier: Dossier) -> tuple[Node, ...]:
    """Return the sections in which something is asked for or lies, and the Parts, in order."""
    outline = rulebook.outline
    lines = lines_by_section(checklist)
    held = {section_of(rulebook, document.place) for document in dossier.documents}
    tree = _Tree(outline, lines, held)
    return tuple(tree.nodes())


class _Tree:
    def __init__(
        self, outline: Outline, lines: dict[str, list[Line]], held: Iterable[str]
    ) -> None:
        self._outline = outline
        self._lines = lines
        self._shown = {
            above.id
            for name in [*lines, *held]
            if name in outline.sections
            for above in outline.lineage(name)
            if not self._skipped(above)
        } | {part.id for part in outline.parts}

    def _skipped(self, section: Section) -> bool:
        """A heading that only gathers adds a level and says nothing."""
        return section.guidance_only and section.depth == 1 and section.id not in self._lines

    def nodes(self) -> Iterator[Node]:
        for section in self._outline.sections.values():
            if section.id in self._shown:
                yield self._node(section)

    def _node(self, section: Section) -> Node:
        beneath = [
            line for one in self._outline.below(section.id) for line in self._lines.get(one.id, ())
        ]
        looks = [outcome.of_line(line) for line in beneath]
        worst = max(looks, key=lambda look: look.rank, default=outcome.NOT_NEEDED)
        asked = any(line.need is not Need.NOT_NEEDED for line in beneath)
        if worst.rank == 0 and asked:
            worst = outcome.MET
        own = dict.fromkeys(line.id for line in beneath if not line.parent and not line.branch)
        rows = [line for line in {line.id: line for line in beneath}.values() if line.id in own]
        return Node(
            number=section.order + 1,
            parent=self._parent(section),
            section=section.id,
            code=section.id.partition(".")[2],
            title=section.title,
            look=worst if asked else outcome.NOT_NEEDED,
            share=overview.share_of(rows),
            asked=asked,
            missing=worst.rank >= outcome.MISSING_RANK and asked,
        )

    def _parent(self, section: Section) -> int:
        above = self._outline.lineage(section.id)[1:]
        shown = next((one for one in above if one.id in self._shown), None)
        return shown.order + 1 if shown else 0
