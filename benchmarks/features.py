"""Adds to a drawn file what joining files may lose: outline, links, names, forms, labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

NAMED, NAMED_IN_TREE = 1, 4


def add_features(pdf: Pdf, index: int, path: Path) -> None:
    """Give the file of this number its features and save it."""
    pages = [page.obj for page in pdf.pages]
    views = [Array([page, Name.XYZ, 60, 500 - number, None]) for number, page in enumerate(pages)]
    targets: list[Object] = list(views)
    way = index % 6
    if way in {NAMED, NAMED_IN_TREE}:
        targets = _named(pdf, views, in_tree=way == NAMED_IN_TREE)
    _outline(pdf, targets)
    _links(pdf, pages, targets)
    if index % 10 == 0:
        _form(pdf, pages[0])
    if index % 7 == 0:
        ranges = [0, Dictionary(S=Name.r), 2, Dictionary(S=Name.D, St=1, P=String("A-"))]
        pdf.Root.PageLabels = Dictionary(Nums=Array(ranges))
    if index % 25 == 0:
        pdf.attachments["data.txt"] = pikepdf.AttachedFileSpec(
            pdf,
            b"1;2;3\n",
            description="",
            filename="data.txt",
            mime_type="text/plain",
            creation_date="",
            mod_date="",
        )
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep(0)"))
    _save(pdf, path, index, packed=way == NAMED_IN_TREE)


def _save(pdf: Pdf, path: Path, index: int, *, packed: bool) -> None:
    mode = pikepdf.ObjectStreamMode
    encryption = pikepdf.Encryption(owner="owner", user="", R=6) if index % 50 == 0 else False
    pdf.save(
        path,
        min_version="1.7",
        object_stream_mode=mode.generate if packed else mode.disable,
        encryption=encryption,
        deterministic_id=not encryption,
    )


def _named(pdf: Pdf, views: Sequence[Array], *, in_tree: bool) -> list[Object]:
    """Name the views, by names that every other file uses too."""
    names = [f"bab{number}" for number in range(len(views))]
    if not in_tree:
        listed = zip(names, views, strict=True)
        pdf.Root.Dests = Dictionary({f"/{name}": view for name, view in listed})
        return [Name(f"/{name}") for name in names]
    pairs = sorted(zip(names, views, strict=True), key=lambda pair: pair[0])
    leaf = [part for name, view in pairs for part in (String(name), Dictionary(D=view))]
    node = Dictionary(Names=Array(leaf), Limits=Array([String(pairs[0][0]), String(pairs[-1][0])]))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([pdf.make_indirect(node)])))
    return [String(name) for name in names]


def _outline(pdf: Pdf, targets: Sequence[Object]) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    items = [
        pdf.make_indirect(Dictionary(Title=String(f"Bab {number + 1}"), Parent=root, Dest=target))
        for number, target in enumerate(targets)
    ]
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    root.First, root.Last, root.Count = items[0], items[-1], len(items)
    pdf.Root.Outlines = root


def _links(pdf: Pdf, pages: Sequence[Object], targets: Sequence[Object]) -> None:
    """Two links on the first page, one on the second, and one to the web on the third."""
    last = len(pages) - 1
    for page, leads in (
        (0, Dictionary(Dest=targets[last])),
        (0, Dictionary(A=Dictionary(S=Name.GoTo, D=targets[2 % len(targets)]))),
        (1, Dictionary(Dest=targets[0])),
        (2, Dictionary(A=Dictionary(S=Name.URI, URI=String("https://example.org/")))),
    ):
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([60, 535, 200, 555]),
            Border=Array([0, 0, 0]),
        )
        for key, value in leads.items():
            annotation[key] = value
        _annotate(pdf, pages[min(page, last)], annotation)


def _form(pdf: Pdf, page: Object) -> None:
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    fonts = Dictionary(Font=Dictionary(Helv=font))
    drawn = Stream(pdf, b"/Tx BMC BT /Helv 12 Tf 2 8 Td (Rina) Tj ET EMC")
    drawn.stream_dict.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 30]), Resources=fonts
        )
    )
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("Name"),
        V=String("Rina"),
        DA=String("/Helv 12 Tf 0 g"),
        Rect=Array([60, 560, 260, 590]),
        F=4,
        AP=Dictionary(N=drawn),
        P=page,
    )
    field = _annotate(pdf, page, widget)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), DA=String("/Helv 12 Tf 0 g"), DR=fonts, NeedAppearances=False
    )


def _annotate(pdf: Pdf, page: Object, annotation: Dictionary) -> Object:
    made = pdf.make_indirect(annotation)
    if "/Annots" not in page:
        page["/Annots"] = Array()
    page["/Annots"].append(made)
    return made
