"""A volume that is true passes its proof; any fault that is planted in it does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream, String

from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import Entry, PartPlan
from dossier_studio.assembly.proof.account import Difference, Labels, Proof
from dossier_studio.assembly.proof.prove import prove
from dossier_studio.core.work import finish
from tests.assembly import sources
from tests.assembly.volumes import ABOUT, bound, entry, part

Chance = Callable[[int], int]
"""Picks one of so many."""


@dataclass(frozen=True)
class Volume:
    """A bound volume with its sources."""

    paths: tuple[Path, ...]
    entries: tuple[Entry, ...]
    bound: BoundPart

    @property
    def plan(self) -> PartPlan:
        return part(self.entries)

    def proof(self, path: Path | None = None, *, deep: bool = False, processes: int = 1) -> Proof:
        files = {
            one.document.sha256: path for one, path in zip(self.entries, self.paths, strict=True)
        }
        volume = replace(self.bound, path=path or self.bound.path)
        work = prove(
            self.plan, volume, files.__getitem__, about=ABOUT, deep=deep, processes=processes
        )
        return finish(work)


def labelled(pdf: pikepdf.Pdf) -> None:
    sources.plain("berlabel", 4)(pdf)
    ranges = [0, Dictionary(S=Name.r), 2, Dictionary(S=Name.A, P=String("Lampiran "))]
    pdf.Root.PageLabels = Dictionary(Nums=Array(ranges))
    pdf.attachments["data.csv"] = b"1;2;3"


def made(folder: Path) -> Volume:
    builders = {
        "nama": sources.linked("nama", tree=False),
        "pohon": sources.linked("pohon", tree=True),
        "dalam": sources.nested(9),
        "putar": sources.turned,
        "waris": sources.inheriting,
        "rina": sources.form("Rina"),
        "budi": sources.form("Budi"),
        "label": labelled,
        "tampak": sources.layered(hidden=False),
        "samar": sources.layered(hidden=True),
        "surat": sources.signed,
    }
    paths = [sources.saved(folder, f"{name}.pdf", build) for name, build in builders.items()]
    entries = {path: entry(path, flattened=path.stem == "surat") for path in paths}
    return Volume(tuple(paths), tuple(entries.values()), bound(folder / "part.pdf", entries))


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Volume:
    return made(tmp_path_factory.mktemp("proof"))


def test_a_true_volume_holds_and_says_what_was_compared(volume: Volume) -> None:
    proof = volume.proof()
    assert proof.mismatches == ()
    assert [one.account.mismatches for one in proof.documents] == [()] * len(volume.paths)
    assert proof.holds
    counts = {
        path.stem: (one.account.pages, one.account.links, one.account.marked)
        for path, one in zip(volume.paths, proof.documents, strict=True)
    }
    assert counts["nama"] == counts["pohon"] == (5, 4, 3)
    assert counts["dalam"] == (2, 0, 9)
    fields = {
        path.stem: one.account.fields
        for path, one in zip(volume.paths, proof.documents, strict=True)
    }
    assert {name for name, count in fields.items() if count} == {"rina", "budi"}
    labels = dict(zip((path.stem for path in volume.paths), proof.documents, strict=True))
    assert labels["label"].account.labels in {Labels.KEPT, Labels.NUMBERED}
    assert labels["label"].account.attachments == 1
    assert sum(one.account.pictured for one in proof.documents) == 8


def test_the_deep_form_draws_every_page_and_agrees(volume: Volume) -> None:
    proof = volume.proof(deep=True)
    assert proof.holds
    assert [one.account.pictured for one in proof.documents] == [
        one.account.pages for one in proof.documents
    ]


def test_the_number_of_processes_changes_nothing(volume: Volume) -> None:
    assert volume.proof(processes=2) == volume.proof(processes=1)


def test_a_file_that_is_no_volume_is_a_difference_and_no_crash(
    volume: Volume, tmp_path: Path
) -> None:
    broken = tmp_path / "part.pdf"
    broken.write_bytes(volume.bound.path.read_bytes()[:5000])
    assert not volume.proof(broken).holds


def document_pages(volume: Volume, pdf: pikepdf.Pdf) -> list[pikepdf.Page]:
    first = min(volume.bound.first_page_of.values()) - 1
    return list(pdf.pages)[first:]


def jumps(pages: list[pikepdf.Page]) -> list[Dictionary]:
    return [
        one
        for page in pages
        for one in page.obj.get("/Annots", Array())
        if isinstance(one, Dictionary) and ("/Dest" in one or "/D" in one.get("/A", Dictionary()))
    ]


def leads(annotation: Dictionary) -> Array:
    found = annotation["/Dest"] if "/Dest" in annotation else annotation["/A"]["/D"]
    assert isinstance(found, Array)
    return found


def bookmarks(item: object) -> Iterator[Dictionary]:
    while isinstance(item, Dictionary):
        yield item
        yield from bookmarks(item.get("/First"))
        item = item.get("/Next")


def wrong_page(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = document_pages(volume, pdf)
    links = jumps(pages)
    array = leads(links[chance(len(links))])
    others = [page for page in pages if page.obj.objgen != array[0].objgen]
    array[0] = others[chance(len(others))].obj


def wrong_place(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    named = [one for one in jumps(document_pages(volume, pdf)) if leads(one)[3] in (697, 699, 321)]
    leads(named[chance(len(named))])[3] = 111


def wrong_contents(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    front = min(volume.bound.first_page_of.values()) - 1
    links = jumps(list(pdf.pages)[:front])
    leads(links[chance(len(links))])[0] = pdf.pages[0].obj


def lost_link(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = [page.obj for page in document_pages(volume, pdf) if len(page.obj.get("/Annots", []))]
    listed = pages[chance(len(pages))]["/Annots"]
    del listed[chance(len(listed))]


def lost_bookmark(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    found = [one for one in bookmarks(pdf.Root.Outlines.First) if "/Next" in one or "/First" in one]
    before = found[chance(len(found))]
    key = "/First" if "/First" in before else "/Next"
    after = before[key].get("/Next")
    if after is None:
        del before[key]
    else:
        before[key] = after


def wrong_bookmark(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    found = [one for one in bookmarks(pdf.Root.Outlines.First) if "/Dest" in one]
    found[1 + chance(len(found) - 1)]["/Dest"][0] = pdf.pages[0].obj


def renamed_bookmark(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    found = list(bookmarks(pdf.Root.Outlines.First))
    found[1 + chance(len(found) - 1)]["/Title"] = String("Lain")


def swapped_pages(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    start = len(pdf.pages) - len(document_pages(volume, pdf))
    one = start + chance(len(pdf.pages) - start - 1)
    pdf.pages.insert(one, pdf.pages[one + 1])
    del pdf.pages[one + 2]


def lost_page(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    del pdf.pages[len(pdf.pages) - 1 - chance(len(document_pages(volume, pdf)))]


def changed_text(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = document_pages(volume, pdf)
    streams = [one for one in pages[chance(len(pages))].obj.Contents if b"Tf" in one.read_bytes()]
    data = streams[0].read_bytes()
    streams[0].write(data.replace(b"Tj", b"Tj T*", 1))


def painted_over(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = document_pages(volume, pdf)
    page = pages[chance(len(pages))].obj
    page["/Contents"] = Array([*page.Contents, Stream(pdf, b"1 g 0 0 900 900 re f")])


def painted_in_the_stamp(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = document_pages(volume, pdf)
    pages[chance(len(pages))].obj.Contents[-1].write(b"Q 1 g 0 0 900 900 re f")


def other_font(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    fonts = [
        font
        for page in document_pages(volume, pdf)
        for font in page.Resources.get("/Font", Dictionary()).values()
        if font.get("/BaseFont") == Name.Helvetica
    ]
    fonts[chance(len(fonts))]["/BaseFont"] = Name.Symbol


def turned_page(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = document_pages(volume, pdf)
    page = pages[chance(len(pages))].obj
    page["/Rotate"] = int(page.get("/Rotate", 0)) + 90


def cropped_page(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pages = [page.obj for page in document_pages(volume, pdf) if "/MediaBox" in page.obj]
    pages[chance(len(pages))]["/MediaBox"] = Array([0, 0, 200, 201])


def wrong_value(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    fields = list(pdf.acroform.fields)
    fields[chance(len(fields))].obj["/V"] = String("Orang lain")


def fused_fields(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    for field in pdf.acroform.fields:
        field.obj["/Parent"]["/T"] = String("D0001")


def shown_layer(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    pdf.Root.OCProperties.D.OFF = Array()


def wrong_labels(volume: Volume, pdf: pikepdf.Pdf, chance: Chance) -> None:
    way = Dictionary(S=Name.D, St=2 + chance(9))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, way]))


Fault = Callable[[Volume, pikepdf.Pdf, Chance], None]

FAULTS: dict[Fault, set[Difference]] = {
    wrong_page: {Difference.LINK},
    wrong_place: {Difference.LINK},
    wrong_contents: {Difference.CONTENTS},
    lost_link: {Difference.ANNOTATION, Difference.LINK},
    lost_bookmark: {Difference.BOOKMARK},
    wrong_bookmark: {Difference.BOOKMARK},
    renamed_bookmark: {Difference.BOOKMARK},
    swapped_pages: {Difference.CONTENT, Difference.ANNOTATION, Difference.LINK, Difference.BOX},
    lost_page: {Difference.PAGES},
    changed_text: {Difference.CONTENT},
    painted_over: {Difference.CONTENT},
    painted_in_the_stamp: {Difference.CONTENT},
    other_font: {Difference.CONTENT},
    turned_page: {Difference.BOX},
    cropped_page: {Difference.BOX},
    wrong_value: {Difference.FIELD},
    fused_fields: {Difference.FIELD},
    shown_layer: {Difference.LAYER},
    wrong_labels: {Difference.LABEL},
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@settings(max_examples=4, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_planted_fault_is_found(fault: Fault, volume: Volume, data: st.DataObject) -> None:
    spoilt = volume.bound.path.with_name("spoilt.pdf")
    shutil.rmtree(spoilt, ignore_errors=True)
    with pikepdf.open(volume.bound.path) as pdf:
        fault(volume, pdf, lambda many: data.draw(st.integers(0, many - 1)))
        pdf.save(spoilt)
    proof = volume.proof(spoilt)
    found = [*proof.mismatches, *(one for doc in proof.documents for one in doc.account.mismatches)]
    assert {one.kind for one in found} & FAULTS[fault]


def test_a_volume_that_another_writer_saved_is_as_true(volume: Volume, tmp_path: Path) -> None:
    """The proof is of what the volume says, not of how it is written."""
    again = tmp_path / "part.pdf"
    with pikepdf.open(volume.bound.path) as pdf:
        pdf.save(again, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert volume.proof(again).holds
