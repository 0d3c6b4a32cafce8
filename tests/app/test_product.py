"""The product screen: what helps with a hard question, tables, papers, and little room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from dossier_studio.app.screens.product.finding import FindingFrame, Sought
from dossier_studio.app.screens.product.screen import ProductScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.host import messages
from dossier_studio.law.load import rulebook
from dossier_studio.workflow import dossiers
from tests.app.conftest import Opened
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
