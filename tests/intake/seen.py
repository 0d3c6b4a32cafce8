"""What the tests of intake look for in facts, and the scans that they make."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from dossier_studio.core.file import FileFacts


def codes(facts: FileFacts) -> set[str]:
    """Problems, apart from the advice that nearly every file earns."""
    return {problem.code for problem in facts.problems} - {"PF-11"}


def details(facts: FileFacts, code: str) -> list[str]:
    return [problem.detail for problem in facts.problems if problem.code == code]


def pages(facts: FileFacts, code: str) -> tuple[int, ...]:
    return next(problem.pages for problem in facts.problems if problem.code == code)


def picture(pdf: Pdf) -> pikepdf.Object:
    stream = pdf.make_stream(bytes([200] * 100))
    stream.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=10,
            Height=10,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
    )
    return stream


def as_scan(pdf: Pdf, index: int, words: bytes = b"") -> None:
    page = pdf.pages[index]
    page.Resources.XObject = Dictionary(Im0=picture(pdf))
    page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q " + words)
