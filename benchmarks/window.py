"""How the window feels: time to the screen, and time per interaction with a large dossier.

`python -m benchmarks.window`. The start is compared with a bare window with one label, each in a
process of its own; interactions with a plain tree view that holds the same rows.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dossier_studio.core.change import Change
from dossier_studio.core.dossier import (
    Answer,
    Branch,
    Document,
    DocumentKey,
    Dossier,
    Identity,
    Key,
    Place,
    Record,
    RecordKind,
)
from dossier_studio.core.file import Digest, FileFacts, Kind
from dossier_studio.core.text import Language, Message

DOCUMENTS, FILES, BRANCHES, RUNS = 3_000, 300, 260, 7
MOST_START = 1.5
"""The window may take so many times what a bare one takes."""

PERCEIVED = 100.0
"""Milliseconds from which a pause is noticed."""

BARE = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow(); window.setCentralWidget(QLabel("Dossier Studio")); window.show()
application.processEvents()
print(time.perf_counter() - begun)
"""
OURS = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication
application = QApplication([])
from dossier_studio.app import main
window = main.made(application); window.show()
application.processEvents()
print(time.perf_counter() - begun)
"""


def start() -> dict[str, float]:
    """Return seconds to the screen of a bare window and of ours, and how they compare."""
    taken: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(RUNS):
        for name, program in (("bare", BARE), ("ours", OURS)):
            done = subprocess.run(
                [sys.executable, "-c", program], check=True, capture_output=True, text=True
            )
            taken[name].append(float(done.stdout.splitlines()[-1]))
    bare, ours = min(taken["bare"]), min(taken["ours"])
    return {"bare": bare, "ours": ours, "times": ours / bare}


def large(folder: Path) -> Path:
    """Make a dossier of many documents in many branches; its files are names only."""
    from dossier_studio.law.checklist import checklist
    from dossier_studio.law.load import rulebook
    from dossier_studio.store.folder import DossierFolder

    book = rulebook("id.bpom.drug")
    answers = {"stage": "registration", "category": "1B", "origin": "import"}
    answers["filing_date"] = "2027-01-18"
    records: dict[Key, Record] = {
        Key(RecordKind.ANSWER, name): Answer(value) for name, value in answers.items()
    }
    for number in range(BRANCHES):
        name = f"zat-{number:03}@pt-{number:03}"
        branch = Branch("substance", name, f"Zat {number}, PT {number}", number)
        records[Key(RecordKind.BRANCH, f"substance/{name}")] = branch
    made = checklist(book, answers, Dossier(records))
    holders = {line.parent for line in made.lines if line.parent}
    places = [line.id for line in made.lines if line.id not in holders]
    identity = Identity("Dossier besar", book.id, book.version)
    label = Message("workflow.dossier.new", {"name": identity.name})
    with DossierFolder.create(folder, identity, by="Ratna", label=label) as dossier:
        digests = [dossier.keep_bytes(f"%PDF-1.4\n{one}".encode()) for one in range(FILES)]
        for number in range(DOCUMENTS):
            key = DocumentKey(f"D{number + 1:04}")
            records[Key(RecordKind.DOCUMENT, key)] = Document(
                key, Place(places[number % len(places)]), number, f"berkas-{number}.pdf",
                digests[number % FILES], 100_000,
            )  # fmt: skip
        dossier.commit(Change(label, dict.fromkeys(records), records), "Ratna")
        dossier.remember(
            FileFacts(Digest(one), "0" * 32, 9, Kind.PDF, pages=3) for one in digests
        )
    return folder


def interactions(folder: Path) -> dict[str, float]:
    """Return the milliseconds of each interaction with our window."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    from dossier_studio.app.main import made
    from dossier_studio.app.screens.documents.screen import DocumentsScreen
    from dossier_studio.app.session import Session
    from dossier_studio.workflow import edits

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    session = Session(application)
    window = made(application, session)
    window.resize(1366, 690)
    window.show()
    application.processEvents()
    taken: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        begun = time.perf_counter()
        act()
        application.processEvents()
        taken[name] = 1000 * (time.perf_counter() - begun)

    timed("open", lambda: session.open(folder))
    timed("documents", lambda: window.go("documents"))
    screen = window.screen_of("documents")
    assert isinstance(screen, DocumentsScreen)
    tree = screen.outline.tree
    taken["rows"] = float(_rows(tree.model_of_sections))
    search = screen.outline.findChildren(QLineEdit)[0]

    def narrowed(words: str) -> None:
        search.setText(words)
        screen.outline._narrow()  # noqa: SLF001  # what the timer would call a moment later

    timed("filter", lambda: narrowed("spesifikasi"))
    timed("unfilter", lambda: narrowed(""))
    timed("collapse", tree.collapseAll)
    timed("expand", tree.expandAll)
    book = session.rulebook
    timed("answer", lambda: session.edit(
        lambda: edits.answer(book, session.dossier, {"orphan": "yes"})))  # fmt: skip
    timed("undo", session.undo)
    timed("section", lambda: screen.show_place("T07[zat-030@pt-030]"))
    timed("language en", lambda: window.header.language_chosen.emit(Language.EN))
    timed("language id", lambda: window.header.language_chosen.emit(Language.ID))
    window.close()
    return taken


