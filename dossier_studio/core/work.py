"""Long work as a generator of steps, so that window, command and test drive the same code."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from dossier_studio.core.text import Message

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Step:
    """How far a piece of work has come: what it does now, and done of total units.

    `total` 0 means that the length is not known. Units are the work's own (files, pages, bytes).
    """

    message: Message
    done: int = 0
    total: int = 0


Work: TypeAlias = Generator[Step, None, Result]


def finish(work: Work[Result], watch: Callable[[Step], None] = lambda _: None) -> Result:
    """Drive work to its end, telling `watch` of each step, and return the result."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: Result = end.value
            return result
        watch(step)
