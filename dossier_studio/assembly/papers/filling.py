"""Fills the blanks of a paper from the answers; what nobody has answered stays a dotted line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dossier_studio.assembly.papers.text import PARTS
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.wording import long_date
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Language, Message, Text, Words
from dossier_studio.host.messages import say
from dossier_studio.law.fact import Fact, FactType
from dossier_studio.law.rulebook import Rulebook

DOTS = "…" * 10

POSITION = "responsible_position"

_BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Blanks:
    """What each blank says; "" and a name that is not here are dotted lines."""

    values: Mapping[str, Words]

    def fill(self, text: str, language: Language, *, inline: bool = True) -> str:
        """Return a text with its blanks filled.

        Within a sentence (`inline`) the words of a choice begin with a small letter.
        """

        def optional(match: re.Match[str]) -> str:
            names = _BLANK.findall(match[1])
            return match[1] if all(self.said(name, language) for name in names) else ""

        def value(match: re.Match[str]) -> str:
            said = self.said(match[1], language)
            if inline and isinstance(self.values.get(match[1]), _Chosen):
                said = _small(said)
            return said or DOTS

        return _BLANK.sub(value, _OPTIONAL.sub(optional, text))

    def empty(self, text: str, language: Language) -> bool:
        """Tell whether a blank of the text has nothing to say."""
        return any(not self.said(name, language) for name in _BLANK.findall(text))

    def said(self, name: str, language: Language) -> str:
        """Return what one blank says, "" where nothing is known."""
        words = self.values.get(name)
        return say(words, language) if words is not None else ""


@dataclass(frozen=True, slots=True, order=True)
class _Chosen(Text):
    """The title of a choice, which begins with a small letter within a sentence."""


def known(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the names of all blanks that a text may use."""
    facts = [fact.id for fact in rulebook.facts.values() if not fact.derived]
    return (*facts, "product", "date", "requirement", "requirement_id", "reason", PARTS)


def blanks_of(
    rulebook: Rulebook, dossier: Dossier, about: Particulars, more: Mapping[str, Words]
) -> Blanks:
    """Return what the blanks of a dossier's papers say."""
    values: dict[str, Words] = {
        fact.id: _said(fact, dossier.answers[fact.id])
        for fact in rulebook.facts.values()
        if fact.id in dossier.answers
    }
    values["product_name"] = values.get("product_name", Text(about.product, about.product))
    values["product"] = Text(about.product, about.product)
    values.setdefault(POSITION, Message("assembly.letter.signatory"))
    values.setdefault(rulebook.stage_fact, Message("assembly.letter.registration"))
    if about.filed:
        values["date"] = long_date(about.filed)
    return Blanks(values | dict(more))


def _said(fact: Fact, answer: str) -> Words:
    match fact.type:
        case FactType.CHOICE:
            return chosen(fact, answer)
        case FactType.YES_NO:
            return Message(f"law.answer.{answer}")
        case FactType.DATE:
            return long_date(date.fromisoformat(answer))
        case _:
            said = "\n".join(" ".join(line.split()) for line in answer.splitlines())
            return Text(said, said)


def chosen(fact: Fact, answer: str) -> Text:
    """Return the words for an answer without this program's own key ("2X · ") before them."""
    title, key = fact.title_of(answer), f"{answer} · "
    return _Chosen(title.id.removeprefix(key), title.en.removeprefix(key))


def _small(title: str) -> str:
    """Return a title with a small first letter, unless it begins with a code such as 2X."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
