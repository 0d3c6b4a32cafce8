"""The command that says which state fees go with a product."""

from __future__ import annotations

from argparse import Namespace

from dossier_studio.cli.checklist import canonical
from dossier_studio.cli.face import Face
from dossier_studio.cli.parser import pairs
from dossier_studio.core.text import Message
from dossier_studio.law.examined import cited
from dossier_studio.law.fees import Charge, Schedule, charges, schedule
from dossier_studio.law.load import rulebook


def fees(said: Namespace, face: Face) -> int:
    """Say which state fees are or may be due."""
    rules = rulebook(said.rulebook)
    answers = canonical(rules, pairs(said.fact))
    found = schedule(rules.id)
    listed = charges(found, rules, answers) if found else ()
    if face.json:
        face.data(_shape(found, listed, face))
    else:
        _print(found, listed, face)
    return 0


def _shape(found: Schedule | None, listed: tuple[Charge, ...], face: Face) -> dict[str, object]:
    return {
        "items": [_item(one, face) for one in listed],
        "note": found.note.both() if found and found.note else None,
    }


def _item(one: Charge, face: Face) -> dict[str, object]:
    fee = one.fee
    return {
        "label": fee.label.both(),
        "idr": fee.idr,
        "confidence": one.confidence,
        "source": cited(fee.citations).say(face.language),
        "id": fee.id,
        "inferred": fee.inferred,
        "asks": list(one.asks),
        "valid_from": fee.valid_from or None,
        "valid_to": fee.valid_to or None,
        "notes": [note.both() for note in one.notes],
    }


def _print(found: Schedule | None, listed: tuple[Charge, ...], face: Face) -> None:
    if not listed:
        face.say("fees.none")
    for one in listed:
        if one.fee.idr is None:
            face.say("fees.item-unknown", label=one.fee.label)
        else:
            face.say("fees.item", label=one.fee.label, amount=one.fee.idr)
        face.say(
            "fees.ground",
            confidence=Message(f"cli.confidence.{one.confidence}"),
            source=cited(one.fee.citations),
            since=one.fee.valid_from,
        )
        for note in one.notes:
            face.line(f"    {face.words(note)}")
    if found and found.note:
        face.line(face.words(found.note))
