"""Opens a data file of the law safely and tells every mistake in it, with its line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from lxml import etree

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.text import Message, Parameter, Text, Words
from dossier_studio.host import paths

Element = etree._Element  # noqa: SLF001  # lxml publishes no other name for its element type

LARGEST = 20_000_000
"""Bytes; a data file of the law is far smaller, so a larger one is a mistake or an attack."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong at one line of a data file."""

    line: int
    message: Words


class LawInvalid(Unreadable):
    """A data file of the law is wrong; `mistakes` lists all of them by line."""

    def __init__(self, file: str, mistakes: tuple[Mistake, ...]) -> None:
        first = mistakes[0]
        super().__init__(
            "law.load.invalid",
            file=file,
            count=len(mistakes),
            line=str(first.line),
            first=first.message,
        )
        self.mistakes = mistakes


@dataclass(slots=True)
class Notes:
    """Collects the mistakes of one file while it is read."""

    found: list[Mistake]

    def add(self, element: Element, key: str, **parameters: Parameter) -> None:
        """Note a mistake at an element."""
        self.found.append(Mistake(element.sourceline or 0, Message(key, parameters)))


@dataclass(frozen=True, slots=True)
class Opened:
    """A parsed file: its root, the SHA-256 of its bytes, and what the schema says of it."""

    root: Element
    digest: str
    mistakes: tuple[Mistake, ...]


def opened(file: Path, schema: str) -> Opened:
    """Parse a file, as `parsed` does, and validate it against resources/schemas/<schema>.xsd."""
    found = parsed(file)
    xsd = _schema(schema)
    xsd.validate(found.root)
    said = sorted({(entry.line, entry.message) for entry in xsd.error_log})
    return replace(found, mistakes=tuple(Mistake(line, _sentence(text)) for line, text in said))


def parsed(file: Path) -> Opened:
    """Parse a file.

    No entity is resolved and nothing is fetched. Raises Unreadable when there is no such file,
    LawInvalid when it is not well-formed XML.
    """
    try:
        data = file.read_bytes()
    except OSError:
        raise Unreadable("law.load.no-file", file=str(file)) from None
    if len(data) > LARGEST:
        raise Unreadable("law.load.too-large", file=file.name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = Message("law.load.syntax", {"detail": error.msg or ""})
        raise LawInvalid(file.name, (Mistake(error.lineno or 0, message),)) from None
    if root.getroottree().docinfo.doctype:
        # Nothing of ours declares a document type; its entities are how such a file attacks.
        message = Message("law.load.syntax", {"detail": "DOCTYPE"})
        raise LawInvalid(file.name, (Mistake(root.sourceline or 0, message),))
    return Opened(root, hashlib.sha256(data).hexdigest(), ())


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(paths.resources() / "schemas" / f"{name}.xsd")))


WORDINGS = (
    (r"Element '(?P<name>[^']+)', attribute '(?P<attribute>[^']+)': \[facet 'enumeration'\] The "
     r"value '(?P<value>[^']*)' is not an element of the set \{(?P<allowed>.*)\}\.", "choice"),
    (r"Element '(?P<name>[^']+)', attribute '(?P<attribute>[^']+)'.*'(?P<value>[^']*)' is not a "
     r"valid value of", "value"),
    (r"Element '(?P<name>[^']+)', attribute '(?P<attribute>[^']+)': \[facet '[a-zA-Z]+'\] The "
     r"value '(?P<value>[^']*)'", "value"),
    (r"Element '(?P<name>[^']+)', attribute '(?P<attribute>[^']+)': The attribute '[^']+' is not "
     r"allowed", "attribute"),
    (r"Element '(?P<name>[^']+)': The attribute '(?P<attribute>[^']+)' is required", "required"),
    (r"Element '(?P<name>[^']+)': This element is not expected\. Expected is (?:one of )?\( "
     r"(?P<allowed>.*) \)", "instead"),
    (r"Element '(?P<name>[^']+)': This element is not expected", "element"),
    (r"Element '(?P<name>[^']+)': Missing child element\(s\)\. Expected is (?:one of )?\( "
     r"(?P<allowed>.*) \)", "missing"),
    (r"Element '(?P<name>[^']+)': Duplicate key-sequence \['(?P<value>[^']*)'\]", "duplicate"),
    (r"Element '(?P<name>[^']+)': No match found for key-sequence \['(?P<value>[^']*)'\]",
     "reference"),
    (r"Element '(?P<name>[^']+)': .*'(?P<value>[^']*)' (?:is not|has)", "content"),
)  # fmt: skip
"""What libxml2 says of a schema's breach, and the message that says it in both languages."""


def _sentence(said: str) -> Message:
    for pattern, key in WORDINGS:
        match = re.search(pattern, said, re.DOTALL)
        if match:
            return Message(f"law.schema.{key}", dict(match.groupdict()))
    return Message("law.schema.other", {"detail": said})


# Small readings of an element, used by all readers of the law.


def words_of(element: Element, tag: str) -> Text | None:
    """Return the texts <tag xml:lang="id"> and <tag xml:lang="en">; None where there are none."""
    said = {
        child.get("{http://www.w3.org/XML/1998/namespace}lang", ""): " ".join(
            (child.text or "").split()
        )
        for child in element.findall(tag)
    }
    if not said:
        return None
    return Text(said.get("id", ""), said.get("en", ""))


def clause_of(cite: Element) -> Text | None:
    """Return the place in a source that a citation names, None where it names none."""
    number = cite.get("at")
    return Text(number, number) if number else words_of(cite, "at")


def title_of(element: Element) -> Text:
    """Return the title of an element."""
    return words_of(element, "title") or Text("", "")


def listed(element: Element, attribute: str) -> tuple[str, ...]:
    """Return a list attribute as a tuple, empty where it is absent."""
    return tuple((element.get(attribute) or "").split())


def yes(element: Element, attribute: str) -> bool:
    """Return whether an attribute says yes."""
    return element.get(attribute) == "yes"


def day(element: Element, attribute: str) -> date | None:
    """Return a date attribute."""
    text = element.get(attribute)
    return date.fromisoformat(text) if text else None


def children(element: Element, path: str) -> Iterator[Element]:
    """Yield the elements at a path below an element."""
    yield from element.iterfind(path)
