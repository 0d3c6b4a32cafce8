"""PDF files as hypothesis makes them: any outline, names, turns, boxes, inheritance, labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pikepdf
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.assembly import sources

NAMES = ("bab1", "bab2", "Lampiran A", "x(y)")
"""Every file draws its names from these, so that files share them."""

WORDS = st.text(
    st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po", "Sm", "So")), min_size=1, max_size=12
)
POINTS = st.one_of(st.none(), st.integers(-50, 900), st.sampled_from([0.5, 123.456]))
BOXES = st.sampled_from(
    [
        (0, 0, 595, 842),
        (0, 0, 842, 595),
        (-100, -50, 495, 792),
        (0, 0, 300.5, 200.25),
        (595, 842, 0, 0),
    ]
)
CROPS = st.one_of(st.none(), st.sampled_from([(50, 60, 250, 180), (-20, -20, 2000, 2000)]))


@dataclass(frozen=True)
class Goal:
    """Where something leads: a kind of view, a page, some numbers; or a name."""

    kind: str
    page: int
    points: tuple[float | None, ...]
    name: str = ""
    by_action: bool = False


@dataclass(frozen=True)
class Bookmark:
    title: str
    goal: Goal | None
    indirect: bool
    below: tuple[Bookmark, ...]


@dataclass(frozen=True)
class Leaf:
    """A page: what its own dictionary says, and what it leaves to the page tree."""

    box: tuple[float, ...] | None
    crop: tuple[float, ...] | None
    turn: int | None
    links: tuple[Goal, ...]


@dataclass(frozen=True)
class File:
    pages: tuple[Leaf, ...]
    above: Leaf
    names: tuple[tuple[str, Goal], ...]
    in_tree: bool
    outline: tuple[Bookmark, ...]
    labels: str
    field: str
    packed: bool


GOALS = st.builds(
    Goal,
    kind=st.sampled_from(["XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH"]),
    page=st.integers(0, 4),
    points=st.tuples(POINTS, POINTS, POINTS, POINTS),
    by_action=st.booleans(),
)
NAMED = st.builds(
    Goal, st.just("name"), st.just(0), st.just(()), st.sampled_from(NAMES), st.booleans()
)
LEADS = st.one_of(GOALS, NAMED)
BOOKMARKS = st.recursive(
    st.builds(Bookmark, WORDS, st.one_of(st.none(), LEADS), st.booleans(), st.just(())),
    lambda below: st.builds(
        Bookmark, WORDS, LEADS, st.booleans(), st.lists(below, max_size=3).map(tuple)
    ),
    max_leaves=8,
)
LEAVES = st.builds(
    Leaf,
    st.one_of(st.none(), BOXES),
    CROPS,
    st.sampled_from([None, 0, 90, 180, 270, -90, 450]),
    st.lists(LEADS, max_size=3).map(tuple),
)
FILES = st.builds(
    File,
    pages=st.lists(LEAVES, min_size=1, max_size=4).map(tuple),
    above=st.builds(Leaf, BOXES, CROPS, st.sampled_from([None, 90, 180]), st.just(())),
    names=st.lists(
        st.tuples(st.sampled_from(NAMES), GOALS), max_size=4, unique_by=lambda one: one[0]
    ).map(tuple),
    in_tree=st.booleans(),
    outline=st.lists(BOOKMARKS, max_size=3).map(tuple),
    labels=st.sampled_from(["", "r", "A", "D"]),
    field=st.sampled_from(["", "", "Name", "Tanggal"]),
    packed=st.booleans(),
)


def written(file: File, path: Path) -> Path:
    """Write a file as it is described."""
    with pikepdf.new() as pdf:
        for number, leaf in enumerate(file.pages):
            drawn = sources.text_page(pdf, f"{path.stem} halaman {number + 1}")
            _shape(drawn.obj, leaf)
        pages: list[Object] = [page.obj for page in pdf.pages]
        _shape(pdf.Root.Pages, file.above)
        pdf.Root.Pages["/Resources"] = pages[0].Resources
        for one in pages:
            del one["/Resources"]
        _name(pdf, pages, file)
        for page, leaf in zip(pdf.pages, file.pages, strict=True):
            for goal in leaf.links:
                sources.link(pdf, page, **_lead(pages, goal, in_tree=file.in_tree))
        if file.outline:
            root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
            _outline(pdf, pages, root, file.outline, in_tree=file.in_tree)
            pdf.Root.Outlines = root
        if file.labels:
            way = Dictionary(S=Name(f"/{file.labels}"), P=String("L-"), St=3)
            pdf.Root.PageLabels = Dictionary(Nums=Array([0, way]))
        if file.field:
            _field(pdf, pages[0], file.field)
        mode = pikepdf.ObjectStreamMode
        pdf.save(
            path,
            min_version="1.7",
            object_stream_mode=mode.generate if file.packed else mode.disable,
        )
    return path


def _shape(holder: Object, leaf: Leaf) -> None:
    for key, value in (("/MediaBox", leaf.box), ("/CropBox", leaf.crop)):
        if value is not None:
            holder[key] = Array(value)
        elif key in holder:
            del holder[key]
    if leaf.turn is not None:
        holder["/Rotate"] = leaf.turn


def _view(pages: list[Object], goal: Goal) -> Array:
    count = {"XYZ": 3, "FitH": 1, "FitV": 1, "FitBH": 1, "FitR": 4}.get(goal.kind, 0)
    numbers = goal.points[:count]
    if goal.kind == "FitR":
        numbers = tuple(one or 0 for one in numbers)
    return Array([pages[goal.page % len(pages)], Name(f"/{goal.kind}"), *numbers])


def _lead(pages: list[Object], goal: Goal, *, in_tree: bool) -> dict[str, Object]:
    target: Object
    if goal.kind == "name":
        target = String(goal.name) if in_tree else Name("/" + goal.name)
    else:
        target = _view(pages, goal)
    return {"A": Dictionary(S=Name.GoTo, D=target)} if goal.by_action else {"Dest": target}


def _name(pdf: Pdf, pages: list[Object], file: File) -> None:
    if not file.names:
        return
    found = sorted((name, _view(pages, goal)) for name, goal in dict(file.names).items())
    if file.in_tree:
        leaf = [part for name, view in found for part in (String(name), view)]
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(leaf)))
    else:
        pdf.Root.Dests = Dictionary({f"/{name}": view for name, view in found})


def _outline(
    pdf: Pdf, pages: list[Object], above: Dictionary, marks: tuple[Bookmark, ...], *, in_tree: bool
) -> None:
    before = None
    for mark in marks:
        title = pdf.make_indirect(String(mark.title)) if mark.indirect else String(mark.title)
        item = pdf.make_indirect(Dictionary(Title=title, Parent=above))
        for key, value in (_lead(pages, mark.goal, in_tree=in_tree) if mark.goal else {}).items():
            item[f"/{key}"] = pdf.make_indirect(value) if mark.indirect else value
        if before is None:
            above["/First"] = item
        else:
            before["/Next"], item["/Prev"] = item, before
        above["/Last"] = before = item
        _outline(pdf, pages, item, mark.below, in_tree=in_tree)


def _field(pdf: Pdf, page: Object, name: str) -> None:
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(name),
            V=String("isi"),
            Rect=Array([10, 10, 60, 30]),
            F=4,
            P=page,
        )
    )
    if "/Annots" not in page:
        page["/Annots"] = Array()
    page["/Annots"].append(widget)
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), DA=String("/Helv 0 Tf 0 g"))
