"""The tables of the registration form: their columns, and what may stand in a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Message, Text, Words
from dossier_studio.host.messages import both
from dossier_studio.law.fact import Value

LONGEST = 4_000
"""Letters of a cell; whoever writes more has pasted into the wrong place."""


class ColumnType(StrEnum):
    """What a column holds: `choices` several of its values, in their order."""

    TEXT = "text"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `open` means that other words than its values may stand there too.

    `pattern` is a regular expression that a text should match; what does not is doubted, never
    refused. `required` cells are missed by the check of the form, never by an edit.
    """

    id: str
    type: ColumnType
    title: Text
    help: Text | None = None
    values: tuple[Value, ...] = ()
    required: bool = False
    open: bool = False
    pattern: str = ""

    def canonical(self, text: str) -> str:
        """Return a cell as it is stored, whoever's words or dates it was written with.

        Raises WrongUse, naming what is possible, when the text cannot stand here.
        """
        said = " ".join(text.split()) if self.type is not ColumnType.TEXT else text.strip()
        if not said:
            return ""
        if len(said) > LONGEST:
            raise WrongUse("law.table.long", column=self.title, longest=LONGEST)
        readers: Mapping[ColumnType, Callable[[str], str]] = {
            ColumnType.DECIMAL: self._decimal,
            ColumnType.DATE: self._date,
            ColumnType.YES_NO: self._yes_no,
            ColumnType.CHOICE: self._chosen,
            ColumnType.CHOICES: self._several,
        }
        read = readers.get(self.type)
        return read(said) if read else said

    def shown(self, stored: str) -> tuple[Words, ...]:
        """Return a stored cell as a reader sees it, one item for each of several choices."""
        if not stored:
            return ()
        titles: Mapping[str, Words] = {one.key: one.title for one in self.values}
        if self.type is ColumnType.CHOICES:
            return tuple(titles.get(one, Text(one, one)) for one in stored.split(", "))
        if self.type is ColumnType.YES_NO:
            return (Message(f"law.answer.{stored}"),)
        if self.type is ColumnType.DATE:
            return (Message("law.table.day", {"day": date.fromisoformat(stored)}),)
        return (titles.get(stored, Text(stored, stored)),)

    def doubt(self, stored: str) -> Message | None:
        """Return what is odd about a stored cell, None where nothing is."""
        if not stored and self.required:
            return Message("law.table.empty", {"column": self.title})
        if stored and self.pattern and not re.fullmatch(self.pattern, stored):
            return Message("law.table.pattern", {"column": self.title, "value": stored})
        return None

    def _decimal(self, said: str) -> str:
        """Keep the number as it was written: 12,5 in an Indonesian form, 12.5 in an English one."""
        try:
            finite = Decimal(said.replace(",", ".")).is_finite()
        except InvalidOperation:
            finite = False
        if not finite:
            raise WrongUse("law.table.decimal", column=self.title, value=said)
        return said

    def _date(self, said: str) -> str:
        """Take 2029-06-30, and the day first as spreadsheets show it here: 30/06/2029."""
        found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said)
        text = f"{found[3]}-{found[2]:>02}-{found[1]:>02}" if found else said
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise WrongUse("law.table.date", column=self.title, value=said) from None

    def _yes_no(self, said: str) -> str:
        return self._one(said, {name: _answer(name) for name in ("yes", "no")})

    def _chosen(self, said: str) -> str:
        return self._one(said, {one.key: one.title for one in self.values})

    def _several(self, said: str) -> str:
        found = [self._chosen(part.strip()) for part in re.split(r"[,;]", said) if part.strip()]
        known = [one.key for one in self.values]
        ordered = [key for key in known if key in found]
        return ", ".join(dict.fromkeys([*ordered, *(one for one in found if one not in known)]))

    def _one(self, said: str, known: Mapping[str, Text]) -> str:
        for key, title in known.items():
            if said.casefold() in {key.casefold(), title.id.casefold(), title.en.casefold()}:
                return key
        if self.open:
            return said
        allowed = Choice(tuple(known.values()))
        raise WrongUse("law.table.value", column=self.title, value=said, allowed=allowed)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something amiss in a cell (`row` from 0); `refused` means that it cannot be stored so."""

    row: int
    column: str
    message: Message
    refused: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the form; `group` is the group of questions beside which it is filled in."""

    id: str
    title: Text
    group: str
    columns: tuple[Column, ...]
    help: Text | None = None

    def column(self, name: str) -> Column | None:
        """Return a column by its id or by its title in either language."""
        said = name.strip().casefold()
        for one in self.columns:
            if said in {one.id, one.title.id.casefold(), one.title.en.casefold()}:
                return one
        return None

    def canonical(self, row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Return the filled cells of a row in the order of the columns, as they are stored.

        Raises WrongUse for an unknown column, or a cell that cannot be stored.
        """
        for name in row:
            if name not in {one.id for one in self.columns}:
                known = Choice(tuple(one.id for one in self.columns))
                raise WrongUse("law.table.column", table=self.title, column=name, known=known)
        cells = ((one.id, one.canonical(row.get(one.id, ""))) for one in self.columns)
        return tuple((name, text) for name, text in cells if text)

    def troubles(self, rows: Sequence[Mapping[str, str]]) -> tuple[Trouble, ...]:
        """Return all that is amiss in rows as typed; a row without any cell is left alone."""
        return tuple(
            trouble
            for number, row in enumerate(rows)
            if any(text.strip() for text in row.values())
            for column in self.columns
            if (trouble := _trouble(number, column, row.get(column.id, ""))) is not None
        )


def _trouble(number: int, column: Column, text: str) -> Trouble | None:
    try:
        doubt = column.doubt(column.canonical(text))
    except WrongUse as refusal:
        return Trouble(number, column.id, refusal.message, refused=True)
    return Trouble(number, column.id, doubt, refused=False) if doubt else None


def _answer(name: str) -> Text:
    return both(Message(f"law.answer.{name}"))
