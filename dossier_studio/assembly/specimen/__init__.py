"""Sample dossiers: their facts and wording come from resources, their pages are drawn here."""

from __future__ import annotations

from dossier_studio.assembly.specimen.draw import SpecimenFile, drawn, files
from dossier_studio.assembly.specimen.sample import (
    Planned,
    Sample,
    Settled,
    description,
    names,
)

__all__ = ["Planned", "Sample", "Settled", "SpecimenFile", "description", "drawn", "files", "names"]
