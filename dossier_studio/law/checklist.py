"""The checklist: what this product needs, why, how sure we are, and where each line stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier_studio.core.dossier import (
    Decision,
    DecisionKind,
    DocumentKey,
    Dossier,
    bare,
    within,
)
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.law.fact import FactType, describe, typed
from dossier_studio.law.need import Open, Outcome, outcome, part_outcome, touched
from dossier_studio.law.rulebook import Citation, Need, Part, Requirement, Rulebook, Stop
from dossier_studio.law.standing import (
    SETTLED,
    Case,
    Standing,
    judged,
    placed_documents,
    standing_of_set,
    worst,
)

__all__ = ["Checklist", "Line", "Need", "Standing", "checklist"]


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement, part of a set (`parent` names the set), or instance in a named branch.

    `asks` are the facts whose answers would decide an undecided line; an undecided line that asks
    nothing waits for a person's judgement. `standing` is None where there is no dossier.
    """

    id: str
    parent: str
    title: Text
    sections: tuple[str, ...]
    need: Need
    standing: Standing | None
    because: Words
    asks: tuple[str, ...]
    confidence: Confidence
    citations: tuple[Citation, ...] = ()
    documents: tuple[DocumentKey, ...] = ()
    branch: str = ""
    certificate: bool = False
    deferrable: bool = False
    generated: str = ""
    decision: Decision | None = None

    @property
    def judgement_due(self) -> bool:
        """Whether only a person can say if it is needed."""
        return self.need is Need.UNDECIDED and not self.asks


@dataclass(frozen=True, slots=True)
class Checklist:
    """All lines of a rulebook for one set of answers, in the rulebook's order."""

    rulebook: str
    version: str
    answers: Mapping[str, str]
    notices: tuple[Text, ...]
    lines: tuple[Line, ...]
    stops: tuple[Stop, ...]

    @property
    def complete(self) -> bool:
        """Whether every required line is settled and none is undecided (design decision 2)."""
        return not self.stops and all(
            line.need is Need.NOT_NEEDED
            or (line.need is Need.REQUIRED and line.standing in SETTLED)
            for line in self.lines
        )

    def line(self, name: str) -> Line | None:
        """Return the line of an id, None when there is none."""
        return next((line for line in self.lines if line.id == name), None)


def checklist(
    rulebook: Rulebook, answers: Mapping[str, str], dossier: Dossier | None = None
) -> Checklist:
    """Return what this product needs, and with a dossier where each line stands.

    Raises WrongUse for an answer that is none.
    """
    return _Builder(rulebook, answers, dossier).checklist()


