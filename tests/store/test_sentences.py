"""Every sentence that the store and the host say exists in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from dossier_studio.core.text import Language
from dossier_studio.host.messages import catalogue

PACKAGE = Path(__file__).parents[2] / "dossier_studio"


@pytest.mark.parametrize("layer", ["store", "host"])
def test_sentences_are_said_in_both_languages_and_none_is_idle(layer: str) -> None:
    code = "\n".join(file.read_text("utf-8") for file in sorted((PACKAGE / layer).glob("*.py")))
    code += "\n".join(file.read_text("utf-8") for file in sorted((PACKAGE / "store").glob("*.py")))
    said = set(re.findall(rf'"({layer}\.[a-z.-]+)"', code))
    for language in Language:
        known = {key for key in catalogue(language) if key.startswith(f"{layer}.")}
        assert {key for key in known if not key.startswith("host.settings.")} == said


@pytest.mark.parametrize("layer", ["store", "host"])
def test_both_languages_leave_the_same_blanks(layer: str) -> None:
    def blanks(sentence: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    indonesian, english = catalogue(Language.ID), catalogue(Language.EN)
    keys = [key for key in indonesian if key.startswith(f"{layer}.")]
    assert keys
    for key in keys:
        assert blanks(indonesian[key]) == blanks(english[key])
        assert indonesian[key] != english[key]
