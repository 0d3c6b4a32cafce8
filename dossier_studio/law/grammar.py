"""Reads a condition's text: Python's own expression syntax, walked against an allow-list.

Nothing is ever evaluated by Python. Grammar: facts, named conditions, texts, decimals, `and or
not`, `== != < <= > >=`, `in (…)`. Every name is a declared fact or condition, both sides of a
comparison have one type, and the whole is yes or no; whatever else stands there is a mistake that
is reported in a sentence when the rulebook is loaded. A fact whose name is a word of the syntax
is written with an underscore behind it: class_.
"""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from dossier_studio.core.text import Choice, Message, Parameter
from dossier_studio.law.condition import (
    All,
    Any,
    Compare,
    Expression,
    Holds,
    IsYes,
    Literal,
    Not,
    OneOf,
)
from dossier_studio.law.fact import Fact, FactType

LONGEST = 2_000
OPERATORS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


class Mistake(ValueError):
    """What is wrong with a condition, as a message."""

    def __init__(self, key: str, **parameters: Parameter) -> None:
        super().__init__(key)
        self.message = Message(f"law.condition.{key}", parameters)


def parse(text: str, facts: Mapping[str, Fact], conditions: Mapping[str, Expression]) -> Expression:
    """Return the expression that a text stands for; raises Mistake."""
    if len(text) > LONGEST:
        raise Mistake("too-long", limit=LONGEST)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python only doubts is refused below, or harmless
            tree = ast.parse(text.strip(), mode="eval")
        return _Reader(text, facts, conditions).read(tree.body)
    except Mistake:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Mistake("syntax", text=text) from None


class _Reader:
    def __init__(
        self, text: str, facts: Mapping[str, Fact], conditions: Mapping[str, Expression]
    ) -> None:
        self._text = text
        self._facts = {
            f"{name}_" if keyword.iskeyword(name) else name: fact for name, fact in facts.items()
        }
        self._conditions = conditions

    def read(self, node: ast.expr) -> Expression:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return All(tuple(self.read(value) for value in values))
            case ast.BoolOp(values=values):
                return Any(tuple(self.read(value) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.read(operand))
            case ast.Name(id=name):
                return self._named(name)
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                return self._comparison(left, operator, right)
            case ast.Compare():
                raise Mistake("chain", text=self._text)
            case _:
                raise Mistake("not-allowed", text=ast.unparse(node))

    def _named(self, name: str) -> Expression:
        if name in self._conditions:
            return self._conditions[name]
        fact = self._fact(name)
        if fact.type is not FactType.YES_NO:
            raise Mistake("not-yes-no", fact=name)
        return IsYes(fact.id)

    def _fact(self, name: str) -> Fact:
        if name not in self._facts:
            raise Mistake("unknown-fact", fact=name)
        return self._facts[name]

    def _comparison(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Expression:
        match operator, left, right:
            case ((ast.In() | ast.NotIn()), ast.Name(id=name), (ast.Tuple() | ast.List())):
                fact = self._fact(name)
                if fact.type in {FactType.YES_NO, FactType.CODES}:
                    raise Mistake("no-comparison", fact=name)
                if not right.elts:
                    raise Mistake("in", text=self._text)
                literals = tuple(self._literal(item, fact) for item in right.elts)
                found: Expression = OneOf(fact.id, literals)
            case ((ast.In() | ast.NotIn()), ast.Constant(value=str(code)), ast.Name(id=name)):
                found = self._held(code, name)
            case ((ast.In() | ast.NotIn()), _, _):
                raise Mistake("in", text=self._text)
            case _, ast.Name(id=name), _:
                return self._compared(name, operator, right)
            case _:
                raise Mistake("left-side", text=self._text)
        return Not(found) if isinstance(operator, ast.NotIn) else found

    def _compared(self, name: str, operator: ast.cmpop, right: ast.expr) -> Expression:
        fact = self._fact(name)
        sign = OPERATORS.get(type(operator))
        if sign is None:
            raise Mistake("not-allowed", text=self._text)
        if fact.type in {FactType.YES_NO, FactType.CODES}:
            raise Mistake("no-comparison", fact=name)
        ordered = {FactType.DATE, FactType.DECIMAL}
        if sign not in {"==", "!="} and fact.type not in ordered:
            raise Mistake("no-order", fact=name)
        return Compare(fact.id, sign, self._literal(right, fact))

    def _held(self, code: str, name: str) -> Expression:
        fact = self._fact(name)
        if fact.type is not FactType.CODES:
            raise Mistake("no-codes", fact=name)
        self._allowed(code, fact)
        return Holds(fact.id, code)

    def _literal(self, node: ast.expr, fact: Fact) -> Literal:
        match node, fact.type:
            case ast.Constant(value=str(text)), FactType.CHOICE:
                self._allowed(text, fact)
                return text
            case ast.Constant(value=str(text)), FactType.TEXT:
                return text
            case ast.Constant(value=str(text)), FactType.DATE:
                return _day(text)
            case ast.Constant(value=bool()), _:
                pass
            case ast.Constant(value=int() | float()), FactType.DECIMAL:
                return self._number(node, fact)
        raise Mistake("type", fact=fact.id, text=ast.unparse(node))

    def _number(self, node: ast.expr, fact: Fact) -> Decimal:
        written = ast.get_source_segment(self._text.strip(), node) or ""
        try:
            return Decimal(written)
        except InvalidOperation:
            raise Mistake("type", fact=fact.id, text=written) from None

    def _allowed(self, text: str, fact: Fact) -> None:
        allowed = tuple(value.key for value in fact.values)
        if allowed and text not in allowed:
            raise Mistake("value", fact=fact.id, value=text, allowed=Choice(allowed))


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Mistake("date", text=text)
