"""Reading and writing our XML: no network, no entities, judged by our schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree

from dossier_studio.core.text import Text
from dossier_studio.host import paths

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold: control characters, halves of surrogate pairs."""


class NotXml(Exception):
    """Bytes that are not well-formed XML of the schema."""


def parser() -> etree.XMLParser[etree._Element]:
    """Return a parser that fetches nothing, expands nothing and keeps its limits."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=False, dtd_validation=False, attribute_defaults=False,
    )  # fmt: skip


@cache
def schema(name: str) -> etree.XMLSchema:
    """Return one of the schemas in resources/schemas by its file name."""
    return etree.XMLSchema(etree.parse(str(paths.resources() / "schemas" / name), parser()))


def read(content: bytes, schema_name: str) -> etree._Element:
    """Return the root of a file that its schema accepts; raises NotXml for any other."""
    try:
        root = etree.fromstring(content, parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotXml(str(error)) from error
    tree = root.getroottree()
    if tree.docinfo.doctype or not schema(schema_name).validate(tree):
        raise NotXml(schema_name)
    return root


def written(root: etree._Element, schema_name: str) -> bytes:
    """Return the bytes of a file of ours; raises NotXml where its own schema refuses it."""
    etree.indent(root)
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
    judge = schema(schema_name)
    if not judge.validate(root.getroottree()):
        raise NotXml(str(judge.error_log.last_error))
    return content


def clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def child(
    parent: etree._Element, name: str, attributes: Mapping[str, object], text: str = ""
) -> etree._Element:
    """Append an element; attributes that are None or empty are left out."""
    element = etree.SubElement(parent, name, spelt(attributes))
    if text:
        element.text = clean(text)
    return element


def spelt(attributes: Mapping[str, object]) -> dict[str, str]:
    """Return attributes as text, without those that are None or empty."""
    return {
        name: clean(str(value)) for name, value in attributes.items() if value not in (None, "")
    }


def pair(parent: etree._Element, name: str, text: Text) -> None:
    """Append words in both languages, Indonesian first."""
    child(parent, name, {LANGUAGE: "id"}, text.id)
    child(parent, name, {LANGUAGE: "en"}, text.en)
