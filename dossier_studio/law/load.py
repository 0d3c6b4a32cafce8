"""Reads a rulebook from resources/rules, and reports every mistake in it with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Text
from dossier_studio.host import paths
from dossier_studio.law import files, forms, outlines, papers, questions, source
from dossier_studio.law.fact import Fact, FactType
from dossier_studio.law.finders import finders_of
from dossier_studio.law.outline import Outline
from dossier_studio.law.reader import Reader
from dossier_studio.law.requirements import requirements_of
from dossier_studio.law.rulebook import (
    Deferral,
    Exemption,
    Rulebook,
    Slot,
    Source,
    Stop,
    VariationChange,
)
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes
from dossier_studio.law.validations import checks_of

HEAD = 8_000
"""Bytes at the beginning of a file, within which its root element stands."""

COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
ROOT = re.compile(rb"<rulebook\b[^>]*?\bid=[\"']([^\"']+)")


def rulebook_files() -> tuple[Path, ...]:
    """Return the rulebook files there are, the person's own ones among them."""
    found = papers.editions("rules/*/*.xml")
    return tuple(file for file in found if papers.kept(file, _id_of))


def known() -> dict[str, Path]:
    """Return the files of all rulebooks by id; one with mistakes does not hide the others."""
    return {papers.kept(file, _id_of): file for file in rulebook_files()}


def _id_of(file: Path) -> str:
    with file.open("rb") as opened:
        head = COMMENT.sub(b"", opened.read(HEAD))
    found = ROOT.search(head)
    return found[1].decode() if found else ""


def rulebook(name: str) -> Rulebook:
    """Return a rulebook by id; raises WrongUse (naming those there are) or LawInvalid."""
    files_by_id = known()
    if name not in files_by_id:
        raise WrongUse("law.load.unknown-rulebook", rulebook=name, known=Choice(tuple(files_by_id)))
    return papers.kept(files_by_id[name], load)


def load(file: Path) -> Rulebook:
    """Return the rulebook of a file; raises LawInvalid with all its mistakes."""
    book, mistakes = read(file)
    if book is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return book


def read(file: Path) -> tuple[Rulebook | None, tuple[Mistake, ...]]:
    """Return a rulebook and all mistakes of its file; no rulebook where the schema is broken."""
    found = source.opened(file, "rulebook")
    if found.mistakes:
        return None, found.mistakes
    notes = Notes([])
    book = _book(file, found.root, notes, found.digest)
    return book, tuple(sorted(notes.found, key=lambda one: one.line))


def _book(file: Path, root: Element, notes: Notes, digest: str) -> Rulebook | None:
    outline = _outline(root, notes)
    profile = files.profile(_profile_file(file, root), root, notes)
    if outline is None or profile is None:
        return None
    sources = _sources(root)
    facts = questions.facts_of(root, notes)
    if not _choices(root, facts, notes):
        return None
    stages = tuple(value.key for value in facts[root.get("stage", "")].values)
    reader = Reader(facts, {}, sources, outline, stages, notes)
    conditions = reader.conditions(root)
    slots = _slots(root, reader)
    _every_section_has_a_slot(root, reader, slots)
    return Rulebook(
        id=root.get("id", ""),
        version=root.get("version", ""),
        title=source.title_of(root),
        outline=outline,
        groups=questions.groups_of(root),
        facts=facts,
        conditions=conditions,
        requirements=requirements_of(root, reader),
        exemptions=_exemptions(root, reader),
        stops=_stops(root, reader),
        deferrals=_deferrals(root, reader),
        changes=_changes(root, reader),
        ladders=tuple(
            reader.column_list(one, root.get("columns", ""), root.get("else-columns", ""))
            for one in root.iterfind("changes/ladder")
        ),
        checks=checks_of(root, reader),
        files=profile,
        slots=slots,
        sources=sources,
        stage_fact=root.get("stage", ""),
        stages=stages,
        digest=digest,
        finders=finders_of(root, reader),
        tables=forms.tables_of(root, notes),
        forms=forms.forms_of(root, reader),
    )


def _profile_file(file: Path, root: Element) -> Path:
    """Return the profile that a rulebook names: beside it, else beside those that came along."""
    name = root.get("files", "")
    own = file.parent / name
    came = paths.resources() / "rules" / file.parent.name / name
    return own if own.is_file() or not came.is_file() else came


