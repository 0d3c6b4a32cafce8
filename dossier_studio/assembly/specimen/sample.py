"""What a sample dossier holds: its answers, documents, decisions and the person behind it.

The facts stand in resources/samples/<name>/sample.toml, the wording of each document beside it.
A sample may be a copy of another one (`copy`) with some documents left out, spoilt or changed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dossier_studio.core.dossier import Certificate, DecisionKind, Place
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Language, Text
from dossier_studio.host.paths import resources

SHEET = "sample.toml"
MONTHS = {
    Language.ID: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November "
    "Desember",
    Language.EN: "January February March April May June July August September October November "
    "December",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A document of a sample: where it goes, what it is called, and where its wording stands.

    `fault` is "" for a sound file, else what is wrong with it: "encrypted" or "truncated".
    """

    place: Place
    file: str
    title: str
    wording: Path
    language: Language
    certificate: Certificate | None = None
    prepared_by: str = ""
    checked_by: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision that the sample's officer has taken about a requirement."""

    place: Place
    kind: DecisionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample dossier, before its documents are drawn.

    `tables` are the rows of the form's tables, by table; `words` and `houses` serve the drawing.
    """

    id: str
    name: str
    about: Text
    rulebook: str
    person: str
    answers: Mapping[str, str]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    documents: tuple[Planned, ...]
    decisions: tuple[Settled, ...]
    words: Mapping[str, str]
    houses: Mapping[str, Mapping[str, Any]]


def names() -> tuple[str, ...]:
    """Return the names of all samples, sorted."""
    return tuple(sorted(sheet.parent.name for sheet in _folder().glob(f"*/{SHEET}")))


@cache
def description(name: str) -> Sample:
    """Return what a sample holds; WrongUse when there is no such sample."""
    if name not in names():
        raise WrongUse("assembly.specimen.unknown", name=name, known=Choice(names()))
    sheet = _sheet(name)
    changes = sheet.get("change", {})
    source = sheet.get("copy", name)
    whole = _sheet(source) | sheet
    documents = (
        _planned(_folder() / source, entry | changes.get(entry["file"], {}))
        for entry in whole["document"]
        if entry["place"] not in sheet.get("left_out", ())
    )
    return Sample(
        id=name,
        name=whole["name"],
        about=Text(**whole["about"]),
        rulebook=whole["rulebook"],
        person=whole["person"],
        answers=whole["answers"],
        tables={table: tuple(rows) for table, rows in whole.get("table", {}).items()},
        documents=tuple(documents),
        decisions=tuple(_settled(entry) for entry in whole.get("decision", ())),
        words=whole.get("words", {}),
        houses=whole["house"],
    )


def dated(day: date, language: Language) -> str:
    """Return a date in words, as letters and certificates write it."""
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def words_of(sample: Sample, document: Planned) -> Mapping[str, str]:
    """Return the words that a document's wording may ask for by name."""
    words = dict(sample.words) | {"filing": _day(sample.answers["filing_date"], document)}
    if document.certificate is not None:
        certificate = document.certificate
        words |= {
            "number": certificate.number,
            "issuer": certificate.issuer,
            "forms": ", ".join(certificate.dosage_forms),
            "issued": dated(certificate.issued, document.language) if certificate.issued else "–",
            "expires": dated(certificate.expires, document.language)
            if certificate.expires
            else "–",
        }
    return words


def _day(iso: str, document: Planned) -> str:
    return dated(date.fromisoformat(iso), document.language)


def _folder() -> Path:
    return resources() / "samples"


def _sheet(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / name / SHEET).read_text("utf-8"))


def _planned(folder: Path, entry: Mapping[str, Any]) -> Planned:
    certificate = entry.get("certificate")
    return Planned(
        place=Place(entry["place"]),
        file=entry.get("renamed", entry["file"]),
        title=entry["title"],
        wording=folder / entry.get("wording", f"{Path(entry['file']).stem}.txt"),
        language=Language(entry.get("language", "id")),
        certificate=_certificate(certificate) if certificate else None,
        prepared_by=entry.get("prepared_by", ""),
        checked_by=entry.get("checked_by", ""),
        fault=entry.get("fault", ""),
    )


def _certificate(entry: Mapping[str, Any]) -> Certificate:
    return Certificate(**(dict(entry) | {"dosage_forms": tuple(entry.get("dosage_forms", ()))}))


def _settled(entry: Mapping[str, str]) -> Settled:
    return Settled(Place(entry["place"]), DecisionKind(entry["kind"]), entry["reason"])
