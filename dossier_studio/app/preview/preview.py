"""One file beside the work: its pages, and what was found on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import Worded, label, line, margins, name, tool
from dossier_studio.app.language import locale, say, size
from dossier_studio.app.preview import images, outside
from dossier_studio.app.preview.courier import Courier
from dossier_studio.app.preview.finder import Finder
from dossier_studio.app.preview.found import Found
from dossier_studio.app.preview.notice import Notice
from dossier_studio.app.preview.pages import Fit, PageView
from dossier_studio.app.preview.stock import Stock
from dossier_studio.app.preview.thumbs import Thumbs
from dossier_studio.app.preview.toolbar import Toolbar
from dossier_studio.core.dossier import Document
from dossier_studio.core.file import FileFacts, Kind
from dossier_studio.core.finding import Finding
from dossier_studio.intake.viewing.questions import (
    AskHits,
    AskLetters,
    AskPicture,
    AskShape,
    Failure,
    Letters,
    Question,
    Shape,
    Trouble,
)

_TROUBLES = {
    Trouble.LOCKED: QT_TRANSLATE_NOOP("Preview", "This file is locked with a password."),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP("Preview", "This file is damaged: no page can be read."),
    Trouble.LOST: QT_TRANSLATE_NOOP("Preview", "The file is no longer in the dossier's folder."),
    Trouble.STOPPED: QT_TRANSLATE_NOOP("Preview", "Reading this file took too long."),
}
_KINDS = images.KINDS | {Kind.PDF}


class Preview(Worded):
    """Shows one file at a time; `folded` asks to hide the pane."""

    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("edge", "left")
        self._path = Path()
        self._document: Document | None = None
        self._facts: FileFacts | None = None
        self._findings: tuple[Finding, ...] = ()
        self._failed: set[Question] = set()
        self._shape: Shape | None = None
        self._trouble: Trouble | None = None
        stock = Stock()
        self._stock = stock
        self._courier = Courier()
        self.pages, self.thumbs = PageView(stock), Thumbs(stock)
        self.toolbar, self.finder, self.found = Toolbar(), Finder(), Found()
        self._notice = Notice()
        self._name, self._line = Elided("strong"), label("caption")
        self._out, self._fold = tool("external-link"), tool("panel-right-close")
        self._lay_out()
        self._wire()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        head = QHBoxLayout()
        margins(head, 14, 7, 8, 7, gap=2)
        head.addLayout(words, 1)
        head.addWidget(self._out)
        head.addWidget(self._fold)
        sheets = QWidget()
        sheets.setObjectName("sheets")
        row = QHBoxLayout(sheets)
        margins(row, gap=0)
        row.addWidget(self.thumbs)
        row.addWidget(self.pages, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        margins(column, gap=0)
        for widget in (self.toolbar, self.finder, sheets):
            column.addWidget(widget, 1 if widget is sheets else 0)
        self._body = QStackedWidget()
        self._body.addWidget(self._notice)
        self._body.addWidget(inside)
        outer = QVBoxLayout(self)
        margins(outer, gap=0)
        outer.addLayout(head)
        outer.addWidget(line())
        outer.addWidget(self._body, 1)
        outer.addWidget(line())
        outer.addWidget(self.found)
        self.thumbs.hide()
        self.finder.hide()

    def _wire(self) -> None:
        pages, toolbar, finder = self.pages, self.toolbar, self.finder
        self._courier.answered.connect(self._take)
        for part in (pages, self.thumbs, finder):
            part.lacking.connect(self._ask)
        pages.moved.connect(self._moved)
        pages.zoomed.connect(self._zoomed)
        self.thumbs.chosen.connect(pages.go)
        toolbar.page_asked.connect(pages.go)
        toolbar.zoom_asked.connect(pages.zoom_to)
        toolbar.zoom_stepped.connect(pages.zoom_by)
        toolbar.fit_asked.connect(self._fit)
        toolbar.thumbs_turned.connect(self._turn_thumbs)
        toolbar.search_asked.connect(self.seek)
        finder.stepped.connect(self._mark)
        finder.left.connect(self._leave_search)
        self.found.sought.connect(pages.go)
        self._out.clicked.connect(self._open_outside)
        self._notice.asked.connect(self._open_outside)
        self._fold.clicked.connect(self.folded)
        for keys, act in (
            ("Ctrl+F", self.seek), ("Ctrl+C", pages.copy), ("Ctrl+A", pages.select_page),
            ("F3", finder.next), ("Shift+F3", finder.previous), ("Ctrl++", self._grow),
            ("Ctrl+=", self._grow), ("Ctrl+-", self._shrink), ("Ctrl+0", self._fit_width),
            ("Ctrl+1", self._full_size),
        ):  # fmt: skip
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=inside).activated.connect(act)
        self.setFocusProxy(pages)
        self.destroyed.connect(self._courier.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._courier.stop)

    # --- what is shown ---------------------------------------------------------------------------

    def show_document(
        self,
        path: Path,
        document: Document,
        facts: FileFacts | None,
        findings: Sequence[Finding],
    ) -> None:
        """Show a file of the dossier; `path` is where its bytes lie."""
        same = path == self._path and self._document is not None
        self._path, self._document = path, document
        self._facts, self._findings = facts, tuple(findings)
        if not same:
            self._begin()
        self.retranslate()
        self._sign()
        self._ask()

    def clear(self) -> None:
        """Show no file."""
        self._path, self._document, self._facts, self._findings = Path(), None, None, ()
        self._begin()
        self.retranslate()

    def end(self) -> None:
        """Let the process behind go; nothing is shown any more."""
        self._courier.stop()

    @property
    def trouble(self) -> Trouble | None:
        """Why the pages cannot be shown, None where they can or are on their way."""
        return self._trouble

    @property
    def settled(self) -> bool:
        """Whether all that can be shown now is shown."""
        if not self._viewable or self._trouble is not None or self.isHidden():
            return True
        return self._shape is not None and not [
            one for one in self._lacking() if one not in self._failed
        ]

    def _begin(self) -> None:
        self._shape, self._trouble = None, None
        self._failed.clear()
        self._stock.clear()
        self._courier.want(())
        for part in (self.pages, self.thumbs):
            part.show_file(Path(), ())
        self.finder.show_file(Path(), 0, 0)

    @property
    def _image(self) -> bool:
        return self._facts is not None and self._facts.kind in images.KINDS

    @property
    def _viewable(self) -> bool:
        return self._document is not None and (self._facts is None or self._facts.kind in _KINDS)

    def _sign(self) -> None:
        """Mark pages that have findings with the sign of the worst one."""
        worst: dict[int, Finding] = {}
        for finding in sorted(self._findings, key=lambda one: one.severity.rank, reverse=True):
            worst.update((page - 1, finding) for page in finding.pages)
        signs = {}
        for page, finding in worst.items():
            look = outcome.SEVERITY[finding.severity]
            signs[page] = (look.icon, look.tone, say(finding.message))
        self.pages.show_signs(signs)
        self.thumbs.show_signs(signs)

    # --- asking and answers ----------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask for what is in sight first, then for what comes next, then for hits."""
        fresh = [one for one in self._lacking() if one not in self._failed]
        self._courier.want(fresh, images=self._image)

    def _lacking(self) -> list[Question]:
        if self._viewable and self._shape is None and self._trouble is None:
            return [AskShape(self._path)]
        if self._shape is None:
            return []
        pictures, letters = self.pages.wanted()
        return [*pictures, *letters, *self.thumbs.wanted(), *self.finder.wanted()]

    def _take(self, question: Question, answer: object) -> None:
        if question.path != self._path:
            return
        match question, answer:
            case AskShape(), Shape():
                self._take_shape(answer)
            case AskShape(), Failure():
                self._trouble = answer.trouble
                self.retranslate()
            case AskPicture(), QImage():
                self._stock.put(question, answer)
                self.pages.viewport().update()
                self.thumbs.viewport().update()
            case AskLetters(), Letters():
                self.pages.take_letters(question.page, answer)
            case AskHits(), _:
                self.finder.take(question, answer)
            case _:
                self._failed.add(question)
        self._ask()

    def _take_shape(self, shape: Shape) -> None:
        self._shape = shape
        self.pages.show_file(self._path, shape.pages)
        self.thumbs.show_file(self._path, shape.pages)
        textless = self._facts.pages_without_text if self._facts else None
        self.finder.show_file(self._path, len(shape.pages), len(textless or ()))
        self._sign()
        self._moved(0)
        self.retranslate()

    # --- going, zooming, searching ---------------------------------------------------------------

    def _moved(self, page: int) -> None:
        self.toolbar.show_page(page, self.pages.pages)
        self.thumbs.show_current(page)
        words = self.tr("{file}, page {page} of {pages}")
        file = self._document.name if self._document else ""
        self.pages.setAccessibleName(
            words.format(file=file, page=page + 1, pages=self.pages.pages)
        )

    def _zoomed(self, zoom: float) -> None:
        self.toolbar.show_zoom(zoom, self.pages.fit)

    def _fit(self, fit: str) -> None:
        self.pages.zoom_to_fit(Fit(fit))

    def _fit_width(self) -> None:
        self.pages.zoom_to_fit(Fit.WIDTH)

    def _full_size(self) -> None:
        self.pages.zoom_to(1.0)

    def _grow(self) -> None:
        self.pages.zoom_by(1)

    def _shrink(self) -> None:
        self.pages.zoom_by(-1)

    def _turn_thumbs(self) -> None:
        self.thumbs.setVisible(self.toolbar.thumbs.isChecked())
        self.thumbs.show_current(self.pages.page)

    def seek(self) -> None:
        """Open the search, or go back to its field."""
        if self._shape is not None:
            self.finder.show()
            self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.field.selectAll()
            self.finder.begin()

    def _leave_search(self) -> None:
        self.finder.hide()
        self.finder.begin()
        self.pages.setFocus()

    def _mark(self) -> None:
        self.pages.show_hits(self.finder.hits, self.finder.current)

    def _open_outside(self) -> None:
        if self._document is not None and not outside.show(self._path, self._document.name):
            self._notice.say("file-warning", self.tr("No program on this machine opened the file."))

    # --- words -----------------------------------------------------------------------------------

    @override
    def retranslate(self) -> None:
        there = self._document is not None
        self._name.say(self._document.name if self._document else self.tr("No file chosen"))
        self._line.setText(self._about())
        self._line.setVisible(there)
        self._line.setToolTip(f"SHA-256 {self._document.sha256}" if self._document else "")
        name(self._out, self.tr("Open a copy in its own program"))
        name(self._fold, self.tr("Hide the preview (Ctrl+P)"))
        self._out.setVisible(there)
        self.found.setVisible(there)
        self.found.show_findings(self._findings, known=self._facts is not None)
        self._body.setCurrentIndex(1 if self._shape is not None else 0)
        icon, words = self._hint()
        self._notice.say(icon, words, action=self._notice_action())
        self._moved(self.pages.page)

    def _about(self) -> str:
        if self._document is None:
            return ""
        facts, words = self._facts, []
        if facts is not None and facts.pages is not None:
            words.append(self.tr("%n page(s)", "", facts.pages))
        words.append(size(self._document.bytes))
        if facts is not None:
            kind = f"PDF {facts.pdf_version}" if facts.pdf_version else facts.kind.upper()
            words.append(kind)
            words += [self.tr("signed")] if facts.signed else []
            if facts.bookmarks:
                count = locale().toString(facts.bookmarks)
                words.append(self.tr("{count} bookmarks").format(count=count))
        return " · ".join(words)

    def _notice_action(self) -> str:
        stuck = self._document is not None and (not self._viewable or self._trouble is not None)
        return self.tr("Open a copy in its own program") if stuck else ""

    def _hint(self) -> tuple[str, str]:
        if self._document is None:
            return "file-text", self.tr("Choose a file to see its pages here.")
        if not self._viewable:
            kind = self._facts.kind.upper() if self._facts else ""
            words = self.tr("Pages are shown of PDF, JPEG and PNG files. This is {kind}.")
            return "file-type", words.format(kind=kind)
        if self._trouble is None:
            return "file-text", self.tr("Reading the file…")
        icon = "lock" if self._trouble is Trouble.LOCKED else "file-warning"
        return icon, self.tr(str(_TROUBLES[self._trouble]))
