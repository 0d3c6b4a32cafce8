"""Decides, for one set of answers, whether a document is asked for, why, and what is unanswered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dossier_studio.core.finding import Confidence
from dossier_studio.law.condition import Verdict
from dossier_studio.law.fact import FILING_DATE, Answered, FactType
from dossier_studio.law.outline import Outline
from dossier_studio.law.rulebook import Citation, Need, Part, Requirement, Rulebook, Ruling

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

    An unanswered stage or column is tried with every value: what they agree on is decided. A row
    that names a stage for that case is judged at that one.
    """
    stage = answers.get(rulebook.stage_fact) or requirement.unstaged or None
    stages = (str(stage),) if stage is not None else rulebook.stages
    tried = [_at_stage(rulebook, requirement, answers, one) for one in stages]
    if stage is not None:
        return tried[0]
    return _agreed(tried, rulebook.stage_fact)


def part_outcome(
    rulebook: Rulebook, part: Part, answers: Answers, *, columns: str, row: Outcome
) -> Outcome:
    """Return whether a part of a set is asked for: never when its row is not."""
    if row.need is Need.NOT_NEEDED:
        return row
    own = _tried(
        rulebook,
        answers,
        columns,
        lambda said: _cell(part.rulings, said, columns=columns, when_open=Open.IF_NEEDED),
    )
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
    """Judge by the fact that chooses the cell, or by the other scheme's when only that is answered.

    With neither answered, what both agree on is decided.
    """
    answers = {**answers, rulebook.stage_fact: stage}
    facts = [fact for fact in (requirement.columns, requirement.else_columns) if fact]
    chosen = [fact for fact in facts if fact in answers][:1] or facts

    def by(columns: str) -> Outcome:
        def judge(said: Answers) -> Outcome:
            found = _cell(requirement.rulings, said, columns=columns, when_open=Open.NOT_FOUND)
            held = _held(rulebook, requirement, said, stage)
            return _staged(found, held, open_here=stage in requirement.open_at)

        if (
            _same_everywhere(requirement.rulings)
            and not _held(rulebook, requirement, answers, stage).asks
        ):
            return judge(answers)
        return _tried(rulebook, answers, columns, judge)

    tried = [by(fact) for fact in reversed(chosen)]
    return tried[0] if len(tried) == 1 else _agreed(tried, chosen[-1])


def _staged(found: Outcome, held: Verdict, *, open_here: bool) -> Outcome:
    """Return what a cell comes to, given whether its row is held at this stage and on this day."""
    if held.truth is False or found.need is Need.NOT_NEEDED:
        because = held.because if held.truth is False else found.because
        return replace(found, need=Need.NOT_NEEDED, because=because, asks=(), open=None)
    if open_here:
        found = replace(found, need=Need.UNDECIDED, asks=(), open=Open.WHEN_NEEDED)
    if held.asks:
        return replace(found, need=Need.UNDECIDED, asks=_union((held.asks, found.asks)))
    return found


def _held(rulebook: Rulebook, requirement: Requirement, answers: Answers, stage: str) -> Verdict:
    """Judge, before any cell is read, whether the row is asked at this stage and on this day."""
    asks: tuple[str, ...] = ()
    for exemption in rulebook.exemptions:
        if exemption.stage in {"", stage}:
            verdict = exemption.condition.judge(answers)
            if verdict.truth:
                return Verdict(
                    truth=False, because=_union(((rulebook.stage_fact,), verdict.because))
                )
            asks = _union((asks, verdict.asks))
    if requirement.stages and stage not in requirement.stages:
        return Verdict(truth=False, because=(rulebook.stage_fact,))
    in_force = _in_force(requirement, answers)
    if in_force.truth is False:
        return in_force
    asks = _union((asks, in_force.asks))
    return Verdict(None if asks else True, (), asks)


def _in_force(requirement: Requirement, answers: Answers) -> Verdict:
    """Judge the row's dates against the filing date: a superseded row is not asked."""
    begins, ends = requirement.valid_from, requirement.valid_to
    if begins is None and ends is None:
        return Verdict(truth=True)
    day = answers.get(FILING_DATE)
    if not isinstance(day, date):
        return Verdict(None, asks=(FILING_DATE,))
    return Verdict((begins or day) <= day <= (ends or day), (FILING_DATE,))


def _tried(
    rulebook: Rulebook, answers: Answers, fact: str, judge: Callable[[Answers], Outcome]
) -> Outcome:
    """Judge with the answer to a fact, or with every one it may have: what they agree on holds."""
    if fact in answers:
        return judge(answers)
    yes_no = rulebook.facts[fact].type is FactType.YES_NO
    values: list[Answered] = [value.key for value in rulebook.facts[fact].values]
    tried = [judge({**answers, fact: value}) for value in ([True, False] if yes_no else values)]
    return _agreed(tried, fact)


def _same_everywhere(rulings: tuple[Ruling, ...]) -> bool:
    return len(rulings) == 1 and rulings[0].columns is None


def _cell(
    rulings: tuple[Ruling, ...], answers: Answers, *, columns: str, when_open: Open
) -> Outcome:
    if _same_everywhere(rulings):
        return _ruled(rulings[0], answers, columns, when_open)
    return _ruled(_ruling(rulings, _key(answers[columns])), answers, columns, when_open)


def _key(value: Answered) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _ruling(rulings: tuple[Ruling, ...], column: str) -> Ruling:
    return next(one for one in rulings if one.columns is None or column in one.columns)


def _ruled(ruling: Ruling, answers: Answers, columns: str, when_open: Open) -> Outcome:
    """Judge one cell; under a condition it holds only where that does, else nothing is asked."""
    by = () if ruling.columns is None else (columns,)
    verdict = ruling.condition.judge(answers) if ruling.condition else Verdict(truth=True)
    if verdict.truth is None:
        reason = None if verdict.asks else Open.UNKNOWN_CHANGE
        return Outcome(
            Need.UNDECIDED, ruling.confidence, by, verdict.asks, reason, ruling.citations
        )
    need = ruling.need if verdict.truth else Need.NOT_NEEDED
    reason = when_open if need is Need.UNDECIDED else None
    because = _union((by, verdict.because))
    return Outcome(need, ruling.confidence, because, (), reason, ruling.citations)


def _agreed(tried: list[Outcome], fact: str) -> Outcome:
    """Return what all values of an unanswered fact agree on; where they differ, it is asked."""
    confidence = min((one.confidence for one in tried), key=WEIGHT.__getitem__)
    shared = tuple(
        name
        for name in tried[0].because
        if name != fact and all(name in one.because for one in tried)
    )
    if len({(one.need, one.asks) for one in tried}) == 1:
        return replace(tried[0], confidence=confidence, because=shared, citations=())
    asks = _union(((fact,), *(one.asks for one in tried)))
    return Outcome(Need.UNDECIDED, confidence, shared, asks)


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
