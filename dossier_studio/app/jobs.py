"""Long work on a thread: one generator of steps, watched and stopped from the window."""

from __future__ import annotations

import logging
import threading
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from dossier_studio.core.errors import Interrupted, StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work

log = logging.getLogger(__name__)


class Job(QObject):
    """Drives one piece of work and tells, on the thread it was made on, how it goes.

    Exactly one of `succeeded`, `failed` and `cancelled` comes, then `ended`. Cancelling closes
    the generator between two steps, so that its own clean-up runs.
    """

    stepped = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _arrived = Signal(str, object)
    """What the thread posts; everything above is told from the thread that made the job."""

    def __init__(self, work: Work[Any], title: Message, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.writes = self.quiet = False
        self.over = False
        self._work = work
        self._stopped = False
        self._home = threading.Event()
        self._arrived.connect(self._pass_on)

    def start(self, pool: QThreadPool) -> None:
        """Begin on a thread of the pool."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped = True

    def abandon(self) -> None:
        """Tell that it was cancelled, whatever the thread has posted; its thread is home."""
        if not self.over:
            self._end("cancelled", None)

    def _run(self) -> None:
        try:
            name, value = self._drive()
        except Interrupted:
            name, value = "cancelled", None
        except StudioError as refusal:
            name, value = "failed", refusal.message
        except Exception:
            # Whatever breaks in a job, the window stays and says so; the log keeps the trace.
            log.exception("a job broke off")
            name, value = "failed", Message("app.job.broke")
        self._arrived.emit(name, value)
        self._home.set()

    def _drive(self) -> tuple[str, object]:
        while not self._stopped:
            try:
                step: Step = next(self._work)
            except StopIteration as end:
                return "succeeded", end.value
            self._arrived.emit("stepped", step)
        self._work.close()
        return "cancelled", None

    def _pass_on(self, name: str, value: object) -> None:
        if self.over:
            return
        if name == "stepped":
            self.stepped.emit(value)
            return
        # The owner deletes the job at `ended`; its thread must have left it by then.
        self._home.wait()
        self._end(name, value)

    def _end(self, name: str, value: object) -> None:
        self.over = True
        if name == "cancelled":
            self.cancelled.emit()
        else:
            (self.succeeded if name == "succeeded" else self.failed).emit(value)
        self.ended.emit()


class Jobs(QObject):
    """Owns the jobs that run, so that none is lost in mid-run; one at a time writes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Job] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """Jobs that have not ended, oldest first."""
        return tuple(self._running)

    @property
    def writing(self) -> bool:
        """Whether a job that writes is under way."""
        return any(job.writes for job in self._running)

    @property
    def shown(self) -> tuple[Job, ...]:
        """Running jobs that a person waits for."""
        return tuple(job for job in self._running if not job.quiet)

    def job(
        self, work: Work[Any], title: Message, *, writes: bool = False, quiet: bool = False
    ) -> Job:
        """Return a job that is owned here; connect to it, then `start` it.

        `quiet` work goes on beside everything else, and nobody is told of it.
        """
        made = Job(work, title, self)
        made.writes, made.quiet = writes, quiet
        made.ended.connect(self._ended)
        return made

    def start(self, job: Job) -> None:
        """Run a job that `job` made."""
        self._running.append(job)
        self.changed.emit()
        job.start(self._pool)

    def stop(self) -> None:
        """Cancel all and wait until every thread has come home."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()
        for job in self.running:
            job.abandon()

    def _ended(self) -> None:
        for job in [one for one in self._running if one.over]:
            self._running.remove(job)
            job.deleteLater()
        self.changed.emit()
