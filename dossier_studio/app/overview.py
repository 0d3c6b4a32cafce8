"""What a checklist comes to: how many documents each Part asks for, and how many are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier_studio.app import outcome
from dossier_studio.core.text import Text
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.fact import Fact
from dossier_studio.law.outline import Outline, Section
from dossier_studio.law.rulebook import Need, Rulebook

_CODE = 3
"""Keys of at most so many letters are codes that officers know, such as 2X."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many that are asked for, so many are settled."""

    settled: int = 0
    asked: int = 0

    @property
    def fraction(self) -> float | None:
        """Between 0 and 1; None where nothing is asked for."""
        return self.settled / self.asked if self.asked else None


def rows(checklist: Checklist) -> tuple[Line, ...]:
    """Return the requirements themselves, without parts of sets and named branches."""
    return tuple(line for line in checklist.lines if not line.parent and not line.branch)


def part_of(outline: Outline, line: Line) -> str:
    """Return the Part in which a line has its place, "" for none."""
    section = next((one for one in line.sections if one in outline.sections), "")
    return outline.sections[section].part if section else ""


def share_of(lines: Iterable[Line]) -> Share:
    """Return how many required lines are settled."""
    required = [line for line in lines if line.need is Need.REQUIRED]
    return Share(sum(outcome.settled(line) for line in required), len(required))


def shares(outline: Outline, checklist: Checklist) -> dict[str, Share]:
    """Return the share of every Part, in the outline's order."""
    lines = rows(checklist)
    return {
        part.id: share_of(line for line in lines if part_of(outline, line) == part.id)
        for part in outline.parts
    }


def open_lines(checklist: Checklist) -> tuple[Line, ...]:
    """Return the requirements that wait for an answer or for a judgement."""
    return tuple(line for line in rows(checklist) if outcome.of_line(line).tone == "open")


def numeral(part: Section) -> str:
    """Return the short name of a Part: "II" of "Bagian II" or of the id "II"."""
    return part.id


def column_fact(book: Rulebook) -> str:
    """Return the fact that most rows of the law's tables are read by."""
    return Counter(one.columns for one in book.requirements.values()).most_common(1)[0][0]


def kind_of(book: Rulebook, answers: Mapping[str, str]) -> tuple[Text, ...]:
    """Return what kind of filing the answers make: the stage, and what the tables are read by."""
    asked = (book.stage_fact, column_fact(book))
    return tuple(in_short(book.facts[name], answers[name]) for name in asked if name in answers)


def in_short(fact: Fact, value: str) -> Text:
    """Return an answer in few letters: where its key is a code, question and code."""
    if len(value) > _CODE:
        return fact.title_of(value)
    name = fact.short or fact.title
    return Text(f"{name.id} {value}", f"{name.en} {value}")
