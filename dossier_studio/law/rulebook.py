"""A rulebook: everything that one authority asks for one kind of product, as loaded values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossier_studio.core.finding import Confidence, Severity
from dossier_studio.core.text import Text
from dossier_studio.law.condition import Expression
from dossier_studio.law.fact import Fact, Group
from dossier_studio.law.finder import Finder
from dossier_studio.law.form import Form
from dossier_studio.law.outline import Outline
from dossier_studio.law.table import Table


class Need(StrEnum):
    """Whether a document is asked for (design section 6)."""

    REQUIRED = "required"
    UNDECIDED = "conditional-undecided"
    NOT_NEEDED = "not-needed"


@dataclass(frozen=True, slots=True)
class Source:
    """A regulation, guideline or other paper that a rule rests on."""

    id: str
    title: Text
    address: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, down to the clause where it is known."""

    source: Source
    clause: Text | None = None

    @property
    def words(self) -> Text:
        """Source and clause as they are shown."""
        if not self.clause:
            return self.source.title
        title = self.source.title
        return Text(f"{title.id}, {self.clause.id}", f"{title.en}, {self.clause.en}")


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition of the tables (C1 …); `assumed` is its value while nobody has answered."""

    id: str
    expression: Expression
    title: Text
    confidence: Confidence
    assumed: bool | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One cell or several equal cells of a row: for these columns, needed under this condition.

    `columns` None means every column. `need` REQUIRED with a condition is required when it holds
    and not needed when it does not; UNDECIDED is a cell that only a person can settle.
    """

    columns: frozenset[str] | None
    need: Need
    confidence: Confidence
    condition: Expression | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A named document of a set, such as A13.gmp."""

    id: str
    title: Text
    sections: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    certificate: bool = False
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of the law's tables.

    `stages` are the stages at which it is asked (empty: any); `open_at` those at which it is
    asked only "when needed"; `unstaged` is the stage that counts while the stage is unanswered.
    `columns` is the fact that chooses the ruling, `else_columns` the fact that does so while that
    one is unanswered ("" for none). A document at one of `met_by` counts here too. `touched_by` are
    the sections whose change makes a variation ask for it. `paper` names what the program can write
    for a person to sign and attach. `judge` is "program" or "person".
    """

    id: str
    title: Text
    sections: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    columns: str
    stages: tuple[str, ...] = ()
    open_at: tuple[str, ...] = ()
    unstaged: str = ""
    else_columns: str = ""
    met_by: tuple[str, ...] = ()
    touched_by: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    judge: str = "program"
    certificate: bool = False
    outside: bool = False
    generated: str = ""
    paper: str = ""
    scan_allowed: bool = False
    slot: str = ""
    note: Text | None = None
    citations: tuple[Citation, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A case in which a stage (or, with `stage` empty, all registration) is not held."""

    id: str
    stage: str
    condition: Expression
    notice: Text
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A prohibition: a product of this kind cannot be registered."""

    id: str
    condition: Expression
    title: Text
    confidence: Confidence
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Deferral:
    """Papers that may come after the filing, in a case."""

    condition: Expression
    requirements: tuple[str, ...]
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class VariationChange:
    """A kind of change, the columns it belongs to, and the sections it touches.

    `known` says whether what it touches was found in a source.
    """

    code: str
    title: Text
    columns: tuple[str, ...]
    touches: tuple[str, ...]
    known: bool
    confidence: Confidence
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A validation rule: its kind (see law.check), what it looks at, and what it says.

    `limits` are whole months; `apart` are sections that an "unexpected" rule leaves alone; `table`
    and `rule` are what a "shelf-life" rule reads.
    """

    id: str
    kind: str
    severity: Severity
    confidence: Confidence
    message: Text
    mend: Text
    applies: Expression | None = None
    condition: Expression | None = None
    fires_unanswered: bool = False
    passes_unanswered: bool = False
    targets: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    table: str = ""
    rule: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRule:
    """How much a problem of a file weighs for this authority, and what is said of it."""

    code: str
    severity: Severity
    message: Text
    mend: Text
    source: Text
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class FileProfile:
    """What the authority's portal takes: formats, size of one file in bytes, characters."""

    id: str
    title: Text
    formats: tuple[str, ...]
    limit: int
    forbidden: str
    confidence: Confidence
    rules: Mapping[str, FileRule]


@dataclass(frozen=True, slots=True)
class Slot:
    """One upload of the portal, in its order; `sections` and `requirements` say what goes there."""

    id: str
    number: int
    name: str
    title: Text
    sections: tuple[str, ...]
    requirements: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A loaded rulebook; every mapping keeps the order of the file.

    `ladders` are the columns of variations of one class of product, the gravest first.
    """

    id: str
    version: str
    title: Text
    outline: Outline
    groups: tuple[Group, ...]
    facts: Mapping[str, Fact]
    conditions: Mapping[str, Condition]
    requirements: Mapping[str, Requirement]
    exemptions: tuple[Exemption, ...]
    stops: tuple[Stop, ...]
    deferrals: tuple[Deferral, ...]
    changes: Mapping[str, VariationChange]
    checks: tuple[Check, ...]
    files: FileProfile
    slots: tuple[Slot, ...]
    sources: Mapping[str, Source]
    stage_fact: str
    stages: tuple[str, ...]
    digest: str
    finders: Mapping[str, Finder] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    ladders: tuple[tuple[str, ...], ...] = ()
