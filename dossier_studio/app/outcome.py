"""How an outcome looks: icon, tone and word, the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dossier_studio.core.finding import SEVERITY_OF_MISSING, Severity
from dossier_studio.law.checklist import Line, Standing
from dossier_studio.law.rulebook import Need


@dataclass(frozen=True, slots=True)
class Look:
    """Icon, tone, and how loudly it asks for somebody (0: not at all)."""

    icon: str
    tone: str
    word: str
    rank: int

    def say(self) -> str:
        """Return the word in the language on screen."""
        return QCoreApplication.translate("Outcome", self.word)


def _look(icon: str, tone: str, word: object, rank: int = 0) -> Look:
    return Look(icon, tone, str(word), rank)


MET = _look("circle-check", "ok", QT_TRANSLATE_NOOP("Outcome", "Met"))
MISSING_RANK = 2
"""From here on somebody has to do something about a line."""

JUDGED = _look("circle-check", "ok", QT_TRANSLATE_NOOP("Outcome", "Judged"))
EXCUSED = _look("message-square-quote", "accent", QT_TRANSLATE_NOOP("Outcome", "Excused"))
DEFERRED = _look("hourglass", "advice", QT_TRANSLATE_NOOP("Outcome", "Deferred"), 1)
NOT_NEEDED = _look("circle-minus", "none", QT_TRANSLATE_NOOP("Outcome", "Not asked for"))
UNDECIDED = _look(
    "circle-question-mark", "open", QT_TRANSLATE_NOOP("Outcome", "Needs an answer"), 3
)
TO_JUDGE = _look(
    "circle-question-mark", "open", QT_TRANSLATE_NOOP("Outcome", "Needs your judgement"), 3
)
_UNMET = QT_TRANSLATE_NOOP("Outcome", "Not met")
MISSING = {
    Severity.ERROR: _look("circle-x", "error", _UNMET, 5),
    Severity.WARNING: _look("triangle-alert", "warn", _UNMET, 4),
    Severity.ADVICE: _look("info", "advice", _UNMET, 2),
}
SEVERITY = {
    Severity.ERROR: _look("circle-x", "error", QT_TRANSLATE_NOOP("Outcome", "Blocker"), 5),
    Severity.WARNING: _look("triangle-alert", "warn", QT_TRANSLATE_NOOP("Outcome", "Warning"), 4),
    Severity.ADVICE: _look("info", "advice", QT_TRANSLATE_NOOP("Outcome", "Suggestion"), 2),
}

_STANDING = {
    Standing.MET: MET,
    Standing.JUDGED: JUDGED,
    Standing.EXCUSED: EXCUSED,
    Standing.DEFERRED: DEFERRED,
    Standing.TO_BE_JUDGED: TO_JUDGE,
}


def of_line(line: Line) -> Look:
    """Return how a line of the checklist looks."""
    if line.need is Need.NOT_NEEDED:
        return JUDGED if line.standing is Standing.JUDGED else NOT_NEEDED
    if line.standing in _STANDING:
        return _STANDING[line.standing]
    if line.need is Need.UNDECIDED:
        return TO_JUDGE if line.judgement_due else UNDECIDED
    return MISSING[SEVERITY_OF_MISSING[line.confidence]]


def settled(line: Line) -> bool:
    """Whether nobody has to do anything about a line."""
    return of_line(line).rank <= DEFERRED.rank
