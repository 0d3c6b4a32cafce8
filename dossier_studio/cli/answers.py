"""Commands that answer a question, and the table of all commands."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from dossier_studio.cli import (
    clocks,
    dates,
    edits,
    fees,
    half_year,
    local_content,
    papers,
    path,
    rules,
    shapes,
    shelf_life,
    tables,
    variation,
)
from dossier_studio.cli.checklist import checklist
from dossier_studio.cli.face import Face
from dossier_studio.core.finding import Report, Severity
from dossier_studio.core.text import Message
from dossier_studio.host.files import readable
from dossier_studio.intake.inspect import inspect as inspected
from dossier_studio.law.load import rulebook
from dossier_studio.workflow import dossiers

FEW = 3
"""So many advices of one kind are each worth a line."""

DRUGS = "id.bpom.drug"
"""The rulebook whose file profile weighs what `inspect` finds, unless another is named."""


def inspect(said: Namespace, face: Face) -> int:
    """Say what files are."""
    profile = rulebook(said.rulebook or DRUGS).files
    files = [Path(file) for file in said.files]
    for file in files:
        readable(file)
    found = face.finish(inspected(files))
    if face.json:
        face.data(
            [
                shapes.inspected(said.files[index], facts, profile)
                for index, facts in enumerate(found)
            ]
        )
        return 0
    for file, facts in zip(files, found, strict=True):
        for text in shapes.inspected_lines(file, facts, profile, face=face):
            face.line(text)
    return 0


def check(said: Namespace, face: Face) -> int:
    """Say what is amiss; 1 when there are errors."""
    with edits.reading(said) as folder:
        report, _ = face.finish(dossiers.check(folder))
        names = {str(document.key): document.name for document in folder.dossier.documents}
    if face.json:
        face.data(shapes.report(report, face.language))
    else:
        _told(report, names, face)
        coverage = report.coverage
        face.say(
            "cli.check.coverage",
            passed=coverage.passed,
            failed=coverage.failed,
            not_run=coverage.not_run,
            not_applicable=coverage.not_applicable,
        )
        face.say("cli.check.ready" if report.ready else "cli.check.not-ready", errors=report.errors)
    return 1 if report.errors else 0


def _told(report: Report, names: Mapping[str, str], face: Face) -> None:
    """Print the findings; of many advices of one kind, the first and how many more."""
    alike = Counter(one.code for one in report.findings if one.severity is Severity.ADVICE)
    folded: set[str] = set()
    for finding in report.findings:
        if finding.code in folded:
            continue
        for text in shapes.finding_lines(finding, names, face):
            face.line(text)
        if alike[finding.code] > FEW:
            face.say("cli.check.alike", count=alike[finding.code] - 1)
            folded.add(finding.code)


def export(said: Namespace, face: Face) -> int:
    """Make the package."""
    from dossier_studio.workflow import packages  # drawing and binding are heavy to import

    parent = Path(said.out)
    with edits.reading(said) as folder:
        made_ = face.finish(
            packages.export(
                folder,
                parent,
                allow_incomplete=said.allow_incomplete,
                zipped=said.zip,
                with_journal=said.with_journal,
                deep_proof=said.deep_proof,
            )
        )
    if face.json:
        face.data(
            {
                "package": str(made_.path),
                "zip": str(made_.zip) if made_.zip else None,
                "sequence": made_.sequence,
                "documents": made_.documents,
                "pages": made_.pages,
                "bytes": made_.bytes,
            }
        )
    else:
        face.say(
            "cli.export.done",
            package=str(made_.path), documents=made_.documents, pages=made_.pages,
        )  # fmt: skip
        if made_.zip:
            face.say("cli.export.zip", zip=str(made_.zip))
    return 0


def verify(said: Namespace, face: Face) -> int:
    """Verify a package; 4 when it is not whole."""
    from dossier_studio.workflow import packages  # as in export

    found = face.finish(packages.verify(Path(said.package)))
    if face.json:
        problems = [{"path": one.path, "problem": str(one.kind)} for one in found.problems]
        face.data({"valid": found.valid, "problems": problems})
    else:
        for one in found.problems:
            face.say(f"cli.verify.{one.kind}", path=one.path)
        face.say("cli.verify.valid" if found.valid else "cli.verify.invalid", package=said.package)
    return 0 if found.valid else 4


def sample(said: Namespace, face: Face) -> int:
    """Make a sample dossier."""
    from dossier_studio.workflow import samples  # as in export

    path = face.finish(samples.sample(Path(said.dir), said.which or samples.USUAL))
    if face.json:
        face.data({"dossier": str(path)})
    else:
        face.say("cli.sample.done", dir=str(path))
    return 0


def log(said: Namespace, face: Face) -> int:
    """Tell the journal, oldest entry first."""
    with edits.reading(said) as folder:
        entries = list(folder.journal())
    if face.json:
        face.data({"entries": [shapes.entry(one) for one in entries]})
        return 0
    for one in entries:
        reason = f" — {one.reason}" if one.reason else ""
        by = face.words(Message("cli.log.unnamed")) if one.by == dossiers.UNNAMED else one.by
        when = f"{one.when:%Y-%m-%d %H:%M:%S} UTC"
        face.line(f"{one.number:>4}  {when}  {by}  {face.words(one.label)}{reason}")
    return 0


COMMANDS: Mapping[str, Callable[[Namespace, Face], int]] = {
    "new": edits.new,
    "set": edits.set_answers,
    "rename": edits.rename,
    "sample": sample,
    "checklist": checklist,
    "add": edits.add,
    "remove": edits.remove,
    "move": edits.move,
    "certificate": edits.certificate,
    "title": edits.title,
    "slot": edits.slot,
    "branch": edits.branch,
    "excuse": edits.excuse,
    "defer": edits.defer,
    "judge": edits.judge,
    "withdraw": edits.withdraw,
    "undo": edits.undo,
    "redo": edits.redo,
    "log": log,
    "file": edits.file,
    "paper": papers.paper,
    "letterhead": papers.letterhead,
    "table": tables.table,
    "inspect": inspect,
    "check": check,
    "export": export,
    "verify": verify,
    "tkdn": local_content.tkdn,
    "deadline": clocks.deadline,
    "deadlines": clocks.listed,
    "path": path.path,
    "dates": dates.dates,
    "fees": fees.fees,
    "half-year-report": half_year.half_year_report,
    "rules": rules.rules,
    "variation": variation.variation,
    "shelf-life": shelf_life.shelf_life,
}
