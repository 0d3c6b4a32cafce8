"""What an index says of a package, and whether the files say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from dossier_studio.export import xml
from dossier_studio.export.checksum import Checksum

SCHEMA = "index.xsd"
INDEX = "data/index.xml"

Members = Mapping[str, Checksum]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the index lists it; `members` where it is an archive."""

    checksum: Checksum
    members: Members
    role: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What an index claims: the package's name, its bag's fields, its files, and its own slips."""

    package: str
    head: str
    fields: Mapping[str, str]
    files: Mapping[str, Listed]
    contradictions: tuple[str, ...]


def disagreements(claims: Claims, payload: Mapping[str, Checksum]) -> set[str]:
    """Return the paths of payload files that an index does not list, or lists otherwise.

    The index cannot list itself; a file that it lists and that is not there is among them.
    """
    listed = {path: one.checksum for path, one in claims.files.items()}
    paths = (listed.keys() | payload.keys()) - {INDEX}
    return {path for path in paths if listed.get(path) != payload.get(path)}


def claims(content: bytes) -> Claims:
    """Return the claims of an index; raises xml.NotXml for bytes that the schema refuses."""
    root = xml.read(content, SCHEMA)
    files = {one.get("path", ""): _listed(one) for one in root.iterfind("files/file")}
    return Claims(
        root.get("package", ""),
        root.get("journal-head", ""),
        fields(root),
        files,
        tuple(_contradictions(root, files)),
    )


def fields(root: etree._Element) -> dict[str, str]:
    """Return what bag-info.txt says, all of which an index holds."""
    return {
        "Bag-Software-Agent": root.get("made-by", ""),
        "External-Description": root.findtext("name") or "",
        "External-Identifier": root.get("package", ""),
        "Internal-Sender-Identifier": root.get("journal-head", ""),
    }


def _listed(element: etree._Element) -> Listed:
    members = {one.get("name", ""): _checksum(one) for one in element.iterfind("member")}
    return Listed(_checksum(element), members, element.get("role", ""))


def _checksum(element: etree._Element) -> Checksum:
    return Checksum(
        int(element.get("bytes", "-1")), element.get("sha256", ""), element.get("md5", "")
    )


def _contradictions(root: etree._Element, files: Mapping[str, Listed]) -> Iterator[str]:
    """Yield the keys of documents whose words do not fit those of the files they name."""
    for document in root.iterfind("documents/document"):
        if not _fits(document, files):
            yield document.get("key", "")


def _fits(document: etree._Element, files: Mapping[str, Listed]) -> bool:
    file, member, sent = (document.get(name) for name in ("file", "member", "sent"))
    if document.get("operation") == "delete":
        return file is None and sent is None
    if file is None or file not in files:  # the schema sees the second, this need not know
        return False
    holder = files[file]
    if member is not None and member not in holder.members:
        return False
    if sent == "file":
        return member is None and holder.checksum == _checksum(document)
    if sent == "member":
        return member is not None and holder.members[member] == _checksum(document)
    return sent == "pages"
