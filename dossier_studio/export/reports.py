"""The reports that go along: checklist, findings, and the receipt of all files before it."""

from __future__ import annotations

from dossier_studio.assembly import reports
from dossier_studio.assembly.particulars import particulars
from dossier_studio.assembly.reports import Receipt
from dossier_studio.core.text import Message
from dossier_studio.core.work import Step, Work
from dossier_studio.export.contents import Contents, Role
from dossier_studio.export.findings import findings
from dossier_studio.export.payload import Payload
from dossier_studio.export.proofs import assembly
from dossier_studio.export.request import Request

_FOLDER = "data/reports"


def write_reports(request: Request, payload: Payload, contents: Contents) -> Work[None]:
    """Write checklist, findings and the proof of what was bound, and last the receipt."""
    about = particulars(request.rulebook, request.dossier)
    names = {one.entry.document.key: one.entry.document.name for one in contents.documents}
    yield Step(Message("export.step.reports"), 0, 4)
    checklist = reports.checklist_pdf(request.checklist, about)
    payload.write(f"{_FOLDER}/checklist.pdf", Role.REPORT, (checklist,))
    yield Step(Message("export.step.reports"), 1, 4)
    for_people = reports.findings_pdf(request.report, about, names)
    payload.write(f"{_FOLDER}/findings.pdf", Role.REPORT, (for_people,))
    yield Step(Message("export.step.reports"), 2, 4)
    for_programs = findings(request.report, request.rulebook, request.name)
    payload.write(f"{_FOLDER}/findings.xml", Role.REPORT, (for_programs,))
    payload.write(f"{_FOLDER}/assembly.xml", Role.REPORT, (assembly(payload.proofs, request.name),))
    yield Step(Message("export.step.reports"), 3, 4)
    receipt = reports.receipt_pdf(_receipt(request, payload, contents), about)
    payload.write(f"{_FOLDER}/receipt.pdf", Role.REPORT, (receipt,))


def _receipt(request: Request, payload: Payload, contents: Contents) -> Receipt:
    """Vouch for what is written by now; index and page come later, and list the receipt."""
    return Receipt(
        package=request.name,
        documents=len(contents.documents),
        pages=sum(part.pages for part in contents.parts),
        head=request.head,
        ready=request.report.ready,
        files=tuple(
            (one.path, one.checksum.bytes, one.checksum.sha256) for one in payload.files
        ),
    )
