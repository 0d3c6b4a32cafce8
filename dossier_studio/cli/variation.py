"""The command that says in which category changes are filed, and with what."""

from __future__ import annotations

from argparse import Namespace

from dossier_studio.cli import shapes
from dossier_studio.cli.checklist import canonical
from dossier_studio.cli.face import Face
from dossier_studio.cli.parser import pairs
from dossier_studio.core.text import Message
from dossier_studio.law.examined import cited
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Need, Rulebook, VariationChange
from dossier_studio.law.variations import Filing, Variation
from dossier_studio.law.variations import variation as found_for

DRUGS = "id.bpom.drug"
"""The rulebook of the changes, unless another is named."""


def variation(said: Namespace, face: Face) -> int:
    """Say in which category changes are filed, and what goes with them."""
    book = rulebook(said.rulebook or DRUGS)
    found = found_for(book, said.changes, canonical(book, pairs(said.fact)))
    if face.json:
        face.data(
            {
                "rulebook": book.id,
                "changes": [_change(one, face) for one in found.changes],
                "fact": found.fact,
                "categories": [_filing(book, found.fact, one, face) for one in found.filings],
                "fits": found.fits,
            }
        )
    else:
        _print(book, found, face)
    return 0


def _change(one: VariationChange, face: Face) -> dict[str, object]:
    return {
        "code": one.code,
        "title": one.title.both(),
        "categories": list(one.columns),
        "sections": list(one.touches),
        "known": one.known,
        "confidence": one.confidence,
        "source": cited(one.citations).say(face.language),
    }


def _filing(book: Rulebook, fact: str, one: Filing, face: Face) -> dict[str, object]:
    shape = shapes.checklist(one.checklist, face.language)
    lines = [line for line in one.checklist.lines if line.need is not Need.NOT_NEEDED]
    wanted = {line.id for line in lines}
    listed = shape["requirements"]
    assert isinstance(listed, list)
    return {
        "category": one.category,
        "title": book.facts[fact].title_of(one.category).both(),
        "documents": [line for line in listed if line["id"] in wanted],
    }


def _print(book: Rulebook, found: Variation, face: Face) -> None:
    for change in found.changes:
        sure = Message(f"cli.confidence.{change.confidence}")
        face.say("clocks.variation.change", code=change.code, title=change.title, confidence=sure)
        if not change.known:
            face.say("clocks.variation.unknown")
    if not found.fits:
        face.say("clocks.variation.other")
    for one in found.filings:
        title = book.facts[found.fact].title_of(one.category)
        face.say("clocks.variation.category", title=title)
        for line in one.checklist.lines:
            if line.need is not Need.NOT_NEEDED:
                for text in shapes.checklist_lines(line, {}, face):
                    face.line(text)
