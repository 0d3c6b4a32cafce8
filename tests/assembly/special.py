"""Sources that hold what joining files is known to lose: tags, attachments, links to neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.assembly import sources


def special(
    words: str, *, role: str = "/P", pages: int = 8, neighbour: str = ""
) -> Callable[[Pdf], None]:
    """A file with all of it: outline, named links, field, labels, attachment, layer, tags.

    `role` is what the type /Isi of its tags stands for; `neighbour` a file that it leads to.
    """

    def build(pdf: Pdf) -> None:
        sources.linked(words, tree=True, pages=pages)(pdf)
        first = pdf.pages[0]
        _field(pdf, first, words)
        pdf.Root.PageLabels = Dictionary(
            Nums=Array([0, Dictionary(S=Name.r), 2, Dictionary(S=Name.D)])
        )
        pdf.attachments["data.csv"] = f"{words};1".encode()
        _layer(pdf, first, words)
        tag(pdf, role)
        if neighbour:
            leading(pdf, neighbour)

    return build


def tag(pdf: Pdf, role: str = "/P") -> None:
    """Mark the whole of each page as one paragraph of a type of its own, and each link as one."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    numbers: list[object] = []
    for index, page in enumerate(pdf.pages):
        old = page.Contents.read_bytes()
        page.obj["/Contents"] = Stream(pdf, b"/Isi <</MCID 0>> BDC\n" + old + b"\nEMC")
        page.obj["/StructParents"] = index
        page.obj["/Tabs"] = Name.S
        element = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Isi,
                C=Array([Name.Rata, 0]),
                ID=String(f"isi-{index}"),
                P=whole,
                Pg=page.obj,
                K=0,
            )
        )
        whole.K.append(element)
        numbers += [index, Array([element])]
    for offset, annotation in enumerate(pdf.pages[0].obj.get("/Annots", ())):
        annotation["/StructParent"] = 100 + offset
        held = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=pdf.pages[0].obj)
        element = pdf.make_indirect(Dictionary(S=Name.Link, P=whole, K=held))
        whole.K.append(element)
        numbers += [100 + offset, element]
    root.K = whole
    root.ParentTree = Dictionary(Nums=Array(numbers))
    root.RoleMap = Dictionary(Isi=Name(role))
    root.ClassMap = Dictionary(Rata=Dictionary(O=Name.Layout, TextAlign=Name.Start))
    root.IDTree = Dictionary(
        Names=Array([part for one in list(whole.K)[: len(pdf.pages)] for part in (one.ID, one)])
    )
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("id")


def leading(pdf: Pdf, neighbour: str) -> None:
    """Add links to another file in every way that there is, to its pages 1, 3, 4, 4 and 2."""
    page = pdf.pages[1]
    actions: Sequence[Dictionary] = [
        Dictionary(S=Name.Launch, F=Dictionary(F=String(f"../{neighbour}"))),
        Dictionary(
            S=Name.GoToR, F=String(f"map/{neighbour}"), D=Array([2, Name.XYZ, 10, 500, None])
        ),
        Dictionary(S=Name.GoToR, F=Dictionary(UF=String(neighbour)), D=String("chapter3")),
        Dictionary(S=Name.URI, URI=String(f"{neighbour.upper()}#nameddest=chapter3")),
        Dictionary(S=Name.URI, URI=String(f"file:///C:/berkas/{neighbour}#page=2")),
    ]
    for action in actions:
        sources.link(pdf, page, A=action)


def _field(pdf: Pdf, page: pikepdf.Page, value: str) -> None:
    drawn = Stream(pdf, b"/Tx BMC EMC")
    drawn.stream_dict.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 30]))
    )
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("Name"),
            V=String(value),
            Rect=Array([100, 300, 400, 330]),
            AP=Dictionary(N=drawn),
        )
    )
    page.obj["/Annots"].append(widget)
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), DA=String("/F1 12 Tf 0 g"))


def _layer(pdf: Pdf, page: pikepdf.Page, words: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"lapis {words}")))
    page.obj["/Resources"]["/Properties"] = Dictionary(L1=group)
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([group]))
    )
