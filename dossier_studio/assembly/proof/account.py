"""What a proof says: per document what was compared, and every difference that was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.core.dossier import DocumentKey


class Difference(StrEnum):
    """In what a bound volume differs from its source."""

    PAGES = "pages"
    CONTENT = "content"
    BOX = "box"
    LINK = "link"
    ANNOTATION = "annotation"
    BOOKMARK = "bookmark"
    FIELD = "field"
    LABEL = "label"
    LAYER = "layer"
    PICTURE = "picture"
    TEXT = "text"
    CONTENTS = "contents"
    UNREADABLE = "unreadable"


class Labels(StrEnum):
    """What became of a document's page labels: it had none, has them still, has page numbers."""

    NONE = "none"
    KEPT = "kept"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True, order=True)
class Mismatch:
    """A difference, and the page of the document (from 1) that has it; 0 for none of them."""

    kind: Difference
    page: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where something leads: a page (from 0), and the point there as far as it is named."""

    page: int
    left: float | None = None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: level from 0, title, goal; None: to no page of the file."""

    level: int
    title: str
    goal: Goal | None


@dataclass(frozen=True, slots=True)
class Account:
    """What comparing one document came to.

    `marked` counts its bookmarks; `bookmarks` are these only where the result was read whole, and
    they were not compared with it yet.

    `content` is the SHA-256 over all content streams of its pages in order. `elsewhere` are links
    to another document that lead into it within the volume: page of the result and file name.
    `pictured` counts pages that a second reader has drawn from both files; `redrawn` says that the
    source leaves the look of its fields to the reader, so that these were not compared by picture.
    """

    pages: int
    content: str = ""
    links: int = 0
    fields: int = 0
    attachments: int = 0
    labels: Labels = Labels.NONE
    pictured: int = 0
    redrawn: bool = False
    prefix: str = ""
    elsewhere: tuple[tuple[int, str], ...] = ()
    marked: int = 0
    bookmarks: tuple[Mark, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What the volume as a whole says: its pages, its outline, and the links of its first pages.

    Unless it was read `whole`, the outline holds none of what the documents brought along.
    """

    pages: int
    attachments: int
    bookmarks: tuple[Mark, ...]
    front: tuple[int, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class ProvenDocument:
    """A document as it stands in the proof; `slip`: its one page only says why it is not bound."""

    key: DocumentKey
    first_page: int
    slip: bool
    account: Account


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of one volume; `deep`: every page was drawn from both files and compared."""

    part: str
    pages: int
    bookmarks: int
    attachments: int
    deep: bool
    documents: tuple[ProvenDocument, ...]
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.mismatches and not any(one.account.mismatches for one in self.documents)
