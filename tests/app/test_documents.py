"""Files find their place, branches have names, findings are mended: with the real widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.drop_zone import carrying
from dossier_studio.app.components.findings import FindingsList
from dossier_studio.app.lock_band import LockBand
from dossier_studio.app.mends import Way
from dossier_studio.app.screens.documents.certificate import Details
from dossier_studio.app.screens.documents.decision import Decisions
from dossier_studio.app.screens.documents.nodes import Node
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.change import edit
from dossier_studio.core.dossier import IDENTITY
from dossier_studio.core.finding import Finding
from dossier_studio.core.text import Message
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import branches, edits
from tests.app.conftest import settle
from tests.app.test_window import card, click, documents, said, within


def move_to(session: Session, place: str, to: str) -> str:
    key = session.dossier.at(place)[0].key
    session.edit(lambda: edits.move(session.rulebook, session.dossier, key, to))
    return key


def rows_of(window: Window) -> list[Node]:
    tree = documents(window).outline.tree
    found = []

    def walk(parent: QModelIndex) -> None:
        for row in range(tree.model().rowCount(parent)):
            index = tree.model().index(row, 0, parent)
            node = tree.node(index)
            assert node is not None
            found.append(node)
            walk(index)

    walk(QModelIndex())
    return found


def finding(listed: FindingsList, fits: Callable[[Finding], bool]) -> Finding:
    """Make the row of a finding the current one."""
    for row in range(listed.rows.rowCount()):
        one = listed.rows.at(listed.rows.index(row))
        if isinstance(one, Finding) and fits(one):
            listed.setCurrentIndex(listed.rows.index(row))
            return one
    raise AssertionError(listed.rows.rowCount())


def test_a_file_without_a_place_waits_in_sight_until_somebody_chooses(
    window: Window, session: Session
) -> None:
    key = move_to(session, "T03", "I.C.3")
    window.go("documents", "I.C.3")
    QApplication.processEvents()
    screen = documents(window)
    (waiting,) = screen.cards.waiting_cards
    assert waiting.waiting.document.key == key
    assert len(waiting.waiting.choices) == 4
    assert any("Berada di" in words for words in said(waiting))
    window.go("documents", "tray")
    assert "Baki: belum ditempatkan" in said(screen.cards)
    (waiting,) = screen.cards.waiting_cards
    field = within(waiting, QLineEdit)
    title = next(one.title.id for one in session.checklist.lines if one.id == "T03")
    field.setText(title)  # it may hold letters for which the test's keyboard has no key
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.qWait(20)
    assert [one.key for one in session.dossier.at("T03")] == [key]
    QApplication.processEvents()
    assert screen.cards.waiting_cards == []
    assert "Semua berkas sudah punya tempat." in said(screen.cards)
    window.actions_by_name["undo"].trigger()
    assert [one.key for one in session.dossier.at("I.C.3")] == [key]
    QTest.qWait(20)
    click(screen.cards.waiting_cards[0], "Data inspeksi terakhir, paling lama 2 tahun")
    assert key in [one.key for one in session.dossier.at("A10")]


def test_what_an_answer_orphans_is_in_the_tray(window: Window, session: Session) -> None:
    answers = {"origin": "import"}
    session.edit(lambda: edits.answer(session.rulebook, session.dossier, answers))
    window.go("documents", "tray")
    waiting = documents(window).cards.waiting_cards
    assert waiting
    orphan = waiting[0].waiting
    assert session.dossier.document(orphan.document.key) is not None
    QApplication.processEvents()
    assert any("tidak diminta" in words for words in said(documents(window).cards)), said(window)


def test_a_document_is_dragged_onto_a_row_of_the_outline(
    window: Window, session: Session
) -> None:
    key = session.dossier.at("A08")[0].key
    window.go("documents", "A08")
    tree = documents(window).outline.tree
    number = tree.model_of_sections.number_of("II.S1")
    index = tree.model_of_sections.index_of(number)
    QTest.qWait(50)
    tree.scrollTo(index)
    QTest.qWait(50)
    spot = QPointF(tree.visualRect(index).center())
    data = carrying(key)  # the event does not own it
    drop = QDropEvent(spot, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    enter = QDragEnterEvent(spot.toPoint(), Qt.DropAction.MoveAction, data,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(tree.viewport(), enter)
    QApplication.sendEvent(tree.viewport(), drop)
    document = session.dossier.document(key)
    assert document is not None
    assert document.place == "T03"
    assert documents(window).cards.open_line == "T03"


def test_a_branch_is_added_named_and_removed_from_the_outline(
    window: Window, session: Session
) -> None:
    window.go("documents", "II.S1")
    screen = documents(window)
    for what, maker in (("Parasetamol", "PT Alfa"), ("Kafein", "Beta Ltd")):
        menu = screen.branches.menu_of("II.S1", screen)
        menu.actions()[0].trigger()
        form = screen.cards.branch_form
        assert form.isVisible()
        lines = {one.accessibleName(): one for one in form.findChildren(QLineEdit)}
        QTest.keyClicks(lines["Zat aktif"], what)
        QTest.keyClicks(lines["Produsen"], maker)
        QTest.keyClick(lines["Produsen"], Qt.Key.Key_Return)
    named = [one.name for one in session.dossier.branches]
    assert named == ["parasetamol@pt-alfa", "kafein@beta-ltd"]
    titles = [node.title.id for node in rows_of(window)]
    assert any(title.endswith("· Parasetamol, PT Alfa") for title in titles)
    assert any(title.endswith("· Kafein, Beta Ltd") for title in titles)
    window.go("documents", "T03[kafein@beta-ltd]")
    assert [one.line.branch for one in screen.cards.cards] == ["kafein@beta-ltd"]
    menu = screen.branches.menu_of("II.S1[kafein@beta-ltd]", screen)
    assert [act.text() for act in menu.actions()] == [
        "Tambah cabang…", "Ganti nama “Kafein, Beta Ltd”…", "Hapus “Kafein, Beta Ltd”"
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert [one.name for one in session.dossier.branches] == ["parasetamol@pt-alfa"]
    assert "Hapus cabang" in window.actions_by_name["undo"].text()


def test_nothing_missing_is_said_where_one_would_look_for_it(
    window: Window, session: Session
) -> None:
    window.go("documents")
    following = window.actions_by_name["next_missing"]
    assert not following.isEnabled()
    assert documents(window).cards.head.findChildren(QMenu) == []
    first = session.dossier.at("A08")[0].key
    session.edit(lambda: edits.remove(session.dossier, [first]))
    assert following.isEnabled()


def test_a_finding_is_mended_by_key_and_the_mend_is_undone(
    window: Window, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    assert session.folder is not None
    held = session.dossier.at("A08")[0]
    source = tmp_path / "cpob baru.pdf"
    source.write_bytes(session.folder.blob(held.sha256).read_bytes())
    session.edit(lambda: edits.remove(session.dossier, [held.key]))
    window.go("check")
    check = window.screen_of("check")
    listed = within(check, FindingsList)
    finding(listed, lambda one: one.requirement == "A08")
    menu = listed.menu_at(listed.currentIndex())
    assert [act.text() for act in menu.actions()][1:] == ["Tambah berkas…", "Beri alasan…"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(source)], ""))
    QTest.keyClick(listed, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, session)
    assert [one.name for one in session.dossier.at("A08")] == ["cpob baru.pdf"]
    assert window.screen_name == "documents"


def test_a_file_that_nobody_asked_for_is_taken_out_with_the_way_back_beside_it(
    window: Window, session: Session
) -> None:
    key = move_to(session, "T03", "A11.agreement")
    window.go("documents")
    listed = documents(window).findings.list
    one = finding(listed, lambda one: one.document == key)
    mends = listed.rows.mends_at(listed.currentIndex())
    assert mends[0].way is Way.REMOVE, one.code
    assert "diurungkan" in listed.rows.data(
        listed.currentIndex(), Qt.ItemDataRole.AccessibleDescriptionRole
    )  # type: ignore[operator]  # it is a text
    QTest.keyClick(listed, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.dossier.document(key) is None
    QTest.qWait(20)
    click(window.notices, "Urungkan")
    assert session.dossier.document(key) is not None


def test_a_reason_is_asked_for_on_the_page(window: Window, session: Session) -> None:
    session.edit(lambda: edits.remove(session.dossier, [session.dossier.at("A08")[0].key]))
    window.go("documents", "A08?excused")
    QApplication.processEvents()
    decisions = within(card(window, "A08"), Decisions)
    assert within(decisions, QLineEdit).isVisible()


def test_a_file_is_replaced_and_keeps_its_certificate(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert session.folder is not None
    old = session.dossier.at("A08")[0]
    source = tmp_path / "cpob 2027.pdf"
    source.write_bytes(session.folder.blob(session.dossier.at("A10")[0].sha256).read_bytes())
    session.exchange(old.key, source)
    settle(qtbot, session)
    new = session.dossier.at("A08")[0]
    assert (new.key, new.name, new.certificate) == (old.key, "cpob 2027.pdf", old.certificate)
    assert "cpob 2027.pdf" in window.actions_by_name["undo"].text()


def test_two_pairs_of_eyes_are_two_people(window: Window, session: Session) -> None:
    details = within(card(window, "A08"), Details)
    lines = {one.accessibleName(): one for one in details.findChildren(QLineEdit)}
    prepared, checked = lines["Disusun oleh"], lines["Diperiksa oleh orang lain"]
    for line in (prepared, checked):
        line.clear()
    prepared.setText("Ratna")
    checked.setText("ratna")
    checked.editingFinished.emit()
    assert session.dossier.at("A08")[0].checked_by != "ratna"
    assert "Pemeriksa harus orang lain." in said_even_hidden(details)
    checked.setText("Bima")
    checked.editingFinished.emit()
    document = session.dossier.at("A08")[0]
    assert (document.prepared_by, document.checked_by) == ("Ratna", "Bima")


def said_even_hidden(root: Details) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel)]


def test_an_edit_of_yesterday_is_told_calmly_and_changes_nothing(
    window: Window, session: Session
) -> None:
    before = session.dossier
    stale = edits.remove(before, [before.documents[0].key])
    session.edit(lambda: edits.remove(session.dossier, [before.documents[0].key]))
    now = session.dossier
    session.commit(stale)
    assert session.dossier is now
    assert any("sudah berubah" in words for words in said_in(window))


def said_in(window: Window) -> list[str]:
    return [one.accessibleName() for one in window.notices.findChildren(Banner)]


def test_a_dossier_of_somebody_else_is_read_beneath_a_band_and_taken_when_it_is_free(
    window: Window, session: Session, sample: Path, qtbot: QtBot
) -> None:
    session.leave()
    band = within(window, LockBand)
    with DossierFolder.open(sample, write=True, by="Bima Prasetyo"):
        session.open(sample, write=False)
        settle(qtbot, session)
        assert band.isVisible()
        assert any("Bima Prasetyo" in words for words in said(band))
    band.look()
    click(band, "Mulai mengubah")
    settle(qtbot, session)
    assert session.writable
    assert not band.isVisible()


def test_who_has_lost_the_dossier_goes_on_reading(
    window: Window, session: Session, sample: Path, qtbot: QtBot
) -> None:
    (sample / "lock").unlink()
    change = edits.remove(session.dossier, [session.dossier.documents[0].key])
    assert not session.commit(change)
    settle(qtbot, session)
    assert not session.writable
    assert said_in(window)


def test_the_next_start_is_where_one_was(
    window: Window, session: Session, sample: Path, qtbot: QtBot
) -> None:
    window.go("documents", "A10")
    QApplication.processEvents()
    session.close()
    kept = session.settings
    assert kept.working == str(sample)
    window.resume()
    settle(qtbot, session)
    assert window.screen_name == "documents"
    assert documents(window).cards.open_line == "A10"
    session.leave()
    assert session.settings.working == ""


def test_the_window_stands_where_it_stood(window: Window, session: Session) -> None:
    window.resize(760, 560)
    window.whereabouts.keep_window()
    assert session.settings.window
    window.resize(700, 420)
    window.whereabouts.place_window()
    assert window.width() == 760
    session.settings = replace(session.settings, window="")
    window.whereabouts.place_window()
    assert window.isMaximized()  # the screen of this test is small
    window.showNormal()


def test_the_zoom_of_pages_is_kept(window: Window, session: Session) -> None:
    window.go("documents", "A08")
    pages = documents(window).preview.pages
    pages.zoom_to(1.5)
    assert session.settings.zoom == 150


def test_identity_stays(window: Window, session: Session) -> None:
    gone = edit(session.dossier, Message("core.change.undo"), {IDENTITY: None})
    before = session.dossier
    assert not session.commit(gone)
    assert session.dossier is before


def test_menus_open_where_the_key_asks_for_them(window: Window, session: Session) -> None:
    window.go("documents", "II.S1")
    tree = documents(window).outline.tree
    asked: list[str] = []
    tree.menu_asked.connect(lambda section, _: asked.append(section))
    tree.customContextMenuRequested.emit(QPoint(-5, -5))
    assert asked == ["II.S1"]
    menu = documents(window).branches.menu_of("I.C.3", documents(window))
    assert menu.isEmpty()
    assert branches.spelled("II") == "ii"
