"""How a command speaks: text or JSON to stdout, progress to stderr."""

from __future__ import annotations

import json as codec
import sys
import unicodedata
from dataclasses import dataclass
from typing import TypeVar

from dossier_studio.core.text import Language, Message, Parameter, Words
from dossier_studio.core.work import Step, Work, finish
from dossier_studio.host.messages import say

Result = TypeVar("Result")

_CONTROLS = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Characters that a screen obeys instead of showing: a file's name may hold any of them."""


def shown(text: str) -> str:
    """Return text on one line, with what would steer the screen written as an escape."""
    return "".join(
        ascii(letter)[1:-1] if unicodedata.category(letter) in _CONTROLS else letter
        for letter in text
    )


@dataclass(frozen=True, slots=True)
class Face:
    """Language and form of the answers of one command."""

    language: Language
    json: bool

    def say(self, key: str, **parameters: Parameter) -> None:
        """Print a sentence of the catalogue."""
        print(shown(self.words(Message(key, parameters))))

    def line(self, text: str = "") -> None:
        """Print a line that holds data, not prose."""
        print(shown(text))

    def text(self, text: str) -> None:
        """Print a whole text; its lines and tabs hold."""
        for line in text.rstrip("\n").split("\n"):
            print("\t".join(shown(part) for part in line.split("\t")))

    def words(self, words: Words) -> str:
        """Return words in the chosen language."""
        return say(words, self.language)

    def data(self, value: object) -> None:
        """Print an answer as JSON."""
        print(codec.dumps(value, ensure_ascii=False, indent=2))

    def finish(self, work: Work[Result]) -> Result:
        """Drive long work to its end, with progress on stderr where a person watches."""
        watched = sys.stderr.isatty()
        try:
            return finish(work, self._progress if watched else lambda _: None)
        finally:
            work.close()
            if watched:
                print("\r\033[K", end="", file=sys.stderr)

    def _progress(self, step: Step) -> None:
        count = f" {step.done}/{step.total}" if step.total else ""
        said = shown(self.words(step.message))
        print(f"\r\033[K{said}{count}", end="", file=sys.stderr, flush=True)
