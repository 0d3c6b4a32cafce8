"""An authority's registration form: its sections, and which answers and tables stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dossier_studio.core.text import Text
from dossier_studio.law.condition import Expression
from dossier_studio.law.fact import Answered


@dataclass(frozen=True, slots=True)
class FormField:
    """The answer to one question."""

    fact: str
    required: bool = False
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class FormRows:
    """The rows of one table."""

    table: str
    required: bool = False
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class FormBlank:
    """What the authority fills in by hand."""

    title: Text


FormEntry: TypeAlias = "FormField | FormRows | FormBlank"


@dataclass(frozen=True, slots=True)
class FormSection:
    """A lettered section of the form; `id` is "" where it has no letter."""

    id: str
    title: Text
    entries: tuple[FormEntry, ...]

    def asked(self, answers: Mapping[str, Answered]) -> Iterator[FormEntry]:
        """Yield the entries that this product has; an open condition leaves its entry in."""
        for entry in self.entries:
            condition = None if isinstance(entry, FormBlank) else entry.condition
            if condition is None or condition.judge(answers).truth is not False:
                yield entry


@dataclass(frozen=True, slots=True)
class Form:
    """A form, and the requirement that asks for it."""

    id: str
    requirement: str
    title: Text
    sections: tuple[FormSection, ...]
