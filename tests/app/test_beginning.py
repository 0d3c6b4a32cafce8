"""The start screen: what is dropped on it, and what comes next in the dossiers opened last."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dossier_studio.app.screens.start.next_days import NextDays, soonest
from dossier_studio.app.screens.start.recents import RecentsList
from dossier_studio.app.screens.start.ways import Way
from dossier_studio.app.session import Session
from dossier_studio.core.text import Language
from dossier_studio.core.work import finish
from tests.app.conftest import Opened, settle
from tests.app.test_window import drop, within
from tests.app.test_words import clipped
from tests.app.walking import widgets


def said(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


def test_a_folder_without_a_dossier_is_refused_calmly_and_one_with_it_opens(
    opened: Opened, session: Session, sample: Path, tmp_path: Path
) -> None:
    window = opened(Language.ID)
    (tmp_path / "berkas").mkdir()
    (tmp_path / "berkas" / "a.pdf").write_bytes(b"%PDF-1.4")
    start = window.screen_of("start")
    drop(start, tmp_path / "berkas")
    assert session.folder is None
    for _ in range(3):
        QApplication.processEvents()
    assert "Folder berkas tidak berisi dossier." in said(start)
    assert {one for one in widgets(start) if clipped(one)} == set()
    drop(start, sample)
    assert session.folder is not None


@pytest.mark.parametrize("language", list(Language))
def test_what_comes_next_stands_beneath_the_dossiers_opened_last(
    opened: Opened, session: Session, sample: Path, qtbot: QtBot, language: Language
) -> None:
    window = opened(language)
    session.open(sample)
    settle(qtbot, session)
    session.leave()
    window.go("start")
    start = window.screen_of("start")
    settle(qtbot, session)
    days = start.findChildren(NextDays)[0]
    qtbot.waitUntil(days.isVisible, timeout=20_000)
    assert "Parasetamol Contoh" in said(days)
    for _ in range(3):
        QApplication.processEvents()
    assert {one for one in widgets(start) if clipped(one)} == set()
    tall = within(start, RecentsList).sizeHintForRow(0)
    window.resize(911, 512)
    for _ in range(3):
        QApplication.processEvents()
    assert within(start, RecentsList).sizeHintForRow(0) > tall
    assert all(one.height() >= one.sizeHint().height() for one in start.findChildren(Way))
    assert {one for one in widgets(start) if clipped(one)} == set()


def test_the_soonest_days_come_first_and_a_lost_dossier_has_none(
    sample: Path, tmp_path: Path
) -> None:
    today = date(2026, 11, 22)
    found = finish(soonest([tmp_path / "gone", sample], today))
    assert 0 < len(found) <= 3
    assert [one.event.day for one in found] == sorted(one.event.day for one in found)
    assert found[0].event.day >= today
    later = finish(soonest([sample], found[-1].event.day + timedelta(days=1)))
    assert all(one.event.day > found[-1].event.day for one in later)
