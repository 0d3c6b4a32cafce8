"""Finds the answer to a hard question by asking easier ones, such as a registration category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Text, Words

NO_SOURCE = Text("", "")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: it leads to a further question, or finds a value for the reason `because`."""

    key: str
    title: Words
    leads: str = ""
    finds: str = ""
    because: Text | None = None
    confidence: Confidence = Confidence.LOW
    source: Text = NO_SOURCE


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a finder."""

    id: str
    title: Text
    options: tuple[Option, ...]
    help: Text | None = None
    source: Text = NO_SOURCE


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the answers lead: to the next question, or to a value with its reason.

    `taken` are the questions gone through, with the option chosen at each.
    """

    taken: tuple[tuple[Ask, Option], ...]
    ask: Ask | None = None
    value: str = ""

    @property
    def because(self) -> Text | None:
        """Why the value was found."""
        return self.taken[-1][1].because if self.value else None

    @property
    def confidence(self) -> Confidence:
        """How sure the last step is."""
        return self.taken[-1][1].confidence if self.value else Confidence.LOW

    @property
    def source(self) -> Text:
        """What the value rests on, else what the open question rests on."""
        if not self.value:
            return self.ask.source if self.ask else NO_SOURCE
        ask, option = self.taken[-1]
        return option.source if option.source.id else ask.source


@dataclass(frozen=True, slots=True)
class Finder:
    """A tree of questions whose ends are answers to `fact`; the first question comes first."""

    fact: str
    title: Text
    asks: Mapping[str, Ask]

    def follow(self, given: Mapping[str, str]) -> Outcome:
        """Follow the given answers (option by question) as far as they go.

        Raises WrongUse for an answer that a question does not offer.
        """
        ask = next(iter(self.asks.values()))
        taken: list[tuple[Ask, Option]] = []
        while ask.id in given:
            option = _chosen(ask, given[ask.id])
            taken.append((ask, option))
            if option.finds:
                return Outcome(tuple(taken), value=option.finds)
            ask = self.asks[option.leads]
        return Outcome(tuple(taken), ask=ask)


def _chosen(ask: Ask, key: str) -> Option:
    for option in ask.options:
        if option.key == key:
            return option
    allowed = Choice(tuple(option.key for option in ask.options))
    raise WrongUse("law.fact.value", fact=ask.id, value=key, allowed=allowed)
