"""Finders: easy questions that find the category of a drug or the kind of a natural medicine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Text
from dossier_studio.host import paths
from dossier_studio.host.messages import both
from dossier_studio.law import load
from dossier_studio.law.finder import Finder, Outcome

FINDERS = {
    (book, fact): finder
    for book in ("id.bpom.drug", "id.bpom.traditional")
    for fact, finder in load.rulebook(book).finders.items()
}


def ends(finder: Finder, given: dict[str, str] | None = None) -> Iterator[Outcome]:
    """Yield every way through the questions to its end."""
    given = given or {}
    found = finder.follow(given)
    if found.ask is None:
        yield found
        return
    for option in found.ask.options:
        yield from ends(finder, {**given, found.ask.id: option.key})


def value(book: str, fact: str, *answers: str) -> str:
    """The value that answers to one question after another lead to."""
    finder = FINDERS[book, fact]
    found = finder.follow({})
    for answer in answers:
        assert found.ask is not None, answers
        given = {ask.id: option.key for ask, option in found.taken}
        found = finder.follow({**given, found.ask.id: answer})
    return found.value


def test_there_is_a_finder_for_each_hard_question() -> None:
    assert set(FINDERS) == {
        ("id.bpom.drug", "category"),
        ("id.bpom.traditional", "category"),
        ("id.bpom.traditional", "kind"),
    }


@pytest.mark.parametrize(("book", "fact"), FINDERS)
def test_every_value_can_be_found_and_says_why(book: str, fact: str) -> None:
    outcomes = list(ends(FINDERS[book, fact]))
    assert {one.value for one in outcomes} == {
        one.key for one in load.rulebook(book).facts[fact].values
    }
    for one in outcomes:
        assert isinstance(one.because, Text)
        assert one.because.id != one.because.en
        assert one.source.id
        for ask, option in one.taken:
            assert ask.title.id != ask.title.en
            assert both(option.title).id != both(option.title).en


@pytest.mark.parametrize(
    ("answers", "category"),
    [
        (("yes", "formula"), "CAT-11"),
        (("yes", "technical"), "CAT-10"),
        (("yes", "administrative"), "CAT-09"),
        (("no", "clinical", "no"), "CAT-05"),
        (("no", "clinical", "yes"), "CAT-06"),
        (("no", "preclinical", "no"), "CAT-04"),
        (("no", "preclinical", "yes"), "CAT-06"),
        (("no", "experience", "yes", "no"), "CAT-07"),
        (("no", "experience", "yes", "yes"), "CAT-08"),
        (("no", "experience", "no", "yes"), "CAT-03"),
        (("no", "experience", "no", "no", "simple"), "CAT-01"),
        (("no", "experience", "no", "no", "modern"), "CAT-02"),
        (("no", "experience"), ""),
    ],
)
def test_the_eleven_categories(answers: tuple[str, ...], category: str) -> None:
    assert value("id.bpom.traditional", "category", *answers) == category


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (("natural", "new", "import"), "OB-7"),
        (("natural", "new", "domestic", "experience", "no"), "OB-8"),
        (("natural", "new", "domestic", "experience", "yes", "set"), "OB-2"),
        (("natural", "renewal-change"), "OB-U2"),
        (("supplement", "new", "single"), "SK-1"),
        (("quasi", "notification"), "OK-V3"),
    ],
)
def test_the_kinds_of_today(answers: tuple[str, ...], kind: str) -> None:
    assert value("id.bpom.traditional", "kind", *answers) == kind


@pytest.mark.parametrize(
    ("answers", "category"),
    [
        (("no", "yes", "yes"), "1S"),
        (("no", "no", "yes"), "1N"),
        (("no", "no", "no", "yes"), "3"),
        (("no", "no", "no", "no", "yes"), "1K"),
        (("no", "no", "no", "no", "no", "yes"), "2E"),
        (("no", "no", "no", "no", "no", "no"), "2X"),
        (("yes", "major", "yes"), "4C"),
        (("yes", "major", "no"), "4Q"),
        (("yes", "renewal"), "7"),
    ],
)
def test_the_categories_of_drugs(answers: tuple[str, ...], category: str) -> None:
    assert value("id.bpom.drug", "category", *answers) == category


def test_an_answer_that_is_none_is_refused() -> None:
    with pytest.raises(WrongUse) as refused:
        FINDERS["id.bpom.drug", "category"].follow({"authorised": "perhaps"})
    assert "yes" in both(refused.value.message).en


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('finds="CAT-11"', 'finds="CAT-12"', "CAT-12 is no answer of category."),
        ('leads="new-oht"', 'leads="authorised"', "lead to a later question"),
        ('key="formula" finds="CAT-11"', 'key="formula"', "or find a value"),
        ('leads="new-oht"', 'leads="simplicia"', "No answer leads to the question new-oht."),
        ('leads="new-oht"', 'leads="nowhere"', "'nowhere', which does not exist"),
    ],
)
def test_a_wrong_finder_is_told(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    folder = paths.resources() / "rules" / "bpom"
    text = (folder / "traditional.xml").read_text("utf-8")
    assert text.count(right) == 1
    for name in folder.glob("*.xml"):
        (tmp_path / name.name).write_bytes(name.read_bytes())
    (tmp_path / "traditional.xml").write_text(text.replace(right, wrong), "utf-8")
    _, mistakes = load.read(tmp_path / "traditional.xml")
    assert any(said in both(one.message).en for one in mistakes)
