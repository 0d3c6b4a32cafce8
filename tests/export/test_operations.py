from __future__ import annotations

from datetime import date

import pytest

from dossier_studio.core.dossier import Document, DocumentKey, Leaf, Place, Sequence
from dossier_studio.core.file import Digest
from dossier_studio.export.operations import Fate, Operation, operations

NEW = Fate(Operation.NEW)
SAME = Fate(Operation.UNCHANGED, "0001")
OTHER = Fate(Operation.REPLACE, "0001")


def document(key: str, place: str, content: str) -> Document:
    return Document(DocumentKey(key), Place(place), 0, f"{key}.pdf", Digest(content), 1)


def leaf(key: str, place: str, content: str) -> Leaf:
    return Leaf(DocumentKey(key), Place(place), Digest(content))


def closed(number: str, *leaves: Leaf) -> Sequence:
    return Sequence(number, "registration", "initial", date(2027, 1, 18), "Sari", "", leaves)


def test_everything_is_new_in_the_first_sequence() -> None:
    found = operations([document("a", "A01", "1"), document("b", "A02", "2")], ())
    assert set(found.fates.values()) == {NEW}
    assert found.deleted == ()


@pytest.mark.parametrize(
    ("now", "fate"),
    [
        (document("a", "A01", "1"), SAME),
        (document("a", "A01", "2"), OTHER),
        (document("z", "A01", "1"), SAME),  # taken out and added again
        (document("z", "A01", "2"), OTHER),  # a newer edition, added anew
        (document("a", "A02", "1"), NEW),  # moved elsewhere
    ],
)
def test_a_document_continues_what_stood_at_its_place(now: Document, fate: Fate) -> None:
    old = leaf("a", "A01", "1")
    found = operations([now], (closed("0000"), closed("0001", old)))
    assert found.fates == {now.key: fate}
    assert found.deleted == (() if fate != NEW else (old,))
    assert found.earlier == "0001"


def test_the_own_leaf_goes_before_one_of_the_same_bytes_and_that_before_any_other() -> None:
    leaves = (leaf("a", "A01", "1"), leaf("b", "A01", "2"), leaf("c", "A01", "3"))
    now = [document("x", "A01", "9"), document("y", "A01", "3"), document("b", "A01", "1")]
    found = operations(now, (closed("0001", *leaves),))
    assert found.fates == {"x": OTHER, "y": SAME, "b": OTHER}
    assert found.deleted == ()


def test_only_the_last_sequence_counts() -> None:
    earlier, last = closed("0000", leaf("a", "A01", "1")), closed("0001")
    found = operations([document("a", "A01", "1")], (earlier, last))
    assert found.fates == {"a": NEW}
    assert found.deleted == ()
