"""An edit is one value: applied, undone, merged, and refused where it does not fit."""

from __future__ import annotations

import pytest

from dossier_studio.core.change import apply, edit, merged
from dossier_studio.core.dossier import Answer, Dossier, Key, RecordKind
from dossier_studio.core.text import Message

ORIGIN = Key(RecordKind.ANSWER, "origin")
LABEL = Message("core.change.undo", {"label": "x"})


def test_undone_is_as_before_and_redone_as_after() -> None:
    before = Dossier({ORIGIN: Answer("own")})
    change = edit(before, LABEL, {ORIGIN: Answer("import")})
    after = apply(before, change)
    assert after.answers == {"origin": "import"}
    assert apply(after, change.undone()).records == before.records
    assert apply(before, change.undone().undone()).records == after.records


def test_an_edit_never_overwrites_what_somebody_wrote_meanwhile() -> None:
    before = Dossier({ORIGIN: Answer("own")})
    change = edit(before, LABEL, {ORIGIN: Answer("import")})
    meanwhile = apply(before, edit(before, LABEL, {ORIGIN: Answer("licence")}))
    with pytest.raises(ValueError, match="does not fit"):
        apply(meanwhile, change)


def test_several_edits_become_one_with_one_undo() -> None:
    start = Dossier()
    first = edit(start, LABEL, {ORIGIN: Answer("own")})
    second = edit(apply(start, first), LABEL, {ORIGIN: None})
    whole = merged(LABEL, (first, second))
    assert whole.empty
    assert apply(start, whole).records == start.records
