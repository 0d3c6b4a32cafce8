"""findings.xml: what the check found, for programs (resources/schemas/findings.xsd)."""

from __future__ import annotations

from lxml import etree

from dossier_studio.core.finding import NOWHERE, Finding, Report
from dossier_studio.export import xml
from dossier_studio.host import messages
from dossier_studio.law.rulebook import Rulebook

SCHEMA = "findings.xsd"


def findings(report: Report, rulebook: Rulebook, package: str) -> bytes:
    """Return the bytes of findings.xml; findings stay in the order of the report."""
    attributes = {
        "version": "1",
        "package": package,
        "rulebook": rulebook.id,
        "rulebook-version": rulebook.version,
        "complete": _yes_no(report.complete),
        "ready": _yes_no(report.ready),
    }
    root = etree.Element("findings", xml.spelt(attributes))
    coverage = report.coverage
    counts = {
        "passed": coverage.passed,
        "failed": coverage.failed,
        "not-run": coverage.not_run,
        "not-applicable": coverage.not_applicable,
    }
    xml.child(root, "coverage", counts)
    for finding in report.findings:
        _finding(root, finding)
    return xml.written(root, SCHEMA)


def _finding(root: etree._Element, finding: Finding) -> None:
    attributes = {
        "code": finding.code,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "requirement": finding.requirement,
        "section": finding.section,
        "document": finding.document,
        "pages": " ".join(map(str, finding.pages)),
    }
    element = xml.child(root, "finding", attributes)
    xml.pair(element, "message", messages.both(finding.message))
    xml.pair(element, "mend", messages.both(finding.mend))
    if finding.source != NOWHERE:
        xml.pair(element, "source", finding.source)


def _yes_no(value: bool) -> str:  # noqa: FBT001 - the one thing it spells
    return "yes" if value else "no"
