"""Compares a bound volume with its sources, in worker processes, and says whether it is true."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.entry import Entry, Heading, PartPlan
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.proof import wire, worker
from dossier_studio.assembly.proof.account import (
    Account,
    Difference,
    Frame,
    Mark,
    Mismatch,
    Proof,
    ProvenDocument,
)
from dossier_studio.assembly.proof.places import agree
from dossier_studio.assembly.proof.wire import Question
from dossier_studio.assembly.wording import joined
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.intake.crew import Crew, Duty, Job, Outcome
from dossier_studio.intake.inspect import cores
from dossier_studio.intake.limits import Limits

PROVING = Duty(worker.serve, wire.unpacked)

SAMPLE = 8
"""Pages of a volume that are drawn from both files; the deep form draws them all."""

FEW = 24 << 20
"""Sources of fewer bytes than this are proven sooner than a worker starts."""


def prove(
    part: PartPlan,
    bound: BoundPart,
    blob: Callable[[Digest], Path],
    *,
    about: Particulars,
    deep: bool = False,
    processes: int = 0,
) -> Work[Proof]:
    """Return the proof of a volume that was bound by this plan; steps count bytes of sources.

    Its differences are findings, not errors: what to do about them is the caller's question. The
    number of processes changes nothing.
    """
    with tempfile.TemporaryDirectory(dir=bound.path.parent, prefix=".proving-") as folder:
        proving = _Proving(part, bound, about, deep=deep)
        questions = proving.questions(blob, Path(folder))
        answers = yield from _answered(part, questions, processes)
        proof = proving.judged(answers)
        if not proof.holds:
            # Perhaps only because another writer laid the file out: before it fails, read it whole.
            questions = [replace(one, whole=True) for one in questions]
            answers = yield from _answered(part, questions, processes)
            proof = proving.judged(answers)
    return proof


@dataclass(slots=True)
class _Proving:
    part: PartPlan
    bound: BoundPart
    about: Particulars
    deep: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The documents, with the slips that binding found."""
        return tuple(
            replace(one, slip=self.bound.slips.get(one.document.key, one.slip))
            for one in self.part.entries
        )

    def ranges(self) -> list[tuple[int, int]]:
        """Where each document begins (from 0), and how many pages it has by the plan."""
        firsts = [self.bound.first_page_of[one.document.key] - 1 for one in self.entries]
        ends = [*firsts[1:], self.bound.pages]
        return [(first, end - first) for first, end in zip(firsts, ends, strict=True)]

    def questions(self, blob: Callable[[Digest], Path], folder: Path) -> list[Question]:
        """Return what is to be asked: the frame first, then every document that was bound."""
        ranges = self.ranges()
        front = ranges[0][0] if ranges else self.bound.pages
        found = [Question(self.bound.path, 0, front)]
        drawn = self._sample(ranges)
        for entry, (first, pages) in zip(self.entries, ranges, strict=True):
            if entry.slip is None:
                source = _source(entry, blob, folder)
                asked = Question(
                    self.bound.path,
                    first,
                    pages,
                    source,
                    flattened=entry.flattened,
                    drawn=tuple(page - first for page in drawn if first <= page < first + pages),
                )
                found.append(asked)
        return found

    def _sample(self, ranges: Sequence[tuple[int, int]]) -> list[int]:
        """Return pages of the result to draw: all, or some that follow from what is bound."""
        pages = [
            first + page
            for entry, (first, count) in zip(self.entries, ranges, strict=True)
            if entry.slip is None
            for page in range(count)
        ]
        if self.deep or len(pages) <= SAMPLE:
            return pages
        chance = hashlib.sha256("".join(one.document.sha256 for one in self.entries).encode())
        start = int.from_bytes(chance.digest()[:8], "big")
        step = len(pages) / SAMPLE
        return [pages[int(start % step + number * step) % len(pages)] for number in range(SAMPLE)]

    def judged(self, answers: Sequence[Account | Frame]) -> Proof:
        frame, accounts = _sorted(answers)
        documents, spare = [], iter(accounts)
        for entry, (first, _) in zip(self.entries, self.ranges(), strict=True):
            account = Account(1) if entry.slip else next(spare)
            documents.append(
                ProvenDocument(entry.document.key, first + 1, bool(entry.slip), account)
            )
        found = [*self._whole(frame), *self._outline(frame, documents)]
        documents = self._settled(documents)
        return Proof(
            self.part.part,
            self.bound.pages,
            len(frame.bookmarks) + self._brought(frame, documents),
            frame.attachments,
            self.deep,
            tuple(documents),
            tuple(sorted(found)),
        )

    def _brought(self, frame: Frame, documents: Sequence[ProvenDocument]) -> int:
        """Bookmarks of documents that the frame does not count."""
        return 0 if frame.whole else sum(one.account.marked for one in documents)

    def _whole(self, frame: Frame) -> Iterator[Mismatch]:
        """Yield what is wrong with the volume itself: pages, and links of the contents."""
        if frame.pages != self.bound.pages:
            yield Mismatch(Difference.PAGES, 0, f"{self.bound.pages} / {frame.pages}")
        expected = [page for _, _, page, _ in self._rows()]
        if list(frame.front) != expected:
            yield Mismatch(Difference.CONTENTS, 0, f"{len(expected)} / {len(frame.front)}")

    def _rows(self) -> list[tuple[int, str, int, DocumentKey | None]]:
        """Level, title, page (from 0) and document of every row of the contents."""
        first = {key: page - 1 for key, page in self.bound.first_page_of.items()}
        rows: list[tuple[int, str, int, DocumentKey | None]] = []
        page = 0
        for row, depth in reversed(self.part.placed):
            key = None if isinstance(row, Heading) else row.document.key
            page = page if key is None else first[key]
            title = row.label if isinstance(row, Heading) else row.title
            rows.append((depth, joined(title, self.about.languages), page, key))
        return rows[::-1]

    def _outline(self, frame: Frame, documents: Sequence[ProvenDocument]) -> Iterator[Mismatch]:
        """Compare the result's outline with contents, headings, and what the sources had."""
        own = {one.key: one for one in documents}
        expected: list[tuple[Mark | None, int, str]] = [(None, 0, "")]
        above: list[int] = []
        for depth, title, page, key in self._rows():
            while above and above[-1] >= depth:
                above.pop()
            expected.append((None, page, title))
            level = len(above)
            above.append(depth)
            if key is not None:
                expected += [
                    (replace(mark, level=level + 1 + mark.level), own[key].first_page - 1, "")
                    for mark in own[key].account.bookmarks
                ]
        if len(expected) != len(frame.bookmarks):
            yield Mismatch(Difference.BOOKMARK, 0, f"{len(expected)} / {len(frame.bookmarks)}")
        for (mark, page, title), found in list(zip(expected, frame.bookmarks, strict=False))[1:]:
            same = _is_theirs(found, page, mark) if mark else _is_ours(found, page, title)
            if not same:
                yield Mismatch(Difference.BOOKMARK, page + 1, found.title)

    def _settled(self, documents: Sequence[ProvenDocument]) -> list[ProvenDocument]:
        """Add what only shows among documents: shared field prefixes, links into each other."""
        taken: set[str] = set()
        names = {entry.document.key: entry.document.name for entry in self.entries}
        owners = [(one.first_page - 1, names[one.key]) for one in documents]
        settled = []
        for one in documents:
            found = list(one.account.mismatches)
            prefix = one.account.prefix
            if one.account.fields and prefix in taken:
                found.append(Mismatch(Difference.FIELD, 0, prefix))
            taken.add(prefix)
            for page, file in one.account.elsewhere:
                owner = next((name for first, name in reversed(owners) if first <= page), "")
                if page < 0 or _plain(owner) != _plain(file):
                    found.append(Mismatch(Difference.LINK, 0, file))
            settled.append(replace(one, account=replace(one.account, mismatches=tuple(found))))
        return settled


