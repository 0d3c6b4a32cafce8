"""The gallery: its pictures, in both themes and languages, are how one sees the style change."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import outcome
from dossier_studio.app.actions import Actions
from dossier_studio.app.components.banner import Banner
from dossier_studio.app.components.confidence import ConfidenceMark
from dossier_studio.app.components.drop_zone import DropLine
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.inputs import Combo, Tick
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.ring import Ring
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import button, label, margins
from dossier_studio.app.screen import Screen
from dossier_studio.app.session import Session
from dossier_studio.core.finding import Confidence

_LOOKS = (
    outcome.MET,
    *outcome.SEVERITY.values(),
    outcome.UNDECIDED,
    outcome.DEFERRED,
    outcome.NOT_NEEDED,
    outcome.EXCUSED,
)
_KINDS = ("primary", "plain", "flat")


class GalleryScreen(Screen):
    """Two columns of components."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session, actions)
        self._title = label("title")
        self._buttons = [button(kind, "folder-open") for kind in _KINDS for _ in range(2)]
        for off in self._buttons[1::2]:
            off.setEnabled(False)
        self._text, self._list, self._day = Field(QLineEdit()), Field(Combo()), DateField()
        self._yes_no, self._tick = Segments(("yes", "no")), Tick()
        self._yes_no.choose("yes")
        self._tick.setChecked(True)
        self._pills = [Pill(look.tone, look.icon) for look in _LOOKS]
        self._banners = {tone: Banner(tone) for tone in ("error", "warn", "advice", "open", "ok")}
        self._drop, self._bar = DropLine(), Bar(width=200)
        self._rings = [Ring(84, 9), Ring(54, 6), Ring(54, 6), Ring(54, 6)]
        self._day.show_day(date(2027, 1, 18))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            margins(column, gap=14)
        for start in range(0, len(self._buttons), 2):
            left.addLayout(_row(*self._buttons[start : start + 2]))
        left.addLayout(_row(self._text, self._list, self._day))
        left.addLayout(_row(self._yes_no, self._tick))
        half = len(self._pills) // 2
        left.addLayout(_row(*self._pills[:half]))
        left.addLayout(_row(*self._pills[half:]))
        left.addLayout(_row(*(ConfidenceMark(one) for one in Confidence)))
        left.addLayout(_row(*self._rings))
        left.addWidget(self._bar)
        for banner in self._banners.values():
            right.addWidget(banner)
        right.addWidget(self._drop)
        left.addStretch()
        right.addStretch()
        columns = QHBoxLayout()
        margins(columns, gap=24)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(inside)
        margins(whole, 24, 20, 24, 20, gap=16)
        whole.addWidget(self._title)
        whole.addLayout(columns)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        margins(outer)
        outer.addWidget(scroll)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Components"))
        for made in self._buttons:
            made.setText(self.tr("Open folder"))
        self._text.name(self.tr("A field"))
        self._text.complain(self.tr("What is wrong stands beneath the field."))
        self._list.name(self.tr("A list"))
        self._day.name(self.tr("A date"))
        self._yes_no.say(self.tr("A question"), [self.tr("Yes"), self.tr("No")])
        self._tick.setText(self.tr("Ticked"))
        for pill, look in zip(self._pills, _LOOKS, strict=True):
            pill.say(look.say())
        for banner in self._banners.values():
            banner.say(self.tr("One sentence that says what happened and what mends it."))
        self._bar.show_share(41, 100)
        self._bar.say(self.tr("41 of 100"))
        shares = (0.66, 0.4, 1.0, None)
        for ring, share in zip(self._rings, shares, strict=True):
            ring.show_share(share, "–" if share is None else f"{share:.0%}")
            ring.say(self.tr("41 of 100"))
        self._rings[0].show_share(0.66, "21", self.tr("of 32"))
        super().retranslate()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    margins(row, gap=10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
