"""Reads the structure tree (tags) of a source, so that it can hang beneath that of a volume."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from dossier_studio.assembly.joining.segment import Kind, Shared, Tags
from dossier_studio.assembly.joining.targets import leaves
from dossier_studio.assembly.joining.tracing import Tracer


def read(pdf: pikepdf.Pdf, tracer: Tracer) -> Tags | None:
    """Return the tags of a source; its numbers become 0, 1, 2 … in their order.

    The root itself stays behind: what hung beneath it hangs beneath the segment's element.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary) or not root.is_indirect:
        return None
    element = 2 * tracer.pages + 2
    tracer.means(root, element)
    tree = _parent_tree(root)
    roles = tuple(_roles(root.get("/RoleMap")))
    classes = tuple(_classes(root.get("/ClassMap"), tracer))
    opened = [b"/S" + _named(name) for name, _ in roles]
    opened += [b"/C" + _named(name) for name, _ in classes]
    tracer.tagged(
        {number: index for index, number in enumerate(tree)},
        {name: index for index, name in enumerate(opened)},
    )
    _make_element(pdf, tracer, root, element)
    ids = tuple(
        (bytes(name).hex(), tracer.keep(one))
        for name, one in leaves(root.get("/IDTree"), "/Names")
        if isinstance(name, String) and isinstance(one, Dictionary)
    )
    return Tags(_node(tracer, tree), len(tree), roles, classes, ids)


def _parent_tree(root: Dictionary) -> dict[int, Object]:
    found: dict[int, Object] = {}
    for number, value in leaves(root.get("/ParentTree"), "/Nums"):
        if isinstance(number, int) and isinstance(value, Array | Dictionary):
            found.setdefault(number, value)
    return dict(sorted(found.items()))


def _node(tracer: Tracer, tree: dict[int, Object]) -> int:
    """Make the leaf of the parent tree."""
    number = tracer.reserve()
    parts, codes = [], [Kind.TAG.value, max(0, len(tree) - 1) << 2 | Kind.TAG]
    for index, value in enumerate(tree.values()):
        codes += [index << 2 | Kind.TAG, tracer.keep(value) << 2 | Kind.REFERENCE]
        parts.append(b"%d %d 0 R")
    text = b"<< /Limits [ %%d %%d ] /Nums [ %b ] >>" % b" ".join(parts)
    tracer.make(number, text, codes)
    return number


def _make_element(pdf: pikepdf.Pdf, tracer: Tracer, root: Dictionary, number: int) -> None:
    """Make the element that stands for the source as a whole."""
    said = b""
    language = pdf.Root.get("/Lang")
    if isinstance(language, String):
        said += b" /Lang " + language.unparse(resolved=True)
    below = root.get("/K")
    if isinstance(below, Array | Dictionary):
        said += b" /K " + below.unparse() + b" "
    text, codes = tracer.template(said)
    above = [Shared.TAGS << 2 | Kind.SHARED, Shared.TITLE << 2 | Kind.SHARED]
    head = b"<< /Type /StructElem /S /Document /P %d 0 R /T %b"
    tracer.make(number, head + text + b" >>", above + codes)


def _roles(mapped: object) -> Iterator[tuple[str, str]]:
    if isinstance(mapped, Dictionary):
        for name, role in mapped.items():
            if isinstance(role, Name):
                yield name, str(role)


def _classes(mapped: object, tracer: Tracer) -> Iterator[tuple[str, int]]:
    if isinstance(mapped, Dictionary):
        for name, value in mapped.items():
            if isinstance(value, Array | Dictionary):
                yield name, tracer.keep(value)


def _named(name: str) -> bytes:
    return bytes(Name(name).unparse()).replace(b"%", b"%%")
