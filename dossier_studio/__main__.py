"""The way in: `dossier-studio` and `python -m dossier_studio`."""

from __future__ import annotations

import multiprocessing
import os
import sys

WINDOW = ("--sample", "--open")
"""Options that open the window: on the sample dossier, or on a dossier's folder."""


def main() -> int:
    """Run one command; without words, or with window options, open the window."""
    words = sys.argv[1:]
    if (not words or words[0] in WINDOW) and has_display():
        from dossier_studio.app.main import run

        return run(words)
    from dossier_studio import cli

    return cli.main(words)


def has_display() -> bool:
    """Return whether a window can be shown here; Linux without a screen cannot."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
