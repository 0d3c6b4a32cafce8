"""What a volume's catalog holds: form and layers, put together from the segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf

from dossier_studio.assembly.joining.segment import Layers, Order, Segment


@dataclass(frozen=True, slots=True)
class Based:
    """A segment in a volume: what is added to its object numbers, and its first page from 0."""

    segment: Segment
    base: int
    first_page: int

    def page(self, index: int) -> int:
        """Return the object number of a page."""
        return self.base + self.segment.page(index)

    def reference(self, number: int) -> bytes:
        """Return a reference to one of its objects."""
        return b"%d 0 R" % (self.base + number)


def string(text: str) -> bytes:
    """Return a text string as a PDF writes it."""
    return bytes(pikepdf.String(text).unparse())


def string_of_bytes(data: bytes) -> bytes:
    """Return bytes as a string of a PDF."""
    return bytes(pikepdf.String(data).unparse())


def information(title: str) -> bytes:
    """Return the document information; it bears no date, since no clock is asked."""
    return b"<< /Title %b /Producer (Dossier Studio) >>" % string(title)


_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>Dossier Studio</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(title: str, language: str) -> bytes:
    """Return the same information as XMP."""
    told = _METADATA.format(title=escape(title), language=escape(language)).encode()
    return b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%b\nendstream" % (
        len(told),
        told,
    )


def names_entry(members: Sequence[Owned]) -> bytes:
    """Return the catalog's entry for attachments, each under the name of its document's field."""
    found: dict[bytes, bytes] = {}
    for member in members:
        for index, (name, number) in enumerate(member.based.segment.attachments, 1):
            key = bytes(pikepdf.String(f"{member.field} {index:04} {name}"))
            found[key] = member.based.reference(number)
    if not found:
        return b""
    listed = b" ".join(string_of_bytes(key) + b" " + one for key, one in sorted(found.items()))
    return b"/Names << /EmbeddedFiles << /Names [ %b ] >> >>" % listed


@dataclass(frozen=True, slots=True)
class Owned:
    """A segment in a volume: the name above its form fields, title and file of its document."""

    based: Based
    field: str
    title: str
    file: str = ""


def field_above(member: Owned) -> bytes:
    """Return the field above a source's form, which keeps equal names apart; b"" without form."""
    form = member.based.segment.form
    if form is None:
        return b""
    kids = b" ".join(member.based.reference(number) for number in form.fields)
    parts = [b"/T " + string(member.field), b"/TU " + string(member.title)]
    if form.appearance:
        parts.append(b"/DA " + string_of_bytes(form.appearance.encode("latin-1", "replace")))
    if form.alignment:
        parts.append(b"/Q %d" % form.alignment)
    parts.append(b"/Kids [ %b ]" % kids)
    return b"<< " + b" ".join(parts) + b" >>"


def form_entry(members: Sequence[Owned]) -> bytes:
    """Return the catalog's entry for all forms, empty where there is none.

    Of resources with the same name the first stays: they serve a field only while it is edited.
    """
    above = []
    resources: dict[str, dict[str, bytes]] = {}
    for member in members:
        form = member.based.segment.form
        if form is None:
            continue
        above.append(member.based.reference(member.based.segment.form_parent))
        for category, name, number in form.resources:
            resources.setdefault(category, {}).setdefault(name, member.based.reference(number))
    if not above:
        return b""
    listed = b" ".join(
        b"%b << %b >>"
        % (
            name_of(category),
            b" ".join(name_of(name) + b" " + reference for name, reference in found.items()),
        )
        for category, found in resources.items()
    )
    return b"/AcroForm << /Fields [ %b ] /DR << %b >> >>" % (b" ".join(above), listed)


def layers_entry(members: Sequence[Owned]) -> bytes:
    """Return the catalog's entry for all layers, empty where there is none."""
    found = [(one, one.based.segment.layers) for one in members if one.based.segment.layers]
    if not found:
        return b""
    groups = _listed((one.based, layers.groups) for one, layers in found if layers)
    parts = [
        b"/ON [ ]",
        b"/OFF [ %b ]" % _listed((one.based, layers.off) for one, layers in found if layers),
        b"/Locked [ %b ]" % _listed((one.based, layers.locked) for one, layers in found if layers),
        b"/Order [ %b ]" % b" ".join(_presented(one, layers) for one, layers in found if layers),
        b"/RBGroups [ %b ]"
        % b" ".join(
            b"[ %b ]" % _listed([(one.based, group)])
            for one, layers in found
            if layers
            for group in layers.radio
        ),
        b"/AS [ %b ]"
        % b" ".join(
            b"<< /Event %b /OCGs [ %b ] /Category [ %b ] >>"
            % (
                name_of(event),
                _listed([(one.based, numbers)]),
                b" ".join(name_of(category) for category in categories),
            )
            for one, layers in found
            if layers
            for event, numbers, categories in layers.usage
        ),
    ]
    return b"/OCProperties << /OCGs [ %b ] /D << %b >> >>" % (groups, b" ".join(parts))


def name_of(name: str) -> bytes:
    """Return a name as a PDF writes it."""
    return bytes(pikepdf.Name(name).unparse())


def _listed(groups: Iterable[tuple[Based, tuple[int, ...]]]) -> bytes:
    return b" ".join(based.reference(number) for based, numbers in groups for number in numbers)


def _presented(member: Owned, layers: Layers) -> bytes:
    """The layers of one document stand under its title."""
    return b"[ %b %b ]" % (string(member.title), _ordered(member.based, layers.order))


def _ordered(based: Based, order: Order) -> bytes:
    parts = []
    for one in order:
        if isinstance(one, int):
            parts.append(based.reference(one))
        elif isinstance(one, str):
            parts.append(string(one))
        else:
            parts.append(b"[ %b ]" % _ordered(based, one))
    return b" ".join(parts)
