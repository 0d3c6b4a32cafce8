from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier_studio.app.jobs import Job, Jobs
from dossier_studio.core.errors import Interrupted, WrongUse
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work

TITLE = Message("app.job.attach")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.stop()
    made.deleteLater()


class Heard:
    """Everything that a job told, and on which thread."""

    def __init__(self, job: Job) -> None:
        self.told: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        job.stepped.connect(self.stepped)
        job.succeeded.connect(self.succeeded)
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)

    def _note(self, name: str, value: object) -> None:
        self.told.append((name, value))
        self.threads.add(QThread.currentThread())

    def stepped(self, step: Step) -> None:
        self._note("stepped", step.done)

    def succeeded(self, result: object) -> None:
        self._note("succeeded", result)

    def failed(self, words: Message) -> None:
        self._note("failed", words.key)

    def cancelled(self) -> None:
        self._note("cancelled", None)


def counting(threads: list[int]) -> Work[str]:
    for done in range(3):
        threads.append(threading.get_ident())
        yield Step(TITLE, done, 3)
    return "done"


def run(qtbot: QtBot, jobs: Jobs, work: Work[object]) -> Heard:
    job = jobs.job(work, TITLE)
    heard = Heard(job)
    with qtbot.waitSignal(job.ended, timeout=5000):
        jobs.start(job)
    qtbot.waitUntil(lambda: not jobs.running)
    return heard


def test_steps_and_result_arrive_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[int] = []
    heard = run(qtbot, jobs, counting(threads))
    assert heard.told == [("stepped", 0), ("stepped", 1), ("stepped", 2), ("succeeded", "done")]
    assert heard.threads == {QThread.currentThread()}
    assert threading.get_ident() not in threads


def test_a_refusal_is_told_as_a_sentence(qtbot: QtBot, jobs: Jobs) -> None:
    def refusing() -> Work[None]:
        yield Step(TITLE)
        raise WrongUse("law.fact.date")

    assert run(qtbot, jobs, refusing()).told[-1] == ("failed", "law.fact.date")


def test_a_fault_of_the_program_is_a_sentence_too(qtbot: QtBot, jobs: Jobs) -> None:
    def broken() -> Work[None]:
        yield Step(TITLE)
        raise ZeroDivisionError

    assert run(qtbot, jobs, broken()).told[-1] == ("failed", "app.job.broke")


def test_interrupted_work_counts_as_cancelled(qtbot: QtBot, jobs: Jobs) -> None:
    def interrupted() -> Work[None]:
        yield Step(TITLE)
        raise Interrupted("app.job.broke")

    assert run(qtbot, jobs, interrupted()).told[-1] == ("cancelled", None)


def test_cancelling_closes_the_work_and_its_clean_up_runs(qtbot: QtBot, jobs: Jobs) -> None:
    cleaned = threading.Event()
    begun = threading.Event()

    def endless() -> Work[None]:
        try:
            while True:
                begun.set()
                yield Step(TITLE)
                threading.Event().wait(0.001)
        finally:
            cleaned.set()

    job = jobs.job(endless(), TITLE, writes=True)
    heard = Heard(job)
    jobs.start(job)
    assert jobs.writing
    assert begun.wait(5)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.cancel()
    qtbot.waitUntil(lambda: not jobs.running)
    assert cleaned.is_set()
    assert heard.told[-1] == ("cancelled", None)
    assert [name for name, _ in heard.told].count("cancelled") == 1
    assert not jobs.writing


def test_stopping_waits_for_every_thread(qtbot: QtBot, jobs: Jobs) -> None:
    left: list[int] = []

    def long(number: int) -> Work[None]:
        try:
            while True:
                yield Step(TITLE)
                threading.Event().wait(0.002)
        finally:
            left.append(number)

    started = [jobs.job(long(number), TITLE) for number in range(2)]
    for job in started:
        jobs.start(job)
    qtbot.wait(30)
    jobs.stop()
    assert sorted(left) == [0, 1]
