"""Keeps segments for the next time, by what they were cut from and how."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from dossier_studio.assembly.joining import wire
from dossier_studio.assembly.joining.record import MAGIC, BadRecord
from dossier_studio.assembly.joining.segment import Segment
from dossier_studio.assembly.joining.wire import CuttingOrder

VERSION = 3
"""To be raised when the same source is cut in another way than before."""

LARGEST = 32 << 20
"""Segments larger than this are not kept: their source is soon cut again."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of segments that may be deleted at any time; `most` is what it may hold in bytes.

    Nothing on it is trusted: what is taken is checked, and a shelf that cannot be written or read
    is as good as an empty one.
    """

    folder: Path
    most: int = 1 << 30

    def take(self, order: CuttingOrder) -> Segment | None:
        """Put a segment where the order wants it, when it is here and whole."""
        kept = self._path(order)
        try:
            _doubled(kept, order.target)
            os.utime(kept)
            return wire.read(order.target, order.source, proven=True)
        except BadRecord:
            for path in (kept, order.target):
                path.unlink(missing_ok=True)
        except OSError:
            pass
        return None

    def keep(self, order: CuttingOrder) -> None:
        """Keep a segment that was cut."""
        kept = self._path(order)
        with contextlib.suppress(OSError):
            if order.target.stat().st_size > LARGEST:
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            passing = kept.with_suffix(f".{os.getpid()}")
            passing.unlink(missing_ok=True)
            _doubled(order.target, passing)
            passing.replace(kept)

    def trim(self) -> None:
        """Throw away what was not wanted for longest, until the rest is no more than allowed."""
        with contextlib.suppress(OSError):
            found = [(one, one.stat()) for one in self.folder.iterdir() if one.is_file()]
            found.sort(key=lambda pair: (-pair[1].st_mtime_ns, pair[0].name))
            size = 0
            for path, seen in found:
                size += seen.st_size
                if size > self.most:
                    path.unlink(missing_ok=True)

    def _path(self, order: CuttingOrder) -> Path:
        """A source that was touched since is another one, whatever it is called."""
        try:
            seen = order.source.stat()
            touched = (seen.st_size, seen.st_mtime_ns)
        except OSError:
            touched = (0, 0)
        makers = (MAGIC, VERSION, pikepdf.__version__, pikepdf.__libqpdf_version__)
        told = repr((*makers, order.identity, *touched, order.how))
        return self.folder / f"{hashlib.sha256(told.encode()).hexdigest()}.segment"


def _doubled(source: Path, target: Path) -> None:
    """Give a file a second name, or a copy where the disk cannot do that."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)
