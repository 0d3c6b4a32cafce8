"""The sample dossiers: every document is a sound PDF, and the faulty ones are faulty on purpose."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pikepdf
import pypdfium2
import pytest

from dossier_studio.assembly import specimen
from dossier_studio.assembly.specimen import SpecimenFile
from dossier_studio.core.dossier import DecisionKind
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language
from dossier_studio.law.load import rulebook

SOUND = ("parasetamol", "biologik")
FAULTY = {"parasetamol-bermasalah": "parasetamol", "biologik-tanpa-rmp": "biologik"}


@cache
def drawn(name: str) -> tuple[SpecimenFile, ...]:
    return tuple(specimen.files(name))


def faulty(file: str) -> SpecimenFile:
    sample = specimen.description("parasetamol-bermasalah")
    planned = next(one for one in sample.documents if one.file == file)
    return SpecimenFile(file, specimen.drawn(sample, planned), planned)


def places(name: str) -> set[str]:
    return {str(planned.place) for planned in specimen.description(name).documents}


def text_of(content: bytes, page: int = 0) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return str(pdf[page].get_textpage().get_text_bounded())


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    holders: list[Any] = [page.obj for page in pdf.pages]
    holders += [
        form
        for page in pdf.pages
        for form in (page.resources.get("/XObject") or {}).values()
        if form.get("/Subtype") == "/Form"
    ]
    for holder in holders:
        yield from (holder.get("/Resources", {}).get("/Font") or {}).values()


def embedded(font: pikepdf.Object) -> bool:
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return descriptor is not None and "/FontFile2" in descriptor


def test_samples_are_those_that_the_program_offers() -> None:
    assert specimen.names() == tuple(sorted((*SOUND, *FAULTY)))


def test_an_unknown_sample_is_refused_by_name() -> None:
    with pytest.raises(WrongUse) as refusal:
        specimen.description("aspirin")
    assert refusal.value.message.parameters["name"] == "aspirin"


@pytest.mark.parametrize("name", SOUND)
def test_every_document_is_a_sound_pdf_with_words_on_its_first_page(name: str) -> None:
    for file in drawn(name):
        with pikepdf.open(io.BytesIO(file.content)) as pdf:
            assert pdf.check_pdf_syntax() == [], file.name
            assert not pdf.is_encrypted
            assert 1 <= len(pdf.pages) <= 15
            width, height = (float(side) for side in list(pdf.pages[0].mediabox)[2:])
            assert (round(width), round(height)) == (595, 842)
        assert len(text_of(file.content)) > 60, file.name


@pytest.mark.parametrize("name", SOUND)
def test_title_language_and_author_are_said(name: str) -> None:
    for file in drawn(name):
        with pikepdf.open(io.BytesIO(file.content)) as pdf:
            assert str(pdf.docinfo["/Title"]) == file.planned.title
            assert str(pdf.docinfo["/Author"]) == "Ratna Wulandari"
            assert str(pdf.Root.Lang) == file.planned.language.value


@pytest.mark.parametrize("name", SOUND)
def test_every_font_is_embedded(name: str) -> None:
    for file in drawn(name):
        with pikepdf.open(io.BytesIO(file.content)) as pdf:
            fonts = list(fonts_of(pdf))
            assert fonts, file.name
            assert all(embedded(font) for font in fonts), file.name


@pytest.mark.parametrize("name", SOUND)
def test_long_documents_have_bookmarks_that_lead_to_a_page(name: str) -> None:
    long = 0
    for file in drawn(name):
        with pikepdf.open(io.BytesIO(file.content)) as pdf, pdf.open_outline() as outline:
            if len(pdf.pages) > 5:
                long += 1
                assert len(outline.root) > 1 or len(outline.root[0].children) > 1, file.name
            assert all(entry.title for entry in outline.root)
    assert long


@pytest.mark.parametrize("name", SOUND)
def test_the_last_page_knows_its_number_and_the_number_of_all(name: str) -> None:
    for file in drawn(name):
        with pypdfium2.PdfDocument(file.content) as pdf:
            count = len(pdf)
            words = " ".join(str(pdf[count - 1].get_textpage().get_text_bounded()).split())
        page = "Halaman {0} dari {0}" if file.planned.language is Language.ID else "Page {0} of {0}"
        assert page.format(count) in words, file.name


@pytest.mark.parametrize("name", SOUND)
def test_the_same_sample_has_the_same_bytes(name: str) -> None:
    assert tuple(file.content for file in specimen.files(name)) == tuple(
        file.content for file in drawn(name)
    )


@pytest.mark.parametrize("name", SOUND)
def test_names_are_distinct_and_fit_for_the_portal(name: str) -> None:
    names = [file.name for file in drawn(name)]
    assert len(set(names)) == len(names)
    assert all(one.removesuffix(".pdf").replace("-", "").isalnum() for one in names)


@pytest.mark.parametrize("name", SOUND)
def test_answers_places_and_decisions_are_known_to_the_rulebook(name: str) -> None:
    sample = specimen.description(name)
    rules = rulebook(sample.rulebook)
    assert set(sample.answers) <= set(rules.facts)
    parts = {part.id for row in rules.requirements.values() for part in row.parts}
    known = set(rules.requirements) | parts
    assert {file.planned.place for file in drawn(name)} <= known
    assert {decision.place for decision in sample.decisions} <= known
    assert all(decision.kind in DecisionKind and decision.reason for decision in sample.decisions)


@pytest.mark.parametrize("name", SOUND)
def test_certificates_are_valid_on_the_filing_date_and_say_so_on_paper(name: str) -> None:
    filing = date.fromisoformat(specimen.description(name).answers["filing_date"])
    seen = 0
    for file in drawn(name):
        certificate = file.planned.certificate
        if certificate is None:
            continue
        seen += 1
        assert certificate.number in text_of(file.content), file.name
        assert certificate.issued is not None
        assert certificate.issued <= filing
        assert certificate.expires is None or certificate.expires > filing
    assert seen > 5


def test_the_faulty_paracetamol_has_the_faults_that_it_promises() -> None:
    sample = specimen.description("parasetamol-bermasalah")
    filing = date.fromisoformat(sample.answers["filing_date"])
    cpob = faulty("cpob-tablet.pdf")
    assert cpob.planned.certificate is not None
    assert cpob.planned.certificate.expires == filing - timedelta(days=9)
    assert "9 Januari 2027" in text_of(cpob.content)
    inspection = faulty("laporan-inspeksi-cpob.pdf").planned.certificate
    assert inspection is not None
    assert inspection.issued is not None
    assert inspection.issued < filing - timedelta(days=731)
    assert places("parasetamol") - places(sample.id) == {"A06", "T22"}
    assert "S.2.1 produsen & pemasok (final) 100%.pdf" in {one.file for one in sample.documents}


def test_the_locked_file_does_not_open_without_its_password() -> None:
    locked = faulty("p8-stabilitas.pdf").content
    assert locked == faulty("p8-stabilitas.pdf").content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked)


def test_the_truncated_file_is_no_longer_whole() -> None:
    cut = faulty("p5-4-analisis-bets.pdf").content
    assert any(file.content.startswith(cut) for file in drawn("parasetamol"))
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(cut)


def test_the_biologic_without_rmp_lacks_nothing_else() -> None:
    assert places("biologik") - places("biologik-tanpa-rmp") == {"A18"}
