"""What a self-assessment comes to: claimed, evidenced, four components, every rule set."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.worded import Worded, empty, label, margins
from dossier_studio.app.language import current, say
from dossier_studio.app.screens.tools.tool import card
from dossier_studio.core.text import Language
from dossier_studio.law.tkdn import Outcome, Value, written
from dossier_studio.law.tkdn_rules import Component, LocalContent, RuleSet

_ROOM = 860
"""Width from which all bars stand beside each other."""

_FINE = 10_000
"""Steps of a bar."""


def percent(number: Fraction) -> str:
    """Return a percentage exactly, as the language on screen writes it."""
    text = written(number)
    return f"{text.replace('.', ',') if current() is Language.ID else text} %"


class ComponentBar(Worded):
    """A component: name, points of its weight, and a bar of how much of it is reached."""

    def __init__(self, component: Component) -> None:
        super().__init__()
        self.component = component
        self._name, self._points = label("strong", wraps=True), label("small")
        self._bar = Bar(6, 90)
        column = QVBoxLayout(self)
        margins(column, gap=4)
        column.addStretch()
        column.addWidget(self._name)
        column.addWidget(self._bar)
        column.addWidget(self._points)
        column.addStretch()

    def show_value(self, value: Value | None) -> None:
        """Show how much of the component is reached."""
        component = self.component
        self._name.setText(say(component.title))
        points = value.points[component.key] if value else Fraction()
        words = self.tr("{points} of {weight}").format(
            points=percent(points) if value else "–", weight=percent(component.weight)
        )
        self._points.setText(words)
        self._bar.show_share(round(_FINE * points / component.weight), _FINE)
        self._bar.say(f"{say(component.title)}: {words}")


class Totals(Worded):
    """The card on top: the value claimed, the value evidenced, the four bars."""

    def __init__(self, rules: LocalContent) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._outcome: Outcome | None = None
        self._claimed, self._claim = label("display"), label("small")
        self._evidenced, self._proof = label("title"), label("small")
        self._bars = [ComponentBar(one) for one in rules.components]
        self._brief = False
        left = QGridLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setHorizontalSpacing(20)
        left.setVerticalSpacing(0)
        left.setRowStretch(2, 1)
        bottom = Qt.AlignmentFlag.AlignBottom
        left.addWidget(self._claimed, 0, 0, bottom)
        left.addWidget(self._claim, 1, 0)
        left.addWidget(self._evidenced, 0, 1, bottom)
        left.addWidget(self._proof, 1, 1)
        row = QHBoxLayout(self)
        margins(row, 16, 10, 16, 12, gap=20)
        row.addLayout(left)
        rule = QFrame()
        rule.setObjectName("line")
        rule.setFixedWidth(1)
        row.addWidget(rule)
        self._places = QGridLayout()
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setHorizontalSpacing(20)
        self._places.setVerticalSpacing(6)
        row.addLayout(self._places, 1)
        self._place(4)

    def _place(self, across: int) -> None:
        for number, bar in enumerate(self._bars):
            self._places.addWidget(bar, number // across, number % across)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars two by two where there is no room for all beside each other."""
        super().resizeEvent(event)
        brief = event.size().width() < _ROOM
        if brief != self._brief:
            self._brief = brief
            self._place(2 if brief else 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what the lines come to, None for nothing yet."""
        self._outcome = outcome
        self.retranslate()

    @property
    def claimed(self) -> str:
        """The value claimed, as it is shown."""
        return self._claimed.text()

    @property
    def evidenced(self) -> str:
        """The value evidenced, as it is shown."""
        return self._evidenced.text()

    @override
    def retranslate(self) -> None:
        found = self._outcome
        self._claimed.setText(percent(found.claimed.total) if found else "–")
        self._evidenced.setText(percent(found.evidenced.total) if found else "–")
        self._claim.setText(self.tr("claimed"))
        self._proof.setText(self.tr("with evidence"))
        for bar in self._bars:
            bar.show_value(found.claimed if found else None)


class RuleSetCard(Worded):
    """The value by one reading of the regulation, and what to know of that reading."""

    def __init__(self, rule_set: RuleSet) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.rule_set = rule_set
        self._title = label("strong", wraps=True)
        self._value, self._proof = label("title"), label("small")
        self._notice = label("small", wraps=True)
        values = QHBoxLayout()
        margins(values, gap=10)
        values.addWidget(self._value)
        values.addWidget(self._proof, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        margins(column, 14, 10, 14, 12, gap=4)
        column.addWidget(self._title)
        column.addLayout(values)
        column.addWidget(ConfidenceMark(rule_set.confidence))
        column.addWidget(self._notice)
        column.addStretch()

    def show_value(self, value: Value | None, evidenced: Value | None) -> None:
        """Show the value, None where the lines do not say enough for this reading."""
        self._title.setText(say(self.rule_set.title))
        self._value.setText(percent(value.total) if value else "–")
        words = self.tr("{value} with evidence")
        self._proof.setText(words.format(value=percent(evidenced.total)) if evidenced else "")
        notice = self.rule_set.notice
        self._notice.setText(say(notice) if notice else "")
        self._notice.setVisible(notice is not None)


class RuleSets(Worded):
    """All readings side by side, and whatever else is to be noticed."""

    def __init__(self, rules: LocalContent) -> None:
        super().__init__()
        self._heading = label("heading")
        self._cards = [RuleSetCard(one) for one in rules.rule_sets.values()]
        self._notes, notes = card()
        self._notes_heading = label("heading")
        self._lines = QVBoxLayout()
        margins(self._lines, gap=6)
        notes.addWidget(self._notes_heading)
        notes.addLayout(self._lines)
        self._side = side = QHBoxLayout()
        margins(side, gap=8)
        for one in self._cards:
            side.addWidget(one, 1)
        column = QVBoxLayout(self)
        margins(column, gap=8)
        column.addWidget(self._heading)
        column.addLayout(side)
        column.addWidget(self._notes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the readings one beneath the other where there is no room beside."""
        super().resizeEvent(event)
        beside = event.size().width() >= _ROOM
        direction = QBoxLayout.Direction
        self._side.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the values by all readings."""
        self._heading.setText(self.tr("By every reading of the regulation"))
        self._notes_heading.setText(self.tr("To be noticed"))
        for one in self._cards:
            name = one.rule_set.id
            one.show_value(
                outcome.by_rule_set[name] if outcome else None,
                outcome.evidenced_by_rule_set[name] if outcome else None,
            )
        empty(self._lines)
        own = {one.rule_set.notice for one in self._cards}
        notices = outcome.notices if outcome else ()
        said = [one for one in notices if getattr(one, "parameters", {}).get("notice") not in own]
        for one_notice in said:
            self._lines.addWidget(label("small", wraps=True, text=say(one_notice)))
        self._notes.setVisible(bool(said))
