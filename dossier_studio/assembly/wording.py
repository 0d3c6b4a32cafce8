"""Words on paper: in the language, or the two languages, that the dossier's answers ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from dossier_studio.core.text import Language, Message, Words
from dossier_studio.host import messages

Languages: TypeAlias = "tuple[Language, ...]"
"""One language, or Indonesian and then English."""

DATE_FACT = "filing_date"
LANGUAGE_FACT = "package_language"


def languages_of(answers: Mapping[str, str]) -> Languages:
    """Return the languages of what we generate; Indonesian where nobody has answered."""
    match answers.get(LANGUAGE_FACT):
        case "en":
            return (Language.EN,)
        case "both":
            return (Language.ID, Language.EN)
        case _:
            return (Language.ID,)


def in_each(words: Words, languages: Languages) -> tuple[str, ...]:
    """Return the words once for each language, without saying the same thing twice."""
    return tuple(dict.fromkeys(messages.say(words, language) for language in languages))


def joined(words: Words, languages: Languages, between: str = " / ") -> str:
    """Return the words of all languages on one line."""
    return between.join(in_each(words, languages))


def long_date(day: date) -> Message:
    """Return a day with its month in full, as letters carry it."""
    return Message(
        "assembly.date",
        {
            "day": str(day.day),
            "month": Message(f"assembly.month.{day.month}"),
            "year": str(day.year),
        },
    )


def filing_day(answers: Mapping[str, str]) -> date | None:
    """Return the answered filing date, None where there is none."""
    try:
        return date.fromisoformat(answers.get(DATE_FACT, ""))
    except ValueError:
        return None
