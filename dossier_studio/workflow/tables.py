"""The tables of the registration form: set whole, pasted from and copied to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import Dossier, Key, Record, RecordKind, Row
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Language, Message
from dossier_studio.host.messages import spoken
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.law.table import Column, ColumnType, Table

MOST = 999
"""Rows of one table; a formula or a list of producers is far shorter."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""


def table_of(rulebook: Rulebook, name: str) -> Table:
    """Return a table by id; raises WrongUse naming those there are."""
    if name not in rulebook.tables:
        known = Choice(tuple(rulebook.tables))
        key = "workflow.table.unknown" if rulebook.tables else "workflow.table.none"
        raise WrongUse(key, table=name, known=known, rulebook=rulebook.title)
    return rulebook.tables[name]


def rows_of(dossier: Dossier, name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table as they are stored, cells by column."""
    return tuple(dict(row.values) for row in dossier.table(name))


def set_rows(
    rulebook: Rulebook, dossier: Dossier, name: str, rows: Sequence[Mapping[str, str]]
) -> Change:
    """Replace the rows of a table; empty ones are left out.

    Raises WrongUse for an unknown table or column, and for a cell that cannot be stored, with its
    row. What is only odd or still empty (Table.troubles) is stored.
    """
    table = table_of(rulebook, name)
    kept = []
    for number, row in enumerate(rows, start=1):
        try:
            cells = table.canonical(row)
        except WrongUse as refusal:
            raise WrongUse("workflow.table.row", row=number, trouble=refusal.message) from None
        if cells:
            kept.append(cells)
    if len(kept) > MOST:
        raise WrongUse("workflow.table.many", table=table.title, most=MOST)
    after: dict[Key, Record | None] = {
        Key(RecordKind.ROW, f"{name}/{old.order:03}"): None for old in dossier.table(name)
    }
    for order, cells in enumerate(kept):
        after[Key(RecordKind.ROW, f"{name}/{order:03}")] = Row(name, order, cells)
    return edit(dossier, Message("workflow.table.set", {"table": table.title}), after)


def pasted(
    table: Table, text: str, *, first: str = "", headed: bool = False
) -> tuple[Mapping[str, str], ...]:
    """Return rows from the text of a spreadsheet: tabs, commas or semicolons between cells.

    A first line of column names (ids or titles in either language) says what is what; without one
    the cells follow the columns from `first` on, unless it must be there (`headed`). Raises
    WrongUse for a column that the table does not have.
    """
    lines = [line for line in _cells(text) if any(cell.strip() for cell in line)]
    if not lines:
        return ()
    heading = [table.column(cell) for cell in lines[0]]
    if headed or all(heading):
        columns = [_known(table, cell) for cell in lines[0]]
        lines = lines[1:]
    else:
        start = next((at for at, one in enumerate(table.columns) if one.id == first), 0)
        columns = list(table.columns[start:])
    if any(len(line) > len(columns) for line in lines):
        raise WrongUse("workflow.table.wide", table=table.title, columns=len(columns))
    return tuple(
        {column.id: _plain(cell) for column, cell in zip(columns, line, strict=False)}
        for line in lines
    )


def copied(table: Table, rows: Sequence[Mapping[str, str]], language: Language) -> str:
    """Return rows as a spreadsheet takes them: tabs, titles first, choices in words."""
    target = io.StringIO()
    writer = csv.writer(target, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.title.say(language) for column in table.columns])
    for row in rows:
        writer.writerow(
            [_shown(column, row.get(column.id, ""), language) for column in table.columns]
        )
    return target.getvalue()


def _cells(text: str) -> list[list[str]]:
    first = text.removeprefix("\ufeff").split("\n", 1)[0]
    counts = {mark: first.count(mark) for mark in ("\t", ";", ",")}
    mark = max(counts, key=lambda one: (one == "\t" and counts[one] > 0, counts[one]))
    source = io.StringIO(text.removeprefix("\ufeff"), newline="")
    try:
        return list(csv.reader(source, delimiter=mark))
    except csv.Error:
        raise WrongUse("workflow.table.unreadable") from None


def _known(table: Table, title: str) -> Column:
    column = table.column(title)
    if column is None:
        known = Choice(tuple(one.id for one in table.columns))
        raise WrongUse("law.table.column", table=table.title, column=title.strip(), known=known)
    return column


def _plain(cell: str) -> str:
    """Return a cell without the mark that kept a spreadsheet from computing it."""
    said = cell.strip()
    return said[1:] if said.startswith("'") and said[1:].startswith(FORMULA) else said


def _shown(column: Column, stored: str, language: Language) -> str:
    if column.type is ColumnType.DATE:
        return stored
    said = ", ".join(spoken(one, language) for one in column.shown(stored))
    return f"'{said}" if said.startswith(FORMULA) else said
