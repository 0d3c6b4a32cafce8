"""Beside the cards: what is known of one file, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import Worded, empty, label, line, margins
from dossier_studio.app.language import locale, say, size
from dossier_studio.core.dossier import Document
from dossier_studio.core.file import FileFacts
from dossier_studio.core.finding import Finding


class Preview(Worded):
    """File facts and findings; nothing chosen says how to choose."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("edge", "left")
        self._document: Document | None = None
        self._facts: FileFacts | None = None
        self._findings: tuple[Finding, ...] = ()
        self._name, self._hint = Elided("strong"), label("muted", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid, self._list = QGridLayout(), QVBoxLayout()
        margins(self._grid, gap=6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        margins(self._list, gap=8)
        self._found = label("label")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, 14, 10, 14, 10)
        head.addWidget(Glyph("file-text", "accent", 16))
        head.addWidget(self._name, 1)
        self._inside = QWidget()
        self._inside.setObjectName("side")
        column = QVBoxLayout(self._inside)
        margins(column, 14, 12, 14, 12, gap=12)
        column.addLayout(self._grid)
        column.addWidget(self._found)
        column.addLayout(self._list)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("side")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addLayout(head)
        outer.addWidget(line())
        outer.addWidget(self._hint, 1)
        outer.addWidget(scroll, 1)
        self._scroll = scroll

    def show_file(
        self,
        document: Document | None,
        facts: FileFacts | None,
        findings: Sequence[Finding],
    ) -> None:
        """Show a file of the dossier, None for none."""
        self._document, self._facts, self._findings = document, facts, tuple(findings)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        there = self._document is not None
        self._scroll.setVisible(there)
        self._hint.setVisible(not there)
        self._hint.setText(self.tr("Choose a file to see what is known of it."))
        self._name.say(self._document.name if self._document else self.tr("No file chosen"))
        empty(self._grid)
        empty(self._list)
        if self._document is not None:
            self._fill(self._document)

    def _fill(self, document: Document) -> None:
        for row, (words, value) in enumerate(self._rows(document)):
            self._grid.addWidget(label("label", text=words), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(wraps=True, text=value), row, 1)
        self._found.setText(self.tr("Found in this file"))
        if not self._findings:
            self._add("circle-check", "ok", self.tr("Nothing amiss was found"), "")
        for finding in self._findings:
            look = outcome.SEVERITY[finding.severity]
            pages = self.tr("p. {pages}").format(pages=", ".join(map(str, finding.pages[:6])))
            self._add(look.icon, look.tone, say(finding.message), pages if finding.pages else "")

    def _add(self, icon: str, tone: str, words: str, pages: str) -> None:
        row = QHBoxLayout()
        margins(row, gap=8)
        row.addWidget(Glyph(icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(wraps=True, text=words), 1)
        row.addWidget(label("caption", text=pages), 0, Qt.AlignmentFlag.AlignTop)
        self._list.addLayout(row)

    def _rows(self, document: Document) -> list[tuple[str, str]]:
        facts = self._facts
        rows = [(self.tr("Size"), size(document.bytes))]
        if facts is None:
            return [*rows, (self.tr("Inspection"), self.tr("not looked into yet"))]
        kind = f"PDF {facts.pdf_version}" if facts.pdf_version else facts.kind.upper()
        rows.insert(0, (self.tr("Kind"), kind))
        if facts.pages is not None:
            rows.append((self.tr("Pages"), locale().toString(facts.pages)))
        if facts.bookmarks is not None:
            rows.append((self.tr("Bookmarks"), locale().toString(facts.bookmarks)))
        yes, no = self.tr("yes"), self.tr("no")
        for words, value in (
            (self.tr("Signed"), facts.signed),
            (self.tr("Password"), facts.encrypted),
        ):
            if value is not None:
                rows.append((words, yes if value else no))
        if facts.pages_without_text is not None:
            rows.append((self.tr("Pages without text"), str(len(facts.pages_without_text))))
        rows.append(("SHA-256", f"{facts.sha256[:16]}…"))
        return rows
