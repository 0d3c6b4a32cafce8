"""The rulebook agrees with every cell of the tables, at both stages and for any answers."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier_studio.law.checklist import Need, checklist
from dossier_studio.law.load import rulebook
from tests.law.oracle import TOUCHED, UNREAD, Answers, expected
from tests.law.tables import COLUMNS, ROWS

BOOK = rulebook("id.bpom.drug")
STAGES = ("pre-registration", "registration")
ORIGINS = ("own", "contract", "licence", "import")
TRUTHS = {Need.REQUIRED: True, Need.NOT_NEEDED: False, Need.UNDECIDED: None}
YES_NO = (
    "export_only orphan life_threatening programme essential reliance affiliate conventional_form"
    " study_waiver human_animal_excipient novel_excipient similar_product_approved smf_recent"
    " self_administered literature_ii literature_iv be_bridging renewal_with_variation"
    " stage_one_confirmed active_source_changed change_alters_risk samples_requested"
    " halal_certified substance_file_approved dmf_cep comparative_dissolution new_studies_needed"
    " change_needs_nonclinical ba_be_studies foreign_making_step foreign_site_changed"
    " same_as_own_product"
).split()
CHOICES = {
    "stage": STAGES,
    "category": COLUMNS,
    "origin": ORIGINS,
    "substance_class": ("none", "narcotic", "psychotropic", "precursor"),
    "patent": ("none", "patented", "first-generic"),
    "deferral": ("none", "not-yet-industry", "new-facility"),
    "dispensing": ("B", "T", "K", "N", "P"),
    "filing_date": ("2027-01-18", "2029-10-17", "2029-10-18", "2034-10-18"),
    "changes": (*TOUCHED, *sorted(UNREAD), "MaV-12,MiV-PA-3", "MaV-2,MaV-15"),
}


def compare(answers: Answers) -> None:
    found = {}
    for line in checklist(BOOK, answers).lines:
        if line.id in ROWS:
            found[line.id] = (TRUTHS[line.need], line.confidence.value)
    assert found == {name: expected(name, answers) for name in ROWS}


def test_the_rows_are_those_of_the_tables() -> None:
    assert list(BOOK.requirements) == list(ROWS)
    assert len(ROWS) == 70


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("category", COLUMNS)
def test_every_cell_when_all_is_answered(category: str, stage: str) -> None:
    for origin, said in product(ORIGINS, ("yes", "no")):
        answers = {
            **dict.fromkeys(YES_NO, said),
            "stage": stage,
            "category": category,
            "origin": origin,
            "substance_class": "none" if said == "no" else "precursor",
            "patent": "none" if said == "no" else "patented",
            "dispensing": "K",
            "filing_date": "2027-01-18",
            "changes": "MaV-3" if said == "no" else "MiV-N-4",
        }
        compare(answers)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("category", COLUMNS)
def test_every_cell_when_nothing_else_is_answered(category: str, stage: str) -> None:
    compare({"stage": stage, "category": category})


def test_nothing_at_all_answered() -> None:
    compare({})


PROFILES = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from(("yes", "no")) for name in YES_NO},
        **{name: st.sampled_from(values) for name, values in CHOICES.items()},
    },
)


@settings(max_examples=120)
@given(PROFILES)
def test_any_answers(answers: dict[str, str]) -> None:
    compare(answers)


@settings(max_examples=60)
@given(PROFILES)
def test_an_undecided_line_asks_what_would_decide_it_or_waits_for_a_person(
    answers: dict[str, str],
) -> None:
    for line in checklist(BOOK, answers).lines:
        if line.need is not Need.UNDECIDED:
            assert line.asks == (), line.id
        assert not set(line.asks) & set(answers), line.id
        assert line.judgement_due == (line.need is Need.UNDECIDED and not line.asks)
        for name in line.asks:
            assert not BOOK.facts[name].derived
