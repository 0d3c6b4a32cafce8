"""Reads an outline from resources/outlines, and the sections that a rulebook adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Text
from dossier_studio.law import papers, source
from dossier_studio.law.outline import Outline, Section
from dossier_studio.law.source import Element, LawInvalid, Notes


@dataclass(slots=True)
class Node:
    """A section while the tree is being put together."""

    element: Element
    children: list[Node]

    @property
    def id(self) -> str:
        """The section's id."""
        return self.element.get("id", "")


def nodes_of(name: str) -> tuple[Text, tuple[Node, ...]]:
    """Return title and roots of an outline; raises Unreadable or LawInvalid."""
    return papers.kept(papers.edition(f"outlines/{name}.xml"), _nodes)


def _nodes(file: Path) -> tuple[Text, tuple[Node, ...]]:
    found = source.opened(file, "outline")
    if found.mistakes:
        raise LawInvalid(file.name, found.mistakes)
    return source.title_of(found.root), tuple(_node(one) for one in found.root.iterfind("section"))


def outline_files() -> tuple[Path, ...]:
    """Return the outline files there are, the person's own ones among them."""
    return papers.editions("outlines/*.xml")


def outline(name: str, added: Element | None = None, notes: Notes | None = None) -> Outline:
    """Return an outline, with the sections of a rulebook's <sections> put in their places."""
    title, roots = nodes_of(name)
    tree = [_copied(root) for root in roots]
    if added is not None and notes is not None:
        for element in added.iterfind("section"):
            _insert(tree, element, notes)
    sections: dict[str, Section] = {}
    for root in tree:
        _lay(root, "", root.id, sections)
    return Outline(name, title, sections)


def _node(element: Element) -> Node:
    return Node(element, [_node(child) for child in element.iterfind("section")])


def _copied(node: Node) -> Node:
    return Node(node.element, [_copied(child) for child in node.children])


def _insert(tree: list[Node], element: Element, notes: Notes) -> None:
    parent = _found(tree, element.get("under", ""))
    if parent is None:
        notes.add(element, "law.load.no-section", section=element.get("under", ""))
        return
    twice = [node.id for node in _all(_node(element)) if _found(tree, node.id)]
    for section in twice:
        notes.add(element, "law.load.section-twice", section=section)
    if twice:
        return
    before = element.get("before")
    places = [child.id for child in parent.children]
    if before and before not in places:
        notes.add(element, "law.load.no-section", section=before)
        return
    index = places.index(before) if before else len(places)
    parent.children.insert(index, _node(element))


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _found(nodes: list[Node], name: str) -> Node | None:
    for node in nodes:
        if node.id == name:
            return node
        below = _found(node.children, name)
        if below is not None:
            return below
    return None


def _lay(node: Node, parent: str, part: str, sections: dict[str, Section]) -> None:
    element = node.element
    depth = sections[parent].depth + 1 if parent else 0
    sections[node.id] = Section(
        id=node.id,
        code=element.get("code", ""),
        title=source.title_of(element),
        parent=parent,
        part=part,
        depth=depth,
        order=len(sections),
        ctd=element.get("ctd", ""),
        ectd=source.listed(element, "ectd"),
        repeat=element.get("repeat", ""),
        generated=source.yes(element, "generated"),
        guidance_only=source.yes(element, "guidance-only"),
        confidence=Confidence(element.get("confidence", "low")),
        aliases=tuple(
            (alias.get("scheme", ""), (alias.text or "").strip())
            for alias in element.iterfind("alias")
        ),
        note=source.words_of(element, "note"),
    )
    for child in node.children:
        _lay(child, node.id, part, sections)
    below = tuple(child.id for child in node.children)
    sections[node.id] = replace(sections[node.id], children=below)
