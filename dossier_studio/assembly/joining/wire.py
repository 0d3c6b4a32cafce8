"""Orders and segments as JSON, for the pipe to a worker and for what is kept beside a segment.

A parser that a hostile file has taken over must not send objects, so nothing is pickled.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, cast

from dossier_studio.assembly.joining.cutting import Cut
from dossier_studio.assembly.joining.segment import (
    Bookmark,
    Form,
    Layers,
    Order,
    PageSlot,
    Segment,
    Spot,
    StampPlace,
)

Json: TypeAlias = Any


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


def packed(segment: Segment) -> bytes:
    """Return a segment as JSON."""
    return json.dumps(asdict(segment), default=str).encode()


def answered(data: bytes) -> Segment | None:
    """Return a worker's answer: a segment, or None where the source could not be cut."""
    return None if data == b"null" else unpacked(data)


def unpacked(data: bytes) -> Segment:
    """Return a segment that was packed; ValueError, KeyError or TypeError when it is none."""
    found: Json = json.loads(data)
    form, layers = found["form"], found["layers"]
    return Segment(
        path=Path(found["path"]),
        identity=found["identity"],
        objects=int(found["objects"]),
        pages=tuple(_page(page) for page in found["pages"]),
        bookmarks=tuple(_bookmark(one) for one in found["bookmarks"]),
        form=_form(form) if form else None,
        layers=_layers(layers) if layers else None,
        roots=tuple(found["roots"]),
    )


def _page(found: Json) -> PageSlot:
    left, top = found["corner"]
    stamp = found["stamp"]
    place = StampPlace(**stamp | {"matrix": tuple(stamp["matrix"])}) if stamp else None
    return PageSlot(int(found["number"]), (Decimal(left), Decimal(top)), place)


def _bookmark(found: Json) -> Bookmark:
    spot = found["spot"]
    return Bookmark(
        title=str(found["title"]),
        spot=Spot(int(spot["page"]), _decimal(spot["left"]), _decimal(spot["top"]))
        if spot
        else None,
        action=found["action"],
        color=tuple(float(part) for part in found["color"]),
        flags=int(found["flags"]),
        open=bool(found["open"]),
        children=tuple(_bookmark(child) for child in found["children"]),
    )


def _form(found: Json) -> Form:
    return Form(
        fields=tuple(found["fields"]),
        appearance=str(found["appearance"]),
        alignment=int(found["alignment"]),
        resources=tuple((str(a), str(b), int(c)) for a, b, c in found["resources"]),
    )


def _layers(found: Json) -> Layers:
    return Layers(
        groups=tuple(found["groups"]),
        off=tuple(found["off"]),
        locked=tuple(found["locked"]),
        order=_nested(found["order"]),
        radio=tuple(tuple(group) for group in found["radio"]),
        usage=tuple((str(a), tuple(b), tuple(c)) for a, b, c in found["usage"]),
    )


def _nested(found: Json) -> Order:
    return cast("Order", tuple(_nested(one) if isinstance(one, list) else one for one in found))


def _decimal(value: Json) -> Decimal | None:
    return None if value is None else Decimal(value)
