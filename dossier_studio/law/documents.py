"""Judges every file of a dossier by the authority's profile: contents, format, size, name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from dossier_studio.core.dossier import Document, bare
from dossier_studio.core.file import Digest, FileFacts, Kind, Problem
from dossier_studio.core.finding import Coverage, Finding, Severity
from dossier_studio.core.text import Message, Parameter, Sentence
from dossier_studio.law import placement, validity
from dossier_studio.law.checklist import Line
from dossier_studio.law.examined import Examined, Observed
from dossier_studio.law.files import DUPLICATE, FORMAT, NAME, SCANNED, SIZE
from dossier_studio.law.rulebook import FileProfile, FileRule, Need

ARCHIVES = frozenset({Kind.ZIP, Kind.RAR, Kind.DOCX, Kind.XLSX, Kind.PPTX})
EXTENSIONS = {Kind.JPEG: ("jpg", "jpeg"), Kind.TIFF: ("tif", "tiff"), Kind.TEXT: ("txt",)}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one document is judged against: copies, the lines it counts for, expected surprises.

    `surprises` are documents that a validation rule already speaks of.
    """

    copies: Mapping[Digest, Sequence[str]]
    lines: Mapping[str, Sequence[Line]]
    containers: frozenset[str]
    surprises: frozenset[str]
    named: frozenset[str]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Reach:
    """The codes of a profile's rules: all, those about a PDF's inside, those about archives."""

    rules: frozenset[str]
    inside: frozenset[str]
    archive: frozenset[str]


def observe(case: Examined) -> Observed:
    """Return the findings of all documents and upload slots."""
    found: list[Finding] = []
    coverage = Coverage()
    around = _surroundings(case)
    for document in case.dossier.documents:
        one = _remembered(case, document, around)
        found += one.findings
        coverage += one.coverage
    slots = tuple(_slots(case))
    return Observed((*found, *slots), coverage + Coverage(failed=len(slots)))


def _remembered(case: Examined, document: Document, around: Surroundings) -> Observed:
    """Return what is said of a document; nothing is judged again of which nothing has changed."""
    lines = around.lines.get(document.key, ())
    grounds = (
        document,
        case.facts.get(document.sha256),
        tuple((line.id, line.need) for line in lines),
        tuple(around.copies[document.sha256]),
        document.key in around.surprises,
        bool(lines) or _nothing_asked(case, document, around.named),
    )
    before = case.known.get(document.key)
    if before is not None and before[0] == grounds:
        return before[1]
    found = _document(case, document, around)
    case.known[document.key] = (grounds, found)
    return found


def _surroundings(case: Examined) -> Surroundings:
    copies: dict[Digest, list[str]] = defaultdict(list)
    for document in case.dossier.documents:
        copies[document.sha256].append(document.key)
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in case.checklist.lines:
        for key in line.documents:
            lines[key].append(line)
    return Surroundings(
        copies=copies,
        lines=lines,
        containers=frozenset(line.parent for line in case.checklist.lines if line.parent),
        surprises=validity.surprises(case),
        named=placement.named_sections(case.rulebook),
        reach=_reach(case.rulebook.files),
    )


def _reach(profile: FileProfile) -> Reach:
    rules = frozenset(profile.rules)
    inside = frozenset(code for code in rules if code.startswith(("PF-", "NV-")))
    archive = frozenset(code for code in rules if code.startswith("PK-0"))
    return Reach(rules, inside - {DUPLICATE}, archive)


def problems_of(
    profile: FileProfile, name: str, facts: FileFacts
) -> tuple[tuple[FileRule, Problem], ...]:
    """Return what is amiss with one file, whether or not it lies in a dossier, with its rule."""
    problems = [*facts.problems, *_portal(profile, name, facts)]
    return tuple(
        (profile.rules[problem.code], problem)
        for problem in sorted(problems)
        if problem.code in profile.rules
    )


def _portal(profile: FileProfile, name: str, facts: FileFacts) -> Iterator[Problem]:
    path = PurePath(name)
    extension = path.suffix.removeprefix(".").lower()
    genuine = EXTENSIONS.get(facts.kind, (facts.kind.value,))
    if extension not in genuine or extension not in profile.formats:
        yield Problem(FORMAT, (), facts.kind.value)
    if facts.bytes > profile.limit:
        yield Problem(SIZE)
    stem = path.stem
    bad = [sign for sign in profile.forbidden if sign in stem]
    if bad:
        yield Problem(NAME, (), " ".join(bad))


def _document(case: Examined, document: Document, around: Surroundings) -> Observed:
    facts = case.facts.get(document.sha256)
    profile = case.rulebook.files
    found = list(_placement(case, document, around))
    failed: set[str] = set()
    copies = [key for key in around.copies[document.sha256] if key != document.key]
    if copies and DUPLICATE in profile.rules:
        problem = Problem(DUPLICATE, (), ", ".join(copies))
        found.append(_finding(case, document, profile.rules[DUPLICATE], problem))
        failed.add(DUPLICATE)
    if facts is None:
        finding = _plain(case, document, "NOT-INSPECTED", Severity.WARNING)
        return Observed((*found, finding), Coverage(failed=len(found), not_run=1))
    ruled = [
        (rule, problem)
        for rule, problem in problems_of(profile, document.name, facts)
        if not (problem.code == SCANNED and _scan_allowed(case, document, around))
    ]
    found += [_finding(case, document, rule, problem) for rule, problem in ruled]
    failed |= {problem.code for _, problem in ruled}
    looked = _coverage(around.reach, facts, failed)
    return Observed(tuple(found), looked + Coverage(failed=len(found)))


