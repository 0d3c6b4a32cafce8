"""What is to be exported, and where to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier_studio.core.dossier import Dossier
from dossier_studio.core.file import Digest, FileFacts
from dossier_studio.core.finding import Report
from dossier_studio.export import names
from dossier_studio.law.checklist import Checklist
from dossier_studio.law.rulebook import Rulebook


def _no_lines() -> Iterable[bytes]:
    return ()


@dataclass(frozen=True, slots=True)
class Request:
    """A dossier to be packed into a folder of `parent`, and beside it as a zip where asked.

    `facts` are those of the dossier's files, `blob` finds a file by its digest. `head` is the hash
    of the last journal entry; `journal` gives the lines of journal.jsonl, and is only asked when
    the journal goes along. `deep_proof`: every bound page is drawn and compared with its document.
    `shelf` is a folder for what can be used again by the next package (None: nothing is kept).
    """

    rulebook: Rulebook
    dossier: Dossier
    checklist: Checklist
    report: Report
    facts: Mapping[Digest, FileFacts]
    blob: Callable[[Digest], Path]
    head: str
    parent: Path
    journal: Callable[[], Iterable[bytes]] = _no_lines
    zip: bool = False
    with_journal: bool = False
    deep_proof: bool = False
    shelf: Path | None = None

    @property
    def name(self) -> str:
        """The name of the package's folder."""
        return names.package_name(self.dossier.identity.name, self.dossier.next_sequence)
