"""The way in: `dossier-studio` and `python -m dossier_studio`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run one command; without words, open the window. Returns the exit code."""
    from dossier_studio import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
