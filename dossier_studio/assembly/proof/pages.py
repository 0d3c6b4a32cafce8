"""Compares one source with its pages of the result."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

from dossier_studio.assembly.proof import fields
from dossier_studio.assembly.proof.account import (
    Account,
    Difference,
    Goal,
    Labels,
    Mark,
    Mismatch,
)
from dossier_studio.assembly.proof.graph import Pairs
from dossier_studio.assembly.proof.objects import members, number, tree, words
from dossier_studio.assembly.proof.outlines import marks, marks_from
from dossier_studio.assembly.proof.places import (
    Places,
    action_of,
    agree,
    jump,
    other_file,
)
from dossier_studio.assembly.proof.trunk import Leaves

BOXES = ("/MediaBox", "/CropBox", "/Rotate")
KEPT = frozenset({"/UserUnit", "/Group", "/BleedBox", "/TrimBox", "/ArtBox"})
OURS = 1024
"""Bytes that a stamp has at most."""

_SHOWN = re.compile(rb"<[0-9A-Fa-f]*>|\((?:[^\\()]|\\.)*\)")
_PAINTING = re.compile(rb"(?<![\w/.])(?:[fFBbSs]\*?|Do|sh|BI|re)(?!\w)")

_ELSEWHERE = frozenset({"/Parent", "/P", "/Popup", "/StructParent", "/Dest", "/A", "/PA", "/AA"})
_FIELD = frozenset({"/T", "/TU", "/TM", "/V", "/DV", "/FT", "/Ff", "/Kids", "/DA", "/Q", "/DR"})


@dataclass(slots=True)
class Comparison:
    """A source and the pages of the result that stand for it, from `first` (0) on.

    `outline` is the object of the result's first bookmark that the source brought along, 0 for
    none; None where its bookmarks are compared elsewhere.
    """

    source: Leaves
    result: Leaves
    first: int
    flattened: bool = False
    outline: int | None = None
    found: list[Mismatch] = field(default_factory=list)
    elsewhere: list[tuple[int, str]] = field(default_factory=list)
    prefixes: set[str] = field(default_factory=set)
    links: int = 0
    fields: int = 0
    numbers: Callable[[], Mapping[tuple[int, int], int]] = dict

    def __post_init__(self) -> None:
        self._pairs = Pairs(self.source.pdf, self.result.pdf)
        self._ours = Places(self.source)
        self._theirs = Places(self.result)
        self._content = hashlib.sha256()
        form = self.source.pdf.Root.get("/AcroForm")
        self._redrawn = isinstance(form, Dictionary) and bool(form.get("/NeedAppearances"))

    _pairs: Pairs = field(init=False)
    _ours: Places = field(init=False)
    _theirs: Places = field(init=False)
    _content: hashlib._Hash = field(init=False)
    _redrawn: bool = field(init=False)

    def account(self) -> Account:
        """Compare everything and return what it came to."""
        count = len(self.source.pages)
        if count != len(self.result.pages):
            self._differs(Difference.PAGES, 0, f"{count} / {len(self.result.pages)}")
        pages = list(zip(self.source.pages, self.result.pages, strict=False))
        for source, result in pages:
            self._pairs.meet(source, result)
        for index, (source, result) in enumerate(pages):
            self._page(index, source, result)
        self._layers()
        own = self._bookmarks()
        return Account(
            pages=count,
            content=self._content.hexdigest(),
            links=self.links,
            fields=self.fields,
            attachments=attachments(self.source.pdf),
            labels=self._labels(count),
            redrawn=self._redrawn,
            prefix=min(self.prefixes, default=""),
            elsewhere=tuple(self.elsewhere),
            marked=len(own),
            bookmarks=() if self.outline is not None else own,
            mismatches=tuple(sorted(set(self.found))),
        )

    def _bookmarks(self) -> tuple[Mark, ...]:
        """Return the source's bookmarks, compared with the result's where these are at hand."""
        own = marks(self.source.pdf.Root, self._ours)
        if self.outline is not None:
            first = self.result.pdf.get_object((self.outline, 0)) if self.outline else None
            bound = marks_from(first, self._theirs)
            if len(own) != len(bound):
                self._differs(Difference.BOOKMARK, 0, f"{len(own)} / {len(bound)}")
            for mine, other in zip(own, bound, strict=False):
                same = (mine.level, mine.title) == (other.level, other.title)
                if not same or not agree(mine.goal, other.goal):
                    self._differs(Difference.BOOKMARK, 0, other.title)
        return own

    def _differs(self, kind: Difference, page: int, detail: str = "") -> None:
        self.found.append(Mismatch(kind, page, detail))

    def _page(self, index: int, source: Dictionary, result: Dictionary) -> None:
        if not self._same_content(source, result):
            self._differs(Difference.CONTENT, index + 1)
        self._boxes(index)
        for key in KEPT & source.keys():
            if not self._pairs.same(source.get(key), result.get(key)):
                self._differs(Difference.BOX, index + 1, key)
        self._resources(index)
        self._annotations(index + 1, source, result)

    def _boxes(self, index: int) -> None:
        """The page shows the same part of itself, turned the same way."""
        media, crop, turned = (self.source.attribute(index, key) for key in BOXES)
        seen = [self.result.attribute(index, key) for key in BOXES]
        for ours, theirs, key in (
            (media, seen[0], BOXES[0]),
            (crop or media, seen[1] or seen[0], BOXES[1]),
        ):
            if ours != theirs and not _same_edges(ours, theirs):
                self._differs(Difference.BOX, index + 1, key)
        if (number(turned) or 0) % 360 != (number(seen[2]) or 0) % 360:
            self._differs(Difference.BOX, index + 1, BOXES[2])

    def _same_content(self, source: Dictionary, result: Dictionary) -> bool:
        """A page's own streams come whole and in order, after q and before the stamp."""
        streams, bound = _streams(source), _streams(result)
        own = [part.read_raw_bytes() for part in streams]
        for part in own:
            self._content.update(part)
        more = len(bound) - len(own)
        if more not in ({0, 2, 4} if self.flattened else {0, 2}):
            return False
        before, after = more // 2, len(bound) - more // 2
        if more and not _only_stamps(bound[0], bound[-1]):
            return False
        return all(
            one == other.read_raw_bytes() and _filters(mine) == _filters(other)
            for one, mine, other in zip(own, streams, bound[before:after], strict=True)
        )

    def _resources(self, index: int) -> None:
        """Every resource of the source is there under its name; the stamp may have added some."""
        source = self.source.attribute(index, "/Resources")
        result = self.result.attribute(index, "/Resources")
        if isinstance(source, Dictionary) and not self._pairs.same(source, result):
            self._differs(Difference.CONTENT, index + 1, "/Resources")

    def _annotations(self, page: int, source: Dictionary, result: Dictionary) -> None:
        ours = [one for one in members(source.get("/Annots")) if isinstance(one, Dictionary)]
        theirs = [one for one in members(result.get("/Annots")) if isinstance(one, Dictionary)]
        if self.flattened:
            ours = [one for one in ours if not fields.is_signature(one)]
        if len(ours) != len(theirs):
            self._differs(Difference.ANNOTATION, page, f"{len(ours)} / {len(theirs)}")
        pairs = list(zip(ours, theirs, strict=False))
        for mine, other in pairs:
            self._pairs.meet(mine, other)
        for mine, other in pairs:
            self._annotation(page, mine, other)

    def _annotation(self, page: int, ours: Dictionary, theirs: Dictionary) -> None:
        widget = fields.is_widget(ours)
        skipped = _ELSEWHERE | _FIELD if widget else _ELSEWHERE
        if widget and self._redrawn:
            skipped |= {"/AP", "/MK"}
        for key, value in ours.items():
            if key not in skipped and not self._pairs.same(value, theirs.get(key)):
                self._differs(Difference.ANNOTATION, page, key)
        if widget:
            self._field(page, ours, theirs)
        self._lead(page, ours, theirs)

    def _field(self, page: int, ours: Dictionary, theirs: Dictionary) -> None:
        self.fields += 1
        name, bound = fields.name_of(ours), fields.name_of(theirs)
        if not bound.endswith(name):
            self._differs(Difference.FIELD, page, name)
            return
        self.prefixes.add(bound[: len(bound) - len(name)])
        if fields.value_of(ours) != fields.value_of(theirs):
            self._differs(Difference.FIELD, page, name)

    def _lead(self, page: int, ours: Dictionary, theirs: Dictionary) -> None:
        action = action_of(ours, "/A")
        target = jump(ours)
        if target is None and action is not None and action.get("/S") != Name.GoTo:
            self._action(page, action, theirs)
            return
        goal = self._ours.goal(target)
        self.links += goal is not None
        if not agree(goal, self._theirs.goal(jump(theirs))) or (goal is None and jump(theirs)):
            self._differs(Difference.LINK, page, _told(goal))

    def _action(self, page: int, action: Dictionary, theirs: Dictionary) -> None:
        """An action stays what it is; a link to a file of the dossier may lead there instead."""
        other = action_of(theirs, "/A")
        if other is not None and other.get("/S") == action.get("/S"):
            for key in ("/URI", "/F", "/D", "/N", "/JS"):
                if key in action and not self._pairs.same(action.get(key), other.get(key)):
                    self._differs(Difference.LINK, page, key)
            return
        file, leads = other_file(action), jump(theirs)
        first = members(leads)[0] if members(leads) else None
        if not file or not isinstance(first, Dictionary):
            self._differs(Difference.LINK, page, words(action.get("/S")))
            return
        self.elsewhere.append((self.numbers().get(first.objgen, -1), file))

    def _layers(self) -> None:
        before, after = self.source.layers, self.result.layers
        for mark, shown in before.items():
            bound = self._pairs.of.get(mark)
            if bound is not None and after.get(bound) is not shown:
                self._differs(Difference.LAYER, 0)

    def _labels(self, count: int) -> Labels:
        own = self.source.labels
        bound = list(self.result.labels.between(self.first, count))
        numbered = bound == [str(self.first + number + 1) for number in range(count)]
        if own and bound == list(own.between(0, count)):
            return Labels.KEPT
        if not numbered and (own or bound != [str(number + 1) for number in range(count)]):
            self._differs(Difference.LABEL, 0)
        return Labels.NUMBERED if own else Labels.NONE


