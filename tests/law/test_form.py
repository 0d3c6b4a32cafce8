"""The registration form as data: tables, what may stand in them, and what is still empty."""

from __future__ import annotations

import pytest

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language
from dossier_studio.host.messages import both, say
from dossier_studio.law.table import Column, Table
from tests.law.dossiers import BOOK, filed

PRODUCERS = BOOK.tables["manufacturers"]
ACTIVES = BOOK.tables["active_substances"]
OTHERS = BOOK.tables["presentations"]


def column(table: Table, name: str) -> Column:
    found = table.column(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("table", "name", "written", "stored"),
    [
        (PRODUCERS, "role", "Pelulusan bets; bulk", "bulk, batch-release"),
        (PRODUCERS, "Peran", "Packaging, Sterilisasi, pengemasan", "packaging, Sterilisasi"),
        (PRODUCERS, "smf", "Ya", "yes"),
        (PRODUCERS, "smf", "no", "no"),
        (ACTIVES, "amount", " 12,5 ", "12,5"),
        (ACTIVES, "source", "sintetik", "synthetic"),
        (ACTIVES, "source", "ragi rekombinan", "ragi rekombinan"),
        (OTHERS, "valid_until", "30/6/2029", "2029-06-30"),
        (OTHERS, "Berlaku sampai", "2029-06-30", "2029-06-30"),
        (ACTIVES, "name", "  ", ""),
    ],
)
def test_a_cell_is_stored_in_one_way_however_it_was_written(
    table: Table, name: str, written: str, stored: str
) -> None:
    cell = column(table, name)
    assert cell.canonical(written) == stored
    assert cell.canonical(stored) == stored


@pytest.mark.parametrize(
    ("table", "name", "written"),
    [
        (ACTIVES, "amount", "lima ratus"),
        (ACTIVES, "amount", "1.000,5"),
        (ACTIVES, "amount", "NaN"),
        (OTHERS, "valid_until", "31/02/2029"),
        (PRODUCERS, "smf", "mungkin"),
        (ACTIVES, "name", "x" * 5_000),
    ],
)
def test_what_cannot_be_stored_is_refused_by_name(table: Table, name: str, written: str) -> None:
    with pytest.raises(WrongUse) as refused:
        column(table, name).canonical(written)
    for language in Language:
        said = say(refused.value.message, language)
        assert column(table, name).title.say(language) in said
        assert "{" not in said
    [trouble] = [one for one in table.troubles([{name: written}]) if one.column == name]
    assert trouble.refused


def test_what_is_odd_is_told_and_kept() -> None:
    row = {"name": "Parasetamol", "cas": "103-90", "amount": "500", "unit": "mg"}
    found = {one.column: one for one in ACTIVES.troubles([{"name": ""}, row])}
    assert set(found) == {"cas", "producer"}
    assert not any(one.refused for one in found.values())
    assert {one.row for one in found.values()} == {1}
    assert dict(ACTIVES.canonical(row)) == row
    assert "103-90" in both(found["cas"].message).en


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as refused:
        ACTIVES.canonical({"colour": "white"})
    assert "producer" in both(refused.value.message).en


def test_choices_are_shown_in_words() -> None:
    shown = column(PRODUCERS, "role").shown("bulk, Sterilisasi")
    assert [both(one).id for one in shown] == ["Produk ruahan", "Sterilisasi"]
    assert both(column(OTHERS, "valid_until").shown("2029-06-30")[0]).en == "30 Jun 2029"


def test_the_form_names_what_is_still_empty_once_it_is_begun() -> None:
    begun = filed(product_name="Parasetamol").row("active_substances", name="Parasetamol")
    [finding] = begun.findings("V-FORM-FIELDS")
    said = both(finding.message).en
    assert "Drug name" not in said
    for empty in ("Strength", "Excipients", "Amount in the table Active substances", "Producers"):
        assert empty in said
    assert "Licensor" not in said
    assert finding.requirement == "A04"


def test_a_licensor_is_missed_under_licence_only() -> None:
    licensed = filed(origin="licence").row("solvents", name="Air")
    [finding] = licensed.findings("V-FORM-FIELDS")
    assert "Licensor" in both(finding.message).en
