"""The end of a file, for files of any length."""

from __future__ import annotations

import io
from array import array

import pikepdf
import pytest

from dossier_studio.assembly.joining import crossref
from dossier_studio.assembly.joining.pouring import Pouring


@pytest.mark.parametrize("farthest", [crossref.FARTHEST, 1], ids=["table", "stream"])
def test_a_reader_finds_every_object(farthest: int) -> None:
    file = io.BytesIO()
    out = Pouring(file)
    offsets = array("Q", [0] * 9000)
    out.put(b"%PDF-1.7\n")
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Last 8999 0 R >>",
        2: b"<< /Type /Pages /Count 0 /Kids [ ] >>",
        8999: b"(the last one)",
    }
    for number, body in bodies.items():
        offsets[number] = out.written
        out.put(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    crossref.write(out, offsets, b"/Root 1 0 R", farthest)
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Last) == "the last one"
        assert pdf.get_warnings() == []
        assert not pdf.check_pdf_syntax()
