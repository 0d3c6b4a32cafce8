"""A person's way through the window, with its real widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.segments import Segment
from dossier_studio.app.name_strip import NameStrip
from dossier_studio.app.screens.documents.card import RequirementCard
from dossier_studio.app.screens.documents.certificate import CertificateForm
from dossier_studio.app.screens.documents.decision import Decisions
from dossier_studio.app.screens.documents.files import FileRow
from dossier_studio.app.screens.documents.screen import DocumentsScreen
from dossier_studio.app.screens.package.make_card import MakeCard
from dossier_studio.app.screens.package.screen import PackageScreen
from dossier_studio.app.screens.product.comparison import ComparisonPanel
from dossier_studio.app.screens.product.screen import ProductScreen
from dossier_studio.app.screens.start.new_form import NewForm
from dossier_studio.app.screens.start.recents import RecentsList
from dossier_studio.app.screens.start.ways import Ways
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.dossier import DecisionKind
from dossier_studio.core.text import Language
from dossier_studio.core.work import finish
from dossier_studio.law.checklist import Standing
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import edits, packages
from tests.app.conftest import Opened, settle

Kind = TypeVar("Kind", bound=QWidget)


def button(root: QWidget, words: str) -> QPushButton:
    """Return the visible button that says these words."""
    found = [
        one
        for one in root.findChildren(QPushButton)
        if one.isVisible() and one.text().replace("&&", "&") == words
    ]
    assert len(found) == 1, (words, len(found))
    return found[0]


def within(root: QWidget, kind: type[Kind]) -> Kind:
    """Return the first widget of a kind beneath another."""
    found = root.findChildren(kind)
    assert found, kind
    return found[0]


def said(root: QWidget) -> list[str]:
    """Return what the visible labels say."""
    return [one.text() for one in root.findChildren(QLabel) if one.isVisible()]


def is_open(session: Session) -> bool:
    return session.folder is not None


def click(root: QWidget, words: str) -> None:
    QTest.mouseClick(button(root, words), Qt.MouseButton.LeftButton)


def drop(target: QWidget, *files: Path, text: str = "") -> None:
    """Drag files (or a text) over a widget, and release."""
    data = QMimeData()
    data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    middle = target.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(middle, copy, data, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(middle), copy, data, left, none))


def segment(root: QWidget, question: str, word: str) -> Segment:
    name = f"{question}: {word}"
    return next(one for one in root.findChildren(Segment) if one.accessibleName() == name)


def documents(window: Window) -> DocumentsScreen:
    screen = window.screen_of("documents")
    assert isinstance(screen, DocumentsScreen)
    return screen


def card(window: Window, place: str) -> RequirementCard:
    """Go to a requirement and return its open card."""
    window.go("documents", place)
    QApplication.processEvents()
    return next(one for one in documents(window).cards.cards if one.line.id == place)


def test_a_new_dossier_is_made_on_the_page_and_answered(
    opened: Opened, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(Language.ID)
    session.name_person("")
    QTest.mouseClick(within(window, Ways).new, Qt.MouseButton.LeftButton)
    form = within(window, NewForm)
    assert form.isVisible()
    click(form, "Buat dossier")
    assert not is_open(session)
    assert "Beri nama dossier ini." in said(form)
    lines = {one.accessibleName(): one for one in form.findChildren(QLineEdit)}
    QTest.keyClicks(lines["Nama dossier"], "Amlodipin Contoh")
    assert lines["Folder"].text().endswith("Amlodipin Contoh")
    lines["Folder"].setText(str(tmp_path / "baru"))
    QTest.keyClicks(lines["Nama Anda, untuk jurnal"], "Ratna Wulandari")
    click(form, "Buat dossier")
    assert session.folder is not None
    assert session.dossier.identity.name == "Amlodipin Contoh"
    assert session.settings.name == "Ratna Wulandari"
    assert window.screen_name == "product"
    assert "Amlodipin Contoh" in window.windowTitle()

    product = window.screen_of("product")
    QTest.mouseClick(segment(product, "Status produksi", "Impor"), Qt.MouseButton.LeftButton)
    assert session.dossier.answers["origin"] == "import"
    QTest.mouseClick(segment(product, "Status produksi", "Impor"), Qt.MouseButton.LeftButton)
    assert "origin" not in session.dossier.answers
    window.actions_by_name["undo"].trigger()
    assert session.dossier.answers["origin"] == "import"
    assert window.actions_by_name["redo"].isEnabled()


def test_what_one_types_is_kept_when_it_is_left_and_named_in_undo(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    product = window.screen_of("product")
    line = next(
        one for one in product.findChildren(QLineEdit) if one.accessibleName() == "Kekuatan"
    )
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "250 mg")
    assert session.dossier.answers["strength"] == "500 mg"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.dossier.answers["strength"] == "250 mg"
    assert "Kekuatan" in window.actions_by_name["undo"].text()
    window.actions_by_name["undo"].trigger()
    assert session.dossier.answers["strength"] == "500 mg"
    assert line.text() == "500 mg"


def test_an_answer_that_would_orphan_files_is_shown_before_it_is_taken(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    product = window.screen_of("product")
    assert isinstance(product, ProductScreen)
    panel = within(window, ComparisonPanel)
    before = session.dossier.answers
    choice = segment(product, "Status produksi", "Impor")
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    assert session.dossier.answers == before
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert not choice.isChecked()
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    held = session.dossier.documents
    click(panel, "Ubah ke: Impor")
    assert session.dossier.answers["origin"] == "import"
    assert session.dossier.documents == held
    window.actions_by_name["undo"].trigger()
    assert session.dossier.answers == before


def test_a_file_is_attached_by_dropping_it_on_its_card(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert session.folder is not None
    source = tmp_path / "cpob tambahan.pdf"
    old = next(one for one in session.dossier.documents if one.place == "A08")
    source.write_bytes(session.folder.blob(old.sha256).read_bytes())
    target = card(window, "A08")
    drop(target, source)
    settle(qtbot, session)
    names = [one.name for one in session.dossier.at("A08")]
    assert names == [old.name, "cpob tambahan.pdf"]
    assert len(card(window, "A08").content.documents) == 2
    rows = card(window, "A08").findChildren(FileRow)
    second = next(row for row in rows if row.document.name == "cpob tambahan.pdf")
    QTest.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in session.dossier.at("A08")] == ["cpob tambahan.pdf", old.name]
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["undo"].trigger()
    assert [one.name for one in session.dossier.at("A08")] == [old.name]


def test_a_file_that_is_not_there_is_refused_in_a_sentence_that_stays(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    before = session.dossier
    session.attach("A08", [tmp_path / "tidak ada.pdf"])
    settle(qtbot, session)
    assert session.dossier is before
    shown = [one.accessibleName() for one in window.notices.findChildren(Banner)]
    assert len(shown) == 1
    assert "tidak ada.pdf" in shown[0]
    assert window.notices.isVisible()


def test_missing_documents_are_found_by_key_and_excused_with_a_reason(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    first = session.dossier.at("A08")[0]
    card(window, "A08").removed.emit(first.key)
    assert not session.report.ready
    window.go("documents")
    window.actions_by_name["next_missing"].trigger()
    QApplication.processEvents()
    opened_card = card(window, "A08")
    assert documents(window).cards.open_line == "A08"
    decisions = within(opened_card, Decisions)
    click(decisions, "Beri alasan…")
    reason = within(decisions, QLineEdit)
    QTest.keyClicks(reason, "Sertifikat sedang diperpanjang")
    click(decisions, "Gunakan alasan ini")
    line = session.checklist.line("A08")
    assert line is not None
    assert line.standing is Standing.EXCUSED
    assert session.dossier.decisions["A08"].kind is DecisionKind.EXCUSED
    assert session.dossier.decisions["A08"].by == "Ratna Wulandari"


def test_a_date_that_does_not_exist_is_refused_beside_its_field(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    form = within(card(window, "A08"), CertificateForm)
    lines = {one.accessibleName(): one for one in form.findChildren(QLineEdit)}
    expires = lines["Berlaku s.d."]
    before = session.dossier
    expires.selectAll()
    QTest.keyClicks(expires, "31-02-2028")
    QTest.keyClick(expires, Qt.Key.Key_Return)
    assert session.dossier is before
    assert expires.property("state") == "error"
    assert "31-02-2028" in expires.accessibleDescription()
    expires.selectAll()
    QTest.keyClicks(expires, "4 sep 2028")
    QTest.keyClick(expires, Qt.Key.Key_Return)
    said = session.dossier.at("A08")[0].certificate
    assert said is not None
    assert str(said.expires) == "2028-09-04"
    assert expires.text() == "04-09-2028"


def test_the_package_is_made_and_verified_and_the_same_as_by_command(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert session.folder is not None
    window.go("package")
    settle(qtbot, session)
    screen = window.screen_of("package")
    assert isinstance(screen, PackageScreen)
    assert screen.slots.slots.rowCount() > 10
    making = within(window, MakeCard)
    place = within(making.before, QLineEdit)
    place.setText(str(tmp_path))
    click(making, "Buat paket")
    window.header.language_chosen.emit(Language.EN)
    settle(qtbot, session)
    assert making.after.isVisible()
    assert "Verified" in said(making)
    made = next(tmp_path.glob("*-0000"))
    other = tmp_path / "again"
    other.mkdir()
    with DossierFolder.open(session.folder.path, write=False, by="") as folder:
        package = finish(packages.export(folder, other))
    by_window = {one.relative_to(made): one.read_bytes() for one in made.rglob("*.*")}
    by_command = {
        one.relative_to(package.path): one.read_bytes() for one in package.path.rglob("*.*")
    }
    assert by_window == by_command
    assert len(by_window) > 20


def test_a_dossier_held_elsewhere_can_be_opened_to_read(
    opened: Opened, session: Session, sample: Path, qtbot: QtBot
) -> None:
    window = opened(Language.ID)
    with DossierFolder.open(sample, write=True, by="Bima Prasetyo"):
        session.open(sample)
        assert not is_open(session)
        banner = within(window.notices, Banner)
        assert "Bima Prasetyo" in banner.accessibleName()
        QApplication.processEvents()
        click(window.notices, "Baca saja")
        settle(qtbot, session)
        assert session.folder is not None
        assert not session.writable
        assert not window.actions_by_name["undo"].isEnabled()
        for place in ("product", "documents", "check", "package", "filing"):
            window.go(place)
            QApplication.processEvents()
        assert not within(card(window, "A08"), Decisions).isVisible()


def test_the_window_closes_while_a_job_runs_and_nothing_is_half_made(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("package")
    settle(qtbot, session)
    making = within(window, MakeCard)
    within(making.before, QLineEdit).setText(str(tmp_path))
    parent = {one.name for one in tmp_path.iterdir()}
    click(making, "Buat paket")
    window.close()
    assert not is_open(session)
    assert session.jobs.running == ()
    assert {one.name for one in tmp_path.iterdir()} == parent


def test_the_keyboard_goes_from_pane_to_pane(window: Window, qtbot: QtBot) -> None:
    window.go("documents")
    window.activateWindow()
    panes = [one for one in documents(window).panes() if one.isVisible()]
    window.actions_by_name["next_pane"].trigger()
    first = window.focusWidget()
    window.actions_by_name["next_pane"].trigger()
    second = window.focusWidget()
    assert first is not second
    assert any(pane is first or pane.isAncestorOf(first) for pane in panes)


def test_nothing_is_dropped_where_nothing_can_be_taken(window: Window, session: Session) -> None:
    before = session.dossier
    target = card(window, "A08")
    drop(target, text="bukan berkas")
    assert session.dossier is before


def test_the_persons_name_is_asked_once_and_signs_what_follows(
    window: Window, session: Session
) -> None:
    strip = within(window, NameStrip)
    assert not strip.isVisible()
    session.name_person("")
    session.opened.emit()
    assert strip.isVisible()
    QTest.keyClicks(within(strip, QLineEdit), "Sari Dewi")
    click(strip, "Simpan")
    assert not strip.isVisible()
    assert session.settings.name == "Sari Dewi"
    first = session.dossier.documents[0].key
    session.edit(lambda: edits.remove(session.dossier, [first]))
    assert session.folder is not None
    assert list(session.folder.journal())[-1].by == "Sari Dewi"


def test_recent_dossiers_show_how_far_their_parts_have_come(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.actions_by_name["home"].trigger()
    settle(qtbot, session)
    rows = within(window, RecentsList).rows
    assert rows.rowCount() == 1
    spoken = str(rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Bagian I: 14 dari 14" in spoken
    assert "Siap dikemas" in spoken
    assert not window.status.isVisible()
