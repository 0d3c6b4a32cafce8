"""Files that mean harm, or that nobody meant: each gets an answer, soon."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from dossier_studio.core.file import FileFacts
from dossier_studio.intake.inspect import Limits, facts_of

Ask = Callable[..., FileFacts]
Make = Callable[..., Path]
PLAIN = pikepdf.ObjectStreamMode.disable


def details(facts: FileFacts, code: str) -> list[str]:
    return [problem.detail for problem in facts.problems if problem.code == code]


def test_an_outline_that_bites_its_tail(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        one = pdf.make_indirect(Dictionary(Title=String("a")))
        two = pdf.make_indirect(Dictionary(Title=String("b"), Next=one))
        one.Next, one.First = two, one
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=one, Last=two))

    facts = ask(edit)
    assert facts.bookmarks == 2
    assert details(facts, "PF-20") == ["outline-loop"]


def test_an_outline_of_a_thousand_levels(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        below = pdf.make_indirect(Dictionary(Title=String("x")))
        for _ in range(1000):
            below = pdf.make_indirect(Dictionary(Title=String("x"), First=below, Last=below))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=below, Last=below))

    facts = ask(edit)
    assert facts.bookmarks == Limits().depth
    assert details(facts, "PF-20") == ["outline-size"]


def test_a_hundred_thousand_bookmarks(make: Make) -> None:
    def edit(pdf: Pdf) -> None:
        page, after = pdf.pages[0].obj, None
        for _ in range(100_000):
            item = pdf.make_indirect(
                Dictionary(Title=String("x"), Dest=Array([page, Name.XYZ, 0, 0, 0]))
            )
            if after is not None:
                item.Next = after
            after = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=after))

    path = make(edit)
    began = time.monotonic()
    facts = facts_of(path)
    assert facts.bookmarks == 100_000
    assert facts.links_broken == 0
    assert time.monotonic() - began < 20


def strange_annotations(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Dictionary(Subtype=Name.Link)


def annotations_of_numbers(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array([1, None, String("x"), Array(), Dictionary(A=3, AA=4, AP=5)])


def numbers_everywhere(pdf: Pdf) -> None:
    for key in (
        "Outlines",
        "Names",
        "Dests",
        "AcroForm",
        "OpenAction",
        "AA",
        "AF",
        "PageMode",
        "Version",
    ):
        pdf.Root[f"/{key}"] = 7
    pdf.pages[0].Resources = 7
    pdf.pages[0].MediaBox = Array([0, 0, String("x"), 9])


def action_loop(pdf: Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.Named))
    action.Next = Array([action, action])
    pdf.Root.OpenAction = action


def name_tree_loop(pdf: Pdf) -> None:
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree, tree])
    pdf.Root.Names = Dictionary(Dests=tree, JavaScript=tree, EmbeddedFiles=tree)
    pdf.pages[0].Annots = Array([Dictionary(Subtype=Name.Link, Dest=String("x"))])


def field_loop(pdf: Pdf) -> None:
    field = pdf.make_indirect(Dictionary(T=String("a")))
    field.Kids = Array([field, field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def form_in_itself(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/Fm0 Do /Fm0 Do")
    form.update(Dictionary(Subtype=Name.Form, BBox=[0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(Fm0=form))
    pdf.pages[0].Resources = form.Resources
    pdf.pages[0].Contents = pdf.make_stream(b"/Fm0 Do")


def forms_that_double(pdf: Pdf) -> None:
    inner = pdf.make_stream(b"0 0 9 9 re f")
    inner.update(Dictionary(Subtype=Name.Form, BBox=[0, 0, 9, 9]))
    for _ in range(38):
        outer = pdf.make_stream(b"/Fm0 Do /Fm0 Do")
        outer.update(Dictionary(Subtype=Name.Form, BBox=[0, 0, 9, 9]))
        outer.Resources = Dictionary(XObject=Dictionary(Fm0=inner))
        inner = outer
    pdf.pages[0].Resources = inner.Resources
    pdf.pages[0].Contents = pdf.make_stream(b"/Fm0 Do")


def broken_font(pdf: Pdf) -> None:
    pdf.pages[0].Resources = Dictionary(
        Font=Dictionary(F1=Dictionary(Subtype=Name.Type0, DescendantFonts=3), F2=9)
    )


@pytest.mark.parametrize(
    "edit",
    [
        strange_annotations,
        annotations_of_numbers,
        numbers_everywhere,
        action_loop,
        name_tree_loop,
        field_loop,
        form_in_itself,
        forms_that_double,
        broken_font,
    ],
)
def test_what_is_not_as_it_should_be(ask: Ask, edit: Callable[[Pdf], None]) -> None:
    facts = ask(edit)
    assert facts.pages == 1
    assert "crash" not in details(facts, "PF-01")
    assert facts.javascript is False


def test_annotations_that_are_no_list_are_told(ask: Ask) -> None:
    assert details(ask(strange_annotations), "PF-20") == ["syntax"]


def test_a_page_tree_that_is_its_own_child(make: Make) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].obj["/Marker"] = pdf.Root.Pages

    path = make(edit, object_stream_mode=PLAIN)
    data = path.read_bytes()
    with Pdf.open(path) as pdf:
        tree = b"%d %d R" % pdf.Root.Pages.objgen
        page = b"%d %d R" % pdf.pages[0].obj.objgen
    path.write_bytes(data.replace(b"[ " + page + b" ]", b"[ " + tree + b" ]"))
    facts = facts_of(path)
    assert facts.damaged or facts.pages == 0


def test_a_content_of_two_gigabytes_is_not_unpacked(make: Make) -> None:
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + block * 125 + b"\x03\x00"

    def edit(pdf: Pdf) -> None:
        bomb = pdf.make_stream(b"")
        bomb.write(packed, filter=Name.FlateDecode)
        for page in pdf.pages:
            page.Contents = bomb

    path = make(edit, pages=3)
    began = time.monotonic()
    facts = facts_of(path)
    assert time.monotonic() - began < 5
    assert details(facts, "PF-20") == ["content-size"]
    assert next(one.pages for one in facts.problems if one.code == "PF-20") == (1, 2, 3)
    assert facts.pages == 3


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 0.999), junk=st.binary(min_size=1, max_size=40))
def test_any_damage_gets_an_answer(tmp_path: Path, place: float, junk: bytes) -> None:
    path = tmp_path / "rusak.pdf"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        pdf.Root.Outlines = pdf.make_indirect(
            Dictionary(First=pdf.make_indirect(Dictionary(Title=String("a"), Dest=Array([page]))))
        )
        pdf.save(path, object_stream_mode=PLAIN)
    data = bytearray(path.read_bytes())
    at = int(place * len(data))
    data[at : at + len(junk)] = junk
    path.write_bytes(data)
    facts = facts_of(path)
    assert facts.bytes == len(data)
    assert "crash" not in details(facts, "PF-01")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.binary(max_size=400))
def test_noise_that_calls_itself_a_pdf(tmp_path: Path, tail: bytes) -> None:
    path = tmp_path / "acak.pdf"
    path.write_bytes(b"%PDF-1.7\n" + tail)
    assert facts_of(path).problems
