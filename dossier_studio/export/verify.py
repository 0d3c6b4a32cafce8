"""Verification: everything that a package says of itself is worked out anew and compared.

A payload file is held against the manifest, the index and, in an archive, its own members. Each tag
file is written a second time from what it is about, so that not even a space in one can differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export import agreement, archive, bag, tags, xml
from dossier_studio.export.agreement import INDEX, Claims
from dossier_studio.export.checksum import Checksum, Meter
from dossier_studio.export.tree import (
    BROKEN,
    NoPackage,
    Problem,
    ProblemKind,
    Tree,
    opened,
    printable,
)
from dossier_studio.host.files import long
from dossier_studio.store import journal

JOURNAL = "data/journal.jsonl"


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a package is whole, and what is not, sorted by path."""

    valid: bool
    problems: tuple[Problem, ...]


def verify(path: Path) -> Work[Verification]:
    """Verify a package, folder or zip; whatever is none is not valid either.

    Steps count bytes.
    """
    try:
        with opened(path) as tree:
            problems = yield from _problems(tree)
            if tree.members and not _as_written(path, tree):
                problems.add(Problem(printable(path.name), ProblemKind.CHANGED))
    except NoPackage as reason:
        kind = ProblemKind.MISSING if reason.missing else ProblemKind.CHANGED
        problems = {Problem(printable(path.name), kind)}
    found = tuple(sorted(problem for problem in problems if not _emptied(problem, problems)))
    return Verification(not found, found)


def _emptied(problem: Problem, problems: set[Problem]) -> bool:
    """Return whether a folder is empty only because files in it are missing."""
    return problem.path.endswith("/") and any(
        other.kind is ProblemKind.MISSING and other.path.startswith(problem.path)
        for other in problems
    )


def _problems(tree: Tree) -> Work[set[Problem]]:
    """Return all problems but those of a zip's own bytes."""
    sums = yield from _measured(tree)
    payload = {path: one for path, one in sums.items() if path.startswith(bag.PAYLOAD)}
    problems = set(tree.problems)
    problems |= {
        Problem(printable(path), ProblemKind.CHANGED) for path in tree.files.keys() - sums.keys()
    }
    claims = _claims(tree, problems)
    problems |= tags.problems(tree, payload, claims.fields if claims else None)
    if claims:
        problems |= _judged(tree, claims, payload, problems)
        yield from _archives(tree, claims, problems)
    content = tree.read(JOURNAL)
    if JOURNAL in tree.files and not (
        content and journal.verify_lines(content, claims.head if claims else None)
    ):
        problems.add(Problem(JOURNAL, ProblemKind.JOURNAL))
    return problems


def _measured(tree: Tree) -> Work[dict[str, Checksum]]:
    """Return the checksum of every file that can be read to its end."""
    total, done = sum(tree.files.values()), 0
    sums = {}
    for path in tree.files:
        meter = Meter()
        try:
            with tree.open(path) as stream:
                for chunk in archive.chunks(stream):
                    meter.add(chunk)
                    done += len(chunk)
                    yield Step(Message("export.step.verify"), done, total)
        except BROKEN:
            continue
        sums[path] = meter.checksum
    return sums


def _claims(tree: Tree, problems: set[Problem]) -> Claims | None:
    """Return what the index claims; None, and a problem, where there is no index of ours."""
    content = tree.read(INDEX)
    if content is None:
        kind = ProblemKind.INDEX if INDEX in tree.files else ProblemKind.MISSING
        problems.add(Problem(INDEX, kind))
        return None
    try:
        return agreement.claims(content)
    except xml.NotXml:
        problems.add(Problem(INDEX, ProblemKind.INDEX))
        return None


def _judged(
    tree: Tree, claims: Claims, payload: Mapping[str, Checksum], problems: set[Problem]
) -> set[Problem]:
    """Return where index and files differ, beyond what is known already.

    An index that is itself changed is to blame for all of it.
    """
    doubted = {problem.path for problem in problems}
    differing = agreement.disagreements(claims, payload) - doubted
    if claims.contradictions or (tree.root and tree.root != f"{claims.package}/"):
        differing.add(INDEX)
    if INDEX in doubted and differing:
        differing = {INDEX}
    absent = {path for path in differing if path not in tree.files}
    return {Problem(printable(path), ProblemKind.MISSING) for path in absent} | {
        Problem(printable(path), ProblemKind.INDEX) for path in differing - absent
    }


def _archives(tree: Tree, claims: Claims, problems: set[Problem]) -> Work[None]:
    """Hold the members of every archive of ours against the index."""
    doubted = {problem.path for problem in problems}
    for path, listed in claims.files.items():
        if not listed.members or path in doubted:
            continue
        yield Step(Message("export.step.archive", {"file": path}))
        if _members(tree, path) != listed.members:
            problems.add(Problem(path, ProblemKind.INDEX))


def _members(tree: Tree, path: str) -> dict[str, Checksum] | None:
    """Return the members of an archive; None where it is not one that we write."""
    meters: dict[str, Meter] = {}
    try:
        with tree.open(path) as stream:
            for name, chunk in archive.unpacked(stream):
                meters.setdefault(name, Meter()).add(chunk)
    except (*BROKEN, archive.NotOurs):
        return None
    return {name: meter.checksum for name, meter in meters.items()}


def _as_written(path: Path, tree: Tree) -> bool:
    """Return whether a zip is byte for byte the one that its members make."""
    with long(path).open("rb") as stream:
        return archive.as_written(stream, tree.members)
