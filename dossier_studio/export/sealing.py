"""What goes on last: the page, the index, the bag's tag files about everything, and the zip."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export import archive, bag
from dossier_studio.export.agreement import INDEX
from dossier_studio.export.archive import Member
from dossier_studio.export.contents import Contents, Role
from dossier_studio.export.index import index
from dossier_studio.export.page import page
from dossier_studio.export.payload import Payload
from dossier_studio.host import files

PAGE = "data/index.html"


def seal(payload: Payload, contents: Contents) -> tuple[Member, ...]:
    """Write page and index, then the bag's tag files about everything; return all that is there."""
    payload.write(PAGE, Role.PAGE, (page(replace(contents, files=payload.files)),))
    content, fields = index(replace(contents, files=payload.files))
    payload.write(INDEX, Role.PAGE, (content,))
    sums = {one.path: one.checksum for one in payload.files}
    tags = {
        bag.BAGIT: bag.DECLARATION,
        bag.INFO: bag.info(fields, {path: one.bytes for path, one in sums.items()}),
        bag.MANIFEST: bag.manifest({path: one.sha256 for path, one in sums.items()}),
    }
    tags[bag.TAG_MANIFEST] = bag.tag_manifest(tags)
    for name, text in tags.items():
        payload.place(name).write_bytes(text)
    written = [Member(name, len(text), zlib.crc32(text)) for name, text in tags.items()]
    return (*payload.members, *written)


def zip_folder(folder: Path, members: Sequence[Member], target: Path) -> Work[None]:
    """Write a package's folder as a zip with that folder as its only root.

    `members` are what was written there; raises OSError when a file is not that any more.
    """
    found = {f"{folder.name}/{one.name}": folder / one.name for one in members}
    rooted = [replace(one, name=f"{folder.name}/{one.name}") for one in members]
    total, done = sum(member.size for member in members), 0
    with files.long(target).open("xb") as stream:
        for chunk in archive.stream(rooted, lambda name: files.long(found[name]).open("rb")):
            stream.write(chunk)
            done += len(chunk)
            yield Step(Message("export.step.zip"), min(done, total), total)
