"""Takes the files that a source carries within it along."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, String

from dossier_studio.assembly.joining.targets import leaves
from dossier_studio.assembly.joining.tracing import Keep

MOST = 10_000


def read(pdf: pikepdf.Pdf, keep: Keep) -> tuple[tuple[str, int], ...]:
    """Return the attachments of a source: name and file specification, in its order."""
    found: dict[tuple[int, int], tuple[str, int]] = {}
    for name, specification in _specifications(pdf):
        if len(found) == MOST:
            break
        held = specification if specification.is_indirect else pdf.make_indirect(specification)
        found.setdefault(held.objgen, (name, keep(held)))
    return tuple(found.values())


def _specifications(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Dictionary]]:
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        for name, value in leaves(names.get("/EmbeddedFiles"), "/Names"):
            if isinstance(name, String) and isinstance(value, Dictionary):
                yield text_of(name), value
    associated = pdf.Root.get("/AF")
    for value in associated if isinstance(associated, Array) else ():
        if isinstance(value, Dictionary):
            yield text_of(value.get("/UF", value.get("/F"))), value


def text_of(value: object) -> str:
    """Return the words of a string, as far as they can be read."""
    if not isinstance(value, String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")
