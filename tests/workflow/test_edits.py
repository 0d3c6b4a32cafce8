"""Edits that keep what belongs to the place when the file changes."""

from __future__ import annotations

from datetime import date

import pytest

from dossier_studio.core.change import apply
from dossier_studio.core.dossier import (
    IDENTITY,
    Branch,
    Certificate,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    RecordKind,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.file import Digest
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.workflow import branches, edits
from dossier_studio.workflow.edits import Incoming

OLD = Document(
    key=DocumentKey("D0001"),
    place=Place("A08"),
    order=0,
    name="cpob-lama.pdf",
    sha256=Digest("a" * 64),
    bytes=100,
    title="CPOB",
    certificate=Certificate(number="7", expires=date(2027, 1, 9)),
    prepared_by="Ratna",
    checked_by="Bima",
)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook("id.bpom.drug")


@pytest.fixture
def dossier(book: Rulebook) -> Dossier:
    return Dossier(
        {
            IDENTITY: Identity("Contoh", book.id, book.version),
            Key(RecordKind.DOCUMENT, OLD.key): OLD,
        }
    )


def test_another_file_takes_the_place_order_and_certificate(dossier: Dossier) -> None:
    change = edits.exchange(dossier, "D0001", Incoming("cpob-baru.pdf", Digest("b" * 64), 200))
    new = apply(dossier, change).document("D0001")
    assert new is not None
    assert (new.name, new.sha256, new.bytes) == ("cpob-baru.pdf", "b" * 64, 200)
    assert (new.place, new.order, new.title) == (OLD.place, OLD.order, OLD.title)
    assert new.certificate == OLD.certificate
    assert (new.prepared_by, new.checked_by) == ("Ratna", "")
    with pytest.raises(WrongUse):
        edits.exchange(dossier, "D0009", Incoming("x.pdf", Digest("b" * 64), 1))


def test_nobody_checks_their_own_work(dossier: Dossier) -> None:
    with pytest.raises(WrongUse):
        edits.sign(dossier, "D0001", prepared_by="Ratna", checked_by=" ratna ")
    change = edits.sign(dossier, "D0001", prepared_by=" Sari ", checked_by="Bima")
    signed = apply(dossier, change).document("D0001")
    assert signed is not None
    assert (signed.prepared_by, signed.checked_by) == ("Sari", "Bima")
    assert not edits.sign(dossier, "D0001", prepared_by="", checked_by="").empty


def test_a_branch_is_spelled_from_what_people_call_it() -> None:
    assert branches.spelled("Parasetamol @ PT Alfa (Persero)") == "parasetamol@pt-alfa-persero"
    assert branches.spelled("  Éther — 5 % ") == "ether-5"
    assert branches.spelled("…") == ""
    for words in ("Parasetamol @ PT Alfa", "x" * 90, "A@@B", "1.2"):
        assert branches.NAME.fullmatch(branches.spelled(words))
        assert len(branches.spelled(words)) <= branches.LONGEST


def test_a_branch_may_be_called_otherwise_without_being_moved(
    book: Rulebook, dossier: Dossier
) -> None:
    named = apply(dossier, branches.add(book, dossier, "substance", "a@b", title="A, B"))
    change = branches.rename(book, named, "substance", "a@b", new="a@b", title="Asam, PT B")
    assert apply(named, change).branches == (Branch("substance", "a@b", "Asam, PT B", 0),)
    with pytest.raises(WrongUse):
        branches.rename(book, named, "substance", "a@b", new="a@b")
