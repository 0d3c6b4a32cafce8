from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from dossier_studio.app import outcome
from dossier_studio.app.components.findings import Band, FindingsModel
from dossier_studio.app.gathering import SlotRow
from dossier_studio.app.overview import Share
from dossier_studio.app.recent import Recent
from dossier_studio.app.screens.documents.nodes import Node
from dossier_studio.app.screens.documents.outline_model import OutlineModel
from dossier_studio.app.screens.package.slots import SlotsModel
from dossier_studio.app.screens.start.recents import RecentsModel
from dossier_studio.core.finding import Finding, Severity
from dossier_studio.core.text import Text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def node(number: int, parent: int = 0, *, asked: bool = True, missing: bool = False) -> Node:
    look = outcome.MISSING[Severity.ERROR] if missing else outcome.MET
    title = Text(f"Bagian {number}", f"Section {number}")
    share = Share(0 if missing else 1, 1)
    return Node(number, parent, f"S{number}", str(number), title, look, share, asked, missing)


TREE = (node(1), node(2, 1), node(3, 2), node(4, 1, missing=True), node(5), node(6, 5))


@pytest.fixture
def outline(qapp: QApplication) -> OutlineModel:
    made = OutlineModel()
    made.show_nodes(TREE)
    return made


def shown(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    rows = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        rows.append(str(index.data()))
        rows += shown(model, index)
    return rows


def test_the_outline_keeps_qts_laws_through_every_change(outline: OutlineModel) -> None:
    tester = QAbstractItemModelTester(outline, FATAL)
    for state in (TREE[:4], TREE, (), TREE, (node(1), node(6, 1), node(2, 6)), TREE):
        outline.show_nodes(state)
        assert outline.rowCount() == sum(one.parent == 0 for one in state)
        for words in ("bagian 3", "tidak ada", ""):
            outline.narrow(words, missing=False)
    assert tester.model() is outline


def test_a_row_keeps_its_place_when_others_come_and_go(outline: OutlineModel) -> None:
    kept = QPersistentModelIndex(outline.index_of(4))
    gone = QPersistentModelIndex(outline.index_of(3))
    outline.show_nodes((node(1), node(7, 1), node(4, 1)))
    assert kept.isValid()
    assert kept.row() == 1
    assert outline.node(kept) == node(4, 1)
    assert not gone.isValid()


def test_a_changed_outcome_is_told_of_its_row_alone(outline: OutlineModel) -> None:
    told: list[tuple[object, object]] = []
    outline.dataChanged.connect(lambda first, last: told.append((first.data(), last.data())))
    moved: list[bool] = []
    outline.layoutChanged.connect(lambda: moved.append(True))
    outline.show_nodes((*TREE[:3], node(4, 1), *TREE[4:]))
    assert told == [("Bagian 4", "Bagian 4")]
    assert moved == []


def test_the_filter_finds_words_in_both_languages_and_keeps_what_stands_above(
    outline: OutlineModel,
) -> None:
    outline.narrow("section 3", missing=False)
    assert shown(outline) == ["Bagian 1", "Bagian 2", "Bagian 3"]
    outline.narrow("", missing=True)
    assert shown(outline) == ["Bagian 1", "Bagian 4"]
    outline.narrow("", missing=False)
    assert len(shown(outline)) == len(TREE)


def test_what_is_not_asked_for_shows_only_when_it_is_sought(outline: OutlineModel) -> None:
    outline.show_nodes((node(1), node(2, 1, asked=False), node(3, 1)))
    assert shown(outline) == ["Bagian 1", "Bagian 3"]
    outline.narrow("bagian 2", missing=False)
    assert shown(outline) == ["Bagian 1", "Bagian 2"]


def finding(code: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, Text(code, code), Text("perbaiki", "mend"), section="I.C.3")


def slot(number: int) -> SlotRow:
    title = Text(f"Slot {number}", f"Slot {number}")
    return SlotRow(number, "A.1", title, "satu.pdf", 1, 2, 3000, 0.5)


FOLDERS = (Path("satu"), Path("dua"))
"""Folders that need not exist."""


def filled() -> tuple[QAbstractItemModel, ...]:
    findings = FindingsModel()
    findings.show_rows([Band(Severity.ERROR, "Penghalang", ""), finding("X-1"), finding("X-2")])
    slots = SlotsModel()
    slots.show_rows([slot(1), slot(2)])
    recents = RecentsModel()
    recents.show_rows([Recent(path, path.name) for path in FOLDERS])
    outline = OutlineModel()
    outline.show_nodes(TREE)
    return findings, slots, recents, outline


def test_every_model_keeps_qts_laws(qapp: QApplication) -> None:
    models = filled()
    testers = [QAbstractItemModelTester(model, FATAL) for model in models]
    findings, slots, recents, _ = models
    assert len(testers) == len(models)
    assert isinstance(findings, FindingsModel)
    assert isinstance(slots, SlotsModel)
    assert isinstance(recents, RecentsModel)
    findings.show_rows([finding("X-3")])
    findings.show_rows([finding("X-4")])
    slots.show_rows([slot(3)])
    recents.show_one(replace(Recent(FOLDERS[0], "satu"), errors=3))
    assert findings.rowCount() == slots.rowCount() == 1


def test_a_band_cannot_be_selected_and_a_finding_can(qapp: QApplication) -> None:
    findings = filled()[0]
    assert not findings.flags(findings.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert findings.flags(findings.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_reading_a_model_a_thousand_times_takes_nothing_from_none(qapp: QApplication) -> None:
    """The fault that pins PySide6 below 6.12: each read of None took one of its references."""
    for model in filled():
        index = model.index(0, 0)
        role = Qt.ItemDataRole.DecorationRole
        assert model.data(index, role) is None
        before = sys.getrefcount(None)
        for _ in range(1000):
            index.data(role)
        QApplication.processEvents()
        assert abs(sys.getrefcount(None) - before) < 200
