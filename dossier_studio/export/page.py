"""index.html: the same index for people, in both languages, self-contained, without scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from dossier_studio.core.text import Language, Message, Parameter, Text, Words
from dossier_studio.export import xml
from dossier_studio.export.contents import (
    MADE_BY,
    Contents,
    PackedDocument,
    PackedFile,
    Role,
    Sent,
)
from dossier_studio.export.operations import Operation
from dossier_studio.host import messages, paths

Element = etree._Element  # noqa: SLF001 - the only name that lxml gives to the type

_KB = 1000
_HERE = "data/"
_COLUMNS = 5


def page(contents: Contents) -> bytes:
    """Return the bytes of index.html; links are relative to it."""
    root = etree.Element("html", lang=_first(contents))
    head = xml.child(root, "head", {})
    xml.child(head, "meta", {"charset": "utf-8"})
    xml.child(head, "meta", {"name": "viewport", "content": "width=device-width"})
    xml.child(head, "title", {}, f"{contents.dossier.identity.name} — {contents.package}")
    style = (paths.resources() / "pages" / "package.css").read_text(encoding="utf-8")
    xml.child(head, "style", {}, style)
    body = xml.child(root, "body", {})
    for language in Language:
        checked = {"checked": "checked"} if language == _first(contents) else {}
        radio = {"type": "radio", "name": "language", "id": language, "class": "language"}
        names = {"aria-label": {"id": "Bahasa Indonesia", "en": "English"}[language]}
        xml.child(body, "input", {**radio, **names, **checked})
    main = xml.child(body, "main", {})
    _choice(main)
    _header(main, contents)
    _parts(main, contents)
    _slots(main, contents)
    _documents(main, contents)
    _reports(main, contents)
    _footer(main, contents)
    return etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n"


def _first(contents: Contents) -> str:
    return "en" if contents.language == "en" else "id"


def _choice(main: Element) -> None:
    choice = xml.child(main, "div", {"class": "choice"})
    for language in Language:
        xml.child(choice, "label", {"for": language}, language.upper())


def _header(main: Element, contents: Contents) -> None:
    header = xml.child(main, "header", {})
    left = xml.child(header, "div", {})
    xml.child(left, "h1", {}, contents.dossier.identity.name)
    line = xml.child(left, "p", {})
    _say(line, "export.page.title", package=contents.package)
    if contents.filing_date:
        _dot(line)
        _say(line, "export.page.filed", day=contents.filing_date)
    rulebook = contents.rulebook
    line = xml.child(left, "p", {"class": "quiet"})
    _say(line, "export.page.rules", rulebook=rulebook.title, version=rulebook.version)
    figures = xml.child(header, "dl", {"class": "figures"})
    pages = sum(part.pages for part in contents.parts)
    size = sum(one.checksum.bytes for one in contents.files)
    _figure(figures, "slots", _count(len(contents.slots)))
    _figure(figures, "documents", _count(len(contents.documents)))
    _figure(figures, "pages", _count(pages))
    _figure(figures, "size", _size(size))


def _figure(parent: Element, name: str, value: Text) -> None:
    pair = xml.child(parent, "div", {})
    _say(xml.child(pair, "dt", {}), f"export.page.{name}")
    _words(xml.child(pair, "dd", {}), value)


def _parts(main: Element, contents: Contents) -> None:
    if not contents.parts:
        return
    items = _list(main, "parts")
    for part in contents.parts:
        item = xml.child(items, "li", {})
        _words(xml.child(item, "a", {"href": _link(part.file)}), part.label)
        _dot(item)
        _say(item, "export.page.count-pages", pages=part.pages)


def _slots(main: Element, contents: Contents) -> None:
    heads = (("slot", ""), ("document", ""), ("file", ""), ("count", "number"), ("size", "number"))
    rows = _table(main, "slots", heads)
    sizes = {one.path: one.checksum.bytes for one in contents.files}
    for plan in contents.slots:
        row = xml.child(rows, "tr", {})
        code = f"{plan.slot.number:02} · {plan.slot.id}"
        xml.child(row, "td", {"class": "code"}, code)
        _words(xml.child(row, "td", {}), plan.slot.title)
        name = plan.file.rpartition("/")[2]
        xml.child(xml.child(row, "td", {}), "a", {"href": _link(plan.file)}, name)
        _words(xml.child(row, "td", {"class": "number"}), _count(len(plan.entries)))
        _words(xml.child(row, "td", {"class": "number"}), _size(sizes[plan.file]))


def _documents(main: Element, contents: Contents) -> None:
    heads = (("place", ""), ("document", ""), ("pages", "number"), ("size", "number"))
    rows = _table(main, "documents", (*heads, ("operation", "")))
    titles = {part.id: part.label for part in contents.parts}
    for part, held in groupby(contents.documents, key=lambda one: one.part):
        if part in titles:
            head = xml.child(rows, "tr", {"class": "part"})
            cell = xml.child(head, "th", {"colspan": _COLUMNS})
            _words(xml.child(cell, "h3", {}), titles[part])
        for section, documents in groupby(held, key=lambda one: one.entry.section):
            _section(rows, contents, section)
            for document in documents:
                _document(rows, contents, document)
    for leaf in contents.deleted:
        row = xml.child(rows, "tr", {"class": "delete"})
        xml.child(row, "td", {"class": "code"}, leaf.place)
        _words(xml.child(row, "td", {"class": "title"}), contents.title_of(leaf.place))
        xml.child(row, "td", {"colspan": 2})
        _operation(xml.child(row, "td", {}), Operation.DELETE, contents.earlier)


def _section(rows: Element, contents: Contents, section: str) -> None:
    found = contents.rulebook.outline.sections.get(section)
    if found is not None:
        row = xml.child(rows, "tr", {"class": "section"})
        _words(xml.child(row, "th", {"colspan": _COLUMNS}), found.label)


def _document(rows: Element, contents: Contents, packed: PackedDocument) -> None:
    entry, sending = packed.entry, packed.sending
    file = sending.slot.file
    row = xml.child(rows, "tr", {})
    xml.child(row, "td", {"class": "code"}, entry.document.place)
    cell = xml.child(row, "td", {})
    _words(xml.child(cell, "a", {"href": _link(file)}), entry.title)
    _line(cell, "export.page.original", "quiet", name=_visible(entry.document.name))
    name = file.rpartition("/")[2]
    if sending.sent is Sent.MEMBER:
        _line(cell, "export.page.member", "quiet", member=sending.member, file=name)
    elif sending.sent is Sent.PAGES:
        _line(cell, "export.page.bound", "quiet", file=sending.member or name)
    if packed.first_page is not None:
        line = xml.child(cell, "div", {"class": "quiet"})
        part = next(one for one in contents.parts if one.id == packed.part)
        href = f"{_link(part.file)}#page={packed.first_page}"
        _say(xml.child(line, "a", {"href": href}), "export.page.reading", page=packed.first_page)
    if entry.slip is not None:
        _words(xml.child(cell, "div", {"class": "slip"}), messages.both(entry.slip))
    sums = f"SHA-256 {sending.checksum.sha256}"
    xml.child(cell, "div", {"class": "sums"}, sums)
    xml.child(cell, "div", {"class": "sums"}, f"MD5 {sending.checksum.md5}")
    pages = Text("–", "–") if entry.facts.pages is None else _count(entry.facts.pages)
    _words(xml.child(row, "td", {"class": "number"}), pages)
    _words(xml.child(row, "td", {"class": "number"}), _size(sending.checksum.bytes))
    _operation(xml.child(row, "td", {}), packed.fate.operation, packed.fate.earlier)


def _operation(cell: Element, operation: Operation, earlier: str) -> None:
    _say(cell, f"export.operation.{operation}")
    if earlier:
        _line(cell, "export.page.since", "quiet", sequence=earlier)


def _reports(main: Element, contents: Contents) -> None:
    items = _list(main, "reports")
    index = xml.child(xml.child(items, "li", {}), "a", {"href": "index.xml"})
    _say(index, "export.report.index")
    for file in contents.files:
        if file.role in {Role.REPORT, Role.JOURNAL}:
            link = xml.child(xml.child(items, "li", {}), "a", {"href": _link(file.path)})
            _say(link, f"export.report.{_report(file)}")


def _report(file: PackedFile) -> str:
    stem, _, suffix = file.path.rpartition("/")[2].rpartition(".")
    return f"{stem}-xml" if suffix == "xml" else stem


def _footer(main: Element, contents: Contents) -> None:
    footer = xml.child(main, "footer", {})
    if contents.head:
        _line(footer, "export.page.head", "sums", head=contents.head)
    _line(footer, "export.page.verify", "")
    _line(footer, "export.page.made", "", program=MADE_BY)


def _list(main: Element, title: str) -> Element:
    section = xml.child(main, "section", {})
    _say(xml.child(section, "h2", {}), f"export.page.{title}")
    return xml.child(section, "ul", {})


def _table(main: Element, title: str, heads: Iterable[tuple[str, str]]) -> Element:
    section = xml.child(main, "section", {})
    _say(xml.child(section, "h2", {}), f"export.page.{title}")
    table = xml.child(xml.child(section, "div", {"class": "wide"}), "table", {})
    row = xml.child(xml.child(table, "thead", {}), "tr", {})
    for name, kind in heads:
        _say(xml.child(row, "th", {"scope": "col", "class": kind}), f"export.page.{name}")
    return xml.child(table, "tbody", {})


def _line(parent: Element, key: str, kind: str, **parameters: Parameter) -> None:
    _say(xml.child(parent, "div", {"class": kind}), key, **parameters)


def _say(parent: Element, key: str, **parameters: Parameter) -> None:
    _words(parent, Message(key, parameters))


def _words(parent: Element, words: Words) -> None:
    text = messages.both(words)
    xml.child(parent, "span", {"lang": "id"}, text.id)
    xml.child(parent, "span", {"lang": "en"}, text.en)


def _dot(parent: Element) -> None:
    xml.child(parent, "span", {}, " · ")


def _visible(name: str) -> str:
    """Return a file's name without marks that would turn its reading direction."""
    return "".join(letter for letter in name if unicodedata.category(letter) != "Cf")


def _link(path: str) -> str:
    return path.removeprefix(_HERE)


def _count(value: int) -> Text:
    return Text(messages.number(value, Language.ID), messages.number(value, Language.EN))


def _size(size: int) -> Text:
    """Return a size as people read it: whole KB, then MB with one decimal."""
    if size < _KB * _KB:
        kilobytes = _count(-(-size // _KB))
        return Text(f"{kilobytes.id} KB", f"{kilobytes.en} KB")
    tenths = (size * 10 + _KB * _KB // 2) // (_KB * _KB)
    whole, tenth = _count(tenths // 10), tenths % 10
    return Text(f"{whole.id},{tenth} MB", f"{whole.en}.{tenth} MB")
