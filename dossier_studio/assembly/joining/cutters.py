"""Cuts many sources, in worker processes or in this one; the number of them changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier_studio.assembly.joining import wire, worker
from dossier_studio.assembly.joining.cutting import Uncuttable, cut
from dossier_studio.assembly.joining.wire import CuttingOrder
from dossier_studio.intake.crew import Crew, Duty, Job, Outcome
from dossier_studio.intake.inspect import cores
from dossier_studio.intake.limits import Limits

CUTTING = Duty(worker.serve, wire.answered, files_each=1000)

FUTILE = 4
"""So many workers that die before one has answered mean that none can run on this machine."""

FEW = 24 << 20
"""Sources of fewer bytes than this are cut sooner than a worker starts."""


@dataclass(frozen=True, slots=True)
class Done:
    """An order by its index; `cut` False when the source cannot be cut."""

    index: int
    cut: bool


def cut_all(orders: Sequence[CuttingOrder], processes: int = 0) -> Iterator[Done | None]:
    """Yield each order as it is done, in any order, and None while there is only waiting.

    `processes` 0 means one for each core, or none but this where the sources are few. A source
    whose worker dies or hangs is tried once more, alone, and then given up. Raises OSError when a
    file cannot be read or written.
    """
    size = sum(order.source.stat().st_size for order in orders)
    if processes == 1 or (not processes and size < FEW):
        yield from (Done(index, _here(order)) for index, order in enumerate(orders))
        return
    yield from _by_crew(orders, processes or cores())


def _by_crew(orders: Sequence[CuttingOrder], processes: int) -> Iterator[Done | None]:
    waiting = {
        index: Job(index, order.source, told=order.packed()) for index, order in enumerate(orders)
    }
    answered, failures = False, 0
    with Crew(CUTTING, Limits()) as crew:
        for outcome in crew.work(list(waiting.values()), processes):
            if outcome is None:
                yield None
            elif outcome.failure in {"crash", "timeout"}:
                failures += 1
                if not answered and failures == FUTILE:
                    break
            else:
                answered = True
                del waiting[outcome.job.index]
                yield _done(outcome, orders)
        for job in waiting.values():
            crew.dismiss()
            if answered:
                yield from _alone(crew, job, orders)
            else:
                yield Done(job.index, _here(orders[job.index]))


def _alone(crew: Crew[bool], job: Job, orders: Sequence[CuttingOrder]) -> Iterator[Done | None]:
    for outcome in crew.work([job], 1):
        yield None if outcome is None else _done(outcome, orders)


def _done(outcome: Outcome[bool], orders: Sequence[CuttingOrder]) -> Done:
    if outcome.failure == "lost":
        # The worker could not read or write a file: here the reason comes to light.
        return Done(outcome.job.index, _here(orders[outcome.job.index]))
    return Done(outcome.job.index, bool(outcome.answer))


def _here(order: CuttingOrder) -> bool:
    try:
        cut(order)
    except (Uncuttable, MemoryError):
        return False
    return True
