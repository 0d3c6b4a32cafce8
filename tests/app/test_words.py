"""Whatever a widget says comes from a translation, is named, and has room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.preview.pages import PageView
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language, Message, Sentence, Text
from dossier_studio.export.names import package_name
from dossier_studio.host import messages
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.workflow import edits
from dossier_studio.workflow.clocks import clocks
from tests.app.conftest import Opened, settle
from tests.app.walking import SCREENS, screens, widgets, words_of


class Brackets(QTranslator):
    """Says every source in brackets; whatever lacks them was not translated."""

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{source}⟧" if source else ""

    @override
    def isEmpty(self) -> bool:  # Qt's name
        return False


def data_of(value: object, language: Language) -> Iterator[str]:
    """Yield every word that comes with the law, the dossier or the catalogue of messages."""
    match value:
        case str():
            yield value
        case Text():
            yield from (value.id, value.en)
        case Message() | Sentence():
            yield messages.say(value, language)
        case _:
            for one in parts_of(value):
                yield from data_of(one, language)


def parts_of(value: object) -> Iterator[object]:
    """Yield what a value holds."""
    if isinstance(value, Mapping):
        yield from (*value.keys(), *value.values())
    elif isinstance(value, tuple | list | frozenset):
        yield from value
    elif is_dataclass(value):
        yield from (getattr(value, field.name) for field in fields(value))


def known_words(session: Session, language: Language) -> list[str]:
    assert session.folder is not None
    sources = [session.rulebook, session.checklist, session.report, dict(session.dossier.records)]
    sources += [session.facts, session.moves, str(session.folder.path), session.folder.path.name]
    sources += [clocks(session.rulebook, session.dossier), deadlines()]
    found = {one for source in sources for one in data_of(source, language)}
    found |= {session.rulebook.id, package_name(session.dossier.identity.name, "0000")}
    found |= {word for citation in _citations(session) for word in data_of(citation, language)}
    found |= {part for one in found for part in one.split("; ")} | set(_units())
    folded = {one.casefold() for one in found if len(one) > 1}
    return sorted(folded, key=len, reverse=True)


def _citations(session: Session) -> Iterator[Text]:
    for line in session.checklist.lines:
        for citation in line.citations:
            yield citation.words


def _units() -> tuple[str, ...]:
    months = (*messages.MONTHS[Language.ID], *messages.MONTHS[Language.EN])
    keys = ("F1", "Ctrl", "Shift", "Return", "Home", "Alt", "F8", "SHA-256", "PDF", "MB", "kB")
    return (*months, *keys, "ID", "EN", "Dossier Studio", "Ratna Wulandari", "III", "II", "IV")


def left_over(words: str, known: list[str]) -> str:
    """Return what remains of words without brackets, known data, digits and signs."""
    rest = re.sub(r"⟦.*?⟧", " ", words, flags=re.DOTALL)
    while "⟦" in rest and "⟧" in rest:
        rest = re.sub(r"⟦[^⟦⟧]*⟧", " ", rest)
    rest = rest.casefold()
    for one in known:
        if one in rest:
            rest = rest.replace(one, " ")
    return re.sub(r"[\W\d_]+|\b\w\b", "", rest)


@pytest.fixture
def brackets(window: Window, session: Session, qtbot: QtBot) -> Iterator[Window]:
    """Return a window that switched to the language of brackets after every screen was made."""
    for _ in screens(window):
        pass
    settle(qtbot, session)
    translator = Brackets(window)
    QApplication.installTranslator(translator)
    QApplication.processEvents()
    yield window
    QApplication.removeTranslator(translator)


def test_every_word_of_every_screen_is_translated_while_it_is_open(
    brackets: Window, session: Session
) -> None:
    known = known_words(session, Language.ID)
    said = {
        (name, type(widget).__name__, words)
        for name in screens(brackets)
        for widget in widgets(brackets)
        for words in words_of(widget)
        if words and not isinstance(widget, PageView)  # it reads the file's own page
    }
    hard_coded = {one for one in said if left_over(one[2], known)}
    assert len(said) > 300
    assert hard_coded == set()


def test_models_speak_the_new_language_too(brackets: Window, session: Session) -> None:
    first = session.dossier.documents[0].key
    session.edit(lambda: edits.remove(session.dossier, [first]))
    brackets.go("check")
    role = Qt.ItemDataRole.AccessibleTextRole
    documents = brackets.screen_of("documents")
    outline = documents.outline.tree.model_of_sections  # type: ignore[attr-defined]  # its own
    assert "⟦" in str(outline.data(outline.index(0, 0), role))
    check = brackets.screen_of("check")
    findings = check.findings.rows  # type: ignore[attr-defined]  # its own
    assert findings.rowCount() > 0
    assert "⟦" in str(findings.data(findings.index(1), role))
    slots = brackets.screen_of("package").slots.slots  # type: ignore[attr-defined]  # its own
    assert slots.rowCount() > 0
    assert "⟦" in str(slots.headerData(0, Qt.Orientation.Horizontal))


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_takes_the_focus_has_a_name(
    window: Window, session: Session, language: Language
) -> None:
    window.header.language_chosen.emit(language)
    nameless = []
    looked = 0
    for name in screens(window):
        for widget in widgets(window):
            if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isEnabled():
                continue
            face = QAccessible.queryAccessibleInterface(widget)
            assert face is not None
            looked += 1
            if not face.text(QAccessible.Text.Name).strip():
                nameless.append((name, type(widget).__name__, widget.objectName()))
    assert looked > 150
    assert nameless == []


def clipped(widget: QWidget) -> str:
    """Return how a widget lacks room for its words, "" when it does not."""
    if isinstance(widget, Elided) or not isinstance(widget, QLabel | QPushButton):
        return ""
    if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
        needed = widget.heightForWidth(widget.width()) if widget.text() else 0
        return f"{needed} > {widget.height()} high" if needed > widget.height() + 2 else ""
    if isinstance(widget, QPushButton) and not widget.text():
        return ""
    needed = widget.sizeHint().width()
    return f"{needed} > {widget.width()} wide" if needed > widget.width() + 1 else ""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1366, 690), (911, 512)], ids=["100%", "150%"])
def test_no_word_is_clipped(
    window: Window, session: Session, language: Language, size: tuple[int, int]
) -> None:
    window.header.language_chosen.emit(language)
    window.resize(*size)
    lacking = {}
    for name in screens(window):
        QApplication.processEvents()
        for widget in widgets(window):
            lack = clipped(widget)
            if lack:
                words = getattr(widget, "text", str)()
                lacking[name, type(widget).__name__, words] = lack
        shown = window.screen_of(name)
        if shown.width() > window.width():
            lacking[name, "screen", ""] = f"{shown.width()} wide"
    assert lacking == {}


@pytest.mark.parametrize("language", list(Language))
def test_the_form_of_a_new_dossier_is_whole_in_both_languages(
    opened: Opened, session: Session, language: Language
) -> None:
    window = opened(language)
    window.actions_by_name["new"].trigger()
    QApplication.processEvents()
    assert {one for one in widgets(window) if clipped(one)} == set()
    for widget in widgets(window):
        face = QAccessible.queryAccessibleInterface(widget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert face.text(QAccessible.Text.Name).strip(), type(widget).__name__


def test_walking_sees_every_screen(window: Window) -> None:
    assert tuple(screens(window)) == SCREENS
    assert any(isinstance(one, QToolButton) for one in widgets(window))
    assert isinstance(window, QObject)
