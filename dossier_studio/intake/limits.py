"""How much time, memory and depth one file may take before it becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for the inspection of one file.

    `seconds` plus `seconds_per_mebibyte` of its size is its time; `memory` is the address space of
    a worker in bytes (POSIX only: Windows has no such limit without a job object); `decoded` is
    what one stream may unpack to and `decoded_in_all` what all of a file's may; `archive` what
    the members of an archive may unpack to. `depth` and `items` bound every tree that is walked.
    """

    seconds: float = 60.0
    seconds_per_mebibyte: float = 0.5
    memory: int = 2048 * MEBIBYTE
    decoded: int = 64 * MEBIBYTE
    decoded_in_all: int = 1024 * MEBIBYTE
    archive: int = 4096 * MEBIBYTE
    depth: int = 64
    items: int = 250_000

    def time_for(self, size: int) -> float:
        """Seconds that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_mebibyte * size / MEBIBYTE
