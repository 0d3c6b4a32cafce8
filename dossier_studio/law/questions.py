"""Reads the questions of a rulebook."""

from __future__ import annotations

import re

from dossier_studio.law import source
from dossier_studio.law.fact import Fact, FactType, Group, Value
from dossier_studio.law.source import Element, Notes

FEWEST = 2
"""A choice between fewer answers is no question."""


def groups_of(root: Element) -> tuple[Group, ...]:
    """Return the groups in their order."""
    return tuple(
        Group(group.get("id", ""), source.title_of(group))
        for group in root.iterfind("questions/group")
    )


def facts_of(root: Element, notes: Notes) -> dict[str, Fact]:
    """Return the facts by id, in the order in which an officer is asked."""
    codes = tuple(
        Value(one.get("code", ""), source.title_of(one)) for one in root.iterfind("changes/change")
    )
    facts: dict[str, Fact] = {}
    for group in root.iterfind("questions/group"):
        for one in group.iterfind("fact"):
            fact = _fact(one, group.get("id", ""), codes)
            facts[fact.id] = fact
            _check(one, fact, notes)
    return facts


def _fact(one: Element, group: str, codes: tuple[Value, ...]) -> Fact:
    kind = FactType(one.get("type", "text"))
    values = tuple(
        Value(
            value.get("key", ""),
            source.title_of(value),
            source.words_of(value, "note"),
            source.words_of(value, "short"),
        )
        for value in one.iterfind("value")
    )
    return Fact(
        id=one.get("id", ""),
        type=kind,
        title=source.title_of(one),
        group=group,
        short=source.words_of(one, "short"),
        help=source.words_of(one, "help"),
        values=codes if kind is FactType.CODES and not values else values,
        field=source.yes(one, "field"),
        rare=source.yes(one, "rare"),
        derived=one.get("derived", ""),
        pattern=one.get("pattern", ""),
        multiline=source.yes(one, "multiline"),
    )


def _check(one: Element, fact: Fact, notes: Notes) -> None:
    if fact.type is FactType.CHOICE and len(fact.values) < FEWEST:
        notes.add(one, "law.load.no-values", fact=fact.id)
    keys = [value.key for value in fact.values]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        notes.add(one, "law.load.twice", fact=fact.id, value=key)
    try:
        re.compile(fact.pattern)
    except re.error:
        notes.add(one, "law.load.pattern", fact=fact.id, pattern=fact.pattern)
