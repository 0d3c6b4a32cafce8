"""What would mend a finding: the question to answer, the file to add, the date to set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dossier_studio.app.session import Session
from dossier_studio.core.finding import Finding
from dossier_studio.law.condition import facts_of
from dossier_studio.law.examined import FILING_DATE
from dossier_studio.law.fact import typed
from dossier_studio.law.rulebook import Check, Need, Rulebook
from dossier_studio.law.standing import Standing

AT = "?"
"""Between a place of the documents screen and what to open there: "A08?excused"."""


class Way(StrEnum):
    """How a finding is mended."""

    ANSWER = "answer"
    ADD = "add"
    REPLACE = "replace"
    DATE = "date"
    JUDGE = "judge"
    EXCUSE = "excuse"
    CHOOSE = "choose"
    REMOVE = "remove"
    INSPECT = "inspect"


@dataclass(frozen=True, slots=True)
class Mend:
    """A way, and what it is about: a question, a requirement or a document; `at` a field."""

    way: Way
    target: str
    at: str = ""

    @property
    def label(self) -> str:
        """What the button says."""
        return _said(_LABELS[self.way])

    @property
    def preview(self) -> str:
        """What will happen, in a sentence."""
        return _said(_PREVIEWS[self.way])


_LABELS = {
    Way.ANSWER: QT_TRANSLATE_NOOP("Mend", "Answer"),
    Way.ADD: QT_TRANSLATE_NOOP("Mend", "Add files…"),
    Way.REPLACE: QT_TRANSLATE_NOOP("Mend", "Replace file…"),
    Way.DATE: QT_TRANSLATE_NOOP("Mend", "Fill in"),
    Way.JUDGE: QT_TRANSLATE_NOOP("Mend", "Judge…"),
    Way.EXCUSE: QT_TRANSLATE_NOOP("Mend", "Give a reason…"),
    Way.CHOOSE: QT_TRANSLATE_NOOP("Mend", "Choose its place"),
    Way.REMOVE: QT_TRANSLATE_NOOP("Mend", "Take out"),
    Way.INSPECT: QT_TRANSLATE_NOOP("Mend", "Inspect"),
}
_PREVIEWS = {
    Way.ANSWER: QT_TRANSLATE_NOOP("Mend", "Goes to the question that decides this."),
    Way.ADD: QT_TRANSLATE_NOOP("Mend", "Lets you choose files, and attaches them here."),
    Way.REPLACE: QT_TRANSLATE_NOOP(
        "Mend", "Puts another file in its place; its order and certificate stay."
    ),
    Way.DATE: QT_TRANSLATE_NOOP("Mend", "Goes to the field that is to be filled in."),
    Way.JUDGE: QT_TRANSLATE_NOOP("Mend", "Opens the line for your judgement and its reason."),
    Way.EXCUSE: QT_TRANSLATE_NOOP("Mend", "Opens the line for the reason; a letter is made of it."),
    Way.CHOOSE: QT_TRANSLATE_NOOP("Mend", "Shows the requirements that this file may meet."),
    Way.REMOVE: QT_TRANSLATE_NOOP(
        "Mend", "Takes the file out of the dossier; undo brings it back."
    ),
    Way.INSPECT: QT_TRANSLATE_NOOP("Mend", "Looks into the files that nobody has inspected."),
}


_OF_DOCUMENT = {
    "NOT-INSPECTED": (Way.INSPECT,),
    "WAITS": (Way.CHOOSE,),
    "NOT-ASKED": (Way.REMOVE, Way.CHOOSE),
}
"""What is done about a document; a fault in the file itself wants another file."""


def _said(words: object) -> str:
    return QCoreApplication.translate("Mend", str(words))


def mends_of(session: Session, finding: Finding) -> tuple[Mend, ...]:
    """Return the ways to mend a finding, the plainest first."""
    made = tuple(dict.fromkeys(_mends(session, finding)))
    if session.writable:
        return made
    return tuple(one for one in made if one.way is Way.ANSWER)


def _mends(session: Session, finding: Finding) -> Iterator[Mend]:
    check = next((one for one in session.rulebook.checks if one.id == finding.code), None)
    if check is not None:
        yield from _by_rule(session, finding, check)
    elif finding.code == "FILING-DATE":
        yield Mend(Way.ANSWER, FILING_DATE)
    elif finding.code == "CERTIFICATE":
        yield Mend(Way.DATE, finding.document, "issued")
    elif finding.document:
        for way in _OF_DOCUMENT.get(finding.code, (Way.REPLACE,)):
            yield Mend(way, finding.document)
    elif finding.requirement:
        yield from _of_line(session, finding.requirement)


def _of_line(session: Session, place: str) -> Iterator[Mend]:
    line = session.checklist.line(place)
    if line is None:
        return
    if line.need is Need.UNDECIDED:
        if line.asks:
            yield Mend(Way.ANSWER, line.asks[0])
        else:
            yield Mend(Way.JUDGE, place, "needed")
    elif line.standing is Standing.TO_BE_JUDGED:
        yield Mend(Way.JUDGE, place, "accepted")
    elif line.need is Need.REQUIRED:
        yield Mend(Way.ADD, place)
        yield Mend(Way.EXCUSE, place, "excused")


def _by_rule(session: Session, finding: Finding, check: Check) -> Iterator[Mend]:
    if check.kind == "unexpected" and finding.document:
        yield Mend(Way.REMOVE, finding.document)
        yield Mend(Way.CHOOSE, finding.document)
    elif finding.document:
        field = "dosage_forms" if check.kind == "form" else "expires"
        yield Mend(Way.REPLACE, finding.document)
        yield Mend(Way.DATE, finding.document, "issued" if check.kind == "older" else field)
    elif check.kind == "missing":
        yield from _of_line(session, finding.requirement)
    elif check.kind == "deferred":
        yield Mend(Way.ADD, finding.requirement)
    else:
        for fact in _questions(session, check)[:1]:
            yield Mend(Way.ANSWER, fact)


def _questions(session: Session, check: Check) -> tuple[str, ...]:
    """Return the questions behind a rule, those that are unanswered first."""
    book, answers = session.rulebook, session.dossier.answers
    named: list[str] = [one for one in check.targets if one in book.facts]
    known = typed(book.facts, {name: said for name, said in answers.items() if name in book.facts})
    for expression in (check.applies, check.condition):
        if expression is not None:
            named = [*expression.judge(known).asks, *named, *facts_of(expression)]
    found = [one for one in dict.fromkeys(named) if one in book.facts and _asked(book, one)]
    return tuple(sorted(found, key=lambda one: one in answers))


def _asked(book: Rulebook, fact: str) -> bool:
    return not book.facts[fact].derived
