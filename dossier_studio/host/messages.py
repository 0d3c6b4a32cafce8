"""Turns messages into words: one catalogue a layer, both languages, in translations/messages."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import cast

from dossier_studio.core.text import Choice, Language, Message, Parameter, Sentence, Text, Words
from dossier_studio.host import paths

MONTHS = {
    Language.ID: "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Return all sentences of one language by dotted key."""
    sentences: dict[str, str] = {}
    for file in sorted(paths.translations().glob(f"messages/*.{language}.toml")):
        sentences.update(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return sentences


def say(message: Words, language: Language) -> str:
    """Return words in one language.

    A key that the catalogue does not know comes back as itself, so that a refusal still speaks;
    the tests fail on such a key.
    """
    if isinstance(message, Text):
        return message.say(language)
    if isinstance(message, Sentence):
        sentence = message.text.say(language)
    else:
        sentence = catalogue(language).get(message.key, message.key)
    filled = {name: spoken(value, language) for name, value in message.parameters.items()}
    return sentence.format_map(_Blanks(filled))


def both(message: Words) -> Text:
    """Return words in both languages."""
    return Text(say(message, Language.ID), say(message, Language.EN))


def spoken(value: Parameter, language: Language) -> str:
    """Return one parameter as a person of this language writes it."""
    if isinstance(value, Text | Message | Sentence):
        return say(value, language)
    if isinstance(value, Choice):
        return _listed(value.items, language, "core.list.or")
    if isinstance(value, tuple):
        return _listed(value, language, "core.list.and")
    if isinstance(value, date):
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, int):
        return number(value, language)
    return value


def number(value: int, language: Language) -> str:
    """Return a whole number with thousands grouped: 1.234 in Indonesian, 1,234 in English."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language is Language.ID else grouped


def _listed(values: Sequence[Parameter], language: Language, joint: str) -> str:
    *others, last = [spoken(value, language) for value in values] or [""]
    if not others:
        return last
    pattern = catalogue(language).get(joint, "{all}, {last}")
    return pattern.format(all=", ".join(others), last=last)


def _flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            found.update(_flat(cast("dict[str, object]", value), f"{key}."))
        else:
            found[key] = str(value)
    return found


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
