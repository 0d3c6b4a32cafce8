"""How well a few typed letters fit a name: accents, case and gaps between letters are forgiven."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.intake.viewing.words import plain

_WHOLE, _BEGIN, _WORD, _INSIDE, _SCATTERED = 50, 40, 30, 20, 4
_SPREAD = 3
"""Letters that stand apart may stretch over so many times their own number."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well it fits, more is better, and which letters of the name were meant."""

    score: int
    letters: frozenset[int]


NO_WORDS = Fit(0, frozenset())


def fold(name: str) -> str:
    """Return a name as it is compared: of the same length, without case and accents."""
    if name.isascii():
        return name.lower()  # most names, and much faster
    return "".join(plain(letter) for letter in name)


def rate(words: tuple[str, ...], folded: str) -> int:
    """Return how well folded words stand in a folded name, 0 when one of them does not."""
    score = 0
    for word in words:
        at = _best_place(word, folded)
        if at < 0:
            return 0
        score += _rated(word, folded, at)
    return score


def _rated(word: str, name: str, at: int) -> int:
    if at == 0:
        return _WHOLE if word == name else _BEGIN
    return _INSIDE if name[at - 1].isalnum() else _WORD


def fit(words: str, folded: str) -> Fit | None:
    """Return how folded words fit a folded name, letters that stand apart included.

    Every word must be found, in any order.
    """
    score, letters = 0, set[int]()
    for word in words.split():
        found = _word(word, folded)
        if found is None:
            return None
        score += found.score
        letters |= found.letters
    return Fit(score, frozenset(letters))


def _word(word: str, name: str) -> Fit | None:
    at = _best_place(word, name)
    if at < 0:
        return _scattered(word, name)
    return Fit(_rated(word, name, at), frozenset(range(at, at + len(word))))


def _best_place(word: str, name: str) -> int:
    """Return where a word stands, at the beginning of a word rather than inside one."""
    first = at = name.find(word)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(word, at + 1)
    return at if at >= 0 else first


def _scattered(word: str, name: str) -> Fit | None:
    """Return a fit of letters in their order but apart: `spbhan` for Spesifikasi bahan."""
    letters: list[int] = []
    at = -1
    for letter in word:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
        letters.append(at)
    short = len(word) < _SPREAD
    if short or letters[-1] - letters[0] > _SPREAD * len(word) + len(word):
        return None
    starts = sum(not place or not name[place - 1].isalnum() for place in letters)
    return Fit(_SCATTERED + starts, frozenset(letters))
