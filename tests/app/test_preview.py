"""The pages beside the cards, with real files and a real process behind."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.app.preview import outside
from dossier_studio.app.preview.found import FoundLine
from dossier_studio.app.preview.pages import Fit
from dossier_studio.app.preview.preview import Preview
from dossier_studio.app.screens.documents.screen import DocumentsScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.dossier import Document, DocumentKey, Place
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.finding import Finding, Severity
from dossier_studio.core.text import Text
from dossier_studio.intake.viewing.questions import Trouble

PAGES = 40


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return forty pages; each names itself, and the last one says something else besides."""
    path = tmp_path_factory.mktemp("book") / "buku.pdf"
    canvas = Canvas(str(path), pagesize=(300, 400))
    for page in range(1, PAGES + 1):
        canvas.drawString(40, 350, f"Halaman nomor {page}")
        canvas.drawString(40, 330, "Laporan pengujian")
        if page == PAGES:
            canvas.drawString(40, 310, "Kesimpulan akhir")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.end()


def facts(kind: Kind = Kind.PDF, pages: int | None = PAGES) -> FileFacts:
    return FileFacts(Digest("0" * 64), "", 1000, kind, pages=pages, pdf_version="1.7")


def document(name: str = "buku.pdf") -> Document:
    return Document(DocumentKey("d1"), Place("A08"), 0, name, Digest("0" * 64), 1000)


def finding(severity: Severity, *pages: int) -> Finding:
    words = Text("Halaman tanpa teks", "Pages without text")
    return Finding("X-1", severity, words, words, document="d1", pages=pages)


def settled(qtbot: QtBot, preview: Preview) -> None:
    qtbot.waitUntil(lambda: preview.settled, timeout=20_000)
    QApplication.processEvents()


def shown(
    qtbot: QtBot, preview: Preview, path: Path, *found: Finding, known: FileFacts | None = None
) -> None:
    preview.show_document(path, document(path.name), known or facts(), found)
    settled(qtbot, preview)


def test_pages_are_drawn_pixel_for_pixel(qtbot: QtBot, preview: Preview, book: Path) -> None:
    shown(qtbot, preview, book)
    assert preview.pages.pages == PAGES
    assert preview.pages.is_sharp(0)
    grabbed = preview.pages.viewport().grab().toImage()
    dark = sum(
        grabbed.pixelColor(x, y).lightness() < 100
        for x in range(0, grabbed.width(), 2)
        for y in range(0, grabbed.height(), 2)
    )
    assert dark > 50


def test_pages_turn_by_keys_and_the_count_follows(
    qtbot: QtBot, preview: Preview, book: Path
) -> None:
    shown(qtbot, preview, book)
    QTest.keyClick(preview.pages, Qt.Key.Key_PageDown)
    QTest.keyClick(preview.pages, Qt.Key.Key_PageDown)
    assert preview.pages.page == 2
    name = preview.pages.accessibleName()  # in whatever language is on
    assert name.startswith("buku.pdf, ")
    assert re.findall(r"\d+", name) == ["3", "40"]
    QTest.keyClick(preview.pages, Qt.Key.Key_End)
    assert preview.pages.page == PAGES - 1
    settled(qtbot, preview)
    assert preview.pages.is_sharp(PAGES - 1)
    assert "Kesimpulan akhir" in preview.pages.accessibleDescription()
    QTest.keyClick(preview.pages, Qt.Key.Key_PageUp)
    assert preview.pages.page == PAGES - 2


