"""Proofs of bound volumes: a volume that differs from its documents never leaves the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import PartPlan
from dossier_studio.assembly.particulars import particulars
from dossier_studio.assembly.proof.account import Account, Mismatch, Proof
from dossier_studio.assembly.proof.prove import prove
from dossier_studio.core.errors import PackageInvalid
from dossier_studio.core.text import Message
from dossier_studio.core.work import Work
from dossier_studio.export import xml
from dossier_studio.export.request import Request

SCHEMA = "assembly.xsd"

TOLD = 5
"""Differences that the refusal names; after these it only counts."""


@dataclass(frozen=True, slots=True)
class ProvenVolume:
    """A proof, and where its volume lies: a file of the package, or a member of an archive."""

    file: str
    member: str
    proof: Proof


def proven(request: Request, part: PartPlan, bound: BoundPart) -> Work[Proof]:
    """Prove a volume that was just bound; raises PackageInvalid when it is not true."""
    about = particulars(request.rulebook, request.dossier)
    proof = yield from prove(part, bound, request.blob, about=about, deep=request.deep_proof)
    if not proof.holds:
        differences = tuple(_differences(part, proof))
        raise PackageInvalid(
            "export.refused.proof",
            part=part.mark,
            count=len(differences),
            differences=differences[:TOLD],
        )
    return proof


def _differences(part: PartPlan, proof: Proof) -> Iterator[Message]:
    names = {entry.document.key: entry.document.name for entry in part.entries}
    for one in proof.mismatches:
        yield _said("", one)
    for document in proof.documents:
        for one in document.account.mismatches:
            yield _said(names[document.key], one)


def _said(file: str, found: Mismatch) -> Message:
    what = Message(f"export.proof.{found.kind}")
    if not file:
        return Message("export.proof.volume", {"what": what, "page": found.page})
    return Message("export.proof.document", {"what": what, "file": file, "page": found.page})


def assembly(volumes: Sequence[ProvenVolume], package: str) -> bytes:
    """Return the bytes of assembly.xml: what was compared, document by document."""
    root = etree.Element("assembly", xml.spelt({"version": "1", "package": package}))
    for volume in sorted(volumes, key=lambda one: (one.file, one.member)):
        proof = volume.proof
        attributes = {
            "part": proof.part,
            "file": volume.file,
            "member": volume.member,
            "pages": proof.pages,
            "bookmarks": proof.bookmarks,
            "attachments": proof.attachments,
            "pictures": "all" if proof.deep else "sample",
        }
        element = xml.child(root, "volume", attributes)
        for document in proof.documents:
            head = {"key": document.key, "first-page": document.first_page}
            if document.slip:
                xml.child(element, "slip", head)
            else:
                xml.child(element, "document", head | _counts(document.account))
    return xml.written(root, SCHEMA)


def _counts(account: Account) -> dict[str, object]:
    return {
        "pages": account.pages,
        "content-sha256": account.content,
        "links": account.links,
        "bookmarks": account.marked,
        "fields": account.fields,
        "labels": account.labels,
        "attachments": account.attachments,
        "pictured": account.pictured,
    }
