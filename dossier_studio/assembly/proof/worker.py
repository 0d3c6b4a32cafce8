"""What runs in a worker process: takes questions from a pipe, sends accounts back."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO

import pikepdf

from dossier_studio.assembly.proof import pictures, wire
from dossier_studio.assembly.proof.account import Account, Difference, Frame, Mismatch
from dossier_studio.assembly.proof.objects import members
from dossier_studio.assembly.proof.outlines import marks
from dossier_studio.assembly.proof.pages import Comparison, attachments
from dossier_studio.assembly.proof.places import Places, jump
from dossier_studio.assembly.proof.trunk import MOST, Trunk
from dossier_studio.assembly.proof.window import Unusual, Windows
from dossier_studio.assembly.proof.wire import Question
from dossier_studio.intake.limits import Limits
from dossier_studio.intake.worker import FACTS, confine


class Witness:
    """Holds the result open from one question to the next: in windows, or else whole."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._key: tuple[Path, bool] | None = None
        self._windows: Windows | None = None
        self._whole: Trunk | None = None
        self._numbers: Mapping[tuple[int, int], int] = {}

    def answer(self, question: Question) -> Account | Frame:
        """Answer one question; whatever cannot be read is a difference."""
        try:
            self._turn_to(question)
            if question.source is None:
                found = self._frame(question.pages)
                same = pictures.pages_in(question.result) == found.pages
                return found if same else replace(found, pages=-1)
            account = self._compared(question, question.source)
            return self._pictured(question, question.source, account)
        except MemoryError:
            raise
        except Exception as error:  # a hostile file may break anything
            self.close()
            broken = Mismatch(Difference.UNREADABLE, 0, type(error).__name__)
            if question.source is None:
                return Frame(-1, 0, (), ())
            return Account(question.pages, mismatches=(broken,))

    def close(self) -> None:
        """Let go of the result."""
        self._stack.close()
        self._key = self._windows = self._whole = None

    def _turn_to(self, question: Question) -> None:
        """Open the result of a question, where it is not the one before."""
        if self._key == (question.result, question.whole):
            return
        self.close()
        if not question.whole:
            with contextlib.suppress(Unusual):
                self._windows = Windows(question.result)
                self._stack.callback(self._windows.close)
        if self._windows is None:
            opened = pikepdf.open(question.result, access_mode=pikepdf.AccessMode.stream)
            self._whole = Trunk(self._stack.enter_context(opened))
        self._numbers = {}
        self._key = question.result, question.whole

    def _index(self) -> Mapping[tuple[int, int], int]:
        """Return the number of every page of the result by its object."""
        if not self._numbers and self._windows is not None:
            self._numbers = self._windows.index()
        elif not self._numbers and self._whole is not None:
            self._numbers = self._whole.index()
        return self._numbers

    def _compared(self, question: Question, source: Path) -> Account:
        first, count = question.first, question.pages
        with ExitStack() as stack:
            outline = None
            if self._windows is not None:
                branch = self._windows.branch(first)
                shown = stack.enter_context(self._windows.around(branch))
                result = Trunk(shown).leaves(first - branch.first, count)
                outline = self._windows.outline_in(branch)
            else:
                assert self._whole is not None
                result = self._whole.leaves(first, count)
            pdf = stack.enter_context(pikepdf.open(source, suppress_warnings=True))
            comparison = Comparison(
                Trunk(pdf).leaves(),
                result,
                first,
                flattened=question.flattened,
                outline=outline,
                numbers=self._index,
            )
            return comparison.account()

    def _pictured(self, question: Question, source: Path, account: Account) -> Account:
        drawn = tuple(page for page in question.drawn if page < account.pages)
        if not drawn:
            return account
        result: Path | BinaryIO = question.result
        first = question.first
        if self._windows is not None:
            branch = self._windows.branch(first)
            result, first = self._windows.stream(branch), first - branch.first
        with pictures.drawable(source) as ours, pictures.drawable(result) as theirs:
            view = pictures.View(ours, theirs, first, fields=not account.redrawn)
            seen = pictures.differences(view, drawn)
        found = tuple(sorted((*account.mismatches, *seen)))
        return replace(account, pictured=len(drawn), mismatches=found)

    def _frame(self, front: int) -> Frame:
        """Return what a volume as a whole says, with the pages that its first links lead to."""
        with ExitStack() as stack:
            if self._windows is not None:
                shown = self._windows.around(self._windows.branches[0], after=True)
                trunk = Trunk(stack.enter_context(shown))
            else:
                assert self._whole is not None
                trunk = self._whole
            leaves = trunk.leaves(0, front)
            leaves.index.update(self._index())
            places = Places(leaves)
            links = [
                goal.page
                for page in leaves.pages
                for one in members(page.get("/Annots"))
                if isinstance(one, pikepdf.Dictionary) and (goal := places.goal(jump(one)))
            ]
            return Frame(
                pages=len(leaves.index),
                attachments=attachments(trunk.pdf),
                bookmarks=marks(trunk.pdf.Root, places, most=MOST),
                front=tuple(links),
                whole=self._windows is None,
            )


def serve(pipe: Connection, limits: Limits) -> None:
    """Answer one question after another until the pipe closes."""
    confine(limits)
    witness = Witness()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            question = wire.question(pipe.recv_bytes())
            pipe.send_bytes(FACTS + wire.packed(witness.answer(question)))
