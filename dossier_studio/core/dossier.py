"""The dossier: frozen records by key, and the questions one asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NewType, TypeAlias

from dossier_studio.core.file import Digest

Place = NewType("Place", str)
"""Where a document hangs: a requirement (A08), a part of a set (A13.gmp) or a section (II.S4.1),
each with its branch in brackets where the branch has a name: T07[paracetamol@pt-alfa]."""

DocumentKey = NewType("DocumentKey", str)


class RecordKind(StrEnum):
    """The kinds of record a dossier is made of."""

    DOSSIER = "dossier"
    ANSWER = "answer"
    DOCUMENT = "document"
    DECISION = "decision"
    BRANCH = "branch"
    SLOT = "slot"
    SEQUENCE = "sequence"
    ROW = "row"
    PAPER = "paper"
    LETTERHEAD = "letterhead"
    UPLOAD = "upload"
    RECEIPT = "receipt"
    ROUND = "round"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The name of one record, for ever."""

    kind: RecordKind
    id: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What the dossier is called, and which rulebook it was begun with."""

    name: str
    rulebook: str
    version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question of the rulebook, as canonical text."""

    value: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says of itself; empty where nobody has said it yet."""

    number: str = ""
    issuer: str = ""
    country: str = ""
    issued: date | None = None
    expires: date | None = None
    dosage_forms: tuple[str, ...] = ()
    form: str = ""
    legalised: str = ""
    sworn_translation: str = ""
    e_meterai: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the applicant at one place of the dossier."""

    key: DocumentKey
    place: Place
    order: int
    name: str
    sha256: Digest
    bytes: int
    title: str = ""
    certificate: Certificate | None = None
    prepared_by: str = ""
    checked_by: str = ""


class DecisionKind(StrEnum):
    """What a person decided about a requirement."""

    EXCUSED = "excused"
    DEFERRED = "deferred"
    NEEDED = "needed"
    NOT_NEEDED = "not-needed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a requirement: what, why, who and when (UTC, to the second)."""

    kind: DecisionKind
    reason: str
    by: str
    when: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A named instance of a branch that repeats, such as one substance of one manufacturer."""

    axis: str
    name: str
    title: str
    order: int


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """How an upload slot with several documents is made: "zip" or "bound"."""

    form: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One document as a closed sequence sent it."""

    document: DocumentKey
    place: Place
    sha256: Digest


@dataclass(frozen=True, slots=True)
class Sequence:
    """A closed filing: four-digit number, stage, kind of filing, date, and what it held."""

    number: str
    stage: str
    type: str
    filed: date
    by: str
    note: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of the form (a manufacturer, an active substance, an excipient)."""

    table: str
    order: int
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperText:
    """The person's own wording of a paper that the program writes, in one language."""

    paper: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A person's word that a slot of a sequence has been uploaded: who and when (UTC)."""

    sequence: str
    slot: str
    by: str
    when: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the portal gave for a sequence; empty where nobody has written it down yet.

    `order` is the number of the payment order, `ordered` and `paid` its days.
    """

    sequence: str
    number: str = ""
    received: date | None = None
    order: str = ""
    ordered: date | None = None
    paid: date | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """Additional data asked for on a day, and given on another; the first round has number 1."""

    number: int
    asked: date
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The image that stands at the head of letters instead of the applicant's name."""

    name: str
    sha256: Digest
    bytes: int


Record: TypeAlias = (
    Identity
    | Answer
    | Document
    | Decision
    | Branch
    | SlotChoice
    | Sequence
    | Row
    | PaperText
    | Letterhead
    | Upload
    | Receipt
    | Round
)
Records: TypeAlias = Mapping[Key, Record]

IDENTITY = Key(RecordKind.DOSSIER, "identity")
LETTERHEAD = Key(RecordKind.LETTERHEAD, "image")


def bare(place: str) -> str:
    """Return a place without its branch: "T07[x@y]" is "T07"."""
    return place.partition("[")[0]


def branch_of(place: str) -> str:
    """Return the branch of a place, "" where it has none: "T07[x@y]" is "x@y"."""
    return place.partition("[")[2].removesuffix("]")


def within(place: str, branch: str) -> Place:
    """Return a bare place within a named branch ("" means the unnamed one)."""
    return Place(f"{place}[{branch}]" if branch else place)


