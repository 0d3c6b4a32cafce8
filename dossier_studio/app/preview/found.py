"""What was found in the file that is shown; an item with a page leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.language import say
from dossier_studio.core.finding import Finding

_TALLEST = 168
_NAMED = 3
"""Pages named beside a finding; the others are a number."""


class Found(Worded):
    """Findings as lines; `sought` carries a page (from 0)."""

    sought = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._known = True
        self._title = label("label")
        inside = QWidget()
        inside.setObjectName("side")
        self._lines = QVBoxLayout(inside)
        margins(self._lines, gap=1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("side")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._inside = inside
        column = QVBoxLayout(self)
        margins(column, 8, 8, 6, 8, gap=4)
        self._title.setContentsMargins(6, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._scroll)
        self.retranslate()

    def show_findings(self, findings: Sequence[Finding], *, known: bool) -> None:
        """Show findings; not `known`: nobody has looked into the file yet."""
        self._findings, self._known = tuple(findings), known
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Found in this file"))
        empty(self._lines)
        for finding in self._findings:
            look = outcome.SEVERITY[finding.severity]
            line = FoundLine(look.icon, look.tone, say(finding.message))
            line.setToolTip(f"{say(finding.message)}\n{say(finding.mend)}")
            line.setAccessibleName(f"{look.say()}: {say(finding.message)}")
            line.lead_to(finding.pages, self._pages(finding.pages))
            line.sought.connect(self.sought)
            self._add(line)
        if not self._findings:
            words = self.tr("Nothing amiss was found") if self._known else self.tr("Not yet known")
            icon, tone = ("circle-check", "ok") if self._known else ("hourglass", "text_3")
            self._add(FoundLine(icon, tone, words))
        self._fit()

    def _add(self, line: FoundLine) -> None:
        self._lines.addWidget(line)
        line.show()  # a layout measures only what is not hidden

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines are at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.width() - 16, 80)
        self._scroll.setFixedHeight(min(_TALLEST, self._lines.heightForWidth(width) + 2))

    def _pages(self, pages: tuple[int, ...]) -> str:
        if not pages:
            return ""
        named = ", ".join(map(str, pages[:_NAMED]))
        more = len(pages) - _NAMED
        if more > 0:
            return self.tr("p. {pages} +{more}").format(pages=named, more=more)
        return self.tr("p. {pages}").format(pages=named)


class FoundLine(QPushButton):
    """One line; pressed again, it leads to the next of its pages."""

    sought = Signal(int)

    def __init__(self, icon: str, tone: str, words: str) -> None:
        super().__init__()
        self._pages: tuple[int, ...] = ()
        self._turn = 0
        self.setProperty("kind", "row")
        self.setAccessibleName(words)
        self._sentence, self._where = label(wraps=True, text=words), label("caption")
        self._where.setProperty("tone", "accent")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row = QHBoxLayout(self)
        margins(row, 6, 3, 6, 3, gap=8)
        row.addWidget(Glyph(icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._where, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self._sentence, self._where):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._go)

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def lead_to(self, pages: tuple[int, ...], words: str) -> None:
        """Lead to these pages (from 1), which `words` name."""
        self._pages = pages
        self._where.setText(words)
        self._where.setVisible(bool(words))
        if pages:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(words)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _go(self) -> None:
        if self._pages:
            self.sought.emit(self._pages[self._turn % len(self._pages)] - 1)
            self._turn += 1
