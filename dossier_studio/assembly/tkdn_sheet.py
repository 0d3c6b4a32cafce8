"""The self-assessment of local content on paper, with its working, ready to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer, TableStyle

from dossier_studio.assembly import style
from dossier_studio.assembly.typeset import Rule, grid, paragraph, typeset
from dossier_studio.assembly.wording import Languages, in_each, joined
from dossier_studio.core.text import Language, Message, Parameter, Text, Words
from dossier_studio.law.load import rulebook
from dossier_studio.law.tkdn import Assessment, ItemScore, Line, Outcome, Value, written
from dossier_studio.law.tkdn_rules import Component, LocalContent

APPLICATION = "id.kemenperin.tkdn"
"""The rulebook whose questions name the fields of the product."""

Row = list[list[Flowable]]
DOTS = "." * 40


def self_assessment_pdf(
    rules: LocalContent, assessment: Assessment, outcome: Outcome, languages: Languages
) -> bytes:
    """Return the sheet: product, a form for each component, summary, statement, signature."""
    return typeset(
        _Sheet(rules, assessment, outcome, languages).story(),
        title=joined(Message("tkdn.sheet.title"), languages),
        languages=languages,
        running=assessment.product.get("product_name", ""),
    )


class _Sheet:
    def __init__(
        self,
        rules: LocalContent,
        assessment: Assessment,
        outcome: Outcome,
        languages: Languages,
    ) -> None:
        self._rules = rules
        self._assessment = assessment
        self._outcome = outcome
        self._languages = languages
        self._looks = style.styles()

    def story(self) -> Iterator[Flowable]:
        yield self._say(Message("tkdn.sheet.title"), title=True)
        rule_set = self._outcome.claimed.rule_set
        yield paragraph(joined(rule_set.title, self._languages), self._looks.subtitle)
        yield Rule()
        yield from self._product()
        for number, component in enumerate(self._rules.components, start=1):
            yield from self._form(number, component)
        yield from self._summary()
        yield from self._notices()
        yield KeepTogether(list(self._signature()))

    def _product(self) -> Iterator[Flowable]:
        facts = rulebook(APPLICATION).facts
        rows = [
            [
                paragraph(joined(facts[name].title, self._languages), self._looks.cell_quiet_plain)
                if name in facts
                else paragraph(name, self._looks.cell_quiet_plain),
                paragraph(value, self._looks.cell),
            ]
            for name, value in self._assessment.product.items()
            if value
        ]
        if rows:
            table = grid(rows, [58 * mm, style.TEXT_WIDTH - 58 * mm])
            table.spaceBefore, table.spaceAfter = 4, 8
            yield table

    def _form(self, number: int, component: Component) -> Iterator[Flowable]:
        said: dict[str, Parameter] = {"number": number, "title": component.title}
        yield self._heading(Message("tkdn.sheet.form", said))
        heads = ("item", "made-here", "criteria", "share", "score")
        rows = [
            self._row(item, line, score)
            for item in self._outcome.claimed.items
            if item.item.component == component.key
            for line, score in item.lines
        ]
        yield self._table(heads, rows, (62, 24, 40, 16, 18))
        claimed = self._outcome.claimed
        total: dict[str, Parameter] = {
            "title": component.title,
            "score": self._number(written(claimed.scores[component.key])),
            "weight": self._number(written(component.weight)),
            "points": self._number(written(claimed.points[component.key])),
        }
        yield Spacer(0, 3)
        yield self._say(Message("tkdn.component", total))

    def _row(self, item: ItemScore, line: Line, score: Fraction) -> Row:
        name: Words = Text(line.name, line.name) if line.name else item.item.title
        cell: list[Flowable] = [
            paragraph(f"{item.item.id} · {joined(name, self._languages)}", self._looks.cell)
        ]
        if line.name:
            cell += self._cell(item.item.title, quiet=True)
        for criterion, documents in sorted((line.evidence or {}).items()):
            cell += self._evidence(criterion, documents)
        share = "" if line.share is None else self._number(written(line.share))
        return [
            cell,
            self._cell(Message(f"tkdn.sheet.{self._place(line)}")),
            [
                part
                for key, title in self._rules.criteria.items()
                if key in line.criteria
                for part in self._cell(title)
            ],
            [paragraph(share, self._looks.cell)],
            [paragraph(self._number(written(score)), self._looks.cell)],
        ]

    def _place(self, line: Line) -> str:
        if not line.performed:
            return "not-performed"
        return {True: "yes", False: "no", None: "unsaid"}[line.in_indonesia]

    def _evidence(self, criterion: str, documents: Sequence[str]) -> list[Flowable]:
        about = self._rules.criteria.get(criterion)
        listed = tuple(documents)
        said: dict[str, Parameter] = {"documents": listed}
        if about is None:
            return self._cell(Message("tkdn.sheet.evidence", said), quiet=True)
        said["criterion"] = about
        return self._cell(Message("tkdn.sheet.evidence-of", said), quiet=True)

    def _summary(self) -> Iterator[Flowable]:
        yield self._heading(Message("tkdn.sheet.summary"))
        claimed = self._outcome.claimed
        rows = [self._summed(component, claimed) for component in self._rules.components]
        yield self._table(("component", "score", "weight", "points"), rows, (80, 28, 26, 26))
        yield Spacer(0, 4)
        total: dict[str, Parameter] = {"value": self._number(written(claimed.total))}
        yield paragraph(
            joined(Message("tkdn.total", total), self._languages), self._looks.plain_bold
        )
        backed: dict[str, Parameter] = {
            "value": self._number(written(self._outcome.evidenced.total))
        }
        yield self._say(Message("tkdn.evidenced", backed))
        for name, value in self._outcome.by_rule_set.items():
            key = "tkdn.by-rule-set" if value else "tkdn.by-rule-set-none"
            number = self._number(written(value.total)) if value else ""
            yield self._say(Message(key, {"rule_set": name, "value": number}))

    def _summed(self, component: Component, value: Value) -> Row:
        numbers = (
            value.scores[component.key],
            component.weight,
            value.points[component.key],
        )
        row: Row = [self._cell(component.title)]
        row += [[paragraph(self._number(written(one)), self._looks.cell)] for one in numbers]
        return row

    def _notices(self) -> Iterator[Flowable]:
        if self._outcome.notices:
            yield self._heading(Message("tkdn.sheet.notices"))
        for notice in self._outcome.notices:
            yield from self._cell(notice)
            yield Spacer(0, 3)

    def _signature(self) -> Iterator[Flowable]:
        yield self._heading(Message("tkdn.sheet.statement-title"))
        yield self._say(Message("tkdn.sheet.statement"))
        yield Spacer(0, 6 * mm)
        yield paragraph(
            joined(Message("tkdn.sheet.place-date", {"dots": DOTS}), self._languages),
            self._looks.plain,
        )
        yield Spacer(0, 26 * mm)
        name = self._assessment.product.get("responsible_person") or DOTS
        yield paragraph(name, self._looks.plain_bold)
        yield self._say(Message("tkdn.sheet.signer"))

    def _table(self, heads: Sequence[str], rows: Sequence[Row], widths: Sequence[int]) -> Flowable:
        first = [
            [
                paragraph(
                    joined(Message(f"tkdn.sheet.head.{head}"), self._languages), self._looks.head
                )
            ]
            for head in heads
        ]
        return LongTable(
            [first, *rows],
            colWidths=[width * mm for width in widths],
            repeatRows=1,
            hAlign="LEFT",
            style=TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("BACKGROUND", (0, 0), (-1, 0), style.WASH),
                    ("LINEBELOW", (0, 0), (-1, -1), 0.4, style.RULE),
                    ("LEFTPADDING", (0, 0), (-1, -1), 3),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ]
            ),
        )

    def _heading(self, words: Words) -> Flowable:
        return paragraph(joined(words, self._languages), self._looks.heading)

    def _say(self, words: Words, *, title: bool = False) -> Flowable:
        look = self._looks.title if title else self._looks.plain
        return paragraph(joined(words, self._languages), look)

    def _cell(self, words: Words, *, quiet: bool = False) -> list[Flowable]:
        looks = self._looks
        return [
            paragraph(one, looks.cell_quiet if index or quiet else looks.cell)
            for index, one in enumerate(in_each(words, self._languages))
        ]

    def _number(self, text: str) -> str:
        return text.replace(".", ",") if self._languages[0] is Language.ID else text