def _apart(folder: Path) -> dict[str, float]:
    """Measure in a process of its own, so that no run profits from the one before."""
    command = [sys.executable, "-m", "benchmarks.window", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _rows(model: object) -> int:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex

    assert isinstance(model, QAbstractItemModel)

    def beneath(parent: QModelIndex) -> int:
        count = model.rowCount(parent)
        return count + sum(beneath(model.index(row, 0, parent)) for row in range(count))

    return beneath(QModelIndex())


def plain(rows: int) -> dict[str, float]:
    """Return the milliseconds of the same interactions with a plain tree view of so many rows."""
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTreeView

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    model, view, proxy = QStandardItemModel(), QTreeView(), QSortFilterProxyModel()
    view.setUniformRowHeights(True)
    view.resize(290, 600)
    taken: dict[str, float] = {}

    def fill() -> None:
        for group in range(rows // 50):
            above = QStandardItem(f"Bagian {group}")
            above.appendRows([QStandardItem(f"Spesifikasi {one}") for one in range(49)])
            model.appendRow(above)
        proxy.setRecursiveFilteringEnabled(True)
        proxy.setSourceModel(model)
        view.setModel(proxy)
        view.expandAll()
        view.show()

    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    for name, act in (
        ("documents", fill),
        ("filter", lambda: proxy.setFilterFixedString("spesifikasi 7")),
        ("unfilter", lambda: proxy.setFilterFixedString("")),
        ("collapse", view.collapseAll),
        ("expand", view.expandAll),
    ):
        begun = time.perf_counter()
        act()
        application.processEvents()
        taken[name] = 1000 * (time.perf_counter() - begun)
    view.close()
    return taken


def main() -> int:
    """Measure, print, and return 1 where a limit is passed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(interactions(Path(sys.argv[1]))) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["DOSSIER_STUDIO_HOME"] = home
        begun = start()
        folder = large(Path(home) / "besar")
        runs = [_apart(folder) for _ in range(3)]
        ours = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        peer = plain(int(ours["rows"]))
    sys.stdout.write(json.dumps({"start": begun, "ours": ours, "plain": peer}, indent=1) + "\n")
    asked = {name: took for name, took in ours.items() if name not in {"rows", "open"}}
    slow = [name for name, took in asked.items() if took > PERCEIVED]
    sys.stdout.write(f"above {PERCEIVED} ms: {', '.join(slow) or 'none'}\n")
    return int(begun["times"] > MOST_START or bool(slow))


if __name__ == "__main__":
    sys.exit(main())
