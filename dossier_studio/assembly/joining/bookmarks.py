"""Reads the bookmarks of a source, however its outline is made, and writes them for a volume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from dossier_studio.assembly.joining.actions import Jumps
from dossier_studio.assembly.joining.segment import Bookmarks, Kind, Shared, Spot
from dossier_studio.assembly.joining.targets import Targets, number
from dossier_studio.assembly.joining.tracing import Tracer

DEEPEST = 100
MOST = 200_000


@dataclass(slots=True)
class Mark:
    """One bookmark: title as the file has it, where it leads (a spot or an action), its look."""

    title: bytes
    spot: Spot | None
    action: int | None
    look: bytes
    open: bool
    children: Sequence[Mark]

    @property
    def below(self) -> int:
        """How many bookmarks show beneath this one once it is open."""
        return _shown(self.children)


def read(pdf: pikepdf.Pdf, targets: Targets, jumps: Jumps) -> tuple[Sequence[Mark], bool]:
    """Return the bookmarks of a source, and whether these are all.

    A cyclic outline is cut where it comes back to itself, an endless one where it is too long.
    """
    outlines = pdf.Root.get("/Outlines")
    if not isinstance(outlines, Dictionary):
        return (), True
    reader = _Reader(targets, jumps)
    return reader.level(outlines.get("/First"), 0), reader.whole


def write(marks: Sequence[Mark], tracer: Tracer) -> Bookmarks | None:
    """Make the objects of bookmarks; those at the top hang beneath one of the volume's."""
    if not marks:
        return None
    numbers = _write(marks, Shared.BOOKMARK << 2 | Kind.SHARED, tracer)
    return Bookmarks(numbers[0], numbers[-1], _shown(marks))


class _Reader:
    def __init__(self, targets: Targets, jumps: Jumps) -> None:
        self._targets = targets
        self._jumps = jumps
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self.whole = True

    def level(self, item: object, depth: int) -> list[Mark]:
        found: list[Mark] = []
        while isinstance(item, Dictionary):
            if item.objgen in self._seen or depth == DEEPEST or self._count == MOST:
                self.whole = False
                break
            if item.is_indirect:
                self._seen.add(item.objgen)
            self._count += 1
            found.append(self._mark(item, depth))
            item = item.get("/Next")
        return found

    def _mark(self, item: Dictionary, depth: int) -> Mark:
        spot, action = self._leads(item)
        count = number(item.get("/Count"))
        first = item.get("/First")
        title = item.get("/Title")
        return Mark(
            title=title.unparse(resolved=True) if isinstance(title, String) else b"()",
            spot=spot,
            action=action,
            look=_look(item),
            open=count is not None and count > 0,
            children=() if first is None else self.level(first, depth + 1),
        )

    def _leads(self, item: Dictionary) -> tuple[Spot | None, int | None]:
        destination = item.get("/Dest")
        if destination is not None:
            return self._targets.spot(destination), None
        action = item.get("/A")
        if not isinstance(action, Dictionary):
            return None, None
        if action.get("/S") == Name.GoTo:
            return self._targets.spot(action.get("/D")), None
        return None, self._jumps.kept(action)


def _look(item: Dictionary) -> bytes:
    look = b""
    color = item.get("/C")
    if isinstance(color, Array):
        match [number(part) for part in color]:
            case [Decimal() as red, Decimal() as green, Decimal() as blue]:
                look += b" /C [ %g %g %g ]" % (red, green, blue)
    flags = int(number(item.get("/F")) or 0) & 3
    if flags:
        look += b" /F %d" % flags
    return look


def _write(marks: Sequence[Mark], parent: int, tracer: Tracer) -> list[int]:
    numbers = [tracer.reserve() for _ in marks]
    for position, (own, mark) in enumerate(zip(numbers, marks, strict=True)):
        text = b"<< /Title " + mark.title.replace(b"%", b"%%") + b" /Parent %d 0 R"
        codes = [parent]
        if position:
            text += b" /Prev %d 0 R"
            codes.append(_code(numbers[position - 1]))
        if position + 1 < len(numbers):
            text += b" /Next %d 0 R"
            codes.append(_code(numbers[position + 1]))
        if mark.children:
            below = _write(mark.children, _code(own), tracer)
            text += b" /First %%d 0 R /Last %%d 0 R /Count %d" % (
                mark.below if mark.open else -mark.below
            )
            codes += [_code(below[0]), _code(below[-1])]
        if mark.spot is not None:
            where = (_coordinate(mark.spot.left), _coordinate(mark.spot.top))
            text += b" /Dest [ %%d 0 R /XYZ %b %b null ]" % where
            codes.append(_code(tracer.pages + 1 + mark.spot.page))
        elif mark.action is not None:
            text += b" /A %d 0 R"
            codes.append(_code(mark.action))
        tracer.make(own, text + mark.look + b" >>", codes)
    return numbers


def _code(number: int) -> int:
    return number << 2 | Kind.REFERENCE


def _shown(marks: Sequence[Mark]) -> int:
    return len(marks) + sum(mark.below for mark in marks if mark.open)


def _coordinate(value: Decimal | None) -> bytes:
    return b"null" if value is None else format(value, "f").encode()
