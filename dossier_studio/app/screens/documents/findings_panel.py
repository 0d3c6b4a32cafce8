"""The findings beneath the cards; folds to one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import icons, outcome
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.findings import FindingsList
from dossier_studio.app.components.inputs import Elided, Tick
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import (
    Worded,
    button,
    label,
    line,
    margins,
    name,
    tool,
)
from dossier_studio.app.language import locale, say
from dossier_studio.core.finding import Finding, Severity

_ROWS = 3


class FindingsPanel(Worded):
    """A head with the counts, and the rows, those of this section first.

    Where there is little room it is one line with the first of them.
    """

    sought = Signal(object)
    mend_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self._findings: tuple[Finding, ...] = ()
        self._section = ""
        self._brief, self._folded = False, False
        self._heading = label("strong")
        self._pills = {severity: Pill() for severity in Severity}
        self._first_icon, self._first = Glyph("circle-x", "error", 15), Elided(middle=False)
        self._mend = button("flat", small=True)
        self._mend.setProperty("weight", "strong")
        self._mend.clicked.connect(self._mend_first)
        self._here_first = Tick()
        self._here_first.setChecked(True)
        self._here_first.toggled.connect(self._show)
        self._fold = tool("panel-bottom-close")
        self._fold.clicked.connect(self.turn)
        self.list = FindingsList(ample=False)
        self.list.sought.connect(self.sought)
        self.list.mend_asked.connect(self.mend_asked)
        head = QHBoxLayout()
        margins(head, 14, 3, 10, 3, gap=10)
        head.addWidget(self._heading)
        for pill in self._pills.values():
            head.addWidget(pill)
        head.addWidget(self._first_icon)
        head.addWidget(self._first, 1)
        head.addStretch()
        for widget in (self._here_first, self._mend, self._fold):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        margins(column, gap=0)
        column.addWidget(line())
        column.addLayout(head)
        column.addWidget(self.list)
        self.retranslate()

    @override
    def retranslate(self) -> None:
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
            pill.setVisible(counts[severity] > 0 and not self._brief)
        self._say_head()
        self.list.rows.retranslate()

    def _say_head(self) -> None:
        found = self._findings
        self._heading.setText(self.tr("Findings") if found else self.tr("No findings"))
        one_line = self._brief and self.list.isHidden() and bool(found)
        for widget in (self._first_icon, self._first, self._mend):
            widget.setVisible(one_line)
        self._here_first.setVisible(bool(found) and not self._brief)
        self._fold.setVisible(bool(found))
        if not found:
            return
        if self._brief:
            count = locale().toString(len(found))
            self._heading.setText(self.tr("Findings {count}").format(count=count))
        first = self.list.rows.index(0)
        row = self.list.rows.at(first)
        if isinstance(row, Finding):
            look = outcome.SEVERITY[row.severity]
            self._first_icon.show_icon(look.icon, look.tone)
            self._first.say(say(row.message))
            mends = self.list.rows.mends_at(first)
            self._mend.setText(mends[0].label if mends else self.tr("Show"))
            self._mend.setToolTip(mends[0].preview if mends else "")

    def show_findings(self, findings: Sequence[Finding], section: str) -> None:
        """Show the findings of a dossier, and know the section one is on."""
        self._findings, self._section = tuple(findings), section
        self._show()
        self.retranslate()

    def turn(self) -> None:
        """Fold or unfold the rows."""
        self._folded = not self._folded
        self._fit()
        self.retranslate()

    def shorten(self, *, brief: bool) -> None:
        """Be one line, or as many as there are."""
        if brief != self._brief:
            self._brief = self._folded = brief
            self._fit()
            self.retranslate()

    def _fit(self) -> None:
        self.list.setVisible(bool(self._findings) and not self._folded)

    def _mend_first(self) -> None:
        first = self.list.rows.index(0)
        row, mends = self.list.rows.at(first), self.list.rows.mends_at(first)
        if mends:
            self.mend_asked.emit(mends[0])
        elif row is not None:
            self.sought.emit(row)

    def _show(self) -> None:
        found = list(self._findings)
        if self._here_first.isChecked():
            found.sort(key=self._elsewhere)
        self.list.rows.show_rows(found)
        tall = max(1, min(_ROWS, len(found)))
        self.list.setFixedHeight(tall * max(27, self.list.sizeHintForRow(0)) + 4)
        self._fit()

    def _elsewhere(self, finding: Finding) -> bool:
        here = self._section
        return not (here and (finding.section == here or finding.section.startswith(f"{here}.")))
