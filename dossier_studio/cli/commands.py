"""The commands and their words."""

from __future__ import annotations

from dossier_studio.cli.parser import Parser, Spelling
from dossier_studio.core.text import Language

CERTIFICATE_TEXTS = (
    "number", "issuer", "country", "form", "legalised", "sworn-translation", "e-meterai",
)  # fmt: skip


def declared(language: Language) -> Parser:
    """Return the parser of all commands, speaking one language."""
    spelling = Spelling(language)
    _making(spelling)
    _documents(spelling)
    _deciding(spelling)
    _history(spelling)
    _judging(spelling)
    _papers(spelling)
    _calculating(spelling)
    return spelling.root


def _making(spelling: Spelling) -> None:
    new = spelling.command("new").word("dir").option("--rulebook", required=True)
    new.option("--fact", many=True).option("--name").option("--by")
    spelling.command("set").word("dir").word("answers", many=True).option("--by")
    spelling.command("rename").word("dir").word("name").option("--by")
    sample = spelling.command("sample").word("dir")
    sample.option("--which")
    checklist = spelling.command("checklist").word("dir", optional=True)
    checklist.option("--rulebook").option("--fact", many=True)
    checklist.option("--out", about="checklist-file")


def _documents(spelling: Spelling) -> None:
    add = spelling.command("add").word("dir").word("files", many=True)
    add.option("--to", required=True).option("--by")
    remove = spelling.command("remove").word("dir").word("documents", many=True)
    remove.option("--reason").option("--by")
    move = spelling.command("move").word("dir").word("document")
    move.option("--to", required=True).option("--position").option("--by")
    certificate = spelling.command("certificate").word("dir").word("document")
    for name in CERTIFICATE_TEXTS:
        certificate.option(f"--{name}")
    certificate.option("--issued").option("--expires").option("--dosage-form", many=True)
    certificate.option("--by")
    title = spelling.command("title").word("dir").word("document").word("title")
    title.option("--by")
    slot = spelling.command("slot").word("dir").word("slot")
    slot.one_of("--zip-files", "--bound").option("--by")
    branch = spelling.command("branch").word("dir").word("axis").word("branch")
    branch.one_of("--add", "--rename", "--remove")
    branch.option("--to", about="new-name").option("--by")


def _deciding(spelling: Spelling) -> None:
    excuse = spelling.command("excuse").word("dir").word("requirement")
    excuse.option("--reason", required=True).option("--by")
    spelling.command("defer").word("dir").word("requirement").option("--reason").option("--by")
    judge = spelling.command("judge").word("dir").word("requirement")
    judge.one_of("--needed", "--not-needed", "--accept").option("--reason", required=True)
    judge.option("--by")
    spelling.command("withdraw").word("dir").word("requirement").option("--by")


def _history(spelling: Spelling) -> None:
    spelling.command("undo").word("dir").option("--by")
    spelling.command("redo").word("dir").option("--by")
    spelling.command("log").word("dir")
    file = spelling.command("file").word("dir")
    file.option("--date").option("--type").option("--note").option("--by")


def _judging(spelling: Spelling) -> None:
    spelling.command("inspect").word("files", many=True).option("--rulebook")
    spelling.command("check").word("dir")
    export = spelling.command("export").word("dir").option("--out", required=True)
    export.flag("--allow-incomplete").flag("--zip").flag("--with-journal")
    export.flag("--deep-proof")
    spelling.command("verify").word("package")


def _papers(spelling: Spelling) -> None:
    paper = spelling.command("paper").word("dir").option("--which", required=True, about="paper")
    paper.option("--out", about="paper-file").flag("--attach")
    paper.option("--text").flag("--show-text").option("--language", choices=("id", "en"))
    paper.option("--by")
    letterhead = spelling.command("letterhead").word("dir").word("file", optional=True)
    letterhead.flag("--remove").option("--by")
    table = spelling.command("table").word("dir").word("table")
    table.option("--rows").flag("--show").option("--by")


def _calculating(spelling: Spelling) -> None:
    spelling.command("tkdn").word("file").option("--pdf").option("--xml")
    deadline = spelling.command("deadline").option("--rule", required=True)
    deadline.option("--from", required=True).option("--calendar")
    spelling.command("deadlines")
    dates = spelling.command("dates").word("dirs", many=True)
    dates.option("--first").option("--last").option("--ics")
    report = spelling.command("half-year-report").word("dir")
    report.option("--month", required=True).option("--out", required=True)
    shelf = spelling.command("shelf-life").option("--arrival", required=True)
    shelf.option("--batch", many=True, required=True).option("--rule")
    path = spelling.command("path").word("dir", optional=True)
    path.option("--rulebook").option("--fact", many=True)
    variation = spelling.command("variation").option("--changes", required=True)
    variation.option("--rulebook").option("--fact", many=True)
    spelling.command("rules").word("verb").word("file")
    fees = spelling.command("fees").option("--rulebook", required=True)
    fees.option("--fact", many=True)