class _Builder:
    def __init__(
        self, rulebook: Rulebook, answers: Mapping[str, str], dossier: Dossier | None
    ) -> None:
        self._rulebook = rulebook
        self._said = {name: answers[name] for name in rulebook.facts if name in answers}
        self._answers = typed(rulebook.facts, self._said)
        self._dossier = dossier
        self._held: dict[str, list[DocumentKey]] = {}
        self._decisions = dossier.decisions if dossier else {}
        self._allowed = self._deferrable()
        excused = any(one.kind is DecisionKind.EXCUSED for one in self._decisions.values())
        self._excused = {
            fact.id: excused
            for fact in rulebook.facts.values()
            if fact.derived == "something-excused"
        }
        words = {name: "yes" if said else "no" for name, said in self._excused.items()}
        self._spoken = {**self._said, **words}

    def checklist(self) -> Checklist:
        rows = [
            (requirement, self._outcomes(requirement))
            for requirement in self._rulebook.requirements.values()
        ]
        asked = self._asked(rows)
        placed = placed_documents(self._rulebook, self._dossier, asked)
        for place, keys in placed.items():
            self._held.setdefault(bare(place), []).extend(keys)
        lines = [
            line
            for requirement, outcomes in rows
            for line in self._lines(requirement, outcomes, placed)
        ]
        return Checklist(
            rulebook=self._rulebook.id,
            version=self._rulebook.version,
            answers=self._said,
            notices=self._notices(),
            lines=tuple(lines),
            stops=tuple(
                stop for stop in self._rulebook.stops if stop.condition.judge(self._answers).truth
            ),
        )

    def _deferrable(self) -> frozenset[str]:
        return frozenset(
            name
            for deferral in self._rulebook.deferrals
            if deferral.condition.judge(self._answers).truth
            for name in deferral.requirements
        )

    def _notices(self) -> tuple[Text, ...]:
        stage = self._said.get(self._rulebook.stage_fact)
        return tuple(
            exemption.notice
            for exemption in self._rulebook.exemptions
            if exemption.stage in {"", stage} and exemption.condition.judge(self._answers).truth
        )

    def _outcomes(self, requirement: Requirement) -> dict[str, Outcome]:
        answers = {**self._answers, **self._derived(requirement)}
        row = outcome(self._rulebook, requirement, answers)
        found = {requirement.id: self._settled(row)}
        for part in requirement.parts:
            own = part_outcome(self._rulebook, part, answers, columns=requirement.columns, row=row)
            found[part.id] = self._settled(own)
        return found

    def _derived(self, requirement: Requirement) -> dict[str, bool]:
        found = dict(self._excused)
        for fact in self._rulebook.facts.values():
            if fact.derived == "change-touches":
                codes = self._codes()
                reach = None if codes is None else touched(self._rulebook, requirement, codes)
                if reach is not None:
                    found[fact.id] = reach
        return found

    def _codes(self) -> tuple[str, ...] | None:
        for fact in self._rulebook.facts.values():
            if fact.type is FactType.CODES:
                value = self._answers.get(fact.id)
                return value if isinstance(value, tuple) else None
        return None

    def _settled(self, found: Outcome) -> Outcome:
        """Name the change codes instead of the fact that is derived from them."""
        facts = self._rulebook.facts.values()
        codes = next((one.id for one in facts if one.type is FactType.CODES), "")
        behind = {fact.id: codes for fact in facts if fact.derived == "change-touches"}
        because = _named(found.because, behind)
        asks = tuple(name for name in _named(found.asks, behind) if name not in self._answers)
        if found.need is Need.UNDECIDED and found.asks and not asks:
            return replace(found, because=because, asks=(), open=Open.UNKNOWN_CHANGE)
        return replace(found, because=because, asks=asks)

    def _asked(self, rows: list[tuple[Requirement, dict[str, Outcome]]]) -> dict[str, list[str]]:
        """Return the lines that are or may be asked for at each section (sets by their parts)."""
        asked: dict[str, list[str]] = {}
        for requirement, outcomes in rows:
            owners = requirement.parts or (requirement,)
            for owner in owners:
                if self._may_be_asked(outcomes[owner.id], owner.id):
                    for section in owner.sections:
                        asked.setdefault(section, []).append(owner.id)
        return asked

    def _may_be_asked(self, found: Outcome, name: str) -> bool:
        decision = self._decisions.get(name)
        settled = found.need is Need.UNDECIDED and not found.asks
        if settled and decision and decision.kind is DecisionKind.NOT_NEEDED:
            return False
        return found.need is not Need.NOT_NEEDED

    def _lines(
        self,
        requirement: Requirement,
        outcomes: Mapping[str, Outcome],
        placed: Mapping[str, tuple[DocumentKey, ...]],
    ) -> list[Line]:
        parts = [
            self._line(requirement, part, outcomes[part.id], placed) for part in requirement.parts
        ]
        own = outcomes[requirement.id]
        names = self._branches(requirement)
        instances = [
            self._line(requirement, None, own, placed, branch=name)
            for name in (names if len(names) > 1 else ())
        ]
        bare_line = self._line(requirement, None, own, placed)
        if self._dossier and own.need is not Need.NOT_NEEDED and bare_line.decision is None:
            if parts:
                standing = standing_of_set([(one.need, one.standing) for one in parts])
                bare_line = replace(bare_line, standing=standing)
            elif instances:
                bare_line = replace(bare_line, standing=worst(line.standing for line in instances))
        return [bare_line, *parts, *instances]

    def _branches(self, requirement: Requirement) -> tuple[str, ...]:
        if self._dossier is None:
            return ("",)
        axes = {self._rulebook.outline.axis(section) for section in requirement.sections}
        axis = axes.pop() if len(axes) == 1 else ""
        return self._dossier.branch_names(axis) if axis else ("",)

    def _line(
        self,
        requirement: Requirement,
        part: Part | None,
        found: Outcome,
        placed: Mapping[str, tuple[DocumentKey, ...]],
        *,
        branch: str = "",
    ) -> Line:
        owner = part or requirement
        place = within(owner.id, branch)
        decision = self._decision(place, requirement.id, owner.id)
        documents = placed.get(place, ()) if branch else self._all_branches(owner.id)
        if not part:
            for other in requirement.met_by:
                documents += self._all_branches(other)
        deferrable = requirement.id in self._allowed
        generated = "" if part else requirement.generated
        waits_for_a_part = not part and bool(requirement.parts)
        case = Case(
            outcome=found,
            documents=() if waits_for_a_part else documents,
            decision=decision,
            deferrable=deferrable,
            generated=bool(generated),
            judge=requirement.judge,
            outside=requirement.outside,
        )
        need, standing = judged(case)
        return Line(
            id=place,
            parent=requirement.id if part or branch else "",
            title=owner.title,
            sections=owner.sections,
            need=need,
            standing=standing if self._dossier else None,
            because=self._because(replace(found, need=need), found, decision),
            asks=found.asks if need is Need.UNDECIDED else (),
            confidence=found.confidence,
            citations=found.citations or owner.citations or requirement.citations,
            documents=documents,
            branch=branch,
            certificate=owner.certificate,
            deferrable=deferrable,
            generated=generated,
            decision=decision,
        )

    def _decision(self, place: str, row: str, owner: str) -> Decision | None:
        for name in (place, owner, row):
            decision = self._decisions.get(name)
            if decision and (name != row or owner == row or _covers_parts(decision)):
                return decision
        return None

    def _all_branches(self, name: str) -> tuple[DocumentKey, ...]:
        return tuple(self._held.get(name, ()))

    def _because(self, shown: Outcome, found: Outcome, decision: Decision | None) -> Words:
        if decision and shown.need is not found.need:
            return Message(
                f"law.because.judged-{decision.kind}",
                {"by": decision.by, "reason": decision.reason},
            )
        reasons = tuple(
            describe(self._rulebook.facts[name], self._spoken[name])
            for name in found.because
            if name in self._spoken
        )
        if found.need is Need.UNDECIDED:
            return self._undecided(found)
        if not reasons:
            return Message(f"law.because.always-{found.need}")
        return Message(f"law.because.{found.need}", {"reasons": reasons})

    def _undecided(self, found: Outcome) -> Words:
        if found.asks:
            facts = self._rulebook.facts
            questions = tuple(facts[name].short or facts[name].title for name in found.asks)
            return Message("law.because.asks", {"questions": questions})
        return Message(f"law.because.{found.open or Open.NOT_FOUND}")


def _covers_parts(decision: Decision) -> bool:
    return decision.kind in {DecisionKind.EXCUSED, DecisionKind.DEFERRED}


def _named(names: tuple[str, ...], behind: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in names if (name := behind.get(one, one))))
