"""Rules PF-01 to PF-20, one made file each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.core.file import FileFacts, PageSize
from dossier_studio.host import paths
from dossier_studio.intake.inspect import facts_of
from tests.intake.seen import as_scan, codes, details, pages

Ask = Callable[..., FileFacts]
Make = Callable[..., Path]
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))



def test_a_plain_file_is_sound(ask: Ask) -> None:
    facts = ask()
    assert codes(facts) == set()
    assert facts.bindable
    assert facts.page_sizes == (PageSize(595.28, 841.89),)
    assert (facts.pages, facts.pdf_version, facts.encrypted) == (1, "1.7", False)
    assert (facts.signed, facts.javascript, facts.embedded_files) == (False, False, 0)
    assert (facts.bookmarks, facts.links_broken) == (0, 0)
    assert facts.fonts_missing == ()
    assert facts.pages_without_text == ()


def test_a_password_hides_everything(make: Make) -> None:
    path = make(encryption=pikepdf.Encryption(user="rahasia", owner="rahasia", R=4))
    facts = facts_of(path)
    assert codes(facts) == {"PF-02"}
    assert facts.encrypted is True
    assert (facts.pages, facts.pdf_version, facts.fonts_missing) == (None, None, None)


def test_restrictions_without_a_password_are_seen(ask: Ask) -> None:
    facts = ask(encryption=pikepdf.Encryption(user="", owner="rahasia", R=4))
    assert codes(facts) == {"PF-03"}
    assert (facts.encrypted, facts.pages, facts.pages_without_text) == (True, 1, ())


@pytest.mark.parametrize(
    ("header", "catalog", "effective"),
    [
        ("1.4", None, "1.4"),
        ("1.3", None, "1.3"),
        ("2.0", None, "2.0"),
        ("1.3", "1.6", "1.6"),
        ("1.7", "1.5", "1.7"),
    ],
)
def test_the_later_of_two_versions_counts(
    ask: Ask, header: str, catalog: str | None, effective: str
) -> None:
    def edit(pdf: Pdf) -> None:
        if catalog:
            pdf.Root.Version = Name(f"/{catalog}")

    facts = ask(edit, force_version=header)
    assert facts.pdf_version == effective
    assert codes(facts) == ({"PF-04"} if effective in {"1.3", "2.0"} else set())


def font(name: str, subtype: str = "/TrueType") -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name(subtype), BaseFont=Name(name))


def in_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"")
    form.update(
        Dictionary(
            Subtype=Name.Form,
            BBox=[0, 0, 9, 9],
            Resources=Dictionary(Font=Dictionary(F9=font("/ABCDEF+Arial"))),
        )
    )
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


def in_appearance(pdf: Pdf) -> None:
    look = pdf.make_stream(b"")
    look.update(
        Dictionary(
            Subtype=Name.Form,
            BBox=[0, 0, 9, 9],
            Resources=Dictionary(Font=Dictionary(F=font("/Arial"))),
        )
    )
    stamp = Dictionary(Subtype=Name.Stamp, Rect=[0, 0, 9, 9], AP=Dictionary(N=Dictionary(On=look)))
    pdf.pages[0].Annots = Array([stamp])


def in_descendant(pdf: Pdf) -> None:
    composite = font("/Arial", "/Type0")
    composite.DescendantFonts = Array([font("/Arial", "/CIDFontType2")])
    pdf.pages[0].Resources.Font.F2 = composite


def inherited(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Resources"]
    pdf.Root.Pages.Resources = Dictionary(Font=Dictionary(F1=font("/Arial")))


def in_state(pdf: Pdf) -> None:
    state = Dictionary(Font=Array([pdf.make_indirect(font("/Arial")), 12]))
    pdf.pages[0].Resources.ExtGState = Dictionary(G=state)


@pytest.mark.parametrize("edit", [in_form, in_appearance, in_descendant, inherited, in_state])
def test_a_font_that_is_not_embedded_is_found(ask: Ask, edit: Callable[[Pdf], None]) -> None:
    facts = ask(edit)
    assert facts.fonts_missing == ("Arial",)
    assert details(facts, "PF-05") == ["Arial"]


def test_standard_fonts_are_another_matter(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].Resources.Font.F2 = font("/Helvetica-Bold", "/Type1")

    facts = ask(edit)
    assert facts.fonts_missing == ("Helvetica-Bold",)
    assert codes(facts) == {"PF-05-std14"}


def test_an_embedded_font_is_no_problem(tmp_path: Path) -> None:
    pdfmetrics.registerFont(
        TTFont("Liberation", str(paths.resources() / "fonts" / "LiberationSans-Regular.ttf"))
    )
    path = tmp_path / "surat.pdf"
    canvas = Canvas(str(path), pageCompression=0)
    canvas.setFont("Liberation", 12)
    canvas.drawString(72, 700, "Surat pengantar")
    canvas.save()
    facts = facts_of(path)
    assert "PF-05" not in codes(facts)
    assert facts.pages_without_text == ()


def test_one_scanned_page_among_text(ask: Ask) -> None:
    facts = ask(lambda pdf: as_scan(pdf, 1), pages=3)
    assert facts.pages_without_text == (2,)
    assert pages(facts, "PF-06") == (2,)


def test_hidden_words_make_a_scan_searchable(ask: Ask) -> None:
    words = b"BT 3 Tr /F1 12 Tf 72 700 Td (Sertifikat analisis bets) Tj ET"
    facts = ask(lambda pdf: as_scan(pdf, 0, words))
    assert facts.pages_without_text == ()
    assert codes(facts) == set()


def test_words_off_the_page_do_not_count(ask: Ask) -> None:
    words = b"BT /F1 12 Tf 72 2000 Td (Tidak terlihat sama sekali) Tj ET"
    assert ask(lambda pdf: as_scan(pdf, 0, words)).pages_without_text == (1,)


def test_text_inside_a_form_counts(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        form = pdf.make_stream(b"BT /F1 12 Tf 72 700 Td (Laporan) Tj ET")
        fonts = pdf.pages[0].Resources.Font
        form.update(
            Dictionary(Subtype=Name.Form, BBox=[0, 0, 595, 842], Resources=Dictionary(Font=fonts))
        )
        pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)
        pdf.pages[0].Contents = pdf.make_stream(b"/Fm0 Do")

    assert ask(edit).pages_without_text == ()


def test_much_text_needs_no_second_look(ask: Ask) -> None:
    facts = ask(lambda pdf: as_scan(pdf, 0, b"BT (" + b"kata " * 80 + b") Tj ET"))
    assert facts.pages_without_text == ()
    assert codes(facts) == set()


def test_blank_pages(ask: Ask) -> None:
    facts = ask(pages=2, text="")
    assert codes(facts) == {"PF-17-blank"}
    assert facts.pages_without_text == (1, 2)


def test_a_drawing_without_words_is_not_blank(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"0 0 100 100 re f")

    facts = ask(edit)
    assert codes(facts) == set()
    assert facts.pages_without_text == (1,)


def test_no_page_at_all(tmp_path: Path) -> None:
    path = tmp_path / "kosong.pdf"
    with Pdf.new() as pdf:
        pdf.save(path, force_version="1.7")
    facts = facts_of(path)
    assert codes(facts) == {"PF-17"}
    assert facts.pages == 0
    assert not facts.bindable


def script_at_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = SCRIPT


def script_of_document(pdf: Pdf) -> None:
    leaf = pdf.make_indirect(Dictionary(Names=Array([String("a"), SCRIPT])))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Kids=Array([leaf])))


def script_of_page(pdf: Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=SCRIPT)


def script_of_annotation(pdf: Pdf) -> None:
    after = Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([SCRIPT]))
    pdf.pages[0].Annots = Array([Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=after)])


def script_of_field(pdf: Pdf) -> None:
    kid = pdf.make_indirect(Dictionary(T=String("b"), AA=Dictionary(K=SCRIPT)))
    top = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array([kid])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([top]))


def script_of_closing(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=SCRIPT)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (script_at_opening, "open-action"),
        (script_of_document, "document"),
        (script_of_page, "page"),
        (script_of_annotation, "annotation"),
        (script_of_field, "field"),
        (script_of_closing, "document-actions"),
    ],
)
def test_scripts_are_found_wherever_they_hide(
    ask: Ask, edit: Callable[[Pdf], None], place: str
) -> None:
    facts = ask(edit)
    assert facts.javascript is True
    assert details(facts, "PF-07") == [place]


def test_attachments_are_counted_once(ask: Ask) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.attachments["data.txt"] = b"isi"
        listed = pdf.attachments["data.txt"].obj
        note = Dictionary(Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=listed)
        pdf.pages[0].Annots = Array([note])
        other = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("b.txt")))
        pdf.Root.AF = Array([listed, other])

    facts = ask(edit)
    assert facts.embedded_files == 2
    assert details(facts, "PF-08") == ["2"]


@pytest.mark.parametrize(
    ("subtype", "code"),
    [("Sound", "PF-09"), ("RichMedia", "PF-09"), ("Text", "PF-10"), ("Highlight", "PF-10")],
)
def test_media_and_comments(ask: Ask, subtype: str, code: str) -> None:
    def edit(pdf: Pdf) -> None:
        note = Dictionary(Subtype=Name(f"/{subtype}"), Rect=[0, 0, 9, 9])
        pdf.pages[1].Annots = Array([note])

    facts = ask(edit, pages=2)
    assert codes(facts) == {code}
    assert pages(facts, code) == (2,)


def test_fast_web_view_is_seen(ask: Ask) -> None:
    assert "PF-11" in {problem.code for problem in ask().problems}
    assert "PF-11" not in {problem.code for problem in ask(linearize=True).problems}


def test_first_view(ask: Ask) -> None:
    def panel(pdf: Pdf) -> None:
        pdf.Root.PageMode = Name.UseOutlines

    def zoom(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 2])

    def inherit(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])

    assert details(ask(panel), "PF-12") == ["UseOutlines"]
    assert details(ask(zoom), "PF-12") == ["XYZ"]
    assert codes(ask(inherit)) == set()


def test_forms_and_portfolios_that_want_a_program(ask: Ask) -> None:
    def xfa(pdf: Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))

    def portfolio(pdf: Pdf) -> None:
        pdf.Root.Collection = Dictionary()

    assert details(ask(xfa), "PF-13") == ["XFA"]
    assert details(ask(portfolio), "PF-13") == ["Collection"]


@pytest.mark.parametrize("filled", [True, False])
def test_only_a_filled_signature_field_is_signed(ask: Ask, filled: bool) -> None:
    def edit(pdf: Pdf) -> None:
        field = Dictionary(FT=Name.Sig, T=String("tanda"))
        if filled:
            field.V = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), SigFlags=3)

    facts = ask(edit)
    assert facts.signed is filled
    assert codes(facts) == ({"PF-14"} if filled else set())
