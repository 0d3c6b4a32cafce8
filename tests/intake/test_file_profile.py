"""What intake finds and what the authority's profile weighs must be the same list."""

from __future__ import annotations

import re
from pathlib import Path

from dossier_studio import intake
from dossier_studio.law.load import rulebook

CODE = re.compile(r'"((?:PF|NV|PK|NM)-\d\d(?:-[a-z0-9]+)?)"')
BY_NAME_OR_DOSSIER = {"PK-11", "PK-14", "NM-01", "NM-06", "PF-19"}


def emitted() -> set[str]:
    folder = Path(intake.__path__[0])
    return {code for file in folder.rglob("*.py") for code in CODE.findall(file.read_text("utf-8"))}


def test_every_problem_has_a_rule_and_every_rule_a_problem() -> None:
    rules = set(rulebook("id.bpom.drug").files.rules)
    assert rules == emitted() | BY_NAME_OR_DOSSIER


def test_sentences_leave_no_blank_unfilled() -> None:
    blanks = {"file", "pages", "detail", "size", "limit", "formats"}
    for rule in rulebook("id.bpom.drug").files.rules.values():
        for text in (rule.message, rule.mend):
            in_id, in_en = (set(re.findall(r"{(\w+)}", words)) for words in (text.id, text.en))
            assert in_id == in_en
            assert in_id <= blanks
