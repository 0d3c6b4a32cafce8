"""What runs in a worker process: takes questions from a pipe, sends accounts back."""

from __future__ import annotations

import contextlib
from contextlib import ExitStack
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pikepdf

from dossier_studio.assembly.proof import pictures, wire
from dossier_studio.assembly.proof.account import Account, Difference, Frame, Mismatch
from dossier_studio.assembly.proof.objects import members
from dossier_studio.assembly.proof.outlines import marks
from dossier_studio.assembly.proof.pages import attachments, compare
from dossier_studio.assembly.proof.places import Places, jump
from dossier_studio.assembly.proof.trunk import Trunk
from dossier_studio.assembly.proof.wire import Question
from dossier_studio.intake.limits import Limits
from dossier_studio.intake.worker import FACTS, confine

MAPPED = 64 << 20
"""A result of more bytes is read piece by piece, so that it never lies in memory whole."""

FRESH = 6_000
"""Pages after which the result is opened anew: a parser keeps every object it has met."""


class Witness:
    """Holds the result open from one question to the next."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._path: Path | None = None
        self._pages = 0
        self._trunk: Trunk | None = None
        self._drawn: pictures.Drawn | None = None

    def answer(self, question: Question) -> Account | Frame:
        """Answer one question; whatever cannot be read is a difference."""
        try:
            result = self._result(question)
            if question.source is None:
                return frame(result, question.pages)
            account = self._compared(question, question.source, result)
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
        self._path = self._trunk = self._drawn = None

    def _result(self, question: Question) -> Trunk:
        self._pages += question.pages
        if self._trunk is None or self._path != question.result or self._pages > FRESH:
            self.close()
            self._path, self._pages = question.result, question.pages
            large = question.result.stat().st_size > MAPPED
            mode = pikepdf.AccessMode.stream if large else pikepdf.AccessMode.default
            opened = pikepdf.open(question.result, access_mode=mode)
            self._trunk = Trunk(self._stack.enter_context(opened))
        return self._trunk

    def _compared(self, question: Question, source: Path, result: Trunk) -> Account:
        with pikepdf.open(source, suppress_warnings=True) as pdf:
            return compare(
                Trunk(pdf), result, question.first, question.pages, flattened=question.flattened
            )

    def _pictured(self, question: Question, source: Path, account: Account) -> Account:
        drawn = tuple(page for page in question.drawn if page < account.pages)
        if not drawn:
            return account
        if self._drawn is None:
            self._drawn = self._stack.enter_context(pictures.drawable(question.result))
        with pictures.drawable(source) as drawable:
            view = pictures.View(drawable, self._drawn, question.first, fields=not account.redrawn)
            seen = pictures.differences(view, drawn)
        found = tuple(sorted((*account.mismatches, *seen)))
        return replace(account, pictured=len(drawn), mismatches=found)


def frame(result: Trunk, front: int) -> Frame:
    """Return what a volume as a whole says, with the pages that its first links lead to."""
    whole = result.whole(front)
    places = Places(whole)
    links = [
        goal.page
        for page in whole.pages[:front]
        for one in members(page.get("/Annots"))
        if isinstance(one, pikepdf.Dictionary) and (goal := places.goal(jump(one))) is not None
    ]
    bookmarks = marks(result.pdf.Root, places, most=1_000_000)
    return Frame(len(whole.index), attachments(result.pdf), bookmarks, tuple(links))


def serve(pipe: Connection, limits: Limits) -> None:
    """Answer one question after another until the pipe closes."""
    confine(limits)
    witness = Witness()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            question = wire.question(pipe.recv_bytes())
            pipe.send_bytes(FACTS + wire.packed(witness.answer(question)))
