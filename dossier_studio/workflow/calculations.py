"""The calculators of the law as verbs: local content, deadlines, fees, shelf life."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dossier_studio.core.text import Language
from dossier_studio.export.self_assessment import self_assessment_xml
from dossier_studio.host.files import beginning
from dossier_studio.law import tkdn_form, tkdn_rules
from dossier_studio.law.tkdn import Assessment, Outcome, calculate
from dossier_studio.law.tkdn_rules import LocalContent


@dataclass(frozen=True, slots=True)
class LocalContentResult:
    """A self-assessment with the rules by which it was read, and its value."""

    rules: LocalContent
    assessment: Assessment
    outcome: Outcome


def sheet_pdf(found: LocalContentResult, languages: tuple[Language, ...]) -> bytes:
    """Return the self-assessment as a PDF that waits for a signature."""
    from dossier_studio.assembly.tkdn_sheet import self_assessment_pdf  # heavy to import

    return self_assessment_pdf(found.rules, found.assessment, found.outcome, languages)


def sheet_xml(found: LocalContentResult) -> bytes:
    """Return the self-assessment as XML, with the weights that it was calculated with."""
    return self_assessment_xml(found.rules, found.assessment, found.outcome)


def local_content(file: Path) -> LocalContentResult:
    """Return the value of the self-assessment in a JSON file.

    Raises Unreadable when it cannot be read as JSON, WrongUse when its content makes no sense.
    """
    data = beginning(file, tkdn_form.LARGEST + 1)
    rules = tkdn_rules.rules()
    assessment = tkdn_form.assessment(data, rules, file.name)
    return LocalContentResult(rules, assessment, calculate(rules, assessment))
