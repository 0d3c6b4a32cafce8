"""A crew of worker processes: one file at a time each, killed when it hangs or is not wanted.

Processes are spawned, never forked, so that the window's threads and handles stay out of them.
The program's entry point calls multiprocessing.freeze_support.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from dossier_studio.intake import worker
from dossier_studio.intake.limits import Limits

Answer = TypeVar("Answer")

HEARTBEAT = 0.1
"""Seconds after which a wait ends, so that the person can cancel."""

_LARGEST_MESSAGE = 256 << 20
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Duty(Generic[Answer]):
    """What the workers do with a file: what runs in them, and how their answers are read.

    `read` raises ValueError, KeyError or TypeError for what is no answer. After `files_each` files
    a fresh process takes over, which keeps a parser's leaks small.
    """

    serve: Callable[[Connection, Limits], None]
    read: Callable[[bytes], Answer]
    files_each: int = 200


@dataclass(frozen=True, slots=True)
class Job:
    """A file to work on, its place in the order, and what the worker is told (b"": its path)."""

    index: int
    path: Path
    told: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Answer]):
    """What became of a job.

    `answer` None with `failure` "crash" or "timeout": the worker died or was killed; `seen` is what
    it said before, if anything. `failure` "lost": the file cannot be read.
    """

    job: Job
    answer: Answer | None = None
    seen: Answer | None = None
    failure: str = ""


class _Worker(Generic[Answer]):
    """One process and the job that it has."""

    def __init__(self, duty: Duty[Answer], limits: Limits) -> None:
        self.pipe, end = _SPAWN.Pipe()
        self._duty = duty
        self._process = _SPAWN.Process(target=duty.serve, args=(end, limits), daemon=True)
        self._process.start()
        end.close()
        self._limits = limits
        self.job: Job | None = None
        self.served = 0
        self._seen: Answer | None = None
        self._until = 0.0

    def give(self, job: Job) -> None:
        self.job, self._seen = job, None
        self.served += 1
        with contextlib.suppress(OSError):
            self._until = time.monotonic() + self._limits.time_for(job.path.stat().st_size)
        # A process that has died shows at the next wait.
        with contextlib.suppress(OSError):
            self.pipe.send_bytes(job.told or os.fsencode(job.path))

    def hear(self) -> Outcome[Answer] | None:
        """Read one message; None when the job goes on."""
        assert self.job is not None
        try:
            message = self.pipe.recv_bytes(_LARGEST_MESSAGE)
            sort, body = message[:1], message[1:]
            if sort == worker.LOST:
                return Outcome(self.job, failure="lost")
            answer = self._duty.read(body)
        except (EOFError, OSError, ValueError, KeyError, TypeError):
            return Outcome(self.job, seen=self._seen, failure="crash")
        if sort == worker.SEEN:
            self._seen = answer
            return None
        return Outcome(self.job, answer=answer)

    def late(self) -> Outcome[Answer] | None:
        """Return a timeout when the job has had its time."""
        if self.job is None or time.monotonic() < self._until:
            return None
        return Outcome(self.job, seen=self._seen, failure="timeout")

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class Crew(Generic[Answer]):
    """Workers that share a list of jobs; leaving the block leaves no process behind."""

    def __init__(self, duty: Duty[Answer], limits: Limits) -> None:
        self._duty = duty
        self._limits = limits
        self._workers: list[_Worker[Answer]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.dismiss()

    def dismiss(self) -> None:
        """End every process, whatever it does."""
        while self._workers:
            self._workers.pop().end()

    def work(self, jobs: Sequence[Job], processes: int) -> Iterator[Outcome[Answer] | None]:
        """Yield an outcome for each job as it comes, and None at each heartbeat between."""
        waiting = list(reversed(jobs))
        open_jobs = len(jobs)
        while open_jobs:
            self._hand_out(waiting, processes)
            outcomes = self._listen()
            open_jobs -= len(outcomes)
            yield from outcomes
            if not outcomes:
                yield None

    def _hand_out(self, waiting: list[Job], processes: int) -> None:
        for one in [one for one in self._workers if one.job is None]:
            if one.served >= self._duty.files_each or not waiting:
                self._drop(one)
            else:
                one.give(waiting.pop())
        while waiting and len(self._workers) < processes:
            one = _Worker(self._duty, self._limits)
            self._workers.append(one)
            one.give(waiting.pop())

    def _listen(self) -> list[Outcome[Answer]]:
        outcomes: list[Outcome[Answer]] = []
        ready = wait([one.pipe for one in self._workers], HEARTBEAT)
        for one in list(self._workers):
            outcome = (one.hear() if one.pipe in ready else None) or one.late()
            if outcome is None:
                continue
            outcomes.append(outcome)
            one.job = None
            if outcome.failure in {"crash", "timeout"}:
                self._drop(one)
        return outcomes

    def _drop(self, one: _Worker[Answer]) -> None:
        self._workers.remove(one)
        one.end()
