"""The commands that count dates: one deadline, all deadlines there are."""

from __future__ import annotations

from argparse import Namespace

from dossier_studio.cli.edits import day
from dossier_studio.cli.face import Face
from dossier_studio.core.text import Message
from dossier_studio.host.messages import both
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock, Deadline, Due, due
from dossier_studio.law.examined import cited


def deadline(said: Namespace, face: Face) -> int:
    """Say when a deadline falls."""
    rules = deadlines()
    row = rules.row(said.rule)
    start = day(vars(said)["from"])
    days = calendar()
    week = days.week(said.calendar or rules.week)
    found = due(row, start, Clock(days, week))
    if face.json:
        face.data(_shape(found, week.id, face))
    else:
        _print(found, days.last_decreed, face)
    return 0


def _counts_working_days(found: Due) -> bool:
    spans = (found.deadline.span, found.deadline.also)
    return any(span is not None and span.unit == "WD" for span in spans)


def _shape(found: Due, week: str, face: Face) -> dict[str, object]:
    row = found.deadline
    return {
        "due": str(found.due),
        "due_from": str(found.due_from) if found.due_from else None,
        "unit": found.unit,
        "calendar": week if _counts_working_days(found) else None,
        "provisional": found.provisional,
        "source": cited(row.citations).say(face.language),
        "rule": row.id,
        "from": str(found.start),
        "also": _also(found),
        "assumed": row.assumed,
        "actor": row.actor.title.both(),
        "start": row.start.both(),
        "what": row.what.both(),
        "missed": row.missed.both() if row.missed else None,
        "superseded_by": row.superseded_by or None,
        "valid_from": row.valid_from or None,
        "valid_to": row.valid_to or None,
        "estimated": [str(one.day) for one in found.estimated],
        "notices": [both(notice).both() for notice in found.notices],
        "confidence": row.confidence,
    }


def _also(found: Due) -> dict[str, object] | None:
    second = found.deadline.also
    return {"due": str(found.also), "unit": second.unit} if second else None


def _print(found: Due, last_decreed: int, face: Face) -> None:
    row = found.deadline
    if found.due_from:
        face.say(
            "clocks.deadline.due-range",
            rule=row.id, what=row.what, due_from=found.due_from, due=found.due,
        )  # fmt: skip
    else:
        face.say("clocks.deadline.due", rule=row.id, what=row.what, due=found.due)
    if found.also and row.also:
        unit = Message(f"clocks.unit.{row.also.unit}")
        face.say("clocks.deadline.also", unit=unit, due=found.also)
    face.say(
        "clocks.deadline.counted",
        start=found.start,
        event=row.start,
        unit=Message(f"clocks.unit.{found.unit}"),
        actor=row.actor.title,
        confidence=Message(f"cli.confidence.{row.confidence}"),
        source=cited(row.citations),
    )
    if row.missed:
        face.say("clocks.deadline.missed", missed=row.missed)
    if found.provisional:
        face.say("clocks.deadline.provisional", year=str(last_decreed))
    if found.estimated:
        days = tuple(one.day for one in found.estimated)
        face.say("clocks.deadline.estimated", days=days)
    for notice in found.notices:
        face.line(face.words(notice))


def listed(_: Namespace, face: Face) -> int:
    """List all deadlines."""
    rows = deadlines().rows.values()
    if face.json:
        face.data({"deadlines": [_row(one, face) for one in rows]})
        return 0
    for one in rows:
        face.say(
            "clocks.deadline.row",
            rule=f"{one.id:<7}", actor=one.actor.title, start=one.start, what=one.what,
        )  # fmt: skip
    return 0


def _row(one: Deadline, face: Face) -> dict[str, object]:
    return {
        "id": one.id,
        "of": one.group or None,
        "actor": one.actor.title.both(),
        "start": one.start.both(),
        "what": one.what.both(),
        "unit": one.span.unit if one.span else None,
        "from": one.span.start if one.span else None,
        "to": one.span.to if one.span else None,
        "on": str(one.on) if one.on else None,
        "months": list(one.months),
        "assumed": one.assumed,
        "reason": one.reason.both() if one.reason else None,
        "missed": one.missed.both() if one.missed else None,
        "superseded_by": one.superseded_by or None,
        "valid_from": one.valid_from or None,
        "valid_to": one.valid_to or None,
        "confidence": one.confidence,
        "source": cited(one.citations).say(face.language),
    }
