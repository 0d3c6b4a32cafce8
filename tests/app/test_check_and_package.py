"""The check is handed on; a package is counted, compared, zipped, and its slots chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dossier_studio.app.components.findings import FindingsList
from dossier_studio.app.components.segments import Segment
from dossier_studio.app.screens.check.hand_out import HandOut
from dossier_studio.app.screens.package.beside import Changes, SlotForm, ZipCard
from dossier_studio.app.screens.package.make_card import MakeCard
from dossier_studio.app.screens.package.screen import PackageScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.work import finish
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import edits, filing, packages
from tests.app.conftest import settle
from tests.app.test_window import click, said, within


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        ("findings", "temuan.pdf", b"%PDF"),
        ("checklist", "daftar.pdf", b"%PDF"),
        ("sheet", "daftar.xlsx", b"PK"),
    ],
)
def test_the_check_is_kept_as_a_file(
    window: Window,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    name: str,
    head: bytes,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.go("check")
    within(window.screen_of("check"), HandOut).keep(kind, tmp_path / name)
    settle(qtbot, session)
    assert (tmp_path / name).read_bytes().startswith(head)
    assert [Path(one.toLocalFile()).name for one in opened] == [name]


def test_a_place_that_cannot_be_written_is_told(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("check")
    within(window.screen_of("check"), HandOut).keep("findings", tmp_path / "tidak ada" / "x.pdf")
    settle(qtbot, session)
    assert window.notices.isVisible()


def test_what_is_printed_says_every_finding(window: Window, session: Session) -> None:
    session.edit(lambda: edits.remove(session.dossier, [session.dossier.at("A08")[0].key]))
    window.go("check")
    hand_out = within(window.screen_of("check"), HandOut)
    words = hand_out.page().toPlainText()
    assert session.dossier.identity.name in words
    assert "Sertifikat CPOB" in words
    assert words.count("Penghalang") == session.report.errors


def test_only_parts_with_findings_are_offered(window: Window, session: Session) -> None:
    session.edit(lambda: edits.remove(session.dossier, [session.dossier.at("A08")[0].key]))
    window.go("check")
    check = window.screen_of("check")
    QApplication.processEvents()
    offered = [one for one in check.findChildren(Segment) if one.isVisible()]
    assert [one.property("key") for one in offered] == ["all", "I"]
    QTest.mouseClick(offered[1], Qt.MouseButton.LeftButton)
    assert within(check, FindingsList).rows.rowCount() > 0


def made(window: Window, session: Session, qtbot: QtBot, parent: Path) -> PackageScreen:
    window.go("package")
    settle(qtbot, session)
    screen = window.screen_of("package")
    assert isinstance(screen, PackageScreen)
    card = within(screen, MakeCard)
    within(card.before, QLineEdit).setText(str(parent))
    click(card, "Buat paket")
    settle(qtbot, session)
    return screen


def test_a_package_is_counted_and_its_zip_is_the_one_of_the_command(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path, sample: Path
) -> None:
    here, there = tmp_path / "sini", tmp_path / "sana"
    for place in (here, there):
        place.mkdir()
    screen = made(window, session, qtbot, here)
    (package,) = here.iterdir()
    count = sum(one.is_file() for one in package.rglob("*"))
    assert any(f"Semua {count} berkas" in words for words in said(screen))
    click(within(screen, ZipCard), "Tulis .zip")
    settle(qtbot, session)
    assert "Tersimpan di samping paket." in said(screen)
    session.leave()
    with DossierFolder.open(sample, write=False, by="") as folder:
        finish(packages.export(folder, there, zipped=True))
    name = f"{package.name}.zip"
    assert (here / name).read_bytes() == (there / name).read_bytes()


def test_a_slot_of_several_documents_is_sent_as_one_chooses(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.go("package")
    settle(qtbot, session)
    screen = window.screen_of("package")
    assert isinstance(screen, PackageScreen)
    rows = screen.slots.slots
    several = next(
        row for row in range(rows.rowCount()) if rows.row(rows.index(row, 0)).documents > 1
    )
    form = within(screen, SlotForm)
    screen.slots.selectRow(several)
    assert form.isVisible()
    slot = rows.row(rows.index(several, 0)).id
    bound = next(one for one in form.findChildren(Segment) if one.property("key") == "bound")
    QTest.mouseClick(bound, Qt.MouseButton.LeftButton)
    assert session.dossier.slot_form(slot) == "bound"
    window.actions_by_name["undo"].trigger()
    assert session.dossier.slot_form(slot) == "zip"


def test_what_changed_since_the_last_sequence_is_counted(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.go("package")
    settle(qtbot, session)
    changes = within(window.screen_of("package"), Changes)
    assert any("urutan pertama" in words for words in said(changes))
    book, dossier = session.rulebook, session.dossier
    session.edit(
        lambda: filing.close_sequence(book, dossier, by="Ratna", filed=date(2027, 1, 18))
    )
    gone = session.dossier.at("A08")[0].key
    session.edit(lambda: edits.remove(session.dossier, [gone]))
    settle(qtbot, session)
    words = said(changes)
    assert words[words.index("dihapus") + 1] == "1"
    assert words[words.index("diganti") + 1] == "0"
    assert int(words[words.index("tetap") + 1]) > 30
