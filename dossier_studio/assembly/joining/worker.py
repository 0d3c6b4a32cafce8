"""What runs in a worker process: takes cutting orders from a pipe, sends segments back."""

from __future__ import annotations

import contextlib
from multiprocessing.connection import Connection

from dossier_studio.assembly.joining import wire
from dossier_studio.assembly.joining.cutting import Uncuttable, cut
from dossier_studio.intake.limits import Limits
from dossier_studio.intake.worker import FACTS, LOST, confine


def serve(pipe: Connection, limits: Limits) -> None:
    """Cut one source after another until the pipe closes."""
    confine(limits)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send_bytes(_answer(wire.order(pipe.recv_bytes())))


def _answer(order: wire.CuttingOrder) -> bytes:
    try:
        cut(order)
    except Uncuttable:
        return FACTS + b"false"
    except OSError:
        return LOST
    return FACTS + b"true"
