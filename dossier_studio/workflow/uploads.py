"""What a person notes while filing: slots uploaded, what the portal gave, additional data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import Dossier, Key, Receipt, RecordKind, Round, Upload
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Message, Text
from dossier_studio.law.rulebook import Slot


def tick(dossier: Dossier, slot: Slot, *, by: str, when: str) -> Change:
    """Note that a slot of the sequence being prepared has been uploaded."""
    sequence = dossier.next_sequence
    label = Message("workflow.upload.tick", {"slot": _named(slot)})
    return edit(dossier, label, {_key(sequence, slot): Upload(sequence, slot.id, by, when)})


def untick(dossier: Dossier, slot: Slot) -> Change:
    """Take it back: the slot has not been uploaded after all."""
    label = Message("workflow.upload.untick", {"slot": _named(slot)})
    return edit(dossier, label, {_key(dossier.next_sequence, slot): None})


def receive(dossier: Dossier, receipt: Receipt) -> Change:
    """Write down what the portal gave; one in which all is empty is taken away.

    Raises WrongUse for a payment before its order.
    """
    if receipt.ordered and receipt.paid and receipt.paid < receipt.ordered:
        raise WrongUse("workflow.upload.paid-early", ordered=receipt.ordered)
    key = Key(RecordKind.RECEIPT, receipt.sequence)
    label = Message("workflow.upload.receive", {"number": receipt.sequence})
    blank = receipt == Receipt(receipt.sequence)
    return edit(dossier, label, {key: None if blank else receipt})


def ask(dossier: Dossier, asked: date) -> Change:
    """Note that the authority has asked for additional data; its clock stops.

    Raises WrongUse while an earlier round waits for its answer.
    """
    last = dossier.rounds[-1] if dossier.rounds else None
    if last is not None and last.answered is None:
        raise WrongUse("workflow.upload.round-open", number=last.number)
    if last is not None and last.answered is not None and asked < last.answered:
        raise WrongUse("workflow.upload.round-early", day=last.answered)
    number = last.number + 1 if last else 1
    label = Message("workflow.upload.ask", {"number": number})
    return edit(dossier, label, {_round(number): Round(number, asked)})


def answer(dossier: Dossier, number: int, answered: date | None) -> Change:
    """Note that a round has been answered (None: not after all); the clock runs again."""
    one = next((one for one in dossier.rounds if one.number == number), None)
    if one is None:
        raise WrongUse("workflow.upload.no-round", number=number)
    if answered is not None and answered < one.asked:
        raise WrongUse("workflow.upload.round-early", day=one.asked)
    label = Message("workflow.upload.answer", {"number": number})
    return edit(dossier, label, {_round(number): replace(one, answered=answered)})


def withdraw(dossier: Dossier, number: int) -> Change:
    """Take the last round away: nothing was asked for."""
    if not dossier.rounds or dossier.rounds[-1].number != number:
        raise WrongUse("workflow.upload.no-round", number=number)
    label = Message("workflow.upload.withdraw", {"number": number})
    return edit(dossier, label, {_round(number): None})


def _named(slot: Slot) -> Text:
    return Text(f"{slot.name} {slot.title.id}", f"{slot.name} {slot.title.en}")


def _key(sequence: str, slot: Slot) -> Key:
    return Key(RecordKind.UPLOAD, f"{sequence}/{slot.id}")


def _round(number: int) -> Key:
    return Key(RecordKind.ROUND, f"{number:03}")
