"""The head of a letter: the officer's own image, or the applicant's name and address."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from dossier_studio.assembly import style
from dossier_studio.assembly.papers import columns
from dossier_studio.assembly.papers.filling import DOTS
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.typeset import Draw, Rule, paragraph
from dossier_studio.assembly.wording import Languages, joined
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import Unreadable
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message

LARGEST = 10_000_000
"""Bytes of an image file."""

MOST_PIXELS = 40_000_000
"""Width times height; a scanned A4 page at 600 dots an inch has 35 million."""

EDGE = 9 * mm
HIGHEST = 38 * mm
WIDEST = style.PAGE_WIDTH - 20 * mm
"""An image stands nearer to the edges than the text, as printed letterheads do."""

SHARP = 2_000
"""Pixels across that print sharply; a larger image is made smaller."""

NARROWEST = 40
"""Pixels; anything smaller is an icon, not a letterhead."""


def read(dossier: Dossier, blob: Callable[[Digest], Path]) -> bytes | None:
    """Return the dossier's letterhead, None where it has none.

    Raises Unreadable when its file is no longer there, or no longer an image.
    """
    record = dossier.letterhead
    if record is None:
        return None
    try:
        data = blob(record.sha256).read_bytes()
    except OSError:
        raise Unreadable("assembly.letterhead.gone", file=record.name) from None
    return usable(data, record.name)


def usable(data: bytes, name: str) -> bytes:
    """Return an image as letters embed it, a PNG without transparency or metadata.

    Raises Unreadable with what to do for whatever is no PNG or JPEG, or far too large or small.
    """
    if len(data) > LARGEST:
        raise Unreadable("assembly.letterhead.large", file=name, megabytes=LARGEST // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _plain(data, name)
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unreadable("assembly.letterhead.no-image", file=name) from None
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError):
        raise Unreadable("assembly.letterhead.damaged", file=name) from None


@lru_cache(maxsize=4)
def _plain(data: bytes, name: str) -> bytes:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            raise Unreadable("assembly.letterhead.pixels", file=name)
        if width < NARROWEST or height < NARROWEST // 4:
            raise Unreadable("assembly.letterhead.small", file=name)
        image.load()
        layered = image.convert("RGBA")
    flat = Image.new("RGB", layered.size, "white")
    flat.paste(layered, mask=layered.getchannel("A"))
    if width > SHARP:
        flat = flat.resize((SHARP, max(1, height * SHARP // width)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    flat.save(target, "PNG")
    return target.getvalue()


def drawn(about: Particulars, image: bytes | None, contact: str) -> Iterator[Flowable]:
    """Yield what stands at the head of the first page."""
    looks = style.styles()
    if image is not None:
        _, height = _size(image)
        yield Spacer(0, max(0, EDGE + height - style.TOP) + 14)
        return
    yield paragraph(columns.short(about.applicant) or DOTS, looks.letterhead)
    address = columns.short(" ".join(about.address.split()))
    yield paragraph(address or DOTS, looks.letterhead_address)
    if contact:
        yield paragraph(columns.short(contact), looks.letterhead_address)
    yield Rule(double=True)
    yield Spacer(0, 14)


def contact(answers: dict[str, str], languages: Languages) -> str:
    """Return telephone and e-mail as letterheads carry them, "" where nobody has said any."""
    known = {name: answers.get(name, "").strip() for name in ("applicant_phone", "applicant_email")}
    return " · ".join(
        joined(Message(f"assembly.paper.{name}", {"value": value}), languages[:1])
        for name, value in known.items()
        if value
    )


def painter(image: bytes | None) -> Draw | None:
    """Return what draws the image at the top of the first page, None where there is none."""
    if image is None:
        return None
    width, height = _size(image)

    def draw(canvas: Canvas) -> None:
        left, bottom = (style.PAGE_WIDTH - width) / 2, style.PAGE_HEIGHT - EDGE - height
        canvas.drawImage(ImageReader(io.BytesIO(image)), left, bottom, width, height)

    return draw


def _size(image: bytes) -> tuple[float, float]:
    """Return how large an image is on the page."""
    width, height = ImageReader(io.BytesIO(image)).getSize()
    scale = min(WIDEST / width, HIGHEST / height)
    return width * scale, height * scale
