"""The way in: `dossier-studio` and `python -m dossier_studio`."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

WINDOW = ("--sample", "--open")
"""Options that open the window: on the sample dossier, or on a dossier's folder."""


INTERRUPTED = 130
"""Exit code of work that the person stopped; before the commands are read, without a word."""


def main() -> int:
    """Run one command; without words, or with window options, open the window."""
    try:
        return _main(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _main(words: list[str]) -> int:
    if (not words or words[0] in WINDOW) and has_display():
        from dossier_studio.app.main import run

        return run(words)
    # Libraries in C++ abort when they are interrupted while they are read, so that waits.
    early: list[int] = []
    _on_stop(lambda number, _: early.append(number))
    from dossier_studio import cli

    _on_stop(_stop)
    return INTERRUPTED if early else cli.main(words)


def _on_stop(act: Callable[[int, FrameType | None], object]) -> None:
    """Let Ctrl+C, a closed terminal and a system that shuts down all stop a command alike."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), act)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def has_display() -> bool:
    """Return whether a window can be shown here; Linux without a screen cannot."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
