"""Runs jobs in turn, several times; keeps the median of their seconds and the peak of memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from benchmarks.sizes import PROCESSOR

_EVERY = 0.02
"""Seconds between two looks at the memory of the processes of a job."""


@dataclass(slots=True)
class Figures:
    """Seconds by name, one for each run, and the highest memory of any process of a job (MiB)."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    peak: dict[str, float] = field(default_factory=dict)

    def median(self, name: str) -> float | None:
        """Return the median of a figure, None where it was not measured."""
        found = self.seconds.get(name)
        return statistics.median(found) if found else None


def measured(jobs: Sequence[str], size: str, cache: Path, runs: int) -> Figures:
    """Run the jobs one after another, and that `runs` times over."""
    figures = Figures()
    for turn in range(runs):
        for job in jobs:
            seconds, peak = _run(job, size, cache)
            clock = {name: value for name, value in seconds.items() if PROCESSOR not in name}
            told = ", ".join(f"{name} {value:.2f} s" for name, value in clock.items())
            print(f"  {size} {turn + 1}/{runs}: {told}, {peak:.0f} MiB", file=sys.stderr)
            for name, value in seconds.items():
                figures.seconds[name].append(value)
            figures.peak[job] = max(peak, figures.peak.get(job, 0))
    return figures


def _run(job: str, size: str, cache: Path) -> tuple[dict[str, float], float]:
    command = [sys.executable, "-m", "benchmarks.jobs", job, size, str(cache)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    watch = _Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    watch.stop()
    if process.returncode:
        raise SystemExit(f"The job {job} failed.")
    return json.loads(said), watch.peak / 1024


class _Watch(threading.Thread):
    """Looks at the peak of resident memory (VmHWM) of a process and of all that it starts."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._root = process
        self._ended = threading.Event()
        self.peak = 0

    @override
    def run(self) -> None:
        while not self._ended.wait(_EVERY):
            for process in _family(self._root):
                self.peak = max(self.peak, _highest(process))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _family(process: int) -> Iterator[int]:
    yield process
    for listing in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = listing.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _highest(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0].split()[1]) if found else 0
