"""Where a line stands, given what was filed and what a person decided (design section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.core.dossier import (
    Decision,
    DecisionKind,
    DocumentKey,
    Dossier,
    bare,
    branch_of,
    within,
)
from dossier_studio.law import placement
from dossier_studio.law.need import Outcome
from dossier_studio.law.rulebook import Need, Rulebook


class Standing(StrEnum):
    """Where a requirement stands."""

    MET = "met"
    UNMET = "unmet"
    DEFERRED = "deferred"
    EXCUSED = "excused"
    TO_BE_JUDGED = "to-be-judged"
    JUDGED = "judged"


SETTLED = frozenset({Standing.MET, Standing.DEFERRED, Standing.EXCUSED, Standing.JUDGED})
"""A required line that stands so is complete (design decision 2)."""

ORDER = (
    Standing.UNMET,
    Standing.TO_BE_JUDGED,
    Standing.DEFERRED,
    Standing.EXCUSED,
    Standing.JUDGED,
    Standing.MET,
)


@dataclass(frozen=True, slots=True)
class Case:
    """What decides the standing of one line."""

    outcome: Outcome
    documents: tuple[DocumentKey, ...]
    decision: Decision | None
    deferrable: bool
    generated: bool
    judge: str
    outside: bool = False


def judged(case: Case) -> tuple[Need, Standing | None]:
    """Return need and standing; no standing where nothing is asked and nothing lies there."""
    kind = case.decision.kind if case.decision else None
    need = case.outcome.need
    if need is Need.UNDECIDED and not case.outcome.asks:
        if kind is DecisionKind.NEEDED:
            need = Need.REQUIRED
        elif kind is DecisionKind.NOT_NEEDED:
            return Need.NOT_NEEDED, Standing.JUDGED
        else:
            return need, Standing.TO_BE_JUDGED
    if need is Need.NOT_NEEDED:
        return need, Standing.MET if case.documents else None
    return need, _required(case, kind)


def _required(case: Case, kind: DecisionKind | None) -> Standing:
    if kind is DecisionKind.ACCEPTED:
        return Standing.JUDGED
    if case.documents or case.generated:
        return Standing.TO_BE_JUDGED if case.judge == "person" else Standing.MET
    if kind is DecisionKind.EXCUSED:
        return Standing.EXCUSED
    if kind is DecisionKind.DEFERRED and case.deferrable:
        return Standing.DEFERRED
    return Standing.TO_BE_JUDGED if case.outside else Standing.UNMET


def worst(standings: Iterable[Standing | None]) -> Standing:
    """Return the standing that holds several back the most."""
    found = {standing for standing in standings if standing}
    return next((standing for standing in ORDER if standing in found), Standing.MET)


def standing_of_set(parts: Sequence[tuple[Need, Standing | None]]) -> Standing:
    """Return the standing of a set: met when every required part is met."""
    required = [standing for need, standing in parts if need is Need.REQUIRED]
    if required:
        return worst(required)
    undecided = any(need is Need.UNDECIDED for need, _ in parts)
    return Standing.TO_BE_JUDGED if undecided else Standing.MET


def placed_documents(
    rulebook: Rulebook, dossier: Dossier | None, asked: Mapping[str, Sequence[str]]
) -> dict[str, tuple[DocumentKey, ...]]:
    """Return the documents that count for each line, by the line's place.

    A document at a section counts where exactly one line is asked for there (or, where no line
    names the section, at the nearest one above it); otherwise it waits for a choice. A document at
    a set's own name waits for a part.
    """
    found: dict[str, list[DocumentKey]] = {}
    named = placement.named_sections(rulebook)
    for document in dossier.documents if dossier else ():
        place: str = document.place
        if bare(place) in rulebook.outline.sections:
            section = placement.governing(rulebook, bare(place), named)
            owners = asked.get(section, ())
            owner = owners[0] if len(owners) == 1 else None
            if owner is None:
                continue
            place = within(owner, branch_of(place))
        found.setdefault(place, []).append(document.key)
    return {place: tuple(keys) for place, keys in found.items()}
