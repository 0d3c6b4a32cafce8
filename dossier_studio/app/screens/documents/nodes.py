"""The outline as a tree of nodes that say where they stand; no Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier_studio.app import outcome, overview
from dossier_studio.app.outcome import Look
from dossier_studio.app.overview import Share
from dossier_studio.core.dossier import Branch, Dossier, bare, branch_of, within
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.outline import Outline, Section
from dossier_studio.law.placement import section_of
from dossier_studio.law.rulebook import Need, Rulebook


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the outline.

    `number` names the row for ever, `parent` is 0 at the top. `section` is the place: a section,
    with the name of its branch in brackets where the branch has one. `asked` is False where
    nothing beneath it is asked for. `axis` is set where the branch repeats.
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
    axis: str = ""


class Numbers:
    """The number of each place, the same as long as the window stands."""

    def __init__(self) -> None:
        self._all: dict[str, int] = {}

    def of(self, place: str) -> int:
        """Return the number of a place."""
        return self._all.setdefault(place, len(self._all) + 1)


def lines_by_section(checklist: Checklist) -> dict[str, list[Line]]:
    """Return the lines of each section, in the checklist's order."""
    found: dict[str, list[Line]] = {}
    for line in checklist.lines:
        for section in line.sections:
            found.setdefault(section, []).append(line)
    return found


def nodes_of(
    rulebook: Rulebook, checklist: Checklist, dossier: Dossier, numbers: Numbers | None = None
) -> tuple[Node, ...]:
    """Return the sections in which something is asked for or lies, and the Parts, in order.

    Where somebody has named branches, what repeats stands there once for each.
    """
    lines = lines_by_section(checklist)
    held = {
        within(section_of(rulebook, place), branch_of(place))
        for place in dict.fromkeys(document.place for document in dossier.documents)
    }
    tree = _Tree(rulebook.outline, lines, held)
    tree.branches = dossier.branches
    tree.numbers = numbers or Numbers()
    return tuple(tree.nodes())


class _Tree:
    branches: tuple[Branch, ...] = ()
    numbers: Numbers

    def __init__(
        self, outline: Outline, lines: dict[str, list[Line]], held: Iterable[str]
    ) -> None:
        self._outline = outline
        self._lines = lines
        self._in_branch: dict[tuple[str, str], list[Line]] = {}
        for section, group in lines.items():
            for line in group:
                self._in_branch.setdefault((section, line.branch), []).append(line)
        every = [line for group in lines.values() for line in group]
        self._instanced = {bare(line.id) for line in every if line.branch}
        self._looks = {line.id: outcome.of_line(line) for line in every}
        self._shown = {
            above.id
            for name in [*lines, *map(bare, held)]
            if name in outline.sections
            for above in outline.lineage(name)
            if not self._skipped(above)
        } | {part.id for part in outline.parts}

    def _skipped(self, section: Section) -> bool:
        """A heading that only gathers adds a level and says nothing."""
        return section.guidance_only and section.depth == 1 and section.id not in self._lines

    def nodes(self) -> Iterator[Node]:
        for part in self._outline.parts:
            yield from self._beneath(part, 0)[0]

    def _beneath(
        self, section: Section, parent: int, branch: Branch | None = None
    ) -> tuple[list[Node], dict[str, Line]]:
        """Return the nodes of a section and all beneath it, and the lines asked for there."""
        if section.repeat and branch is None:
            names = [one for one in self.branches if one.axis == section.repeat]
            if names:
                return self._each(section, parent, names)
        place = within(section.id, branch.name if branch else "")
        shown = section.id in self._shown
        number = self.numbers.of(place) if shown else parent
        found = {line.id: line for line in self._own(section, branch)}
        nodes: list[Node] = []
        for child in section.children:
            inner, lines = self._beneath(self._outline.sections[child], number, branch)
            nodes += inner
            found |= lines
        if shown:
            nodes.insert(0, self._node(section, (number, parent), found, branch))
        return nodes, found

    def _each(
        self, section: Section, parent: int, names: list[Branch]
    ) -> tuple[list[Node], dict[str, Line]]:
        nodes: list[Node] = []
        found: dict[str, Line] = {}
        for one in names:
            inner, lines = self._beneath(section, parent, one)
            nodes += inner
            found |= lines
        return nodes, found

    def _own(self, section: Section, branch: Branch | None) -> Iterator[Line]:
        if branch is None:
            yield from self._lines.get(section.id, ())
            return
        yield from self._in_branch.get((section.id, ""), ())
        yield from self._in_branch.get((section.id, branch.name), ())

    def _node(
        self,
        section: Section,
        numbers: tuple[int, int],
        lines: dict[str, Line],
        branch: Branch | None,
    ) -> Node:
        beneath = [line for line in lines.values() if line.id not in self._instanced]
        asked = any(line.need is not Need.NOT_NEEDED for line in beneath)
        looks = (self._looks[line.id] for line in beneath)
        worst = max(looks, key=lambda look: look.rank, default=outcome.NOT_NEEDED)
        if worst.rank == 0 and asked:
            worst = outcome.MET
        title = section.title
        if branch and section.repeat:
            title = Text(f"{title.id} · {branch.title}", f"{title.en} · {branch.title}")
        return Node(
            number=numbers[0],
            parent=numbers[1],
            section=within(section.id, branch.name if branch else ""),
            code=section.id.partition(".")[2],
            title=title,
            look=worst if asked else outcome.NOT_NEEDED,
            share=self._share(lines.values(), branch),
            asked=asked,
            missing=worst.rank >= outcome.MISSING_RANK and asked,
            axis=section.repeat,
        )

    def _share(self, lines: Iterable[Line], branch: Branch | None) -> Share:
        """Count requirements, each once; in a branch, those of the branch."""
        if branch is None:
            return overview.share_of(line for line in lines if not line.parent)
        own = (line for line in lines if line.branch or not line.parent)
        return overview.share_of(line for line in own if line.id not in self._instanced)
