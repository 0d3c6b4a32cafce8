"""Deadlines, what follows an approval, and shipments, in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from dossier_studio.app.screens.tools.authorisation import AuthorisationTool
from dossier_studio.app.screens.tools.deadlines import DeadlinesTool
from dossier_studio.app.screens.tools.shipments import ShipmentsTool
from dossier_studio.app.session import Session
from dossier_studio.app.window import Window
from dossier_studio.core.text import Language
from dossier_studio.law.calendar import calendar
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Clock, due
from dossier_studio.law.load import rulebook
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import dossiers, tables
from tests.app.at_tools import said_of, tool_of
from tests.app.conftest import Opened, settle

# --- deadlines -----------------------------------------------------------------------------------


def clock_of(window: Window) -> DeadlinesTool:
    made = tool_of(window, "deadlines")
    assert isinstance(made, DeadlinesTool)
    return made


def test_a_deadline_is_counted_as_the_command_counts_it(window: Window) -> None:
    tool = clock_of(window)
    tool.rules.choose("DL-13")
    tool.day.entered.emit(date(2026, 3, 16))
    days, rules = calendar(), deadlines()
    expected = due(rules.row("DL-13"), date(2026, 3, 16), Clock(days, days.week(rules.week)))
    months = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
    shown = f"{expected.due.day} {months[expected.due.month - 1]} {expected.due.year}"
    assert tool.due.text() == shown
    tool.day.entered.emit(date(2031, 3, 16))
    assert tool.provisional.isVisible()


def test_a_rule_without_a_duration_gives_its_reason(window: Window) -> None:
    tool = clock_of(window)
    row = next(one for one in deadlines().rows.values() if one.span is None and one.on is None)
    tool.rules.choose(row.id)
    assert not tool.due.isVisible()
    assert row.reason is not None
    assert row.reason.id in said_of(tool)


def test_the_dossiers_own_days_go_into_a_calendar(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = clock_of(window)
    settle(qtbot, session)
    assert tool.dates.rows
    place = tmp_path / "hari.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    tool.dates._to_calendar()  # noqa: SLF001  # the system's picker is answered above
    text = place.read_bytes()
    assert text.startswith(b"BEGIN:VCALENDAR")
    assert text.count(b"BEGIN:VEVENT") >= len(tool.dates.rows)
    tool._to_calendar()  # noqa: SLF001  # as above, for the deadline that is shown
    assert place.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "hari.ics" in said_of(tool)


# --- after approval, and shipments ---------------------------------------------------------------


def test_an_authorisation_is_noted_and_its_days_follow(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    tool = tool_of(window, "authorisation")
    assert isinstance(tool, AuthorisationTool)
    tool.granted.entered.emit(date(2026, 5, 4))
    tool.expires.entered.emit(date(2031, 5, 4))
    answers = session.dossier.answers
    assert answers["ma_date"] == "2026-05-04"
    assert answers["ma_expiry"] == "2031-05-04"
    assert "4 Mei 2031" in said_of(tool)
    tool._number.setText("ABC")  # noqa: SLF001  # typed, then left
    tool._number.editingFinished.emit()  # noqa: SLF001
    assert session.dossier.answers["ma_number"] == "ABC"
    assert "tidak seperti nomor" in said_of(tool)
    settle(qtbot, session)
    assert "ABC" in said_of(tool)
    session.undo()
    assert "ma_number" not in session.dossier.answers


def test_a_half_year_report_is_drafted_where_the_law_asks_for_one(
    opened: Opened, session: Session, tmp_path: Path
) -> None:
    window = opened(Language.EN)
    said = {"ma_date": "2026-05-04", "ma_expiry": "2031-05-04"}
    dossiers.new(tmp_path / "jamu", "id.bpom.traditional", said, name="Jamu", by="R")
    session.open(tmp_path / "jamu")
    tool = tool_of(window, "authorisation")
    assert isinstance(tool, AuthorisationTool)
    QApplication.processEvents()
    assert "Draft the half-year report…" in {
        one.text() for one in tool.findChildren(QPushButton) if one.isVisibleTo(tool)
    }
    tool.draft(date(2026, 7, 31), tmp_path / "laporan.pdf")
    assert (tmp_path / "laporan.pdf").read_bytes().startswith(b"%PDF")
    assert "laporan.pdf" in said_of(tool)
    tool.draft(date(2026, 8, 31), tmp_path / "august.pdf")
    assert not (tmp_path / "august.pdf").exists()
    assert "august" not in said_of(tool)


def test_a_shipment_stands_in_the_list_with_its_verdict(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "Kiriman 12"
    dossiers.new(place, "id.bpom.ski", {"import_date": "2026-12-01"}, name="Kiriman 12", by="R")
    rows = [{"batch": "B-1", "made": "2026-01-01", "expires": "2028-01-01"},
            {"batch": "B-2", "made": "2024-01-01", "expires": "2027-01-01"}]  # fmt: skip
    with DossierFolder.open(place, write=True, by="R") as folder:
        book = rulebook("id.bpom.ski")
        folder.commit(tables.set_rows(book, folder.dossier, "batches", rows), "R")
    tool = tool_of(window, "shipments")
    assert isinstance(tool, ShipmentsTool)
    settle(qtbot, session)
    assert "Belum ada kiriman" in said_of(tool)
    session.keep(session.settings.opened(place))
    tool.fill()
    settle(qtbot, session)
    QApplication.processEvents()
    assert "Kiriman 12" in said_of(tool)
    from dossier_studio.app.components.pill import Pill

    pills = [one.accessibleName() for one in tool.findChildren(Pill) if one.isVisible()]
    assert pills == ["1 dari 2 bets memenuhi"]
