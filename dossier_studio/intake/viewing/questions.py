"""What the window asks of a PDF file, and what it is told."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from dossier_studio.core.file import PageSize


@dataclass(frozen=True, slots=True)
class AskShape:
    """How many pages there are, and how large each is."""

    path: Path


@dataclass(frozen=True, slots=True)
class AskPicture:
    """What a page (from 0) looks like at `scale` pixels to the point."""

    path: Path
    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class AskLetters:
    """What a page (from 0) says, and where each letter stands."""

    path: Path
    page: int


@dataclass(frozen=True, slots=True)
class AskHits:
    """Where words stand on the pages from `first` up to, not including, `last`."""

    path: Path
    words: str
    first: int
    last: int


Question: TypeAlias = AskShape | AskPicture | AskLetters | AskHits


class Trouble(StrEnum):
    """Why there is no answer."""

    LOCKED = "locked"
    DAMAGED = "damaged"
    LOST = "lost"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer; STOPPED when the process died of it or was too slow."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Shape:
    """The pages of a file."""

    pages: tuple[PageSize, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as rows of four bytes a pixel: blue, green, red, and one that means nothing."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a page; `boxes` has left, top, right and bottom of each letter, one by one.

    They are points from the upper left corner of the page as it is seen.
    """

    text: str
    boxes: Sequence[float]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: the page (from 0), and the letters from `start` up to, not including, `end`."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hits:
    """All places found on the pages that were asked for."""

    found: tuple[Hit, ...]


Answer: TypeAlias = Shape | Picture | Letters | Hits | Failure

_QUESTIONS = {one.__name__: one for one in (AskShape, AskPicture, AskLetters, AskHits)}


def question_sent(question: Question) -> bytes:
    """Return a question as it goes through the pipe."""
    said = asdict(question) | {"path": str(question.path)}
    return json.dumps([type(question).__name__, said]).encode()


def question_of(data: bytes) -> Question:
    """Return the question that came through the pipe."""
    name, said = json.loads(data)
    return _QUESTIONS[name](**said | {"path": Path(said["path"])})


def answer_sent(answer: Answer) -> tuple[bytes, bytes]:
    """Return an answer as a head in JSON and a body in bytes."""
    name, body = type(answer).__name__, b""
    said: dict[str, Any]
    if isinstance(answer, Picture):
        said, body = {"width": answer.width, "height": answer.height}, answer.pixels
    elif isinstance(answer, Letters):
        said, body = {"text": answer.text}, array("f", answer.boxes).tobytes()
    else:
        said = asdict(answer)
    return json.dumps([name, said]).encode(), body


def answer_of(head: bytes, body: bytes) -> Answer:
    """Return an answer; ValueError, KeyError or TypeError when it is none.

    A parser that was taken over can say what it likes, so nothing but plain values is believed.
    """
    name, said = json.loads(head)
    if name == "Shape":
        return Shape(tuple(PageSize(float(s["width"]), float(s["height"])) for s in said["pages"]))
    if name == "Picture":
        return _picture(int(said["width"]), int(said["height"]), body)
    if name == "Letters":
        return _letters(str(said["text"]), body)
    if name == "Hits":
        hits = (Hit(int(h["page"]), int(h["start"]), int(h["end"])) for h in said["found"])
        return Hits(tuple(hits))
    return Failure(Trouble(said["trouble"]))


def _picture(width: int, height: int, pixels: bytes) -> Picture:
    if min(width, height) < 1 or len(pixels) != 4 * width * height:
        message = "a picture of another size"
        raise ValueError(message)
    return Picture(width, height, pixels)


def _letters(text: str, body: bytes) -> Letters:
    boxes = array("f")
    boxes.frombytes(body)
    if len(boxes) != 4 * len(text):
        message = "letters without places"
        raise ValueError(message)
    return Letters(text, boxes)