def test_zoom_follows_the_width_until_it_is_set_free(
    qtbot: QtBot, preview: Preview, book: Path
) -> None:
    shown(qtbot, preview, book)
    narrow = preview.pages.zoom
    preview.resize(700, 600)
    assert preview.pages.zoom > narrow
    QTest.keyClick(preview, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    preview.pages.zoom_to(1.0)
    assert (preview.pages.fit, preview.pages.zoom) == (Fit.FREE, 1.0)
    preview.resize(500, 600)
    assert preview.pages.zoom == 1.0
    preview.pages.go(10)
    preview.pages.zoom_by(2)
    assert preview.pages.zoom == pytest.approx(1.5625)
    assert preview.pages.page == 10
    preview.pages.zoom_to_fit(Fit.PAGE)
    assert preview.pages.fit is Fit.PAGE
    settled(qtbot, preview)
    assert preview.pages.is_sharp(preview.pages.page)


def test_search_goes_through_all_pages_and_round(
    qtbot: QtBot, preview: Preview, book: Path
) -> None:
    shown(qtbot, preview, book)
    preview.seek()
    assert not preview.finder.isHidden()
    preview.finder.field.setText("kesimpulan")
    qtbot.waitUntil(lambda: bool(preview.finder.hits) and not preview.finder.searching)
    assert [hit.page for hit in preview.finder.hits] == [PAGES - 1]
    assert preview.pages.page == PAGES - 1
    preview.finder.field.setText("LAPORAN  pengujian")
    qtbot.waitUntil(lambda: len(preview.finder.hits) == PAGES, timeout=10_000)
    QTest.keyClick(preview.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    current = preview.finder.current
    assert current is not None
    assert current.page == PAGES - 1
    QTest.keyClick(preview.finder.field, Qt.Key.Key_Return)
    again = preview.finder.current
    assert again is not None
    assert again.page == 0
    QTest.keyClick(preview.finder.field, Qt.Key.Key_Escape)
    assert preview.finder.isHidden()
    assert preview.finder.hits == []


def test_text_is_selected_by_mouse_and_copied(qtbot: QtBot, preview: Preview, book: Path) -> None:
    shown(qtbot, preview, book)
    pages = preview.pages
    unit = pages.zoom * 96 / 72
    left = (pages.viewport().width() - 300 * unit) / 2
    line = QPoint(round(left + 60 * unit), round(12 + (400 - 354) * unit))
    QTest.mouseDClick(
        pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, line
    )
    assert pages.selected_text() == "Halaman"
    pages.copy()
    assert QGuiApplication.clipboard().text() == "Halaman"
    pages.select_page()
    assert pages.selected_text().splitlines() == ["Halaman nomor 1", "Laporan pengujian"]


def test_findings_stand_on_their_pages_and_lead_there(
    qtbot: QtBot, preview: Preview, book: Path
) -> None:
    shown(qtbot, preview, book, finding(Severity.ERROR, 2, 30), finding(Severity.ADVICE, 2))
    preview.toolbar.thumbs.setChecked(True)
    settled(qtbot, preview)
    assert {page: sign[0] for page, sign in preview.thumbs.signs.items()} == {
        1: "circle-x", 29: "circle-x",
    }  # fmt: skip
    first, second = preview.found.findChildren(FoundLine)
    first.click()
    assert preview.pages.page == 1
    first.click()
    assert preview.pages.page == 29
    second.click()
    assert preview.pages.page == 1


def test_a_picture_is_a_page_of_its_own(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path = tmp_path / "foto.png"
    assert image.save(str(path))
    shown(qtbot, preview, path, known=facts(Kind.PNG, None))
    assert preview.pages.pages == 1
    grabbed = preview.pages.viewport().grab().toImage()
    assert grabbed.pixelColor(grabbed.width() // 2, 40) == QColor("red")


@pytest.mark.parametrize("trouble", [Trouble.LOCKED, Trouble.DAMAGED, Trouble.LOST])
def test_a_file_that_cannot_be_shown_says_so_and_the_next_one_is_shown(
    qtbot: QtBot, preview: Preview, book: Path, tmp_path: Path, trouble: Trouble
) -> None:
    path = tmp_path / "aneh.pdf"
    if trouble is Trouble.LOCKED:
        with pikepdf.open(book) as pdf:
            pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    elif trouble is Trouble.DAMAGED:
        path.write_bytes(b"%PDF-1.4\n" + os.urandom(999))
    preview.show_document(path, document("aneh.pdf"), None, ())
    qtbot.waitUntil(lambda: preview.trouble is trouble, timeout=20_000)
    shown(qtbot, preview, book)
    assert preview.trouble is None
    assert preview.pages.is_sharp(0)


def test_an_office_file_is_not_asked_for_pages(qtbot: QtBot, preview: Preview, book: Path) -> None:
    preview.show_document(book, document("laporan.docx"), facts(Kind.DOCX, None), ())
    assert preview.settled
    assert preview.pages.pages == 0


def test_what_is_opened_outside_is_a_copy_that_does_not_stay(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    copy = outside.copied(book, "..\\folder/cpob tablet.pdf")
    assert copy.name == "cpob tablet.pdf"
    assert copy.read_bytes() == book.read_bytes()
    copy.write_bytes(b"changed")
    assert book.read_bytes() != b"changed"
    os.utime(copy.parent, (0, 0))
    later = outside.copied(book, "buku.pdf")
    assert later.exists()
    assert not copy.exists()


def test_the_documents_screen_shows_the_file_of_the_open_card(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    window.go("documents", "A08")
    preview = window.screen_of("documents").findChildren(Preview)[0]
    settled(qtbot, preview)
    assert preview.pages.pages == 2
    assert preview.pages.is_sharp(0)
    assert preview.pages.accessibleName().startswith("cpob-tablet.pdf, halaman 1")
    window.go("documents", "A01")
    settled(qtbot, preview)
    assert preview.pages.accessibleName().startswith("surat-pengantar.pdf")


def test_in_a_narrow_window_the_preview_takes_the_place_of_the_cards(
    qtbot: QtBot, window: Window
) -> None:
    window.resize(911, 512)
    window.go("documents", "A08")
    QApplication.processEvents()
    preview = window.screen_of("documents").findChildren(Preview)[0]
    screen = window.screen_of("documents")
    assert isinstance(screen, DocumentsScreen)
    assert not preview.isVisible()
    window.actions_by_name["preview"].trigger()
    settled(qtbot, preview)
    assert preview.isVisible()
    assert not screen.cards.isVisible()
    assert preview.pages.is_sharp(0)
    window.actions_by_name["preview"].trigger()
    assert screen.cards.isVisible()
    assert not preview.isVisible()
    window.resize(1366, 690)
    QApplication.processEvents()
    assert preview.isVisible()
    assert screen.cards.isVisible()
