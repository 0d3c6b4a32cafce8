"""F1: a page for each screen, in the language on screen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from dossier_studio.app.help import PAGES, HelpPanel, text_of
from dossier_studio.app.window import STEPS, Window
from dossier_studio.core.text import Language
from dossier_studio.host import paths

TAG = re.compile(r"<(/?\w+)")


def panel(window: Window) -> HelpPanel:
    window.actions_by_name["help"].trigger()
    return window.findChildren(HelpPanel)[0]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", PAGES)
def test_every_page_exists_and_leads_only_to_pages(page: str, language: Language) -> None:
    text = text_of(page, language)
    assert len(text) > 300
    links = re.findall(r'href="([^"]+)"', text)
    assert {link.removesuffix(".html") for link in links} <= set(PAGES)
    assert "http" not in text
    assert "<img" not in text


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_are_built_alike(page: str) -> None:
    shapes = [TAG.findall(text_of(page, language)) for language in Language]
    assert shapes[0] == shapes[1]


def test_no_page_is_left_over() -> None:
    for language in Language:
        files = (paths.resources() / "help" / language).iterdir()
        assert {file.stem for file in files} == set(PAGES)


def test_it_follows_the_screen_and_the_language(window: Window) -> None:
    help_panel = panel(window)
    assert help_panel.isVisible()
    for name in STEPS:
        window.go(name)
        assert help_panel.page == name
    window.go("check")
    assert help_panel.reader.toPlainText().startswith("Pemeriksaan")
    window.actions_by_name["language"].trigger()
    QApplication.processEvents()
    assert help_panel.reader.toPlainText().startswith("Check")
    window.actions_by_name["help"].trigger()
    assert help_panel.isHidden()


def test_links_lead_to_pages_and_nowhere_else(window: Window) -> None:
    help_panel = panel(window)
    help_panel.reader.anchorClicked.emit(QUrl("keys.html"))
    assert help_panel.page == "keys"
    for elsewhere in ("https://example.com/start.html", "../../secret.html", "file:///etc/passwd"):
        help_panel.reader.anchorClicked.emit(QUrl(elsewhere))
        assert help_panel.page == "keys"


def test_it_takes_room_where_there_is_some_and_lies_over_the_screen_where_not(
    window: Window,
) -> None:
    help_panel = panel(window)
    screen = window.screen_of(window.screen_name)
    QApplication.processEvents()
    assert screen.width() == window.width() - help_panel.width()
    window.resize(911, 512)
    QApplication.processEvents()
    assert screen.width() == window.width()
    assert help_panel.geometry().right() == window.width() - 1
    window.actions_by_name["help"].trigger()
    window.resize(1366, 690)
    QApplication.processEvents()
    assert screen.width() == window.width()
