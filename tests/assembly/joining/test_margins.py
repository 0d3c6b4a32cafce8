"""Stamps stand where a document leaves room, as PDFium sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Array, Pdf, Stream

from tests.assembly import oracle, sources
from tests.assembly.volumes import bound, entry

WIDE, HIGH = 595, 842
FOOTER = "BT /F1 9 Tf 250 15 Td (Halaman kaki yang penting) Tj ET"
RIGHT = "BT /F1 9 Tf 1 0 0 1 430 15 Tm (versi 2026-11) Tj ET"
LEFT = "q 0.5 0 0 0.5 0 0 cm BT /F1 18 Tf 60 30 Td [(kiri) -250 (bawah)] TJ ET Q"
HEADER = "BT /F1 9 Tf 400 825 Td (kepala halaman) Tj ET"
FRAME = "5 5 585 832 re S 0 0 595 842 re W n 0.5 w 10 20 m 585 20 l n"


def drawing(*parts: str, turn: int = 0) -> Callable[[Pdf], None]:
    def build(pdf: Pdf) -> None:
        for number in range(3):
            page = sources.text_page(pdf, f"isi {number}")
            body = page.Contents.read_bytes() + b"\n" + "\n".join(parts).encode()
            page.obj["/Contents"] = Array([Stream(pdf, body)])
            page.obj["/Rotate"] = turn

    return build


def changed(path: Path, tmp_path: Path) -> tuple[set[str], bool]:
    """Where the stamp was drawn, and whether it met anything on its page."""
    volume = bound(tmp_path / "part.pdf", [path], processes=1)
    index = volume.first_page_of[entry(path).document.key] - 1
    width, height, before = oracle.picture(path, 0, 2)
    _, _, after = oracle.picture(volume.path, index, 2)
    places, met = set(), False
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            row, column = divmod(at, width)
            side = "left" if column < width / 3 else "right" if column > width * 2 / 3 else "middle"
            places.add(f"{'head' if row < height / 2 else 'foot'} {side}")
            met = met or old < 200
    return places, met


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), "foot middle"),
        ((FRAME,), "foot middle"),
        ((FOOTER,), "foot right"),
        ((FOOTER, RIGHT), "foot left"),
        ((FOOTER, RIGHT, LEFT), "head right"),
        ((FOOTER, RIGHT, LEFT, HEADER), "head middle"),
    ],
)
def test_a_stamp_stands_where_there_is_room(
    tmp_path: Path, parts: tuple[str, ...], expected: str
) -> None:
    path = sources.saved(tmp_path, "kaki.pdf", drawing(*parts))
    assert changed(path, tmp_path) == ({expected}, False)


def test_on_a_turned_page_the_foot_is_where_the_reader_sees_it(tmp_path: Path) -> None:
    # What stands upright at the page's own right edge is at the foot when it is turned by 90.
    upright = "q 0 1 -1 0 580 400 cm BT /F1 9 Tf 0 0 Td (kaki halaman) Tj ET Q"
    path = sources.saved(tmp_path, "putar.pdf", drawing(upright, turn=90))
    places, met = changed(path, tmp_path)
    assert (places, met) == ({"foot right"}, False)


def test_where_there_is_no_room_the_stamp_is_at_the_foot(tmp_path: Path) -> None:
    rows = [f"BT /F1 12 Tf 10 {y} Td ({'penuh ' * 20}) Tj ET" for y in range(2, 842, 8)]
    path = sources.saved(tmp_path, "penuh.pdf", drawing(*rows))
    places, _ = changed(path, tmp_path)
    assert places == {"foot middle"}
