"""The process that reads PDF files for the screen: begun when needed, killed when it hangs."""

from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from dossier_studio.intake.limits import Limits
from dossier_studio.intake.viewing.questions import (
    Answer,
    Failure,
    Question,
    Trouble,
    answer_of,
    question_sent,
)

_SPAWN = multiprocessing.get_context("spawn")
_LARGEST_ANSWER = 256 << 20
PATIENCE = 20.0
"""Seconds for one question; a page that takes longer is not shown."""


class Desk:
    """Asks one question at a time, always from one thread."""

    def __init__(self, limits: Limits | None = None, patience: float = PATIENCE) -> None:
        self._limits = limits or Limits()
        self._patience = patience
        self._ended = False
        self._guard = threading.Lock()
        self._pipe: Connection | None = None
        self._process: BaseProcess | None = None

    def ask(self, question: Question) -> Answer:
        """Return the answer; a process that dies or hangs is replaced at the next question."""
        pipe = self._begun()
        if pipe is None:
            return Failure(Trouble.STOPPED)
        try:
            pipe.send_bytes(question_sent(question))
            if not pipe.poll(self._patience):
                self._drop()
                return Failure(Trouble.STOPPED)
            return answer_of(pipe.recv_bytes(_LARGEST_ANSWER), pipe.recv_bytes(_LARGEST_ANSWER))
        except (EOFError, OSError, ValueError, KeyError, TypeError):
            self._drop()
            return Failure(Trouble.STOPPED)

    @property
    def process_id(self) -> int | None:
        """The process that reads now, None where there is none."""
        with self._guard:
            return self._process.pid if self._process is not None else None

    def end(self) -> None:
        """Kill what runs, for good; whoever waits for an answer gets none. Any thread may call."""
        with self._guard:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End, and leave nothing behind; for the thread that asks."""
        self.end()
        self._drop()

    def _begun(self) -> Connection | None:
        with self._guard:
            if self._ended:
                return None
            if self._pipe is None:
                self._pipe, end = _SPAWN.Pipe()
                self._process = _SPAWN.Process(
                    target=_serve, args=(end, self._limits), daemon=True
                )
                self._process.start()
                end.close()
            return self._pipe

    def _drop(self) -> None:
        with self._guard:
            pipe, process = self._pipe, self._process
            self._pipe = self._process = None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()


def _serve(pipe: Connection, limits: Limits) -> None:
    from dossier_studio.intake.viewing import reader  # brings pdfium, and only there

    reader.serve(pipe, limits)
