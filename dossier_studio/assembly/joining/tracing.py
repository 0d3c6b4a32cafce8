"""Follows the objects that a source's pages need, and records each as a template.

References become placeholders, so that a volume can put the object anywhere. What the segment
makes itself (bookmarks, page-tree node) takes its numbers here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

import pikepdf
from pikepdf import Dictionary, Object, Stream

from dossier_studio.assembly.joining.record import Recorder
from dossier_studio.assembly.joining.segment import FIRST_NAME, Kind, Shared, reserved
from dossier_studio.assembly.joining.streams import SourceStreams

Mark: TypeAlias = tuple[int, int]

# A string is skipped whole: what looks like a reference inside it is text. Names cannot hold
# spaces or parentheses as the parser writes them.
_STRING = rb"\((?:[^\\()]|\\.)*\)"
_REFERENCE = rb"(?<=[ \[])(\d+) (\d+) R(?=[ \]])"
_PLAIN = re.compile(_REFERENCE)
_AMONG_STRINGS = re.compile(_STRING + rb"|" + _REFERENCE, re.DOTALL)
_TAGGED = re.compile(
    _STRING
    + rb"|"
    + _REFERENCE
    + rb"| ?/StructParents? (-?\d+)"
    + rb"|(?<=/S )(/[^ \[\]<>()/]+)|(?<=/C )(/[^ \[\]<>()/]+|\[ [^\[\]<>()]* \])",
    re.DOTALL,
)
_SLOT = b"%d 0 R"


class Tracer:
    """Numbers objects as they are met and records each once, in that order."""

    def __init__(
        self, pdf: pikepdf.Pdf, recorder: Recorder, streams: SourceStreams, pages: int
    ) -> None:
        self.pdf = pdf
        self.pages = pages
        self.count = reserved(pages)
        self._recorder = recorder
        self._streams = streams
        self._sources: list[Mark | None] = [None] * self.count
        self._codes: dict[Mark, int] = {}
        self._made: dict[int, tuple[bytes, list[int]]] = {}
        self._tag_numbers: Mapping[int, int] = {}
        self._tag_names: Mapping[bytes, int] = {}
        self._tagged = False
        self._stamp = pdf.make_indirect(Dictionary()).objgen

    def place(self, number: int, thing: Object) -> None:
        """Give an object one of the numbers that the segment keeps."""
        self._codes[thing.objgen] = number << 2 | Kind.REFERENCE
        self._sources[number] = thing.objgen

    def keep(self, thing: Object) -> int:
        """Take an object along and return its number in the segment."""
        if not thing.is_indirect:
            thing = self.pdf.make_indirect(thing)
        return self._code(thing.objgen) >> 2

    def reserve(self) -> int:
        """Return a number for something that `make` will write."""
        self._sources.append(None)
        self.count += 1
        return self.count - 1

    def make(self, number: int, template: bytes, codes: list[int]) -> None:
        """Say what an object that we make consists of."""
        self._made[number] = (template, codes)

    def stand_in(self, number: int, kind: Kind) -> Object:
        """Return an empty object whose references will mean something else."""
        thing = self.pdf.make_indirect(Dictionary())
        self._codes[thing.objgen] = number << 2 | kind
        return thing

    def stamp(self) -> Object:
        """Return the object that means, in each page, the page's own stamp."""
        return self.pdf.get_object(self._stamp)

    def means(self, thing: Object, number: int) -> None:
        """Let references to an object lead to another of the segment."""
        self._codes[thing.objgen] = number << 2 | Kind.REFERENCE

    def tagged(self, numbers: Mapping[int, int], names: Mapping[bytes, int]) -> None:
        """Keep the numbers and names of a structure tree, which are otherwise dropped."""
        self._tag_numbers, self._tag_names, self._tagged = numbers, names, True

    def template(self, text: bytes) -> tuple[bytes, list[int]]:
        """Return an object's text with its references open, and what belongs there."""
        text = text.replace(b"%", b"%%")
        if b"/StructParent" in text or (self._tag_names and (b"/S " in text or b"/C " in text)):
            return self._with_tags(text)
        if b" R" not in text:
            return text, []
        if b"(" not in text:
            parts = _PLAIN.split(text)
            pairs = zip(parts[1::3], parts[2::3], strict=True)
            codes = [self._code((int(number), int(version))) for number, version in pairs]
            return _SLOT.join(parts[0::3]), codes
        return self._among_strings(text)

    def record(self) -> None:
        """Record every object that was kept, and what they refer to."""
        number = 0
        while number < self.count:
            objgen = self._sources[number]
            if number in self._made:
                self._recorder.add(*self._made.pop(number))
            elif objgen is None:
                self._recorder.add(b"")
            else:
                if self.pages < number <= 2 * self.pages:
                    self._codes[self._stamp] = number - self.pages << 2 | Kind.REFERENCE
                self._record(objgen)
            number += 1

    def _record(self, objgen: Mark) -> None:
        thing: object = self.pdf.get_object(objgen)
        if not isinstance(thing, Stream):
            self._recorder.add(*self.template(_unparsed(thing)))
            return
        fields = thing.stream_dict
        place = self._streams.place(objgen, fields.get("/Length"))
        if place is None:
            place = self._recorder.hold(memoryview(thing.get_raw_stream_buffer()))
        fields["/Length"] = place[1]
        self._recorder.add(*self.template(fields.unparse(resolved=True)), place)

    def _code(self, objgen: Mark) -> int:
        code = self._codes.get(objgen)
        if code is None:
            code = self.count << 2 | Kind.REFERENCE
            self._codes[objgen] = code
            self._sources.append(objgen)
            self.count += 1
        return code

    def _among_strings(self, text: bytes) -> tuple[bytes, list[int]]:
        parts, codes, position = [], [], 0
        for found in _AMONG_STRINGS.finditer(text):
            if found.lastindex is None:
                continue
            parts.append(text[position : found.start()])
            codes.append(self._code((int(found[1]), int(found[2]))))
            position = found.end()
        parts.append(text[position:])
        return _SLOT.join(parts), codes

    def _with_tags(self, text: bytes) -> tuple[bytes, list[int]]:
        codes: list[int] = []

        def opened(found: re.Match[bytes]) -> bytes:
            if found[0].startswith(b"("):
                return found[0]
            if found[1]:
                codes.append(self._code((int(found[1]), int(found[2]))))
                return _SLOT
            if found[3]:
                number = self._tag_numbers.get(int(found[3]))
                if number is None:
                    return b""
                codes.append(number << 2 | Kind.TAG)
                return found[0][: found.start(3) - found.start()] + b"%d"
            if found[4]:
                return self._named(b"/S", found[4], codes)
            words = (found[5] or found[0]).split(b" ")
            return b" ".join(self._named(b"/C", word, codes) for word in words)

        return _TAGGED.sub(opened, text), codes

    def _named(self, key: bytes, word: bytes, codes: list[int]) -> bytes:
        """Open the place of a name that the volume may have to change."""
        name = self._tag_names.get(key + word)
        if name is None:
            return word
        codes.append(FIRST_NAME + name << 2 | Kind.SHARED)
        return b"%b"


Keep: TypeAlias = Callable[[Object], int]
"""Takes an object into the segment and returns its number there."""


def _unparsed(thing: object) -> bytes:
    if isinstance(thing, Object):
        text = thing.unparse(resolved=True)
        if (b"/Type /Pages" in text or b"/Type /Catalog" in text) and _above_pages(thing):
            return b"null"  # an old page tree would bring its own copy of every page
        return text
    if thing is None:
        return b"null"
    if isinstance(thing, bool):
        return b"true" if thing else b"false"
    if isinstance(thing, int | Decimal | float):
        return format(thing, "d" if isinstance(thing, int) else "f").encode()
    return b"null"


def _above_pages(thing: Object) -> bool:
    return isinstance(thing, Dictionary) and str(thing.get("/Type")) in {"/Pages", "/Catalog"}


SHARED_PAGES = Shared.PAGES << 2 | Kind.SHARED
