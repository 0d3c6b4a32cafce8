"""The command that drafts a half-year report."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dossier_studio.cli.edits import day, reading
from dossier_studio.cli.face import Face
from dossier_studio.host.files import write_aside


def half_year_report(said: Namespace, face: Face) -> int:
    """Draft the report that is due in a month."""
    from dossier_studio.workflow import half_year  # drawing is heavy to import

    month = day(f"{said.month}-01")
    with reading(said) as folder:
        dossier = folder.dossier
    file = Path(said.out)
    write_aside(file, half_year.half_year_report(dossier, month))
    if face.json:
        face.data({"report": str(file)})
    else:
        face.say("clocks.report.written", file=str(file))
    return 0
