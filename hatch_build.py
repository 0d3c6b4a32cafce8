"""Compile the widget texts (.ts to .qm), and put resources and translations into the wheel.

Hatchling runs this for a wheel and for an editable installation; `python hatch_build.py` compiles
and does nothing else.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typing_extensions import override

ROOT = Path(__file__).resolve().parent


def compile_translations(folder: Path) -> None:
    """Compile every `.ts` in `folder` whose `.qm` is missing or older."""
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _release(source, target)


def _release(source: Path, target: Path) -> None:
    aside = target.with_suffix(f".{os.getpid()}.tmp")  # two builds may run at once
    try:
        subprocess.run(
            [_lrelease(), "-silent", source, "-qm", aside],
            check=True,
            stdin=subprocess.DEVNULL,
        )
        aside.replace(target)
    except (OSError, subprocess.CalledProcessError) as trouble:
        sys.exit(
            f"{source.name} was not compiled: Qt's lrelease did not run ({trouble}). It needs"
            " libglib2.0-0 and libbrotli1 and, in a chroot, a mounted /proc; then run this again."
        )
    finally:
        aside.unlink(missing_ok=True)


def _lrelease() -> Path:
    """PySide6-Essentials ships lrelease; the package is found without being imported."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        sys.exit("PySide6-Essentials is not installed here; install requirements.txt first.")
    folder = Path(package.origin).parent
    return folder / ("lrelease.exe" if os.name == "nt" else "lrelease")


def shipped(root: Path) -> dict[str, str]:
    """Return what the wheel takes from beside the package: file on disk to place in the wheel."""
    files = [file for file in (root / "resources").rglob("*") if file.is_file()]
    for pattern in ("*.qm", "messages/*.toml"):
        files += (root / "translations").glob(pattern)
    return {
        str(file): f"dossier_studio/{file.relative_to(root).as_posix()}" for file in sorted(files)
    }


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # compiling alone does not need the builder
    pass
else:

    class Hook(BuildHookInterface[Any]):
        """What hatchling calls before it builds."""

        @override
        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile; an editable installation reads the checkout, so nothing is copied there."""
            if self.target_name != "wheel":
                return
            root = Path(self.root)
            compile_translations(root / "translations")
            if version != "editable":
                build_data["force_include"].update(shipped(root))


if __name__ == "__main__":
    compile_translations(ROOT / "translations")
