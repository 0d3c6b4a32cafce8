"""Measures the long jobs and prints one table.

python -m benchmarks                      the small corpus
python -m benchmarks small large          both, and how time grows with the dossier
python -m benchmarks quick --only bind    something to try
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.jobs import JOBS
from benchmarks.measure import measured
from benchmarks.sizes import SIZES
from benchmarks.table import lines


def main() -> None:
    """Make the corpora that are not there yet, measure, and print the table."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("sizes", nargs="*", help=f"corpora: {', '.join(SIZES)} (default: small)")
    asked.add_argument("--runs", type=int, default=3, help="interleaved runs (default: 3)")
    asked.add_argument("--only", nargs="+", choices=JOBS, default=list(JOBS), help="jobs to run")
    usual = Path(tempfile.gettempdir()) / "dossier-studio-benchmarks"
    asked.add_argument("--cache", type=Path, default=usual, help="where the corpora are kept")
    said = asked.parse_args()
    sizes = said.sizes or ["small"]
    for size in {"quick", *sizes}:  # a spare document comes from the quick one
        corpus(SIZES[size], said.cache)
    figures = {size: measured(said.only, size, said.cache, said.runs) for size in sizes}
    for line in lines(figures):
        print(line)


if __name__ == "__main__":
    main()
