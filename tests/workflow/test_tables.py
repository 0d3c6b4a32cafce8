"""The form's tables: set whole, pasted from a spreadsheet, copied back to one."""

from __future__ import annotations

import pytest

from dossier_studio.core.change import apply
from dossier_studio.core.dossier import IDENTITY, Dossier, Identity
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language
from dossier_studio.host.messages import both
from dossier_studio.law.load import rulebook
from dossier_studio.workflow import tables

BOOK = rulebook("id.bpom.drug")
EMPTY = Dossier({IDENTITY: Identity("Contoh", BOOK.id, BOOK.version)})
EXCIPIENTS = BOOK.tables["excipients"]
ROWS = (
    {"name": "Talk", "amount": "2,0", "unit": "mg", "function": "Pelincir"},
    {"name": "Air murni", "amount": "q.s.", "function": "Cairan granulasi"},
)


def filled(*rows: dict[str, str], name: str = "excipients") -> Dossier:
    return apply(EMPTY, tables.set_rows(BOOK, EMPTY, name, rows))


def test_rows_are_kept_in_their_order_without_empty_ones() -> None:
    dossier = filled(ROWS[0], {"name": "  "}, ROWS[1])
    assert tables.rows_of(dossier, "excipients") == ROWS
    assert [row.order for row in dossier.table("excipients")] == [0, 1]
    assert tables.rows_of(dossier, "solvents") == ()


def test_fewer_rows_leave_nothing_behind_and_undo_brings_all_back() -> None:
    dossier = filled(*ROWS)
    change = tables.set_rows(BOOK, dossier, "excipients", ROWS[1:])
    shorter = apply(dossier, change)
    assert tables.rows_of(shorter, "excipients") == ROWS[1:]
    assert apply(shorter, change.undone()) == dossier
    assert tables.set_rows(BOOK, dossier, "excipients", ROWS).empty


@pytest.mark.parametrize(
    ("name", "row", "named"),
    [
        ("active_substances", {"name": "X", "amount": "banyak"}, ("Baris 2", "Jumlah", "banyak")),
        ("presentations", {"valid_until": "besok"}, ("Baris 2", "besok")),
        ("excipients", {"warna": "putih"}, ("Baris 2", "warna", "function")),
    ],
)
def test_a_cell_that_cannot_be_stored_is_named_with_its_row(
    name: str, row: dict[str, str], named: tuple[str, ...]
) -> None:
    with pytest.raises(WrongUse) as refused:
        tables.set_rows(BOOK, EMPTY, name, [{}, row])
    said = both(refused.value.message).id
    assert all(part in said for part in named), said


def test_unknown_tables_and_endless_ones_are_refused() -> None:
    with pytest.raises(WrongUse) as refused:
        tables.set_rows(BOOK, EMPTY, "colours", [])
    assert "manufacturers" in both(refused.value.message).en
    with pytest.raises(WrongUse):
        filled(*[{"name": str(number)} for number in range(1_000)])


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_a_paste_with_titles_finds_its_columns(mark: str) -> None:
    lines = [["Fungsi", "name", "Amount"], ["Pelincir", "Talk", "2.0"], ["", "", ""]]
    text = "\ufeff" + "\r\n".join(mark.join(line) for line in lines)
    assert tables.pasted(EXCIPIENTS, text) == (
        {"function": "Pelincir", "name": "Talk", "amount": "2.0"},
    )


def test_a_paste_without_titles_begins_where_one_stands() -> None:
    assert tables.pasted(EXCIPIENTS, "Talk\t\t2,0\nPati\n") == (
        {"name": "Talk", "cas": "", "amount": "2,0"},
        {"name": "Pati"},
    )
    assert tables.pasted(EXCIPIENTS, "Pelincir\tNabati", first="function") == (
        {"function": "Pelincir", "source": "Nabati"},
    )
    assert tables.pasted(EXCIPIENTS, "") == ()


def test_cells_may_hold_lines_and_quotes() -> None:
    [row] = tables.pasted(EXCIPIENTS, '"Talk ""halus""\nputih"\t7')
    assert row == {"name": 'Talk "halus"\nputih', "cas": "7"}


def test_a_paste_that_does_not_fit_is_refused() -> None:
    with pytest.raises(WrongUse):
        tables.pasted(EXCIPIENTS, "\t".join("x" * 9))
    with pytest.raises(WrongUse) as refused:
        tables.pasted(EXCIPIENTS, "name;warna\nTalk;putih", headed=True)
    assert "warna" in both(refused.value.message).en


@pytest.mark.parametrize("language", list(Language))
def test_what_is_copied_is_pasted_back_the_same(language: Language) -> None:
    rows = (
        {"name": "=1+1", "role": "bulk, Sterilisasi", "address": "Jl. A\nBandung", "smf": "yes"},
        {"name": "-Contoh\tFarma", "role": "packaging", "address": '"B"', "smf": "no"},
    )
    table = BOOK.tables["manufacturers"]
    dossier = filled(*rows, name="manufacturers")
    text = tables.copied(table, tables.rows_of(dossier, "manufacturers"), language)
    assert "\n=1" not in text  # a spreadsheet would compute it
    back = tables.set_rows(BOOK, dossier, "manufacturers", tables.pasted(table, text))
    assert back.empty
    assert table.columns[0].title.say(language) in text
