"""The window: head, notices, the screen one is on, and foot. It wires, and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.beside import Beside
from dossier_studio.app.components.worded import margins
from dossier_studio.app.focus import FocusRing
from dossier_studio.app.header import Header, draw_sign
from dossier_studio.app.help import HelpPanel
from dossier_studio.app.language import Languages, current, say
from dossier_studio.app.lock_band import LockBand
from dossier_studio.app.mending import Mending
from dossier_studio.app.name_strip import NameStrip
from dossier_studio.app.notices import Notices
from dossier_studio.app.opening import Opening
from dossier_studio.app.palette.entries import Entry, entries_of
from dossier_studio.app.palette.palette import Palette
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.start.screen import StartScreen
from dossier_studio.app.session import Session
from dossier_studio.app.standing import context_of, marks_of
from dossier_studio.app.status import Status
from dossier_studio.app.theme import Theme
from dossier_studio.app.whereabouts import Whereabouts
from dossier_studio.core.change import Change
from dossier_studio.core.text import Language
from dossier_studio.host.settings import Theme as Appearance

_NARROW, _LOW = 960, 600
"""Below this width or height the head of the window shrinks."""

STEPS = ("product", "documents", "check", "package", "filing")
"""The screens behind the five steps, in order."""


def _screen_class(name: str) -> type[Screen]:
    """Return the class of a screen, read when it is first shown: with it come PDF libraries."""
    wanted: type[Screen]
    match name:
        case "product":
            from dossier_studio.app.screens.product.screen import ProductScreen

            wanted = ProductScreen
        case "documents":
            from dossier_studio.app.screens.documents.screen import DocumentsScreen

            wanted = DocumentsScreen
        case "check":
            from dossier_studio.app.screens.check.screen import CheckScreen

            wanted = CheckScreen
        case "package":
            from dossier_studio.app.screens.package.screen import PackageScreen

            wanted = PackageScreen
        case "filing":
            from dossier_studio.app.screens.filing.screen import FilingScreen

            wanted = FilingScreen
        case "tools":
            from dossier_studio.app.screens.tools.screen import ToolsScreen

            wanted = ToolsScreen
        case _:
            from dossier_studio.app.screens.gallery.screen import GalleryScreen

            wanted = GalleryScreen
    return wanted


_WHERE = {
    "next_missing": "documents",
    "previous_missing": "documents",
    "findings": "documents",
    "preview": "documents",
    "make": "package",
}
"""Commands of one screen: whoever finds them from another goes there first."""


class Window(QMainWindow):
    """Owns the session, and shows one screen at a time."""

    def __init__(self, session: Session, languages: Languages, theme: Theme) -> None:
        super().__init__()
        self._session, self._languages, self._theme = session, languages, theme
        self.actions_by_name = Actions(self)
        self.header, self.notices = Header(self.actions_by_name), Notices()
        self.status = Status(session.jobs)
        self._name_strip, self._lock_band = NameStrip(session), LockBand(session)
        self.whereabouts, self._mending = Whereabouts(session, self), Mending(session, self)
        self._opening = Opening(session, self.notices, self)
        self._start = StartScreen(session, self.actions_by_name)
        self._screens: dict[str, Screen] = {"start": self._start}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._palette = Palette(self, self._entries)
        self._help: HelpPanel | None = None
        self._lay_out()
        self._ring = FocusRing(self)
        self._wire()
        self.setMinimumSize(680, 380)
        self.setWindowIcon(_sign())
        self._show_dossier()
        self.retranslate()
        self._start.ways.new.setFocus()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        margins(column, gap=0)
        column.addWidget(self.header)
        column.addWidget(self._lock_band)
        column.addWidget(self._name_strip)
        column.addWidget(self.notices)
        self._beside = Beside(self._stack)
        column.addWidget(self._beside, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)

    def _wire(self) -> None:
        session, actions = self._session, self.actions_by_name
        self.header.step_chosen.connect(self._go_to_step)
        self.header.language_chosen.connect(self._choose_language)
        session.opened.connect(self._show_dossier)
        session.jobs.changed.connect(self._show_foot)
        session.changed.connect(self._show_standing)
        session.refused.connect(self.notices.show_words)
        session.mended.connect(self._say_mended)
        session.mend_asked.connect(self._mending.mend)
        session.sought.connect(self.go)
        self.header.search_asked.connect(self._palette.open)
        self.status.help_asked.connect(self._turn_help)
        self._palette.sought.connect(self.go)
        self._palette.opened.connect(session.open)
        self._palette.triggered.connect(self._act)
        self._opening.refused.connect(self.notices.show_words)
        self._start.chosen.connect(session.open)
        self._start.made.connect(self._opening.create)
        self._opening.not_made.connect(self._start.refuse)
        wired = {
            "new": self._begin,
            "open": self._opening.choose,
            "sample": self._opening.sample,
            "home": session.leave,
            "undo": session.undo,
            "redo": session.redo,
            "language": self._other_language,
            "appearance": self._other_appearance,
            "next_pane": self._next_pane,
            "gallery": self._show_gallery,
            "find": self._palette.open,
            "help": self._turn_help,
            "tools": self._show_tools,
        }
        for name, act in wired.items():
            actions[name].triggered.connect(act)

    # --- where one is ----------------------------------------------------------------------------

    @property
    def screen_name(self) -> str:
        """The screen that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, screen in self._screens.items() if screen is shown)

    def screen_of(self, name: str) -> Screen:
        """Return a screen, made when it is first asked for."""
        if name not in self._screens:
            made = _screen_class(name)(self._session, self.actions_by_name)
            self._screens[name] = made
            self._stack.addWidget(made)
            made.moved.connect(self._note_place)
            self.whereabouts.follow_panes(made)
        return self._screens[name]

    def go(self, name: str, place: str = "") -> None:
        """Show a screen, and a place on it."""
        screen = self.screen_of(name)
        self._stack.setCurrentWidget(screen)
        self.header.steps.show_current(STEPS.index(name) if name in STEPS else -1)
        if self._help is not None:
            self._help.show_page(name)
        if place:
            screen.show_place(place)
        self._note_place()

    def _note_place(self) -> None:
        """Keep where one is, so that the next start is there."""
        name = self.screen_name
        if name in STEPS:
            self.whereabouts.note(name, self._screens[name].place)

    def resume(self) -> None:
        """Open the dossier again that was open when the program ended."""
        unfinished = self.whereabouts.unfinished()
        if unfinished is not None:
            self._session.open(unfinished)

    def _go_to_step(self, place: int) -> None:
        self.go(STEPS[place])

    def _entries(self) -> tuple[Entry, ...]:
        return entries_of(self._session, self.actions_by_name, current())

    def _act(self, name: str) -> None:
        if name in _WHERE and self._session.folder is not None:
            self.go(_WHERE[name])
        self.actions_by_name[name].trigger()

    def _turn_help(self) -> None:
        """Show help for this screen, or put it away."""
        if self._help is None:
            self._help = HelpPanel()
            self._help.left.connect(self._turn_help)
            self._theme.changed.connect(self._help.retranslate)
            self._help.hide()
            self._beside.hold(self._help)
        self._help.show_page(self.screen_name)
        self._help.setVisible(self._help.isHidden())
        shown = self._help if self._help.isVisible() else self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if self._session.folder is not None:
            self._session.leave()
        self.go("start")
        self._start.begin(self._opening.rulebooks())

    def _show_tools(self) -> None:
        self.go("tools")

    def _show_gallery(self) -> None:
        self.go("gallery")

    def _show_dossier(self) -> None:
        there = self._session.folder is not None
        self.header.show_dossier(there=there)
        for name in ("undo", "redo", "home"):
            self.actions_by_name[name].setEnabled(there)
        if there:
            self.notices.clear()
            last = self.whereabouts.last()
            known = last is not None and last.screen in STEPS
            self.go(*(last.screen, last.place) if last and known else ("product", ""))
        else:
            self.go("start")
        self._show_standing()

    def _show_standing(self) -> None:
        session = self._session
        if session.folder is None:
            self.setWindowTitle("Dossier Studio")
            self.status.show_saved(None, writable=True)
            self.status.show_dossier("", "")
            self._show_foot()
            return
        self._show_foot()
        identity = session.dossier.identity
        self.setWindowTitle(f"{identity.name} — Dossier Studio")
        self.status.show_saved(session.saved_at, writable=session.writable)
        self.status.show_dossier(context_of(session), f"{identity.rulebook} {identity.version}")
        for step, (name, marks, done) in zip(
            self.header.steps.steps, marks_of(session), strict=True
        ):
            step.say(name, marks, done=done)
        self.header.steps.fit()
        undo, redo = session.moves
        self.header.name_moves(say(undo) if undo else "", say(redo) if redo else "")

    def _say_mended(self, change: Change) -> None:
        """Say what was done for a finding, with the way back beside it."""
        banner = self.notices.show_words(change.label, "ok")
        back = banner.add_action()
        back.setText(self.tr("Undo"))
        back.clicked.connect(self._session.undo)
        back.clicked.connect(banner.put_away)

    def _show_foot(self) -> None:
        there = self._session.folder is not None
        self.status.setVisible(there or bool(self._session.jobs.shown))

    # --- words and colours -----------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say what the window itself says."""
        self.actions_by_name.retranslate()
        self._show_standing()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose_language(self, code: str) -> None:
        language = Language(code)
        self._languages.switch(language)
        self._session.choose(language=language)

    def _other_language(self) -> None:
        self._choose_language(Language.EN if current() is Language.ID else Language.ID)

    def _other_appearance(self) -> None:
        order = list(Appearance)
        following = order[(order.index(self._theme.appearance) + 1) % len(order)]
        self._theme.choose(following)
        self._session.choose(theme=following)

    # --- keyboard, and the end -------------------------------------------------------------------

    def _next_pane(self) -> None:
        shown = self._stack.currentWidget()
        assert isinstance(shown, Screen)  # the stack holds nothing else
        panes = [pane for pane in shown.panes() if pane.isVisible()]
        focused = self.focusWidget()
        inside = [focused is not None and (p is focused or p.isAncestorOf(focused)) for p in panes]
        place = inside.index(True) + 1 if True in inside else 0
        panes[place % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content what height there is."""
        size = event.size()
        self.header.shrink(low=size.width() < _NARROW or size.height() < _LOW)
        super().resizeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, and let the dossier go; everything is kept already."""
        self.whereabouts.keep_window()
        self._session.close()
        event.accept()


def _sign() -> QIcon:
    icon = QIcon()
    for side in (16, 32, 48, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, side)
        painter.end()
        icon.addPixmap(picture)
    return icon
