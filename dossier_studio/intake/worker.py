"""What runs in a worker process: takes paths from a pipe, sends facts back, under confinement."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from dossier_studio.core.file import FileFacts
from dossier_studio.intake import wire
from dossier_studio.intake.facts import facts_of
from dossier_studio.intake.limits import Limits

SEEN, FACTS, LOST = b"S", b"F", b"L"
"""First byte of a message: a fingerprint, the facts, or a file that cannot be read."""

_OUT_OF_MEMORY = 70


def serve(pipe: Connection, limits: Limits) -> None:
    """Inspect one file after another until the pipe closes."""
    confine(limits)

    def tell(seen: FileFacts) -> None:
        pipe.send_bytes(SEEN + wire.packed(seen))

    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            path = Path(os.fsdecode(pipe.recv_bytes()))
            try:
                answer = FACTS + wire.packed(facts_of(path, limits, tell))
            except OSError:
                answer = LOST
            except MemoryError:
                # What is left of this process cannot be trusted; the file is tried alone.
                os._exit(_OUT_OF_MEMORY)
            pipe.send_bytes(answer)


def confine(limits: Limits) -> None:
    """Bound this process's memory, and keep its parsers from talking to the person's terminal.

    Windows has no address-space limit to set here: there the time limit alone holds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(silence, stream)
    if sys.platform != "win32":
        import resource

        for limit, most in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(limit)
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (bound, bound))
