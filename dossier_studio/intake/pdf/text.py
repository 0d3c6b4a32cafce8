"""Asks pdfium: a second opinion on the number of pages, and the text of doubtful pages."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2


class Reader:
    """A PDF as pdfium sees it; `pages` is None when pdfium will not open it."""

    def __init__(self, path: Path) -> None:
        self._pdf: pypdfium2.PdfDocument | None = None
        self.pages: int | None = None
        try:
            self._pdf = pypdfium2.PdfDocument(path)
            self.pages = len(self._pdf)
        except pypdfium2.PdfiumError:
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pdf is not None:
            self._pdf.close()

    def characters(self, index: int) -> int | None:
        """Return how many characters a page (from 0) has, spaces apart; None if it will not load.

        Text that a scanner's software laid invisibly under the picture counts: it can be searched.
        """
        if self._pdf is None:
            return None
        try:
            page = self._pdf[index]
            try:
                text = page.get_textpage()
                said: str = text.get_text_bounded()  # what lies off the page is not seen
                text.close()
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            return None
        return sum(not character.isspace() and character != "\0" for character in said)
