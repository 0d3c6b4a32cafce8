"""The filing screen: ticks, paths, receipt, clocks, with the mouse and with the keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dossier_studio.app import made_packages
from dossier_studio.app.screens.filing.screen import FilingScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.export.names import package_name
from tests.app.conftest import settle


@pytest.fixture
def screen(window: Window, session: Session, qtbot: QtBot) -> FilingScreen:
    window.go("filing")
    settle(qtbot, session)
    found = window.screen_of("filing")
    assert isinstance(found, FilingScreen)
    return found


@pytest.fixture
def package(session: Session, sample: Path) -> Path:
    """Return the folder in which the package of the sample lies, empty."""
    identity = session.dossier.identity
    folder = sample.parent / package_name(identity.name, session.dossier.next_sequence)
    folder.mkdir()
    return folder


def ticked(session: Session, sequence: str = "0000") -> set[str]:
    return set(session.dossier.uploads(sequence))


def words(screen: FilingScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]


def test_a_tick_is_a_person_s_word_in_the_journal(
    screen: FilingScreen, session: Session, qtbot: QtBot
) -> None:
    rows = screen.list.uploads.rows
    assert [row.slot.number for row in rows] == sorted(row.slot.number for row in rows)
    first, second = rows[0].slot.id, rows[1].slot.id
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert ticked(session) == {first}
    upload = session.dossier.uploads("0000")[first]
    assert upload.by == "Ratna Wulandari"
    assert upload.when.endswith("+00:00")
    # What comes next is the current one now.
    assert screen.list.currentIndex().row() == 1
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert ticked(session) == {first, second}
    assert f"2 dari {len(rows)} slot" in words(screen)
    session.undo()
    assert ticked(session) == {first}


def test_a_click_on_the_box_ticks_and_unticks(screen: FilingScreen, session: Session) -> None:
    for expected in ({screen.list.uploads.rows[2].slot.id}, set()):
        row = screen.list.visualRect(screen.list.uploads.index(2))
        spot = QPoint(row.left() + 24, row.center().y())
        QTest.mouseClick(
            screen.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        QApplication.processEvents()
        assert ticked(session) == expected


def test_a_path_can_be_copied_once_the_package_is_there(
    screen: FilingScreen, session: Session, package: Path
) -> None:
    QGuiApplication.clipboard().setText("before")
    screen.list.can_copy = False
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "before"
    screen.refresh()
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    slot = screen.list.uploads.rows[0].slot
    assert QGuiApplication.clipboard().text() == str(package / slot.path)
    assert slot.path.startswith("data/slots/")
    assert ticked(session) == set()


def test_a_package_elsewhere_is_remembered(session: Session, sample: Path, tmp_path: Path) -> None:
    assert made_packages.find(sample, "Contoh-0000") is None
    place = tmp_path / "di tempat lain" / "Contoh-0000"
    place.mkdir(parents=True)
    made_packages.remember(sample, place)
    assert made_packages.find(sample, "Contoh-0000") == place
    assert made_packages.find(sample, "Contoh-0001") is None
    place.rmdir()
    assert made_packages.find(sample, "Contoh-0000") is None


def test_the_clocks_follow_the_receipt(screen: FilingScreen, session: Session) -> None:
    planned = screen.clocks.timeline.accessibleDescription()
    assert "18 Jan 2027" in planned
    line = screen.receipt.received.line
    line.setFocus()
    line.setText("1/2/27")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.dossier.receipt("0000").received == date(2027, 2, 1)
    screen.refresh()
    assert "1 Feb 2027" in screen.clocks.timeline.accessibleDescription()
    screen.receipt.number.setText("EREG-2027-77")
    QTest.keyClick(screen.receipt.number, Qt.Key.Key_Return)
    receipt = session.dossier.receipt("0000")
    assert (receipt.number, receipt.received) == ("EREG-2027-77", date(2027, 2, 1))


def test_the_table_says_what_the_timeline_shows(screen: FilingScreen) -> None:
    screen.clocks.turn.click()
    assert screen.clocks.as_table
    table = screen.clocks.table
    assert table.rowCount() == 1
    cells = [table.item(0, column) for column in range(table.columnCount())]
    said = [cell.text() for cell in cells if cell is not None]
    assert said[0].startswith("Evaluasi BPOM")
    assert "150 hari kerja" in said
    assert "18 Jan 2027" in said


def test_additional_data_are_asked_for_and_answered(
    screen: FilingScreen, session: Session
) -> None:
    screen.rounds.add.click()
    assert "Tulis tanggalnya lebih dahulu." in words(screen)
    line = screen.rounds.field.line
    line.setText("01-03-2027")
    QTest.keyClick(line, Qt.Key.Key_Return)
    screen.rounds.add.click()
    assert [one.asked for one in session.dossier.rounds] == [date(2027, 3, 1)]
    QApplication.processEvents()
    assert not screen.rounds.add.isVisible()
    assert "Data tambahan ke-1" in screen.clocks.timeline.accessibleDescription()


def test_closing_keeps_what_was_sent_and_begins_the_next(
    screen: FilingScreen, session: Session
) -> None:
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    screen.sent.close_button.click()
    assert [one.number for one in session.dossier.sequences] == ["0000"]
    assert session.dossier.sequences[0].filed == date(2027, 1, 18)
    assert ticked(session, "0001") == set()
    assert len(ticked(session)) == 1
    buttons = [one.text() for one in screen.findChildren(QPushButton) if one.isVisible()]
    assert "Tutup urutan 0001" in buttons


def test_the_calendar_file_holds_the_open_days(screen: FilingScreen, tmp_path: Path) -> None:
    place = tmp_path / "contoh.ics"
    screen.save_calendar(place)
    data = place.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.count(b"BEGIN:VEVENT") >= 1


def test_a_dossier_open_to_read_takes_no_tick(
    window: Window, session: Session, sample: Path, qtbot: QtBot
) -> None:
    session.open(sample, write=False)
    window.go("filing")
    settle(qtbot, session)
    screen = window.screen_of("filing")
    assert isinstance(screen, FilingScreen)
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert ticked(session) == set()
    assert not screen.receipt.number.isEnabled()
    assert not screen.rounds.add.isVisible()
