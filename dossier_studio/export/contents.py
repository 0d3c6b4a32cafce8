"""What a package holds, as values: the one source of its XML index and of its HTML page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossier_studio import __version__
from dossier_studio.assembly import wording
from dossier_studio.assembly.entry import Entry
from dossier_studio.core.dossier import Dossier, Leaf, bare
from dossier_studio.core.text import Text
from dossier_studio.export import names
from dossier_studio.export.checksum import Checksum
from dossier_studio.export.operations import Fate
from dossier_studio.export.slots import SlotPlan
from dossier_studio.law.placement import requirement_of
from dossier_studio.law.rulebook import Rulebook

MADE_BY = f"Dossier Studio {__version__}"


class Role(StrEnum):
    """What a file of the package is for."""

    PAGE = "page"
    PART = "part"
    SLOT = "slot"
    REPORT = "report"
    JOURNAL = "journal"


class Sent(StrEnum):
    """How a document's bytes go out: the file itself, a member of it, or bound pages."""

    FILE = "file"
    MEMBER = "member"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file below data/; `members` where it is an archive of ours."""

    path: str
    role: Role
    checksum: Checksum
    pages: int | None = None
    members: Mapping[str, Checksum] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackedPart:
    """A Part of the dossier that was bound as a reading copy; `label` has its number, too."""

    id: str
    title: Text
    label: Text
    file: str
    pages: int


@dataclass(frozen=True, slots=True)
class Sending:
    """How one document goes out: its own checksum, its form, and the file in the archive."""

    slot: SlotPlan
    checksum: Checksum
    sent: Sent
    member: str = ""


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document: what it satisfies, where it went, what became of it, its place in the Part."""

    entry: Entry
    requirement: str
    sending: Sending
    fate: Fate
    part: str
    first_page: int | None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that the index tells; documents in reading order, slots in the portal's."""

    rulebook: Rulebook
    dossier: Dossier
    head: str
    parts: tuple[PackedPart, ...]
    slots: tuple[SlotPlan, ...]
    documents: tuple[PackedDocument, ...]
    deleted: tuple[Leaf, ...]
    earlier: str
    files: tuple[PackedFile, ...] = ()

    @property
    def package(self) -> str:
        """The name of the package's folder."""
        return names.package_name(self.dossier.identity.name, self.dossier.next_sequence)

    @property
    def stage(self) -> str:
        """The answered stage, "" where there is none."""
        return self.dossier.answers.get(self.rulebook.stage_fact, "")

    @property
    def filing_date(self) -> date | None:
        """The planned day of filing, None where nobody has answered."""
        return wording.filing_day(self.dossier.answers)

    @property
    def language(self) -> str:
        """The language of what the program wrote: id, en, or both."""
        languages = wording.languages_of(self.dossier.answers)
        return languages[0].value if len(languages) == 1 else "both"

    def title_of(self, place: str) -> Text:
        """Return what a place is called, even one that this rulebook does not know any more."""
        found = requirement_of(self.rulebook, place)
        if found is not None:
            requirement, part = found
            return part.title if part else requirement.title
        section = self.rulebook.outline.sections.get(bare(place))
        return section.label if section else Text(place, place)
