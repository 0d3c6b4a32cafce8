"""Runs a rulebook's validation rules: one function for each kind of rule (see rulebook.xsd)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dossier_studio.core.dossier import Document, bare
from dossier_studio.core.finding import Coverage, Finding, Severity
from dossier_studio.core.text import Message, Parameter, Sentence, Text
from dossier_studio.law.batches import shelf_life_of
from dossier_studio.law.blanks import begun, blanks, form_of
from dossier_studio.law.checklist import Line
from dossier_studio.law.condition import Verdict
from dossier_studio.law.dates import months_after, months_before
from dossier_studio.law.examined import Examined, Observed, cited
from dossier_studio.law.rulebook import Check, Need
from dossier_studio.law.standing import Standing

PASSED = Coverage(passed=1)
NOT_APPLICABLE = Coverage(not_applicable=1)
NOT_RUN = Coverage(not_run=1)


def observe(case: Examined) -> Observed:
    """Return the findings of all validation rules."""
    found: list[Finding] = []
    coverage = Coverage()
    for check in case.rulebook.checks:
        if check.kind == "missing":
            continue  # completeness reports these, so that nothing is said twice
        one = _applied(case, check)
        found += one.findings
        coverage += one.coverage
    unrecorded = tuple(_unrecorded(case))
    return Observed((*found, *unrecorded), coverage + Coverage(not_applicable=len(unrecorded)))


def surprises(case: Examined) -> frozenset[str]:
    """Return the keys of the documents that an "unexpected" rule speaks of."""
    return frozenset(
        document.key
        for check in case.rulebook.checks
        if check.kind == "unexpected" and _applies(case, check).truth
        for document in _surprising(case, check)
    )


def _applies(case: Examined, check: Check) -> Verdict:
    return check.applies.judge(case.answers) if check.applies else Verdict(truth=True)


def _applied(case: Examined, check: Check) -> Observed:
    verdict = _applies(case, check)
    if verdict.truth is False or (verdict.truth is None and _rare(case, verdict.asks)):
        return Observed((), NOT_APPLICABLE)
    found = KINDS[check.kind](case, check)
    if verdict.truth:
        return found
    # Whether the rule applies is unanswered, which matters only where it would find something.
    if found.findings or found.coverage.not_run:
        return _left_out(case, check, verdict.asks)
    return Observed((), NOT_APPLICABLE)


def _rare(case: Examined, asks: tuple[str, ...]) -> bool:
    """Tell whether only such facts are unanswered as concern few products."""
    return all(case.rulebook.facts[name].rare for name in asks)


def _left_out(case: Examined, check: Check, asks: tuple[str, ...]) -> Observed:
    """Count a rule as not run; the question is named here unless an undecided line names it."""
    named = {name for line in case.checklist.lines for name in line.asks}
    if set(asks) <= named:
        return Observed((), NOT_RUN)
    return Observed((_unanswered_finding(case, check, asks, Severity.WARNING),), NOT_RUN)


def _fact(case: Examined, check: Check) -> Observed:
    assert check.condition is not None  # the loader refuses such a rule without one
    verdict = check.condition.judge(case.answers)
    if verdict.truth or (verdict.truth is None and check.fires_unanswered):
        return Observed((_finding(check),), Coverage(failed=1))
    if verdict.truth is not None or check.passes_unanswered:
        return Observed((), PASSED)
    if _rare(case, verdict.asks):
        # What few products need is advised, and holds nothing back.
        finding = _unanswered_finding(case, check, verdict.asks, Severity.ADVICE)
        return Observed((finding,), NOT_APPLICABLE)
    return _left_out(case, check, verdict.asks)


def _unanswered(case: Examined, check: Check) -> Observed:
    if all(target in case.answers for target in check.targets):
        return Observed((), PASSED)
    return Observed((_finding(check),), Coverage(failed=1))


def _pattern(case: Examined, check: Check) -> Observed:
    found = []
    seen = False
    for target in check.targets:
        value = case.dossier.answers.get(target, "")
        pattern = case.rulebook.facts[target].pattern
        seen = seen or bool(value)
        if value and not re.fullmatch(pattern, value):
            found.append(_finding(check, {"value": value}))
    return _counted(found, seen=seen)


def _window(case: Examined, check: Check) -> Observed:
    expiry = case.answers.get(check.targets[0])
    if not isinstance(expiry, date) or case.filing_date is None:
        return Observed((), NOT_APPLICABLE)
    opens = months_before(expiry, check.limits["opens-months"])
    closes = months_before(expiry, check.limits["closes-months"])
    if opens <= case.filing_date <= closes:
        return Observed((), PASSED)
    said = {"filing": case.filing_date, "opens": opens, "closes": closes}
    return Observed((_finding(check, said),), Coverage(failed=1))


def _older(case: Examined, check: Check) -> Observed:
    if case.filing_date is None:
        return Observed((), NOT_APPLICABLE)
    found = []
    seen = False
    for target in check.targets:
        answer = case.answers.get(target)
        if isinstance(answer, date):
            seen = True
            if months_after(answer, check.limits["months"]) < case.filing_date:
                found.append(_finding(check))
        for line, document in _papers(case, target):
            issued = document.certificate.issued if document.certificate else None
            seen = seen or issued is not None
            if issued and months_after(issued, check.limits["months"]) < case.filing_date:
                found.append(_finding(check, _said(line, document), line, document))
    return _counted(found, seen=seen)


def _expired(case: Examined, check: Check) -> Observed:
    return _expiry(case, check, lambda expires, filing: expires < filing)


def _expiring(case: Examined, check: Check) -> Observed:
    months = check.limits["months"]
    return _expiry(
        case, check, lambda expires, filing: filing <= expires < months_after(filing, months)
    )


def _expiry(case: Examined, check: Check, late: Callable[[date, date], bool]) -> Observed:
    filing = case.filing_date
    if filing is None:
        return Observed((), NOT_APPLICABLE)
    found = []
    seen = False
    for line, document in _certificates(case):
        if not _aimed_at(case, check, line):
            continue
        expires = document.certificate.expires if document.certificate else None
        seen = seen or expires is not None
        if expires and late(expires, filing):
            said = {**_said(line, document), "date": expires, "filing": filing}
            found.append(_finding(check, said, line, document))
    return _counted(found, seen=seen)


def _form(case: Examined, check: Check) -> Observed:
    form = _dosage_form(case)
    answer = case.dossier.answers.get("dosage_form", "")
    names = {name.casefold() for name in (answer, form.id, form.en)}
    found = []
    seen = False
    for target in check.targets:
        for line, document in _papers(case, target):
            forms = document.certificate.dosage_forms if document.certificate else ()
            seen = seen or bool(forms and answer)
            if forms and answer and not names & {one.casefold() for one in forms}:
                said = {**_said(line, document), "form": form}
                found.append(_finding(check, said, line, document))
    return _counted(found, seen=seen)


def _dosage_form(case: Examined) -> Text:
    """Return the product's dosage form in words: an answer of one's own, or one of the choices."""
    answer = case.dossier.answers.get("dosage_form", "")
    fact = case.rulebook.facts.get("dosage_form")
    return fact.title_of(answer) if fact else Text(answer, answer)


def _unexpected(case: Examined, check: Check) -> Observed:
    found = _surprising(case, check)
    if not found:
        return Observed((), PASSED)
    finding = _finding(check, {"file": found[0].name}, None, found[0])
    return Observed((finding,), Coverage(failed=1))


def _surprising(case: Examined, check: Check) -> list[Document]:
    """Return the documents at a target that no line asks for."""
    asked = {
        key
        for line in case.checklist.lines
        if line.need is not Need.NOT_NEEDED
        for key in line.documents
    }
    found = []
    for document in case.dossier.documents:
        lineage = {node.id for node in case.rulebook.outline.lineage(case.section_of(document))}
        here = lineage | {bare(document.place)}
        if here & set(check.targets) and not lineage & set(check.apart):
            found.append(document)
    return [document for document in found if document.key not in asked]


def _deferred(case: Examined, check: Check) -> Observed:
    found = [
        _finding(check, {"requirement": line.title}, line)
        for line in case.checklist.lines
        if line.standing is Standing.DEFERRED and bare(line.id) in check.targets
    ]
    return _counted(found, seen=bool(found))


def _blank(case: Examined, check: Check) -> Observed:
    """Look for empty fields of a form that somebody has begun to fill in here."""
    found = []
    seen = False
    for target in check.targets:
        line, form = case.checklist.line(target), form_of(case.rulebook, target)
        if line is None or line.need is not Need.REQUIRED:
            continue
        if form is None or not begun(form, case.dossier):
            continue
        seen = True
        empty = blanks(case.rulebook, form, case.dossier, case.answers)
        if empty:
            said: dict[str, Parameter] = {"requirement": line.title, "fields": empty}
            found.append(_finding(check, said, line))
    return _counted(found, seen=seen)


KINDS: Mapping[str, Callable[[Examined, Check], Observed]] = {
    "fact": _fact,
    "unanswered": _unanswered,
    "pattern": _pattern,
    "window": _window,
    "older": _older,
    "expired": _expired,
    "expiring": _expiring,
    "form": _form,
    "unexpected": _unexpected,
    "deferred": _deferred,
    "blank": _blank,
    "shelf-life": shelf_life_of,
}


def _counted(found: list[Finding], *, seen: bool) -> Observed:
    if found:
        return Observed(tuple(found), Coverage(failed=len(found)))
    return Observed((), PASSED if seen else NOT_APPLICABLE)


def _certificates(case: Examined) -> Iterator[tuple[Line, Document]]:
    for line in case.checklist.lines:
        if line.certificate and not line.branch and line.need is not Need.NOT_NEEDED:
            for document in case.documents_of(line):
                yield line, document


def _aimed_at(case: Examined, check: Check, line: Line) -> bool:
    outline = case.rulebook.outline
    here = {node.id for section in line.sections for node in outline.lineage(section)}
    return bool((here | {line.id}) & set(check.targets)) and not here & set(check.apart)


def _unrecorded(case: Examined) -> Iterator[Finding]:
    """Advise to note the dates of a certificate of which nothing is noted yet."""
    for line, document in _certificates(case):
        noted = document.certificate
        if noted is None or (noted.expires is None and noted.issued is None):
            said = _said(line, document)
            yield Finding(
                code="CERTIFICATE",
                severity=Severity.ADVICE,
                message=Message("law.check.certificate", said),
                mend=Message("law.check.certificate-mend", said),
                requirement=line.id,
                section=case.section_of(document),
                document=document.key,
                confidence=line.confidence,
            )


def _papers(case: Examined, target: str) -> Iterator[tuple[Line, Document]]:
    line = case.checklist.line(target)
    if line and line.need is not Need.NOT_NEEDED:
        for document in case.documents_of(line):
            yield line, document


def _said(line: Line, document: Document) -> dict[str, Parameter]:
    return {"requirement": line.title, "file": document.name}


def _finding(
    check: Check,
    said: Mapping[str, Parameter] | None = None,
    line: Line | None = None,
    document: Document | None = None,
) -> Finding:
    return Finding(
        code=check.id,
        severity=check.severity,
        message=Sentence(check.message, said or {}),
        mend=Sentence(check.mend, said or {}),
        requirement=line.id if line else "",
        section=line.sections[0] if line and line.sections else "",
        document=document.key if document else "",
        source=cited(check.citations),
        confidence=check.confidence,
    )


def _unanswered_finding(
    case: Examined, check: Check, asks: tuple[str, ...], severity: Severity
) -> Finding:
    questions = tuple(case.rulebook.facts[name].title for name in asks)
    return Finding(
        code=check.id,
        severity=severity,
        message=Message("law.check.unanswered", {"questions": questions}),
        mend=Message("law.check.unanswered-mend", {"questions": questions}),
        source=cited(check.citations),
        confidence=check.confidence,
    )
