"""The check to hand on: printed, as a PDF, as a spreadsheet."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QTextDocument
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu
from typing_extensions import override

from dossier_studio.app import gathering, outcome
from dossier_studio.app.components.findings import place_of
from dossier_studio.app.components.worded import Worded, button, margins, name, tool
from dossier_studio.app.gathering import Handed
from dossier_studio.app.language import current, say
from dossier_studio.app.session import Session
from dossier_studio.core.text import Message

_ENDINGS = {"findings": "pdf", "checklist": "pdf", "sheet": "xlsx"}


class HandOut(Worded):
    """*Print…*, and beside it the ways to keep the check as a file."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._print, self._more = button("plain", "printer"), tool("ellipsis")
        self._print.clicked.connect(self._ask_printer)
        self._menu = QMenu(self)
        self._acts = {kind: self._menu.addAction("") for kind in _ENDINGS}
        for kind, act in self._acts.items():
            act.setData(kind)
        self._menu.triggered.connect(self._ask_place)
        self._more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        margins(row, gap=2)
        row.addWidget(self._print)
        row.addWidget(self._more)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._print.setText(self.tr("Print…"))
        name(self._more, self.tr("Keep as a file"))
        words = (
            self.tr("Findings as PDF…"),
            self.tr("Checklist as PDF…"),
            self.tr("Checklist as spreadsheet…"),
        )
        for act, said in zip(self._acts.values(), words, strict=True):
            act.setText(said)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _ask_place(self, action: QAction) -> None:
        kind = str(action.data())
        folder = self._session.folder
        if folder is None:
            return
        ending = _ENDINGS[kind]
        proposed = folder.path.parent / f"{folder.path.name}-{action.text().split()[0]}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, action.text(), str(proposed), f"{ending.upper()} (*.{ending})"
        )
        if chosen:
            self.keep(kind, Path(chosen))

    def keep(self, kind: str, target: Path) -> None:
        """Write the file in a job, then open it."""
        session = self._session
        case = Handed(
            session.rulebook, session.dossier, session.checklist, session.report, current()
        )
        work = gathering.hand_out(kind, target, case)
        job = session.jobs.job(work, Message("app.job.hand-out"))
        job.succeeded.connect(self._open)
        job.failed.connect(session.refused)
        session.jobs.start(job)

    def _open(self, target: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # brings the system's printers

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.page().print_(printer)

    def page(self) -> QTextDocument:
        """Return the findings black on white, as they are printed."""
        session = self._session
        title = escape(session.dossier.identity.name)
        rows = "".join(
            "<tr>"
            f"<td>{escape(outcome.SEVERITY[one.severity].say())}</td>"
            f"<td>{escape(place_of(one))}</td>"
            f"<td><b>{escape(say(one.message))}</b><br/>{escape(say(one.mend))}</td>"
            "</tr>"
            for one in session.report.findings
        )
        nothing = f"<p>{escape(self.tr('Nothing was found.'))}</p>"
        table = f'<table width="100%" border="1" cellspacing="0" cellpadding="4">{rows}</table>'
        document = QTextDocument(self)
        document.setDefaultStyleSheet("* { color: black; background: white; }")
        document.setHtml(f"<h2>{title}</h2>{table if rows else nothing}")
        return document
