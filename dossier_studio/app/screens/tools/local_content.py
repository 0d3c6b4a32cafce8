"""Local content (TKDN): the lines of a self-assessment, and live what they come to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.grid import Grid
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.worded import button, label, margins
from dossier_studio.app.language import current, say
from dossier_studio.app.screens.tools import exporting, local_form
from dossier_studio.app.screens.tools.local_product import ProductFields
from dossier_studio.app.screens.tools.local_values import RuleSets, Totals
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Words
from dossier_studio.host import files, paths
from dossier_studio.law import tkdn_form, tkdn_rules
from dossier_studio.law.tkdn import Outcome, calculate
from dossier_studio.workflow.calculations import LocalContentResult, sheet_pdf, sheet_xml

_WIDTHS = {"item": 216, "name": 160, "performed": 86, "in_indonesia": 92, "share": 66,
           "labour": 76, "equipment": 76, "material": 76, "evidence": 130}  # fmt: skip
_ENDING = "JSON (*.json)"
_SHEETS = "PDF (*.pdf);;XML (*.xml)"


class LocalContentTool(Tool):
    """What is typed is kept at once, and is there again at the next start."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rules = tkdn_rules.rules()
        self._rule_set = self._rules.usual
        self._outcome: Outcome | None = None
        self._refusal: Words | None = None
        self.totals, self.rule_sets = Totals(self._rules), RuleSets(self._rules)
        self.grid = Grid(local_form.table_of(self._rules))
        self.grid.share_width(_WIDTHS)
        self.grid.setFixedHeight(236)
        self.grid.cells.edited.connect(self._edited)
        self.grid.refused.connect(self._complain)
        self.product = ProductFields()
        self.product.edited.connect(self._edited)
        self.trouble = Banner("warn")
        self.trouble.hide()
        self._choice, self._choice_label = Combo(), label("label")
        self._choice.activated.connect(self._choose)
        self._open, self._save = button("plain", "folder-open"), button("plain", "save")
        self._sheet = button("plain", "file-text")
        self._sheet_heading = label("heading")
        self._said = label("small", wraps=True)
        self._said.hide()
        self._copy, self._paste = button("flat", "copy"), button("flat")
        self._remove = button("flat", "circle-minus")
        self._hint = label("caption", wraps=True)
        self._lay_out()
        self._wire()
        self._restore()

    def _lay_out(self) -> None:
        self.head.addWidget(self._open)
        self.head.addWidget(self._save)
        self.head.addWidget(self._sheet)
        self.body.addWidget(self.totals)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self._said)
        bar = QHBoxLayout()
        margins(bar, 12, 6, 12, 6, gap=4)
        bar.addWidget(self._choice_label)
        bar.addWidget(self._choice, 1)
        bar.addSpacing(12)
        for one in (self._copy, self._paste, self._remove):
            bar.addWidget(one)
        lines = self._card()
        lines.addLayout(bar)
        lines.addWidget(self.grid, 1)
        lines.addWidget(self._hint)
        self.body.addWidget(self.rule_sets)
        made, sheet = card(gap=4)
        sheet.setContentsMargins(4, 10, 4, 10)
        self._sheet_heading.setContentsMargins(12, 0, 12, 0)
        sheet.addWidget(self._sheet_heading)
        sheet.addWidget(self.product)
        self.body.addWidget(made)
        self.body.addStretch(1)

    def _card(self) -> QVBoxLayout:
        made, column = card(gap=0)
        column.setContentsMargins(1, 1, 1, 8)
        self._hint.setContentsMargins(12, 6, 12, 0)
        self.body.addWidget(made)
        return column

    def _wire(self) -> None:
        self._open.clicked.connect(self._ask_open)
        self._save.clicked.connect(self._ask_save)
        self._sheet.clicked.connect(self._ask_sheet)
        self._copy.clicked.connect(self.grid.copy)
        self._paste.clicked.connect(self.grid.paste)
        self._remove.clicked.connect(self.grid.remove_chosen)

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Local content (TKDN)"))
        self.purpose.setText(
            self.tr("Self-assessment of a medicine: each item counts with the lines you give it.")
        )
        self._open.setText(self.tr("Open…"))
        self._save.setText(self.tr("Save as…"))
        self._sheet.setText(self.tr("Sheet to sign…"))
        self._sheet_heading.setText(self.tr("On the sheet to sign"))
        self._choice_label.setText(self.tr("Value by"))
        self._choice_label.setBuddy(self._choice)
        self._choice.setAccessibleName(self.tr("Reading of the regulation"))
        self._copy.setText(self.tr("Copy"))
        self._paste.setText(self.tr("Paste"))
        self._remove.setText(self.tr("Remove lines"))
        self._hint.setText(
            self.tr(
                "Type into the empty last line to add one. Space ticks. Cells copied from a"
                " spreadsheet can be pasted."
            )
        )
        self.grid.setAccessibleName(self.tr("Lines of the self-assessment"))
        self._say_rule_sets()
        self.grid.retranslate()
        self.totals.retranslate()
        self.rule_sets.show_outcome(self._outcome)
        self._say_trouble()

    def _say_rule_sets(self) -> None:
        self._choice.clear()
        for one in self._rules.rule_sets.values():
            self._choice.addItem(say(one.title), one.id)
        self._choice.setCurrentIndex(self._choice.findData(self._rule_set))

    # --- what it comes to ------------------------------------------------------------------------

    @property
    def form(self) -> bytes:
        """The self-assessment as the command reads it."""
        rows = self.grid.cells.rows
        return local_form.written(self._rules, self._rule_set, rows, self.product.said)

    def _choose(self) -> None:
        self._rule_set = str(self._choice.currentData())
        self._edited()

    def _edited(self) -> None:
        self._calculate()
        place = _draft()
        try:
            with files.writing(place.parent):
                place.parent.mkdir(parents=True, exist_ok=True)
                files.write_aside(place, self.form)
        except StudioError as refusal:
            self._complain(refusal.message)

    def _calculate(self) -> None:
        self._refusal = self.grid.cells.trouble
        self._outcome = None
        if self._refusal is None:
            try:
                read = tkdn_form.assessment(self.form, self._rules, "")
                self._outcome = calculate(self._rules, read)
            except StudioError as refusal:
                self._refusal = refusal.message
        self.totals.show_outcome(self._outcome)
        self.rule_sets.show_outcome(self._outcome)
        self._sheet.setEnabled(self._outcome is not None)
        self._said.hide()
        self._say_trouble()

    def _complain(self, words: Words) -> None:
        self._refusal = words
        self._say_trouble()

    def _say_trouble(self) -> None:
        if self._refusal is not None:
            self.trouble.say(say(self._refusal))
        self.trouble.setVisible(self._refusal is not None)

    # --- files -----------------------------------------------------------------------------------

    def _ask_open(self) -> None:
        title = self.tr("Open a self-assessment")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", _ENDING)
        if chosen:
            self.open(Path(chosen))

    def open(self, place: Path) -> None:
        """Show the self-assessment of a file; a refusal is told, and the lines stay."""
        try:
            self._read(place)
        except OSError as error:
            self._complain(files.unreadable(error, place).message)
        except StudioError as refusal:
            self._complain(refusal.message)
        else:
            self._edited()

    def _read(self, place: Path) -> None:
        data = place.read_bytes()
        read = tkdn_form.assessment(data, self._rules, place.name)
        self._rule_set = read.rule_set
        self.product.show_product(read.product)
        self._choice.setCurrentIndex(self._choice.findData(self._rule_set))
        self.grid.cells.show_rows(local_form.rows_of(data, read))

    def _ask_save(self) -> None:
        title = self.tr("Save the self-assessment")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "local-content.json", _ENDING)
        if chosen:
            self.save(Path(chosen))

    def save(self, place: Path) -> None:
        """Write the self-assessment as the command reads it."""
        self._tell(exporting.save(place, self.form))

    def _ask_sheet(self) -> None:
        title = self.tr("Save the sheet to sign")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "local-content.pdf", _SHEETS)
        if chosen:
            self.make_sheet(Path(chosen))

    def make_sheet(self, place: Path) -> None:
        """Write the sheet that waits for a signature, as XML where the name ends so."""
        if self._outcome is None:
            return
        read = tkdn_form.assessment(self.form, self._rules, "")
        found = LocalContentResult(self._rules, read, self._outcome)
        xml = place.suffix.lower() == ".xml"
        data = sheet_xml(found) if xml else sheet_pdf(found, (current(),))
        self._tell(exporting.save(place, data))

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _restore(self) -> None:
        try:
            self._read(_draft())
        except (OSError, StudioError):
            self.grid.cells.show_rows(local_form.fresh(self._rules))
        self._calculate()


def _draft() -> Path:
    return paths.data_folder() / "tools" / "local-content.json"


