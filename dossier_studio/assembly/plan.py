"""The plan: what is bound in which Part, in which order, and what only gets a slip sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from dossier_studio.assembly.entry import Entry, Heading, PartPlan, Plan
from dossier_studio.assembly.generated import Sheet, letters, overall_contents
from dossier_studio.core.dossier import Branch, Document, Dossier, bare, branch_of
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.outline import Outline, Section
from dossier_studio.law.placement import requirement_of, section_of
from dossier_studio.law.rulebook import Rulebook

__all__ = ["Entry", "Heading", "PartPlan", "Plan", "plan", "slip_of", "volume"]

OVERALL = "I.B"
"""The section of the table of contents of all Parts."""


def plan(
    rulebook: Rulebook,
    dossier: Dossier,
    checklist: Checklist,
    facts: Mapping[Digest, FileFacts],
    *,
    letterhead: bytes | None = None,
) -> Plan:
    """Return the plan of a dossier; `letterhead` is the image of its letters, where it has one.

    Sections stand in outline order; where a section repeats, each of its branches is whole before
    the next begins. Within a section come requirements in the rulebook's order, then documents.
    """
    entries = [_entry(rulebook, dossier, document, facts) for document in dossier.documents]
    written = letters(rulebook, dossier, checklist, letterhead)
    entries += [_generated(rulebook, sheet) for sheet in written]
    parts = _parts(rulebook, dossier, entries)
    if OVERALL in rulebook.outline.sections and any(part.part == "I" for part in parts):
        sheet = overall_contents(rulebook, dossier, parts)
        parts = _parts(rulebook, dossier, [*entries, _generated(rulebook, sheet)])
    return Plan(parts)


def _parts(rulebook: Rulebook, dossier: Dossier, entries: list[Entry]) -> tuple[PartPlan, ...]:
    outline = rulebook.outline
    ordered = sorted(entries, key=_Order(rulebook, dossier).key)
    return tuple(
        _part(outline, dossier, root, tuple(found))
        for root in outline.parts
        if (found := [one for one in ordered if outline.sections[one.section].part == root.id])
    )


def volume(
    rulebook: Rulebook, dossier: Dossier, entries: Iterable[Entry], *, title: Text, mark: Words
) -> PartPlan:
    """Return some entries as a volume of their own, such as an upload slot bound as one PDF."""
    kept = tuple(entries)
    rows = tuple(_rows(rulebook.outline, dossier, kept))
    return PartPlan("", title, mark, Message("assembly.contents"), rows)


def _part(
    outline: Outline, dossier: Dossier, root: Section, entries: tuple[Entry, ...]
) -> PartPlan:
    mark = Message("assembly.part", {"part": root.code})
    made = (outline.sections[child] for child in root.children)
    contents = next((one.label for one in made if one.generated and one.id != OVERALL), None)
    return PartPlan(
        root.id,
        root.title,
        mark,
        contents or Message("assembly.contents"),
        tuple(_rows(outline, dossier, entries)),
    )


def slip_of(facts: FileFacts | None) -> Message | None:
    """Return why a file cannot be bound, None when it can."""
    if facts is None or facts.bindable:
        return None if facts else Message("assembly.slip.unknown")
    if facts.kind is Kind.EMPTY or not facts.bytes:
        return Message("assembly.slip.empty")
    if facts.kind is not Kind.PDF:
        return Message("assembly.slip.not-pdf", {"kind": facts.kind.upper()})
    if facts.encrypted or any(problem.code == "PF-02" for problem in facts.problems):
        return Message("assembly.slip.encrypted")
    return Message("assembly.slip.damaged" if facts.damaged else "assembly.slip.no-pages")


def _entry(
    rulebook: Rulebook,
    dossier: Dossier,
    document: Document,
    facts: Mapping[Digest, FileFacts],
) -> Entry:
    known = facts.get(document.sha256)
    asked = requirement_of(rulebook, document.place)
    slip = slip_of(known)
    return Entry(
        document=document,
        section=section_of(rulebook, document.place),
        branch=branch_of(document.place),
        requirement=bare(document.place) if asked else "",
        title=_title(rulebook, dossier, document),
        facts=known or FileFacts(document.sha256, "", document.bytes, Kind.UNKNOWN),
        slip=slip,
        flattened=bool(known and known.signed and not slip),
    )


def _generated(rulebook: Rulebook, sheet: Sheet) -> Entry:
    asked = requirement_of(rulebook, sheet.document.place)
    return Entry(
        document=sheet.document,
        section=section_of(rulebook, sheet.document.place),
        branch=branch_of(sheet.document.place),
        requirement=bare(sheet.document.place) if asked else "",
        title=sheet.title,
        facts=sheet.facts,
        content=sheet.content,
    )


def _title(rulebook: Rulebook, dossier: Dossier, document: Document) -> Text:
    """The title that a person gave, else what was asked, with the file's name among several."""
    if document.title:
        return Text(document.title, document.title)
    name = PurePath(document.name).stem
    asked = requirement_of(rulebook, document.place)
    if asked is None:
        return Text(name, name)
    requirement, part = asked
    title = part.title if part else requirement.title
    if len(dossier.at(document.place)) == 1:
        return title
    return Text(f"{title.id} – {name}", f"{title.en} – {name}")


class _Order:
    """Sort keys of entries: the way down the outline, with the branch where it repeats."""

    def __init__(self, rulebook: Rulebook, dossier: Dossier) -> None:
        self._outline = rulebook.outline
        self._requirements: dict[str, tuple[int, int]] = {}
        for index, requirement in enumerate(rulebook.requirements.values()):
            self._requirements[requirement.id] = (index, 0)
            for number, part in enumerate(requirement.parts, 1):
                self._requirements[part.id] = (index, number)
        self._branches = {
            (branch.axis, branch.name): index for index, branch in enumerate(dossier.branches)
        }

    def key(self, entry: Entry) -> tuple[object, ...]:
        way = []
        for section in reversed(self._outline.lineage(entry.section)):
            branch = self._branches.get((section.repeat, entry.branch), -1) if section.repeat else 0
            way.append((section.order, branch))
        document = entry.document
        asked = self._requirements.get(entry.requirement, (-1, 0))
        return tuple(way), asked, document.order, document.place, document.key


def _rows(
    outline: Outline, dossier: Dossier, entries: Iterable[Entry]
) -> Iterator[Heading | Entry]:
    """Put headings before the first entry beneath them."""
    above: tuple[tuple[str, str], ...] = ()
    for entry in entries:
        way = tuple(_way(outline, entry))
        for depth, step in enumerate(way):
            if above[: depth + 1] != way[: depth + 1]:
                section, branch = step
                label = _label(outline.sections[section], branch, dossier.branches)
                yield Heading(section, branch, label, depth)
        above = way
        yield entry


def _way(outline: Outline, entry: Entry) -> Iterator[tuple[str, str]]:
    branch = ""
    for section in reversed(outline.lineage(entry.section)):
        branch = entry.branch if section.repeat else branch
        yield section.id, branch


def _label(section: Section, branch: str, branches: Iterable[Branch]) -> Text:
    """The branch is named where it begins."""
    if not branch or not section.repeat:
        return section.label
    found = (one.title for one in branches if (one.axis, one.name) == (section.repeat, branch))
    title = next(found, "") or branch
    label = section.label
    return Text(f"{label.id} – {title}", f"{label.en} – {title}")
