"""Where a document belongs: its section, its upload slot, and the line that it satisfies."""

from __future__ import annotations

from dossier_studio.core.dossier import bare, branch_of, within
from dossier_studio.core.errors import WrongUse
from dossier_studio.law.rulebook import Part, Requirement, Rulebook, Slot


def requirement_of(rulebook: Rulebook, place: str) -> tuple[Requirement, Part | None] | None:
    """Return the requirement (and part) that a place names; None for a section or nonsense."""
    name = bare(place)
    found = rulebook.requirements.get(name)
    if found is not None:
        return found, None
    owner = rulebook.requirements.get(name.partition(".")[0])
    for part in owner.parts if owner else ():
        if part.id == name and owner is not None:
            return owner, part
    return None


def section_of(rulebook: Rulebook, place: str) -> str:
    """Return the section in which a place lies; raises WrongUse for an unknown place."""
    name = bare(place)
    if name in rulebook.outline.sections:
        return name
    found = requirement_of(rulebook, place)
    if found is None:
        raise WrongUse("law.place.unknown", place=place)
    requirement, part = found
    sections = part.sections if part else requirement.sections
    return sections[0]


def named_sections(rulebook: Rulebook) -> frozenset[str]:
    """Return the sections that a requirement or a part of a set names as its own."""
    rows = tuple(rulebook.requirements.values())
    own = {section for row in rows for section in row.sections}
    return frozenset(own.union(*(part.sections for row in rows for part in row.parts)))


def governing(rulebook: Rulebook, section: str, named: frozenset[str]) -> str:
    """Return the nearest section, itself or one above, among those named; "" where there is none.

    A document about human material at P.4.3 is thus never taken for the excipients of P.4.
    """
    return next((node.id for node in rulebook.outline.lineage(section) if node.id in named), "")


def axis_of(rulebook: Rulebook, place: str) -> str:
    """Return the axis along which a place repeats, "" where it does not."""
    return rulebook.outline.axis(section_of(rulebook, place))


def slot_of(rulebook: Rulebook, place: str) -> Slot:
    """Return the upload slot of a place: by its requirement, else by the nearest section above."""
    name = bare(place)
    owner = name.partition(".")[0] if name not in rulebook.outline.sections else ""
    for slot in rulebook.slots:
        if {name, owner} & set(slot.requirements):
            return slot
    for section in rulebook.outline.lineage(section_of(rulebook, place)):
        for slot in rulebook.slots:
            if section.id in slot.sections:
                return slot
    return rulebook.slots[-1]


def check_place(rulebook: Rulebook, place: str, branches: tuple[str, ...]) -> None:
    """Refuse a place that is unknown, or whose branch is missing or unknown (WrongUse)."""
    axis = axis_of(rulebook, place)
    branch = branch_of(place)
    if place != within(bare(place), branch):
        raise WrongUse("law.place.unknown", place=place)
    if branch and (not axis or branch not in branches):
        raise WrongUse("law.place.no-branch", place=place, branch=branch)
    if axis and not branch and len(branches) > 1:
        examples = tuple(f"{bare(place)}[{name}]" for name in branches)
        raise WrongUse("law.place.choose-branch", place=place, choices=examples)
