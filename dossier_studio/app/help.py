"""Help beside the screen that one is on, in the language on screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.worded import Worded, label, line, margins, name, tool
from dossier_studio.app.language import current
from dossier_studio.core.text import Language
from dossier_studio.host import paths

WIDTH = 340
PAGES = ("start", "product", "documents", "check", "package", "filing", "tools", "keys")
"""Every page of help; a link leads nowhere else."""

_STYLE = """
body {{ color: {text}; }}
.title {{ font-size: {title}pt; font-weight: 600; margin-top: 0; margin-bottom: 8px; }}
.heading {{ font-size: {heading}pt; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
p {{ margin-top: 0; margin-bottom: 8px; }}
li {{ margin-bottom: 5px; }}
ul {{ margin-left: 14px; -qt-list-indent: 0; }}
td {{ padding: 3px 10px 3px 0; }}
b {{ font-weight: 600; }}
a {{ color: {accent}; text-decoration: none; }}
"""


def text_of(page: str, language: Language) -> str:
    """Return a page of help as HTML."""
    file = paths.resources() / "help" / language / f"{page}.html"
    text = file.read_text(encoding="utf-8")
    for tag, role in (("h1", "title"), ("h2", "heading")):
        # Qt enlarges headings by itself, whatever the style says; paragraphs it leaves alone.
        text = text.replace(f"<{tag}>", f'<p class="{role}">').replace(f"</{tag}>", "</p>")
    return text


class _Reader(QTextBrowser):
    """Shows text alone: whatever a page may name, nothing is loaded from anywhere."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> None:
        return None


class HelpPanel(Worded):
    """The page of one screen; links lead to other pages, back returns."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("edge", "left")
        self._page = PAGES[0]
        self._title = label("label")
        self._close = tool("x")
        self._close.clicked.connect(self.left)
        self.reader = _Reader()
        self.reader.setOpenLinks(False)
        self.reader.setFrameShape(QFrame.Shape.NoFrame)
        self.reader.anchorClicked.connect(self._follow)
        self.reader.document().setDocumentMargin(16)
        head = QHBoxLayout()
        margins(head, 16, 6, 8, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.reader, 1)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=inside).activated.connect(self.left)
        self.setFocusProxy(self.reader)
        self.retranslate()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self._page

    def show_page(self, page: str) -> None:
        """Show the page of a screen; a screen without one leaves what is shown."""
        if page in PAGES:
            self._page = page
            self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Help"))
        name(self._close, self.tr("Close the help"))
        self.reader.setAccessibleName(self.tr("Help"))
        tokens = theme.tokens()
        scale = theme.scale()
        style = _STYLE.format(
            text=tokens.text,
            accent=tokens.accent,
            title=theme.TITLE * scale,
            heading=theme.HEADING * scale,
        )
        self.reader.document().setDefaultStyleSheet(style)
        self.reader.setHtml(text_of(self._page, current()))

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(".html"))