@dataclass(frozen=True)
class Dossier:
    """Everything that a person has said and filed, as one frozen value."""

    records: Records = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "records", MappingProxyType(dict(self.records)))

    @property
    def identity(self) -> Identity:
        """Name and rulebook."""
        record = self.records[IDENTITY]
        assert isinstance(record, Identity)  # the store refuses a folder without it
        return record

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """Answers by fact; a fact that is not here is unanswered."""
        return MappingProxyType(
            {key.id: record.value for key, record in self._sorted() if isinstance(record, Answer)}
        )

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Documents by place, then in their order there."""
        found = [record for record in self.records.values() if isinstance(record, Document)]
        return tuple(sorted(found, key=lambda one: (one.place, one.order, one.key)))

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """Decisions by place (requirement or part, with its branch)."""
        return MappingProxyType(
            {key.id: record for key, record in self._sorted() if isinstance(record, Decision)}
        )

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """Named branches by axis, in their order."""
        found = [record for record in self.records.values() if isinstance(record, Branch)]
        return tuple(sorted(found, key=lambda one: (one.axis, one.order, one.name)))

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """Closed sequences, first one first."""
        found = [record for record in self.records.values() if isinstance(record, Sequence)]
        return tuple(sorted(found, key=lambda one: one.number))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Rows of the form's tables, by table and order."""
        found = [record for record in self.records.values() if isinstance(record, Row)]
        return tuple(sorted(found, key=lambda one: (one.table, one.order)))

    def table(self, name: str) -> tuple[Row, ...]:
        """Return the rows of one table of the form, in order."""
        return tuple(row for row in self.rows if row.table == name)

    def paper_text(self, paper: str, language: str) -> str:
        """Return the person's own wording of a paper, "" where the program's holds."""
        record = self.records.get(Key(RecordKind.PAPER, f"{paper}/{language}"))
        return record.text if isinstance(record, PaperText) else ""

    @property
    def letterhead(self) -> Letterhead | None:
        """The image at the head of letters, None where the applicant's name stands there."""
        record = self.records.get(LETTERHEAD)
        return record if isinstance(record, Letterhead) else None

    def uploads(self, sequence: str) -> Mapping[str, Upload]:
        """Return the slots of a sequence that somebody has ticked as uploaded, by slot."""
        found = (one for _, one in self._sorted() if isinstance(one, Upload))
        return {one.slot: one for one in found if one.sequence == sequence}

    def receipt(self, sequence: str) -> Receipt:
        """Return what the portal gave for a sequence; an empty one where that is unknown."""
        record = self.records.get(Key(RecordKind.RECEIPT, sequence))
        return record if isinstance(record, Receipt) else Receipt(sequence)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Rounds of additional data, first one first."""
        found = [record for record in self.records.values() if isinstance(record, Round)]
        return tuple(sorted(found, key=lambda one: one.number))

    @property
    def next_sequence(self) -> str:
        """The four-digit number of the sequence that is being prepared."""
        return f"{len(self.sequences):04}"

    def slot_form(self, slot: str) -> str:
        """Return "zip" or "bound" for a slot with several documents."""
        choice = self.records.get(Key(RecordKind.SLOT, slot))
        return choice.form if isinstance(choice, SlotChoice) else "zip"

    def branch_names(self, axis: str) -> tuple[str, ...]:
        """Return the names of an axis's branches, ("",) when nobody has named one."""
        return tuple(one.name for one in self.branches if one.axis == axis) or ("",)

    def at(self, place: str) -> tuple[Document, ...]:
        """Return the documents at exactly this place, in order."""
        return self._by_place.get(place, ())

    def document(self, key: str) -> Document | None:
        """Return one document by key, None when there is none."""
        record = self.records.get(Key(RecordKind.DOCUMENT, key))
        return record if isinstance(record, Document) else None

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[Document, ...]]:
        places: dict[str, list[Document]] = {}
        for document in self.documents:
            places.setdefault(document.place, []).append(document)
        return {place: tuple(documents) for place, documents in places.items()}

    def _sorted(self) -> list[tuple[Key, Record]]:
        return sorted(self.records.items(), key=lambda item: item[0])


def renumbered(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the documents with orders 0, 1, 2 … as they stand."""
    return tuple(
        replace(document, order=order) for order, document in enumerate(documents)
    )
