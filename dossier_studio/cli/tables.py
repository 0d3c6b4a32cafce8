"""The command of the registration form's tables: show one, or set it from a spreadsheet's text."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dossier_studio.cli.edits import opened, person, reading, told
from dossier_studio.cli.face import Face
from dossier_studio.core.errors import Unreadable
from dossier_studio.core.text import Message
from dossier_studio.workflow import dossiers, tables

LARGEST = 4_000_000
"""Bytes of a file of rows."""


def table(said: Namespace, face: Face) -> int:
    """Show the rows of a table, or replace them."""
    if said.rows is None:
        return _show(said, face)
    text = text_of(Path(said.rows))
    with opened(said) as folder:
        rules = dossiers.rulebook_of(folder.dossier)
        about = tables.table_of(rules, said.table)
        rows = tables.pasted(about, text, headed=True)
        change = tables.set_rows(rules, folder.dossier, said.table, rows)
        dossiers.commit(folder, change, by=person(said))
    told(face, change.label)
    if not face.json:
        for one in about.troubles(rows):
            face.line(f"  {face.words(_with_row(one.row, one.message))}")
    return 0


def _with_row(row: int, trouble: Message) -> Message:
    return Message("workflow.table.row", {"row": row + 1, "trouble": trouble})


def _show(said: Namespace, face: Face) -> int:
    with reading(said) as folder:
        rules = dossiers.rulebook_of(folder.dossier)
        about = tables.table_of(rules, said.table)
        rows = tables.rows_of(folder.dossier, said.table)
    if not face.json:
        face.text(tables.copied(about, rows, face.language))
        return 0
    columns = [
        {
            "id": one.id,
            "title": one.title.both(),
            "type": one.type,
            "required": one.required,
            "values": [value.key for value in one.values],
        }
        for one in about.columns
    ]
    face.data({"table": about.id, "columns": columns, "rows": rows})
    return 0


def text_of(file: Path, largest: int = LARGEST) -> str:
    """Return the text of a file, in UTF-8 or as older spreadsheets of Windows write it."""
    try:
        data = file.read_bytes() if file.stat().st_size <= largest else None
    except OSError:
        raise Unreadable("workflow.dossier.no-file", file=str(file)) from None
    if data is None or b"\0" in data:
        raise Unreadable("cli.table.no-text", file=file.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
