"""Refusals: each carries one sentence that says what to do, and its exit code."""

from __future__ import annotations

from dossier_studio.core.text import Message, Parameter


class StudioError(Exception):
    """The program declines to go on, and says why in a sentence."""

    exit_code = 2

    def __init__(self, key: str, **parameters: Parameter) -> None:
        super().__init__(key)
        self.message = Message(key, parameters)


class NotReady(StudioError):
    """A check found errors, or a dossier is not ready to be exported."""

    exit_code = 1


class WrongUse(StudioError):
    """An unknown command, rulebook, fact, value, id, or an impossible date."""

    exit_code = 2


class Unreadable(StudioError):
    """An input cannot be read: no such file, no dossier, not what it claims to be."""

    exit_code = 3


class Unwritable(StudioError):
    """A place cannot be written: the disk is full, gone, or closed to this person."""

    exit_code = 3


class PackageInvalid(StudioError):
    """A package is damaged, incomplete, or no package at all."""

    exit_code = 4


class DossierLocked(StudioError):
    """A living session holds the dossier."""

    exit_code = 5


class Interrupted(StudioError):
    """The person stopped the work."""

    exit_code = 130
