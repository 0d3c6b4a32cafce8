"""The product screen: what helps with a hard question, tables, papers, and little room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dossier_studio.app.screens.product.comparison import ComparisonPanel
from dossier_studio.app.screens.product.consequence import Consequence
from dossier_studio.app.screens.product.finding import FindingFrame, Sought
from dossier_studio.app.screens.product.form_table import FormTable
from dossier_studio.app.screens.product.papers_card import PapersCard
from dossier_studio.app.screens.product.screen import ProductScreen
from dossier_studio.app.screens.product.summary_line import SummaryLine
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.host import messages
from dossier_studio.law.load import rulebook
from dossier_studio.workflow import dossiers, papers, tables
from tests.app.conftest import Opened, settle
from tests.app.test_words import clipped
from tests.app.walking import widgets

YES_NO = {"yes": "Ya", "no": "Tidak"}


def product(window: Window) -> ProductScreen:
    window.go("product")
    for _ in range(3):
        QApplication.processEvents()
    screen = window.screen_of("product")
    assert isinstance(screen, ProductScreen)
    return screen


def press(root: QWidget, words: str) -> None:
    """Press the visible button that says or is named by these words."""
    found = [
        one
        for one in root.findChildren(QAbstractButton)
        if one.isVisible() and words in {one.text().replace("&&", "&"), one.accessibleName()}
    ]
    assert len(found) == 1, (words, len(found))
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def said(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


def helper(screen: ProductScreen, fact: str) -> tuple[Sought, FindingFrame]:
    made = next(one for one in screen.findChildren(Sought) if one.fact.id == fact)
    return made, made.findChildren(FindingFrame)[0]


def test_easy_questions_lead_to_a_category_that_is_used_and_undone(
    window: Window, session: Session
) -> None:
    screen = product(window)
    question, frame = helper(screen, "category")
    assert not frame.isVisible()
    press(question, "Bantu temukan: Kategori registrasi")
    assert "Bantu temukan kategori" in said(frame)
    asks = session.rulebook.finders["category"].asks
    for ask, option in (("authorised", "no"), ("biological", "no"), ("new-substance", "no"),
                        ("technology", "no"), ("new-element", "no")):  # fmt: skip
        press(frame, f"{asks[ask].title.id}: {YES_NO[option]}")
    assert "Pakai" not in said(frame)
    press(frame, f"{asks['bioequivalence'].title.id}: Ya")
    assert "2E" in said(frame)
    assert "Peraturan BPOM 24/2017" in said(frame)
    assert "Jawaban dossier saat ini: 2X" in said(frame)
    press(frame, "Pakai 2E")
    if session.dossier.answers["category"] != "2E":  # files would lose their place
        press(screen, "Ubah ke: " + session.rulebook.facts["category"].title_of("2E").id)
    assert session.dossier.answers["category"] == "2E"
    assert not frame.isVisible()
    window.actions_by_name["undo"].trigger()
    assert session.dossier.answers["category"] == "2X"


def test_what_is_on_the_way_no_more_is_asked_again(window: Window, session: Session) -> None:
    question, frame = helper(product(window), "category")
    asks = session.rulebook.finders["category"].asks
    press(question, "Bantu temukan: Kategori registrasi")
    press(frame, f"{asks['authorised'].title.id}: Tidak")
    press(frame, f"{asks['biological'].title.id}: Ya")
    press(frame, f"{asks['biosimilar'].title.id}: Ya")
    assert "1S" in said(frame)
    press(frame, f"{asks['authorised'].title.id}: Ya")
    assert "1S" not in said(frame)
    assert asks["biosimilar"].title.id not in said(frame)
    assert asks["filed"].title.id in said(frame)


@pytest.mark.parametrize("language", list(Language))
def test_both_schemes_of_traditional_medicine_have_help_that_names_the_other(
    opened: Opened, session: Session, tmp_path: Path, language: Language
) -> None:
    window = opened(language)
    dossiers.new(tmp_path / "jamu", "id.bpom.traditional", {}, name="Jamu", by="Ratna")
    session.open(tmp_path / "jamu")
    screen = product(window)
    order = [one.fact.id for one in screen.findChildren(Sought)]
    assert order == ["kind", "category"]
    question, frame = helper(screen, "kind")
    question.findChildren(QPushButton)[-1]
    (button,) = [one for one in question.children() if isinstance(one, QPushButton)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    asks = rulebook("id.bpom.traditional").finders["kind"].asks
    way = (
        ("product", "natural"), ("natural-filed", "new"), ("natural-origin", "domestic"),
        ("natural-evidence", "experience"), ("heritage", "yes"), ("jamu", "complex"),
    )  # fmt: skip
    for ask, option in way:
        chosen = next(one for one in asks[ask].options if one.key == option)
        word = messages.say(chosen.title, language)
        word = word[:1].upper() + word[1:]
        press(frame, f"{asks[ask].title.say(language)}: {word}")
        assert {one for one in widgets(frame) if clipped(one)} == set()
    assert "OB-3" in said(frame)
    assert "HK.00.05.41.1384" in said(frame)
    (use,) = [one for one in frame.findChildren(QPushButton) if "OB-3" in one.text()]
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    assert session.dossier.answers["kind"] == "OB-3"


def table(screen: ProductScreen, name: str) -> FormTable:
    made = next(one for one in screen.findChildren(FormTable) if one.table.id == name)
    made.unfold()
    QApplication.processEvents()
    return made


def test_manufacturers_are_pasted_put_in_order_and_copied_back(
    window: Window, session: Session
) -> None:
    made = table(product(window), "manufacturers")
    before = tables.rows_of(session.dossier, "manufacturers")
    clipboard = QApplication.clipboard()
    roles = [one.title.id for one in made.table.columns[1].values]
    clipboard.setText(
        f"PT Satu Contoh\t{roles[0]}\tJl. Satu\nPT Dua Contoh\t{roles[1]}, {roles[0]}\tJl. Dua\n"
    )
    press(made, "Tempel baris")
    names = [one["name"] for one in tables.rows_of(session.dossier, "manufacturers")]
    assert names == [*(one["name"] for one in before), "PT Satu Contoh", "PT Dua Contoh"]
    assert "Produsen" in window.actions_by_name["undo"].text()
    made.grid.setCurrentIndex(made.grid.cells.index(len(names) - 1, 0))
    press(made, "Naikkan baris")
    moved = [one["name"] for one in tables.rows_of(session.dossier, "manufacturers")]
    assert moved == [*names[:-2], "PT Dua Contoh", "PT Satu Contoh"]
    press(made, "Salin tabel")
    assert "PT Dua Contoh\t" in clipboard.text()
    assert tables.pasted(made.table, clipboard.text()) != ()
    made.grid.setCurrentIndex(made.grid.cells.index(len(names) - 1, 0))
    press(made, "Hapus baris")
    assert len(tables.rows_of(session.dossier, "manufacturers")) == len(names) - 1
    for _ in range(3):
        window.actions_by_name["undo"].trigger()
    assert tables.rows_of(session.dossier, "manufacturers") == before
    assert made.grid.cells.rows == before


def test_a_cell_that_cannot_be_stored_is_said_calmly_and_keeps_what_was_typed(
    window: Window, session: Session
) -> None:
    made = table(product(window), "active_substances")
    before = tables.rows_of(session.dossier, "active_substances")
    row = len(before)
    assert made.grid.cells.setData(made.grid.cells.index(row, 0), "Parasetamol")
    assert f"Baris {row + 1}" in said(made)
    stored = tables.rows_of(session.dossier, "active_substances")
    assert stored[-1] == {"name": "Parasetamol"}
    place = [one.id for one in made.table.columns].index("amount")
    made.grid.cells.setData(made.grid.cells.index(row, place), "banyak")
    assert tables.rows_of(session.dossier, "active_substances") == stored
    assert "banyak" in said(made)
    made.grid.cells.setData(made.grid.cells.index(row, place), "500")
    assert tables.rows_of(session.dossier, "active_substances")[-1]["amount"] == "500"
    assert "banyak" not in said(made)


def field(screen: ProductScreen, name: str) -> QLineEdit:
    return next(one for one in screen.findChildren(QLineEdit) if one.accessibleName() == name)


def test_an_unusual_code_is_doubted_while_one_types_and_kept_all_the_same(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    screen = product(window)
    line = field(screen, "Kode ATC")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "N02BE0")
    assert "Bentuknya tidak lazim" not in said(screen)
    qtbot.waitUntil(lambda: "Bentuknya tidak lazim" in said(screen))
    QTest.keyClicks(line, "1")
    assert "Bentuknya tidak lazim" not in said(screen)
    line.selectAll()
    QTest.keyClicks(line, "tidak tahu")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.dossier.answers["atc"] == "tidak tahu"
    assert "Bentuknya tidak lazim" in said(screen)
    assert not line.property("state")


@pytest.mark.parametrize("language", list(Language))
def test_without_room_the_consequence_is_a_line_that_opens_over_the_page(
    window: Window, session: Session, language: Language
) -> None:
    window.header.language_chosen.emit(language)
    window.resize(911, 512)
    screen = product(window)
    panel = screen.findChildren(Consequence)[0]
    comparing = screen.findChildren(ComparisonPanel)[0]
    line = screen.findChildren(SummaryLine)[0]
    assert line.isVisible()
    assert not panel.isVisible()
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert panel.isVisible()
    assert {one for one in widgets(screen) if clipped(one)} == set()
    QTest.keyClick(line.button, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    origin = session.rulebook.facts["origin"]
    abroad = next(one.title.say(language) for one in origin.values if one.key == "import")
    press(screen, f"{origin.title.say(language)}: {abroad}")
    assert comparing.isVisible()
    for _ in range(3):  # a wrapped line makes its layout ask once more
        QApplication.processEvents()
    assert {one for one in widgets(screen) if clipped(one)} == set()
    QTest.keyClick(comparing, Qt.Key.Key_Escape)
    assert not comparing.isVisible()
    window.resize(1366, 690)
    QApplication.processEvents()
    assert panel.isVisible()
    assert not line.isVisible()


def test_what_few_products_need_is_folded_until_it_is_looked_for(
    window: Window, session: Session
) -> None:
    screen = product(window)
    title = session.rulebook.facts["ma_number"].title.id
    line = field(screen, title)
    assert not line.isVisible()
    window.go("product", "ma_number")
    QApplication.processEvents()
    assert line.isVisible()


def test_a_letter_is_looked_at_worded_anew_and_attached(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    screen = product(window)
    card = screen.findChildren(PapersCard)[0]
    press(card, "Surat dan formulir: Tampilkan")
    press(card, "Surat pengantar: Pratinjau")
    settle(qtbot, session)
    assert card.preview.isVisible()
    qtbot.waitUntil(lambda: card.preview.settled, timeout=30_000)
    assert card.preview.trouble is None
    press(card, "Surat pengantar: Ubah teks")
    text = card.text.findChildren(QPlainTextEdit)[0]
    usual = text.toPlainText()
    text.setPlainText(f"{usual}\nSalam hangat.")
    press(card, "Simpan teks ini")
    assert "Salam hangat." in session.dossier.paper_text("cover-letter", "id")
    press(card, "Kembali ke teks bawaan")
    assert text.toPlainText() == usual
    place = papers.requirement_of(session.rulebook, "cover-letter")
    held = len(session.dossier.at(place))
    attach = "Surat pengantar: Lampirkan ulang" if held else "Surat pengantar: Lampirkan"
    for _ in range(2):  # the second one takes the place of the first
        press(card, attach)
        attach = "Surat pengantar: Lampirkan ulang"
        qtbot.waitUntil(lambda: len(session.dossier.at(place)) == held + 1, timeout=30_000)
        settle(qtbot, session)
        QApplication.processEvents()
    assert len(session.dossier.at(place)) == held + 1
    assert session.dossier.at(place)[-1].name.startswith("surat-pengantar-")
    card.preview.end()
