"""The foot of the window: saved, what one works on, and the job that runs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.progress import Bar
from dossier_studio.app.components.worded import Worded, button, key_hint, label, margins
from dossier_studio.app.jobs import Job, Jobs
from dossier_studio.app.language import say
from dossier_studio.core.work import Step


class Status(Worded):
    """The bar at the bottom."""

    cancel_asked = Signal()
    help_asked = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("status")
        self._jobs = jobs
        self._watched: Job | None = None
        self._step: Step | None = None
        self._at: datetime | None = None
        self._writable = True
        self._saved = label("small")
        self._icon = Glyph("check", "ok", 14)
        self._words = [label("small"), label("small")]
        row = QHBoxLayout(self)
        margins(row, 12, 4, 12, 4, gap=10)
        row.addWidget(self._icon)
        row.addWidget(self._saved)
        self._dividers = []
        for words in self._words:
            divider = _divider()
            self._dividers.append(divider)
            row.addWidget(divider)
            row.addWidget(words)
        row.addStretch()
        self._doing, self._bar = label("small"), Bar()
        self._cancel = button("flat", small=True)
        self._cancel.setProperty("weight", "strong")
        self._cancel.clicked.connect(self._stop)
        self._key, self._help = key_hint(), button("flat", small=True)
        self._key.setText("F1")
        self._help.clicked.connect(self.help_asked)
        for widget in (self._doing, self._bar, self._cancel, self._key, self._help):
            row.addWidget(widget)
        jobs.changed.connect(self._follow)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._help.setText(self.tr("Help for this screen"))
        self._say_saved()
        self._follow()

    def show_dossier(self, context: str, rulebook: str) -> None:
        """Say what is worked on, "" for nothing."""
        for divider, words, text in zip(
            self._dividers, self._words, (context, rulebook), strict=True
        ):
            words.setText(text)
            words.setVisible(bool(text))
            divider.setVisible(bool(text))

    def show_saved(self, at: datetime | None, *, writable: bool) -> None:
        """Say when the last edit was put on the disk; None where no dossier is open."""
        self._at, self._writable = at, writable
        self._say_saved()

    def _say_saved(self) -> None:
        there = self._at is not None
        self._icon.setVisible(there)
        self._saved.setVisible(there)
        if self._at is None:
            return
        if self._writable:
            self._icon.show_icon("check", "ok")
            self._saved.setText(self.tr("Saved {time}").format(time=f"{self._at:%H.%M}"))
        else:
            self._icon.show_icon("eye", "text_2")
            self._saved.setText(self.tr("Open to read only"))

    def _follow(self) -> None:
        job = next(iter(self._jobs.shown), None)
        if job is not self._watched:
            self._watched, self._step = job, None
            if job is not None:
                job.stepped.connect(self._show_step)
        for widget in (self._doing, self._cancel):
            widget.setVisible(job is not None)
        for widget in (self._key, self._help):
            widget.setVisible(job is None)
        self._bar.setVisible(job is not None and self._step is not None)
        self._say_job()

    def _show_step(self, step: Step) -> None:
        if self.sender() is self._watched:
            self._step = step
            self._say_job()

    def _say_job(self) -> None:
        if self._watched is None:
            return
        step = self._step
        words = say(step.message if step else self._watched.title)
        self._doing.setText(words)
        self._bar.show_share(step.done if step else 0, step.total if step else 0)
        self._bar.say(words)

    def _stop(self) -> None:
        if self._watched is not None:
            self._watched.cancel()
            self.cancel_asked.emit()


def _divider() -> QWidget:
    made = QWidget()
    made.setObjectName("line")
    made.setFixedSize(1, 14)
    return made
