"""The jobs that are measured; each runs in a process of its own and says how long it took.

`python -m benchmarks.jobs <job> <size> <cache>` prints seconds by name as JSON. Reading the facts
of the corpus is no part of a job: they are known from when the files were added. The start of
worker processes is.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import peers
from benchmarks.sizes import PROCESSOR, SIZES, Size, files_of
from dossier_studio.core.work import finish


def _used() -> float:
    """Return the seconds that processors have spent on this process and those that have ended."""
    return sum(os.times()[:4])


@dataclass(slots=True)
class Run:
    """One run of a job: the corpus, a folder to write to, and the seconds that were measured."""

    size: Size
    cache: Path
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the corpus."""
        return files_of(self.size, self.cache)

    @property
    def kept(self) -> Path:
        """Where what is known of this corpus is kept from one run to the next."""
        return self.files[0].parent

    @property
    def out(self) -> Path:
        """An empty folder for what a job writes."""
        folder = self.cache / f"out-{self.size.name}"
        folder.mkdir(exist_ok=True)
        return folder

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Measure what happens within: by the clock, and by processors, which say it of all."""
        begun, used = time.perf_counter(), _used()
        yield
        self.seconds[name] = time.perf_counter() - begun
        self.seconds[f"{name}{PROCESSOR}"] = _used() - used


def peer(name: str, job: Callable[[tuple[Path, ...], Path], None]) -> Callable[[Run], None]:
    """Return a peer as a job over the corpus."""

    def run(run: Run) -> None:
        files, out = run.files, run.out
        with run.timed(name):
            job(files, out)

    return run


def bind(run: Run) -> None:
    """Bind all files as one Part, with contents, outline, destinations and stamps; prove it."""
    from benchmarks.dossier import ABOUT, known, part_of
    from dossier_studio.assembly.binder import bind as bound
    from dossier_studio.assembly.proof.prove import prove

    plan, sources = part_of(run.files, known(run.files, run.kept))
    target = run.out / "part.pdf"
    with run.timed("bind and prove"):
        with run.timed("bind"):
            made = finish(bound(plan, sources.__getitem__, target, about=ABOUT))
        with run.timed("prove"):
            proof = finish(prove(plan, made, sources.__getitem__, about=ABOUT))
    assert proof.holds, proof.mismatches


def package(run: Run) -> None:
    """Export the dossier with a zip, export it again with one document replaced, and verify it."""
    from benchmarks.dossier import folder_of, known, replaced, request
    from dossier_studio.export.package import export
    from dossier_studio.export.verify import verify

    facts = known(run.files, run.kept)
    spare = files_of(SIZES["quick"], run.cache)
    with folder_of(run.files, facts, run.kept) as folder:
        parent = run.cache / f"package-{run.size.name}"
        shutil.rmtree(parent, ignore_errors=True)
        wanted = request(folder, facts, parent)
        other = replaced(wanted, spare[3], known(spare, spare[0].parent)[3])
        with run.timed("export"):
            finish(export(wanted))
        with run.timed("export again"):
            made = finish(export(other))
    with run.timed("verify"):
        found = finish(verify(made.path))
    assert found.valid, found.problems
    files = peers.files_of(made.path)
    with run.timed("sha256sum"):
        peers.sha256sum(files, run.out)
    shutil.rmtree(parent)


def inspect(run: Run) -> None:
    """Inspect the first 500 files."""
    from dossier_studio.intake.inspect import inspect as inspected

    files = run.files[:500]
    with run.timed("inspect"):
        finish(inspected(files, processes=2))


def recipe(run: Run) -> None:
    """Look into the same files as the recipe does."""
    files, out = run.files[:500], run.out
    with run.timed("inspect recipe"):
        peers.inspect_recipe(files, out)


JOBS: dict[str, Callable[[Run], None]] = {
    "copy": peer("copy", peers.copy),
    "pypdf": peer("pypdf append", peers.pypdf_append),
    "bind": bind,
    "package": package,
    "inspect": inspect,
    "recipe": recipe,
}


def main() -> None:
    """Run one job and print its seconds."""
    job, size, cache = sys.argv[1:4]
    run = Run(SIZES[size], Path(cache))
    JOBS[job](run)
    print(json.dumps(run.seconds))


if __name__ == "__main__":
    main()
