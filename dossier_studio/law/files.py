"""Reads what an authority's portal takes, and how much each problem of a file weighs there."""

from __future__ import annotations

from pathlib import Path

from dossier_studio.core.finding import Confidence, Severity
from dossier_studio.core.text import Text
from dossier_studio.law import source
from dossier_studio.law.rulebook import FileProfile, FileRule
from dossier_studio.law.source import Element, LawInvalid, Notes

FORMAT, SIZE, NAME, DUPLICATE, SCANNED = "PK-11", "PK-14", "NM-01", "PF-19", "PF-06"
"""The rules that the law layer judges or excuses itself; every profile must weigh them."""


def profile(file: Path, root: Element, notes: Notes) -> FileProfile | None:
    """Return the profile of a file beside the rulebook; what is wrong is noted at its root."""
    if not file.is_file():
        notes.add(root, "law.load.no-profile", file=file.name)
        return None
    try:
        found = source.opened(file, "files")
    except LawInvalid as error:
        notes.add(root, "law.load.bad-profile", file=file.name, first=error.mistakes[0].message)
        return None
    for mistake in found.mistakes:
        notes.add(root, "law.load.bad-profile", file=file.name, first=mistake.message)
    if found.mistakes:
        return None
    read = _profile(found.root)
    for code in (FORMAT, SIZE, NAME, DUPLICATE, SCANNED):
        if code not in read.rules:
            notes.add(root, "law.load.no-file-rule", code=code)
    return read


def _profile(root: Element) -> FileProfile:
    names = {one.get("id", ""): source.title_of(one) for one in root.iterfind("source")}
    return FileProfile(
        id=root.get("id", ""),
        title=source.title_of(root),
        formats=source.listed(root, "formats"),
        limit=int(root.get("limit", "0")),
        forbidden=root.get("forbidden", ""),
        confidence=Confidence(root.get("confidence", "low")),
        rules={one.get("code", ""): _rule(one, names) for one in root.iterfind("file-rule")},
    )


def _rule(one: Element, names: dict[str, Text]) -> FileRule:
    cites = [
        (names.get(cite.get("source", ""), Text("", "")), cite.get("clause", ""))
        for cite in one.iterfind("cite")
    ]
    clauses = [(f" {clause}" if clause else "") for _, clause in cites]
    return FileRule(
        code=one.get("code", ""),
        severity=Severity(one.get("severity", "advice")),
        message=source.words_of(one, "message") or Text("", ""),
        mend=source.words_of(one, "mend") or Text("", ""),
        source=Text(
            "; ".join(name.id + clause for (name, _), clause in zip(cites, clauses, strict=True)),
            "; ".join(name.en + clause for (name, _), clause in zip(cites, clauses, strict=True)),
        ),
        confidence=Confidence(one.get("confidence", "medium")),
    )
