"""Letters of a page on the screen: which one is under the pointer, and what lies between two."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from dossier_studio.intake.viewing.questions import Letters

_FAR = 1e9


def box(letters: Letters, place: int) -> QRectF:
    """Return where a letter stands, in points; empty for a space that has no place."""
    left, top, right, bottom = letters.boxes[4 * place : 4 * place + 4]
    return QRectF(left, top, right - left, bottom - top)


def at(letters: Letters, point: QPointF) -> int:
    """Return the gap between letters that is nearest to a point: 0 is before the first one."""
    best, nearest = 0, _FAR
    for place in range(len(letters.text)):
        one = box(letters, place)
        if one.isEmpty():
            continue
        across = max(one.left() - point.x(), 0, point.x() - one.right())
        down = max(one.top() - point.y(), 0, point.y() - one.bottom())
        distance = across + 8 * down  # one stays in the line that one is in
        if distance < nearest:
            nearest = distance
            best = place + (point.x() > one.center().x())
    return best


def on_letter(letters: Letters, point: QPointF) -> bool:
    """Return whether a point lies on a letter."""
    return any(box(letters, place).contains(point) for place in range(len(letters.text)))


def word(letters: Letters, place: int) -> tuple[int, int]:
    """Return where the word at a place begins and ends."""
    text = letters.text
    start = end = min(place, max(len(text) - 1, 0))
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def bands(letters: Letters, start: int, end: int) -> Iterator[QRectF]:
    """Yield a rectangle for each line of the letters from start up to, not including, end."""
    band = QRectF()
    for place in range(max(start, 0), min(end, len(letters.text))):
        one = box(letters, place)
        if one.isEmpty():
            continue
        same = band.top() <= one.center().y() <= band.bottom()
        if not band.isNull() and same and one.left() >= band.left() - 1:
            band = band.united(one)
            continue
        if not band.isNull():
            yield band
        band = one
    if not band.isNull():
        yield band


def said(letters: Letters, start: int, end: int) -> str:
    """Return what is written there, as one pastes it."""
    text = letters.text[start:end].replace("\x02", "-").replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")
