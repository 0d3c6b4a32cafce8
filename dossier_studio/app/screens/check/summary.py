"""The verdict in words, and how far each Part has come."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome, overview
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.ring import Ring
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.language import locale, say
from dossier_studio.app.overview import Share
from dossier_studio.app.session import Session
from dossier_studio.core.finding import Coverage, Report, Severity
from dossier_studio.law.outline import Section

_NARROW = 1000


class PartShare(Worded):
    """A ring, the Part's name, and the count."""

    def __init__(self, part: Section, share: Share) -> None:
        super().__init__()
        self._part, self._share = part, share
        self._ring = Ring(54, 6)
        self._name, self._count = label("strong"), label("small", wraps=True)
        self._title = Elided("small", middle=False)
        words = QVBoxLayout()
        margins(words, gap=0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._title)
        words.addWidget(self._count)
        words.addStretch()
        row = QHBoxLayout(self)
        margins(row, gap=12)
        row.addWidget(self._ring)
        row.addLayout(words, 1)
        self.retranslate()

    def shorten(self, *, brief: bool) -> None:
        """Leave the ring and the title out where there is little room."""
        self._ring.setVisible(not brief)
        self._title.setVisible(not brief)
        self._count.setWordWrap(not brief)

    @override
    def retranslate(self) -> None:
        share, fraction = self._share, self._share.fraction
        percent = f"{locale().toString(int(100 * (fraction or 0)))} %"
        self._ring.show_share(fraction, percent if fraction is not None else "–")
        self._name.setText(self.tr("Part {part}").format(part=self._part.id))
        self._title.say(say(self._part.title))
        count = self.tr("{settled} of {asked}").format(settled=share.settled, asked=share.asked)
        self._count.setText(count if share.asked else self.tr("not asked for"))
        self._ring.say(f"{self._name.text()}: {self._count.text()}")


class Summary(Worded):
    """The card at the top."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._report: Report | None = None
        self._share = Share()
        self._ring = Ring(84, 9)
        self._verdict, self._line = label("title", wraps=True), label("muted", wraps=True)
        self._coverage = label("caption", wraps=True)
        self._pills = {severity: Pill() for severity in Severity}
        self._parts = QHBoxLayout()
        margins(self._parts, gap=16)
        pills = QHBoxLayout()
        margins(pills, gap=6)
        for pill in self._pills.values():
            pills.addWidget(pill)
        pills.addStretch()
        words = QVBoxLayout()
        margins(words, gap=3)
        for widget in (self._verdict, self._line):
            words.addWidget(widget)
        words.addLayout(pills)
        words.addWidget(self._coverage)
        row = QHBoxLayout(self)
        margins(row, 20, 12, 16, 12, gap=16)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 4)
        row.addLayout(self._parts, 7)

    def show_dossier(self, session: Session) -> None:
        """Show where the dossier stands."""
        outline = session.rulebook.outline
        shares = overview.shares(outline, session.checklist)
        self._report = session.report
        self._share = Share(
            sum(share.settled for share in shares.values()),
            sum(share.asked for share in shares.values()),
        )
        empty(self._parts)
        for part, share in shares.items():
            divider = QWidget()
            divider.setObjectName("line")
            divider.setFixedWidth(1)
            self._parts.addWidget(divider)
            self._parts.addWidget(PartShare(outline.sections[part], share), 1)
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        brief = self.width() < _NARROW
        for share in self.findChildren(PartShare):
            share.shorten(brief=brief)
        self._coverage.setVisible(not brief)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is only comfortable."""
        super().resizeEvent(event)
        self._fit()

    @override
    def retranslate(self) -> None:
        report = self._report
        if report is None:
            return
        share = self._share
        of = self.tr("of {asked}").format(asked=share.asked)
        self._ring.show_share(share.fraction, str(share.settled), of)
        self._ring.say(self.tr("{settled} of {asked} documents").format(
            settled=share.settled, asked=share.asked))  # fmt: skip
        counts = Counter(finding.severity for finding in report.findings)
        self._verdict.setText(self._verdict_of(report))
        self._line.setText(self._next_of(report))
        words = {
            Severity.ERROR: self.tr("%n blocker(s)", "", counts[Severity.ERROR]),
            Severity.WARNING: self.tr("%n warning(s)", "", counts[Severity.WARNING]),
            Severity.ADVICE: self.tr("%n suggestion(s)", "", counts[Severity.ADVICE]),
        }
        for severity, pill in self._pills.items():
            look = outcome.SEVERITY[severity]
            pill.say(words[severity], look.tone, look.icon)
            pill.setVisible(counts[severity] > 0)
        self._coverage.setText(self._coverage_of(report.coverage))

    def _verdict_of(self, report: Report) -> str:
        if report.ready:
            return self.tr("Ready to pack")
        if report.errors:
            return self.tr("Cannot be packed yet")
        return self.tr("Not complete yet")

    def _next_of(self, report: Report) -> str:
        if report.ready:
            return self.tr("Nothing stands in the way of the package.")
        if report.errors:
            return self.tr("%n blocker(s) must be settled first.", "", report.errors)
        if report.coverage.not_run:
            return self.tr("%n check(s) could not be run.", "", report.coverage.not_run)
        return self.tr("Some documents are missing, or wait for an answer.")

    def _coverage_of(self, coverage: Coverage) -> str:
        words = self.tr(
            "Checks: {passed} passed, {failed} failed, {left} not run, {apart} not applicable"
        )
        return words.format(
            passed=coverage.passed,
            failed=coverage.failed,
            left=coverage.not_run,
            apart=coverage.not_applicable,
        )
