"""Rules NV-01 to NV-18: bookmarks and hyperlinks share their faults, under codes of their own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from dossier_studio.core.file import FileFacts
from dossier_studio.intake.inspect import facts_of

Ask = Callable[..., FileFacts]
Make = Callable[..., Path]
Target = Callable[[Pdf], Dictionary]

ADVICE = {"PF-11", "PF-12"}


def codes(facts: FileFacts) -> set[str]:
    return {problem.code for problem in facts.problems} - ADVICE


def outline(pdf: Pdf, items: list[Dictionary]) -> None:
    """Hang bookmarks side by side."""
    made = [pdf.make_indirect(item) for item in items]
    for one, following in pairwise(made):
        one.Next = following
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=made[0], Last=made[-1]))


def link(pdf: Pdf, target: Dictionary) -> None:
    target.Subtype = Name.Link
    target.Rect = Array([0, 0, 9, 9])
    pdf.pages[1].Annots = Array([target])


def good(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0]))


def null_zoom(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([pdf.pages[0].obj, Name.XYZ, 0, 0, None]))


def by_number(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([1, Name.XYZ, 0, 0, 0]))


def beyond_the_end(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([99, Name.XYZ, 0, 0, 0]))


def page_not_in_tree(pdf: Pdf) -> Dictionary:
    lost = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
    return Dictionary(A=Dictionary(S=Name.GoTo, D=Array([lost, Name.XYZ, 0, 0, 0])))


def unknown_name(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=String("bab-9"))


def not_a_target(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=42)


def old_name(pdf: Pdf) -> Dictionary:
    pdf.Root.Dests = Dictionary(Bab1=Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0]))
    return Dictionary(A=Dictionary(S=Name.GoTo, D=Name.Bab1))


def tree_name(pdf: Pdf) -> Dictionary:
    place = Dictionary(D=Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0]))
    leaf = pdf.make_indirect(Dictionary(Names=Array([String("bab-1"), place])))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([leaf])))
    return Dictionary(Dest=String("bab-1"))


def fitted(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([pdf.pages[0].obj, Name.Fit]))


def enlarged(pdf: Pdf) -> Dictionary:
    return Dictionary(Dest=Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 2]))


def to_web(pdf: Pdf) -> Dictionary:
    return Dictionary(A=Dictionary(S=Name.URI, URI=String("https://pom.go.id")))


def to_mail(pdf: Pdf) -> Dictionary:
    return Dictionary(A=Dictionary(S=Name.URI, URI=String("mailto:a@b.id")))


def to_other_file(pdf: Pdf) -> Dictionary:
    return Dictionary(A=Dictionary(S=Name.GoToR, F=Dictionary(F=String("lampiran.pdf"))))


def to_drive(pdf: Pdf) -> Dictionary:
    return Dictionary(A=Dictionary(S=Name.Launch, F=String("C:/data/lampiran.pdf")))


def to_share(pdf: Pdf) -> Dictionary:
    return Dictionary(A=Dictionary(S=Name.GoToR, F=String("\\\\server\\lampiran.pdf")))


def nowhere(pdf: Pdf) -> Dictionary:
    return Dictionary()


def twice(pdf: Pdf) -> Dictionary:
    after = Dictionary(S=Name.Named, N=Name.NextPage)
    target = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])
    return Dictionary(A=Dictionary(S=Name.GoTo, D=target, Next=after))


FAULTS: list[tuple[Target, str, str, int]] = [
    (good, "", "", 0),
    (null_zoom, "", "", 0),
    (by_number, "", "", 0),
    (old_name, "", "", 0),
    (tree_name, "", "", 0),
    (beyond_the_end, "NV-05", "NV-13", 1),
    (page_not_in_tree, "NV-05", "NV-13", 1),
    (unknown_name, "NV-05", "NV-13", 1),
    (not_a_target, "NV-05", "NV-13", 1),
    (to_other_file, "NV-03", "NV-11", 0),
    (twice, "NV-06", "NV-14", 0),
    (to_web, "NV-07", "NV-15", 0),
    (to_mail, "NV-07", "NV-15", 0),
    (nowhere, "NV-08", "NV-16", 0),
    (to_drive, "NV-09", "NV-17", 0),
    (to_share, "NV-09", "NV-17", 0),
    (fitted, "NV-10", "NV-18", 0),
    (enlarged, "NV-10", "NV-18", 0),
]


@pytest.mark.parametrize(
    ("target", "code", "broken"), [(fault[0], fault[1], fault[3]) for fault in FAULTS]
)
def test_bookmarks(ask: Ask, target: Target, code: str, broken: int) -> None:
    def edit(pdf: Pdf) -> None:
        item = target(pdf)
        item.Title = String("Bab 1")
        outline(pdf, [item])

    facts = ask(edit, pages=2)
    assert codes(facts) == ({code} if code else set())
    assert (facts.bookmarks, facts.links_broken) == (1, broken)


@pytest.mark.parametrize(
    ("target", "code", "broken"), [(fault[0], fault[2], fault[3]) for fault in FAULTS]
)
def test_links(ask: Ask, target: Target, code: str, broken: int) -> None:
    facts = ask(lambda pdf: link(pdf, target(pdf)), pages=2)
    assert codes(facts) == ({code} if code else set())
    assert facts.links_broken == broken
    if code:
        assert next(one.pages for one in facts.problems if one.code == code) == (2,)


def test_a_broken_bookmark_is_named(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        outline(pdf, [Dictionary(Title=String("Spesifikasi"), Dest=String("hilang"))])

    facts = ask(edit)
    assert "“Spesifikasi” → hilang" in {problem.detail for problem in facts.problems}


@pytest.mark.parametrize(("pages", "wanted"), [(5, set()), (6, {"NV-01"})])
def test_a_long_document_wants_bookmarks(ask: Ask, pages: int, wanted: set[str]) -> None:
    assert codes(ask(pages=pages)) == wanted


@pytest.mark.parametrize(("levels", "wanted"), [(4, set()), (5, {"NV-02"})])
def test_levels_of_bookmarks(ask: Ask, levels: int, wanted: set[str]) -> None:
    def edit(pdf: Pdf) -> None:
        below = None
        for level in range(levels):
            item = good(pdf)
            item.Title = String(f"Tingkat {levels - level}")
            if below is not None:
                item.First = item.Last = below
            below = pdf.make_indirect(item)
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=below, Last=below))

    facts = ask(edit)
    assert codes(facts) == wanted
    assert facts.bookmarks == levels


def test_many_faults_of_one_kind_are_one_problem(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        outline(
            pdf, [Dictionary(Title=String(f"Bab {n}"), Dest=String("hilang")) for n in range(40)]
        )

    facts = ask(edit)
    assert facts.links_broken == 40
    problem = next(problem for problem in facts.problems if problem.code == "NV-05")
    assert problem.detail.startswith("“Bab 0” → hilang, “Bab 1” → hilang")
    assert problem.detail.endswith("…")


def test_links_and_bookmarks_are_counted_together(make: Make) -> None:
    def edit(pdf: Pdf) -> None:
        outline(pdf, [Dictionary(Title=String("x"), Dest=String("hilang"))])
        link(pdf, unknown_name(pdf))

    assert facts_of(make(edit, pages=2)).links_broken == 2
