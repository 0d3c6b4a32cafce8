"""Long work on a thread: one generator of steps, watched and stopped from the window."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from dossier_studio.core.errors import Interrupted, StudioError
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work

log = logging.getLogger(__name__)


class Job(QObject):
    """Drives one piece of work and tells, on the thread it was made on, how it goes.

    Exactly one of `succeeded`, `failed` and `cancelled` comes, last of all. Cancelling closes
    the generator between two steps, so that its own clean-up runs.
    """

    stepped = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Work[Any], title: Message, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.writes = False
        self.over = False
        self._work = work
        self._stopped = False
        self.ended.connect(self._close)

    def start(self, pool: QThreadPool) -> None:
        """Begin on a thread of the pool."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped = True

    def _close(self) -> None:
        self.over = True

    def _run(self) -> None:
        try:
            self._tell(self._drive())
        except StudioError as refusal:
            self._refuse(refusal)
        except Exception:
            # Whatever breaks in a job, the window stays and says so; the log keeps the trace.
            log.exception("a job broke off")
            self.failed.emit(Message("app.job.broke"))
        self.ended.emit()

    def _refuse(self, refusal: StudioError) -> None:
        if isinstance(refusal, Interrupted):
            self.cancelled.emit()
        else:
            self.failed.emit(refusal.message)

    def _drive(self) -> tuple[bool, object]:
        while not self._stopped:
            try:
                step: Step = next(self._work)
            except StopIteration as end:
                return True, end.value
            self.stepped.emit(step)
        self._work.close()
        return False, None

    def _tell(self, outcome: tuple[bool, object]) -> None:
        finished, result = outcome
        if finished:
            self.succeeded.emit(result)
        else:
            self.cancelled.emit()


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

    def job(self, work: Work[Any], title: Message, *, writes: bool = False) -> Job:
        """Return a job that is owned here; connect to it, then `start` it."""
        made = Job(work, title, self)
        made.writes = writes
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

    def _ended(self) -> None:
        for job in [one for one in self._running if one.over]:
            self._running.remove(job)
            job.deleteLater()
        self.changed.emit()
