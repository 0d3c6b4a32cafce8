"""Inspects files in worker processes, and gives their facts in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.file import FileFacts, Problem
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.intake import wire, worker
from dossier_studio.intake.crew import Crew, Duty, Job, Outcome
from dossier_studio.intake.facts import facts_of, fingerprint
from dossier_studio.intake.limits import Limits

__all__ = ["Limits", "facts_of", "inspect"]

INSPECTION = Duty(worker.serve, wire.unpacked)


def inspect(
    files: Sequence[Path], *, processes: int = 0, limits: Limits | None = None
) -> Work[tuple[FileFacts, ...]]:
    """Return the facts of each file, in the order given; the number of processes changes nothing.

    `processes` 0 means one for each core. A file whose worker dies or hangs is tried once more,
    alone, and then has PF-01 with the detail "crash" or "timeout". Closing the generator ends all
    workers at once. Raises Unreadable for a path that is no file.
    """
    jobs = [Job(index, path) for index, path in enumerate(files)]
    for job in jobs:
        if not job.path.is_file():
            raise _unreadable(job.path)
    limits = limits or Limits()
    found: dict[int, FileFacts] = {}
    with Crew(INSPECTION, limits) as crew:
        again = yield from _round(crew, jobs, processes or cores(), found)
        for outcome in sorted(again, key=lambda outcome: outcome.job.index):
            crew.dismiss()
            failed = yield from _round(crew, [outcome.job], 1, found, total=len(jobs))
            for second in failed:
                found[second.job.index] = _given_up(second)
    return tuple(found[job.index] for job in jobs)


def _round(
    crew: Crew[FileFacts],
    jobs: Sequence[Job],
    processes: int,
    found: dict[int, FileFacts],
    *,
    total: int = 0,
) -> Work[list[Outcome[FileFacts]]]:
    """Fill `found`; return the jobs whose worker failed."""
    failed: list[Outcome[FileFacts]] = []
    if not jobs:
        return failed
    total = total or len(jobs)
    step = _step(jobs[0], found, total)
    yield step
    for outcome in crew.work(jobs, processes):
        if outcome is not None:
            if outcome.failure == "lost":
                raise _unreadable(outcome.job.path)
            if outcome.answer is None:
                failed.append(outcome)
            else:
                found[outcome.job.index] = outcome.answer
            step = _step(outcome.job, found, total)
        yield step
    return failed


def _step(job: Job, found: dict[int, FileFacts], total: int) -> Step:
    return Step(Message("intake.inspecting", {"file": job.path.name}), len(found), total)


def _given_up(outcome: Outcome[FileFacts]) -> FileFacts:
    seen = outcome.seen or fingerprint(outcome.job.path)
    return replace(seen, problems=(Problem("PF-01", detail=outcome.failure),))


def _unreadable(path: Path) -> Unreadable:
    return Unreadable("intake.unreadable", file=str(path))


def cores() -> int:
    """Cores that this process may use, which a container makes fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
