from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf

from dossier_studio.core.file import FileFacts
from dossier_studio.intake.inspect import facts_of

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"

Edit = Callable[[Pdf], None]
Make = Callable[..., Path]
Ask = Callable[..., FileFacts]


@pytest.fixture(scope="session")
def corpus() -> tuple[Path, ...]:
    files = tuple(sorted(CORPUS.rglob("*.pdf")))
    if not files:
        pytest.skip("the folder shared/corpus with real PDFs is not beside the project")
    return files


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a maker of one PDF: A4 pages of text, then whatever `edit` does to it."""

    def made(
        edit: Edit | None = None,
        *,
        pages: int = 1,
        text: str = "Laporan uji",
        force_version: str = "1.7",
        encryption: Encryption | None = None,
        linearize: bool = False,
        object_stream_mode: ObjectStreamMode = ObjectStreamMode.preserve,
    ) -> Path:
        with Pdf.new() as pdf:
            for _ in range(pages):
                page = pdf.add_blank_page(page_size=(595.276, 841.89))
                show = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
                page.Contents = pdf.make_stream(show.encode())
                page.Resources = Dictionary(Font=Dictionary(F1=_type3(pdf)))
            if edit:
                edit(pdf)
            path = tmp_path / "berkas.pdf"
            pdf.save(
                path,
                force_version=force_version,
                encryption=encryption,
                linearize=linearize,
                object_stream_mode=object_stream_mode,
            )
            return path

    return made


@pytest.fixture
def ask(make: Make) -> Ask:
    """Return the facts of a PDF made like that."""

    def asked(edit: Edit | None = None, **wishes: object) -> FileFacts:
        return facts_of(make(edit, **wishes))

    return asked


def _type3(pdf: Pdf) -> pikepdf.Object:
    """A font that is drawn in the file itself, so that none has to be embedded."""
    glyph = pdf.make_stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f")
    letters = [Name(f"/g{code}") for code in range(32, 127)]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 500, 700],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary({str(letter): glyph for letter in letters}),
            Encoding=Dictionary(Differences=Array([32, *letters])),
            FirstChar=32,
            LastChar=126,
            Widths=Array([500] * 95),
            ToUnicode=_unicode(pdf),
        )
    )


def _unicode(pdf: Pdf) -> pikepdf.Object:
    return pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Plain def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange <20> <7E> <0020> endbfrange\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
