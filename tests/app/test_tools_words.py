"""Whatever a tool says is translated, has a name and has room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier_studio.app.screens.tools.local_form import table_of
from dossier_studio.app.screens.tools.screen import ToolsScreen
from dossier_studio.app.screens.tools.variations import VariationsTool
from dossier_studio.app.session import Session
from dossier_studio.app.toolbox import NAMES
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.host.messages import catalogue
from dossier_studio.law import shelf_life, tkdn_rules
from dossier_studio.law.beside import rulebooks
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.examined import cited
from dossier_studio.law.fees import schedule
from dossier_studio.law.load import rulebook
from tests.app.conftest import Opened, settle
from tests.app.test_words import Brackets, clipped, data_of, known_words, left_over
from tests.app.walking import widgets, words_of


def shown(window: Window, session: Session, qtbot: QtBot) -> Iterator[str]:
    """Show one tool after another, each with something in it."""
    for one in NAMES:
        window.go("tools", one.key)
        screen = window.screen_of("tools")
        assert isinstance(screen, ToolsScreen)
        if isinstance(screen.tool, VariationsTool):
            screen.tool.changes.tick("MaV-3")
        settle(qtbot, session)
        QApplication.processEvents()
        yield one.key


def law_words(language: Language) -> list[str]:
    """Return every word that the data of the law brings into a tool, the longest first."""
    rules, clocks = tkdn_rules.rules(), deadlines()
    books = [rulebook(name) for name in rulebooks("fees")]
    sources: list[object] = [rules, table_of(rules), shelf_life.rules(), clocks, calendar().weeks]
    sources += [schedule(name) for name in rulebooks("fees")]
    for book in books:
        sources += [book.title, book.facts, book.changes, book.outline, book.requirements]
        sources += [(change.code, change.title) for change in book.changes.values()]
    found = {words for one in sources for words in data_of(one, language)}
    found |= set(rules.rule_sets) | set(rules.items) | set(clocks.rows)
    cites = [one.citations for one in clocks.rows.values()]
    cites += [one.citations for one in shelf_life.rules().rules.values()]
    cites += [change.citations for book in books for change in book.changes.values()]
    for name in rulebooks("fees"):
        plan = schedule(name)
        cites += [one.citations for one in plan.fees] if plan else []
    found |= {words for one in cites for words in data_of(cited(one), language)}
    return sorted({one.casefold() for one in found if len(one) > 1}, key=len, reverse=True)


def test_every_word_of_every_tool_is_translated_while_it_is_open(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    for _ in shown(window, session, qtbot):
        pass
    translator = Brackets(window)
    QApplication.installTranslator(translator)
    QApplication.processEvents()
    known = [*law_words(Language.ID), *known_words(session, Language.ID), "json", "tkdn", "rp"]
    # Sentences that the catalogue of messages holds, not the window.
    sentences = {one for text in catalogue(Language.ID).values() for one in text.split("{")}
    pieces = {piece.partition("}")[2] or piece for piece in sentences}
    known += [one.casefold().strip() for one in pieces if len(one) > 5]
    known.sort(key=len, reverse=True)
    said = set()
    try:
        for key in shown(window, session, qtbot):
            for widget in widgets(window.screen_of("tools")):
                said |= {(key, words) for words in words_of(widget) if words}
    finally:
        QApplication.removeTranslator(translator)
    assert len(said) > 250
    assert {one for one in said if left_over(one[1], known)} == set()


@pytest.mark.parametrize("language", list(Language))
def test_everything_in_a_tool_that_takes_the_focus_has_a_name(
    window: Window, session: Session, qtbot: QtBot, language: Language
) -> None:
    window.header.language_chosen.emit(language)
    nameless, looked = [], 0
    for key in shown(window, session, qtbot):
        for widget in widgets(window.screen_of("tools")):
            if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isEnabled():
                continue
            face = QAccessible.queryAccessibleInterface(widget)
            assert face is not None
            looked += 1
            if not face.text(QAccessible.Text.Name).strip():
                nameless.append((key, type(widget).__name__))
    assert looked > 40
    assert nameless == []


@pytest.mark.parametrize("there", [True, False], ids=["with a dossier", "without"])
@pytest.mark.parametrize("size", [(1366, 690), (911, 512)], ids=["100%", "150%"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_a_tool_is_clipped(
    opened: Opened, session: Session, qtbot: QtBot, sample: Path, *,
    language: Language, size: tuple[int, int], there: bool,
) -> None:  # fmt: skip
    window = opened(language)
    if there:
        session.open(sample)
        settle(qtbot, session)
    window.resize(*size)
    lacking = {}
    for key in shown(window, session, qtbot):
        for widget in widgets(window.screen_of("tools")):
            lack = clipped(widget)
            if lack:
                lacking[key, type(widget).__name__, getattr(widget, "text", str)()] = lack
        if window.screen_of("tools").width() > window.width():
            lacking[key, "screen", ""] = "too wide"
    assert lacking == {}
