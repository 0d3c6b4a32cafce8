"""The shapes of the answers: JSON as the contract writes it, and lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier_studio.cli.face import Face
from dossier_studio.core.file import FileFacts
from dossier_studio.core.finding import Finding, Report, Severity
from dossier_studio.core.text import Language, Message, Sentence
from dossier_studio.host.messages import both, say
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.documents import blanks, problems_of
from dossier_studio.law.examined import cited
from dossier_studio.law.rulebook import FileProfile
from dossier_studio.store.journal import Entry

MARKS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.ADVICE: "·"}


def checklist(found: Checklist, language: Language) -> dict[str, object]:
    """Return a checklist as the contract writes it."""
    return {
        "rulebook": found.rulebook,
        "version": found.version,
        "facts": dict(found.answers),
        "notices": [notice.both() for notice in found.notices],
        "requirements": [_line(line, language) for line in found.lines],
        "stops": [{"id": stop.id, "title": stop.title.both()} for stop in found.stops],
        "complete": found.complete,
    }


def _line(line: Line, language: Language) -> dict[str, object]:
    return {
        "id": line.id,
        "parent": line.parent or None,
        "branch": line.branch or None,
        "sections": list(line.sections),
        "need": line.need,
        "standing": line.standing,
        "title": line.title.both(),
        "because": both(line.because).both(),
        "asks": list(line.asks),
        "source": cited(line.citations).say(language),
        "confidence": line.confidence,
        "documents": list(line.documents),
    }


def checklist_lines(line: Line, names: Mapping[str, str], face: Face) -> Iterator[str]:
    """Yield one line of a checklist as text: state, title, reason, documents by their keys."""
    indent = "  " if line.parent else ""
    need = face.words(Message(f"cli.need.{line.need}"))
    standing = face.words(Message(f"cli.standing.{line.standing}")) if line.standing else ""
    state = f"{need} · {standing}" if standing else need
    sure = face.words(Message(f"cli.confidence.{line.confidence}"))
    title, because = face.words(line.title), face.words(line.because)
    yield f"{indent}{line.id:<24}{state} · {sure}"
    yield f"{indent}    {title}"
    yield f"{indent}    {because}"
    for document in line.documents:
        yield f"{indent}    {document}  {names.get(document, '')}"


def inspected(path: str, facts: FileFacts, profile: FileProfile) -> dict[str, object]:
    """Return the facts of a file as the contract writes them."""
    sizes = facts.page_sizes
    missing, bare = facts.fonts_missing, facts.pages_without_text
    return {
        "path": path,
        "kind": facts.kind,
        "pages": facts.pages,
        "bytes": facts.bytes,
        "sha256": facts.sha256,
        "md5": facts.md5,
        "pdf_version": facts.pdf_version,
        "encrypted": facts.encrypted,
        "signed": facts.signed,
        "javascript": facts.javascript,
        "embedded_files": facts.embedded_files,
        "fonts_missing": None if missing is None else list(missing),
        "pages_without_text": None if bare is None else list(bare),
        "page_sizes": None if sizes is None else [[one.width, one.height] for one in sizes],
        "bookmarks": facts.bookmarks,
        "links_broken": facts.links_broken,
        "problems": [
            {
                "code": problem.code,
                "severity": rule.severity,
                "pages": list(problem.pages),
                "detail": problem.detail,
            }
            for rule, problem in problems_of(profile, Path(path).name, facts)
        ],
    }


def inspected_lines(
    path: Path, facts: FileFacts, profile: FileProfile, *, face: Face
) -> Iterator[str]:
    """Yield the facts of a file as text."""
    parts = [face.words(Message("cli.inspect.kind", {"kind": facts.kind.upper()}))]
    if facts.pdf_version:
        parts.append(face.words(Message("cli.inspect.version", {"version": facts.pdf_version})))
    if facts.pages is not None:
        parts.append(face.words(Message("cli.inspect.pages", {"pages": facts.pages})))
    parts.append(face.words(Message("cli.inspect.bytes", {"bytes": facts.bytes})))
    yield f"{path.name}: {', '.join(parts)}"
    for rule, problem in problems_of(profile, path.name, facts):
        said = blanks(profile, path.name, facts.bytes, problem)
        yield f"  {MARKS[rule.severity]} {problem.code}  {face.words(Sentence(rule.message, said))}"


def report(found: Report, language: Language) -> dict[str, object]:
    """Return a check's report as the contract writes it."""
    coverage = found.coverage
    return {
        "complete": found.complete,
        "ready": found.ready,
        "coverage": {
            "passed": coverage.passed,
            "failed": coverage.failed,
            "not_run": coverage.not_run,
            "not_applicable": coverage.not_applicable,
        },
        "findings": [_finding(finding, language) for finding in found.findings],
    }


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "requirement": finding.requirement or None,
        "section": finding.section or None,
        "document": finding.document or None,
        "pages": list(finding.pages),
        "message": both(finding.message).both(),
        "mend": both(finding.mend).both(),
        "source": finding.source.say(language),
        "confidence": finding.confidence,
    }


def finding_lines(finding: Finding, names: Mapping[str, str], face: Face) -> Iterator[str]:
    """Yield a finding as text: mark, place, sentence, then what to do."""
    place = finding.requirement or finding.section or names.get(finding.document, "")
    yield f"{MARKS[finding.severity]} {place:<12} {face.words(finding.message)}"
    yield f"  {'':<12} {face.words(finding.mend)}"


def entry(one: Entry) -> dict[str, object]:
    """Return a journal entry as JSON: who, when, what, why, and its place in the chain."""
    label = {language.value: say(one.label, language) for language in Language}
    return {
        "number": one.number,
        "when": str(one.when),
        "by": one.by,
        "label": label,
        "reason": one.reason,
        "hash": one.hash,
        "previous": one.previous,
        "undoes": one.undoes,
    }

