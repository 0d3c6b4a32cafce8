"""The payload of a package being written: files below data/, with their checksums as they go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export import archive
from dossier_studio.export.archive import Member
from dossier_studio.export.checksum import Checksum, Meter
from dossier_studio.export.contents import PackedFile, Role
from dossier_studio.export.proofs import ProvenVolume
from dossier_studio.host import files


@dataclass(frozen=True, slots=True)
class Original:
    """A file that goes into the package untouched: its name for people, and where it lies.

    `digest` is what it must still be; None for a file that we have just made. A paper that we
    wrote ourselves lies nowhere: it is its own `content`.
    """

    name: str
    path: Path
    digest: Digest | None = None
    content: bytes | None = None

    def open(self) -> IO[bytes]:
        """Open it; raises Unreadable when it is gone."""
        if self.content is not None:
            return BytesIO(self.content)
        try:
            return files.long(self.path).open("rb")
        except OSError as error:
            raise self._damaged() from error

    def measured(self) -> Work[Meter]:
        """Read it once, and raise Unreadable when it is not what it was."""
        meter = Meter()
        with self.open() as stream:
            for chunk in archive.chunks(stream):
                meter.add(chunk)
                yield self.step()
        return self.proven(meter)

    def proven(self, meter: Meter) -> Meter:
        """Return the meter of its bytes, when they are what they must be."""
        if self.digest not in (None, meter.checksum.sha256):
            raise self._damaged()
        return meter

    def step(self) -> Step:
        """Return what is being done with it."""
        return Step(Message("export.step.copy", {"file": self.name}))

    def _damaged(self) -> Unreadable:
        return Unreadable("export.refused.blob", file=self.name)


class Payload:
    """Writes below a package's folder and remembers what it wrote."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.proofs: list[ProvenVolume] = []
        self._files: dict[str, PackedFile] = {}
        self._crcs: dict[str, int] = {}

    @property
    def files(self) -> tuple[PackedFile, ...]:
        """What was written, sorted by path."""
        return tuple(file for _, file in sorted(self._files.items()))

    @property
    def members(self) -> tuple[Member, ...]:
        """What was written, as an archive would list it."""
        return tuple(
            Member(one.path, one.checksum.bytes, self._crcs[one.path]) for one in self.files
        )

    def _keep(self, file: PackedFile, meter: Meter) -> None:
        self._files[file.path] = file
        self._crcs[file.path] = meter.crc

    def place(self, path: str) -> Path:
        """Return where a file of the package goes, with its folders made."""
        target = files.long(self.root / path)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def write(self, path: str, role: Role, chunks: Iterable[bytes]) -> None:
        """Write a file that is at hand."""
        meter = Meter()
        with self.place(path).open("xb") as target:
            for chunk in chunks:
                target.write(chunk)
                meter.add(chunk)
        self._keep(PackedFile(path, role, meter.checksum), meter)

    def record(self, path: str, role: Role, pages: int) -> Work[None]:
        """Take in a file that another has written at its place."""
        meter = yield from Original(path, self.place(path)).measured()
        self._keep(PackedFile(path, role, meter.checksum, pages), meter)

    def copy(self, path: str, original: Original, pages: int | None) -> Work[Checksum]:
        """Copy a file untouched, proving it on the way."""
        meter = Meter()
        with self.place(path).open("xb") as target, original.open() as source:
            for chunk in archive.chunks(source):
                target.write(chunk)
                meter.add(chunk)
                yield original.step()
        checksum = original.proven(meter).checksum
        self._keep(PackedFile(path, Role.SLOT, checksum, pages), meter)
        return checksum

    def pack(self, path: str, members: Mapping[str, Original]) -> Work[dict[str, Checksum]]:
        """Write an archive of files, untouched and stored, and return their checksums by name."""
        meters = {}
        for name, original in sorted(members.items()):
            meters[name] = yield from original.measured()
        listed = [Member(name, one.checksum.bytes, one.crc) for name, one in meters.items()]
        whole = Meter()
        with self.place(path).open("xb") as target:
            for chunk in archive.stream(listed, lambda name: members[name].open()):
                target.write(chunk)
                whole.add(chunk)
                yield Step(Message("export.step.copy", {"file": path}))
        sums = {name: meter.checksum for name, meter in meters.items()}
        self._keep(PackedFile(path, Role.SLOT, whole.checksum, None, sums), whole)
        return sums
