"""Local content in the window: live, exact, kept, and the same file as the command's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dossier_studio.app.screens.tools.local_content import LocalContentTool
from dossier_studio.app.screens.tools.local_values import percent
from dossier_studio.app.screens.tools.screen import ToolsScreen
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.law import tkdn_rules
from dossier_studio.workflow.calculations import local_content

ITEMS = tuple(tkdn_rules.rules().items)


@pytest.fixture
def tool(window: Window) -> LocalContentTool:
    window.go("tools", "local-content")
    screen = window.screen_of("tools")
    assert isinstance(screen, ToolsScreen)
    made = screen.tool
    assert isinstance(made, LocalContentTool)
    made.grid.cells.show_rows([{"item": one, "performed": "no"} for one in ITEMS])
    made.grid.cells.edited.emit()
    return made


def cell(tool: LocalContentTool, row: int, column: str) -> object:
    names = [one.id for one in tool.grid.cells.table.columns]
    return tool.grid.cells.index(row, names.index(column))


def test_a_tick_moves_the_value_and_the_bars_at_once(
    tool: LocalContentTool, tmp_path: Path
) -> None:
    before = tool.totals.claimed
    assert before == "40,0 %"
    grid = tool.grid
    for column in ("performed", "labour", "equipment", "material"):
        grid.setCurrentIndex(cell(tool, 0, column))  # type: ignore[arg-type]
        grid.setFocus()
        QTest.keyClick(grid, Qt.Key.Key_Space)
    assert tool.totals.claimed != before
    tool.save(tmp_path / "tkdn.json")
    found = local_content(tmp_path / "tkdn.json")
    assert tool.totals.claimed == percent(found.outcome.claimed.total)
    assert tool.totals.evidenced == percent(found.outcome.evidenced.total)
    assert found.outcome.claimed.total > found.outcome.evidenced.total


def test_a_click_ticks_too(tool: LocalContentTool) -> None:
    index = cell(tool, 1, "performed")
    place = tool.grid.visualRect(index).center()  # type: ignore[arg-type]
    QTest.mouseClick(tool.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tool.grid.cells.rows[1]["performed"] == "yes"


def test_evidence_backs_one_criterion_or_the_whole_line(tool: LocalContentTool) -> None:
    row = {"performed": "yes", "labour": "yes", "equipment": "yes", "in_indonesia": "yes"}
    tool.grid.cells.put(0, [row | {"evidence": "akta.pdf; Tenaga kerja: gaji.pdf; mesin.pdf"}])
    lines = json.loads(tool.form)["lines"]
    assert lines[0]["evidence"] == [
        {"document": "akta.pdf"},
        {"criterion": "labour", "document": "gaji.pdf"},
        {"document": "mesin.pdf"},
    ]
    assert lines[0]["criteria"] == ["labour", "equipment"]
    assert "evidence" not in lines[1]


def test_what_cannot_be_calculated_is_said_and_nothing_is_lost(tool: LocalContentTool) -> None:
    tool.grid.cells.remove([0])
    assert tool.totals.claimed == "–"
    assert tool.trouble.isVisible()
    assert ITEMS[0] in tool.trouble.accessibleName()
    tool.grid.cells.put(10, [{"item": ITEMS[0], "performed": "no", "share": "abc"}])
    assert "abc" in tool.trouble.accessibleName()
    tool.grid.cells.put(10, [{"share": ""}])
    assert not tool.trouble.isVisible()
    assert tool.totals.claimed == "40,0 %"


def test_every_reading_stands_beside_the_others(tool: LocalContentTool, window: Window) -> None:
    rules = tkdn_rules.rules()
    values = {one.rule_set.id: one._value.text() for one in tool.rule_sets._cards}  # noqa: SLF001
    assert values.keys() == rules.rule_sets.keys()
    assert values["seed-16-2020"] == "40,0 %"
    assert values["seed-16-2020-np0"] == "0,0 %"
    notice = rules.rule_sets["seed-16-2020"].notice
    assert notice is not None
    window.header.language_chosen.emit(Language.EN)
    QApplication.processEvents()
    cards = tool.rule_sets._cards  # noqa: SLF001  # its own
    assert cards[0]._notice.text() == notice.en  # noqa: SLF001
    assert tool.totals.claimed == "40.0 %"


def test_lines_go_to_a_spreadsheet_and_come_back(tool: LocalContentTool) -> None:
    tool.grid.cells.put(0, [{"name": "Parasetamol", "performed": "yes", "labour": "yes"}])
    before = tool.grid.cells.rows
    grid = tool.grid
    grid.selectAll()
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QApplication.clipboard().text()
    lines = text.splitlines()
    assert lines[0].split("\t")[:3] == ["Rincian", "Apa, dari siapa", "Dilakukan"]
    assert len(lines) == len(ITEMS) + 1
    grid.cells.show_rows(())
    grid.setCurrentIndex(grid.cells.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    filled = [{name: text for name, text in row.items() if text} for row in grid.cells.rows]
    assert filled == [{name: text for name, text in row.items() if text} for row in before]


def test_a_file_of_the_command_opens_and_a_broken_one_changes_nothing(
    tool: LocalContentTool, tmp_path: Path
) -> None:
    lines = [
        {"item": one, "name": f"baris {one}", "performed": True, "criteria": ["labour"],
         "supplier": "PT Alfa"}
        for one in ITEMS
    ]  # fmt: skip
    file = tmp_path / "ok.json"
    file.write_text(json.dumps({"rule_set": "verifier-16-2020", "lines": lines}))
    tool.open(file)
    assert tool.grid.cells.rows[0]["name"] == f"baris {ITEMS[0]}"
    assert json.loads(tool.form)["lines"][0]["supplier"] == "PT Alfa"
    assert json.loads(tool.form)["rule_set"] == "verifier-16-2020"
    rows = tool.grid.cells.rows
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"\x00\xff no json")
    tool.open(broken)
    assert tool.trouble.isVisible()
    assert "broken.json" in tool.trouble.accessibleName()
    assert tool.grid.cells.rows == rows
    tool.open(tmp_path / "nowhere.json")
    assert tool.grid.cells.rows == rows


def test_what_was_typed_is_there_at_the_next_start(
    tool: LocalContentTool, session: Session
) -> None:
    tool.grid.cells.put(3, [{"name": "Uji BE, Universitas Contoh"}])
    again = LocalContentTool(session)
    assert again.grid.cells.rows == tool.grid.cells.rows
    again.deleteLater()


def test_the_sheet_to_sign_is_a_pdf_or_xml(tool: LocalContentTool, tmp_path: Path) -> None:
    tool.make_sheet(tmp_path / "lembar.pdf")
    assert (tmp_path / "lembar.pdf").read_bytes().startswith(b"%PDF")
    tool.make_sheet(tmp_path / "lembar.xml")
    assert (tmp_path / "lembar.xml").read_bytes().startswith(b"<?xml")
