"""What we are measured against: plain, honest ways to do the same, or the least there is to do."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeAlias

CHUNK = 1 << 20

Thing: TypeAlias = Any
"""Something of a PDF library's: the recipe is written as one writes it by hand, without types."""


def copy(files: Sequence[Path], out: Path) -> None:
    """Copy the bytes of all files into one: the least that joining them can cost."""
    with (out / "copy.bin").open("wb") as target:
        for path in files:
            with path.open("rb") as source:
                shutil.copyfileobj(source, target, CHUNK)


def pypdf_append(files: Sequence[Path], out: Path) -> None:
    """Join the files as pypdf does by itself, without those that are encrypted.

    These would need one more library; ours has slip sheets for them, too.
    """
    import logging

    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    writer = PdfWriter()
    for path in files:
        with contextlib.suppress(DependencyError):
            writer.append(PdfReader(path))
    writer.write(out / "pypdf.pdf")
    writer.close()


def sha256sum(files: Sequence[Path], out: Path) -> None:
    """Hash files with the system's own command."""
    with (out / "sums.txt").open("wb") as sums:
        for start in range(0, len(files), 500):
            subprocess.run(["sha256sum", *files[start : start + 500]], stdout=sums, check=True)


def inspect_recipe(files: Sequence[Path], out: Path) -> None:
    """Look into files with two processes: structure, text on each page, SHA-256 and MD5."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_looked_into, files, chunksize=8))
    (out / "recipe.txt").write_text("\n".join(map(str, found)), encoding="utf-8")


def _looked_into(path: Path) -> tuple[object, ...]:
    import pikepdf
    import pypdfium2

    data = path.read_bytes()
    sums = hashlib.sha256(data).hexdigest(), hashlib.md5(data, usedforsecurity=False).hexdigest()
    with pikepdf.open(path) as pdf:
        structure: list[Any] = [pdf.pdf_version, pdf.is_encrypted, len(pdf.pages)]
        structure += [len(pdf.attachments), "/OpenAction" in pdf.Root]
        structure.append(_bookmarks(pdf.Root.get("/Outlines")))
        for page in pdf.pages:
            structure.append([float(edge) for edge in page.mediabox])
            structure.append(_fonts(page.obj.get("/Resources")))
            structure.append(_links(page.obj.get("/Annots")))
    document = pypdfium2.PdfDocument(path)
    characters = [_characters(page) for page in document]
    document.close()
    return (*sums, structure, characters)


def _bookmarks(outlines: Thing) -> int:
    count, item = 0, outlines.get("/First") if outlines is not None else None
    while item is not None:
        count, item = count + 1, item.get("/Next")
    return count


def _fonts(resources: Thing) -> list[bool]:
    fonts = resources.get("/Font") if resources is not None else None
    if fonts is None:
        return []
    described = (font.get("/FontDescriptor") for font in fonts.values())
    return [one is not None and "/FontFile2" in one for one in described]


def _links(annotations: Thing) -> int:
    if annotations is None:
        return 0
    return sum(1 for one in annotations if str(one.get("/Subtype")) == "/Link")


def _characters(page: Thing) -> int:
    words = page.get_textpage()
    count = int(words.count_chars())
    words.close()
    page.close()
    return count


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return every file below a folder, in order."""
    return tuple(islice(sorted(path for path in folder.rglob("*") if path.is_file()), 100_000))
