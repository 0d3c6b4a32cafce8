"""The check screen: a page to hand to a manager."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.actions import Actions
from dossier_studio.app.components.findings import Band, FindingsList
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.mends import Mend, mends_of
from dossier_studio.app.screen import Screen
from dossier_studio.app.screens.check.ahead import Ahead, OpenDecisions
from dossier_studio.app.screens.check.hand_out import HandOut
from dossier_studio.app.screens.check.summary import Summary
from dossier_studio.app.session import Session
from dossier_studio.core.finding import Finding, Severity

_ALL = "all"
_PARTS = ("I", "II", "III", "IV")
_WITH_SIDE = 1000


class CheckScreen(Screen):
    """Verdict, rings, findings with blockers first, and what lies ahead."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._summary = Summary()
        self._heading = label("heading")
        self._parts = Segments((_ALL, *_PARTS), may_clear=False)
        self._parts.choose(_ALL)
        self._parts.chosen.connect(self._fill_list)
        self.findings = FindingsList(ample=True)
        self.findings.sought.connect(self._go_to)
        self.findings.mend_asked.connect(session.mend_asked)
        self.findings.rows.mends = self._mends
        self.hand_out = HandOut(session)
        self._nothing = label("muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ahead, self._open = Ahead(), OpenDecisions()
        self._open.sought.connect(self._go_to_line)
        self._side = self._made_side()
        self._turn = button("plain", "calendar-days", small=True)
        self._turn.setCheckable(True)
        self._turn.toggled.connect(self._fit)
        self._card = self._list_card()
        below = QHBoxLayout()
        margins(below, gap=12)
        below.addWidget(self._card, 1)
        below.addWidget(self._side)
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 12, gap=12)
        column.addWidget(self._summary)
        column.addLayout(below, 1)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def _list_card(self) -> QWidget:
        card = Worded()
        card.setProperty("kind", "card")
        head = QHBoxLayout()
        margins(head, 14, 8, 10, 8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._parts)
        head.addWidget(self.hand_out)
        column = QVBoxLayout(card)
        margins(column, 1, 1, 1, 8, gap=0)
        column.addLayout(head)
        column.addWidget(self.findings, 1)
        column.addWidget(self._nothing, 1)
        return card

    def _made_side(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        margins(column, gap=12)
        column.addWidget(self._ahead)
        column.addWidget(self._open)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setMinimumWidth(352)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.findings, self._side)

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("What has to be settled"))
        self.findings.setAccessibleName(self.tr("What has to be settled"))
        self._nothing.setText(self.tr("Nothing was found here."))
        self._turn.setText(self.tr("What expires, and what waits for you"))
        super().retranslate()

    @override
    def fill(self) -> None:
        if self.session.folder is None:
            return
        self._summary.show_dossier(self.session)
        self._ahead.show_dossier(self.session)
        self._open.show_dossier(self.session)
        self._say_parts()
        self._fill_list()

    def _part_of(self, finding: Finding) -> str:
        section = self.session.rulebook.outline.sections.get(finding.section)
        return section.part if section else ""

    def _say_parts(self) -> None:
        found = self.session.report.findings
        words = [self.tr("All {count}").format(count=len(found))]
        for part in _PARTS:
            count = sum(self._part_of(one) == part for one in found)
            words.append(self.tr("Part {part} {count}").format(part=part, count=count))
        self._parts.say(self.tr("Which Part"), words)
        held = {self._part_of(one) for one in found}
        self._parts.offer({_ALL, *held})

    def _fill_list(self) -> None:
        rows = tuple(self._rows())
        self.findings.rows.show_rows(rows)
        self.findings.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _rows(self) -> Iterator[Finding | Band]:
        hints = {
            Severity.ERROR: (self.tr("Blockers"), self.tr("the package cannot be made")),
            Severity.WARNING: (
                self.tr("Warnings"),
                self.tr("the package can be made; the authority may ask"),
            ),
            Severity.ADVICE: (self.tr("Suggestions"), self.tr("to be confirmed, or to improve")),
        }
        chosen = self._parts.value
        order = list(self.session.rulebook.outline.sections)
        places = {section: place for place, section in enumerate(order)}
        for severity, (title, hint) in hints.items():
            found = [
                one
                for one in self.session.report.findings
                if one.severity is severity and chosen in {_ALL, self._part_of(one)}
            ]
            if found:
                yield Band(severity, f"{title} {len(found)}", hint)
                yield from sorted(found, key=lambda one: places.get(one.section, -1))

    def _mends(self, finding: Finding) -> tuple[Mend, ...]:
        return mends_of(self.session, finding) if self.session.folder else ()

    def _go_to(self, finding: Finding) -> None:
        place = finding.document or finding.requirement or finding.section
        if place:
            self.session.sought.emit("documents", place)
            return
        for mend in self._mends(finding)[:1]:
            self.session.mend_asked.emit(mend)

    def _go_to_line(self, line: str) -> None:
        found = self.session.checklist.line(line)
        if found is not None and found.asks:
            self.session.sought.emit("product", found.asks[0])
        else:
            self.session.sought.emit("documents", line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, a button turns from the list to what lies ahead."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= _WITH_SIDE
        turned = self._turn.isChecked() and not wide
        self._turn.setVisible(not wide)
        self._side.setMaximumWidth(352 if wide else 16_777_215)
        self._side.setVisible(wide or turned)
        self._card.setVisible(not turned)