def _is_ours(found: Mark, page: int, title: str) -> bool:
    return found.title == title and found.goal is not None and found.goal.page == page


def _is_theirs(found: Mark, first: int, mark: Mark) -> bool:
    goal = mark.goal and replace(mark.goal, page=mark.goal.page + first)
    same = (found.level, found.title) == (mark.level, mark.title)
    return same and agree(goal, found.goal)


def _plain(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name.casefold()


def _source(entry: Entry, blob: Callable[[Digest], Path], folder: Path) -> Path:
    if entry.content is None:
        return blob(entry.document.sha256)
    path = folder / f"{entry.document.sha256}.pdf"
    path.write_bytes(entry.content)
    return path


def _sorted(answers: Sequence[Account | Frame]) -> tuple[Frame, list[Account]]:
    frames = [one for one in answers if isinstance(one, Frame)]
    return frames[0], [one for one in answers if isinstance(one, Account)]


def _answered(
    part: PartPlan, questions: Sequence[Question], processes: int
) -> Work[list[Account | Frame]]:
    """Ask workers, or in this process where that is sooner; answers stand as the questions do."""
    sizes = [one.source.stat().st_size if one.source else 0 for one in questions]
    told = Message("assembly.step.proving", {"part": part.mark})
    total = sum(sizes)
    if processes == 1 or (not processes and total < FEW):
        return (yield from _answered_here(questions, sizes, told))
    found: dict[int, Account | Frame] = {}
    jobs = [
        Job(index, one.source or one.result, told=one.packed())
        for index, one in enumerate(questions)
    ]
    done = 0
    again: list[Job] = []
    with Crew(PROVING, Limits()) as crew:
        for outcome in crew.work(jobs, processes or cores()):
            if outcome is not None:
                done += sizes[outcome.job.index]
                if not _taken(outcome, found):
                    again.append(outcome.job)
            yield Step(told, done, total)
        for job in again:
            crew.dismiss()
            for outcome in crew.work([job], 1):
                if outcome is not None and not _taken(outcome, found):
                    found[job.index] = _given_up(questions[job.index], outcome.failure)
                yield Step(told, done, total)
    return [found[index] for index in range(len(questions))]


def _taken(outcome: Outcome[Account | Frame], found: dict[int, Account | Frame]) -> bool:
    if outcome.answer is None:
        return False
    found[outcome.job.index] = outcome.answer
    return True


def _given_up(question: Question, failure: str) -> Account | Frame:
    if question.source is None:
        return Frame(-1, 0, (), ())
    broken = Mismatch(Difference.UNREADABLE, 0, failure)
    return Account(question.pages, mismatches=(broken,))


def _answered_here(
    questions: Sequence[Question], sizes: Sequence[int], told: Message
) -> Work[list[Account | Frame]]:
    witness = worker.Witness()
    found = []
    try:
        for index, question in enumerate(questions):
            found.append(witness.answer(question))
            yield Step(told, sum(sizes[: index + 1]), sum(sizes))
    finally:
        witness.close()
    return found
