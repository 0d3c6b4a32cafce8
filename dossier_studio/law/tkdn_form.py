"""Reads a self-assessment of local content from JSON, and refuses what makes no sense in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from dossier_studio.core.errors import Unreadable, WrongUse
from dossier_studio.core.text import Choice, Parameter
from dossier_studio.law.tkdn import Assessment, Line
from dossier_studio.law.tkdn_rules import WHOLE, LocalContent

LARGEST = 10_000_000
"""Bytes; a self-assessment of a thousand lines is far smaller."""

LINE = frozenset("item name performed in_indonesia share criteria evidence".split())
KEPT = frozenset("note origin_country producer_tier specification supplier".split())
"""Fields of the verifier's form that a line may carry and that decide nothing."""

FORM = frozenset({"rule_set", "lines", "product"})
SHARE = re.compile(r"\d{1,3}([.,]\d{1,18})?")


def assessment(data: bytes, rules: LocalContent, name: str) -> Assessment:
    """Return the self-assessment that a file holds.

    Raises Unreadable when it is no JSON, WrongUse when its content makes no sense; `name` is the
    file's name, for the refusal.
    """
    form = _mapping(_json(data, name), "tkdn.form")
    rule_set = form.get("rule_set", rules.usual)
    if not isinstance(rule_set, str):
        raise WrongUse("tkdn.field", field="rule_set", wanted=Choice(tuple(rules.rule_sets)))
    rules.rule_set(rule_set)
    lines = form.get("lines")
    if not isinstance(lines, list) or not lines:
        raise WrongUse("tkdn.no-lines")
    read = tuple(_Reader(number, one, rules).line() for number, one in enumerate(lines, start=1))
    unknown = {key for one in lines for key in one if key not in LINE | KEPT}
    ignored = tuple(sorted(unknown | (form.keys() - FORM)))
    return Assessment(rule_set, read, _product(form.get("product", {})), ignored)


def _json(data: bytes, name: str) -> object:
    if len(data) > LARGEST:
        raise Unreadable("tkdn.too-large", file=name)
    try:
        return json.loads(data, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unreadable("tkdn.no-json", file=name) from None


def _no_number(said: str) -> NoReturn:
    raise ValueError(said)


def _mapping(value: object, key: str, **said: Parameter) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise WrongUse(key, **said)
    return value


def _product(value: object) -> Mapping[str, str]:
    said = _mapping(value, "tkdn.product")
    return {name: str(one) for name, one in said.items() if isinstance(one, str | int)}


class _Reader:
    """Reads one line; every refusal names its number."""

    def __init__(self, number: int, value: object, rules: LocalContent) -> None:
        self._number = number
        self._rules = rules
        self._said = _mapping(value, "tkdn.line", line=number)

    def line(self) -> Line:
        return Line(
            number=self._number,
            item=self._item(),
            name=self._text("name"),
            performed=self._yes("performed"),
            criteria=self._criteria(),
            in_indonesia=self._yes("in_indonesia") if self._has("in_indonesia") else None,
            share=self._share() if self._has("share") else None,
            evidence=self._evidence(),
        )

    def _has(self, field: str) -> bool:
        return self._said.get(field) is not None

    def _refuse(self, key: str, **said: Parameter) -> NoReturn:
        raise WrongUse(f"tkdn.{key}", line=self._number, **said)

    def _item(self) -> str:
        item = self._said.get("item")
        if not isinstance(item, str) or item not in self._rules.items:
            said = item if isinstance(item, str) else json.dumps(item, default=str)
            self._refuse("unknown-item", item=said, known=Choice(tuple(self._rules.items)))
        return item

    def _text(self, field: str) -> str:
        value = self._said.get(field, "")
        if not isinstance(value, str):
            self._refuse("text", field=field)
        return value.strip()

    def _yes(self, field: str) -> bool:
        value = self._said.get(field)
        if not isinstance(value, bool):
            self._refuse("yes-no", field=field)
        return value

    def _criteria(self) -> frozenset[str]:
        listed = self._said.get("criteria")
        if not isinstance(listed, list):
            self._refuse("criteria")
        return frozenset(self._criterion(one) for one in listed)

    def _criterion(self, name: object) -> str:
        if not isinstance(name, str) or name not in self._rules.criteria:
            said = name if isinstance(name, str) else json.dumps(name, default=str)
            known = Choice(tuple(self._rules.criteria))
            self._refuse("unknown-criterion", criterion=said, known=known)
        return name

    def _share(self) -> Fraction:
        share = self._said.get("share")
        text = str(share).strip() if isinstance(share, str | int | Decimal) else ""
        if isinstance(share, bool) or not SHARE.fullmatch(text):
            self._refuse("share", share=text)
        number = Fraction(text.replace(",", "."))
        if number > WHOLE:
            self._refuse("share", share=text)
        return number

    def _evidence(self) -> Mapping[str, tuple[str, ...]]:
        said = self._said.get("evidence")
        if isinstance(said, dict):
            said = [{"criterion": name, "document": paper} for name, paper in said.items()]
        if said is None:
            return {}
        if not isinstance(said, list):
            self._refuse("evidence")
        found: dict[str, tuple[str, ...]] = {}
        for one in said:
            criterion, documents = self._paper(one)
            if documents:
                found[criterion] = (*found.get(criterion, ()), *documents)
        return found

    def _paper(self, one: object) -> tuple[str, tuple[str, ...]]:
        """Return a criterion ("" for the whole line) and its papers."""
        if isinstance(one, str):
            name = one.strip()
            return (name, (name,)) if name in self._rules.criteria else ("", _papers(name))
        if not isinstance(one, dict):
            self._refuse("evidence")
        criterion = self._criterion(one["criterion"]) if one.get("criterion") else ""
        return criterion, _papers(one.get("document"))


def _papers(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(one.strip() for one in listed if isinstance(one, str) and one.strip())
