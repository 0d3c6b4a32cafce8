"""Conditions of the law: a small language, checked when loaded, three-valued when evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from dossier_studio.law.fact import Answered

Literal: TypeAlias = "str | date | Decimal"


@dataclass(frozen=True, slots=True)
class Verdict:
    """True, False or unknown (None), the facts that decided it, and those that are missing."""

    truth: bool | None
    because: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsYes:
    """A yes-or-no fact by its name."""

    fact: str

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return whether the answer is yes."""
        return _answered(self, answers, lambda value: value is True)


@dataclass(frozen=True, slots=True)
class Compare:
    """A fact beside a literal: == != < <= > >=."""

    fact: str
    operator: str
    literal: Literal

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return whether the comparison holds."""
        return _answered(self, answers, self._holds)

    def _holds(self, value: Answered) -> bool:
        # The loader has checked that both sides have one type.
        left, right = value, self.literal
        match self.operator:
            case "==":
                return left == right
            case "!=":
                return left != right
            case "<":
                return left < right  # type: ignore[operator]  # one type, checked when loaded
            case "<=":
                return left <= right  # type: ignore[operator]  # one type, checked when loaded
            case ">":
                return left > right  # type: ignore[operator]  # one type, checked when loaded
            case _:
                return left >= right  # type: ignore[operator]  # one type, checked when loaded


@dataclass(frozen=True, slots=True)
class OneOf:
    """A fact whose answer is among literals."""

    fact: str
    literals: tuple[Literal, ...]

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return whether the answer is one of them."""
        return _answered(self, answers, lambda value: value in self.literals)


@dataclass(frozen=True, slots=True)
class Holds:
    """A literal that is among the codes of a fact."""

    fact: str
    literal: str

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return whether the codes hold it."""
        return _answered(
            self, answers, lambda value: isinstance(value, tuple) and self.literal in value
        )


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    operand: Expression

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return the opposite; unknown stays unknown."""
        verdict = self.operand.judge(answers)
        truth = None if verdict.truth is None else not verdict.truth
        return Verdict(truth, verdict.because, verdict.asks)


@dataclass(frozen=True, slots=True)
class All:
    """Every operand holds."""

    operands: tuple[Expression, ...]

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return False as soon as one is False, whatever is unknown."""
        return _combined([operand.judge(answers) for operand in self.operands], deciding=False)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one operand holds."""

    operands: tuple[Expression, ...]

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return True as soon as one is True, whatever is unknown."""
        return _combined([operand.judge(answers) for operand in self.operands], deciding=True)


@dataclass(frozen=True, slots=True)
class Assumed:
    """An operand that counts as `value` while it is unknown."""

    operand: Expression
    value: bool

    def judge(self, answers: Mapping[str, Answered]) -> Verdict:
        """Return the operand's verdict, or the assumption."""
        verdict = self.operand.judge(answers)
        return verdict if verdict.truth is not None else Verdict(self.value)


Expression: TypeAlias = "IsYes | Compare | OneOf | Holds | Not | All | Any | Assumed"


def _answered(
    atom: IsYes | Compare | OneOf | Holds,
    answers: Mapping[str, Answered],
    holds: Callable[[Answered], bool],
) -> Verdict:
    value = answers.get(atom.fact)
    if value is None:
        return Verdict(None, asks=(atom.fact,))
    return Verdict(holds(value), because=(atom.fact,))


def _combined(verdicts: list[Verdict], *, deciding: bool) -> Verdict:
    for verdict in verdicts:
        if verdict.truth is deciding:
            return verdict
    unknown = [verdict for verdict in verdicts if verdict.truth is None]
    if unknown:
        return Verdict(None, asks=_union(verdict.asks for verdict in unknown))
    return Verdict(not deciding, because=_union(verdict.because for verdict in verdicts))


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def facts_of(expression: Expression) -> tuple[str, ...]:
    """Return the facts that an expression reads, in order of mention."""
    match expression:
        case Not(operand) | Assumed(operand, _):
            return facts_of(operand)
        case All(operands) | Any(operands):
            return _union(facts_of(operand) for operand in operands)
        case _:
            return (expression.fact,)
