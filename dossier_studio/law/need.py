"""Decides, for one set of answers, whether a document is asked for, why, and what is unanswered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from dossier_studio.core.finding import Confidence
from dossier_studio.law.fact import Answered, FactType
from dossier_studio.law.outline import Outline
from dossier_studio.law.rulebook import Citation, Need, Requirement, Rulebook, Ruling

WEIGHT = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


class Open(StrEnum):
    """Why an undecided line asks nothing: only a person can settle it."""

    NOT_FOUND = "not-found"
    IF_NEEDED = "if-needed"
    WHEN_NEEDED = "when-needed"
    UNKNOWN_CHANGE = "unknown-change"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a line is asked for; the facts that decided it; those that would; how sure."""

    need: Need
    confidence: Confidence
    because: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    open: Open | None = None
    citations: tuple[Citation, ...] = ()


Answers = Mapping[str, Answered]


def outcome(rulebook: Rulebook, requirement: Requirement, answers: Answers) -> Outcome:
    """Return whether a requirement is asked for.

    An unanswered stage or column is tried with every value: what they agree on is decided.
    """
    stage = answers.get(rulebook.stage_fact)
    stages = (str(stage),) if stage is not None else rulebook.stages
    tried = [_at_stage(rulebook, requirement, answers, one) for one in stages]
    if stage is not None:
        return tried[0]
    return _agreed(tried, rulebook.stage_fact)


def part_outcome(
    rulebook: Rulebook, row: Outcome, columns: str, rulings: tuple[Ruling, ...], answers: Answers
) -> Outcome:
    """Return whether a part of a set is asked for: never when its row is not."""
    if row.need is Need.NOT_NEEDED:
        return row
    own = _by_column(rulebook, columns, rulings, answers, Open.IF_NEEDED)
    if own.need is Need.NOT_NEEDED or row.need is Need.REQUIRED:
        return replace(own, because=_union((row.because, own.because)))
    return replace(
        own, need=Need.UNDECIDED, asks=_union((row.asks, own.asks)), open=row.open or own.open
    )


def touched(rulebook: Rulebook, requirement: Requirement, codes: tuple[str, ...]) -> bool | None:
    """Return whether these changes touch a requirement; None when a code's reach is not known."""
    own = requirement.touched_by or requirement.sections
    for code in codes:
        if any(
            _meet(rulebook.outline, touch, place)
            for touch in rulebook.changes[code].touches
            for place in own
        ):
            return True
    return False if all(rulebook.changes[code].known for code in codes) else None


def _meet(outline: Outline, one: str, other: str) -> bool:
    lineage = {section.id for section in outline.lineage(one)}
    return other in lineage or one in {section.id for section in outline.lineage(other)}


def _at_stage(
    rulebook: Rulebook, requirement: Requirement, answers: Answers, stage: str
) -> Outcome:
    answers = {**answers, rulebook.stage_fact: stage}
    waiting: tuple[str, ...] = ()
    for exemption in rulebook.exemptions:
        if exemption.stage in {"", stage}:
            verdict = exemption.condition.judge(answers)
            if verdict.truth:
                because = _union(((rulebook.stage_fact,), verdict.because))
                return Outcome(Need.NOT_NEEDED, requirement_confidence(requirement), because)
            if verdict.truth is None:
                waiting = _union((waiting, verdict.asks))
    if requirement.stages and stage not in requirement.stages:
        because = (rulebook.stage_fact,)
        return Outcome(Need.NOT_NEEDED, requirement_confidence(requirement), because)
    found = _by_column(rulebook, requirement.columns, requirement.rulings, answers, Open.NOT_FOUND)
    if found.need is Need.NOT_NEEDED:
        return found
    if stage in requirement.open_at:
        found = replace(found, need=Need.UNDECIDED, asks=(), open=Open.WHEN_NEEDED)
    if waiting:
        return replace(found, need=Need.UNDECIDED, asks=_union((waiting, found.asks)))
    return found


def requirement_confidence(requirement: Requirement) -> Confidence:
    """Return the mark of a row: the lowest of its cells'."""
    return min((ruling.confidence for ruling in requirement.rulings), key=WEIGHT.__getitem__)


def _by_column(
    rulebook: Rulebook,
    columns: str,
    rulings: tuple[Ruling, ...],
    answers: Answers,
    when_open: Open,
) -> Outcome:
    chosen = answers.get(columns)
    if len(rulings) == 1 and rulings[0].columns is None:
        return _ruled(rulings[0], answers, columns, when_open)
    if chosen is not None:
        key = _key(chosen)
        return _ruled(_ruling(rulings, key), answers, columns, when_open)
    fact = rulebook.facts[columns]
    yes_no = fact.type is FactType.YES_NO
    keys = ("yes", "no") if yes_no else tuple(value.key for value in fact.values)
    tried = [
        _ruled(
            _ruling(rulings, key),
            {**answers, columns: key == "yes" if yes_no else key},
            columns,
            when_open,
        )
        for key in keys
    ]
    return _agreed(tried, columns)


def _key(value: Answered) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _ruling(rulings: tuple[Ruling, ...], column: str) -> Ruling:
    return next(one for one in rulings if one.columns is None or column in one.columns)


def _ruled(ruling: Ruling, answers: Answers, columns: str, when_open: Open) -> Outcome:
    by = () if ruling.columns is None else (columns,)
    if ruling.need is not Need.REQUIRED:
        reason = when_open if ruling.need is Need.UNDECIDED else None
        return Outcome(ruling.need, ruling.confidence, by, (), reason, ruling.citations)
    if ruling.condition is None:
        return Outcome(Need.REQUIRED, ruling.confidence, by, citations=ruling.citations)
    verdict = ruling.condition.judge(answers)
    if verdict.truth is None:
        reason = None if verdict.asks else Open.UNKNOWN_CHANGE
        return Outcome(
            Need.UNDECIDED, ruling.confidence, by, verdict.asks, reason, ruling.citations
        )
    need = Need.REQUIRED if verdict.truth else Need.NOT_NEEDED
    return Outcome(
        need, ruling.confidence, _union((by, verdict.because)), citations=ruling.citations
    )


def _agreed(tried: list[Outcome], fact: str) -> Outcome:
    needs = {one.need for one in tried}
    confidence = min((one.confidence for one in tried), key=WEIGHT.__getitem__)
    shared = tuple(
        name
        for name in tried[0].because
        if name != fact and all(name in one.because for one in tried)
    )
    if len(needs) == 1 and Need.UNDECIDED not in needs:
        return Outcome(tried[0].need, confidence, shared)
    asks = _union(one.asks for one in tried)
    if len(needs) == 1 and not asks:
        return Outcome(Need.UNDECIDED, confidence, shared, (), tried[0].open)
    return Outcome(Need.UNDECIDED, confidence, shared, _union(((fact,), asks)))


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
