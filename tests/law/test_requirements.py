"""Each requirement and each part: a product that is asked for it, and one that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dossier_studio.law.checklist import Need, checklist
from tests.law.dossiers import ANSWERED, BOOK

PRE = "stage=pre-registration"
# id | what makes it asked for | what does not; beside the answers of a local generic at
# registration. A question mark: asked for only when a person says so.
WRITTEN = """
A01 | | stage=pre-registration category=6
A02 | stage=pre-registration category=1N |
A03 | origin=import |
A04 | category=7 | stage=pre-registration category=1B
A05 | | stage=pre-registration category=1B
A06 | stage=pre-registration category=3 | stage=pre-registration
A07 | category=5 changes=MaV-12 | stage=pre-registration category=7
A08 | category=4C origin=licence | origin=import
A09 | category=4Q active_source_changed=yes | category=4Q
A10 | category=5 changes=MiV-N-4 | category=6
A11 | origin=contract |
A11.acceptor-licence | origin=contract | origin=licence
A11.acceptor-cpob | origin=contract |
A11.agreement | origin=contract | origin=import
A12 | origin=licence |
A12.licensor-licence | origin=licence | origin=contract
A12.agreement | origin=licence |
A12.maker-licence | origin=licence licensor_abroad=yes | origin=licence licensor_abroad=no
A13 | origin=import |
A13.appointment-letter | origin=import | origin=import affiliate=yes
A13.maker-licence | origin=import | origin=own
A13.gmp | origin=import | origin=licence
A13.cpp | ? origin=import |
A13.import-justification | origin=import |
A13.trade-balance | ? origin=import |
A14 | origin=import | origin=import similar_product_approved=yes smf_recent=yes
A15 | export_only=yes |
A15.destination-approval | export_only=yes export_criteria_met=no |
A15.pro-forma-invoice | export_only=yes |
A16 | patent=patented | patent=patented category=4C
A16.statement | patent=first-generic |
A16.ip-search | patent=patented |
A16.self-assessment | patent=patented |
A17 | substance_class=precursor |
A18 | category=1S | category=3
A19 | stage=pre-registration category=1N orphan=yes | stage=pre-registration category=1N
A20 | category=1B reliance=yes | category=2E reliance=yes
A20.proof-of-authorisation | category=3 reliance=yes | category=3
A20.assessment-report | category=4C reliance=yes |
A20.sameness-declaration | category=1K reliance=yes |
A21 | stage=pre-registration origin=import essential=yes | stage=pre-registration origin=import
A22 | origin=contract | origin=contract category=1N
A23 | stage=pre-registration category=1K | category=1K
A24 | category=7 |
A25 | category=7 renewal_with_variation=yes | category=7
A26 | samples_requested=yes | samples_requested=yes category=5 changes=MaV-2
A27 | dispensing=T filing_date=2029-10-18 | dispensing=T filing_date=2029-10-17
I01 | category=4Q changes=MaV-2 | category=4Q changes=MaV-12
I02 | self_administered=yes dispensing=K | dispensing=K
I03 | category=6 changes=MiV-N-10 | category=6 changes=MiV-N-9
I03.outer | | stage=pre-registration origin=import
I03.inner | | category=4Q changes=MaV-6
I03.blister | ? | category=4Q changes=MaV-6
I04 | category=7 | category=5 changes=MiV-N-9
I05 | dispensing=K | category=4C changes=MaV-1
A29 | origin=import | category=4Q origin=import
A30 | stage=pre-registration origin=import same_as_own_product=yes | same_as_own_product=yes
T01 | category=4Q changes=MaV-2 | category=6 changes=MiV-N-10
T02 | category=5 changes=MaV-6 | category=6 changes=MaV-6
T03 | category=7 renewal_with_variation=yes | category=7
T04 | category=6 changes=MiV-N-6 | category=6 changes=MiV-N-10
T05 | dmf_cep=yes |
T06 | category=1K | category=1K dmf_cep=yes
T07 | | category=7
T08 | category=1K | category=1K substance_file_approved=yes
T09 | | category=7 renewal_with_variation=yes
T10 | category=1N |
T11 | | category=6 changes=MaV-3
T12 | category=7 | category=4Q changes=MaV-2
T13 | | category=7
T14 | category=4Q changes=MaV-9 | category=4Q changes=MaV-15
T15 | | category=6 changes=MaV-9
T16 | | category=7
T17 | category=6 changes=MaV-10 | category=7
T18 | human_animal_excipient=yes |
T19 | novel_excipient=yes | category=7 novel_excipient=yes
T20 | | category=4C changes=MaV-2
T21 | | category=6 changes=MaV-6
T22 | category=4Q changes=MaV-12 | category=4Q changes=MaV-15
T23 | category=4Q changes=MaV-15 | category=4Q changes=MaV-2
T24 | comparative_dissolution=yes |
T25 | literature_ii=yes |
T26 | category=1B | category=4C
T27 | category=1K new_studies_needed=yes | category=1K
T28 | category=1N | category=1N study_waiver=yes
T29 | category=4C change_needs_nonclinical=yes | category=4C
T30 | category=1K |
T31 | category=4C | category=4Q changes=MaV-1
T32 | category=3 new_studies_needed=yes | category=3
T33 | category=1B | category=1B study_waiver=yes
T34 | category=1N ba_be_studies=yes | category=1N
T35 | category=2E literature_iv=yes | category=2E
"""


def profile(text: str) -> dict[str, str]:
    return {**ANSWERED, **dict(word.split("=") for word in text.replace("?", "").split())}


LINES = {
    name.strip(): (asked, unasked)
    for name, asked, unasked in (line.split("|") for line in WRITTEN.strip().splitlines())
}


def need(name: str, text: str) -> Need:
    line = checklist(BOOK, profile(text)).line(name)
    assert line is not None
    return line.need


def test_every_requirement_and_part_is_here() -> None:
    parts = [part.id for one in BOOK.requirements.values() for part in one.parts]
    assert set(LINES) | {"A28"} == {*BOOK.requirements, *parts}


@pytest.mark.parametrize("name", LINES)
def test_it_is_asked_for(name: str) -> None:
    wanted = Need.UNDECIDED if "?" in LINES[name][0] else Need.REQUIRED
    assert need(name, LINES[name][0]) is wanted


@pytest.mark.parametrize("name", LINES)
def test_it_is_not_asked_for(name: str) -> None:
    unasked = LINES[name][1]
    if not unasked.strip():
        unasked = "" if LINES[name][0].replace("?", "").strip() else PRE
    assert need(name, unasked) is Need.NOT_NEEDED


def test_an_exempt_product_is_told_so() -> None:
    made = checklist(BOOK, profile(PRE))
    assert [notice.en[:28] for notice in made.notices] == ["Pre-registration does not ap"]
    assert {line.need for line in made.lines} == {Need.NOT_NEEDED}
    assert checklist(BOOK, profile(f"{PRE} origin=import")).notices == ()
    assert checklist(BOOK, profile("category=7")).notices == ()


@pytest.mark.parametrize(("said", "exempt"), [("yes", False), ("no", True)])
def test_only_bpom_spares_a_generic_with_bioequivalence(said: str, exempt: bool) -> None:
    made = checklist(BOOK, profile(f"{PRE} category=2E stage_one_confirmed={said}"))
    assert bool(made.notices) is exempt


def test_nonclinical_and_clinical_parts_wait_at_the_first_stage() -> None:
    made = checklist(BOOK, profile(f"{PRE} category=1N"))
    lines = [line for line in made.lines if line.id in {f"T{n}" for n in range(26, 34)}]
    assert {(line.need, line.asks, line.judgement_due) for line in lines} == {
        (Need.UNDECIDED, (), True)
    }


def test_a_superseded_row_is_not_asked() -> None:
    row = replace(BOOK.requirements["A05"], valid_to=date(2027, 1, 18))
    book = replace(BOOK, requirements={**BOOK.requirements, "A05": row})
    for day, wanted in (("2027-01-18", Need.REQUIRED), ("2027-01-19", Need.NOT_NEEDED)):
        line = checklist(book, {**ANSWERED, "filing_date": day}).line("A05")
        assert line is not None
        assert line.need is wanted
    unsaid = {name: said for name, said in ANSWERED.items() if name != "filing_date"}
    line = checklist(book, unsaid).line("A05")
    assert line is not None
    assert line.asks == ("filing_date",)
