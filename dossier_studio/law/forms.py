"""Reads the tables and forms of a rulebook."""

from __future__ import annotations

import re

from dossier_studio.law import source
from dossier_studio.law.fact import Value
from dossier_studio.law.form import Form, FormBlank, FormEntry, FormField, FormRows, FormSection
from dossier_studio.law.reader import Reader
from dossier_studio.law.source import Element, Notes
from dossier_studio.law.table import Column, ColumnType, Table

CHOOSING = {ColumnType.CHOICE, ColumnType.CHOICES}


def tables_of(root: Element, notes: Notes) -> dict[str, Table]:
    """Return the tables by id, in the order of the file."""
    return {
        one.get("id", ""): Table(
            id=one.get("id", ""),
            title=source.title_of(one),
            group=one.get("group", ""),
            columns=tuple(_column(column, notes) for column in one.iterfind("column")),
            help=source.words_of(one, "help"),
        )
        for one in root.iterfind("tables/table")
    }


def _column(one: Element, notes: Notes) -> Column:
    values = tuple(
        Value(value.get("key", ""), source.title_of(value)) for value in one.iterfind("value")
    )
    column = Column(
        id=one.get("id", ""),
        type=ColumnType(one.get("type", "text")),
        title=source.title_of(one),
        help=source.words_of(one, "help"),
        values=values,
        required=source.yes(one, "required"),
        open=source.yes(one, "open"),
        pattern=one.get("pattern", ""),
    )
    if column.type in CHOOSING and len(values) < 2:  # noqa: PLR2004  # one value is no choice
        notes.add(one, "law.load.no-values", fact=column.id)
    try:
        re.compile(column.pattern)
    except re.error:
        notes.add(one, "law.load.pattern", fact=column.id, pattern=column.pattern)
    return column


def forms_of(root: Element, reader: Reader) -> dict[str, Form]:
    """Return the forms by id."""
    return {
        one.get("id", ""): Form(
            id=one.get("id", ""),
            requirement=one.get("requirement", ""),
            title=source.title_of(one),
            sections=tuple(
                FormSection(
                    id=section.get("id", ""),
                    title=source.title_of(section),
                    entries=tuple(
                        _entry(entry, reader) for entry in section if entry.tag != "title"
                    ),
                )
                for section in one.iterfind("block")
            ),
        )
        for one in root.iterfind("forms/form")
    }


def _entry(one: Element, reader: Reader) -> FormEntry:
    if one.tag == "blank":
        return FormBlank(source.title_of(one))
    required, condition = source.yes(one, "required"), reader.parsed(one, "when")
    if one.tag == "rows":
        return FormRows(one.get("table", ""), required, condition)
    return FormField(one.get("fact", ""), required, condition)
