"""What a form still lacks: required answers, required rows, required cells of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Message, Words
from dossier_studio.law.fact import Answered
from dossier_studio.law.form import Form, FormBlank, FormEntry, FormField, FormRows
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.law.table import Table


def form_of(rulebook: Rulebook, requirement: str) -> Form | None:
    """Return the form that a requirement asks for, None where it asks for none."""
    found = (form for form in rulebook.forms.values() if form.requirement == requirement)
    return next(found, None)


def begun(form: Form, dossier: Dossier) -> bool:
    """Tell whether anybody fills the form in here: one of its tables has a row."""
    tables = {
        entry.table
        for block in form.sections
        for entry in block.entries
        if isinstance(entry, FormRows)
    }
    return any(row.table in tables for row in dossier.rows)


def blanks(
    rulebook: Rulebook, form: Form, dossier: Dossier, answers: Mapping[str, Answered]
) -> tuple[Words, ...]:
    """Return what is still to be filled in, in the order of the form."""
    return tuple(
        blank
        for section in form.sections
        for entry in section.asked(answers)
        for blank in _blanks(rulebook, entry, dossier)
    )


def _blanks(rulebook: Rulebook, entry: FormEntry, dossier: Dossier) -> Iterator[Words]:
    if isinstance(entry, FormBlank):
        return
    if isinstance(entry, FormField):
        if entry.required and not dossier.answers.get(entry.fact):
            yield rulebook.facts[entry.fact].title
        return
    table = rulebook.tables[entry.table]
    rows = [dict(row.values) for row in dossier.table(entry.table)]
    if entry.required and not rows:
        yield table.title
    yield from _cells(table, rows)


def _cells(table: Table, rows: list[dict[str, str]]) -> Iterator[Words]:
    for column in table.columns:
        if column.required and any(not row.get(column.id) for row in rows):
            yield Message("law.table.cell", {"table": table.title, "column": column.title})
