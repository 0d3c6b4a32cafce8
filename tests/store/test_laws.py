"""Two laws: what is saved is loaded, and any sequence of edits undone is the original."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier_studio.core.change import edit
from dossier_studio.core.dossier import (
    IDENTITY,
    Document,
    Dossier,
    Identity,
    Key,
    Letterhead,
    Record,
    RecordKind,
)
from dossier_studio.core.file import Digest, FileFacts, PageSize
from dossier_studio.core.text import Choice, Message, Parameter, Sentence, Text
from dossier_studio.host import files
from dossier_studio.store import codec, journal, words
from dossier_studio.store.canonical import parse, spell
from tests.store.dossiers import created, opened, read

BLOBS = (b"satu", b"dua")

plain = st.text(max_size=8)
st.register_type_strategy(str, plain)
texts = st.builds(Text, plain, plain)
atoms = plain | st.integers() | st.dates() | texts


def wider(inner: st.SearchStrategy[Parameter]) -> st.SearchStrategy[Parameter]:
    blanks = st.dictionaries(plain, inner, max_size=2)
    message = st.builds(Message, plain, blanks)
    sentence = st.builds(Sentence, texts, blanks)
    items = st.lists(atoms | message | sentence, max_size=3).map(tuple)
    return message | sentence | items | items.map(Choice)


parameters: st.SearchStrategy[Parameter] = st.recursive(atoms, wider, max_leaves=6)
messages = st.builds(Message, plain, st.dictionaries(plain, parameters, max_size=3))
records: st.SearchStrategy[Record] = st.one_of(
    *[st.from_type(shape) for shape in codec.SHAPES.values()]
)
facts = st.builds(
    FileFacts,
    page_sizes=st.none()
    | st.lists(st.builds(PageSize, *[st.floats(allow_nan=False)] * 2), max_size=3).map(tuple),
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Key, Record | None]:
    """One record to set or to remove, among few keys so that edits meet."""
    kind = draw(st.sampled_from(sorted(set(RecordKind) - {RecordKind.DOSSIER})))
    key = Key(kind, draw(st.sampled_from(("a", "A08", "T07[x@y]", "b:c"))))
    record = draw(st.none() | st.from_type(codec.SHAPES[kind]))
    if isinstance(record, Document):
        kept = draw(st.sampled_from([files.digest_of(data) for data in BLOBS]))
        record = draw(st.builds(Document, sha256=st.just(kept)))
    if isinstance(record, Letterhead):
        record = replace(record, sha256=files.digest_of(draw(st.sampled_from(BLOBS))))
    return key, record


edits = st.lists(
    st.tuples(messages, st.dictionaries(*[st.nothing()] * 2) | st.lists(edited(), max_size=3)),
    max_size=6,
)


@given(parameters)
def test_a_parameter_comes_back_as_it_went(parameter: Parameter) -> None:
    assert words.parameter_of(parse(spell(words.parameter_json(parameter)))) == parameter


@given(messages)
def test_a_message_comes_back_as_it_went(message: Message) -> None:
    assert words.message_of(parse(spell(words.message_json(message)))) == message


@given(records)
def test_a_record_comes_back_as_it_went(record: Record) -> None:
    (kind,) = (kind for kind, shape in codec.SHAPES.items() if type(record) is shape)
    there = spell(codec.record_json(Key(kind, "x"), record))
    assert codec.record_of(kind, parse(there)) == record
    assert spell(parse(there)) == there


@given(facts)
def test_facts_come_back_as_they_went(found: FileFacts) -> None:
    assert codec.facts_of(parse(spell(codec.facts_json(found)))) == found


@settings(max_examples=25)
@given(edits, st.integers(min_value=0, max_value=6))
def test_whatever_is_saved_is_loaded_and_whatever_is_edited_is_undone(
    changes: list[tuple[Message, list[tuple[Key, Record | None]]]], restart: int
) -> None:
    with TemporaryDirectory() as parent:
        path = Path(parent) / "dossier"
        folder = created(path)
        for data in BLOBS:
            folder.keep_bytes(data)
        states = [folder.dossier]
        for label, after in changes:
            folder.commit(edit(folder.dossier, label, dict(after)), "Sari")
            if folder.dossier != states[-1]:
                states.append(folder.dossier)
            with read(path) as loaded:
                assert loaded.dossier == folder.dossier
        for number, state in enumerate(reversed(states[:-1])):
            if number == restart:
                folder.close()
                folder = opened(path)
            assert folder.undo("Budi") is not None
            assert folder.dossier == state
        assert folder.undo("Budi") is None
        for state in states[1:]:
            assert folder.redo("Budi") is not None
            assert folder.dossier == state
        assert folder.redo("Budi") is None
        assert journal.replayed(folder.journal()) == folder.dossier
        assert folder.verify_journal()
        folder.close()


def test_the_same_edits_make_the_same_journal(tmp_path: Path) -> None:
    heads = []
    for name in ("one", "two"):
        with created(tmp_path / name) as folder:
            label = Message("set", {"b": date(2026, 1, 2), "a": ("x", 1)})
            folder.commit(edit(folder.dossier, label, {IDENTITY: Identity("n", "r", "2")}), "S")
            heads.append(folder.head)
    assert heads[0] == heads[1]


def test_names_that_are_no_unicode_survive(tmp_path: Path) -> None:
    name = b"lampiran-\xff.pdf".decode("utf-8", "surrogateescape")
    with created(tmp_path / "dossier") as folder:
        key = Key(RecordKind.DOSSIER, "identity")
        folder.commit(edit(folder.dossier, Message(name), {key: Identity(name, "", "")}), name)
        folder.keep_bytes(b"")
    with read(tmp_path / "dossier") as loaded:
        assert loaded.dossier == Dossier({key: Identity(name, "", "")})
        assert loaded.verify_journal()
        assert loaded.facts() == dict[Digest, FileFacts]()
