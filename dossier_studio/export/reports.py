"""The reports that go along: checklist, findings and receipt."""

from __future__ import annotations

from dossier_studio.assembly.entry import Plan
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export.contents import Role
from dossier_studio.export.findings import findings
from dossier_studio.export.payload import Payload
from dossier_studio.export.request import Request

FOLDER = "data/reports"


def write_reports(request: Request, payload: Payload, plan: Plan) -> Work[None]:
    """Write the reports, for people and for programs."""
    yield Step(Message("export.step.reports"))
    found = findings(request.report, request.rulebook, request.name)
    payload.write(f"{FOLDER}/findings.xml", Role.REPORT, (found,))
