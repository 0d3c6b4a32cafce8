"""What became of each document since the filing before: new, replaced, deleted, unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossier_studio.core.dossier import Document, DocumentKey, Leaf
from dossier_studio.core.dossier import Sequence as Filing


class Operation(StrEnum):
    """The operation of a leaf, in the words of the eCTD."""

    NEW = "new"
    REPLACE = "replace"
    DELETE = "delete"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Fate:
    """An operation, and the sequence that holds the earlier document ("" where there is none)."""

    operation: Operation
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Operations:
    """Fates of the dossier's documents by key, and the leaves that are no longer there."""

    fates: dict[DocumentKey, Fate]
    deleted: tuple[Leaf, ...]
    earlier: str


def operations(documents: Iterable[Document], sequences: Sequence[Filing]) -> Operations:
    """Compare documents, papers that we write included, with the sequence that was closed last.

    A document continues an earlier leaf at the same place: the one with its key, else one with its
    very bytes, else, in their order there, one that nothing else continues: a certificate that
    was taken out and added anew replaces the old one.
    """
    sent = tuple(documents)
    if not sequences:
        return Operations({one.key: Fate(Operation.NEW) for one in sent}, (), "")
    last = sequences[-1]
    pairs, left = _continued(sent, last.leaves)
    fates = {}
    for document in sent:
        leaf = pairs.get(document.key)
        if leaf is None:
            fates[document.key] = Fate(Operation.NEW)
        else:
            same = leaf.sha256 == document.sha256
            operation = Operation.UNCHANGED if same else Operation.REPLACE
            fates[document.key] = Fate(operation, last.number)
    return Operations(fates, left, last.number)


def _continued(
    documents: Sequence[Document], leaves: Iterable[Leaf]
) -> tuple[dict[DocumentKey, Leaf], tuple[Leaf, ...]]:
    """Return which leaf each document continues, and the leaves that nobody continues."""
    pairs: dict[DocumentKey, Leaf] = {}
    left = tuple(leaves)
    for of_document, of_leaf in _LIKENESSES:
        waiting: dict[tuple[str, ...], list[Leaf]] = {}
        for leaf in reversed(left):
            waiting.setdefault(of_leaf(leaf), []).append(leaf)
        for document in documents:
            alike = waiting.get(of_document(document))
            if alike and document.key not in pairs:
                pairs[document.key] = alike.pop()
        unclaimed = {id(leaf) for alike in waiting.values() for leaf in alike}
        left = tuple(leaf for leaf in left if id(leaf) in unclaimed)
    return pairs, left


_LIKENESSES: tuple[
    tuple[Callable[[Document], tuple[str, ...]], Callable[[Leaf], tuple[str, ...]]], ...
] = (
    (lambda document: (document.place, document.key), lambda leaf: (leaf.place, leaf.document)),
    (lambda document: (document.place, document.sha256), lambda leaf: (leaf.place, leaf.sha256)),
    (lambda document: (document.place,), lambda leaf: (leaf.place,)),
)
