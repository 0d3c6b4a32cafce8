"""Rules PF-15 to PF-20: sizes of pages, and files that are damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Pdf

from dossier_studio.core.file import RECONSTRUCTED, FileFacts, PageSize
from dossier_studio.intake.inspect import facts_of
from tests.intake.seen import codes, details

Ask = Callable[..., FileFacts]
Make = Callable[..., Path]


def turned(pdf: Pdf) -> None:
    pdf.pages[0].Rotate = 90


def cropped(pdf: Pdf) -> None:
    pdf.pages[0].CropBox = Array([100, 100, 400, 500])


def scaled(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 297.638, 420.945])
    pdf.pages[0].UserUnit = 2


def backwards(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([612, 792, 0, 0])


def handed_down(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/MediaBox"]
    pdf.Root.Pages.MediaBox = Array([0, 0, 300, 300])
    pdf.Root.Pages.Rotate = 270


def large(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 1190.551, 841.89])


@pytest.mark.parametrize(
    ("edit", "size", "odd"),
    [
        (turned, PageSize(841.89, 595.28), False),
        (cropped, PageSize(300.0, 400.0), True),
        (scaled, PageSize(595.28, 841.89), False),
        (backwards, PageSize(612.0, 792.0), False),
        (handed_down, PageSize(300.0, 300.0), True),
        (large, PageSize(1190.55, 841.89), False),
    ],
)
def test_pages_are_measured_as_they_are_seen(
    ask: Ask, edit: Callable[[Pdf], None], size: PageSize, odd: bool
) -> None:
    facts = ask(edit)
    assert facts.page_sizes == (size,)
    assert codes(facts) == ({"PF-15"} if odd else set())


def test_sizes_stand_in_the_order_of_their_first_page(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].MediaBox = Array([0, 0, 612, 792])
        pdf.pages[2].MediaBox = Array([0, 0, 612, 792])

    assert ask(edit, pages=3).page_sizes == (PageSize(612, 792), PageSize(595.28, 841.89))


def test_a_lost_cross_reference_is_told(make: Make) -> None:
    path = make(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"startxref\n", b"startxref\n9"))
    facts = facts_of(path)
    assert details(facts, "PF-20") == [RECONSTRUCTED]
    assert facts.pages == 1
    assert facts.damaged


def test_a_truncated_file_gets_an_answer(make: Make) -> None:
    path = make(pages=5, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    path.write_bytes(path.read_bytes()[:-400])
    facts = facts_of(path)
    assert facts.damaged
    assert {"PF-01", "PF-20"} & codes(facts)


def test_a_header_after_other_bytes_is_still_a_pdf(make: Make) -> None:
    path = make()
    path.write_bytes(b"x" * 20 + path.read_bytes())
    assert facts_of(path).pages == 1


def test_parsers_that_disagree_are_reported(make: Make) -> None:
    path = make(pages=3, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    path.write_bytes(path.read_bytes().replace(b"/Count 3", b"/Count 7"))
    facts = facts_of(path)
    assert facts.pages == 3
    assert details(facts, "PF-01") == ["qpdf 3, pdfium 7"]
