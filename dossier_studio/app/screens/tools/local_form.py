"""A self-assessment of local content as a table of lines, and as the command's JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from dossier_studio.core.text import Message, Text
from dossier_studio.host.messages import both
from dossier_studio.law.fact import Value
from dossier_studio.law.table import Column, ColumnType, Table
from dossier_studio.law.tkdn import Assessment
from dossier_studio.law.tkdn_rules import LocalContent

Cells = Mapping[str, str]
_BESIDE = "+"
"""Before the name of a field that a line carries and the table does not show."""

_SHOWN = frozenset("item name performed in_indonesia share criteria evidence".split())
_YES = {True: "yes", False: "no"}


def table_of(rules: LocalContent) -> Table:
    """Return the columns of a self-assessment; each criterion has one."""
    items = tuple(_item(one.id, one.title) for one in rules.items.values())
    kinds: tuple[tuple[str, ColumnType], ...] = (
        ("name", ColumnType.TEXT),
        ("performed", ColumnType.YES_NO),
        ("in_indonesia", ColumnType.YES_NO),
        ("share", ColumnType.DECIMAL),
    )
    columns = [Column("item", ColumnType.CHOICE, _title("item"), _help("item"), values=items)]
    columns += [
        Column(one, kind, _title(one), _help(one), required=one == "in_indonesia")
        for one, kind in kinds
    ]
    columns += [
        Column(key, ColumnType.YES_NO, _short(key, title), title)
        for key, title in rules.criteria.items()
    ]
    columns.append(Column("evidence", ColumnType.TEXT, _title("evidence"), _help("evidence")))
    return Table("local-content", rules.title, "", tuple(columns))


def _item(key: str, title: Text) -> Value:
    return Value(key, Text(f"{key} · {title.id}", f"{key} · {title.en}"))


def _title(name: str) -> Text:
    return both(Message(f"tools.local.{name.replace('_', '-')}"))


def _short(criterion: str, title: Text) -> Text:
    """Return a criterion in a word for the head of its column; a new one keeps its whole title."""
    key = f"tools.local.short.{criterion}"
    said = both(Message(key))
    return title if said.en == key else said


def _help(name: str) -> Text:
    return both(Message(f"tools.local.help.{name.replace('_', '-')}"))


def fresh(rules: LocalContent) -> tuple[Cells, ...]:
    """Return a line for each item, none of them performed."""
    return tuple({"item": item, "performed": "no"} for item in rules.items)


def rows_of(data: bytes, read: Assessment) -> tuple[Cells, ...]:
    """Return the lines of a file that has been read; fields beside the table stay with them."""
    said = json.loads(data)["lines"]
    rows = []
    for line, fields in zip(read.lines, said, strict=True):
        cells = {"item": line.item, "name": line.name, "performed": _YES[line.performed]}
        if line.in_indonesia is not None:
            cells["in_indonesia"] = _YES[line.in_indonesia]
        if line.share is not None:
            cells["share"] = str(fields["share"])
        cells |= dict.fromkeys(sorted(line.criteria), "yes")
        cells["evidence"] = _papers(line.evidence or {})
        for name in sorted(fields.keys() - _SHOWN):
            cells[f"{_BESIDE}{name}"] = json.dumps(fields[name], ensure_ascii=False)
        rows.append({name: text for name, text in cells.items() if text})
    return tuple(rows)


def written(
    rules: LocalContent, rule_set: str, rows: Sequence[Cells], product: Mapping[str, str]
) -> bytes:
    """Return the lines as the command reads them."""
    lines = [_line(rules, row) for row in rows]
    form = {"rule_set": rule_set, "product": dict(product), "lines": lines}
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode()


def _line(rules: LocalContent, row: Cells) -> dict[str, object]:
    line: dict[str, object] = {
        "item": row.get("item", ""),
        "name": row.get("name", ""),
        "performed": row.get("performed") == "yes",
    }
    if row.get("in_indonesia"):
        line["in_indonesia"] = row["in_indonesia"] == "yes"
    if row.get("share"):
        line["share"] = row["share"]
    line["criteria"] = [key for key in rules.criteria if row.get(key) == "yes"]
    papers = list(_evidence(rules, row.get("evidence", "")))
    if papers:
        line["evidence"] = papers
    for name, text in row.items():
        if name.startswith(_BESIDE):
            line[name.removeprefix(_BESIDE)] = json.loads(text)
    return line


def _papers(evidence: Mapping[str, tuple[str, ...]]) -> str:
    whole = list(evidence.get("", ()))
    named = [f"{key}: {paper}" for key, papers in evidence.items() if key for paper in papers]
    return "; ".join(whole + named)


def _evidence(rules: LocalContent, text: str) -> Iterable[dict[str, str]]:
    """Read "payroll.pdf; labour: contract.pdf": papers, some for one criterion by key or name."""
    for paper in re.split(r"[;\n]", text):
        name, colon, document = (part.strip() for part in paper.partition(":"))
        key = _criterion(rules, name) if colon else ""
        if key and document:
            yield {"criterion": key, "document": document}
        elif paper.strip():
            yield {"document": paper.strip()}


def _criterion(rules: LocalContent, name: str) -> str:
    said = name.casefold()
    for key, title in rules.criteria.items():
        known = (title, _short(key, title))
        if said == key or any(said in {one.id.casefold(), one.en.casefold()} for one in known):
            return key
    return ""
