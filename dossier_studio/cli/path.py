"""The command that computes and explains the evaluation path of an application."""

from __future__ import annotations

from argparse import Namespace

from dossier_studio.cli.checklist import canonical
from dossier_studio.cli.edits import reading
from dossier_studio.cli.face import Face
from dossier_studio.cli.parser import pairs
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message, Text
from dossier_studio.host.messages import both
from dossier_studio.law.calendar import calendar
from dossier_studio.law.evaluation import Path, Paths, Possible, StagePath, evaluation, paths_of
from dossier_studio.law.examined import cited
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.workflow.dossiers import rulebook_of


def path(said: Namespace, face: Face) -> int:
    """Say how long the authority may take, and why."""
    book, answers = product(said)
    limits = paths_of(book)
    found = evaluation(limits, book, answers, calendar())
    if face.json:
        face.data(_shape(limits, found, face))
    else:
        _print(book, limits, found, face)
    return 0


def product(said: Namespace) -> tuple[Rulebook, dict[str, str]]:
    """Return rulebook and answers of a dossier's folder, or of --rulebook with --fact."""
    if bool(said.dir) == bool(said.rulebook) or (said.dir and said.fact):
        raise WrongUse("cli.checklist.one-of")
    if said.dir:
        with reading(said) as folder:
            return rulebook_of(folder.dossier), dict(folder.dossier.answers)
    book = rulebook(said.rulebook)
    return book, canonical(book, pairs(said.fact))


def _shape(limits: Paths, found: tuple[StagePath, ...], face: Face) -> dict[str, object]:
    return {
        "rulebook": limits.rulebook,
        "stages": [_stage(one, face) for one in found],
        "note": limits.note.both() if limits.note else None,
    }


def _stage(one: StagePath, face: Face) -> dict[str, object]:
    return {
        "stage": one.stage,
        "path": _path(one.path, face) if one.path else None,
        "because": both(one.because).both(),
        "others": [_path(other, face) for other in one.others],
        "shorter": [_possible(other, face) for other in one.shorter],
        "history": [_path(other, face) for other in one.former],
        "exempt": one.exempt.both() if one.exempt else None,
        "ends": str(one.ends.day) if one.ends else None,
        "provisional": one.ends.provisional if one.ends else None,
    }


def _possible(one: Possible, face: Face) -> dict[str, object]:
    return {**_path(one.path, face), "asks": list(one.asks)}


def _path(one: Path, face: Face) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title.both(),
        "days": one.days,
        "days_from": one.least,
        "hours": one.hours,
        "unit": "WD" if one.days else "hours",
        "note": one.note.both() if one.note else None,
        "valid_from": one.valid_from or None,
        "valid_to": one.valid_to or None,
        "confidence": one.confidence,
        "source": cited(one.citations).say(face.language),
    }


def _print(book: Rulebook, limits: Paths, found: tuple[StagePath, ...], face: Face) -> None:
    for one in found:
        stage = book.facts[book.stage_fact].title_of(one.stage)
        length = Message("clocks.path.exempt") if one.exempt else _length(one.path)
        face.say("clocks.path.stage", stage=stage, length=length)
        face.line(f"  {face.words(one.because)}")
        if one.path:
            face.say(
                "clocks.path.ground",
                confidence=Message(f"cli.confidence.{one.path.confidence}"),
                source=cited(one.path.citations),
            )
        if one.ends:
            face.say("clocks.path.ends", date=one.ends.day)
        _open(book, one, face)
        for former in one.former:
            face.say("clocks.path.former", length=_length(former), title=former.title)
    if limits.note:
        face.line(face.words(limits.note))


def _open(book: Rulebook, one: StagePath, face: Face) -> None:
    """Name the questions that may still shorten a path, or without which there is none yet."""
    if one.path is None:
        names = dict.fromkeys(name for other in one.shorter for name in other.asks)
        if names:
            face.say("clocks.path.asks", asks=_questions(book, tuple(names)))
        return
    for other in one.shorter:
        face.say(
            "clocks.path.shorter",
            length=_length(other.path),
            title=other.path.title,
            asks=_questions(book, other.asks),
        )


def _questions(book: Rulebook, names: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(book.facts[name].short or book.facts[name].title for name in names)


def _length(one: Path | None) -> Message:
    if one is None:
        return Message("clocks.path.unknown")
    if one.days is None:
        return Message("clocks.path.hours", {"hours": one.hours or 0})
    if one.least is not None:
        return Message("clocks.path.range", {"first": one.least, "last": one.days})
    return Message("clocks.path.days", {"days": one.days})
