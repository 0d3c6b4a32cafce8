"""A Part that is too large becomes volumes that name each other's documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier_studio.assembly.binder import bind
from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.splitting import EACH, FRONT, volumes_of
from dossier_studio.core.text import Message, Text
from dossier_studio.core.work import finish
from dossier_studio.host.messages import both
from tests.assembly import oracle, sources
from tests.assembly.volumes import ABOUT, PART, entry


def headed(section: str, depth: int) -> Heading:
    return Heading(section, "", Text(section, section), depth)


@pytest.fixture
def whole(tmp_path: Path) -> PartPlan:
    rows: list[Heading | Entry] = [headed("II", 0)]
    for letter in "ABC":
        rows.append(headed(f"II.{letter}", 1))
        for number in (1, 2):
            name = f"{letter}{number}"
            path = sources.saved(tmp_path, f"{name}.pdf", sources.plain(name, 1))
            made = entry(path)
            rows.append(replace(made, document=replace(made.document, bytes=1_000_000)))
    return PartPlan("II", Text("Mutu", "Quality"), PART, Message("assembly.contents"), tuple(rows))


def holdings(volumes: tuple[PartPlan, ...]) -> list[list[str]]:
    return [[str(one.document.key) for one in volume.entries] for volume in volumes]


def room_for(documents: int) -> int:
    return FRONT + documents * (1_000_000 + EACH)


def test_what_fits_stays_whole(whole: PartPlan) -> None:
    assert volumes_of(whole, room_for(6)) == (whole,)


def test_volumes_end_where_sections_end(whole: PartPlan) -> None:
    volumes = volumes_of(whole, room_for(5))
    assert holdings(volumes) == [["A1", "A2", "B1", "B2"], ["C1", "C2"]]
    assert holdings(volumes_of(whole, room_for(3))) == [["A1", "A2"], ["B1", "B2"], ["C1", "C2"]]
    for volume in volumes:
        assert isinstance(volume.rows[0], Heading)
        assert volume.rows[0].section == "II"
    assert both(volumes[1].mark).en == "Part II, volume 2 of 2"


def test_a_section_that_is_too_large_is_split_between_documents(whole: PartPlan) -> None:
    expected = [["A1"], ["A2"], ["B1"], ["B2"], ["C1"], ["C2"]]
    assert holdings(volumes_of(whole, room_for(1))) == expected
    assert holdings(volumes_of(whole, 1)) == expected


def test_each_volume_says_where_the_other_documents_are(whole: PartPlan, tmp_path: Path) -> None:
    (_, second) = volumes_of(whole, room_for(5))
    paths = {one.document.sha256: tmp_path / one.document.name for one in second.entries}
    made = finish(bind(second, paths.__getitem__, tmp_path / "part.pdf", about=ABOUT))
    said = oracle.text(made.path, 1)
    assert "Dalam jilid lain" in said
    assert said.count("jilid 1") == 4
    assert [goal.page for page, goal in oracle.links(made.path) if page == 1] == [2, 2, 3]
    assert "Bagian II, jilid 2 dari 2 · 2 / 4" in said
