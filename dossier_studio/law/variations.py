"""A list of changes to an approved product: the category it is filed in, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dossier_studio.core.errors import WrongUse
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.fact import FactType
from dossier_studio.law.rulebook import Rulebook, VariationChange


@dataclass(frozen=True, slots=True)
class Filing:
    """One category in which the changes may be filed together, and its checklist."""

    category: str
    checklist: Checklist


@dataclass(frozen=True, slots=True)
class Variation:
    """The changes, the fact whose answer is the category, and the categories that are possible.

    `fits` is False when the answers name a category in which these changes are not filed.
    """

    changes: tuple[VariationChange, ...]
    fact: str
    filings: tuple[Filing, ...]
    fits: bool


def variation(book: Rulebook, codes: str, answers: Mapping[str, str]) -> Variation:
    """Return what a list of change codes comes to, given what is answered of the product.

    An unanswered stage is the last one, to which all rows of the tables belong.
    Raises WrongUse for a code that does not exist, and for changes that are never filed together.
    """
    asks = next((one for one in book.facts.values() if one.type is FactType.CODES), None)
    if asks is None or not book.ladders:
        raise WrongUse("clocks.variation.none", rulebook=book.id)
    listed = asks.canonical(codes)
    changes = tuple(book.changes[code] for code in listed.split(",") if code)
    if not changes:
        raise WrongUse("clocks.variation.empty")
    fact = _fact(book)
    possible = tuple(dict.fromkeys(_possible(book, changes)))
    if not possible:
        raise WrongUse("clocks.variation.apart", changes=tuple(one.code for one in changes))
    said = answers.get(fact)
    chosen = tuple(one for one in possible if one == said) or possible
    staged = {book.stage_fact: book.stages[-1], **answers}
    filings = tuple(
        Filing(one, checklist(book, {**staged, fact: one, asks.id: listed})) for one in chosen
    )
    return Variation(changes, fact, filings, said is None or said in possible)


def _possible(book: Rulebook, changes: tuple[VariationChange, ...]) -> Iterator[str]:
    """Yield the gravest column of every way in which the changes can be filed, by ladder."""
    for ladder in book.ladders:
        own = [tuple(one for one in ladder if one in change.columns) for change in changes]
        if all(own):
            found = {min(ways, key=ladder.index) for ways in product(*set(own))}
            yield from sorted(found, key=ladder.index)


def _fact(book: Rulebook) -> str:
    """Return the fact whose answers the ladders name."""
    wanted = set(book.ladders[0])
    return next(
        one.id for one in book.facts.values() if wanted <= {value.key for value in one.values}
    )
