"""Facts of a file, as intake finds them and the rest of the program judges them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

Digest = NewType("Digest", str)
"""SHA-256 as 64 lower-case hexadecimal digits; also the name of the blob."""


class Kind(StrEnum):
    """What a file is by its first bytes, never by its name alone."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    ZIP = "zip"
    RAR = "rar"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    DOC = "doc"
    XML = "xml"
    TEXT = "text"
    EMPTY = "empty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class PageSize:
    """Width and height as seen by the reader (rotation applied), in points of 1/72 inch."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something amiss inside a file: a rule's code (PF-02, NV-05 …), where, and what exactly.

    `pages` are 1-based; `detail` holds data such as a font's name, never prose.
    Severity is not here: it stands in the rulebook's file profile.
    """

    code: str
    pages: tuple[int, ...] = ()
    detail: str = ""


RECONSTRUCTED = "reconstructed"
"""Detail of PF-20: the parser rebuilt the cross-reference table, so pages may be lost."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of one file; None where it cannot be known."""

    sha256: Digest
    md5: str
    bytes: int
    kind: Kind
    pages: int | None = None
    pdf_version: str | None = None
    encrypted: bool | None = None
    signed: bool | None = None
    javascript: bool | None = None
    embedded_files: int | None = None
    fonts_missing: tuple[str, ...] | None = None
    pages_without_text: tuple[int, ...] | None = None
    page_sizes: tuple[PageSize, ...] | None = None
    bookmarks: int | None = None
    links_broken: int | None = None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def bindable(self) -> bool:
        """Whether its pages can be bound: a PDF with pages, undamaged and not protected."""
        pages = self.kind is Kind.PDF and bool(self.pages)
        return pages and not self.damaged and not self.encrypted

    @property
    def damaged(self) -> bool:
        """Whether it cannot be read, or only after a parser guessed its structure anew."""
        return any(
            problem.code in {"PF-01", "PF-02"}
            or (problem.code == "PF-20" and problem.detail == RECONSTRUCTED)
            for problem in self.problems
        )
