"""The commands of Dossier Studio: words in, text or JSON out, an exit code (design section 8)."""

from __future__ import annotations

from dossier_studio.cli.run import main

__all__ = ["main"]
