"""The line above the pages: thumbnails, which page, how large."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton
from typing_extensions import override

from dossier_studio.app import theme
from dossier_studio.app.components.worded import Worded, label, margins, name, tool
from dossier_studio.app.language import locale
from dossier_studio.app.preview.pages import Fit

_FITS = {
    Fit.WIDTH: QT_TRANSLATE_NOOP("Toolbar", "Fit the width"),
    Fit.PAGE: QT_TRANSLATE_NOOP("Toolbar", "Whole page"),
}
_ZOOMS = (50, 75, 100, 125, 150, 200, 400)


class Toolbar(Worded):
    """Tells what was pressed; shows what it is told."""

    thumbs_turned = Signal()
    page_asked = Signal(int)
    zoom_asked = Signal(float)
    fit_asked = Signal(str)
    zoom_stepped = Signal(int)
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page, self._pages, self._zoom = 0, 0, 1.0
        self.thumbs, self._search = tool("panel-left"), tool("search")
        self.thumbs.setCheckable(True)
        self.thumbs.toggled.connect(self.thumbs_turned)
        self._search.clicked.connect(self.search_asked)
        self._back, self._on = tool("chevron-left"), tool("chevron-right")
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._smaller, self._larger = tool("minus"), tool("plus")
        self._smaller.clicked.connect(self._shrink)
        self._larger.clicked.connect(self._grow)
        self._number = QLineEdit()
        self._number.setProperty("kind", "page")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setValidator(QIntValidator(1, 1_000_000, self._number))
        self._number.editingFinished.connect(self._entered)
        self._of = label()
        self._percent = QToolButton()
        self._percent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._percent)
        self._percent.setMenu(self._menu)
        self._lay_out()
        self._fill_menu()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        margins(row, 10, 3, 8, 3, gap=1)
        row.addWidget(self.thumbs)
        row.addWidget(self._search)
        row.addStretch()
        for widget in (self._back, self._number, self._of, self._on):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self._smaller, self._percent, self._larger):
            row.addWidget(widget)

    def _fill_menu(self) -> None:
        self._group = QActionGroup(self)
        for fit in _FITS:
            action = self._menu.addAction("")
            action.setData(str(fit))
            action.setCheckable(True)
            self._group.addAction(action)
        self._menu.addSeparator()
        for percent in _ZOOMS:
            self._menu.addAction("").setData(percent)
        self._menu.triggered.connect(self._chosen)

    @override
    def retranslate(self) -> None:
        name(self.thumbs, self.tr("Small pages at the side"))
        name(self._search, self.tr("Find in this file (Ctrl+F)"))
        name(self._back, self.tr("Previous page"))
        name(self._on, self.tr("Next page"))
        name(self._smaller, self.tr("Smaller (Ctrl+-)"))
        name(self._larger, self.tr("Larger (Ctrl++)"))
        name(self._number, self.tr("Page"))
        for action in self._menu.actions():
            data = action.data()
            if isinstance(data, int):
                action.setText(_percent(data))
            elif data:
                action.setText(self.tr(str(_FITS[Fit(data)])))
        self._say()

    def show_page(self, page: int, pages: int) -> None:
        """Show which page (from 0) of how many."""
        self._page, self._pages = page, pages
        self._say()

    def show_zoom(self, zoom: float, fit: Fit) -> None:
        """Show the zoom, and what it follows."""
        self._zoom = zoom
        for action in self._group.actions():
            action.setChecked(action.data() == str(fit))
        self._say()

    def _say(self) -> None:
        figures = QFontMetrics(theme.font(theme.BODY, strong=True))
        digits = "0" * max(2, len(str(self._pages)))
        self._number.setFixedWidth(figures.horizontalAdvance(digits) + 12)
        self._number.setText(str(self._page + 1))
        self._of.setText(f"/ {locale().toString(self._pages)}")
        words = self.tr("Page {page} of {pages}")
        words = words.format(page=self._page + 1, pages=self._pages)
        self._number.setAccessibleDescription(words)
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages)
        self._percent.setText(_percent(round(self._zoom * 100)))
        name(self._percent, self.tr("Zoom: {zoom}").format(zoom=self._percent.text()))

    def _chosen(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, int):
            self.zoom_asked.emit(data / 100)
        elif data:
            self.fit_asked.emit(str(data))

    def _entered(self) -> None:
        page = int(self._number.text() or 0) - 1
        if page != self._page:
            self.page_asked.emit(page)
        self._number.setText(str(self._page + 1))

    def _go_back(self) -> None:
        self.page_asked.emit(self._page - 1)

    def _go_on(self) -> None:
        self.page_asked.emit(self._page + 1)

    def _shrink(self) -> None:
        self.zoom_stepped.emit(-1)

    def _grow(self) -> None:
        self.zoom_stepped.emit(1)


def _percent(number: int) -> str:
    return f"{locale().toString(number)} %"
