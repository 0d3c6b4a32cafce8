"""The command that judges whether batches have shelf life enough to be imported."""

from __future__ import annotations

from argparse import Namespace

from dossier_studio.cli.edits import day
from dossier_studio.cli.face import Face
from dossier_studio.cli.parser import pairs
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message
from dossier_studio.host.messages import both
from dossier_studio.law.examined import cited
from dossier_studio.law.shelf_life import Batch, Remaining, Rule, remaining, rules


def shelf_life(said: Namespace, face: Face) -> int:
    """Say what batches have left, and until when they may come in."""
    known = rules()
    rule = known.rule(said.rule or known.usual)
    arrival = day(said.arrival)
    batches = [_batch(name, text) for name, text in pairs(said.batch).items()]
    found = [remaining(batch, arrival, rule) for batch in batches]
    if face.json:
        face.data(
            {
                "rule": rule.id,
                "title": rule.title.both(),
                "arrival": str(arrival),
                "passes": _all_pass(found),
                "batches": [_shape(one) for one in found],
                "confidence": rule.confidence,
                "source": cited(rule.citations).say(face.language),
            }
        )
    else:
        _print(found, rule, face)
    return 0


def _batch(name: str, text: str) -> Batch:
    """Read MADE/EXPIRES, or EXPIRES alone."""
    made, slash, expires = text.partition("/")
    if not slash:
        made, expires = "", made
    if not expires:
        raise WrongUse("clocks.shelf.batch", batch=f"{name}={text}")
    return Batch(name, day(made) if made else None, day(expires))


def _all_pass(found: list[Remaining]) -> bool | None:
    judged = [one.passes for one in found]
    return False if False in judged else None if None in judged else True


def _shape(one: Remaining) -> dict[str, object]:
    return {
        "batch": one.batch.name,
        "made": str(one.batch.made) if one.batch.made else None,
        "expires": str(one.batch.expires),
        "days_left": one.left,
        "days_whole": one.whole,
        "passes": one.passes,
        "last_day": str(one.last) if one.last else None,
        "notice": both(one.notice).both() if one.notice else None,
    }


def _print(found: list[Remaining], rule: Rule, face: Face) -> None:
    for one in found:
        if one.last is not None:
            key = "clocks.shelf.passes" if one.passes else "clocks.shelf.fails"
            face.say(key, batch=one.batch.name, days=max(one.left, 0), last=one.last)
        if one.notice is not None:
            face.line(face.words(one.notice))
    face.say(
        "clocks.shelf.ground",
        rule=rule.id,
        title=rule.title,
        confidence=Message(f"cli.confidence.{rule.confidence}"),
        source=cited(rule.citations),
    )
    if rule.note:
        face.line(face.words(rule.note))
