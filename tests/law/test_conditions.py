"""The language of conditions: what it refuses, how it judges in three values, what it says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from dossier_studio.core.text import Text
from dossier_studio.host.messages import both
from dossier_studio.law.checklist import checklist
from dossier_studio.law.condition import Assumed, IsYes, Verdict
from dossier_studio.law.fact import Answered, Fact, FactType, Value
from dossier_studio.law.grammar import Mistake, parse
from tests.law.dossiers import ANSWERED, BOOK


def fact(name: str, kind: FactType, *values: str) -> Fact:
    keys = tuple(Value(value, Text(value, value)) for value in values)
    return Fact(name, kind, Text(name, name), "group", values=keys)


FACTS = {
    one.id: one
    for one in (
        fact("origin", FactType.CHOICE, "own", "import"),
        fact("orphan", FactType.YES_NO),
        fact("reliance", FactType.YES_NO),
        fact("changes", FactType.CODES, "MaV-1", "MaV-2"),
        fact("filing_date", FactType.DATE),
        fact("alcohol", FactType.DECIMAL),
        fact("maker", FactType.TEXT),
    )
}
NAMED = {"C14": IsYes("orphan")}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("orphan and", "syntax"),
        ("(" * 400 + "orphan" + ")" * 400, "syntax"),
        ("orphan or " * 300 + "orphan", "too-long"),
        ("orphan\0", "syntax"),
        ("__import__('os').system('true')", "not-allowed"),
        ("origin.__class__ == 'own'", "left-side"),
        ("(lambda: orphan)()", "not-allowed"),
        ("[x for x in orphan]", "not-allowed"),
        ("orphan if reliance else orphan", "not-allowed"),
        ("(orphan := reliance)", "not-allowed"),
        ("f'{orphan}'", "not-allowed"),
        ("True", "not-allowed"),
        ("-alcohol", "not-allowed"),
        ("orfan", "unknown-fact"),
        ("orgin == 'own'", "unknown-fact"),
        ("C15 and orphan", "unknown-fact"),
        ("origin", "not-yes-no"),
        ("origin = 'own'", "syntax"),
        ("origin == 'abroad'", "value"),
        ("origin in ('own', 'abroad')", "value"),
        ("'own' == origin", "left-side"),
        ("origin in ('own')", "in"),
        ("origin in ()", "in"),
        ("origin == maker", "type"),
        ("origin == 2", "type"),
        ("origin is 'own'", "not-allowed"),
        ("origin < 'own'", "no-order"),
        ("orphan == 'yes'", "no-comparison"),
        ("orphan in ('yes', 'no')", "no-comparison"),
        ("changes == 'MaV-1'", "no-comparison"),
        ("'MaV-9' in changes", "value"),
        ("'own' in origin", "no-codes"),
        ("filing_date > '2029-02-30'", "date"),
        ("filing_date > '20290228'", "date"),
        ("filing_date > 2029", "type"),
        ("alcohol > '1'", "type"),
        ("alcohol > 0x10", "type"),
        ("alcohol > True", "type"),
        ("0 < alcohol < 1", "chain"),
    ],
)
def test_a_careless_or_hostile_condition_is_refused(text: str, key: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse(text, FACTS, NAMED)
    assert refused.value.message.key == f"law.condition.{key}"
    said = both(refused.value.message)
    assert said.id != said.en
    assert "{" not in said.id + said.en or "{" in text


def test_nesting_without_end_is_refused_or_judged_but_never_a_crash() -> None:
    text = "not " * 498 + "orphan"
    assert parse(text, FACTS, NAMED).judge({"orphan": True}).truth is True


TRUTHS = {"yes": True, "no": False, "": None}


@pytest.mark.parametrize(("left", "right"), list(product(TRUTHS, TRUTHS)))
def test_and_or_not_in_three_values(left: str, right: str) -> None:
    said = {"orphan": TRUTHS[left], "reliance": TRUTHS[right]}
    answers: dict[str, Answered] = {
        name: truth for name, truth in said.items() if truth is not None
    }
    one, other = said.values()
    conjunction = False if False in (one, other) else None if None in (one, other) else True
    disjunction = True if True in (one, other) else None if None in (one, other) else False

    def judged(text: str) -> Verdict:
        return parse(text, FACTS, NAMED).judge(answers)

    assert judged("orphan and reliance").truth is conjunction
    assert judged("orphan or reliance").truth is disjunction
    assert judged("not orphan").truth is (None if one is None else not one)
    asks = {name for name, truth in said.items() if truth is None}
    verdict = judged("orphan and reliance")
    assert set(verdict.asks) == (asks if verdict.truth is None else set())


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("origin == 'import'", True),
        ("origin != 'import'", False),
        ("origin not in ('own',)", True),
        ("'MaV-1' in changes", True),
        ("'MaV-2' in changes", False),
        ("'MaV-2' not in changes", True),
        ("filing_date >= '2027-01-18'", True),
        ("filing_date < '2027-01-18'", False),
        ("alcohol > 0.1", False),
        ("alcohol <= 0.1", True),
        ("maker == 'PT Contoh'", True),
        ("C14 or origin == 'import'", True),
        ("not C14", None),
    ],
)
def test_comparisons(text: str, truth: bool | None) -> None:
    answers: dict[str, Answered] = {
        "origin": "import",
        "changes": ("MaV-1",),
        "filing_date": date(2027, 1, 18),
        "alcohol": Decimal("0.1"),
        "maker": "PT Contoh",
    }
    assert parse(text, FACTS, NAMED).judge(answers).truth is truth


def test_an_assumption_holds_only_while_nobody_has_answered() -> None:
    assumed = Assumed(IsYes("orphan"), value=True)
    assert assumed.judge({}).truth is True
    assert assumed.judge({"orphan": True}).truth is True
    assert assumed.judge({"orphan": False}).truth is False
    assert assumed.judge({}).asks == ()


@pytest.mark.parametrize(
    ("name", "changes", "indonesian", "english"),
    [
        (
            "A13",
            {"origin": "import"},
            "Diminta karena asal = impor.",
            "Asked for because origin = import.",
        ),
        (
            "A13.appointment-letter",
            {"origin": "import"},
            "Diminta karena asal = impor dan afiliasi = tidak.",
            "Asked for because origin = import and affiliate = no.",
        ),
        ("A12", {}, "produksi sendiri", "own manufacture"),
        ("A01", {}, "Diminta untuk setiap produk.", "Asked for with every product."),
        ("A28", {}, "ada dokumen yang diganti alasan = tidak", "a document is excused = no"),
        ("T23", {"category": "4Q", "changes": "MaV-15"}, "perubahan = masa", "changes = longer"),
        ("A13.cpp", {"origin": "import"}, "Diminta bila diperlukan", "Asked for if needed"),
        ("A09", {"category": "7"}, "Tidak ditemukan dalam sumber", "No source says"),
        ("T23", {"category": "5", "changes": "MiV-PA-3"}, "Jangkauan kode", "change code"),
        ("T23", {"category": "5"}, "jawab dahulu: perubahan", "first answer: changes"),
        ("A27", {"filing_date": "2029-10-18"}, "18 Okt 2029", "18 Oct 2029"),
    ],
)
def test_every_line_explains_itself_in_both_languages(
    name: str, changes: dict[str, str], indonesian: str, english: str
) -> None:
    line = checklist(BOOK, {**ANSWERED, **changes}).line(name)
    assert line is not None
    said = both(line.because)
    assert indonesian in said.id
    assert english in said.en
