"""Who files what and when, as sheets and letters print it: answers, never the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dossier_studio.assembly.wording import Languages, filing_day, joined, languages_of
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.text import Text
from dossier_studio.law.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Particulars:
    """The answers that sheets print; empty, or None, where nobody has answered."""

    dossier: str
    product: str
    form: str
    applicant: str
    address: str
    city: str
    signatory: str
    letter: str
    stage: Text | None
    filed: date | None
    sequence: str
    rulebook: Text
    languages: Languages


def particulars(rulebook: Rulebook, dossier: Dossier) -> Particulars:
    """Return what a dossier's sheets say of product, applicant and filing."""
    answers = dossier.answers
    languages = languages_of(answers)
    form = rulebook.facts.get("dosage_form")
    said = answers.get("dosage_form", "")
    name = answers.get("product_name") or dossier.identity.name
    strength = answers.get("strength", "")
    stage = answers.get(rulebook.stage_fact)
    asked = rulebook.facts.get(rulebook.stage_fact)
    return Particulars(
        dossier=dossier.identity.name,
        product=name if not strength or strength in name else f"{name} {strength}",
        form=joined(form.title_of(said), languages) if form and said else said,
        applicant=answers.get("applicant", ""),
        address=answers.get("applicant_address", ""),
        city=answers.get("applicant_city", ""),
        signatory=answers.get("responsible_person", ""),
        letter=answers.get("letter_number", ""),
        stage=asked.title_of(stage) if asked and stage else None,
        filed=filing_day(answers),
        sequence=dossier.next_sequence,
        rulebook=rulebook.title,
        languages=languages,
    )
