"""The findings beneath the cards; folds to one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import icons, outcome
from dossier_studio.app.components.findings import FindingsList
from dossier_studio.app.components.inputs import Tick
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import Worded, label, line, margins, name, tool
from dossier_studio.core.finding import Finding, Severity

_ROWS = 3


class FindingsPanel(Worded):
    """A head with the counts, and the rows, those of this section first."""

    sought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self._findings: tuple[Finding, ...] = ()
        self._section = ""
        self._heading = label("strong")
        self._pills = {severity: Pill() for severity in Severity}
        self._here_first = Tick()
        self._here_first.setChecked(True)
        self._here_first.toggled.connect(self._show)
        self._fold = tool("panel-bottom-close")
        self._fold.clicked.connect(self.turn)
        self.list = FindingsList(ample=False)
        self.list.sought.connect(self.sought)
        head = QHBoxLayout()
        margins(head, 14, 5, 10, 5, gap=10)
        head.addWidget(self._heading)
        for pill in self._pills.values():
            head.addWidget(pill)
        head.addStretch()
        head.addWidget(self._here_first)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addWidget(line())
        column.addLayout(head)
        column.addWidget(self.list)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Findings"))
        self._here_first.setText(self.tr("This section first"))
        self.list.setAccessibleName(self.tr("Findings"))
        opened = not self.list.isHidden()
        name(self._fold, self.tr("Fold the findings") if opened else self.tr("Show the findings"))
        self._fold.setIcon(icons.icon("panel-bottom-close" if opened else "chevron-up", "text_2"))
        counts = Counter(finding.severity for finding in self._findings)
        words = {
            Severity.ERROR: self.tr("%n blocker(s)", "", counts[Severity.ERROR]),
            Severity.WARNING: self.tr("%n warning(s)", "", counts[Severity.WARNING]),
            Severity.ADVICE: self.tr("%n suggestion(s)", "", counts[Severity.ADVICE]),
        }
        for severity, pill in self._pills.items():
            look = outcome.SEVERITY[severity]
            pill.say(words[severity], look.tone, look.icon)
            pill.setVisible(counts[severity] > 0)
        self.list.rows.retranslate()

    def show_findings(self, findings: Sequence[Finding], section: str) -> None:
        """Show the findings of a dossier, and know the section one is on."""
        self._findings, self._section = tuple(findings), section
        self._show()
        self.retranslate()

    def turn(self) -> None:
        """Fold or unfold the rows."""
        self.list.setVisible(self.list.isHidden())
        self.retranslate()

    def _show(self) -> None:
        found = list(self._findings)
        if self._here_first.isChecked():
            found.sort(key=self._elsewhere)
        self.list.rows.show_rows(found)
        tall = max(1, min(_ROWS, len(found)))
        self.list.setFixedHeight(tall * max(27, self.list.sizeHintForRow(0)) + 4)

    def _elsewhere(self, finding: Finding) -> bool:
        here = self._section
        return not (here and (finding.section == here or finding.section.startswith(f"{here}.")))
