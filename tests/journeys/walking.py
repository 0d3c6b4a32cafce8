"""Walks a dossier to its end by commands: answers, judges and attaches whatever is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from dossier_studio.cli import main
from dossier_studio.law.fact import FactType
from dossier_studio.law.load import rulebook

Answer = Callable[..., Any]


def asking(capsys: pytest.CaptureFixture[str]) -> Answer:
    """Return a command that answers with its JSON, and insists on its exit code."""

    def call(*words: object, code: int = 0) -> Any:
        got = main([*map(str, words), "--format", "json"])
        said = capsys.readouterr()
        assert got == code, said.err
        return json.loads(said.out) if said.out else None

    return call


def paper(folder: Path, name: str) -> Path:
    """Write a page that names itself."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.pdf"
    canvas = Canvas(str(file), invariant=1)
    canvas.drawString(72, 720, f"Dokumen {name}")
    canvas.showPage()
    canvas.save()
    return file


def settle(ask: Answer, dossier: Path, papers: Path, *, said: Mapping[str, str]) -> None:
    """Answer, judge and attach until nothing is open, as the checklist itself says.

    A question not in `said` is answered with no, or with its first answer.
    """
    for _ in range(12):
        found = ask("checklist", dossier)
        lines = found["requirements"]
        asked = {fact for line in lines for fact in line["asks"]}
        if asked:
            answers = (f"{fact}={_answer(found['rulebook'], fact, said)}" for fact in sorted(asked))
            ask("set", dossier, *answers)
            continue
        due = [line for line in lines if line["standing"] == "to-be-judged" and not line["asks"]]
        for line in due:
            decision = "--accept" if line["need"] == "required" else "--not-needed"
            reason = ("--reason", "dinilai dalam uji", "--by", "Ratna")
            ask("judge", dossier, line["id"], decision, *reason)
        holders = {line["parent"] for line in lines}
        missing = [
            line["id"]
            for line in lines
            if line["need"] == "required"
            and line["standing"] == "unmet"
            and line["id"] not in holders
        ]
        for name in missing:
            ask("add", dossier, paper(papers, name.replace(".", "-")), "--to", name)
        if not due and not missing:
            return


def _answer(book: str, fact: str, said: Mapping[str, str]) -> str:
    question = rulebook(book).facts[fact]
    if fact in said:
        return said[fact]
    if question.type is FactType.YES_NO:
        return "no"
    if question.type is FactType.DATE:
        return "2027-01-18"
    return question.values[0].key if question.values else "0"
