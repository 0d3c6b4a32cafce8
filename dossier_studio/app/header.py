"""The head of the window: home, the five steps, undo and redo, search, and the language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dossier_studio.app import icons, theme
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.step_bar import StepBar
from dossier_studio.app.components.worded import (
    Worded,
    button,
    key_hint,
    label,
    margins,
    name,
    tool,
)
from dossier_studio.app.language import current
from dossier_studio.core.text import Language

STEPS = 5
_NARROW = 1180
_LOW, _HIGH = 44, 56
_MORE = ("redo", "tools", "appearance", "help")


class SignMark(QWidget):
    """The program's sign: a sheet with a folded corner and a tick."""

    def __init__(self, side: int = 30) -> None:
        super().__init__()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, self._side)


def draw_sign(painter: QPainter, side: float) -> None:
    """Draw the sign into a square that begins at the painter's origin."""
    unit = side / 30
    painter.save()
    painter.scale(unit, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(6, 2, 19, 26, 3, 3)
    painter.setBrush(theme.colour("surface"))
    painter.drawPolygon(QPolygonF.fromList(_points((18, 1.5), (25.5, 1.5), (25.5, 9))))
    painter.setBrush(theme.colour("accent_hover"))
    painter.drawPolygon(QPolygonF.fromList(_points((18, 2), (25, 9), (19.5, 9), (18, 7.5))))
    painter.restore()
    spot = icons.picture("check", "on_accent", round(15 * unit), 2.0)
    painter.drawPixmap(round(8 * unit), round(10 * unit), spot)


def _points(*pairs: tuple[float, float]) -> list[QPointF]:
    return [QPointF(*pair) for pair in pairs]


class SearchButton(Worded):
    """Looks like a field, opens the palette; narrow windows show its icon alone."""

    pressed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._button = button("search", "search")
        self._button.setIcon(icons.icon("search", "text_2"))
        self._button.clicked.connect(self.pressed)
        self._hint = key_hint()
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self._button)
        margins(inside, 34, 0, 9, 0)
        inside.addStretch()
        inside.addWidget(self._hint)
        row = QHBoxLayout(self)
        margins(row)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._brief = False
        self.retranslate()

    @override
    def retranslate(self) -> None:
        words = QCoreApplication.translate("Actions", "Find anything")
        self._button.setText("" if self._brief else words)
        name(self._button, words)
        self._hint.setText(self._actions.key("find"))
        self._hint.setVisible(not self._brief)
        room = 0 if self._brief else self._hint.sizeHint().width() + 30
        self._button.setMinimumWidth(36 if self._brief else self._button.sizeHint().width() + room)

    def shorten(self, *, brief: bool) -> None:
        """Show the icon alone, or the words too."""
        if brief != self._brief:
            self._brief = brief
            self._button.setMinimumWidth(0)
            self.retranslate()


class Header(Worded):
    """The bar at the top."""

    step_chosen = Signal(int)
    language_chosen = Signal(str)
    search_asked = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._actions = actions
        self._low, self._there = False, False
        self.steps = StepBar(STEPS)
        self.steps.chosen.connect(self.step_chosen)
        self._home = self._tool("home")
        self._undo, self._redo = self._tool("undo"), self._tool("redo")
        self._tools = self._tool("tools")
        self._search = SearchButton(actions)
        self._search.pressed.connect(self.search_asked)
        self._more = self._made_menu()
        self._languages = Segments(list(Language), may_clear=False)
        self._languages.chosen.connect(self.language_chosen)
        self._brand = self._made_brand()
        row = QHBoxLayout(self)
        margins(row, 10, 0, 12, 1, gap=8)
        row.addWidget(self._home)
        row.addWidget(self._brand)
        row.addSpacing(6)
        row.addWidget(self.steps, 1)
        for widget in (self._undo, self._redo, self._tools, self._more, self._search):
            row.addWidget(widget)
        row.addWidget(self._languages)
        self.show_dossier(there=False)
        self.retranslate()

    def _tool(self, action: str) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(self._actions[action])
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return made

    def _made_menu(self) -> QToolButton:
        made = tool("ellipsis")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for action in _MORE:
            menu.addAction(self._actions[action])
        made.setMenu(menu)
        return made

    def _made_brand(self) -> QWidget:
        brand = QWidget()
        self._title = label("heading")
        self._line = label("caption")
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch()
        row = QHBoxLayout(brand)
        margins(row, 12, 0, 0, 0, gap=10)
        row.addWidget(SignMark())
        row.addLayout(words)
        row.addStretch()
        return brand

    def show_dossier(self, *, there: bool) -> None:
        """Show the steps of a dossier, or the program's name where none is open."""
        self._brand.setVisible(not there)
        self._there = there
        for widget in (self._home, self.steps, self._undo):
            widget.setVisible(there)
        self._fit(self.width())

    def name_moves(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do, "" where there is nothing."""
        for key, words in (("undo", undo), ("redo", redo)):
            action = self._actions[key]
            action.setEnabled(bool(words))
            plain = QCoreApplication.translate("Actions", key.capitalize())
            action.setText(words or plain)
            action.setToolTip(f"{words or plain} ({self._actions.key(key)})")
        for shown, key in ((self._undo, "undo"), (self._redo, "redo")):
            shown.setAccessibleName(self._actions[key].text())

    @override
    def retranslate(self) -> None:
        self._title.setText("Dossier Studio")
        self._line.setText(self.tr("Registration dossiers for BPOM"))
        self._home.setAccessibleName(self._actions["home"].text())
        self._tools.setAccessibleName(self._actions["tools"].text())
        name(self._more, self.tr("More"))
        words = [self.tr("Indonesian"), self.tr("English")]
        self._languages.say(self.tr("Language"), ["ID", "EN"])
        self._languages.name_each(words)
        self._languages.choose(current())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the steps their room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        narrow = width < _NARROW
        self._search.shorten(brief=narrow)
        self._redo.setVisible(self._there and not narrow)
        self._tools.setVisible(not narrow)

    def shrink(self, *, low: bool) -> None:
        """Take less height, where the window has little."""
        self._low = low
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LOW if self._low else _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
