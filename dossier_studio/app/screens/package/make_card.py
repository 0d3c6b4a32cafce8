"""The card that makes the package: before, while, and after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.field import Field
from dossier_studio.app.components.inputs import Elided, Tick
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.worded import Worded, button, empty, label, margins
from dossier_studio.app.gathering import Made
from dossier_studio.app.language import locale, say, size
from dossier_studio.core.finding import Report
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step


class Before(Worded):
    """What will be done, where to, and the button."""

    wanted = Signal(object, bool, bool)
    """Parent folder, whether an incomplete one is allowed, whether a zip is made too."""

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._title, self._words = label("title"), label("muted", wraps=True)
        self._notice = Banner("warn")
        self._folder = Field(QLineEdit())
        self._choose, self._make = button(), button("primary")
        self._zip, self._incomplete = Tick(), Tick()
        self._choose.clicked.connect(self._choose_folder)
        self._make.clicked.connect(self.make)
        self._incomplete.toggled.connect(self._allow)
        place = QHBoxLayout()
        margins(place)
        place.addWidget(self._folder, 1)
        place.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        margins(column, gap=10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._notice)
        column.addLayout(place)
        column.addWidget(self._zip)
        column.addWidget(self._incomplete)
        column.addWidget(self._make)
        column.addStretch()
        self.retranslate()

    def _line(self) -> QLineEdit:
        editor = self._folder.editor
        assert isinstance(editor, QLineEdit)  # made in __init__
        return editor

    def show_report(self, report: Report, parent: Path) -> None:
        """Show whether the dossier is ready, and where the package would go."""
        self._report = report
        if not self._line().text():
            self._line().setText(str(parent))
        self._incomplete.setVisible(not report.ready)
        self._allow()
        self.retranslate()

    def refuse(self, sentence: str) -> None:
        """Say why no package was made."""
        self._folder.complain(sentence)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Make the package"))
        self._words.setText(
            self.tr(
                "One folder with the files for each upload slot, reading copies of the Parts,"
                " reports, and a manifest that anyone can verify."
            )
        )
        self._folder.name(self.tr("Put it into this folder"))
        self._choose.setText(self.tr("Choose…"))
        self._zip.setText(self.tr("A .zip copy beside it"))
        self._incomplete.setText(self.tr("Make it although it is not ready"))
        self._make.setText(self.tr("Make package"))
        report = self._report
        self._notice.setVisible(report is not None and not report.ready)
        if report is not None and report.errors:
            self._notice.say(self.tr("%n blocker(s) must be settled first.", "", report.errors))
        else:
            self._notice.say(self.tr("The dossier is not complete yet."))

    def make(self) -> None:
        """Ask for the package."""
        folder = self._line().text().strip()
        self._folder.complain("" if folder else self.tr("Choose a folder for it."))
        if folder and self._make.isEnabled():
            incomplete = self._incomplete.isVisible() and self._incomplete.isChecked()
            self.wanted.emit(Path(folder), incomplete, self._zip.isChecked())

    def _allow(self) -> None:
        ready = self._report is not None and self._report.ready
        self._make.setEnabled(ready or self._incomplete.isChecked())

    def _choose_folder(self) -> None:
        title = self.tr("Where is the package to go?")
        chosen = QFileDialog.getExistingDirectory(self, title, self._line().text())
        if chosen:
            self._line().setText(chosen)


class While(Worded):
    """What is being done, how far it is, and Cancel."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._title, self._doing = label("title"), label("muted", wraps=True)
        self._count, self._bar = label("caption"), Bar()
        self._cancel = button()
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        margins(row)
        row.addWidget(self._count, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        margins(column, gap=10)
        column.addWidget(self._title)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        column.addLayout(row)
        column.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("The package is being made"))
        self._cancel.setText(self.tr("Cancel"))
        step = self._step
        self._doing.setText(say(step.message) if step else "")
        done, total = (step.done, step.total) if step else (0, 0)
        self._bar.show_share(done, total)
        self._bar.say(self._doing.text())
        share = f"{locale().toString(round(100 * done / total))} %" if total else ""
        self._count.setText(share)

    def show_step(self, step: Step | None) -> None:
        """Show how far the work has come."""
        self._step = step
        self.retranslate()


class After(Worded):
    """Verified, with what was read back from the disk; or what is wrong."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._made: Made | None = None
        self._glyph = Glyph("shield-check", "ok", 32)
        self._title, self._words = label("title"), label("muted", wraps=True)
        self._place = Elided("small")
        self._rows = QVBoxLayout()
        margins(self._rows, gap=6)
        self._open, self._again = button("primary", "folder-open"), button("flat")
        self._open.clicked.connect(self._open_folder)
        self._again.clicked.connect(self.again)
        head = QHBoxLayout()
        margins(head, gap=12)
        words = QVBoxLayout()
        margins(words, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addWidget(self._glyph)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        margins(buttons)
        buttons.addWidget(self._open)
        buttons.addWidget(self._again)
        buttons.addStretch()
        column = QVBoxLayout(self)
        margins(column, gap=12)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self._place)
        column.addLayout(buttons)
        column.addStretch()
        self.retranslate()

    def show_made(self, made: Made) -> None:
        """Show what was made, and what verification says."""
        self._made = made
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._open.setText(self.tr("Open folder"))
        self._again.setText(self.tr("Make it again"))
        if self._made is None:
            return
        valid, package = self._made.verification.valid, self._made.package
        self._glyph.show_icon("shield-check" if valid else "circle-x", "ok" if valid else "error")
        self._title.setText(self.tr("Verified") if valid else self.tr("Not valid"))
        good = self.tr("All %n file(s) were read back from the disk and agree with the manifest.",
                       "", self._made.files)  # fmt: skip
        bad = self.tr("%n file(s) do not agree with the manifest.", "",
                      len(self._made.verification.problems))  # fmt: skip
        self._words.setText(good if valid else bad)
        self._place.say(str(package.path))
        empty(self._rows)
        for words, value in (
            (self.tr("Sequence"), package.sequence),
            (self.tr("Documents"), locale().toString(package.documents)),
            (self.tr("Pages of the reading copies"), locale().toString(package.pages)),
            (self.tr("Size"), size(package.bytes)),
        ):
            row = QHBoxLayout()
            row.addWidget(Glyph("circle-check", "ok", 16))
            row.addWidget(label(text=words), 1)
            row.addWidget(label("caption", text=value))
            self._rows.addLayout(row)

    def _open_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.package.path)))


class MakeCard(Worded):
    """The three states in one card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.before, self.during, self.after = Before(), While(), After()
        self._stack = QStackedWidget()
        for page in (self.before, self.during, self.after):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        margins(column, 20, 16, 20, 16)
        column.addWidget(self._stack)

    def show_before(self) -> None:
        """Show what may be made."""
        self._stack.setCurrentWidget(self.before)

    def show_during(self) -> None:
        """Show that it is being made."""
        self.during.show_step(None)
        self._stack.setCurrentWidget(self.during)

    def show_after(self, made: Made) -> None:
        """Show what was made."""
        self.after.show_made(made)
        self._stack.setCurrentWidget(self.after)

    def refuse(self, words: Message) -> None:
        """Say why it was not made."""
        self.before.refuse(say(words))
        self.show_before()
