"""Calculates local content (TKDN) exactly: claimed, evidenced, and by every rule set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message, Parameter, Words
from dossier_studio.law.tkdn_rules import WHOLE, Item, LocalContent, RuleSet

PLACES = 4
"""Decimals of a value that does not end; it is rounded half up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a self-assessment.

    `in_indonesia` and `share` (percent of its item) are None where nobody has said so. `evidence`
    names the papers of a criterion; under "" those of the line as a whole. `number` is its place
    in the form, from 1.
    """

    number: int
    item: str
    name: str
    performed: bool
    criteria: frozenset[str]
    in_indonesia: bool | None = None
    share: Fraction | None = None
    evidence: Mapping[str, tuple[str, ...]] | None = None

    @property
    def evidenced(self) -> Line:
        """The line with what papers support; without any it counts as foreign."""
        papers = self.evidence or {}
        backed = self.criteria if papers.get("") else self.criteria & papers.keys()
        return replace(self, criteria=backed, in_indonesia=self.in_indonesia if papers else False)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A self-assessment: the rule set of its claim, what the product is, and its lines."""

    rule_set: str
    lines: tuple[Line, ...]
    product: Mapping[str, str]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemScore:
    """Score of an item in percent, its points of the whole, and the scores of its lines."""

    item: Item
    score: Fraction
    points: Fraction
    lines: tuple[tuple[Line, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Value:
    """The value by one rule set: total, and for each component its percentage and its points."""

    rule_set: RuleSet
    total: Fraction
    scores: Mapping[str, Fraction]
    points: Mapping[str, Fraction]
    items: tuple[ItemScore, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value claimed and the value evidenced, by the chosen rule set and by all of them.

    A rule set for which the lines do not say enough has the value None, and a notice says why.
    """

    claimed: Value
    evidenced: Value
    by_rule_set: Mapping[str, Value | None]
    evidenced_by_rule_set: Mapping[str, Value | None]
    notices: tuple[Words, ...]


def calculate(rules: LocalContent, assessment: Assessment) -> Outcome:
    """Return the value of a self-assessment.

    Raises WrongUse for an item without lines, or lines that the chosen rule set cannot score.
    """
    chosen = rules.rule_set(assessment.rule_set)
    lines = assessment.lines
    missing = tuple(item for item in rules.items if item not in {line.item for line in lines})
    if missing:
        raise WrongUse("tkdn.missing-items", items=missing)
    backed = tuple(line.evidenced for line in lines)
    claimed, evidenced = value(rules, chosen, lines), value(rules, chosen, backed)
    notices: list[Words] = list(_notices(rules, assessment))
    by_rule_set: dict[str, Value | None] = {}
    evidenced_by: dict[str, Value | None] = {}
    for name, one in rules.rule_sets.items():
        try:
            by_rule_set[name] = value(rules, one, lines)
            evidenced_by[name] = value(rules, one, backed)
        except WrongUse as refusal:
            by_rule_set[name] = evidenced_by[name] = None
            notices.append(
                Message("tkdn.notice.no-value", {"rule_set": name, "reason": refusal.message})
            )
    return Outcome(claimed, evidenced, by_rule_set, evidenced_by, tuple(notices))


def value(rules: LocalContent, rule_set: RuleSet, lines: Sequence[Line]) -> Value:
    """Return the value of lines by one rule set; raises WrongUse when shares do not add up."""
    scored: list[ItemScore] = []
    scores: dict[str, Fraction] = {}
    points: dict[str, Fraction] = {}
    for component in rules.components:
        items = [
            _item(item, component.weight, rule_set, [one for one in lines if one.item == item.id])
            for item in component.items
        ]
        scored += items
        points[component.key] = sum((one.points for one in items), Fraction())
        scores[component.key] = points[component.key] * WHOLE / component.weight
    return Value(rule_set, sum(points.values(), Fraction()), scores, points, tuple(scored))


def _item(item: Item, weight: Fraction, rule_set: RuleSet, lines: Sequence[Line]) -> ItemScore:
    found = [(line, _score(item, rule_set, line)) for line in lines]
    if rule_set.by_share:
        shares = _shares(item, lines)
        score = sum((one[1] * share for one, share in zip(found, shares, strict=True)), Fraction())
        score /= WHOLE
    else:
        score = sum((one[1] for one in found), Fraction()) / len(found)
    return ItemScore(item, score, score * item.weight * weight / WHOLE**2, tuple(found))


def _score(item: Item, rule_set: RuleSet, line: Line) -> Fraction:
    if not line.performed:
        return rule_set.not_performed
    if rule_set.base and not line.in_indonesia:
        return rule_set.without_base
    scale = rule_set.scales[item.kind]
    return scale.scores[len(line.criteria & scale.criteria)]


def _shares(item: Item, lines: Sequence[Line]) -> list[Fraction]:
    if len(lines) == 1 and lines[0].share is None:
        return [Fraction(WHOLE)]
    shares = [line.share for line in lines]
    given = [share for share in shares if share is not None]
    if len(given) < len(shares):
        raise WrongUse("tkdn.no-share", item=item.id)
    if sum(given) != WHOLE:
        raise WrongUse("tkdn.shares", item=item.id, total=written(sum(given, Fraction())))
    return given


def _notices(rules: LocalContent, assessment: Assessment) -> Iterable[Words]:
    for rule_set in rules.rule_sets.values():
        if rule_set.notice is not None:
            said: dict[str, Parameter] = {"rule_set": rule_set.id, "notice": rule_set.notice}
            yield Message("tkdn.notice.rule-set", said)
    for line in assessment.lines:
        if not line.performed and line.criteria:
            yield _about(line, "not-performed")
    for rule_set in rules.rule_sets.values():
        if rule_set.base:
            yield from _without_base(rule_set, assessment.lines)
    if assessment.ignored:
        yield Message("tkdn.notice.ignored", {"names": assessment.ignored})


def _without_base(rule_set: RuleSet, lines: Iterable[Line]) -> Iterable[Words]:
    silent = tuple(line.number for line in lines if line.performed and line.in_indonesia is None)
    if silent:
        said: dict[str, Parameter] = {"lines": silent, "rule_set": rule_set.id}
        yield Message("tkdn.notice.no-base", said)
    for line in lines:
        if line.performed and line.in_indonesia is False and line.criteria:
            yield _about(line, "abroad", rule_set.id)


def _about(line: Line, key: str, rule_set: str = "") -> Message:
    said: dict[str, Parameter] = {"line": line.number, "item": line.item, "rule_set": rule_set}
    return Message(f"tkdn.notice.{key}", said)


def written(number: Fraction) -> str:
    """Return a number exactly, with one decimal at least; one that does not end is rounded."""
    digits, rest = 0, number.denominator
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    if rest != 1:
        digits = PLACES
    whole = (number * 10**digits * 2 + 1) // 2  # half up; exact where it ends
    text = f"{whole:0{digits + 1}d}"
    before, after = (text[:-digits], text[-digits:]) if digits else (text, "")
    return f"{before}.{after.rstrip('0') or '0'}"
