"""Links from one document to another: inside the volume where the other is bound in it too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from dossier_studio.assembly.joining import wire
from dossier_studio.assembly.joining.catalog import Owned
from dossier_studio.assembly.joining.segment import Away


def settled(members: Sequence[Owned]) -> dict[int, dict[int, bytes]]:
    """Return, by member, the actions that become jumps within the volume: number and body."""
    known = _by_file(members)
    found: dict[int, dict[int, bytes]] = {}
    for index, member in enumerate(members):
        for away in member.based.segment.away:
            goal = known.get(away.file.casefold())
            body = _body(goal, away) if goal else None
            if body:
                found.setdefault(index, {})[away.number] = body
    return found


def unsettled(members: Sequence[Owned]) -> Iterator[tuple[int, Away]]:
    """Yield, by member, the jumps that still lead out of the volume."""
    inside = settled(members)
    for index, member in enumerate(members):
        for away in member.based.segment.away:
            if away.number not in inside.get(index, {}):
                yield index, away


def _by_file(members: Sequence[Owned]) -> Mapping[str, Owned]:
    """Members by file name; a name that two documents have says nothing."""
    found: dict[str, list[Owned]] = {}
    for member in members:
        if member.file and member.based.segment.pages:
            found.setdefault(member.file.casefold(), []).append(member)
    return {name: listed[0] for name, listed in found.items() if len(listed) == 1}


def _body(goal: Owned, away: Away) -> bytes | None:
    page, left, top = away.page, away.left, away.top
    if away.name:
        spot = wire.spot(goal.based.segment, bytes.fromhex(away.name))
        if spot is None:
            return None
        page, left, top = spot.page, spot.left, spot.top
    if not 0 <= page < goal.based.segment.pages:
        return None
    where = (goal.based.page(page), _coordinate(left), _coordinate(top))
    return b"<< /S /GoTo /D [ %d 0 R /XYZ %b %b null ] >>" % where


def _coordinate(value: Decimal | None) -> bytes:
    return b"null" if value is None else format(value, "f").encode()
