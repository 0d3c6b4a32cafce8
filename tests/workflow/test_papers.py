"""Papers of a dossier: drafted, worded anew, headed, attached, and all of it undone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from dossier_studio.core.dossier import DecisionKind
from dossier_studio.core.errors import Unreadable, WrongUse
from dossier_studio.core.text import Language
from dossier_studio.core.work import finish
from dossier_studio.host.messages import both
from dossier_studio.law.load import rulebook
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import decisions, dossiers, edits, filing, papers
from dossier_studio.workflow.decisions import Word

BOOK = rulebook("id.bpom.drug")
SAID = {
    "stage": "registration",
    "category": "2X",
    "origin": "own",
    "product_name": "Parasetamol Contoh",
    "applicant": "PT Contoh Farma",
    "applicant_city": "Bandung",
    "responsible_person": "apt. Sari",
    "filing_date": "2026-03-16",
}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DossierFolder]:
    dossiers.new(tmp_path / "dossier", BOOK.id, SAID, by="Sari")
    with DossierFolder.open(tmp_path / "dossier", write=True, by="Sari") as opened:
        yield opened


@pytest.fixture
def image(tmp_path: Path) -> Path:
    file = tmp_path / "kop.png"
    Image.new("RGB", (1_000, 160), "navy").save(file)
    return file


def words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join(
            " ".join(page.get_textpage().get_text_range().split()) for page in document
        )
    finally:
        document.close()


def excuse(folder: DossierFolder, place: str) -> None:
    word = Word("Sari", "Sedang diperbarui.", "2026-03-10T02:00:00Z")
    folder.commit(decisions.excuse(BOOK, folder.dossier, place, word), "Sari")


def test_every_paper_that_is_offered_can_be_drafted(folder: DossierFolder) -> None:
    excuse(folder, "A08")
    offered = papers.papers(BOOK, folder.dossier)
    assert [one.id for one in offered] == [
        "cover-letter",
        "registration-form",
        "declaration",
        "justification:A08",
        "contents",
        "checklist",
    ]
    assert [one.requirement for one in offered] == ["A01", "A04", "A05", "A08", "", ""]
    for one in offered:
        content = papers.draft(folder, one.id)
        assert papers.draft(folder, one.id) == content
        assert "Parasetamol Contoh" in words(content)
        assert one.title.id != one.title.en


@pytest.mark.parametrize(
    "paper", ["", "letter", "cover-letter:A08", "justification", "justification:A08"]
)
def test_another_paper_is_refused_in_a_sentence(folder: DossierFolder, paper: str) -> None:
    with pytest.raises(WrongUse) as refused:
        papers.draft(folder, paper)
    assert "{" not in both(refused.value.message).id


def test_an_attached_paper_meets_its_requirement_and_is_undone_at_once(
    folder: DossierFolder,
) -> None:
    document = finish(papers.adopt(folder, "declaration", by="Sari"), lambda _: None)
    assert document.place == "A05"
    assert document.name == "pernyataan-pendaftar-0000.pdf"
    kept = folder.blob(document.sha256).read_bytes()
    assert kept == papers.draft(folder, "declaration")
    assert folder.facts()[document.sha256].pages == 1
    assert not folder.facts()[document.sha256].problems
    [attached] = [one for one in papers.papers(BOOK, folder.dossier) if one.id == "declaration"]
    assert attached.attached
    label = folder.undo_label
    assert label is not None
    assert "A05" in both(label).id
    folder.undo("Sari")
    assert folder.dossier.at("A05") == ()


def test_attached_again_it_replaces_itself_and_leaves_a_signed_one_alone(
    folder: DossierFolder, tmp_path: Path
) -> None:
    first = finish(papers.adopt(folder, "cover-letter", by="Sari"), lambda _: None)
    signed = tmp_path / "surat-pengantar.pdf"
    signed.write_bytes(papers.draft(folder, "declaration"))
    finish(dossiers.add(folder, "A01", [signed], by="Sari"), lambda _: None)
    folder.commit(edits.answer(BOOK, folder.dossier, {"letter_number": "9/X"}), "Sari")
    again = finish(papers.adopt(folder, "cover-letter", by="Sari"), lambda _: None)
    assert (again.key, again.order) == (first.key, first.order)
    assert again.sha256 != first.sha256
    assert [one.name for one in folder.dossier.at("A01")] == [
        "surat-pengantar-0000.pdf",
        "surat-pengantar.pdf",
    ]
    head = folder.head
    finish(papers.adopt(folder, "cover-letter", by="Sari"), lambda _: None)
    assert folder.head == head  # nothing changed, so nothing is told


@pytest.mark.parametrize("paper", ["contents", "checklist", "nothing"])
def test_what_nothing_asks_for_is_not_attached(folder: DossierFolder, paper: str) -> None:
    with pytest.raises(WrongUse):
        finish(papers.adopt(folder, paper, by="Sari"), lambda _: None)


def test_a_text_is_worded_anew_and_given_back(folder: DossierFolder) -> None:
    usual = papers.wording(BOOK, folder.dossier, "cover-letter", Language.ID)
    own = usual.replace("Dengan hormat,", "Salam sehat,")
    change = papers.reword(
        BOOK, folder.dossier, "cover-letter", language=Language.ID, words=own
    )
    folder.commit(change, "Sari")
    assert papers.wording(BOOK, folder.dossier, "cover-letter", Language.ID) == own
    assert "Salam sehat," in words(papers.draft(folder, "cover-letter"))
    for back in ("", usual, usual.replace("\n", "\r\n")):
        given = papers.reword(
            BOOK, folder.dossier, "cover-letter", language=Language.ID, words=back
        )
        assert set(given.after.values()) == {None}
    folder.undo("Sari")
    assert "Dengan hormat," in words(papers.draft(folder, "cover-letter"))


@pytest.mark.parametrize(
    ("paper", "said", "named"),
    [
        ("cover-letter", "{nobody}", "{nobody}"),
        ("cover-letter", "x" * 20_001, "20,000"),
        ("checklist", "x", "checklist"),
    ],
)
def test_a_text_that_cannot_be_is_refused(
    folder: DossierFolder, paper: str, said: str, named: str
) -> None:
    with pytest.raises(WrongUse) as refused:
        papers.reword(BOOK, folder.dossier, paper, language=Language.EN, words=said)
    assert named in both(refused.value.message).en


def test_what_would_stay_empty_is_named(folder: DossierFolder) -> None:
    empty = {both(one).en for one in papers.blanks(BOOK, folder.dossier, "cover-letter")}
    assert empty == {"Number of the cover letter", "Dosage form"}
    form = {both(one).en for one in papers.blanks(BOOK, folder.dossier, "registration-form")}
    assert {"Strength", "Producers", "Active substances"} <= form
    assert papers.blanks(BOOK, folder.dossier, "checklist") == ()


def test_a_letterhead_is_kept_used_and_taken_back(folder: DossierFolder, image: Path) -> None:
    before = papers.draft(folder, "cover-letter")
    papers.set_letterhead(folder, image, by="Sari")
    assert folder.dossier.letterhead is not None
    assert folder.dossier.letterhead.name == "kop.png"
    headed = papers.draft(folder, "cover-letter")
    assert headed != before
    folder.commit(papers.no_letterhead(folder.dossier), "Sari")
    assert papers.draft(folder, "cover-letter") == before
    folder.undo("Sari")
    assert papers.draft(folder, "cover-letter") == headed
    path = folder.path
    folder.close()
    with DossierFolder.open(path, write=True, by="Budi") as again:  # opening sweeps the blobs
        assert papers.draft(again, "cover-letter") == headed


def test_what_is_no_image_changes_nothing(folder: DossierFolder, tmp_path: Path) -> None:
    head = folder.head
    odd = tmp_path / "kop.jpg"
    odd.write_bytes(b"no image")
    for file in (odd, tmp_path / "none.png", tmp_path):
        with pytest.raises(Unreadable):
            papers.set_letterhead(folder, file, by="Sari")
    assert folder.head == head


def test_a_letterhead_that_is_gone_is_told(folder: DossierFolder, image: Path) -> None:
    papers.set_letterhead(folder, image, by="Sari")
    record = folder.dossier.letterhead
    assert record is not None
    folder.blob(record.sha256).unlink()
    with pytest.raises(Unreadable) as refused:
        papers.draft(folder, "cover-letter")
    assert "kop.png" in both(refused.value.message).en


def test_a_closed_sequence_holds_the_letters_that_went_along(
    folder: DossierFolder, image: Path
) -> None:
    excuse(folder, "A08")
    papers.set_letterhead(folder, image, by="Sari")
    sent = hashlib.sha256(papers.draft(folder, "justification:A08")).hexdigest()
    change = filing.close_sequence(
        BOOK, folder.dossier, by="Sari", letterhead=papers.letterhead_of(folder)
    )
    folder.commit(change, "Sari")
    [sequence] = folder.dossier.sequences
    [leaf] = sequence.leaves
    assert leaf.sha256 == sent


def test_the_kind_of_decision_is_looked_at(folder: DossierFolder) -> None:
    word = Word("Sari", "Perlu.", "2026-03-10T02:00:00Z")
    change = decisions.judge(
        BOOK, folder.dossier, "I03.blister", kind=DecisionKind.NEEDED, word=word
    )
    folder.commit(change, "Sari")
    with pytest.raises(WrongUse):
        papers.draft(folder, "justification:I03.blister")
