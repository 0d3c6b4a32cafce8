"""The edits that a person makes on the documents screen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from dossier_studio.app.screens.documents.unplaced import leaves
from dossier_studio.app.session import Session
from dossier_studio.core.change import Change
from dossier_studio.core.dossier import Certificate, DecisionKind, bare, branch_of
from dossier_studio.workflow import decisions, edits


class Editing(QObject):
    """Each edit is one Change with its name in undo; a refusal is told by the session."""

    def __init__(self, session: Session, screen: QWidget) -> None:
        super().__init__(screen)
        self._session = session
        self._screen = screen

    def choose_files(self, place: str) -> None:
        """Let the person choose files for a place."""
        chosen, _ = QFileDialog.getOpenFileNames(self._screen, self.tr("Choose files"))
        self._session.attach(place, [Path(one) for one in chosen])

    def certify(self, key: str, said: Certificate) -> None:
        """Record what a certificate says of itself."""
        dossier = self._session.dossier
        self._session.edit(lambda: edits.certificate(dossier, key, said))

    def sign(self, key: str, prepared: str, checked: str) -> None:
        """Note who prepared a document and who checked it."""
        dossier = self._session.dossier
        self._session.edit(
            lambda: edits.sign(dossier, key, prepared_by=prepared, checked_by=checked)
        )

    def decide(self, place: str, kind: str, reason: str) -> None:
        """Record what the person decides about a requirement."""
        session = self._session
        book, dossier = session.rulebook, session.dossier
        when = datetime.now(UTC).isoformat(timespec="seconds")
        word = decisions.Word(session.settings.name, reason, when)

        def made() -> Change:
            match DecisionKind(kind):
                case DecisionKind.EXCUSED:
                    return decisions.excuse(book, dossier, place, word)
                case DecisionKind.DEFERRED:
                    return decisions.defer(book, dossier, place, word)
                case judged:
                    return decisions.judge(book, dossier, place, kind=judged, word=word)

        session.edit(made)

    def withdraw(self, place: str) -> None:
        """Take a decision back."""
        book, dossier = self._session.rulebook, self._session.dossier
        self._session.edit(lambda: decisions.withdraw(book, dossier, place))

    def remove(self, key: str) -> None:
        """Take a document out; undo brings it back."""
        dossier = self._session.dossier
        self._session.edit(lambda: edits.remove(dossier, [key]))

    def place(self, key: str, place: str, position: int = -1) -> None:
        """Put a document to a requirement, at a position or last; there it may stand already."""
        session = self._session
        book, dossier = session.rulebook, session.dossier
        document = dossier.document(key)
        line = session.checklist.line(place)
        if document is None:
            return
        if line is not None and key in line.documents:
            place = document.place  # it counts here from its section: only its order changes
        where = None if position < 0 else position
        session.edit(lambda: edits.move(book, dossier, key, place, position=where))

    def place_of_section(self, section: str) -> str:
        """Return what a file dropped on a section goes to: its sole requirement, else itself."""
        branch = branch_of(section)
        open_lines = [
            line
            for line in leaves(self._session)
            if bare(section) in line.sections and line.branch in {"", branch}
        ]
        return open_lines[0].id if len(open_lines) == 1 else section
