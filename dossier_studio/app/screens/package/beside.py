"""Beside the making: what changed since the sequence before, how a slot is sent, the zip."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, button, empty, label, margins
from dossier_studio.app.gathering import Layout, SlotRow
from dossier_studio.app.language import locale, say
from dossier_studio.core.work import Step

_ICONS = {
    "new": ("circle-plus", "ok"),
    "replace": ("git-compare-arrows", "accent"),
    "delete": ("circle-minus", "warn"),
    "unchanged": ("check", "text_3"),
}


class Changes(Worded):
    """How many documents are new, replaced, deleted or as they were."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._layout = Layout("", ())
        self._heading, self._words = label("heading"), label("muted", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=6)
        column = QVBoxLayout(self)
        margins(column, 20, 14, 20, 16, gap=8)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addLayout(self._rows)
        self.retranslate()

    def show_layout(self, layout: Layout) -> None:
        """Show what another layout changes."""
        self._layout = layout
        self.retranslate()

    @override
    def retranslate(self) -> None:
        earlier = self._layout.earlier
        self._heading.setText(self.tr("Since the last sequence"))
        self._words.setText(
            self.tr("Compared with sequence {number}:").format(number=earlier) if earlier
            else self.tr("This is the first sequence, so every document is new.")
        )  # fmt: skip
        empty(self._rows)
        names = {
            "new": self.tr("new"),
            "replace": self.tr("replaced"),
            "delete": self.tr("deleted"),
            "unchanged": self.tr("unchanged"),
        }
        for kind, count in self._layout.fates if earlier else ():
            row = QHBoxLayout()
            margins(row, gap=8)
            row.addWidget(Glyph(*_ICONS[kind], 15))
            row.addWidget(label(text=names[kind]), 1)
            row.addWidget(label("strong", text=locale().toString(count)))
            self._rows.addLayout(row)


class SlotForm(Worded):
    """How a slot with several documents is sent; there while such a slot is chosen."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: SlotRow | None = None
        self._words = label("muted", wraps=True)
        self._forms = Segments(("zip", "bound"), may_clear=False)
        self._forms.chosen.connect(self._tell)
        row = QHBoxLayout(self)
        margins(row, 16, 6, 10, 0, gap=10)
        row.addWidget(self._words, 1)
        row.addWidget(self._forms)
        self.hide()
        self.retranslate()

    def show_slot(self, row: SlotRow | None, form: str, *, writable: bool) -> None:
        """Show a slot; one with a single document is sent as it is."""
        self._row = row
        self._forms.choose(form)
        self.setVisible(row is not None and row.documents > 1 and writable)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title = say(self._row.title) if self._row else ""
        self._words.setText(self.tr("{slot} is sent as").format(slot=title))
        words = [self.tr("Zip of the originals"), self.tr("One bound PDF")]
        self._forms.say(self.tr("How the slot is sent"), words)

    def _tell(self, form: str) -> None:
        if self._row is not None:
            self.chosen.emit(self._row.id, form)


class ZipCard(Worded):
    """A copy of the package as one file: offered, under way, or there."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._step: Step | None = None
        self._running, self._made = False, ""
        self._heading, self._words = label("heading"), label("muted", wraps=True)
        self._place, self._bar = Elided("small"), Bar()
        self._do, self._stop = button("plain", small=True), button("flat", small=True)
        self._do.clicked.connect(self.asked)
        self._stop.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        margins(row)
        row.addWidget(self._do)
        row.addWidget(self._stop)
        row.addStretch()
        column = QVBoxLayout(self)
        margins(column, 20, 14, 20, 16, gap=8)
        for widget in (self._heading, self._words, self._place, self._bar):
            column.addWidget(widget)
        column.addLayout(row)
        self.hide()
        self.retranslate()

    def offer(self) -> None:
        """Offer to write the copy."""
        self._running, self._made = False, ""
        self.show()
        self.retranslate()

    def show_step(self, step: Step | None) -> None:
        """Show how far it has come."""
        self._running, self._step = True, step
        self.retranslate()

    def show_made(self, target: Path) -> None:
        """Show that it is there."""
        self._running, self._made = False, str(target)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Copy as .zip"))
        made = bool(self._made)
        self._words.setText(
            self.tr("It lies beside the package.") if made
            else self.tr("The whole package in one file, to send round or to keep.")
        )  # fmt: skip
        self._place.say(self._made)
        self._place.setVisible(made)
        step = self._step
        self._bar.setVisible(self._running)
        self._bar.show_share(step.done if step else 0, step.total if step else 0)
        self._bar.say(say(step.message) if step else "")
        self._do.setText(self.tr("Write the .zip"))
        self._do.setVisible(not self._running and not made)
        self._stop.setText(self.tr("Cancel"))
        self._stop.setVisible(self._running)
