"""Reads the rows of a rulebook's tables: cells, conditions, parts of sets."""

from __future__ import annotations

from dossier_studio.core.finding import Confidence
from dossier_studio.law import source
from dossier_studio.law.fact import FactType
from dossier_studio.law.reader import Reader
from dossier_studio.law.rulebook import Need, Part, Requirement, Ruling
from dossier_studio.law.source import Element

NEEDS = {"asked": Need.REQUIRED, "not-asked": Need.NOT_NEEDED, "open": Need.UNDECIDED}


def requirements_of(root: Element, reader: Reader) -> dict[str, Requirement]:
    """Return the requirements by id, in the order of the tables."""
    default = (root.get("columns", ""), root.get("else-columns", ""))
    return {
        one.get("id", ""): _requirement(one, reader, (one.get("by", ""), ""), root)
        if one.get("by")
        else _requirement(one, reader, default, root)
        for one in root.iterfind("requirements/requirement")
    }


def _requirement(
    one: Element, reader: Reader, columns: tuple[str, str], root: Element
) -> Requirement:
    """Read a row; `columns` are the fact that chooses its cells, and that of another scheme."""
    confidence = Confidence(one.get("confidence", "low"))
    return Requirement(
        id=one.get("id", ""),
        title=source.title_of(one),
        sections=reader.sections(one, "sections"),
        rulings=_rulings(one, reader, columns, confidence),
        columns=columns[0],
        else_columns=columns[1],
        met_by=reader.requirement_ids(one, "met-by", root),
        unstaged=reader.stage(one, "unstaged"),
        stages=reader.stage_list(one, "stages"),
        open_at=reader.stage_list(one, "open-at"),
        touched_by=reader.sections(one, "touched-by"),
        parts=tuple(_part(part, reader, columns, confidence) for part in one.iterfind("part")),
        judge=one.get("judge", "program"),
        certificate=source.yes(one, "certificate"),
        outside=source.yes(one, "outside"),
        generated=one.get("generated", ""),
        paper=one.get("paper", ""),
        scan_allowed=source.yes(one, "scan-allowed"),
        note=source.words_of(one, "note"),
        citations=reader.citations(one),
        valid_from=source.day(one, "valid-from"),
        valid_to=source.day(one, "valid-to"),
    )


def _part(one: Element, reader: Reader, columns: tuple[str, str], row: Confidence) -> Part:
    confidence = Confidence(one.get("confidence", row))
    rulings = _rulings(one, reader, columns, confidence)
    parent = one.getparent()
    return Part(
        id=one.get("id", ""),
        title=source.title_of(one),
        sections=reader.sections(one, "sections")
        or (reader.sections(parent, "sections") if parent is not None else ()),
        rulings=rulings or (Ruling(None, Need.REQUIRED, confidence),),
        certificate=source.yes(one, "certificate"),
        citations=reader.citations(one),
    )


def _rulings(
    one: Element, reader: Reader, columns: tuple[str, str], row: Confidence
) -> tuple[Ruling, ...]:
    found: list[Ruling] = []
    seen: list[str] = []
    known = tuple(value for fact in columns if fact for value in _column_values(reader, fact))
    for cell in one:
        if cell.tag not in NEEDS:
            continue
        chosen = source.listed(cell, "for")
        for column in chosen:
            if known and column not in known:
                reader.notes.add(cell, "law.load.no-column", column=column, fact=columns[0])
        seen += chosen or known
        found.append(
            Ruling(
                columns=frozenset(chosen) if chosen else None,
                need=NEEDS[str(cell.tag)],
                confidence=Confidence(cell.get("confidence", row)),
                condition=reader.conditional(cell),
                citations=reader.citations(cell),
            )
        )
    _covered_once(one, reader, known, seen)
    return tuple(found)


def _column_values(reader: Reader, columns: str) -> tuple[str, ...]:
    fact = reader.facts[columns]
    if fact.type is FactType.YES_NO:
        return ("yes", "no")
    return tuple(value.key for value in fact.values)


def _covered_once(one: Element, reader: Reader, known: tuple[str, ...], seen: list[str]) -> None:
    if not seen and one.tag == "part":
        return
    name = one.get("id", "")
    for column in known:
        if column not in seen:
            reader.notes.add(one, "law.load.not-covered", requirement=name, column=column)
        elif seen.count(column) > 1:
            reader.notes.add(one, "law.load.covered-twice", requirement=name, column=column)
