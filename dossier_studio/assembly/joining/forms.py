"""Takes the form fields of a source along, and draws signatures into their pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from dossier_studio.assembly.joining.actions import annotations_of
from dossier_studio.assembly.joining.segment import Form
from dossier_studio.assembly.joining.targets import DEEPEST, Pages, number

Keep = Callable[[Object], int]


def read(pdf: pikepdf.Pdf, pages: Pages, parent: Object, keep: Keep) -> Form | None:
    """Hang the root fields of a source under `parent` and return what its form said of them.

    Widgets that the form forgot are found from the pages.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        form = Dictionary()
    roots = _roots(form, pages)
    if not roots:
        return None
    numbers = []
    for root in roots:
        root["/Parent"] = parent
        numbers.append(keep(root))
    appearance = form.get("/DA")
    return Form(
        fields=tuple(numbers),
        appearance=bytes(appearance).decode("latin-1") if isinstance(appearance, String) else "",
        alignment=int(number(form.get("/Q")) or 0),
        resources=tuple(_resources(form.get("/DR"), keep)),
    )


def draw_fields(pdf: pikepdf.Pdf, pages: Pages) -> bool:
    """Draw the filled fields that leave this to the reader, whom the bound file no longer asks.

    Where a form says so, drawings of filled text fields may be stale; all others stay as they are.
    Returns whether anything was drawn.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary) or not form.get("/NeedAppearances"):
        return False
    widgets = [
        annotation
        for page in pages
        for annotation in annotations_of(page)
        if annotation.get("/Subtype") == Name.Widget
    ]
    others = [(widget, widget.get("/AP")) for widget in widgets if not _filled(widget)]
    if len(others) == len(widgets):
        return False
    pdf.generate_appearance_streams()
    for widget, appearance in others:
        if appearance is not None:
            widget["/AP"] = appearance
        elif "/AP" in widget:
            del widget["/AP"]
    return True


def flatten_signatures(pdf: pikepdf.Pdf, pages: Pages) -> None:
    """Draw each signature's appearance into its page and drop its field."""
    for page in pages:
        kept = []
        drawn = b""
        for annotation in annotations_of(page):
            if _is_signature(annotation):
                drawn += _drawn(page, annotation)
                _unlist(pdf, annotation)
            else:
                kept.append(annotation)
        if "/Annots" in page:
            page["/Annots"] = Array(kept)
        if drawn:
            _append(pdf, page, drawn)


def _roots(form: Dictionary, pages: Pages) -> list[Dictionary]:
    found: dict[tuple[int, int], Dictionary] = {}
    listed = form.get("/Fields")
    for field in listed if isinstance(listed, Array) else ():
        if isinstance(field, Dictionary) and field.is_indirect:
            found.setdefault(field.objgen, field)
    for page in pages:
        for annotation in annotations_of(page):
            if annotation.get("/Subtype") == Name.Widget and annotation.is_indirect:
                root = _root(annotation)
                if "/T" in root or "/FT" in root:
                    found.setdefault(root.objgen, root)
    return list(found.values())


def _root(field: Dictionary) -> Dictionary:
    for _ in range(DEEPEST):
        above = field.get("/Parent")
        if not isinstance(above, Dictionary) or not above.is_indirect:
            break
        field = above
    return field


def _resources(resources: object, keep: Keep) -> Iterator[tuple[str, str, int]]:
    if not isinstance(resources, Dictionary):
        return
    for category, members in resources.items():
        if isinstance(members, Dictionary):
            for name, member in members.items():
                if isinstance(member, Object) and member.is_indirect:
                    yield category, name, keep(member)


def _filled(widget: Dictionary) -> bool:
    """Whether it is a text or a choice with something in it."""
    if _inherited(widget, "/FT") not in (Name.Tx, Name.Ch):
        return False
    value = _inherited(widget, "/V")
    return isinstance(value, String) and bool(bytes(value))


def _inherited(field: object, key: str) -> Object | None:
    for _ in range(DEEPEST):
        if not isinstance(field, Dictionary):
            return None
        if key in field:
            return field.get(key)
        field = field.get("/Parent")
    return None


def _is_signature(annotation: Dictionary) -> bool:
    if annotation.get("/Subtype") != Name.Widget:
        return False
    return _inherited(annotation, "/FT") == Name.Sig


def _drawn(page: Dictionary, annotation: Dictionary) -> bytes:
    """Return the operators that paint a signature, its appearance put into the resources."""
    seen = pikepdf.Annotation(annotation)
    appearance = seen.get_appearance_stream(Name.N)
    if not isinstance(appearance, pikepdf.Stream):
        return b""
    appearance.stream_dict["/Type"] = Name.XObject
    appearance.stream_dict["/Subtype"] = Name.Form
    resources = page.get("/Resources")
    if not isinstance(resources, Dictionary):
        resources = page["/Resources"] = Dictionary()
    objects = resources.get("/XObject")
    if not isinstance(objects, Dictionary):
        objects = resources["/XObject"] = Dictionary()
    name = Name(f"/Signature{len(list(objects.keys())) + 1}.Studio")
    objects[name] = appearance
    content = seen.get_page_content_for_appearance(name, int(number(page.get("/Rotate")) or 0))
    return re.sub(rb"\s*$", b"\n", content)


def _unlist(pdf: pikepdf.Pdf, annotation: Dictionary) -> None:
    """Take a signature's field out of the form, from its root down."""
    form = pdf.Root.get("/AcroForm")
    holder: object = annotation.get("/Parent")
    inside, key = (holder, "/Kids") if isinstance(holder, Dictionary) else (form, "/Fields")
    listed = inside.get(key) if isinstance(inside, Dictionary) else None
    if isinstance(inside, Dictionary) and isinstance(listed, Array):
        kept = [
            one for one in listed if isinstance(one, Dictionary) and one.objgen != annotation.objgen
        ]
        inside[key] = Array(kept)
        if not kept and isinstance(holder, Dictionary) and isinstance(form, Dictionary):
            _unlist(pdf, holder)


def _append(pdf: pikepdf.Pdf, page: Dictionary, operators: bytes) -> None:
    old = page.get("/Contents")
    streams = list(old) if isinstance(old, Array) else [] if old is None else [old]
    before = pikepdf.Stream(pdf, b"q\n")
    after = pikepdf.Stream(pdf, b"\nQ\n" + operators)
    page["/Contents"] = Array([before, *streams, after])
