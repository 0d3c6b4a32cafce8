"""Fonts that pages use and the file does not carry (PF-05)."""

from __future__ import annotations

import re

import pikepdf

from dossier_studio.intake.pdf.objects import (
    NO_MARK,
    Mark,
    Opened,
    elements,
    entries,
    entry,
    mark,
    name,
)

STANDARD = frozenset(
    f"{family}{style}"
    for family, styles in {
        "Courier": ("", "-Bold", "-Oblique", "-BoldOblique"),
        "Helvetica": ("", "-Bold", "-Oblique", "-BoldOblique"),
        "Times": ("-Roman", "-Bold", "-Italic", "-BoldItalic"),
        "Symbol": ("",),
        "ZapfDingbats": ("",),
    }.items()
    for style in styles
)
"""The fonts that every reader has (ISO 32000-1, 9.6.2.2)."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_missing(opened: Opened) -> tuple[str, ...]:
    """Return the names of fonts without a program, sorted, and note PF-05 and PF-05-std14."""
    fonts: dict[str, None] = {}
    for resources in _resources(opened):
        for _, font in entries(entry(resources, "/Font"), opened.limits.items):
            if not _carried(font):
                fonts[_name(font)] = None
        for _, state in entries(entry(resources, "/ExtGState"), opened.limits.items):
            font = next(elements(entry(state, "/Font"), 1), None)
            if font is not None and not _carried(font):
                fonts[_name(font)] = None
    for font_name in sorted(fonts):
        code = "PF-05-std14" if font_name in STANDARD else "PF-05"
        opened.notes.add(code, detail=font_name)
    return tuple(sorted(fonts))


def _resources(opened: Opened) -> list[object]:
    """Every resource dictionary that a page reaches.

    Through forms, patterns, Type 3 fonts and the appearances of annotations; a resource
    dictionary that several pages share is looked at once.
    """
    waiting: list[object] = []
    found: list[object] = []
    seen: set[Mark] = set()
    for page in opened.pages:
        waiting.append(entry(page, "/Resources"))
        for annotation in elements(entry(page, "/Annots"), opened.limits.items):
            waiting.extend(_appearances(annotation))
        while waiting and len(found) < opened.limits.items:
            resources = waiting.pop()
            here = mark(resources)
            if not isinstance(resources, pikepdf.Dictionary) or here in seen:
                continue
            if here != NO_MARK:
                seen.add(here)
            found.append(resources)
            waiting.extend(_below(resources, seen, opened.limits.items))
    return found


def _below(resources: object, seen: set[Mark], most: int) -> list[object]:
    """Resources of what a resource dictionary names; each holder is entered once."""
    found: list[object] = []
    for category in ("/XObject", "/Pattern", "/Font"):
        for _, holder in entries(entry(resources, category), most):
            here = mark(holder)
            if here in seen:
                continue
            if here != NO_MARK:
                seen.add(here)
            found.append(entry(holder, "/Resources"))
    return found


def _appearances(annotation: object) -> list[object]:
    """Resources of an annotation's appearances, each of which may be a set of states."""
    found: list[object] = []
    for _, appearance in entries(entry(annotation, "/AP"), 8):
        if isinstance(appearance, pikepdf.Stream):
            found.append(entry(appearance, "/Resources"))
        else:
            found.extend(entry(state, "/Resources") for _, state in entries(appearance, 64))
    return found


def _carried(font: object) -> bool:
    if not isinstance(font, pikepdf.Dictionary) or name(entry(font, "/Subtype")) == "/Type3":
        return True
    descendant = next(elements(entry(font, "/DescendantFonts"), 1), font)
    descriptor = entry(descendant, "/FontDescriptor")
    return any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in _PROGRAMS)


def _name(font: object) -> str:
    return _SUBSET.sub("", name(entry(font, "/BaseFont")).removeprefix("/")) or "?"
