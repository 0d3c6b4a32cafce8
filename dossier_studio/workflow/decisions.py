"""What a person decides about a requirement: excused, deferred, judged."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import Decision, DecisionKind, Dossier, Key, RecordKind
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message
from dossier_studio.law.checklist import Line, checklist
from dossier_studio.law.rulebook import Need, Rulebook


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, why, and when (UTC to the second, ISO)."""

    by: str
    reason: str
    when: str


def excuse(rulebook: Rulebook, dossier: Dossier, place: str, word: Word) -> Change:
    """Excuse a required document with a reason; a letter of justification is made for it."""
    line = _line(rulebook, dossier, place)
    if not word.reason.strip():
        raise WrongUse("workflow.decide.no-reason")
    if line.need is Need.NOT_NEEDED:
        raise WrongUse("workflow.decide.not-asked", requirement=line.title)
    return _decided(dossier, line, DecisionKind.EXCUSED, word)


def defer(rulebook: Rulebook, dossier: Dossier, place: str, word: Word) -> Change:
    """Defer a document where the law lets it come later."""
    line = _line(rulebook, dossier, place)
    if not line.deferrable:
        raise WrongUse("workflow.decide.not-deferrable", requirement=line.title)
    return _decided(dossier, line, DecisionKind.DEFERRED, word)


def judge(
    rulebook: Rulebook, dossier: Dossier, place: str, *, kind: DecisionKind, word: Word
) -> Change:
    """Record a judgement: needed, not needed, or (for what is filed) accepted.

    Raises WrongUse without a name or a reason, and where a question decides instead of a person.
    """
    line = _line(rulebook, dossier, place)
    if not word.by.strip():
        raise WrongUse("workflow.decide.no-judge")
    if not word.reason.strip():
        raise WrongUse("workflow.decide.no-reason")
    if kind is not DecisionKind.ACCEPTED:
        if line.asks:
            questions = tuple(rulebook.facts[name].title for name in line.asks)
            raise WrongUse("workflow.decide.answer-first", questions=questions)
        judged = line.decision and line.decision.kind in {
            DecisionKind.NEEDED,
            DecisionKind.NOT_NEEDED,
        }
        if not line.judgement_due and not judged:
            raise WrongUse("workflow.decide.decided-by-law", requirement=line.title)
    elif line.need is not Need.REQUIRED:
        raise WrongUse("workflow.decide.not-asked", requirement=line.title)
    return _decided(dossier, line, kind, word)


def withdraw(rulebook: Rulebook, dossier: Dossier, place: str) -> Change:
    """Take a decision back."""
    line = _line(rulebook, dossier, place)
    if place not in dossier.decisions:
        raise WrongUse("workflow.decide.nothing-decided", requirement=line.title)
    label = Message("workflow.decide.withdraw", {"requirement": line.title})
    return edit(dossier, label, {Key(RecordKind.DECISION, place): None})


def _line(rulebook: Rulebook, dossier: Dossier, place: str) -> Line:
    line = checklist(rulebook, dossier.answers, dossier).line(place)
    if line is None:
        raise WrongUse("workflow.decide.unknown", place=place)
    return line


def _decided(dossier: Dossier, line: Line, kind: DecisionKind, word: Word) -> Change:
    decision = Decision(kind, word.reason.strip(), word.by.strip() or "unnamed", word.when)
    label = Message(f"workflow.decide.{kind}", {"requirement": line.title})
    return edit(dossier, label, {Key(RecordKind.DECISION, line.id): decision}, word.reason.strip())
