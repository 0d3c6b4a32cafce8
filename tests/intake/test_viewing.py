"""Pages read for the screen: in a process of its own, whatever the file does."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.intake.viewing import words
from dossier_studio.intake.viewing.desk import Desk
from dossier_studio.intake.viewing.questions import (
    AskHits,
    AskLetters,
    AskPicture,
    AskShape,
    Failure,
    Hit,
    Hits,
    Letters,
    Picture,
    Shape,
    Trouble,
    answer_of,
    answer_sent,
)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    made = Desk(patience=30)
    yield made
    made.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return three pages: upright, lying, and turned by a rotation entry."""
    path = tmp_path / "uji.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawString(100, 742, "Cara Pembuatan")
    canvas.drawString(100, 722, "Obat yang Baik")
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.drawString(10, 10, "mendatar")
    canvas.showPage()
    canvas.setPageSize(A4)
    canvas.drawString(100, 742, "Terputar")
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[2].rotate(90, relative=False)
        pdf.save(path)
    return path


def test_the_shape_is_that_of_the_pages_as_seen(desk: Desk, paper: Path) -> None:
    shape = desk.ask(AskShape(paper))
    assert isinstance(shape, Shape)
    sizes = [(round(one.width), round(one.height)) for one in shape.pages]
    assert sizes == [(595, 842), (842, 595), (842, 595)]


def test_a_picture_has_the_pixels_asked_for(desk: Desk, paper: Path) -> None:
    picture = desk.ask(AskPicture(paper, 0, 1.0))
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (596, 842)
    corner = 4 * (picture.width * (picture.height - 5) + 5)
    assert picture.pixels[corner : corner + 3] == b"\x00\x00\xff"
    assert picture.pixels[:3] == b"\xff\xff\xff"


def test_letters_stand_where_they_are_seen(desk: Desk, paper: Path) -> None:
    upright = desk.ask(AskLetters(paper, 0))
    assert isinstance(upright, Letters)
    assert upright.text.startswith("Cara Pembuatan")
    left, top, _, bottom = upright.boxes[:4]
    assert left == pytest.approx(100, abs=2)
    assert top < 842 - 742 < bottom + 1
    turned = desk.ask(AskLetters(paper, 2))
    assert isinstance(turned, Letters)
    left, top = turned.boxes[:2]
    # Turned by a quarter, what stood near the top left stands near the top right.
    assert left > 700
    assert top == pytest.approx(100, abs=3)


def test_words_are_found_across_lines_case_and_accents(desk: Desk, paper: Path) -> None:
    hits = desk.ask(AskHits(paper, "PÉMBUATAN  obat", 0, 3))
    assert isinstance(hits, Hits)
    assert len(hits.found) == 1
    letters = desk.ask(AskLetters(paper, 0))
    assert isinstance(letters, Letters)
    hit = hits.found[0]
    assert letters.text[hit.start : hit.end].split() == ["Pembuatan", "Obat"]
    assert desk.ask(AskHits(paper, "mendatar", 0, 1)) == Hits(())
    assert desk.ask(AskHits(paper, "mendatar", 1, 99)) == Hits((Hit(1, 0, 8),))


def test_places_found_are_those_of_the_text_given() -> None:
    text = "Él  Niño\r\nniño"
    assert [text[a:b] for a, b in words.found(text, "nino")] == ["Niño", "niño"]
    assert [text[a:b] for a, b in words.found(text, "el nino nino")] == [text]
    assert words.found(text, "  ") == ()


def test_a_file_that_cannot_be_read_says_why(desk: Desk, paper: Path, tmp_path: Path) -> None:
    locked = tmp_path / "terkunci.pdf"
    with pikepdf.open(paper) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    damaged = tmp_path / "rusak.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + os.urandom(4000))
    assert desk.ask(AskShape(locked)) == Failure(Trouble.LOCKED)
    assert desk.ask(AskShape(damaged)) == Failure(Trouble.DAMAGED)
    assert desk.ask(AskShape(tmp_path / "tidak-ada.pdf")) == Failure(Trouble.LOST)
    assert desk.ask(AskPicture(paper, 99, 1.0)) == Failure(Trouble.DAMAGED)
    assert isinstance(desk.ask(AskShape(paper)), Shape)


def test_no_file_stays_open(desk: Desk, paper: Path) -> None:
    assert isinstance(desk.ask(AskShape(paper)), Shape)
    process = desk.process_id
    assert process is not None
    folder = Path(f"/proc/{process}/fd")
    if not folder.is_dir():
        pytest.skip("this system does not tell which files a process has open")
    held = {str(one.readlink()) for one in folder.iterdir() if one.is_symlink()}
    assert str(paper) not in held


def test_a_process_that_hangs_is_replaced(paper: Path) -> None:
    desk = Desk(patience=1.5)
    try:
        assert isinstance(desk.ask(AskShape(paper)), Shape)
        first = desk.process_id
        assert first is not None
        os.kill(first, signal.SIGSTOP)
        begun = time.monotonic()
        assert desk.ask(AskPicture(paper, 0, 1.0)) == Failure(Trouble.STOPPED)
        assert time.monotonic() - begun < 10
        assert desk.process_id is None
    finally:
        desk.close()


def test_a_process_that_dies_is_replaced(desk: Desk, paper: Path) -> None:
    desk.ask(AskShape(paper))
    first = desk.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert desk.ask(AskShape(paper)) == Failure(Trouble.STOPPED)
    assert isinstance(desk.ask(AskShape(paper)), Shape)
    assert desk.process_id != first


def test_an_ended_desk_answers_nothing(paper: Path) -> None:
    desk = Desk()
    desk.end()
    assert desk.ask(AskShape(paper)) == Failure(Trouble.STOPPED)
    assert desk.process_id is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b'["Picture", {"width": 2, "height": 2}]', b"\0" * 15),
        (b'["Picture", {"width": 0, "height": 2}]', b""),
        (b'["Letters", {"text": "ab"}]', b"\0" * 16),
        (b'["Failure", {"trouble": "invented"}]', b""),
        (b"[]", b""),
        (b"\xff", b""),
    ],
)
def test_an_answer_that_makes_no_sense_is_not_believed(head: bytes, body: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        answer_of(head, body)


def test_answers_come_through_the_pipe_as_they_are() -> None:
    for answer in (
        Picture(1, 2, b"12345678"),
        Hits((Hit(0, 1, 2),)),
        Failure(Trouble.LOCKED),
    ):
        assert answer_of(*answer_sent(answer)) == answer
