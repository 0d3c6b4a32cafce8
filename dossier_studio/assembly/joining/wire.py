"""Orders for the pipe to a worker, and the card of a segment, as JSON.

A parser that a hostile file has taken over must not send objects, so nothing is pickled, and what
it wrote is read as something that anyone may have written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, cast

from dossier_studio.assembly.joining.record import BadRecord, Record
from dossier_studio.assembly.joining.segment import (
    Away,
    Bookmarks,
    Form,
    Layers,
    Loss,
    Note,
    Order,
    PageSlot,
    Segment,
    Spot,
    StampPlace,
    Tags,
)

Json: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Cut:
    """How a source is to be cut: stamped or not, signatures drawn into the pages or not."""

    stamped: bool = True
    flattened: bool = False


@dataclass(frozen=True, slots=True)
class CuttingOrder:
    """A source, where its segment goes, what it is called there, and how it is cut."""

    source: Path
    target: Path
    identity: str
    how: Cut

    def packed(self) -> bytes:
        """Return the order as JSON."""
        fields = asdict(self) | {"source": str(self.source), "target": str(self.target)}
        return json.dumps(fields).encode()


def order(data: bytes) -> CuttingOrder:
    """Return the order that was packed."""
    found: Json = json.loads(data)
    how = Cut(**found["how"])
    return CuttingOrder(Path(found["source"]), Path(found["target"]), found["identity"], how)


def answered(data: bytes) -> bool:
    """Return a worker's answer: whether the source could be cut."""
    return bool(json.loads(data))


def card(segment: Segment) -> bytes:
    """Return what a segment offers to the volume; where it and its source lie is not on it."""
    told = _plain(segment)
    del told["path"], told["source"]
    return _packed(told)


def read(path: Path, source: Path | None, *, proven: bool = False) -> Segment:
    """Return the segment in a file; raises BadRecord for what is none.

    `proven` checks every byte of it, as is wise where it has lain about.
    """
    record = Record(path, proven=proven)
    try:
        return _segment(record.card(), path, source)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as e:
        raise BadRecord from e


def _segment(data: bytes, path: Path, source: Path | None) -> Segment:
    found: Json = json.loads(data)
    marks, tags = found["bookmarks"], found["tags"]
    return Segment(
        path=path,
        source=source,
        identity=str(found["identity"]),
        objects=int(found["objects"]),
        pages=int(found["pages"]),
        corner=_corner(found["corner"]),
        bookmarks=Bookmarks(*_numbers(marks[one] for one in ("first", "last", "shown")))
        if marks
        else None,
        form=_form(found["form"]) if found["form"] else None,
        layers=_layers(found["layers"]) if found["layers"] else None,
        tags=_tags(tags) if tags else None,
        attachments=tuple((str(name), int(number)) for name, number in found["attachments"]),
        away=tuple(_away(one) for one in found["away"]),
        notes=tuple(
            Note(Loss(one["loss"]), int(one["page"]), str(one["detail"])) for one in found["notes"]
        ),
        roots=_numbers(found["roots"]),
    )


def pages(slots: Sequence[PageSlot]) -> bytes:
    """Return pages as JSON; what many of them share is said once."""
    corners: dict[tuple[Decimal, Decimal], int] = {}
    stamps: dict[StampPlace, int] = {}
    rows = [
        (
            corners.setdefault(slot.corner, len(corners)),
            -1 if slot.stamp is None else stamps.setdefault(slot.stamp, len(stamps)),
        )
        for slot in slots
    ]
    return _packed({"corners": list(corners), "stamps": list(stamps), "pages": rows})


def slots(record: Record, count: int) -> tuple[PageSlot, ...]:
    """Return the pages of a segment, which should be so many; raises BadRecord."""
    try:
        found: Json = json.loads(record.pages())
        corners = [_corner(one) for one in found["corners"]]
        stamps = [_stamp(one) for one in found["stamps"]]
        made = tuple(
            PageSlot(corners[corner], None if stamp < 0 else stamps[stamp])
            for corner, stamp in found["pages"]
        )
    except (ValueError, KeyError, TypeError, LookupError, ArithmeticError) as error:
        raise BadRecord from error
    if len(made) != count:
        raise BadRecord
    return made


def names(found: Mapping[bytes, Spot]) -> bytes:
    """Return named destinations as JSON."""
    return _packed({name.hex(): (one.page, one.left, one.top) for name, one in found.items()})


def spot(segment: Segment, name: bytes) -> Spot | None:
    """Return the place that a segment's source gave a name; raises BadRecord."""
    try:
        found: Json = json.loads(Record(segment.path).names()).get(name.hex())
        return None if found is None else Spot(int(found[0]), *map(_decimal, found[1:3]))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise BadRecord from error


def _packed(told: Json) -> bytes:
    return json.dumps(told, default=_plain, separators=(",", ":")).encode()


def _plain(value: Json) -> Json:
    """What JSON does not know: numbers to the last digit, and values with fields."""
    if isinstance(value, Decimal):
        return str(value)
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _corner(found: Json) -> tuple[Decimal, Decimal]:
    left, top = found
    return Decimal(left), Decimal(top)


def _stamp(found: Json) -> StampPlace:
    return StampPlace(
        matrix=tuple(float(part) for part in found["matrix"]),
        width=float(found["width"]),
        close=int(found["close"]),
        font=str(found["font"]),
        side=int(found["side"]),
    )


def _form(found: Json) -> Form:
    return Form(
        fields=_numbers(found["fields"]),
        appearance=str(found["appearance"]),
        alignment=int(found["alignment"]),
        resources=tuple((str(a), str(b), int(c)) for a, b, c in found["resources"]),
    )


def _layers(found: Json) -> Layers:
    return Layers(
        groups=_numbers(found["groups"]),
        off=_numbers(found["off"]),
        locked=_numbers(found["locked"]),
        order=_nested(found["order"]),
        radio=tuple(_numbers(group) for group in found["radio"]),
        usage=tuple(
            (str(a), _numbers(b), tuple(str(one) for one in c)) for a, b, c in found["usage"]
        ),
    )


def _tags(found: Json) -> Tags:
    return Tags(
        node=int(found["node"]),
        count=int(found["count"]),
        roles=tuple((str(name), str(role)) for name, role in found["roles"]),
        classes=tuple((str(name), int(number)) for name, number in found["classes"]),
        ids=tuple((str(name), int(number)) for name, number in found["ids"]),
    )


def _away(found: Json) -> Away:
    return Away(
        number=int(found["number"]),
        file=str(found["file"]),
        page=int(found["page"]),
        name=str(found["name"]),
        left=_decimal(found["left"]),
        top=_decimal(found["top"]),
        on=int(found["on"]),
    )


def _nested(found: Json) -> Order:
    return cast("Order", tuple(_nested(one) if isinstance(one, list) else one for one in found))


def _numbers(found: Json) -> tuple[int, ...]:
    return tuple(int(one) for one in found)


def _decimal(value: Json) -> Decimal | None:
    return None if value is None else Decimal(value)
