"""Letters, declaration and form: what they say, in which language, and always the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from dossier_studio.assembly.papers import letterhead, text
from dossier_studio.assembly.papers.form import registration_form
from dossier_studio.assembly.papers.letter import PaperCase, justification, written
from dossier_studio.core.dossier import (
    Decision,
    DecisionKind,
    Key,
    PaperText,
    RecordKind,
    Row,
)
from dossier_studio.core.errors import Unreadable
from dossier_studio.core.text import Language
from dossier_studio.host import paths
from dossier_studio.host.messages import both
from dossier_studio.law.checklist import checklist
from dossier_studio.law.load import rulebook
from tests.assembly.dossiers import DRUG, Desk

BOOK = rulebook(DRUG)
FULL = {
    "applicant_address": "Jl. Contoh 5, Bandung",
    "responsible_person": "apt. Sari, S.Farm.",
    "responsible_position": "Apoteker Penanggung Jawab",
    "letter_number": "7/REG/2026",
    "dispensing": "B",
    "dosage_form": "tablet",
    "active_substance": "Parasetamol",
}
LETTERS = ("cover-letter", "declaration")


def case_of(desk: Desk, image: bytes | None = None) -> PaperCase:
    dossier = desk.dossier
    return PaperCase(BOOK, dossier, checklist(BOOK, dossier.answers, dossier), image)


def full(**answers: str) -> Desk:
    return Desk(**{**FULL, **answers})


def form(desk: Desk) -> bytes:
    return registration_form(case_of(desk), BOOK.forms["registration-form"])


def paper(name: str, desk: Desk) -> bytes:
    return form(desk) if name == "registration-form" else written(case_of(desk), name)


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def words(content: bytes) -> str:
    return " ".join(pages(content)).replace("\u00a0", " ")


def row(desk: Desk, table: str, order: int, **cells: str) -> None:
    desk.records[Key(RecordKind.ROW, f"{table}/{order:03}")] = Row(
        table, order, tuple(cells.items())
    )


def png(size: tuple[int, int] = (1200, 200), mode: str = "RGB", colour: object = "navy") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, colour).save(target, "PNG")  # type: ignore[arg-type]  # any colour
    return target.getvalue()


@pytest.mark.parametrize("language", ["id", "en", "both"])
@pytest.mark.parametrize("name", [*LETTERS, "registration-form"])
def test_every_paper_is_whole_and_the_same_every_time(name: str, language: str) -> None:
    desk = full(package_language=language)
    row(desk, "excipients", 0, name="Talk", amount="2,0", unit="mg", function="Pelincir")
    content = paper(name, desk)
    assert paper(name, desk) == content
    said = words(content)
    assert "assembly." not in said
    assert "{" not in said
    assert "[[" not in said
    total = len(pages(content))
    numbered = {"id": f"Halaman {total} dari {total}", "en": f"Page {total} of {total}"}
    for one in ("id", "en") if language == "both" else (language,):
        assert numbered[one] in said
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert not [key for key in pdf.docinfo if "Date" in key]
        assert pdf.is_linearized
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor


def test_a_cover_letter_is_a_letter() -> None:
    [said] = pages(written(case_of(full()), "cover-letter"))
    order = [
        "PT Contoh Farma",
        "Jl. Contoh 5, Bandung",
        "Nomor",
        "7/REG/2026",
        "Perihal",
        "Permohonan registrasi Parasetamol Contoh 500 mg",
        "Kepada Yth.",
        "Kepala Badan Pengawas Obat dan Makanan",
        "Dengan hormat,",
        "Generik tanpa uji bioekivalensi",
        "Bagian II: Dokumen Mutu",
        "terima kasih",
        "Hormat kami,",
        "apt. Sari, S.Farm.",
        "Apoteker Penanggung Jawab",
    ]
    at = [said.index(part) for part in order]
    assert at == sorted(at)
    assert "Bandung, 16 Maret 2026" in said
    assert "2X ·" not in said  # this program's own key is no word of a letter
    assert "meterai" not in said


def test_a_declaration_leaves_room_for_the_duty_stamp_and_is_dated_at_the_end() -> None:
    [said] = pages(written(case_of(full()), "declaration"))
    assert said.index("SURAT PERNYATAAN PENDAFTAR") < said.index("Yang bertanda tangan")
    assert said.index("Bandung, 16 Maret 2026") > said.index("Demikian pernyataan")
    assert "tempat e-meterai" in said
    assert "Perihal" not in said


def test_two_languages_stand_beneath_each_other() -> None:
    said = words(written(case_of(full(package_language="both")), "cover-letter"))
    for first, second in (
        ("Dengan hormat,", "Dear Sir or Madam,"),
        ("Golongan obat", "Dispensing class"),
        ("Obat bebas (B)", "Over the counter (B)"),
        ("Hormat kami,", "Yours faithfully,"),
    ):
        assert 0 < said.index(second) - said.index(first) < 60
    assert said.count("7/REG/2026") == 1


def test_what_is_unanswered_is_dotted_and_what_is_optional_goes() -> None:
    desk = Desk()
    for fact in ("applicant", "applicant_city", "filing_date"):
        del desk.records[Key(RecordKind.ANSWER, fact)]
    said = words(written(case_of(desk), "cover-letter"))
    assert "Bentuk sediaan dan kekuatan : ………" in said
    assert "Golongan obat" not in said
    assert "petugas registrasi" not in said.casefold()
    assert "Penanggung jawab" in said  # who signs where nobody has said as what


def test_nothing_that_a_person_types_is_markup() -> None:
    odd = "<b>Contoh & Anak</b> {reason} [[x]] </para>"
    said = words(written(case_of(full(applicant=odd)), "cover-letter"))
    assert odd in said


@pytest.mark.parametrize("odd", ["x" * 3_000, "kata " * 800, "a\n" * 300, "\x07\u202e漢字" * 40])
def test_answers_far_too_long_spoil_no_paper(odd: str) -> None:
    desk = full(applicant=odd, responsible_person=odd, form_description=odd, product_name=odd)
    row(desk, "excipients", 0, name=odd, amount="1", function=odd)
    for name in (*LETTERS, "registration-form"):
        assert 1 <= len(pages(paper(name, desk))) < 60


def test_a_person_words_a_paper_anew() -> None:
    own = "Perihal: Registrasi {product}, jalur cepat\n\nDengan hormat,\n\n- satu\n- dua\n"
    desk = full()
    desk.records[Key(RecordKind.PAPER, "cover-letter/id")] = PaperText("cover-letter", "id", own)
    said = words(written(case_of(desk), "cover-letter"))
    assert "Registrasi Parasetamol Contoh 500 mg, jalur cepat" in said
    assert "– satu – dua" in said
    assert "Nama obat" not in said
    assert "Kepala Badan Pengawas Obat dan Makanan" in said  # heads left out are the usual ones


def test_languages_that_run_differently_follow_each_other() -> None:
    desk = full(package_language="both")
    own = PaperText("cover-letter", "en", "Only this.\n\nAnd this.")
    desk.records[Key(RecordKind.PAPER, "cover-letter/en")] = own
    said = words(written(case_of(desk), "cover-letter"))
    assert said.index("kerja sama Bapak/Ibu") < said.index("Only this.") < said.index("Hormat kami")


def test_a_justification_names_the_paper_and_the_reason_once() -> None:
    case = case_of(full(package_language="both"))
    line = case.checklist.line("A08")
    assert line is not None
    reason = "Sertifikat sedang diperbarui."
    decision = Decision(DecisionKind.EXCUSED, reason, "Sari", "2026-03-10T02:00:00Z")
    said = words(justification(case, line, decision))
    assert said.count(reason) == 1
    assert "A08" in said
    assert both(line.title).en in said
    assert "tempat e-meterai" in said


def test_the_form_shows_answers_ticks_rows_and_what_is_missing() -> None:
    desk = full(origin="licence", export_only="no")
    row(desk, "manufacturers", 0, name="PT Contoh", role="bulk, Sterilisasi", address="Bandung")
    row(desk, "active_substances", 0, name="Parasetamol", amount="500", unit="mg", producer="X")
    said = words(form(desk))
    for part in (
        "FORMULIR REGISTRASI OBAT",
        "Diisi oleh BPOM",
        "Subkode evaluasi",
        "A. Produk",
        "■ Obat bebas (B)",
        "□ Obat keras (K)",
        "■ Lisensi",
        "□ Ya ■ Tidak",
        "Produk ruahan, Sterilisasi",
        "E. Keterangan obat",
        "Kami menyatakan bahwa isian formulir ini benar",
    ):
        assert part in said, part
    assert "Zat tambahan ………" in said
    assert "Faksimile –" in said
    assert "Pemberi lisensi ………" in said
    assert "Pemberi lisensi" not in words(form(full(origin="own")))


def test_long_tables_repeat_their_heads() -> None:
    desk = full()
    for order in range(90):
        row(desk, "excipients", order, name=f"Zat {order}", amount="1", unit="mg", function="Isi")
    found = [page for page in pages(form(desk)) if "Zat 8" in page or "Zat 4" in page]
    assert len(found) > 1
    assert all("Nama zat tambahan" in page for page in found)


def test_a_letterhead_image_stands_for_the_name() -> None:
    content = written(case_of(full(), letterhead.usable(png(), "kop.png")), "cover-letter")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        [image] = pdf.pages[0].get_images().values()
        assert (int(image.Width), int(image.Height)) == (1200, 200)
    said = words(content)
    assert "Jl. Contoh 5, Bandung" not in said
    assert said.count("PT Contoh Farma") == 2  # in the sentence and above the signature
    assert written(case_of(full(), letterhead.usable(png(), "kop.png")), "cover-letter") == content


@pytest.mark.parametrize("mode", ["RGBA", "L", "1", "P", "LA", "I;16"])
def test_images_of_any_colour_are_taken(mode: str) -> None:
    usable = letterhead.usable(png(mode=mode, colour=0), "kop.png")
    with Image.open(io.BytesIO(usable)) as image:
        assert image.mode == "RGB"
    clear = letterhead.usable(png(mode="RGBA", colour=(0, 0, 0, 0)), "kop.png")
    with Image.open(io.BytesIO(clear)) as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_a_wide_image_is_made_smaller() -> None:
    with Image.open(io.BytesIO(letterhead.usable(png((5_000, 500)), "kop.png"))) as image:
        assert image.size == (2_000, 200)


def gif() -> bytes:
    target = io.BytesIO()
    Image.new("P", (500, 100)).save(target, "GIF")
    return target.getvalue()


def bomb() -> bytes:
    target = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", gif(), png()[:300], png((20, 5)), bomb(), b"x" * 10_000_001],
    ids=["empty", "pdf", "gif", "cut", "tiny", "bomb", "heavy"],
)
def test_what_is_no_letterhead_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        letterhead.usable(data, "kop surat.png")
    said = both(refused.value.message)
    assert "kop surat.png" in said.id
    assert "kop surat.png" in said.en
    assert "{" not in said.id + said.en


def test_the_texts_of_both_languages_run_alike() -> None:
    folder = paths.resources() / "papers"
    names = sorted(file.name for file in (folder / "id").iterdir())
    assert names == sorted(file.name for file in (folder / "en").iterdir())
    for name in names:
        told = [text.parsed((folder / one / name).read_text("utf-8")) for one in ("id", "en")]
        first, second = (
            (set(one.heads), [type(block) for block in one.blocks], one.stamped) for one in told
        )
        assert first == second, name
        blanks = [
            sorted(text.blanks_in((folder / one / name).read_text("utf-8"))) for one in ("id", "en")
        ]
        assert blanks[0] == blanks[1], name


def test_any_text_is_a_paper(tmp_path: Path) -> None:
    for odd in ("", "\n\n", ":", "Kepada:", "# ", "> ", "- ", "1.", "a : ", "[[", "{parts}{parts}"):
        desk = full()
        desk.records[Key(RecordKind.PAPER, "declaration/id")] = PaperText("declaration", "id", odd)
        assert pages(written(case_of(desk), "declaration"))


def test_default_texts_use_no_unknown_blank() -> None:
    from dossier_studio.assembly.papers import filling

    known = filling.known(BOOK)
    for language in Language:
        for name in (*LETTERS, "justification", "registration-form"):
            assert set(text.blanks_in(text.default(name, language))) <= set(known)