def _coverage(reach: Reach, facts: FileFacts, failed: set[str]) -> Coverage:
    """Count the profile's rules that were looked at; a closed PDF leaves its inside unseen."""
    nothing: frozenset[str] = frozenset()
    apart = (reach.archive if facts.kind not in ARCHIVES else nothing) - failed
    if facts.kind is not Kind.PDF:
        apart |= reach.inside - failed
    closed = facts.kind is Kind.PDF and facts.pages is None
    unseen = reach.inside - failed if closed else nothing
    return Coverage(
        passed=len(reach.rules - failed - apart - unseen),
        not_run=len(unseen),
        not_applicable=len(apart),
    )


def _placement(case: Examined, document: Document, around: Surroundings) -> Iterator[Finding]:
    """Say where a document waits for a choice, or lies where nothing is asked for.

    At a set it waits for a part; at a requirement of several branches it waits for a branch.
    """
    lines = around.lines.get(document.key, ())
    counts = [line for line in lines if line.id not in around.containers]
    asked = [line for line in (counts or lines) if line.need is not Need.NOT_NEEDED]
    if not lines and not _nothing_asked(case, document, around.named):
        yield _plain(case, document, "WAITS", Severity.WARNING)
    elif not asked:
        if document.key not in around.surprises:
            yield _plain(case, document, "NOT-ASKED", Severity.ADVICE)
    elif not counts:
        yield _plain(case, document, "WAITS", Severity.WARNING)


def _nothing_asked(case: Examined, document: Document, named: frozenset[str]) -> bool:
    """Tell whether requirements name this section, but none of them is asked for."""
    section = placement.governing(case.rulebook, case.section_of(document), named)
    needs = [line.need for line in case.checklist.lines if section in line.sections]
    return bool(needs) and all(need is Need.NOT_NEEDED for need in needs)


def _scan_allowed(case: Examined, document: Document, around: Surroundings) -> bool:
    places = [line.id for line in around.lines.get(document.key, ())] or [document.place]
    found = [placement.requirement_of(case.rulebook, place) for place in places]
    return any(one and one[0].scan_allowed for one in found)


def _slots(case: Examined) -> Iterator[Finding]:
    rule = case.rulebook.files.rules.get(SIZE)
    if rule is None:
        return
    sizes: dict[str, int] = defaultdict(int)
    counts: dict[str, int] = defaultdict(int)
    slots: dict[str, str] = {}
    for document in case.dossier.documents:
        place = bare(document.place)
        if place not in slots:
            slots[place] = placement.slot_of(case.rulebook, place).id
        sizes[slots[place]] += document.bytes
        counts[slots[place]] += 1
    for slot in case.rulebook.slots:
        if counts[slot.id] > 1 and sizes[slot.id] > case.rulebook.files.limit:
            said: dict[str, Parameter] = {
                "slot": slot.title,
                "size": _megabytes(sizes[slot.id]),
                "limit": _megabytes(case.rulebook.files.limit),
            }
            yield Finding(
                code=SIZE,
                severity=rule.severity,
                message=Message("law.check.slot-size", said),
                mend=Message("law.check.slot-size-mend", said),
                section=slot.sections[0] if slot.sections else "",
                source=rule.source,
                confidence=rule.confidence,
            )


def _plain(case: Examined, document: Document, code: str, severity: Severity) -> Finding:
    said: dict[str, Parameter] = {"file": document.name, "place": case.title_of(document.place)}
    return Finding(
        code=code,
        severity=severity,
        message=Message(f"law.check.{code.lower()}", said),
        mend=Message(f"law.check.{code.lower()}-mend", said),
        requirement=""
        if bare(document.place) in case.rulebook.outline.sections
        else document.place,
        section=case.section_of(document),
        document=document.key,
    )


def _finding(case: Examined, document: Document, rule: FileRule, problem: Problem) -> Finding:
    said = blanks(case.rulebook.files, document.name, document.bytes, problem)
    return Finding(
        code=problem.code,
        severity=rule.severity,
        message=Sentence(rule.message, said),
        mend=Sentence(rule.mend, said),
        requirement=""
        if bare(document.place) in case.rulebook.outline.sections
        else document.place,
        section=case.section_of(document),
        document=document.key,
        source=rule.source,
        confidence=rule.confidence,
        pages=problem.pages,
    )


def _requirement(case: Examined, document: Document) -> str:
    return "" if bare(document.place) in case.rulebook.outline.sections else document.place


def blanks(profile: FileProfile, name: str, size: int, problem: Problem) -> dict[str, Parameter]:
    """Return what fills the blanks of a file rule's sentences."""
    return {
        "file": name,
        "pages": ranges(problem.pages),
        "detail": problem.detail,
        "size": _megabytes(size),
        "limit": _megabytes(profile.limit),
        "formats": profile.formats,
    }


def ranges(pages: Iterable[int]) -> str:
    """Return page numbers as people write them: 1, 3–5, 9."""
    runs = [
        [page for _, page in run]
        for _, run in groupby(enumerate(sorted(set(pages))), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _megabytes(size: int) -> str:
    return f"{-(-size // 1_048_576)} MB"