def _outline(root: Element, notes: Notes) -> Outline | None:
    name = root.get("outline", "")
    if name not in {file.stem for file in outlines.outline_files()}:
        notes.add(root, "law.load.unknown-outline", outline=name)
        return None
    try:
        found = outlines.outline(name, root.find("sections"), notes)
    except LawInvalid as error:
        for mistake in error.mistakes:
            where = str(mistake.line)
            notes.add(root, "law.load.bad-outline", outline=name, line=where, first=mistake.message)
        return None
    return found


def _choices(root: Element, facts: Mapping[str, Fact], notes: Notes) -> bool:
    """Note where the fact of the stage or of the columns is none that offers answers."""
    wrong = [
        name
        for name in ("stage", "columns", "else-columns")
        if name in root.attrib and facts[root.get(name, "")].type is not FactType.CHOICE
    ]
    for name in wrong:
        notes.add(root, "law.load.no-choice", fact=root.get(name, ""))
    return not wrong


def _every_section_has_a_slot(root: Element, reader: Reader, slots: tuple[Slot, ...]) -> None:
    """Note the topmost sections whose files would have no upload slot to go to."""
    held = {section for slot in slots for section in slot.sections}
    bare: set[str] = set()
    for section in reader.outline.sections.values():
        lineage = {node.id for node in reader.outline.lineage(section.id)}
        if not lineage & held:
            if section.parent not in bare:
                element = root.find("slots")
                reader.notes.add(
                    root if element is None else element, "law.load.no-slot", section=section.id
                )
            bare.add(section.id)


def _sources(root: Element) -> dict[str, Source]:
    return {
        one.get("id", ""): Source(
            id=one.get("id", ""),
            title=source.title_of(one),
            address="; ".join((address.text or "").strip() for address in one.iterfind("address")),
            valid_from=source.day(one, "valid-from"),
            valid_to=source.day(one, "valid-to"),
        )
        for one in root.iterfind("sources/source")
    }


def _exemptions(root: Element, reader: Reader) -> tuple[Exemption, ...]:
    return tuple(
        Exemption(
            id=one.get("id", ""),
            stage=reader.stage(one),
            condition=reader.condition(one),
            notice=_said(one, reader),
            citations=reader.citations(one),
        )
        for one in root.iterfind("cases/exemption")
    )


def _said(one: Element, reader: Reader) -> Text:
    """Return the title of a case that is shown to people; one without words is noted."""
    title = source.title_of(one)
    if not title.id:
        reader.notes.add(one, "law.load.no-title", case=one.get("id", ""))
    return title


def _stops(root: Element, reader: Reader) -> tuple[Stop, ...]:
    return tuple(
        Stop(
            id=one.get("id", ""),
            condition=reader.condition(one),
            title=_said(one, reader),
            confidence=Confidence(one.get("confidence", "low")),
            citations=reader.citations(one),
        )
        for one in root.iterfind("cases/stop")
    )


def _deferrals(root: Element, reader: Reader) -> tuple[Deferral, ...]:
    return tuple(
        Deferral(
            condition=reader.condition(one),
            requirements=reader.requirement_ids(one, "requirements", root),
            citations=reader.citations(one),
        )
        for one in root.iterfind("cases/deferral")
    )


def _changes(root: Element, reader: Reader) -> dict[str, VariationChange]:
    return {
        one.get("code", ""): VariationChange(
            code=one.get("code", ""),
            title=source.title_of(one),
            columns=reader.column_list(one, root.get("columns", ""), root.get("else-columns", "")),
            touches=reader.sections(one, "touches"),
            known=source.yes(one, "known"),
            confidence=Confidence(one.get("confidence", "low")),
            citations=reader.citations(one),
        )
        for one in root.iterfind("changes/change")
    }


def _slots(root: Element, reader: Reader) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            id=one.get("id", ""),
            number=number,
            name=one.get("name", ""),
            title=source.title_of(one),
            sections=reader.sections(one, "sections"),
            requirements=reader.requirement_ids(one, "requirements", root),
            confidence=Confidence(one.get("confidence", "low")),
        )
        for number, one in enumerate(root.iterfind("slots/slot"), start=1)
    )
