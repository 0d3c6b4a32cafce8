"""The tools: reached from anywhere, with and without a dossier, by mouse or keyboard."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dossier_studio.app.palette.entries import entries_of, matching
from dossier_studio.app.screens.tools.certificates import CertificatesTool
from dossier_studio.app.screens.tools.fees import FeesTool
from dossier_studio.app.screens.tools.held import Standing
from dossier_studio.app.screens.tools.screen import ToolsScreen
from dossier_studio.app.screens.tools.shelf_life import ShelfLifeTool
from dossier_studio.app.screens.tools.shipments import ShipmentsTool
from dossier_studio.app.screens.tools.variations import VariationsTool
from dossier_studio.app.session import Session
from dossier_studio.app.toolbox import NAMES
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.law import shelf_life
from dossier_studio.law.fees import schedule
from dossier_studio.workflow import dossiers, edits
from tests.app.at_tools import said_of, speak, tool_of
from tests.app.conftest import Opened, settle

# --- the way there -------------------------------------------------------------------------------


def test_tools_open_without_a_dossier_by_key_and_lead_back(
    opened: Opened, session: Session
) -> None:
    window = opened(Language.ID)
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_name == "tools"
    screen = window.screen_of("tools")
    assert isinstance(screen, ToolsScreen)
    QTest.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert window.screen_name == "start"


def test_the_palette_finds_a_tool_in_either_language(window: Window, session: Session) -> None:
    everything = entries_of(session, window.actions_by_name, Language.ID)
    for words in ("kiriman impor", "shipments"):
        best = matching(words, everything)[0].entry
        assert (best.target, best.place) == ("tools", "shipments")
    window.go(best.target, best.place)
    assert isinstance(tool_of(window, "shipments"), ShipmentsTool)


def test_arrows_move_through_the_tools_and_each_says_what_it_is(
    window: Window
) -> None:
    window.go("tools")
    screen = window.screen_of("tools")
    assert isinstance(screen, ToolsScreen)
    screen.focus_list()
    seen = [screen.tool.heading.text()]
    for _ in NAMES[1:]:
        QTest.keyClick(screen.list, Qt.Key.Key_Down)
        seen.append(screen.tool.heading.text())
    assert len(set(seen)) == len(NAMES)
    assert all(seen)
    speak(window, Language.EN)
    assert screen.tool.heading.text() not in seen
    speak(window, Language.ID)
    assert screen.tool.heading.text() == seen[-1]


# --- fees ----------------------------------------------------------------------------------------


def fees_of(window: Window) -> FeesTool:
    made = tool_of(window, "fees")
    assert isinstance(made, FeesTool)
    return made


def test_fees_follow_the_answers_of_the_dossier(window: Window) -> None:
    fees = fees_of(window)
    assert fees.books.currentData() == "id.bpom.drug"
    amounts = [row.amount for row in fees.rows]
    assert "tidak ditemukan" in amounts
    assert "Rp 7.500.000" in amounts
    speak(window, Language.EN)
    assert "Rp 7,500,000" in [row.amount for row in fees.rows]


def test_a_person_keeps_an_amount_of_their_own_and_goes_back(
    window: Window
) -> None:
    fees = fees_of(window)
    row = next(one for one in fees.rows if one.amount == "tidak ditemukan")
    line, take, change = row._line, row._take, row._change  # noqa: SLF001  # its own widgets
    name = row._charge.fee.id  # noqa: SLF001  # to ask the law for it
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    QTest.keyClicks(line, "seratus ribu")
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert "rupiah" in line.accessibleDescription()
    line.clear()
    QTest.keyClicks(line, "Rp 100.000")
    QTest.keyClick(line, Qt.Key.Key_Return)
    found = schedule("id.bpom.drug")
    assert found is not None
    assert next(one for one in found.fees if one.id == name).idr == 100_000
    assert (paths.data_folder() / "rules" / "bpom" / "fees-drug.xml").is_file()
    row = next(one for one in fees.rows if one.amount == "Rp 100.000")
    assert row.own
    QTest.mouseClick(row._back, Qt.MouseButton.LeftButton)  # noqa: SLF001  # its own widget
    assert not any(one.own for one in fees.rows)


# --- shelf life ----------------------------------------------------------------------------------


def shelf_of(window: Window) -> ShelfLifeTool:
    made = tool_of(window, "shelf-life")
    assert isinstance(made, ShelfLifeTool)
    return made


def test_exactly_one_third_passes_and_the_border_is_said_in_words(window: Window) -> None:
    shelf = shelf_of(window)
    made, arrival = date(2024, 1, 1), date(2026, 1, 1)
    whole = 3 * 365
    expires = made + timedelta(whole)
    last = expires - timedelta(365)
    rule = shelf_life.rules().rule(shelf_life.rules().usual)
    batch = shelf_life.Batch("B", made, expires)
    assert shelf_life.remaining(batch, last, rule).passes
    shelf.grid.cells.show_rows([{"batch": "B", "made": str(made), "expires": str(expires)}])
    shelf.arrival.entered.emit(last)
    assert "boleh masuk" in said_of(shelf)
    assert "Tepat di batas" in said_of(shelf)
    shelf.arrival.entered.emit(last + timedelta(1))
    assert "terlalu tua" in said_of(shelf)
    assert "1 hari sebelumnya" in said_of(shelf)
    shelf.arrival.entered.emit(arrival)
    speak(window, Language.EN)
    assert "too old" in said_of(shelf) or "may come in" in said_of(shelf)


def test_batches_are_pasted_from_a_spreadsheet_and_kept(window: Window, session: Session) -> None:
    shelf = shelf_of(window)
    shelf.grid.cells.show_rows(())
    QApplication.clipboard().setText("B-1\t1/6/2025\t31/05/2028\nB-2\t\t2027-01-31\n")
    shelf.grid.setCurrentIndex(shelf.grid.cells.index(0, 0))
    shelf.grid.paste()
    assert shelf.grid.cells.rows == (
        {"batch": "B-1", "made": "2025-06-01", "expires": "2028-05-31"},
        {"batch": "B-2", "made": "", "expires": "2027-01-31"},
    )
    assert "belum dapat dinilai" in said_of(shelf)
    again = ShelfLifeTool(session)
    assert [row["batch"] for row in again.grid.cells.rows] == ["B-1", "B-2"]
    again.deleteLater()


def test_a_cell_that_is_no_date_says_so_beside_and_keeps_what_was_typed(
    window: Window
) -> None:
    shelf = shelf_of(window)
    grid = shelf.grid
    grid.cells.show_rows([{"batch": "B-1", "expires": "2027-01-31"}])
    grid.setCurrentIndex(grid.cells.index(0, 1))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "31-02-2025")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert grid.cells.stored(grid.cells.index(0, 1)) == "31-02-2025"
    assert grid.cells.trouble is not None
    assert "31-02-2025" in said_of(shelf)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.cells.trouble is None


# --- certificates --------------------------------------------------------------------------------


def register_of(window: Window) -> CertificatesTool:
    made = tool_of(window, "certificates")
    assert isinstance(made, CertificatesTool)
    return made


def test_the_next_certificate_to_expire_comes_first(window: Window, session: Session) -> None:
    register = register_of(window)
    cells = register.table.cells
    rows = [cells.at(cells.index(number, 0)) for number in range(cells.rowCount())]
    dated = [one.expires for one in rows if one.expires]
    assert len(dated) >= 2
    assert dated == sorted(dated)
    assert [one.expires for one in rows][: len(dated)] == dated
    register.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    codes = [cells.at(cells.index(number, 0)).requirement for number in range(cells.rowCount())]
    assert codes == sorted(codes, reverse=True)
    assert "2028" in register.line.accessibleDescription()


def test_enter_goes_to_the_place_of_a_certificate(window: Window) -> None:
    register = register_of(window)
    register.table.selectRow(0)
    QTest.keyClick(register.table, Qt.Key.Key_Return)
    assert window.screen_name == "documents"


def test_a_certificate_that_ends_too_early_is_told(window: Window, session: Session) -> None:
    register = register_of(window)
    first = register.table.cells.at(register.table.cells.index(0, 0))
    assert first.standing is Standing.VALID
    assert first.expires is not None
    later = str(first.expires + timedelta(1))
    book, dossier = session.rulebook, session.dossier
    session.edit(lambda: edits.answer(book, dossier, {"filing_date": later}))
    window.go("tools", "certificates")
    first = register.table.cells.at(register.table.cells.index(0, 0))
    assert first.standing is Standing.BEFORE_FILING


def test_all_recent_dossiers_stand_in_one_register(
    window: Window, session: Session, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    ours = shutil.ignore_patterns("lock")
    other = Path(shutil.copytree(sample, tmp_path / "Salinan", ignore=ours))
    session.keep(session.settings.opened(other).opened(sample))
    register = register_of(window)
    register.which.choose("all")
    register.which.chosen.emit("all")
    settle(qtbot, session)
    cells = register.table.cells
    found = {cells.at(cells.index(number, 0)).path for number in range(cells.rowCount())}
    assert found == {sample, other}
    number = next(n for n in range(cells.rowCount()) if cells.at(cells.index(n, 0)).path == other)
    register.table.selectRow(number)
    QTest.keyClick(register.table, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert session.folder is not None
    assert session.folder.path == other
    assert window.screen_name == "documents"


def test_an_empty_register_says_what_to_do(
    opened: Opened, session: Session, tmp_path: Path
) -> None:
    window = opened(Language.EN)
    dossiers.new(tmp_path / "bare", "id.bpom.drug", {}, name="Bare", by="R")
    session.open(tmp_path / "bare")
    register = register_of(window)
    assert register.table.cells.rowCount() == 0
    assert "Attach one in Documents" in said_of(register)


# --- variations ----------------------------------------------------------------------------------


def test_ticked_changes_give_category_and_documents(window: Window) -> None:
    tool = tool_of(window, "variations")
    assert isinstance(tool, VariationsTool)
    assert "Centang" in said_of(tool)
    view = tool.changes.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert list(tool.changes.codes) == ["MaV-1"]
    assert tool.filing is not None
    assert tool.filing.category in {"4C", "4Q"}
    assert "I.C.5" in said_of(tool)
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert list(tool.changes.codes) == []
    assert not tool.category.isVisible()
    tool.changes.tick("MiV-N-1")
    assert tool.filing is not None
    assert tool.filing.category == "6"
    tool.changes.tick("MaV-2")
    assert tool.filing.category in {"4C", "4Q"}


def test_changes_are_narrowed_in_either_language(window: Window) -> None:
    tool = tool_of(window, "variations")
    assert isinstance(tool, VariationsTool)
    QTest.keyClicks(tool.changes.field, "labelling")
    assert tool.changes.view.model().rowCount() >= 1
    assert tool.changes.view.model().index(0, 0).data(Qt.ItemDataRole.UserRole) == "MaV-2"
