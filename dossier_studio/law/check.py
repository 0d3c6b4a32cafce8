"""Checks a dossier: completeness, the authority's rules, and every file; needs no disk."""

from __future__ import annotations

from collections.abc import Mapping

from dossier_studio.core.dossier import Dossier
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Coverage, Finding, Report, Severity
from dossier_studio.core.text import Message
from dossier_studio.law import completeness, documents, validity
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.checklist import checklist as made
from dossier_studio.law.examined import FILING_DATE, Examined, Observed
from dossier_studio.law.rulebook import Rulebook


def check(rulebook: Rulebook, dossier: Dossier, facts: Mapping[Digest, FileFacts]) -> Report:
    """Return all findings, most serious first, with an honest count of what was looked at.

    `facts` holds what intake found of each blob; a document without facts is a check left out.
    """
    checklist = made(rulebook, dossier.answers, dossier)
    return examined(Examined(rulebook, dossier, checklist, facts))


def examined(case: Examined) -> Report:
    """Return the report of a dossier whose checklist is already made."""
    observed = [
        _stops(case.checklist),
        _filing_date(case),
        completeness.observe(case),
        validity.observe(case),
        documents.observe(case),
    ]
    coverage = sum((one.coverage for one in observed), Coverage())
    findings = [finding for one in observed for finding in one.findings]
    return Report(_ordered(case, findings), coverage, case.checklist.complete)


def _stops(checklist: Checklist) -> Observed:
    found = tuple(
        Finding(
            code=stop.id,
            severity=Severity.ERROR,
            message=stop.title,
            mend=Message("law.check.stop-mend"),
            source=stop.citations[0].words if stop.citations else stop.title,
            confidence=stop.confidence,
        )
        for stop in checklist.stops
    )
    return Observed(found, Coverage(failed=len(found)))


def _filing_date(case: Examined) -> Observed:
    if FILING_DATE not in case.rulebook.facts:
        return Observed()
    if case.filing_date:
        return Observed((), Coverage(passed=1))
    finding = Finding(
        code="FILING-DATE",
        severity=Severity.WARNING,
        message=Message("law.check.no-filing-date"),
        mend=Message("law.check.no-filing-date-mend"),
    )
    return Observed((finding,), Coverage(not_run=1))


def _ordered(case: Examined, findings: list[Finding]) -> tuple[Finding, ...]:
    sections = case.rulebook.outline.sections

    def key(finding: Finding) -> tuple[int, int, str, str, str]:
        place = sections[finding.section].order if finding.section in sections else -1
        return finding.severity.rank, place, finding.requirement, finding.document, finding.code

    return tuple(sorted(findings, key=key))
