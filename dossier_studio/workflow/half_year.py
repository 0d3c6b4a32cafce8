"""A draft of the report that a holder owes in fixed months of the year."""

from __future__ import annotations

from datetime import date, timedelta

from dossier_studio.assembly.papers.letter import PaperCase, written
from dossier_studio.assembly.wording import long_date
from dossier_studio.core.dossier import Dossier
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Message, Words
from dossier_studio.host.messages import both
from dossier_studio.law.checklist import checklist
from dossier_studio.law.deadline_rows import deadlines
from dossier_studio.law.deadlines import Deadline
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.workflow.dossiers import rulebook_of

PAPER = "half-year-report"


def half_year_report(dossier: Dossier, month: date) -> bytes:
    """Return the draft of the report that is due in a month, as PDF in the package's language.

    Raises WrongUse where no such report is owed, or not in that month.
    """
    book = rulebook_of(dossier)
    first, last = period(_row(book), month)
    said: dict[str, Words] = {"first": long_date(first), "last": long_date(last)}
    more = {"period": both(Message("clocks.report.period", said))}
    case = PaperCase(book, dossier, checklist(book, dossier.answers, dossier))
    return written(case, PAPER, more)


def _row(book: Rulebook) -> Deadline:
    rules = deadlines()
    for watch in rules.watches:
        if watch.rulebook == book.id and rules.rows[watch.deadline].months:
            return rules.rows[watch.deadline]
    raise WrongUse("clocks.report.none", rulebook=book.title)


def period(row: Deadline, month: date) -> tuple[date, date]:
    """Return the days that a report covers: since its last month, up to this one."""
    if month.month not in row.months:
        known = Choice(tuple(Message(f"assembly.month.{one}") for one in row.months))
        raise WrongUse("clocks.report.month", months=known)
    opens = month.replace(day=1)
    earlier = [one for one in row.months if one < month.month]
    before = (
        opens.replace(month=earlier[-1])
        if earlier
        else opens.replace(year=opens.year - 1, month=row.months[-1])
    )
    return before, opens - timedelta(1)