def attachments(pdf: pikepdf.Pdf) -> int:
    """Return how many files a file carries for the whole of it."""
    names = pdf.Root.get("/Names")
    if not isinstance(names, Dictionary):
        return 0
    return sum(1 for _ in tree(names.get("/EmbeddedFiles"), "/Names"))


def _streams(page: Dictionary) -> list[Stream]:
    content = page.get("/Contents")
    if isinstance(content, Stream):
        return [content]
    return [part for part in members(content) if isinstance(part, Stream)]


def _only_stamps(first: Stream, last: Stream) -> bool:
    """Whether what the volume adds to a page saves its state and shows words, no more."""
    stamp = last.read_bytes()
    plain = _SHOWN.sub(b"", stamp)
    return first.read_bytes().strip() == b"q" and len(stamp) <= OURS and not _PAINTING.search(plain)


def _filters(stream: Stream) -> tuple[bytes, ...]:
    return tuple(
        value.unparse(resolved=True) if isinstance(value, Object) else b""
        for value in (stream.stream_dict.get(key) for key in ("/Filter", "/DecodeParms"))
    )


def _same_edges(ours: object, theirs: object) -> bool:
    """Boxes are compared by value; one of the source that is none gives no measure."""
    edges = [number(one) for one in members(ours)]
    if len(edges) != len(members(theirs)) and not edges:
        return True
    return None in edges or edges == [number(one) for one in members(theirs)]


def _told(goal: Goal | None) -> str:
    return "" if goal is None else str(goal.page + 1)
