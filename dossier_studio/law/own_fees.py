"""A person's own amounts of state fees: written into a copy of the fee file that is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dossier_studio.core.errors import WrongUse
from dossier_studio.host import files, paths
from dossier_studio.law import beside, fees, source

LARGEST = 999_999_999_999
"""Rupiah; no state fee comes near it."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a fee costs by the file that came with the program, and whether it names the fee."""

    known: bool
    idr: int | None


def shipped(rulebook: str, fee: str) -> Amounts:
    """Return what the program's own file says of a fee."""
    file = beside.file_of("fees", rulebook)
    original = _original(file) if file else None
    if original is None or not original.is_file():
        return Amounts(known=False, idr=None)
    found = next((one for one in fees.load(original).fees if one.id == fee), None)
    return Amounts(known=found is not None, idr=found.idr if found else None)


def set_amount(rulebook: str, fee: str, idr: int | None) -> Path:
    """Write an amount, None for unknown, into the person's own copy; return that copy.

    Raises WrongUse for a rulebook without fees, an unknown fee, or an amount that cannot be.
    """
    file = beside.file_of("fees", rulebook)
    if file is None:
        raise WrongUse("fees.own.none", rulebook=rulebook)
    if idr is not None and not 0 <= idr <= LARGEST:
        raise WrongUse("fees.own.amount", limit=LARGEST)
    root = source.parsed(file).root
    found = next((one for one in root.iterfind("fee") if one.get("id") == fee), None)
    if found is None:
        raise WrongUse("fees.own.unknown", fee=fee)
    if idr is None:
        found.attrib.pop("idr", None)
    else:
        found.set("idr", str(idr))
    own = paths.data_folder() / _name(file)
    data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
    with files.writing(own.parent):
        own.parent.mkdir(parents=True, exist_ok=True)
        files.write_aside(own, data)
    return own


def _original(file: Path) -> Path:
    return paths.resources() / _name(file)


def _name(file: Path) -> Path:
    """Return where a fee file lies, beneath the resources or the person's folder."""
    home = paths.data_folder() if file.is_relative_to(paths.data_folder()) else paths.resources()
    return file.relative_to(home)
