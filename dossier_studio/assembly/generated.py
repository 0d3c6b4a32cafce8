"""Papers of the dossier that we write ourselves: letters of justification, overall contents."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pikepdf

from dossier_studio.assembly.contents import ContentsRow, contents_pdf
from dossier_studio.assembly.entry import Entry, PartPlan
from dossier_studio.assembly.papers.letter import PaperCase, justification
from dossier_studio.assembly.particulars import particulars
from dossier_studio.core.dossier import (
    DecisionKind,
    Document,
    DocumentKey,
    Dossier,
    Place,
    bare,
    branch_of,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.text import Message, Text
from dossier_studio.host.messages import both
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.law.standing import Standing

CONTENTS = "contents-overall"
"""The key of the overall contents among a plan's documents."""

LAST = 1_000_000
"""Order of our own papers: after the applicant's at the same place."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper that we wrote, in the shape of a document of the dossier."""

    document: Document
    title: Text
    facts: FileFacts
    content: bytes


def letters(
    rulebook: Rulebook, dossier: Dossier, checklist: Checklist, letterhead: bytes | None = None
) -> Iterable[Sheet]:
    """Yield a letter of justification for every requirement that a person excused."""
    case = PaperCase(rulebook, dossier, checklist, letterhead)
    for line in checklist.lines:
        decision = dossier.decisions.get(line.id)
        excused = decision is not None and decision.kind is DecisionKind.EXCUSED
        if decision is None or not excused or line.standing is not Standing.EXCUSED:
            continue
        title = both(Message("assembly.letter.entry", {"requirement": line.id}))
        content = justification(case, line, decision)
        name = both(Message("assembly.letter.file", {"requirement": _plain(line.id)})).id
        yield _sheet(f"letter-{line.id}", Place(line.id), name, title=title, content=content)


def overall_contents(rulebook: Rulebook, dossier: Dossier, parts: Sequence[PartPlan]) -> Sheet:
    """Return the table of contents of all Parts; it names documents and how long they are."""
    about = particulars(rulebook, dossier)
    section = rulebook.outline.sections["I.B"]
    rows = [row for part in parts for row in _overall(part)]
    content = contents_pdf(
        rows, title=section.title, above=about.product, languages=about.languages
    )
    name = both(Message("assembly.contents-file.name")).id
    return _sheet(CONTENTS, Place(section.id), name, title=section.title, content=content)


def _overall(part: PartPlan) -> Iterable[ContentsRow]:
    mark = both(part.mark)
    label = Text(f"{mark.id} – {part.title.id}", f"{mark.en} – {part.title.en}")
    yield ContentsRow(label, 0, heading=True)
    for row, depth in part.placed:
        if isinstance(row, Entry):
            yield ContentsRow(row.title, depth, pages=row.pages)
        else:
            yield ContentsRow(row.label, depth, heading=True)


def _sheet(key: str, place: Place, name: str, *, title: Text, content: bytes) -> Sheet:
    digest = Digest(hashlib.sha256(content).hexdigest())
    md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = len(pdf.pages)
    return Sheet(
        Document(DocumentKey(key), place, LAST, name, digest, len(content), title.id),
        title,
        FileFacts(
            digest,
            md5,
            len(content),
            Kind.PDF,
            pages=pages,
            pdf_version="1.7",
            encrypted=False,
            signed=False,
        ),
        content,
    )


def _plain(place: str) -> str:
    """Return a place as it may stand in a file's name."""
    branch = branch_of(place)
    whole = f"{bare(place)}-{branch}" if branch else bare(place)
    return "".join(letter if letter.isalnum() else "-" for letter in whole).lower()
