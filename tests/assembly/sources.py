"""PDF files of many makes, built for the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

A4 = (0, 0, 595, 842)


def text_page(pdf: Pdf, words: str, *, box: Sequence[float] = A4) -> pikepdf.Page:
    """Add a page that shows some words in the middle."""
    left, bottom, _, top = box
    content = f"BT /F1 18 Tf {left + 60} {(bottom + top) / 2} Td ({words}) Tj ET"
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(box),
        Resources=Dictionary(Font=Dictionary(F1=pdf.make_indirect(font))),
        Contents=Stream(pdf, content.encode()),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1]


def saved(folder: Path, name: str, build: Callable[[Pdf], None]) -> Path:
    path = folder / name
    with pikepdf.new() as pdf:
        build(pdf)
        pdf.save(path, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path


def link(pdf: Pdf, page: pikepdf.Page, **leads: Object) -> Dictionary:
    annotation = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 50, 150, 70]))
    )
    for key, value in leads.items():
        annotation[f"/{key}"] = value
    if "/Annots" not in page.obj:
        page.obj["/Annots"] = Array()
    page.obj["/Annots"].append(annotation)
    return annotation


def plain(words: str, pages: int = 2) -> Callable[[Pdf], None]:
    def build(pdf: Pdf) -> None:
        for number in range(1, pages + 1):
            text_page(pdf, f"{words} {number}")

    return build


def linked(words: str, *, tree: bool, pages: int = 5) -> Callable[[Pdf], None]:
    """Links of every kind on page 1; names that any other source may use as well."""

    def build(pdf: Pdf) -> None:
        plain(words, pages)(pdf)
        views = [
            Array([pdf.pages[number].obj, Name.XYZ, 70, 700 - number, 0]) for number in range(pages)
        ]
        names = [f"chapter{number}" for number in range(pages)]
        if tree:
            leaves = [
                pdf.make_indirect(
                    Dictionary(
                        Limits=Array([String(name), String(name)]),
                        Names=Array([String(name), Dictionary(D=view)]),
                    )
                )
                for name, view in zip(names, views, strict=True)
            ]
            pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array(leaves)))
        else:
            pdf.Root.Dests = Dictionary(
                {f"/{name}": view for name, view in zip(names, views, strict=True)}
            )
        first = pdf.pages[0]

        def named(name: str) -> Object:
            return String(name) if tree else Name(f"/{name}")

        link(pdf, first, Dest=named("chapter3"))
        link(pdf, first, A=Dictionary(S=Name.GoTo, D=named("chapter1")))
        link(pdf, first, Dest=Array([pdf.pages[2].obj, Name.Fit]))
        link(pdf, first, Dest=Array([pdf.pages[4].obj, Name.FitH, 321]))
        link(pdf, first, Dest=named("nowhere"))
        link(pdf, first, A=Dictionary(S=Name.URI, URI=String("https://example.org/")))
        pdf.Root.Outlines = outline(
            pdf, [("Awal", views[0]), ("Bab 3", named("chapter3")), ("Mati", named("nowhere"))]
        )

    return build


def outline(pdf: Pdf, items: Sequence[tuple[str, object]]) -> Dictionary:
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    made = [
        pdf.make_indirect(Dictionary(Title=String(title), Parent=root, Dest=leads))
        for title, leads in items
    ]
    for before, after in pairwise(made):
        before.Next, after.Prev = after, before
    root.First, root.Last, root.Count = made[0], made[-1], len(made)
    return root


def cyclic(pdf: Pdf) -> None:
    plain("lingkar", 2)(pdf)
    root = outline(pdf, [("A", Array([pdf.pages[0].obj, Name.Fit])), ("B", Name.x), ("C", Name.y)])
    root.Last.Next = root.First
    root.First.First = root.First
    pdf.Root.Outlines = root


def nested(levels: int) -> Callable[[Pdf], None]:
    def build(pdf: Pdf) -> None:
        plain("dalam", 2)(pdf)
        root = above = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        for level in range(levels):
            item = pdf.make_indirect(
                Dictionary(
                    Title=String(f"Tingkat {level}"),
                    Parent=above,
                    Dest=Array([pdf.pages[level % 2].obj, Name.XYZ, 10, 20, None]),
                )
            )
            above.First = above.Last = item
            above = item
        pdf.Root.Outlines = root

    return build


def turned(pdf: Pdf) -> None:
    """Pages turned, cropped, in another unit, and with their coordinate system left changed."""
    for degrees in (0, 90, 180, 270):
        page = text_page(pdf, f"putar {degrees}")
        page.obj["/Rotate"] = degrees
        page.obj["/CropBox"] = Array([100, 150, 500, 700])
    unit = text_page(pdf, "satuan", box=(0, 0, 297, 421))
    unit.obj["/UserUnit"] = 2
    off = text_page(pdf, "geser", box=(-300, -200, 295, 642))
    off.obj["/Rotate"] = -90
    open_state = text_page(pdf, "terbuka")
    open_state.obj["/Contents"] = Array(
        [
            Stream(pdf, b"q 0.3 0 0 0.3 200 400 cm q 1 0 0 RG"),
            Stream(pdf, b"BT /F1 40 Tf (q Q q q) Tj ET"),
        ]
    )
    over = text_page(pdf, "berlebih")
    over.obj["/Contents"] = Stream(pdf, b"Q BT /F1 18 Tf 60 400 Td (berlebih) Tj ET")


def inheriting(pdf: Pdf) -> None:
    """Boxes, rotation and a resource dictionary that only the page tree holds."""
    plain("waris", 3)(pdf)
    tree = pdf.Root.Pages
    tree["/Resources"] = Dictionary(Font=pdf.pages[0].Resources.Font)
    tree["/MediaBox"] = Array([0, 0, 400, 600])
    tree["/CropBox"] = Array([10, 20, 380, 580])
    tree["/Rotate"] = 90
    for page in pdf.pages:
        for key in ("/Resources", "/MediaBox"):
            del page.obj[key]
        page.obj["/StructParents"] = 7


def form(value: str, *, field: str = "Name", bare: bool = False) -> Callable[[Pdf], None]:
    """A form with one text field; `bare` leaves its drawing to the reader."""

    def build(pdf: Pdf) -> None:
        page = text_page(pdf, f"formulir {value}")
        fonts = page.obj["/Resources"]["/Font"]
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(field),
            V=String(value),
            Rect=Array([100, 300, 400, 330]),
            F=4,
            P=page.obj,
        )
        if bare:  # what is drawn is stale: nothing
            drawn = Stream(pdf, b"/Tx BMC EMC")
            drawn.stream_dict.update(
                Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 30]))
            )
            widget["/AP"] = Dictionary(N=drawn)
        else:
            drawn = Stream(pdf, f"/Tx BMC BT /F1 12 Tf 2 8 Td ({value}) Tj ET EMC".encode())
            drawn.stream_dict.update(
                Dictionary(
                    Type=Name.XObject,
                    Subtype=Name.Form,
                    BBox=Array([0, 0, 300, 30]),
                    Resources=Dictionary(Font=fonts),
                )
            )
            widget["/AP"] = Dictionary(N=drawn)
        made = pdf.make_indirect(widget)
        page.obj["/Annots"] = Array([made])
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([made]),
            DA=String("/F1 12 Tf 0 g"),
            DR=Dictionary(Font=fonts),
            NeedAppearances=bare,
        )

    return build


def signed(pdf: Pdf) -> None:
    """A page with a visible signature; what it signs does not matter here."""
    page = text_page(pdf, "bertanda tangan")
    drawn = Stream(pdf, b"1 0 0 rg 0 0 200 60 re f")
    drawn.stream_dict.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 60]))
    )
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1, 2, 3]))
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Signature1"),
            Rect=Array([100, 100, 300, 160]),
            F=132,
            V=pdf.make_indirect(value),
            AP=Dictionary(N=drawn),
            P=page.obj,
        )
    )
    page.obj["/Annots"] = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)


def layered(*, hidden: bool) -> Callable[[Pdf], None]:
    """A page whose black square is a layer, shown or hidden at first."""

    def build(pdf: Pdf) -> None:
        page = text_page(pdf, "lapisan")
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Kotak")))
        page.obj["/Resources"]["/Properties"] = Dictionary(L1=group)
        page.obj["/Contents"] = Stream(pdf, b"/OC /L1 BDC 100 500 200 200 re f EMC")
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([group]),
            D=Dictionary(
                BaseState=Name.OFF if hidden else Name.ON,
                Order=Array([String("Semua"), Array([group])]),
            ),
        )

    return build
