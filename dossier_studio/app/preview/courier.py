"""Carries questions about a file to where they are answered, away from the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dossier_studio.app.preview.images import ImageDesk
from dossier_studio.intake.viewing.desk import Desk
from dossier_studio.intake.viewing.questions import Answer, Picture, Question


class Answering(Protocol):
    """Whoever answers questions about files."""

    def ask(self, question: Question) -> Answer:
        """Return the answer; it may take its time."""


class Courier(QObject):
    """One thread that asks the most wanted question next.

    `answered` carries a question and its answer, a picture as a QImage. What is no longer wanted
    is never asked. Has no parent: the thread may outlive the widget by one question.
    """

    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._desk = Desk()
        self._images = ImageDesk()
        self._waiting: list[tuple[Answering, Question]] = []
        self._changed = threading.Condition()
        self._stopped = False
        self._thread: threading.Thread | None = None

    def want(self, questions: Sequence[Question], *, images: bool = False) -> None:
        """Ask these, most wanted first, and nothing else any more; `images` are not PDF files."""
        source: Answering = self._images if images else self._desk
        with self._changed:
            self._waiting = [(source, one) for one in reversed(questions)]
            self._changed.notify()
        if questions and self._thread is None and not self._stopped:
            self._thread = threading.Thread(target=self._run, name="preview", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End thread and process; nothing is answered any more."""
        with self._changed:
            self._stopped = True
            self._waiting = []
            self._changed.notify()
        self._desk.end()
        if self._thread is not None:
            self._thread.join(timeout=5)
            self._thread = None

    def _run(self) -> None:
        while (taken := self._next()) is not None:
            source, question = taken
            answer: object = source.ask(question)
            if isinstance(answer, Picture):
                answer = image_of(answer)
            if not self._stopped:
                self.answered.emit(question, answer)
        self._desk.close()

    def _next(self) -> tuple[Answering, Question] | None:
        with self._changed:
            self._changed.wait_for(self._ready)
            return None if self._stopped else self._waiting.pop()

    def _ready(self) -> bool:
        return self._stopped or bool(self._waiting)


def image_of(picture: Picture) -> QImage:
    """Return a picture as Qt draws it; it owns its pixels."""
    row = 4 * picture.width
    kind = QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, row, kind).copy()
