"""Colours and type as named tokens, light and dark, and the palette made of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from dossier_studio.app import sheet
from dossier_studio.host.settings import Theme as Appearance


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour by what it is for; `*_soft` is the ground on which its words stand."""

    window: str
    surface: str
    sunken: str
    hover: str
    preview: str
    border: str
    border_strong: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    error: str
    error_soft: str
    warn: str
    warn_soft: str
    advice: str
    advice_soft: str
    open: str
    open_soft: str
    none: str
    none_soft: str

    def names(self) -> dict[str, str]:
        """Return the colours by name, as the style sheet asks for them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tokens(
    window="#F3F2EE", surface="#FFFFFF", sunken="#FAF9F6", hover="#ECEAE4", preview="#E6E3DC",
    border="#DDDAD2", border_strong="#8B877D",
    text="#1D2225", text_2="#4A5257", text_3="#646B6F",
    accent="#0E5A70", accent_hover="#0B4A5D", accent_pressed="#083B4B", accent_soft="#E0EDF1",
    on_accent="#FFFFFF",
    ok="#1B6B39", ok_soft="#E3F1E7", error="#B0241C", error_soft="#FBE9E6",
    warn="#855000", warn_soft="#FBF0D9", advice="#4A5694", advice_soft="#EAECF7",
    open="#69489F", open_soft="#F0EAF8", none="#5C6366", none_soft="#ECEAE5",
)  # fmt: skip

DARK = Tokens(
    window="#15181A", surface="#1F2427", sunken="#1A1E20", hover="#2A3034", preview="#101314",
    border="#343B3F", border_strong="#7B858A",
    text="#E9EBEB", text_2="#B9C0C3", text_3="#9BA4A8",
    accent="#7CC7DC", accent_hover="#96D3E4", accent_pressed="#64B4CB", accent_soft="#17343D",
    on_accent="#06222B",
    ok="#7FCD96", ok_soft="#1A3223", error="#F79D95", error_soft="#3C2322",
    warn="#E8B868", warn_soft="#3A2C13", advice="#AEB9F0", advice_soft="#272C49",
    open="#C9AFF2", open_soft="#2E2643", none="#A7AFB2", none_soft="#2B3135",
)  # fmt: skip


def of_system(palette: QPalette) -> Tokens:
    """Return tokens that keep the machine's own colours, for people who need high contrast."""
    window = palette.window().color().name()
    base = palette.base().color().name()
    text = palette.text().color().name()
    accent = palette.highlight().color().name()
    named = dict.fromkeys((field.name for field in fields(Tokens)), text)
    named |= dict.fromkeys(("window", "sunken", "preview", "hover", "none_soft"), window)
    named |= {name: base for name in named if name.endswith("_soft")}
    named |= {"surface": base, "on_accent": palette.highlightedText().color().name()}
    named |= dict.fromkeys(("accent", "accent_hover", "accent_pressed"), accent)
    return Tokens(**named)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette with which Fusion draws what the style sheet leaves alone."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text,
        role.Base: tokens.surface, role.AlternateBase: tokens.sunken, role.Text: tokens.text,
        role.Button: tokens.surface, role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent, role.PlaceholderText: tokens.text_3,
        role.ToolTipBase: tokens.surface, role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent, role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent, role.Link: tokens.accent, role.LinkVisited: tokens.accent,
        role.Light: tokens.surface, role.Midlight: tokens.hover, role.Mid: tokens.border,
        role.Dark: tokens.border_strong, role.Shadow: tokens.border_strong,
    }  # fmt: skip
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.text_3))
    return palette


_shown = LIGHT


def tokens() -> Tokens:
    """Return the colours on screen now; whatever paints asks at each painting."""
    return _shown


def colour(name: str) -> QColor:
    """Return one token of the colours on screen now."""
    return QColor(getattr(_shown, name))


class Theme(QObject):
    """Keeps palette and style sheet with the machine's light or dark, or with what was chosen."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        super().__init__(application)
        self._application = application
        self._own = application.palette()
        self.appearance = appearance
        application.setStyle("Fusion")
        application.setFont(body_font())
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._show()

    def choose(self, appearance: Appearance) -> None:
        """Show light, dark, or what the machine shows."""
        self.appearance = appearance
        self._show()

    def _follow(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self._show()

    def _show(self) -> None:
        global _shown  # noqa: PLW0603  # one screen has one set of colours, asked for by painters
        _shown = self._wanted()
        scale.cache_clear()
        self._application.setPalette(palette_of(_shown))
        self._application.setStyleSheet(sheet.written(_shown.names(), scale()))
        self.changed.emit()

    def _wanted(self) -> Tokens:
        hints = QGuiApplication.styleHints()
        if self.appearance is not Appearance.SYSTEM:
            return DARK if self.appearance is Appearance.DARK else LIGHT
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return of_system(self._own)
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


BODY = 9.75
SMALL = 9.0
CAPTION = 8.25
HEADING = 11.5
TITLE = 14.5
DISPLAY = 26.0

_LINUX = ("Noto Sans", "Open Sans", "DejaVu Sans")


@cache
def scale() -> float:
    """Return how much larger than usual the person has set the machine's own font."""
    usual = {"win32": 9.0, "darwin": 13.0}.get(sys.platform, 10.0)
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return max(1.0, chosen / usual)


def font(points: float, *, strong: bool = False) -> QFont:
    """Return the window's font at a size of the type scale, regular or semibold."""
    made = QFont(QApplication.font())
    made.setPointSizeF(points * scale())
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def body_font() -> QFont:
    """Return the machine's font, or a good one where the machine names none, with equal figures."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QFontInfo(made).family().startswith(("DejaVu", "Sans")):
        known = set(QFontDatabase.families())
        made.setFamily(next((name for name in _LINUX if name in known), made.family()))
    made.setPointSizeF(BODY * scale())
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
