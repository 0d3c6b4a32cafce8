"""Pictures of pages that were rendered already; those not looked at for long make room."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from dossier_studio.intake.viewing.questions import AskPicture

ROOM = 160 << 20
"""Bytes of pictures that are kept."""


class Stock:
    """Pictures by the question that they answer."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._held: OrderedDict[AskPicture, QImage] = OrderedDict()
        self._bytes = 0

    def put(self, question: AskPicture, image: QImage) -> None:
        """Keep a picture; the one looked at least recently leaves where room is short."""
        self._drop(question)
        self._held[question] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._room and len(self._held) > 1:
            self._drop(next(iter(self._held)))

    def get(self, question: AskPicture) -> QImage | None:
        """Return a picture, or None."""
        image = self._held.get(question)
        if image is not None:
            self._held.move_to_end(question)
        return image

    def nearest(self, question: AskPicture) -> QImage | None:
        """Return the same page at another scale, to stand in until the right one is there."""
        others = [
            one for one in self._held if (one.path, one.page) == (question.path, question.page)
        ]
        best = min(others, key=lambda one: abs(one.scale - question.scale), default=None)
        return self._held[best] if best else None

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        self._bytes = 0

    def _drop(self, question: AskPicture) -> None:
        image = self._held.pop(question, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()
