"""The questions of a rulebook, and what counts as an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeAlias

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Message, Text

Answered: TypeAlias = "str | bool | date | Decimal | tuple[str, ...]"


FILING_DATE = "filing_date"
"""The fact against whose answer dates are judged (design decision 7)."""


class FactType(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    YES_NO = "yes-no"
    TEXT = "text"
    DATE = "date"
    DECIMAL = "decimal"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that an officer thinks of together."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Value:
    """One possible answer of a choice; `short` is how explanations name it."""

    key: str
    title: Text
    note: Text | None = None
    short: Text | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One question: its words, its group, and the answers it takes.

    `field` marks a plain field of the registration form, which decides nothing. `rare` marks what
    few products need. `derived` names the fact from which the program computes it; nobody is
    asked. `pattern` is a regular expression that a text answer should match (a warning, never a
    refusal). `multiline` asks for a larger editor.
    """

    id: str
    type: FactType
    title: Text
    group: str
    short: Text | None = None
    help: Text | None = None
    values: tuple[Value, ...] = ()
    field: bool = False
    rare: bool = False
    derived: str = ""
    pattern: str = ""
    multiline: bool = False

    def title_of(self, value: str) -> Text:
        """Return the words for a stored answer."""
        found = next((one.title for one in self.values if one.key == value), None)
        return found or Text(value, value)

    def canonical(self, text: str) -> str:
        """Return an answer as it is stored.

        Raises WrongUse, naming what is possible, when the text is no answer to this question.
        """
        self.read(text.strip())
        if self.type is FactType.CODES:
            return ",".join(_codes(text))
        return text.strip()

    def read(self, text: str) -> Answered:
        """Return an answer as a typed value; raises WrongUse when it is none."""
        match self.type:
            case FactType.CHOICE:
                return self._one_of(text, tuple(value.key for value in self.values))
            case FactType.YES_NO:
                return self._one_of(text, ("yes", "no")) == "yes"
            case FactType.DATE:
                return _day(self, text)
            case FactType.DECIMAL:
                return _decimal(self, text)
            case FactType.CODES:
                return self._known(_codes(text))
            case FactType.TEXT:
                return text

    def _one_of(self, text: str, allowed: tuple[str, ...]) -> str:
        if text not in allowed:
            raise WrongUse("law.fact.value", fact=self.id, value=text, allowed=Choice(allowed))
        return text

    def _known(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        allowed = tuple(value.key for value in self.values)
        for code in codes:
            if allowed and code not in allowed:
                raise WrongUse("law.fact.code", fact=self.id, value=code, allowed=Choice(allowed))
        return codes


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _day(fact: Fact, text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise WrongUse("law.fact.date", fact=fact.id, value=text)


def _decimal(fact: Fact, text: str) -> Decimal:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise WrongUse("law.fact.decimal", fact=fact.id, value=text)
    return number


def describe(fact: Fact, value: str) -> Message:
    """Return "origin = import" in words, as explanations use it."""
    name = fact.short or fact.title
    if fact.type is FactType.YES_NO:
        return Message("law.because.fact", {"fact": name, "value": Message(f"law.answer.{value}")})
    if fact.type is FactType.DATE:
        return Message("law.because.fact", {"fact": name, "value": date.fromisoformat(value)})
    chosen = next((one.short for one in fact.values if one.key == value), None)
    title = chosen or fact.title_of(value)
    inline = Text(_within_a_sentence(title.id), _within_a_sentence(title.en))
    return Message("law.because.fact", {"fact": name, "value": inline})


def _within_a_sentence(title: str) -> str:
    """Return a title with a small first letter, unless it begins with a code such as 2X."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def typed(facts: Mapping[str, Fact], answers: Mapping[str, str]) -> dict[str, Answered]:
    """Return all answers to known facts as typed values."""
    return {name: facts[name].read(text) for name, text in answers.items() if name in facts}
