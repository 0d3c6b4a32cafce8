"""Reads the conditions of data files that lie beside a rulebook and speak of its facts."""

from __future__ import annotations

from dossier_studio.law import grammar, source
from dossier_studio.law.condition import All, Expression
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.law.source import Element, Notes

ALWAYS: Expression = All(())


def condition_of(element: Element, book: Rulebook, notes: Notes) -> Expression:
    """Return an element's `when`, always true where it has none; a broken one is noted."""
    text = element.get("when")
    if not text:
        return ALWAYS
    named = {name: one.expression for name, one in book.conditions.items()}
    try:
        return grammar.parse(text, book.facts, named)
    except grammar.Mistake as mistake:
        notes.found.append(source.Mistake(element.sourceline or 0, mistake.message))
        return ALWAYS
