"""Judges every file of a dossier by the authority's profile: contents, format, size, name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePath

from dossier_studio.core.dossier import Document, bare
from dossier_studio.core.file import Digest, FileFacts, Kind, Problem
from dossier_studio.core.finding import Coverage, Finding, Severity
from dossier_studio.core.text import Message, Parameter, Sentence
from dossier_studio.law import placement
from dossier_studio.law.examined import Examined, Observed
from dossier_studio.law.rulebook import FileProfile, FileRule, Need

FORMAT, SIZE, NAME, DUPLICATE, SCANNED = "PK-11", "PK-14", "NM-01", "PF-19", "PF-06"
EXTENSIONS = {Kind.JPEG: ("jpg", "jpeg"), Kind.TIFF: ("tif", "tiff"), Kind.TEXT: ("txt",)}


def observe(case: Examined) -> Observed:
    """Return the findings of all documents and upload slots."""
    found: list[Finding] = []
    coverage = Coverage()
    copies = _copies(case.dossier.documents)
    for document in case.dossier.documents:
        one = _document(case, document, copies)
        found += one.findings
        coverage += one.coverage
    slots = tuple(_slots(case))
    return Observed((*found, *slots), coverage + Coverage(failed=len(slots)))


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
    extension = PurePath(name).suffix.removeprefix(".").lower()
    genuine = EXTENSIONS.get(facts.kind, (facts.kind.value,))
    if extension not in profile.formats or not set(genuine) & set(profile.formats):
        yield Problem(FORMAT, (), facts.kind.value)
    elif extension not in genuine:
        yield Problem(FORMAT, (), facts.kind.value)
    if facts.bytes > profile.limit:
        yield Problem(SIZE)
    bad = [sign for sign in profile.forbidden if sign in PurePath(name).stem]
    if bad:
        yield Problem(NAME, (), " ".join(bad))


def _document(case: Examined, document: Document, copies: dict[Digest, list[str]]) -> Observed:
    facts = case.facts.get(document.sha256)
    profile = case.rulebook.files
    found = list(_placement(case, document))
    if len(copies[document.sha256]) > 1:
        rule = profile.rules.get(DUPLICATE)
        if rule:
            others = ", ".join(one for one in copies[document.sha256] if one != document.key)
            found.append(_finding(case, document, rule, Problem(DUPLICATE, (), others)))
    if facts is None:
        finding = _plain(case, document, "NOT-INSPECTED", Severity.WARNING)
        return Observed((*found, finding), Coverage(failed=len(found), not_run=1))
    ruled = [
        (rule, problem)
        for rule, problem in problems_of(profile, document.name, facts)
        if not (problem.code == SCANNED and _scan_allowed(case, document))
    ]
    found += [_finding(case, document, rule, problem) for rule, problem in ruled]
    failed = {problem.code for _, problem in ruled}
    return Observed(tuple(found), _coverage(profile, facts, failed) + Coverage(failed=len(found)))


def _coverage(profile: FileProfile, facts: FileFacts, failed: set[str]) -> Coverage:
    """Count the profile's rules that were looked at; a closed PDF leaves its inside unseen."""
    inside = {code for code in profile.rules if code.startswith(("PF-", "NV-"))} - {DUPLICATE}
    others = set(profile.rules) - inside
    if facts.kind is not Kind.PDF:
        return Coverage(passed=len(others - failed), not_applicable=len(inside))
    if facts.pages is None:
        return Coverage(passed=len(others - failed), not_run=len(inside - failed))
    return Coverage(passed=len(set(profile.rules) - failed))


def _placement(case: Examined, document: Document) -> Iterator[Finding]:
    counted = {key for line in case.checklist.lines for key in line.documents}
    lines = {line.id: line for line in case.checklist.lines}
    if document.key not in counted:
        yield _plain(case, document, "WAITS", Severity.WARNING)
        return
    name = bare(document.place)
    line = lines.get(name)
    if line and any(one.parent == name and not one.branch for one in lines.values()):
        yield _plain(case, document, "WAITS", Severity.WARNING)
    elif line and line.need is Need.NOT_NEEDED:
        yield _plain(case, document, "NOT-ASKED", Severity.ADVICE)


def _scan_allowed(case: Examined, document: Document) -> bool:
    found = placement.requirement_of(case.rulebook, document.place)
    return bool(found and found[0].scan_allowed)


def _slots(case: Examined) -> Iterator[Finding]:
    rule = case.rulebook.files.rules.get(SIZE)
    if rule is None:
        return
    sizes: dict[str, int] = defaultdict(int)
    counts: dict[str, int] = defaultdict(int)
    for document in case.dossier.documents:
        slot = placement.slot_of(case.rulebook, document.place)
        sizes[slot.id] += document.bytes
        counts[slot.id] += 1
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


def _copies(documents: Iterable[Document]) -> dict[Digest, list[str]]:
    found: dict[Digest, list[str]] = defaultdict(list)
    for document in documents:
        found[document.sha256].append(document.key)
    return found
