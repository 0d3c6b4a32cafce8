"""What a person notes while filing, and the clocks that run from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier_studio.core.change import Change, apply
from dossier_studio.core.dossier import (
    IDENTITY,
    Answer,
    Dossier,
    Identity,
    Key,
    Receipt,
    RecordKind,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language, Message
from dossier_studio.law.calendar import calendar
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import agenda, edits, filing, uploads
from dossier_studio.workflow.clocks import Clocks, Lane, clocks, filed

MONDAY = date(2027, 1, 18)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook("id.bpom.drug")


@pytest.fixture
def dossier(book: Rulebook) -> Dossier:
    said = {"stage": "registration", "category": "2X", "origin": "own", "filing_date": str(MONDAY)}
    answers = {Key(RecordKind.ANSWER, name): Answer(value) for name, value in said.items()}
    return Dossier({IDENTITY: Identity("Contoh", book.id, book.version), **answers})


def lane(found: Clocks, key: str) -> Lane:
    return next(
        one for one in found.lanes if isinstance(one.title, Message) and one.title.key.endswith(key)
    )


def test_a_tick_names_the_person_and_can_be_taken_back(book: Rulebook, dossier: Dossier) -> None:
    slot = book.slots[0]
    ticked = apply(
        dossier, uploads.tick(dossier, slot, by="Ratna", when="2027-01-18T03:00:00+00:00")
    )
    assert {name: one.by for name, one in ticked.uploads("0000").items()} == {slot.id: "Ratna"}
    assert ticked.uploads("0001") == {}
    assert apply(ticked, uploads.untick(ticked, slot)).uploads("0000") == {}


def test_notes_survive_the_disk_and_undo(book: Rulebook, tmp_path: Path) -> None:
    identity = Identity("Contoh", book.id, book.version)
    receipt = Receipt("0000", "EREG-1", MONDAY, "SPB-7", date(2027, 1, 11), date(2027, 1, 12))
    with DossierFolder.create(
        tmp_path / "d", identity, by="Ratna", label=Message("workflow.dossier.new", {"name": "x"})
    ) as folder:
        tick = uploads.tick(folder.dossier, book.slots[0], by="Ratna", when="2027-01-18T03:00:00Z")
        folder.commit(tick, "Ratna")
        folder.commit(uploads.receive(folder.dossier, receipt), "Ratna")
        folder.commit(uploads.ask(folder.dossier, date(2027, 3, 1)), "Ratna")
    with DossierFolder.open(tmp_path / "d", write=True, by="Ratna") as folder:
        assert folder.dossier.receipt("0000") == receipt
        assert [one.asked for one in folder.dossier.rounds] == [date(2027, 3, 1)]
        assert set(folder.dossier.uploads("0000")) == {book.slots[0].id}
        assert folder.undo("Ratna") is not None
        assert folder.dossier.rounds == ()
        assert folder.verify_journal()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda one: uploads.receive(
            one, Receipt("0000", ordered=date(2027, 2, 2), paid=date(2027, 2, 1))
        ),
        lambda one: uploads.answer(one, 1, date(2027, 2, 28)),
        lambda one: uploads.answer(one, 9, date(2027, 4, 1)),
        lambda one: uploads.ask(one, date(2027, 4, 1)),
        lambda one: uploads.withdraw(one, 2),
    ],
)
def test_days_that_cannot_be_are_refused(dossier: Dossier, wrong: object) -> None:
    asked = apply(dossier, uploads.ask(dossier, date(2027, 3, 1)))
    assert callable(wrong)
    with pytest.raises(WrongUse):
        wrong(asked)


def test_an_empty_receipt_is_taken_away(dossier: Dossier) -> None:
    noted = apply(dossier, uploads.receive(dossier, Receipt("0000", "EREG-1")))
    emptied: Change = uploads.receive(noted, Receipt("0000"))
    assert apply(noted, emptied).records == dossier.records


def test_clocks_count_from_the_plan_until_something_is_received(
    book: Rulebook, dossier: Dossier
) -> None:
    planned = clocks(book, dossier)
    assert (planned.planned, planned.start) == (True, MONDAY)
    evaluation = lane(planned, "evaluation")
    days, week = calendar(), planned.week
    assert evaluation.due == days.count(MONDAY, 150, week).day
    later = date(2027, 2, 1)
    received = clocks(
        book, apply(dossier, uploads.receive(dossier, Receipt("0000", received=later)))
    )
    assert (received.planned, received.start) == (False, later)
    assert lane(received, "evaluation").due == days.count(later, 150, week).day


def test_the_authority_s_clock_stands_still_while_data_are_asked_for(
    book: Rulebook, dossier: Dossier
) -> None:
    before = lane(clocks(book, dossier), "evaluation").due
    asked = apply(dossier, uploads.ask(dossier, date(2027, 6, 7)))
    answered = apply(asked, uploads.answer(asked, 1, date(2027, 6, 14)))
    found = clocks(book, answered)
    week = found.week
    # A plain week in June without a holiday: five working days later, to the day.
    assert all(calendar().works(date(2027, 6, day), week) for day in range(8, 12))
    assert lane(found, "evaluation").due == calendar().count(before, 5, week).day
    ours = lane(found, "data")
    assert (ours.start, ours.done, ours.unit) == (date(2027, 6, 7), date(2027, 6, 14), "WD")
    assert ours.due == calendar().count(date(2027, 6, 7), 100, week).day


def test_a_payment_order_runs_ten_working_days(book: Rulebook, dossier: Dossier) -> None:
    ordered = date(2027, 1, 11)
    noted = apply(dossier, uploads.receive(dossier, Receipt("0000", ordered=ordered)))
    payment = lane(clocks(book, noted), "payment")
    assert payment.due == calendar().count(ordered, 10, clocks(book, noted).week).day
    assert payment.done is None


def test_the_receipt_stays_with_the_sequence_that_began_it(
    book: Rulebook, dossier: Dossier
) -> None:
    assert filed(dossier) == "0000"
    sent = apply(dossier, filing.close_sequence(book, dossier, by="Ratna"))
    assert filed(sent) == "0000"
    more = apply(sent, filing.close_sequence(book, sent, by="Ratna", filed=date(2027, 6, 14)))
    assert [one.type for one in more.sequences] == ["initial", "additional-data"]
    assert filed(more) == "0000"
    assert clocks(book, more).start == MONDAY


def test_a_calendar_takes_what_is_still_open(book: Rulebook, tmp_path: Path) -> None:
    identity = Identity("Contoh; satu, dua", book.id, book.version)
    said = {"stage": "registration", "category": "2X", "origin": "own", "filing_date": str(MONDAY)}
    paid = Receipt("0000", ordered=date(2027, 1, 11), paid=date(2027, 1, 12))
    label = Message("workflow.dossier.new", {"name": "x"})
    with DossierFolder.create(tmp_path / "d", identity, by="Ratna", label=label) as folder:
        folder.commit(edits.answer(book, folder.dossier, said), "Ratna")
        folder.commit(uploads.receive(folder.dossier, paid), "Ratna")
        found = clocks(book, folder.dossier)
        data = agenda.ics(folder, found, Language.ID)
        assert data == agenda.ics(folder, found, Language.ID)
    text = data.replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 1 + len(found.events)
    due = lane(found, "evaluation").due
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}" in text
    assert "SUMMARY:Contoh\\; satu\\, dua: Evaluasi BPOM" in text
    assert "SPB" not in text
