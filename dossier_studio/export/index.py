"""index.xml: every document and file of a package, with checksums (resources/schemas/index.xsd)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from dossier_studio.core.dossier import Leaf, bare, branch_of
from dossier_studio.export import agreement, xml
from dossier_studio.export.checksum import Checksum
from dossier_studio.export.contents import MADE_BY, Contents, PackedDocument, PackedFile
from dossier_studio.export.operations import Operation
from dossier_studio.host import messages


def index(contents: Contents) -> tuple[bytes, Mapping[str, str]]:
    """Return the bytes of index.xml, and the fields of bag-info.txt that follow from it."""
    root = _root(contents)
    _rulebook(root, contents)
    _branches(root, contents)
    parts = xml.child(root, "parts", {})
    for part in contents.parts:
        xml.pair(xml.child(parts, "part", {"id": part.id, "file": part.file}), "title", part.title)
    _slots(root, contents)
    _files(root, contents.files)
    documents = xml.child(root, "documents", {})
    for document in contents.documents:
        _document(documents, document)
    for leaf in contents.deleted:
        _deleted(documents, contents, leaf)
    return xml.written(root, agreement.SCHEMA), agreement.fields(root)


def _root(contents: Contents) -> etree._Element:
    attributes = {
        "version": "1",
        "package": contents.package,
        "sequence": contents.dossier.next_sequence,
        "stage": contents.stage,
        "filing-date": contents.filing_date,
        "language": contents.language,
        "journal-head": contents.head,
        "made-by": MADE_BY,
    }
    root = etree.Element("dossier-index", xml.spelt(attributes))
    xml.child(root, "name", {}, contents.dossier.identity.name or contents.package)
    return root


def _rulebook(root: etree._Element, contents: Contents) -> None:
    rulebook = contents.rulebook
    attributes = {"id": rulebook.id, "version": rulebook.version, "digest": rulebook.digest}
    xml.pair(xml.child(root, "rulebook", attributes), "title", rulebook.title)


def _branches(root: etree._Element, contents: Contents) -> None:
    branches = xml.child(root, "branches", {})
    for one in contents.dossier.branches:
        xml.child(branches, "branch", {"axis": one.axis, "name": one.name}, one.title)


def _slots(root: etree._Element, contents: Contents) -> None:
    slots = xml.child(root, "slots", {})
    for plan in contents.slots:
        slot = plan.slot
        attributes = {"id": slot.id, "number": slot.number, "name": slot.name}
        element = xml.child(slots, "slot", {**attributes, "form": plan.form, "file": plan.file})
        xml.pair(element, "title", slot.title)


def _files(root: etree._Element, files: Iterable[PackedFile]) -> None:
    parent = xml.child(root, "files", {})
    for one in files:
        attributes = {"path": one.path, "role": one.role, "pages": one.pages}
        element = xml.child(parent, "file", attributes | _checksums(one.checksum))
        for name, checksum in sorted(one.members.items()):
            xml.child(element, "member", {"name": name, **_checksums(checksum)})


def _document(parent: etree._Element, packed: PackedDocument) -> None:
    entry = packed.entry
    attributes = {
        "key": entry.document.key,
        "place": entry.document.place,
        "requirement": packed.requirement,
        "section": entry.section,
        "branch": entry.branch,
        "operation": packed.fate.operation,
        "earlier-sequence": packed.fate.earlier,
        "slot": packed.sending.slot.slot.id,
        "file": packed.sending.slot.file,
        "member": packed.sending.member,
        "sent": packed.sending.sent,
        "part": packed.part,
        "first-page": packed.first_page,
        "pages": entry.facts.pages,
    }
    element = xml.child(parent, "document", attributes | _checksums(packed.sending.checksum))
    xml.pair(element, "title", entry.title)
    xml.child(element, "original-name", {}, entry.document.name or entry.document.key)
    if entry.slip is not None:
        xml.pair(element, "slip", messages.both(entry.slip))


def _deleted(parent: etree._Element, contents: Contents, leaf: Leaf) -> None:
    attributes = {
        "key": leaf.document,
        "place": leaf.place,
        "requirement": bare(leaf.place) if _required(contents, leaf) else "",
        "section": "" if _required(contents, leaf) else bare(leaf.place),
        "branch": branch_of(leaf.place),
        "operation": Operation.DELETE,
        "earlier-sequence": contents.earlier,
        "sha256": leaf.sha256,
    }
    xml.pair(xml.child(parent, "document", attributes), "title", contents.title_of(leaf.place))


def _required(contents: Contents, leaf: Leaf) -> bool:
    return bare(leaf.place) not in contents.rulebook.outline.sections


def _checksums(checksum: Checksum) -> dict[str, object]:
    return {"bytes": checksum.bytes, "sha256": checksum.sha256, "md5": checksum.md5}
