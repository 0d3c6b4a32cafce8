"""Photographs and scans that are no PDF: a page of their own, read by Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader, QPainter

from dossier_studio.core.file import Kind, PageSize
from dossier_studio.intake.viewing.questions import (
    Answer,
    AskHits,
    AskLetters,
    AskPicture,
    AskShape,
    Failure,
    Hits,
    Letters,
    Picture,
    Question,
    Shape,
    Trouble,
)

KINDS = frozenset({Kind.JPEG, Kind.PNG})
_POINTS = 72 / 96
"""At 100 % a pixel of the picture is a pixel of a plain screen."""


class ImageDesk:
    """Answers about a picture as if it were a file of one page without letters."""

    def ask(self, question: Question) -> Answer:
        """Return the answer."""
        if not question.path.is_file():
            return Failure(Trouble.LOST)
        match question:
            case AskShape(path=path):
                return _shape(path)
            case AskPicture(path=path, scale=scale):
                return _picture(path, scale)
            case AskLetters():
                return Letters("", ())
            case AskHits():
                return Hits(())


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader


def _turned(reader: QImageReader) -> QSize:
    """Return the size as seen: a camera may lie on its side."""
    size = reader.size()
    turned = reader.transformation().value & 4  # QImageIOHandler's bit for a quarter turn
    return size.transposed() if turned else size


def _shape(path: Path) -> Answer:
    size = _turned(_reader(path))
    if not size.isValid() or size.isEmpty():
        return Failure(Trouble.DAMAGED)
    return Shape((PageSize(size.width() * _POINTS, size.height() * _POINTS),))


def _picture(path: Path, scale: float) -> Answer:
    reader = _reader(path)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return Failure(Trouble.DAMAGED)
    reader.setScaledSize((size * (scale * _POINTS)).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return Failure(Trouble.DAMAGED)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    _laid(paper, image)
    return Picture(paper.width(), paper.height(), bytes(paper.constBits()))


def _laid(paper: QImage, image: QImage) -> None:
    """Lay a picture, which may be transparent, on white paper."""
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
