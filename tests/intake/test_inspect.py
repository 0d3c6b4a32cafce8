"""The workers: order, sameness, cancelling, and files that bring a process down."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier_studio.core.errors import Unreadable
from dossier_studio.core.file import Kind, Problem
from dossier_studio.core.text import Language
from dossier_studio.core.work import Step, finish
from dossier_studio.host import messages
from dossier_studio.intake.inspect import Limits, facts_of, inspect

Make = Callable[..., Path]


@pytest.fixture
def mixed(tmp_path: Path, make: Make) -> list[Path]:
    pdf = make(pages=6).read_bytes()
    contents = {
        "a.pdf": pdf,
        "b.jpg": b"\xff\xd8\xff\xe0",
        "c.pdf": b"",
        "d.pdf": pdf[:300],
        "e.txt": b"surat",
        "f.zip": b"PK\x05\x06" + bytes(18),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in contents]


def children() -> set[int | None]:
    """Return the processes that are alive now; other tests may have left some of theirs."""
    return {child.pid for child in multiprocessing.active_children()}


def test_facts_come_in_the_order_of_the_files(mixed: list[Path]) -> None:
    facts = finish(inspect(mixed, processes=2))
    kinds = [Kind.PDF, Kind.JPEG, Kind.EMPTY, Kind.PDF, Kind.TEXT, Kind.ZIP]
    assert [one.kind for one in facts] == kinds
    assert facts == tuple(facts_of(path) for path in mixed)


def test_steps_tell_how_far_it_is(mixed: list[Path]) -> None:
    steps: list[Step] = []
    finish(inspect(mixed, processes=1), steps.append)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[0].done, steps[-1].done) == (0, 6)
    assert {step.total for step in steps} == {6}
    assert messages.say(steps[0].message, Language.ID) == "Memeriksa berkas a.pdf"
    assert messages.say(steps[0].message, Language.EN) == "Inspecting a.pdf"


def test_nothing_to_inspect() -> None:
    assert finish(inspect([])) == ()


def test_a_path_that_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        finish(inspect([tmp_path / "tiada.pdf"]))
    assert refused.value.exit_code == 3
    assert "tiada.pdf" in messages.say(refused.value.message, Language.ID)


def test_cancelling_ends_every_process_at_once(make: Make, tmp_path: Path) -> None:
    data = make(pages=300, text="kata").read_bytes()
    files = []
    for number in range(20):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(data)
    before = children()
    work = inspect(files, processes=2)
    next(work)
    next(work)
    assert len(children() - before) == 2
    began = time.monotonic()
    work.close()
    assert time.monotonic() - began < 0.5
    assert children() <= before


def test_the_end_leaves_no_process(make: Make) -> None:
    before = children()
    finish(inspect([make()]))
    assert children() <= before


def test_a_file_that_takes_too_long_becomes_a_finding(make: Make) -> None:
    limits = Limits(seconds=0.0, seconds_per_mebibyte=0.0)
    path = make()
    (facts,) = finish(inspect([path], limits=limits))
    assert facts.problems == (Problem("PF-01", (), "timeout"),)
    assert (facts.kind, facts.bytes) == (Kind.UNKNOWN, path.stat().st_size)
    assert not facts.bindable


def test_a_process_that_dies_becomes_a_finding(make: Make) -> None:
    before = children()
    starved = Limits(memory=24 << 20)
    path = make()
    (facts,) = finish(inspect([path], limits=starved))
    assert facts.problems == (Problem("PF-01", (), "crash"),)
    assert facts.bytes == path.stat().st_size
    assert (facts.pages, facts.encrypted) == (None, None)
    assert facts.sha256 == facts_of(path).sha256
    assert children() <= before


def test_every_real_file_gets_an_answer_whatever_the_number_of_processes(
    corpus: tuple[Path, ...],
) -> None:
    began = time.monotonic()
    one = finish(inspect(corpus, processes=1))
    two = finish(inspect(corpus, processes=2))
    assert time.monotonic() - began < 25
    assert one == two
    assert all(facts.kind is Kind.PDF for facts in one)
    assert all("PF-01" not in {problem.code for problem in facts.problems} for facts in one)


def test_the_real_files_hold_what_a_survey_found(corpus: tuple[Path, ...]) -> None:
    facts = dict(zip([path.name for path in corpus], finish(inspect(corpus)), strict=True))
    assert facts["libreoffice-writer-password.pdf"].encrypted
    assert facts["libreoffice-writer-password.pdf"].pages is None
    assert facts["with-attachment.pdf"].embedded_files == 1
    assert facts["pdflatex-outline.pdf"].bookmarks == 9
    assert facts["grayscale-image.pdf"].pages_without_text == (1,)
    assert facts["libreoffice-form.pdf"].fonts_missing == ("Ubuntu",)
    form = facts["356h_222222_3.pdf"]
    assert (form.encrypted, form.javascript, form.pages) == (True, True, 3)
    samples = [facts[path.name] for path in corpus if "py-pdf-sample-files" in path.parts]
    outside = [one for one in samples if "PF-04" in {problem.code for problem in one.problems}]
    assert len(outside) == 5
