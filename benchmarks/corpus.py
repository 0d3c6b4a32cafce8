"""Makes the files that are measured: a fixed seed, so that every machine measures the same.

Three kinds of files (text; mixed with pictures and lines; scans) on A4, A3, letter and landscape
pages, each with its own outline, links and a link to the web. Every 10th file has form fields of
the same name, every 50th is encrypted with an empty user password, every 7th has page labels, every
25th an attachment and a script. A third names its destinations, all by the same names, half of
these in /Dests and half in a name tree with object streams.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image
from reportlab.lib.pagesizes import A3, A4, landscape, letter
from reportlab.pdfgen.canvas import Canvas

from benchmarks.features import add_features
from benchmarks.sizes import Size, files_of
from dossier_studio.assembly import style

SEED = 20261122
PAPERS = (A4, A4, A4, A3, letter, landscape(A4))
PICTURES, SCANS = 18, 6
LAST_OF_TEN = 9

_PLACES = {
    "text": "",
    "mixed": "q 220 0 0 157 330 60 cm /Picture Do Q",
    "scan": "q 595 0 0 842 0 0 cm /Picture Do Q",
}

_WORDS = (
    "tablet obat mutu uji stabilitas spesifikasi bahan aktif metode hasil batas suhu lembap kadar "
    "disolusi cemaran kemasan simpan registrasi produsen sertifikat klinik data lampiran validasi"
).split()


def corpus(size: Size, cache: Path) -> tuple[Path, ...]:
    """Return the files of a corpus, made first where `cache` does not hold them yet."""
    files = files_of(size, cache)
    folder = files[0].parent
    done = folder / "complete"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pictures = tuple(_picture(number) for number in range(PICTURES))
        tasks = [(index, size.pages, path, pictures) for index, path in enumerate(files)]
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            for _ in pool.map(_make, tasks, chunksize=10):
                pass
        done.touch()
    return files


def _picture(number: int) -> bytes:
    """Return a JPEG: the first six are pages of a scanner at 150 dpi, the others small pictures."""
    chance = random.Random(SEED + number)
    wide, high = (1240, 1754) if number < SCANS else (504, 360)
    grain = Image.frombytes("L", (wide // 4, high // 4), chance.randbytes(wide // 4 * (high // 4)))
    made = io.BytesIO()
    grain.resize((wide, high), Image.Resampling.BICUBIC).save(
        made, "JPEG", quality=11 if number < SCANS else 34
    )
    return made.getvalue()


def _make(task: tuple[int, int, Path, tuple[bytes, ...]]) -> None:
    index, pages, path, pictures = task
    chance = random.Random(SEED * 7 + index)
    style.register_fonts()
    drawn = io.BytesIO()
    canvas = Canvas(drawn, invariant=True, pageCompression=1)
    kind = _kind(index)
    for number in range(pages):
        size = PAPERS[(index + number) % len(PAPERS)] if kind != "scan" else A4
        canvas.setPageSize(size)
        canvas.addLiteral(_PLACES[kind])
        if kind != "scan":
            _text(canvas, chance, f"{index}.{number + 1}")
        if kind == "mixed":
            _lines(canvas, chance)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        if kind != "text":
            _illustrate(pdf, pictures[:SCANS] if kind == "scan" else pictures[SCANS:], chance)
        add_features(pdf, index, path)


def _illustrate(pdf: pikepdf.Pdf, pictures: Sequence[bytes], chance: random.Random) -> None:
    """Give each page a picture of its own: what follows the end of a JPEG is skipped by readers."""
    for number, page in enumerate(pdf.pages):
        data = chance.choice(pictures) + number.to_bytes(2, "big")
        wide, high = Image.open(io.BytesIO(data)).size
        picture = pikepdf.Stream(pdf, data)
        picture.stream_dict.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=wide,
                Height=high,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
                Filter=Name.DCTDecode,
            )
        )
        page.add_resource(picture, Name.XObject, Name.Picture)


def _kind(index: int) -> str:
    if index % 10 == LAST_OF_TEN:
        return "scan"
    return "mixed" if index % 10 in {1, 3, 4, 6, 8} else "text"


def _text(canvas: Canvas, chance: random.Random, title: str) -> None:
    canvas.setFont(style.SANS_BOLD, 15)
    canvas.drawString(60, 540, f"Dokumen {title}")
    canvas.setFont(style.SERIF, 10)
    for line in range(30):
        words = " ".join(chance.choice(_WORDS) for _ in range(11))
        canvas.drawString(60, 515 - 13 * line, words)


def _lines(canvas: Canvas, chance: random.Random) -> None:
    for _ in range(40):
        edges = (chance.uniform(60, 320), chance.uniform(60, 110))
        canvas.line(*edges, chance.uniform(60, 320), chance.uniform(60, 110))
