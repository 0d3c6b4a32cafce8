"""Words that a user reads, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Language(StrEnum):
    """A language of the screen or of the package."""

    ID = "id"
    EN = "en"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One thing said in Indonesian and in English."""

    id: str
    en: str

    def say(self, language: Language) -> str:
        """Return the words in one language."""
        return self.id if language is Language.ID else self.en

    def both(self) -> dict[str, str]:
        """Return the two wordings by language code, as JSON and XML carry them."""
        return {"en": self.en, "id": self.id}


@dataclass(frozen=True, slots=True)
class Choice:
    """Several things, listed with "or" between the last two."""

    items: tuple[str | int | date | Words, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the program: a key of the message catalogue and what fills its blanks.

    The catalogue lives in translations/messages; host.messages turns a message into words.
    A parameter may itself be a text, a message, a date, a number or a tuple of these (a list).
    """

    key: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that the authority's data holds, with blanks such as {file} or {pages} to fill."""

    text: Text
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


Words: TypeAlias = "Text | Message | Sentence"
Parameter: TypeAlias = "str | int | date | Words | Choice | tuple[str | int | date | Words, ...]"
