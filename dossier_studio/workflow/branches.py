"""Branches that repeat: one for each substance and manufacturer, product or indication."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import normalize

from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import (
    Branch,
    Dossier,
    Key,
    Record,
    RecordKind,
    bare,
    branch_of,
    within,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Message
from dossier_studio.law import placement
from dossier_studio.law.rulebook import Rulebook

_APART = re.compile(r"[^a-z0-9@]+")
NAME = re.compile(r"[a-z0-9]+(?:[-_@.][a-z0-9]+)*")
LONGEST = 60


def add(
    rulebook: Rulebook, dossier: Dossier, axis: str, name: str, *, title: str = ""
) -> Change:
    """Name a branch; the first name takes over what lies in the unnamed branch.

    `name` is lower case letters, digits and - _ @ . such as paracetamol@pt-alfa.
    """
    _check_axis(rulebook, axis)
    if len(name) > LONGEST or not NAME.fullmatch(name):
        raise WrongUse("workflow.branch.name", name=name)
    names = [one.name for one in dossier.branches if one.axis == axis]
    if name in names:
        raise WrongUse("workflow.branch.twice", name=name)
    after: dict[Key, Record | None] = {
        _key(axis, name): Branch(axis, name, title.strip() or name, len(names))
    }
    if not names:
        after.update(_moved(rulebook, dossier, axis, ("", name)))
    return edit(dossier, Message("workflow.branch.add", {"name": name}), after)


def rename(
    rulebook: Rulebook, dossier: Dossier, axis: str, name: str, *, new: str, title: str = ""
) -> Change:
    """Give a branch another name, and another title where one is given.

    Its documents and decisions go along.
    """
    branch = _branch(dossier, axis, name)
    if len(new) > LONGEST or not NAME.fullmatch(new):
        raise WrongUse("workflow.branch.name", name=new)
    others = {one.name for one in dossier.branches if one.axis == axis} - {name}
    if new in others or (new == name and not title):
        raise WrongUse("workflow.branch.twice", name=new)
    shown = title.strip() or (new if branch.title == name else branch.title)
    after: dict[Key, Record | None] = {
        _key(axis, name): None,
        _key(axis, new): replace(branch, name=new, title=shown),
    }
    if new != name:
        after.update(_moved(rulebook, dossier, axis, (name, new)))
    return edit(dossier, Message("workflow.branch.rename", {"name": name, "new": new}), after)


def remove(rulebook: Rulebook, dossier: Dossier, axis: str, name: str) -> Change:
    """Remove a branch; refused while documents lie in it, unless it is the last one.

    What lies in the last branch falls back to the unnamed one, so nothing is ever lost.
    """
    _branch(dossier, axis, name)
    others = [one for one in dossier.branches if one.axis == axis and one.name != name]
    used = any(
        branch_of(document.place) == name
        and placement.axis_of(rulebook, document.place) == axis
        for document in dossier.documents
    )
    if used and others:
        raise WrongUse("workflow.branch.not-empty", name=name)
    after: dict[Key, Record | None] = {_key(axis, name): None}
    if not others:
        after.update(_moved(rulebook, dossier, axis, (name, "")))
    return edit(dossier, Message("workflow.branch.remove", {"name": name}), after)


def spelled(words: str) -> str:
    """Return what somebody calls a branch in the letters of a name: "PT Alfa" is "pt-alfa"."""
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    pieces = (_APART.sub("-", piece).strip("-") for piece in plain.split("@"))
    return "@".join(piece for piece in pieces if piece)[:LONGEST].strip("-@")


def _key(axis: str, name: str) -> Key:
    return Key(RecordKind.BRANCH, f"{axis}/{name}")


def _check_axis(rulebook: Rulebook, axis: str) -> None:
    axes = tuple(sorted({one.repeat for one in rulebook.outline.sections.values() if one.repeat}))
    if axis not in axes:
        raise WrongUse("workflow.branch.axis", axis=axis, known=Choice(axes))


def _branch(dossier: Dossier, axis: str, name: str) -> Branch:
    for branch in dossier.branches:
        if (branch.axis, branch.name) == (axis, name):
            return branch
    raise WrongUse("workflow.branch.unknown", name=name)


def _moved(
    rulebook: Rulebook, dossier: Dossier, axis: str, names: tuple[str, str]
) -> dict[Key, Record | None]:
    """Return documents and decisions of one branch under another name."""
    old, new = names
    after: dict[Key, Record | None] = {}
    for document in dossier.documents:
        if branch_of(document.place) == old and placement.axis_of(rulebook, document.place) == axis:
            place = within(bare(document.place), new)
            after[Key(RecordKind.DOCUMENT, document.key)] = replace(document, place=place)
    for decided, decision in dossier.decisions.items():
        if old and branch_of(decided) == old and placement.axis_of(rulebook, decided) == axis:
            after[Key(RecordKind.DECISION, decided)] = None
            after[Key(RecordKind.DECISION, within(bare(decided), new))] = decision
    return after
