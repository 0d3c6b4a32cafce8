"""Findings: what is missing, expired, damaged or contradictory, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.core.text import Text, Words


class Confidence(StrEnum):
    """How sure we are of what the law asks (design decision 2)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Severity(StrEnum):
    """How much a finding weighs; only errors make `check` fail."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """Sort key: errors first."""
        return ("error", "warning", "advice").index(self.value)


SEVERITY_OF_MISSING = {
    Confidence.HIGH: Severity.ERROR,
    Confidence.MEDIUM: Severity.WARNING,
    Confidence.LOW: Severity.ADVICE,
}
"""A missing document weighs as much as we are sure that it is asked for (design decision 2)."""


NOWHERE = Text("", "")
"""The source of a finding that no clause stands behind."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation about a dossier.

    `requirement`, `section` and `document` name the place (empty where it has none), `pages` are
    1-based page numbers of the document, `source` is the clause or specification behind it.
    """

    code: str
    severity: Severity
    message: Words
    mend: Words
    requirement: str = ""
    section: str = ""
    document: str = ""
    source: Text = NOWHERE
    confidence: Confidence = Confidence.HIGH
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many checks passed, failed, were left out, or did not apply."""

    passed: int = 0
    failed: int = 0
    not_run: int = 0
    not_applicable: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.passed + other.passed,
            self.failed + other.failed,
            self.not_run + other.not_run,
            self.not_applicable + other.not_applicable,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check.

    `complete`: every required line is met, judged, deferred or excused and none is undecided.
    `ready`: complete, no error, and no check left out.
    """

    findings: tuple[Finding, ...]
    coverage: Coverage
    complete: bool

    @property
    def errors(self) -> int:
        """Number of findings of severity error."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def ready(self) -> bool:
        """Whether a package may be made without --allow-incomplete."""
        return self.complete and not self.errors and not self.coverage.not_run
