"""Checks that every required line is settled."""

from __future__ import annotations

from dossier_studio.core.finding import SEVERITY_OF_MISSING, Coverage, Finding, Severity
from dossier_studio.core.text import Message, Sentence, Words
from dossier_studio.law.checklist import Line
from dossier_studio.law.examined import Examined, Observed, cited
from dossier_studio.law.rulebook import Check, Need
from dossier_studio.law.standing import SETTLED, Standing


def observe(case: Examined) -> Observed:
    """Return what is missing, undecided or waiting for a judgement."""
    holders = {line.parent for line in case.checklist.lines if line.parent}
    open_rows = {line.id for line in case.checklist.lines if line.need is Need.UNDECIDED}
    silent = {line.id for line in case.checklist.lines if line.parent in open_rows}
    stricter = _stricter(case)
    found: list[Finding] = []
    coverage = Coverage()
    for line in case.checklist.lines:
        if line.id in silent or (line.id in holders and line.need is Need.REQUIRED):
            continue  # the parts speak for their set, and an undecided set for its parts
        one = _line(case, line, stricter.get(line.id) or stricter.get(line.parent))
        found += one.findings
        coverage += one.coverage
    return Observed(tuple(found), coverage)


def _stricter(case: Examined) -> dict[str, Check]:
    """Return the rules that give a missing document a severity of their own, by target."""
    found: dict[str, Check] = {}
    for check in case.rulebook.checks:
        if check.kind != "missing":
            continue
        if check.applies is None or check.applies.judge(case.answers).truth:
            for target in check.targets:
                found.setdefault(target, check)
    return found


def _line(case: Examined, line: Line, stricter: Check | None) -> Observed:
    if line.need is Need.NOT_NEEDED:
        return Observed((), Coverage(not_applicable=1))
    if line.need is Need.UNDECIDED:
        return _open(line)
    if line.standing in SETTLED:
        return Observed((), Coverage(passed=1))
    if line.standing is Standing.TO_BE_JUDGED:
        return Observed((_finding(line, "JUDGE", Severity.WARNING),), Coverage(failed=1))
    finding = _finding(line, "MISSING", SEVERITY_OF_MISSING[line.confidence])
    if stricter:
        finding = _by_rule(case, line, stricter)
    return Observed((finding,), Coverage(failed=1))


def _open(line: Line) -> Observed:
    if line.judgement_due:
        return Observed((_finding(line, "JUDGE", Severity.WARNING),), Coverage(failed=1))
    return Observed((_finding(line, "UNDECIDED", Severity.WARNING),), Coverage(not_run=1))


def _finding(line: Line, code: str, severity: Severity) -> Finding:
    said: dict[str, Words] = {"requirement": line.title, "because": line.because}
    kind = code.lower()
    if code == "MISSING" and line.branch:
        kind = "missing-branch"
    return Finding(
        code=code,
        severity=severity,
        message=Message(f"law.check.{kind}", {**said, "branch": line.branch, "id": line.id}),
        mend=Message(f"law.check.{_mend_of(code, line)}", {**said, "id": line.id}),
        requirement=line.id,
        section=line.sections[0] if line.sections else "",
        source=cited(line.citations),
        confidence=line.confidence,
    )


def _mend_of(code: str, line: Line) -> str:
    """Return the key of what to do; what is asked for without doubt is accepted, not judged."""
    if code == "JUDGE" and not line.judgement_due:
        return "accept-mend"
    return f"{code.lower()}-mend"


def _by_rule(case: Examined, line: Line, check: Check) -> Finding:
    said = {"requirement": case.title_of(line.id)}
    return Finding(
        code=check.id,
        severity=check.severity,
        message=Sentence(check.message, said),
        mend=Sentence(check.mend, said),
        requirement=line.id,
        section=line.sections[0] if line.sections else "",
        source=cited(check.citations),
        confidence=check.confidence,
    )
