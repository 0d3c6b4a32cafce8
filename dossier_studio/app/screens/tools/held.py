"""The certificates that dossiers hold, each with what its last day means for the filing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dossier_studio.app.outcome import Look
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.core.work import Step, Work
from dossier_studio.law.calendar import calendar
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.evaluation import evaluation, paths_of
from dossier_studio.law.examined import FILING_DATE
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder


class Standing(StrEnum):
    """Where a certificate's last day lies."""

    EXPIRED = "expired"
    BEFORE_FILING = "before-filing"
    IN_EVALUATION = "in-evaluation"
    VALID = "valid"
    UNDATED = "undated"


_LOOKS = {
    Standing.EXPIRED: ("circle-x", "error", QT_TRANSLATE_NOOP("Held", "expired")),
    Standing.BEFORE_FILING: (
        "circle-x", "error", QT_TRANSLATE_NOOP("Held", "ends before the filing"),
    ),
    Standing.IN_EVALUATION: (
        "triangle-alert", "warn", QT_TRANSLATE_NOOP("Held", "ends during evaluation"),
    ),
    Standing.VALID: ("circle-check", "ok", QT_TRANSLATE_NOOP("Held", "valid")),
    Standing.UNDATED: ("circle-minus", "none", QT_TRANSLATE_NOOP("Held", "no last day")),
}  # fmt: skip


def look_of(standing: Standing) -> Look:
    """Return how a standing looks."""
    icon, tone, word = _LOOKS[standing]
    return Look(icon, tone, str(word), 0)


def word_of(standing: Standing) -> str:
    """Return a standing in words."""
    return QCoreApplication.translate("Held", look_of(standing).word)


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate at its place in a dossier."""

    dossier: str
    path: Path
    document: str
    requirement: str
    title: Text
    number: str
    issuer: str
    expires: date | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Shelf:
    """The certificates of one dossier, its filing date, and when its evaluation should end.

    `trouble` says why a dossier could not be read.
    """

    dossier: str
    path: Path
    held: tuple[Held, ...] = ()
    filing: date | None = None
    ends: date | None = None
    trouble: Words | None = None


def shelf_of(path: Path, dossier: Dossier, book: Rulebook, made: Checklist) -> Shelf:
    """Return the certificates of a dossier; one is whatever says so or is asked for as one."""
    said = dossier.answers.get(FILING_DATE)
    filing = date.fromisoformat(said) if said else None
    ends = _evaluated(book, dossier)
    lines = {key: line for line in made.lines for key in line.documents}
    held = []
    for one in dossier.documents:
        line = lines.get(one.key)
        if one.certificate is None and not (line is not None and line.certificate):
            continue
        certificate = one.certificate
        expires = certificate.expires if certificate else None
        held.append(
            Held(
                dossier=dossier.identity.name,
                path=path,
                document=one.key,
                requirement=line.id if line else one.place,
                title=line.title if line else Text(one.name, one.name),
                number=certificate.number if certificate else "",
                issuer=certificate.issuer if certificate else "",
                expires=expires,
                standing=_standing(expires, filing, ends),
            )
        )
    return Shelf(dossier.identity.name, path, tuple(held), filing, ends)


def look(folders: Sequence[Path]) -> Work[tuple[Shelf, ...]]:
    """Read dossiers beside the window; one that cannot be read says why."""
    found = []
    for index, path in enumerate(folders):
        yield Step(Message("app.job.certificates"), index, len(folders))
        try:
            with DossierFolder.open(path, write=False, by="") as folder:
                dossier = folder.dossier
                book = rulebook(dossier.identity.rulebook)
                made = checklist(book, dossier.answers, dossier)
                found.append(shelf_of(path, dossier, book, made))
        except StudioError as refusal:
            found.append(Shelf(path.name, path, trouble=refusal.message))
    return tuple(found)


def in_order(shelves: Sequence[Shelf]) -> Iterator[Held]:
    """Yield all certificates, the next to expire first, those without a date last."""
    every = [one for shelf in shelves for one in shelf.held]
    yield from sorted(
        every, key=lambda one: (one.expires or date.max, one.dossier, one.requirement)
    )


def _evaluated(book: Rulebook, dossier: Dossier) -> date | None:
    try:
        found = evaluation(paths_of(book), book, dossier.answers, calendar())
    except StudioError:
        return None
    stage = dossier.answers.get(book.stage_fact, "")
    return next((one.ends.day for one in found if one.stage == stage and one.ends), None)


def _standing(expires: date | None, filing: date | None, ends: date | None) -> Standing:
    if expires is None:
        return Standing.UNDATED
    if expires < date.today():  # whether it is over depends on the day one looks
        return Standing.EXPIRED
    if filing is not None and expires < filing:
        return Standing.BEFORE_FILING
    if ends is not None and expires < ends:
        return Standing.IN_EVALUATION
    return Standing.VALID
