"""Where a dossier stands, as the head and the foot of the window say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from dossier_studio.app.components.step_bar import Mark
from dossier_studio.app.language import day, say
from dossier_studio.app.overview import kind_of, numeral, open_lines, shares
from dossier_studio.app.session import Session
from dossier_studio.core.finding import Report, Severity
from dossier_studio.law.examined import FILING_DATE

translate = QCoreApplication.translate

Status = tuple[str, tuple[Mark, ...], bool]
"""The name of a step, what its status line shows, and whether it is done."""


def marks_of(session: Session) -> tuple[Status, ...]:
    """Return the five steps."""
    report = session.report
    waiting = len(open_lines(session.checklist))
    documents = tuple(_documents(session))
    return (
        (translate("Standing", "Product"), _product(session, waiting), not waiting),
        (translate("Standing", "Documents"), documents, report.complete),
        (translate("Standing", "Check"), tuple(_check(report)), report.ready),
        (translate("Standing", "Package"), _package(session), False),
        (translate("Standing", "Filing"), _filing(session), False),
    )


def context_of(session: Session) -> str:
    """Return what kind of filing this is: stage, and what the tables are read by."""
    return " · ".join(say(one) for one in kind_of(session.rulebook, session.dossier.answers))


def _product(session: Session, waiting: int) -> tuple[Mark, ...]:
    if waiting:
        words = translate("Standing", "%n undecided", "", waiting)
        return (Mark(words, "circle-question-mark", "open"),)
    kind = kind_of(session.rulebook, session.dossier.answers)
    return (Mark(say(kind[-1])),) if kind else ()


def _documents(session: Session) -> Iterator[Mark]:
    outline = session.rulebook.outline
    for part, share in shares(outline, session.checklist).items():
        if share.asked:
            words = f"{numeral(outline.sections[part])} {share.settled}/{share.asked}"
            if share.settled == share.asked:
                yield Mark(words, "check", "ok")
            else:
                yield Mark(words, share=share.fraction)


def _check(report: Report) -> Iterator[Mark]:
    counts = Counter(finding.severity for finding in report.findings)
    if counts[Severity.ERROR]:
        yield Mark(str(counts[Severity.ERROR]), "circle-x", "error")
    if counts[Severity.WARNING]:
        yield Mark(str(counts[Severity.WARNING]), "triangle-alert", "warn")
    if report.ready:
        yield Mark(translate("Standing", "ready to pack"), "check", "ok")
    elif not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        yield Mark(translate("Standing", "not complete yet"))


def _package(session: Session) -> tuple[Mark, ...]:
    return (Mark(session.dossier.next_sequence),)


def _filing(session: Session) -> tuple[Mark, ...]:
    value = session.dossier.answers.get(FILING_DATE)
    if not value:
        return (Mark(translate("Standing", "no date yet")),)
    when = day(date.fromisoformat(value))
    return (Mark(translate("Standing", "planned {date}").format(date=when)),)
