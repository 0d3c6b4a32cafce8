"""What the answers mean as one line, where there is no room for the panel beside the questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton
from typing_extensions import override

from dossier_studio.app import icons, overview
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, margins
from dossier_studio.app.session import Session
from dossier_studio.law.rulebook import Need


class SummaryLine(Worded):
    """A line at the foot of the page; its button opens the panel over the page and folds it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self._asked = self._open = 0
        self._mark = Glyph("file-stack", "text_2", 16)
        self.button: QPushButton = button("flat")
        self.button.setProperty("weight", "strong")
        self.button.setCheckable(True)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.toggled.connect(self.retranslate)
        row = QHBoxLayout(self)
        margins(row, 16, 3, 12, 3, gap=8)
        row.addWidget(self._mark)
        row.addWidget(self.button)
        row.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        icon = "chevron-down" if self.button.isChecked() else "chevron-right"
        self.button.setIcon(icons.icon(icon, "accent"))
        words = self.tr("%n document(s), {open} undecided", "", self._asked)
        self.button.setText(words.format(open=self._open))
        self.button.setToolTip(self.tr("What this means for the dossier"))

    def show_dossier(self, session: Session) -> None:
        """Show how many documents are asked for, and how many wait for a decision."""
        made = session.checklist
        self._asked = sum(one.need is Need.REQUIRED for one in overview.rows(made))
        self._open = len(overview.open_lines(made))
        if made.stops:
            self._mark.show_icon("circle-x", "error")
        elif self._open:
            self._mark.show_icon("circle-question-mark", "open")
        else:
            self._mark.show_icon("file-stack", "text_2")
        self.retranslate()
