"""Every sentence has both languages, and every message that the program makes has its sentence."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier_studio.core.dossier import DecisionKind
from dossier_studio.core.text import Choice, Language, Message, Text
from dossier_studio.host.messages import both, catalogue, say, spoken
from dossier_studio.law.need import Open
from dossier_studio.law.rulebook import Need
from dossier_studio.law.source import WORDINGS

PACKAGE = Path(__file__).parents[2] / "dossier_studio"
ID, EN = catalogue(Language.ID), catalogue(Language.EN)
LAYERS = sorted({key.partition(".")[0] for key in ID})
WORD = "[a-z0-9]+(-[a-z0-9]+)*"
KEY = re.compile(rf"({'|'.join(LAYERS)})(\.{WORD})+")

# Keys that the name of a field or of a value builds outside an f-string.
BUILT = ("host.settings.",)

# Constructors whose first word is put behind a prefix of their own.
PREFIXED = {("grammar.py", "Mistake"): "law.condition."}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def literal_keys() -> dict[str, str]:
    """Return all keys that stand whole in the code, with the file that names each."""
    found = {}
    for file, tree in sources():
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if KEY.fullmatch(text):
                    found[text] = file.name
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]):
                    prefix = PREFIXED.get((file.name, name))
                    if prefix:
                        found[prefix + text] = file.name
    return found


def built_prefixes() -> set[str]:
    """Return the beginnings of the keys that are put together while the program runs."""
    found = set()
    for _, tree in sources():
        for node in ast.walk(tree):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
                    if re.fullmatch(rf"({'|'.join(LAYERS)})\.[a-z0-9.-]*", text):
                        found.add(text)
    return found


def named(prefix: str) -> set[str]:
    return {key for key in ID if key.startswith(prefix)}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_catalogues_know_the_same_messages() -> None:
    assert set(ID) == set(EN)
    assert len(ID) > 300


@pytest.mark.parametrize("layer", LAYERS)
def test_both_languages_fill_the_same_blanks(layer: str) -> None:
    for key in named(f"{layer}."):
        assert blanks(ID[key]) == blanks(EN[key]), key
        assert ID[key].strip(), key
        assert EN[key].strip(), key


def test_every_message_of_the_code_has_its_sentence() -> None:
    # Names of modules and of schemas look like keys, but always name a file.
    files = {
        ".".join(file.relative_to(PACKAGE).with_suffix("").parts) for file in PACKAGE.rglob("*.py")
    } | {file.name for file in (PACKAGE.parent / "resources" / "schemas").glob("*.xsd")}
    missing = {key: file for key, file in literal_keys().items() if key not in ID}
    assert {key: file for key, file in missing.items() if key not in files} == {}


def test_every_built_key_has_sentences() -> None:
    assert {prefix for prefix in built_prefixes() if not named(prefix)} == set()


def test_no_sentence_is_idle() -> None:
    used = set(literal_keys())
    prefixes = (*built_prefixes(), *BUILT)
    assert {key for key in ID if key not in used and not key.startswith(prefixes)} == set()


def test_the_keys_that_values_build_are_all_there() -> None:
    decided = {Need.REQUIRED, Need.NOT_NEEDED}
    expected = {f"law.because.{one}" for one in (*Open, *decided)}
    expected |= {f"law.because.always-{need}" for need in decided}
    judged = (DecisionKind.NEEDED, DecisionKind.NOT_NEEDED)
    expected |= {f"law.because.judged-{kind}" for kind in judged}
    expected |= {f"law.schema.{key}" for _, key in WORDINGS} | {"law.schema.other"}
    codes = "missing undecided judge waits not-asked not-inspected certificate".split()
    expected |= {f"law.check.{code}{mend}" for code in codes for mend in ("", "-mend")}
    assert expected - set(ID) == set()


def test_words_are_said_as_each_language_writes_them() -> None:
    day = date(2027, 8, 17)
    assert (spoken(day, Language.ID), spoken(day, Language.EN)) == ("17 Agu 2027", "17 Aug 2027")
    assert (spoken(12345, Language.ID), spoken(12345, Language.EN)) == ("12.345", "12,345")
    three = ("a", "b", "c")
    assert both(Message("law.check.unanswered-mend", {"questions": three})) == Text(
        "Jawab a, b dan c.", "Answer a, b and c."
    )
    assert spoken(Choice(three), Language.ID) == "a, b atau c"
    assert spoken(Choice(("a",)), Language.EN) == "a"
    assert spoken((), Language.EN) == ""


def test_an_unknown_key_and_an_unfilled_blank_still_speak() -> None:
    assert say(Message("law.no-such-key"), Language.EN) == "law.no-such-key"
    assert "{questions}" in say(Message("law.check.unanswered-mend"), Language.EN)
