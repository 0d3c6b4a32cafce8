"""Ctrl+K, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier_studio.app.palette.matching import fit, fold
from dossier_studio.app.palette.palette import Palette
from dossier_studio.app.screens.documents.screen import DocumentsScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from tests.app.conftest import Opened


@pytest.fixture
def palette(window: Window) -> Iterator[Palette]:
    window.actions_by_name["find"].trigger()
    found = window.findChildren(Palette)[0]
    assert found.isVisible()
    yield found
    found.close_up()


def typed(palette: Palette, words: str) -> list[str]:
    palette.field.setText(words)
    rows = palette.rows
    matches = [rows.at(row) for row in range(rows.rowCount())]
    return [one.entry.names[0] for one in matches if one is not None]


def enter(palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_letters_fit_without_case_accents_and_gaps() -> None:
    name = fold("Spesifikasi dan Metode Zat Aktif")
    whole, scattered = fit("metode zat", name), fit("spmeza", name)
    assert whole is not None
    assert sorted(whole.letters) == [*range(16, 22), *range(23, 26)]
    assert scattered is not None
    assert scattered.score < whole.score
    assert fit("metode xyz", name) is None
    assert fold("Éñ") == "en"
    inside, begin = fit("tif", name), fit("spe", name)
    assert inside is not None
    assert begin is not None
    assert begin.score > inside.score


def test_a_requirement_is_found_in_either_language(palette: Palette, window: Window) -> None:
    assert "Sertifikat CPOB untuk bentuk sediaan" in typed(palette, "cpob sediaan")
    assert "Sertifikat CPOB untuk bentuk sediaan" in typed(palette, "gmp dosage form")
    assert typed(palette, "A08")[0] == "Sertifikat CPOB untuk bentuk sediaan"
    enter(palette)
    assert palette.isHidden()
    assert window.screen_name == "documents"
    screen = window.screen_of("documents")
    assert isinstance(screen, DocumentsScreen)
    assert screen.cards.open_line == "A08"


def test_files_questions_and_steps_are_found(palette: Palette, window: Window) -> None:
    assert typed(palette, "cpob-tablet")[0] == "cpob-tablet.pdf"
    assert typed(palette, "pemeriksaan")[0] == "Pemeriksaan"
    enter(palette)
    assert window.screen_name == "check"


def test_a_command_is_done(palette: Palette, session: Session, window: Window) -> None:
    assert typed(palette, "semua dossier")[0] == "Semua dossier"
    enter(palette)
    assert session.folder is None


def test_undo_says_what_it_would_undo(palette: Palette, session: Session) -> None:
    label, _ = session.moves
    assert label is not None
    assert typed(palette, "urungkan")[0].startswith("Urungkan: ")


def test_arrows_move_and_escape_leaves(palette: Palette, window: Window) -> None:
    typed(palette, "sertifikat")
    for _ in range(3):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 2
    assert palette.field.accessibleDescription()
    before = window.screen_name
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.screen_name == before


def test_nothing_found_says_so_and_enter_does_nothing(palette: Palette, window: Window) -> None:
    assert typed(palette, "qqqqqq") == []
    enter(palette)
    assert palette.isVisible()


def test_a_click_elsewhere_puts_it_away(palette: Palette, window: Window) -> None:
    QTest.mouseClick(window.status, Qt.MouseButton.LeftButton)
    assert palette.isHidden()


def test_without_a_dossier_there_are_commands_and_recent_ones(
    opened: Opened, session: Session, qtbot: QtBot
) -> None:
    window = opened(Language.EN)
    window.actions_by_name["find"].trigger()
    palette = window.findChildren(Palette)[0]
    names = typed(palette, "")
    assert "New dossier…" in names
    assert "Check" not in names
    palette.close_up()


def test_it_stays_within_a_small_window(palette: Palette, window: Window) -> None:
    window.resize(700, 400)
    QApplication.processEvents()
    assert window.rect().contains(palette.geometry())
    assert palette.list.height() >= 3 * palette.list.sizeHintForRow(0)
